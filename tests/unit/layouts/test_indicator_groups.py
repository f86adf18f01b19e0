"""An indicator by zone, by ethnic group and by commune, and what is said where there is none of them."""

from dataclasses import replace

from indicators.catalogue import read_catalogue
from indicators.groups import GroupValue
from layouts.choice import choice
from layouts.indicator_communes import communes_card
from layouts.indicator_groups import SHOWN, breakdowns, ethnic_groups_card, zones_card
from tests.unit.charts.examples import INDICATOR, KNOWN, VI, table
from tests.unit.layouts.look import attributes, texts


def said(shown):
    return " ".join(texts(shown))


def group(code, value, **changed):
    return replace(GroupValue(code, f"Nhóm {code}", code, 10, 20, value, False, False), **changed)


def test_zones_are_bars_with_their_counts():
    zones = [group("I", 50.0, reported=3, expected=4), group("III", None, numerator=None, denominator=None)]
    shown = zones_card(zones, INDICATOR, "Cả nước", VI)
    assert not isinstance(shown, str)
    for part in ("50,0%", "10/20", "3/4", VI.missing):
        assert part in texts(shown)
    assert attributes(shown, "value") == ["50.0"]


def test_ethnic_groups_after_the_first_are_folded_away():
    groups = [group(str(place), 50.0 - place) for place in range(SHOWN + 3)]
    shown = ethnic_groups_card(groups, INDICATOR, "Cả nước", VI)
    assert "Xem 3 dân tộc còn lại" in said(shown)
    assert len(attributes(shown, "value")) == SHOWN + 3
    assert "còn lại" not in said(ethnic_groups_card(groups[:SHOWN], INDICATOR, "Cả nước", VI))


def test_a_group_without_a_value_shows_what_was_counted():
    shown = said(ethnic_groups_card([group("1", None, denominator=None)], INDICATOR, "Cả nước", VI))
    assert " 10 " in shown


def test_what_cannot_be_broken_down_is_said_in_one_line():
    lacking = [
        zones_card([], replace(INDICATOR, level="province"), "", VI),
        ethnic_groups_card([], INDICATOR, "", VI),
        communes_card(None, "", chosen("?i=G01")),
    ]
    (line,) = breakdowns(lacking)
    assert "không báo cáo đến cấp xã" in said(line)
    assert "không tách theo dân tộc" in said(line)
    assert breakdowns([""]) == []


def communes(*levels):
    """A table of communes with these values, in this order."""
    values = [
        replace(KNOWN, value=level, area_name=f"Xã {place}", area_code=f"{place:05}", zone="III")
        for place, level in enumerate(levels)
    ]
    return replace(table(), values=tuple(values))


def chosen(search=""):
    return choice(search, read_catalogue(), "vi")


def test_communes_are_told_by_their_ends_and_lead_to_their_page():
    many = communes(*range(34))
    shown = communes_card(many, "Tuyên Quang", chosen("?p=2026-Q3&area=08"))
    assert "Xã 0 (0,0%), Xã 1 (1,0%), Xã 2 (2,0%)" in texts(shown)
    assert "Xã 33 (33,0%), Xã 32 (32,0%), Xã 31 (31,0%)" in texts(shown)
    assert attributes(shown, "href") == ["/xa?area=08&i=S02&p=2026-Q3"]
    few = communes_card(communes(5, 1, 3, None), "Tuyên Quang", chosen("?area=08"))
    assert "Thấp nhất" not in said(few)
    assert "3 trên 4 xã" in said(few)


def test_without_a_province_the_communes_ask_for_one():
    assert "Chọn một tỉnh" in communes_card(None, "", chosen())
    assert "chưa xã nào có số liệu" in communes_card(communes(None), "Huế", chosen())


def test_a_hidden_group_is_told_apart_from_a_missing_one():
    hidden = group("III", None, numerator=None, denominator=None, suppressed=True)
    missing = group("I", None, numerator=None, denominator=None)
    for shown in (
        zones_card([hidden, missing], INDICATOR, "Huế", VI),
        ethnic_groups_card([hidden, missing], INDICATOR, "Huế", VI),
    ):
        assert "được ẩn" in texts(shown)
        assert VI.missing in texts(shown)
