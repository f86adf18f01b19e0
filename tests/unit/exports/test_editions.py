"""Editions: their numbers, what makes a checksum another one, and what has changed since."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from exports.editions import Edition, Editions, Rests, changes_told, content_checksum
from exports.report import Caption, Chart, Column, Line, Plot, Report, Section, Table, Text
from language import language

DAY = date(2026, 11, 25)
CAPTION = Caption("Bảng", "Cả nước", ("Nguồn: kho",), "Bảng một dòng", illustrative=True)
TABLE = Table(
    "values",
    CAPTION,
    (Column("Tỉnh"), Column("Giá trị", "number", 1, "%"), Column("Ngày", "date")),
    (("Cao Bằng", 61.7, DAY), ("Tuyên Quang", None, None)),
    {(1, 1): "được ẩn", (1, 2): "chưa có"},
)
CHART = Chart(
    "path", CAPTION, {"data": []}, Plot("line", ("Q1",), (Line("cả nước", (1.5,), "#112233"),), "%", 1)
)
REPORT = Report(
    title="Báo cáo",
    subtitle="",
    agency="Bộ",
    locale="vi",
    scope="VN",
    scope_name="Cả nước",
    period="2026-Q3",
    boundaries="34",
    load_id=32,
    data_date=DAY,
    written_on=DAY,
    illustrative=True,
    preliminary=False,
    sections=(Section("all", "Tất cả", (Text(("Một câu.",)), TABLE, CHART)),),
)
RESTS = Rests(32, (1, 2, 32), "abc", "on_track=0.95")


def with_parts(*parts):
    return replace(REPORT, sections=(replace(REPORT.sections[0], parts=parts),))


def edition(number="2026-11-25/01", day=DAY):
    return Edition(
        number,
        day,
        datetime(2026, 11, 25, 8, 30),
        "Báo cáo",
        "area=08&p=2026-Q3",
        RESTS,
        content_checksum(REPORT),
    )


@pytest.fixture
def editions(tmp_path):
    return Editions(tmp_path / "data" / "editions.sqlite")


def test_the_same_content_has_the_same_checksum():
    again = with_parts(
        Text(("Một câu.",)), replace(TABLE, missing=dict(reversed(TABLE.missing.items()))), CHART
    )
    assert content_checksum(again) == content_checksum(REPORT)
    assert len(content_checksum(REPORT)) == 64


def test_how_it_is_called_and_drawn_is_no_content():
    other = replace(REPORT, edition="2026-11-25/01", checksum="x", link="http://a/bao-cao")
    assert content_checksum(other) == content_checksum(REPORT)
    drawn = with_parts(Text(("Một câu.",)), TABLE, replace(CHART, figure={"data": [1]}))
    assert content_checksum(drawn) == content_checksum(REPORT)


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, title="Báo cáo khác"),
        replace(REPORT, load_id=33),
        replace(REPORT, written_on=date(2026, 11, 26)),
        replace(REPORT, illustrative=False),
        with_parts(Text(("Một câu!",)), TABLE, CHART),
        with_parts(TABLE, Text(("Một câu.",)), CHART),
        with_parts(Text(("Một câu.",)), replace(TABLE, rows=(("Cao Bằng", 61.8, DAY), TABLE.rows[1])), CHART),
        with_parts(
            Text(("Một câu.",)), replace(TABLE, rows=(("Cao Bằng", "61.7", DAY), TABLE.rows[1])), CHART
        ),
        with_parts(
            Text(("Một câu.",)), replace(TABLE, rows=(("Cao Bằng", 61.7, "2026-11-25"), TABLE.rows[1])), CHART
        ),
        with_parts(Text(("Một câu.",)), replace(TABLE, missing={}), CHART),
        with_parts(
            Text(("Một câu.",)),
            TABLE,
            replace(CHART, plot=replace(CHART.plot, lines=(Line("cả nước", (1.6,), "#112233"),))),
        ),
    ],
)
def test_other_content_has_another_checksum(other):
    assert content_checksum(other) != content_checksum(REPORT)


def test_numbers_run_by_day(editions):
    assert editions.next_number(DAY) == "2026-11-25/01"
    assert editions.freeze(edition())
    assert editions.next_number(DAY) == "2026-11-25/02"
    assert editions.next_number(date(2026, 11, 26)) == "2026-11-26/01"


def test_an_edition_is_found_as_it_was_frozen(editions):
    assert editions.find("2026-11-25/01") is None
    editions.freeze(edition())
    assert editions.find("2026-11-25/01") == edition()
    assert editions.newest() == (edition(),)


def test_a_number_is_given_once(editions):
    assert editions.freeze(edition())
    assert not editions.freeze(replace(edition(), title="Khác"))
    assert editions.find("2026-11-25/01").title == "Báo cáo"


@pytest.mark.parametrize(
    ("now", "changes"),
    [
        (RESTS, ()),
        (replace(RESTS, definitions="def"), ("definitions",)),
        (replace(RESTS, rules="on_track=0.9"), ("rules",)),
        (replace(RESTS, approved=(1, 2, 3, 32)), ("approved",)),
        (replace(RESTS, approved=(1, 32), rules="x"), ("rules", "approved")),
    ],
)
def test_what_is_otherwise_now_is_named(now, changes):
    assert edition().changes(now) == changes


def test_changes_in_words():
    vi = language("vi")
    assert changes_told(("definitions", "rules"), vi) == "định nghĩa chỉ số đã đổi; ngưỡng đánh giá đã đổi"
    assert "chương trình" in changes_told((), vi)
