"""The page of communes: the table's keys, the sentences of the contributions, the panel, the notices."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from indicators.catalogue import read_catalogue
from indicators.communes import FormerCommune
from indicators.contribution import contribution
from language import fold
from layouts.choice import choice
from layouts.communes import Communes, controls, head, page, way
from layouts.communes_contribution import closing_words, contribution_card, rests_on, sentence
from layouts.communes_detail import Commune, commune_panel, contribution_words
from layouts.communes_map import no_outlines
from layouts.communes_notices import (
    all_hidden,
    no_communes,
    no_province,
    not_down_to_communes,
    nothing_in_period,
    unknown_commune,
)
from layouts.communes_table import SORTS, communes_table
from layouts.still import to_html
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, VI, series, table
from tests.unit.layouts.look import attributes, one_line, texts

CATALOGUE = read_catalogue()
FIGURE: dict[str, Any] = {"data": [], "layout": {}}
PERIODS = {"quarter": ("2026-Q2", "2026-Q3")}


def commune(code, name, numerator, denominator, **more):
    if numerator is None:
        return replace(MISSING, area_code=code, area_name=name, area_name_en=fold(name), **more)
    level = 100 * numerator / denominator
    named = {"area_code": code, "area_name": name, "area_name_en": fold(name)}
    return replace(KNOWN, **named, numerator=numerator, denominator=denominator, value=level, **more)


TAN_TRAO = commune("02260", "Tân Trào", 10, 50, zone="III", status="behind")
LUNG_CU = commune("00715", "Lũng Cú", 45, 50, zone="I", status="achieved")
DA_VI = commune("02221", "Đà Vị", 20, 100, zone=None)
SILENT = commune("02233", "Ẩn Danh", None, None, zone="II")
HIDDEN = replace(commune("02240", "Kín", None, None), suppressed=True)
EVERY = (TAN_TRAO, LUNG_CU, DA_VI, SILENT)
PROVINCE = replace(KNOWN, numerator=75, denominator=200, value=37.5)


def view(search="?area=08&p=2026-Q3", every=EVERY, province=PROVINCE):
    chosen = choice(search, CATALOGUE, "vi")
    return Communes(chosen, "2026-Q3", 7, table().values, province, every)


def contributed(every=EVERY, province=PROVINCE):
    return contribution(province, every, INDICATOR)


def said(shown):
    return one_line(shown)


def html_of(shown):
    return to_html(shown)


def test_the_frame_has_a_place_for_every_part():
    ids = attributes(page(CATALOGUE, VI), "id")
    assert len(ids) == len(set(ids))
    assert "communes-table" in ids


def test_only_what_goes_down_to_communes_is_offered_beside_what_is_shown():
    offered = attributes(controls(view(), PERIODS, CATALOGUE)[0], "value")
    assert "S02" in offered
    assert "G01" not in offered
    assert "G01" in attributes(controls(view("?i=G01&area=08"), PERIODS, CATALOGUE)[0], "value")


def test_another_province_or_other_boundaries_leave_the_commune():
    bar = controls(view(), PERIODS, CATALOGUE)
    assert attributes(bar[1], "data-choose-also") == ["commune="]
    assert "b=63&area=&commune=" in attributes(bar, "data-choose")


def test_the_head_counts_who_tells_who_reaches_and_who_is_hidden():
    shown = said(head(view(every=(*EVERY, HIDDEN)), 1))
    assert "Các xã của Tuyên Quang" in shown
    assert "4 trên 5" in shown
    assert "Trong đó được ẩn số 1" in shown
    assert "được ẩn số" not in said(head(view(), 1))


def test_the_api_is_asked_for_the_communes():
    assert "/api/v1/values?indicator=S02&period=2026-Q3&boundaries=34&parent=08" in attributes(
        head(view("?area=08&p=2026-Q3"), None), "href"
    )


def test_the_way_ends_at_the_commune():
    assert texts(way(view(), TAN_TRAO)) == ["Cả nước", "Tuyên Quang", "Các xã", "Tân Trào"]
    assert way(view(province=None), None) is None


def rows(every=EVERY, told=None):
    html = html_of(communes_table(view(every=every), told or contributed(every)))
    found = html.split("<tbody>")[1].split("<tr")[1:]
    return {re.search(r'data-area="(.*?)"', row).group(1): row for row in found}


def test_each_row_carries_its_keys():
    found = rows()
    row = found["02260"]
    for key in ('data-find="tan trao tan trao 02260"', 'data-zone="III"', 'data-by-value="20.0"'):
        assert key in row
    assert 'data-by-n="50"' in row
    # Tân Trào lacks 30, Đà Vị 60
    assert 'data-by-missing="2"' in found["02221"]
    assert 'data-by-missing="1"' in row
    assert 'data-by-missing="0"' in found["00715"]
    assert 'data-zone="0"' in found["02221"]


def test_rows_stand_by_vietnamese_names():
    assert list(rows()) == ["02233", "02221", "00715", "02260"]


def test_what_is_missing_or_hidden_has_no_key_no_number_and_no_source():
    found = rows((*EVERY, HIDDEN))
    for code, word in (("02233", VI.missing), ("02240", "được ẩn")):
        assert word in found[code]
        assert 'data-by-value=""' in found[code]
        assert 'data-by-missing=""' in found[code]
        assert "origin=" not in found[code]
    assert "hidden-value" in found["02240"]
    assert "hidden-value" not in found["02233"]
    assert "origin=S02:02260:2026-Q3:34" in found["02260"]


def test_a_name_is_never_read_as_markup():
    hostile = replace(TAN_TRAO, area_name='<img src=x onerror="alert(1)">', area_name_en='"><script>')
    html = html_of(communes_table(view(every=(hostile,)), None))
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;img src=x" in html


def test_only_statuses_and_zones_that_there_are_can_be_chosen():
    filters = communes_table(view(), contributed())[0]
    values = attributes(filters, "value")
    assert {"I", "II", "III", "0", "behind", "achieved"} <= set(values)
    assert not {"reversing", "suppressed"} & set(values)
    hidden = communes_table(view(every=(*EVERY, HIDDEN)), contributed())[0]
    assert "suppressed" in attributes(hidden, "value")


def test_without_contributions_there_is_no_column_for_them():
    html = html_of(communes_table(view(), None))
    assert 'data-column="missing"' not in html
    assert 'data-sorted="name"' in html
    assert 'data-sorted="-missing"' in html_of(communes_table(view(), contributed()))


def test_every_column_can_be_sorted_both_ways():
    assert {"value", "-value", "name", "-missing"} <= set(SORTS)
    assert html_of(communes_table(view(), contributed())).count("<button") >= len(SORTS) // 2


def test_the_sentence_names_how_many_the_target_and_both_values():
    told = contributed()
    assert sentence(told, 1, INDICATOR, VI) == (
        "Nếu 1 xã này đạt chỉ tiêu 80%, tỉnh sẽ ở mức 67,5% thay vì 37,5%."
    )
    assert "82,5% thay vì 37,5%" in sentence(told, 2, INDICATOR, VI)


def test_it_takes_all_some_or_none():
    assert "Phải cả 2 xã" in said(closing_words(contributed(), INDICATOR, VI))
    some = (
        commune("1", "A", 10, 50),
        commune("2", "B", 50, 50),
        commune("3", "C", 20, 100),
        commune("4", "D", 78, 100),
    )
    whole = replace(PROVINCE, numerator=158, denominator=300, value=52.7)
    assert "Ít nhất phải có 2 xã" in said(closing_words(contributed(some, whole), INDICATOR, VI))
    reached = (commune("1", "A", 100, 100), commune("2", "B", 5, 10))
    met = contributed(reached, replace(PROVINCE, numerator=105, denominator=110, value=95.5))
    assert said(closing_words(met, INDICATOR, VI)) == "Tỉnh đã đạt chỉ tiêu 80%. Vẫn còn 1 xã chưa đạt."


def test_what_the_figures_rest_on_is_said():
    own = replace(
        PROVINCE, numerator=90, denominator=250, value=36.0, provisional=True, coverage=0.5, own_target=True
    )
    notes = said(rests_on(contributed(province=own), own, INDICATOR, VI))
    for part in ("1 xã chưa có số liệu", "lấy từ báo cáo riêng của tỉnh", "tạm tính", "chỉ tiêu riêng"):
        assert part in notes
    plain = said(rests_on(contributed(), PROVINCE, INDICATOR, VI))
    assert "báo cáo riêng" not in plain


def test_hidden_communes_are_told_of_together_or_only_counted():
    two = (*EVERY[:3], HIDDEN, replace(HIDDEN, area_code="02241"))
    whole = replace(PROVINCE, numerator=77, denominator=208, value=37.0, coverage=1.0)
    assert "gộp lại các xã đó còn thiếu 4,4" in said(rests_on(contributed(two, whole), whole, INDICATOR, VI))
    one = (*EVERY[:3], HIDDEN)
    assert "không nêu ở đây" in said(rests_on(contributed(one, whole), whole, INDICATOR, VI))


def test_the_card_offers_no_more_communes_than_lack():
    card = contribution_card(contributed(), PROVINCE, FIGURE, view().choice)
    assert not [one for one in attributes(card, "data-choose") if one.startswith("top=")]
    many = tuple(commune(str(place), f"Xã {place}", 1, 10) for place in range(12))
    whole = replace(PROVINCE, numerator=12, denominator=120, value=10.0)
    card = contribution_card(contributed(many, whole), whole, FIGURE, view().choice)
    assert attributes(card, "data-choose") == ["top=5", "top=10", "top=20"]


def panel(value=TAN_TRAO, told=None, former=(), path=None):
    found = Commune(value, PROVINCE, path, told or contributed(), former)
    return commune_panel(found, INDICATOR, FIGURE, VI)


def test_the_panel_tells_value_contribution_zone_and_past():
    former = (FormerCommune("1", "Xã Cũ", "Xa Cu", "Hà Giang", "Ha Giang", date(2025, 7, 1), False),)
    shown = panel(former=former, path=series(10.0, 20.0))
    for part in ("Tân Trào", "20,0%", "Khu vực III", "mã 02260", "Xã Cũ", "một phần", "01/07/2025"):
        assert part in said(shown)
    assert "thiếu nhiều thứ 2 trong 2 xã" in said(shown)
    assert "tỉnh từ 37,50% thành 52,50%" in said(shown)
    assert "commune=" in attributes(shown, "data-choose")


def test_a_hidden_period_of_a_commune_looks_otherwise_than_a_missing_one():
    path = series(10.0, None, None)
    hidden = replace(path.points[1], suppressed=True)
    found = texts(panel(path=replace(path, points=(path.points[0], hidden, path.points[2]))))
    assert found.count("được ẩn") == 1
    assert VI.missing in found


def test_a_commune_at_the_target_or_without_data_contributes_nothing():
    assert "không còn thiếu gì" in said(panel(LUNG_CU))
    silent = Commune(SILENT, PROVINCE, None, contributed(), ())
    assert contribution_words(silent, INDICATOR, VI) == ""


def test_of_a_hidden_commune_the_panel_tells_no_number():
    shown = commune_panel(Commune(HIDDEN, PROVINCE, None, contributed(), ()), INDICATOR, None, VI)
    assert "được ẩn" in said(shown)
    assert "%" not in said(shown).replace("80%", "")
    assert not [one for one in attributes(shown, "data-choose") if one.startswith("origin=")]


def test_notices_say_where_to_go():
    hrefs = attributes(no_province(table().values, view("?p=2026-Q3").choice), "href")
    assert "/xa?area=08&i=S02&p=2026-Q3" in hrefs
    assert len(hrefs) == 34
    offered = attributes(not_down_to_communes(view("?i=G01&area=08&p=2026-Q3"), CATALOGUE), "href")
    assert "/xa?area=08&i=S02" in offered
    assert all("i=G01" not in one for one in offered)
    assert "/xa?i=S02&p=2026-Q3" in attributes(no_communes(view("?area=08&b=63&p=2026-Q3")), "href")
    assert "Chưa xác định được" in said(no_communes(view()))
    assert "được ẩn" in said(all_hidden(view(every=(HIDDEN,))))
    unknown = unknown_commune(view("?area=08&commune=<b>"))
    assert "“<b>”" in said(unknown)
    assert "python -m geodata import" in said(no_outlines(VI))


@pytest.mark.parametrize(("newest", "offered"), [("2026-Q2", ["p=2026-Q2"]), ("2026-Q3", []), (None, [])])
def test_an_empty_period_leads_to_one_with_data(newest, offered):
    assert attributes(nothing_in_period(view(), newest), "data-choose") == offered
