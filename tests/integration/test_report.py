"""What a briefing pack contains: one truth for each number, every map whole, bad choices refused."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app import create_app
from callbacks.compare import read_compare_view
from callbacks.province_view import checked, read_province_view
from callbacks.report_values import read_report_values
from callbacks.view import read_view
from charts.wording import amount, digits
from config import Settings
from exports.contents import report
from exports.pack import FORMATS, SECTIONS, Pack
from exports.report import Chart, Map, Report, Table, Text
from exports.report_values import ReportValues
from indicators.catalogue import read_catalogue
from indicators.errors import UnknownParameter
from language import language
from layouts.choice import choice
from layouts.headline import headline
from layouts.province_table import indicator_table
from layouts.scorecard import scorecard_data
from repository import Repository
from tests.unit.layouts.look import texts
from warehouse.connect import open_warehouse

COMPARED = ("indicator", "value", "period_name")
DAY, PERIOD = date(2026, 11, 22), "2026-Q3"
COUNTRY = Pack("VN", "", PERIOD, ("S02", "S01", "G09"), tuple(SECTIONS), "vi", tuple(FORMATS))
PROVINCE = replace(COUNTRY, area="08")
PEERS = replace(PROVINCE, group="peers")
NAMED = replace(COUNTRY, group="01,08,48,56,68,75,92")
SCOPES = {"country": COUNTRY, "province": PROVINCE, "peers": PEERS, "named": NAMED}
VI, EN = language("vi"), language("en")


@pytest.fixture(scope="module")
def settings(demo_url: str, demo_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("report"), cache_dir=demo_cache)


@pytest.fixture(scope="module")
def repository(demo_url: str, demo_cache: Path) -> Repository:
    return Repository(open_warehouse(demo_url), read_catalogue(), demo_cache, today=lambda: DAY)


@pytest.fixture(scope="module")
def asked(settings: Settings):
    return create_app(settings).server.test_client()


@pytest.fixture(scope="module")
def read(repository: Repository, settings: Settings) -> Callable[[Pack], ReportValues]:
    known: dict[Pack, ReportValues] = {}

    def values(pack: Pack) -> ReportValues:
        if pack not in known:
            known[pack] = read_report_values(repository, settings, pack)
        return known[pack]

    return values


@pytest.fixture(scope="module")
def made(read) -> Callable[[Pack], Report]:
    def written(pack: Pack) -> Report:
        return report(pack, read(pack), language(pack.locale))

    return written


def parts(found: Report, kind: type) -> list:
    return [part for section in found.sections for part in section.parts if isinstance(part, kind)]


def cells(table: Table, code: str) -> list:
    place = [column.code for column in table.columns].index(code)
    return [row[place] for row in table.rows]


def sentences(found: Report) -> list[str]:
    captions = [part.caption for part in parts(found, Chart) + parts(found, Map) + parts(found, Table)]
    return [
        *(said for part in parts(found, Text) for said in part.sentences),
        *(line for one in captions for line in (one.title, one.subtitle, one.alt, *one.notes, *one.origins)),
    ]


@pytest.mark.parametrize("scope", SCOPES)
def test_every_section_asked_for_has_something_to_say(scope, made):
    found = made(SCOPES[scope])
    assert [section.key for section in found.sections] == list(SECTIONS)
    assert all(section.parts for section in found.sections)
    assert [section.key for section in found.sections if section.annex] == ["definitions"]
    assert found.illustrative
    assert found.load_id is not None
    assert found.data_date is not None
    keys = [part.key for kind in (Chart, Map, Table) for part in parts(found, kind)]
    assert len(set(keys)) == len(keys)


def test_only_what_was_asked_for_is_in_it(made):
    found = made(replace(COUNTRY, sections=("tasks", "summary"), indicators=()))
    assert [section.key for section in found.sections] == ["summary", "tasks"]
    empty = made(replace(COUNTRY, indicators=()))
    assert not parts(empty, Map)
    assert all(section.parts for section in empty.sections)


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("scope", SCOPES)
def test_no_sentence_has_a_hole(scope, locale, made):
    for said in sentences(made(replace(SCOPES[scope], locale=locale))):
        assert "{" not in said
        assert "None" not in said
        assert "  " not in said
        assert not re.search(r"[.;:,]{2}|\s[.;:,]", said.replace("…", "")), said


@pytest.mark.parametrize("scope", SCOPES)
def test_english_packs_are_english(scope, made):
    found = made(replace(SCOPES[scope], locale="en"))
    said = " ".join(line for part in parts(found, Text) for line in part.sentences)
    assert not re.search(r"điểm.%|so với|tỉnh, thành phố|chỉ tiêu|quý |tháng ", said)


def test_each_national_number_is_that_of_the_api(made, read, asked, repository):
    table = next(one for one in parts(made(COUNTRY), Table) if one.key == "indicators")
    told = dict(zip(cells(table, "indicator"), cells(table, "value"), strict=True))
    compared = 0
    for one in read(COUNTRY).indicators:
        if one.indicator.kind == "milestone":
            continue
        call = f"/api/v1/values?indicator={one.indicator.code}&period={one.table.national.period}"
        assert told[one.indicator.code] == asked.get(call).json["national"]["value"], one.indicator.code
        compared += told[one.indicator.code] is not None
    assert compared > 20


def test_each_provincial_number_is_that_of_the_api(made, read, asked):
    values, found = read(PROVINCE), made(PROVINCE)
    table = next(one for one in parts(found, Table) if one.key == "indicators")
    told = dict(zip(cells(table, "indicator"), cells(table, "value"), strict=True))
    for one in values.indicators:
        if one.indicator.kind == "milestone" or one.indicator.level == "country":
            continue
        call = f"/api/v1/values?indicator={one.indicator.code}&period={one.value_of('08').period}"
        mine = next(each for each in asked.get(call).json["data"] if each["area_code"] == "08")
        assert told[one.indicator.code] == mine["value"], one.indicator.code


def test_the_charts_draw_the_numbers_of_the_api(made, read, asked):
    for code in COUNTRY.indicators:
        one = next(each for each in read(COUNTRY).indicators if each.indicator.code == code)
        call = f"/api/v1/values?indicator={code}&period={one.table.period}"
        answer = asked.get(call).json
        chart = next(each for each in parts(made(COUNTRY), Chart) if each.key == f"ranking-{code}")
        told = dict(zip(chart.plot.categories, chart.plot.lines[0].values, strict=True))
        known = {each["area_name"]: each["value"] for each in answer["data"] if each["value"] is not None}
        drawn = {name.removesuffix(" *"): value for name, value in told.items() if name != "Cả nước"}
        assert drawn == known
        assert told["Cả nước"] == answer["national"]["value"]
        path = next(each for each in parts(made(COUNTRY), Chart) if each.key == f"trend-VN-{code}")
        series = asked.get(f"/api/v1/series?indicator={code}&area=VN&frequency=quarter").json["data"]
        until = {VI.period(each["period"]): each["value"] for each in series if each["period"] <= PERIOD}
        assert dict(zip(path.plot.categories, path.plot.lines[0].values, strict=True)) == until


@pytest.mark.parametrize("code", COUNTRY.indicators)
def test_the_report_says_what_the_map_says_of_the_period(code, made, read, repository):
    view = read_view(repository, choice(f"?i={code}&p={PERIOD}", repository.catalogue, "vi"))
    one = next(each for each in read(COUNTRY).indicators if each.indicator.code == code)
    assert one.table == view.table
    said = VI.percent(view.table.national.value)
    assert said in texts(headline(view.table, one.indicator, VI))
    sentence = next(line for line in sentences(made(COUNTRY)) if f"({code}): đến hết" in line)
    assert f"cả nước đạt {said}" in sentence
    chart = next(each for each in parts(made(COUNTRY), Chart) if each.key == f"trend-VN-{code}")
    assert chart.plot.lines[0].values[-1] == view.table.national.value
    assert chart.figure["data"][-1]["y"][-1] == view.table.national.value


def test_the_report_of_a_group_has_the_numbers_of_the_scorecard(made, read, repository):
    chosen = choice(f"?p={PERIOD}", repository.catalogue, "vi")
    shown = scorecard_data(read_compare_view(repository, chosen, 30))
    codes = [one["code"] for one in shown["columns"]]
    same = {
        one.indicator.code
        for one in read(PEERS).indicators
        if one.indicator.code in codes
        and shown["columns"][codes.index(one.indicator.code)]["period"] == VI.period(one.table.period)
    }
    rows = {row["name"]: row["cells"] for row in shown["rows"]}
    table = next(one for one in parts(made(PEERS), Table) if one.key == "group-indicators")
    compared = 0
    for column in table.columns[2:-1]:
        for code, value in zip(cells(table, "indicator"), cells(table, column.code), strict=True):
            if value is not None and code in same:
                shown_there = rows[column.title][codes.index(code)][0]
                written = VI.number(value, digits(repository.catalogue[code])).removesuffix(",0")
                assert shown_there.removesuffix(",0") == written, (column.title, code)
                compared += 1
    assert compared > 100


def test_the_report_of_a_province_says_what_its_page_says(made, repository):
    chosen = choice(f"?area=08&p={PERIOD}", repository.catalogue, "vi")
    view = read_province_view(repository, checked(repository, chosen))
    assert view is not None
    shown = texts(indicator_table(view))
    table = next(one for one in parts(made(PROVINCE), Table) if one.key == "indicators")
    on_page = {one.indicator.code: one.value for one in view.standings}
    compared = 0
    for code, value, period in zip(*(cells(table, one) for one in COMPARED), strict=True):
        if value is not None and period == VI.period(on_page[code].period):
            assert value == on_page[code].value
            assert amount(value, repository.catalogue[code], VI) in shown
            compared += 1
    assert compared > 8
    status = dict(zip(cells(table, "indicator"), cells(table, "status_word"), strict=True))
    for one in view.standings:
        word = status[one.indicator.code]
        assert word in shown


@pytest.mark.parametrize("scope", SCOPES)
def test_every_map_has_every_province_and_the_archipelagos(scope, made):
    found = made(SCOPES[scope])
    assert [one.key for one in parts(found, Map)] == ["map-G09", "map-S01", "map-S02"]
    for drawn in parts(found, Map):
        figure = json.dumps(drawn.figure, ensure_ascii=False)
        assert "Hoàng Sa" in figure
        assert "Trường Sa" in figure
        assert "Hoàng Sa" in drawn.caption.alt
        assert len({area.code for area in drawn.areas}) == 34
        assert all(re.fullmatch(r"#[0-9a-f]{6}", area.colour) for area in drawn.areas)
        assert sum(key.count for key in drawn.legend) >= 34


@pytest.mark.parametrize("scope", SCOPES)
def test_every_caption_says_period_source_day_and_that_numbers_are_made_up(scope, made):
    found = made(SCOPES[scope])
    for part in parts(found, Chart) + parts(found, Map):
        caption = part.caption
        assert caption.illustrative
        assert "SỐ LIỆU MINH HỌA – không dùng để báo cáo" in caption.notes
        assert any(note.startswith("Nguồn số liệu: ") for note in caption.notes)
        assert any("lần nạp số" in note for note in caption.notes)
        assert caption.subtitle
        assert caption.alt != caption.title
        assert caption.origins
    for drawn in parts(found, Map):
        assert any(note.startswith("Ranh giới: 34 tỉnh") for note in drawn.caption.notes)


def test_whoever_the_page_gives_no_rank_has_none_here(read, made):
    values = read(COUNTRY)
    said = " ".join(line for part in parts(made(COUNTRY), Text) for line in part.sentences)
    for one in values.drawn:
        for value in one.table.values:
            small = value.denominator is not None and value.denominator < values.min_denominator
            if value.value is not None and (value.provisional or small):
                percent = VI.percent(value.value)
                assert f"{value.area_name} ({percent})" not in said


@pytest.mark.parametrize("scope", SCOPES)
def test_the_same_choice_makes_the_same_report(scope, made):
    assert made(SCOPES[scope]) == made(SCOPES[scope])


def test_the_workbook_gets_every_value_of_every_province(made, read):
    found = made(COUNTRY)
    values = next(table for table in found.data if table.key == "values")
    codes = cells(values, "indicator")
    assert codes.count("S02") == 35
    assert codes.count("G01") == 1
    assert len(values.row_units) == len(values.rows)


@pytest.mark.parametrize(
    ("pack", "parameter"),
    [
        (replace(COUNTRY, area="99"), "area"),
        (replace(COUNTRY, group="01,99"), "area"),
        (replace(COUNTRY, area="99", group="peers"), "area"),
        (replace(COUNTRY, period="1995"), "period"),
        (replace(COUNTRY, period="2040-Q1"), "period"),
        (replace(COUNTRY, period="quý ba"), "period"),
        (replace(COUNTRY, load=10**9), "as_of_load"),
    ],
)
def test_what_can_not_be_reported_is_refused_by_name(pack, parameter, repository, settings):
    with pytest.raises(UnknownParameter) as refused:
        read_report_values(repository, settings, pack)
    assert refused.value.parameter == parameter
    assert refused.value.allowed


@pytest.mark.parametrize("period", ["2025-Q1", "2025", "2026-06", "2026-H1"])
@pytest.mark.parametrize("scope", ["country", "province", "peers"])
def test_other_periods_make_whole_reports_too(scope, period, made):
    found = made(replace(SCOPES[scope], period=period))
    assert all("None" not in said for said in sentences(found))
    assert found.subtitle == f"Đến hết {VI.period(period)[0].lower()}{VI.period(period)[1:]}"


@pytest.mark.parametrize("scope", SCOPES)
def test_every_indicator_can_be_drawn(scope, made):
    codes = read_catalogue().codes
    found = made(replace(SCOPES[scope], indicators=codes))
    assert all("None" not in said for said in sentences(found))
    drawn = {one.key.rpartition("-")[2] for one in parts(found, Chart) + parts(found, Map)}
    assert drawn - {"status"} == set(codes) - {"A01", "A02", "A03", "G06"}  # milestones of one body
