"""The page that is printed as PDF: its structure, and that no text is taken for HTML."""

from dataclasses import replace
from html.parser import HTMLParser

from exports.images import drawings
from exports.page import margin_texts, page
from exports.report import Section, Text
from language import language
from tests.unit.exports.small_report import small_report

VI = language("vi")
REPORT = small_report()
SVG = b'<svg class="main-svg" width="10" height="10"><text>x</text></svg>'
DRAWINGS = {part.key: SVG for part in drawings(REPORT)}


class Tags(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag == name]


def test_headings_tables_and_drawings_are_what_they_are():
    tags = Tags(page(REPORT, DRAWINGS, VI))
    assert tags.of("html")[0]["lang"] == "vi-VN"
    assert len(tags.of("h1")) == 1
    assert len(tags.of("h2")) == len(REPORT.sections)
    assert len(tags.of("thead")) == len(tags.of("table")) == 2
    assert all(each["scope"] == "col" for each in tags.of("th"))
    told = [part.caption.alt for part in drawings(REPORT)]
    assert [each.get("aria-label") for each in tags.of("svg")] == told
    assert all(each["role"] == "img" for each in tags.of("svg"))
    assert not tags.of("img"), "drawings are no pictures of letters"
    assert not tags.of("script")


def test_texts_are_escaped_everywhere():
    evil = '<script>alert(1)</script>&"'
    table = replace(
        REPORT.sections[4].parts[0], rows=((evil, evil, 1.0, 2.0, None, evil),), row_units=(("%", 1),)
    )
    chart = next(drawings(REPORT))
    chart = replace(chart, caption=replace(chart.caption, title=evil, subtitle=evil, alt=evil, notes=(evil,)))
    parts = (Text((evil,)), Text((evil,), "list"), table, chart)
    report = replace(
        REPORT, title=evil, subtitle=evil, agency=evil, edition=evil, sections=(Section("s", evil, parts),)
    )
    for html in (page(report, DRAWINGS, VI), page(report, {}, VI), *margin_texts(report, VI)):
        assert "<script" not in html
        assert not Tags(html).of("script")


def test_the_watermark_comes_and_goes():
    firm = replace(REPORT, illustrative=False, preliminary=False)
    assert 'class="watermark"' in page(REPORT, DRAWINGS, VI)
    assert 'class="watermark"' not in page(firm, DRAWINGS, VI)


def test_a_missing_drawing_gives_way_to_its_data():
    html = page(REPORT, {}, VI)
    assert html.count("Không vẽ được hình") == len(DRAWINGS)
    assert len(Tags(html).of("table")) == 2 + len(DRAWINGS)


def test_the_margins_name_the_report_and_count_the_pages():
    header, footer = margin_texts(REPORT, VI)
    assert REPORT.title in header
    assert 'class="pageNumber"' in footer
    assert "lần nạp số 7" in footer
