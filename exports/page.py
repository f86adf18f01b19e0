"""A report as one HTML page to be printed: headings, tables and drawings, and all that it needs in it."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from exports.document_styles import LANGUAGES
from exports.letters import faces
from exports.narrative import capital
from exports.printed import (
    annex_title,
    heading,
    instead,
    roman,
    said,
    sentences,
    split,
    state,
    watermark,
    widths,
)
from exports.report import Caption, Chart, Map, Part, Report, Section, Table, Text
from language import N_, Language

STYLE = Path(__file__).parent / "print.css"
ROOM, WIDE, LONG = 84, 7, 12  # letters in a line of a table; columns of a wide one, rows of a long one


def page(report: Report, drawings: Mapping[str, bytes], lang: Language) -> str:
    """The page. `drawings` are SVGs by the key of their chart or map; the data stand where one is missing.

    All texts are escaped; the drawings are plotly.js's own, which escapes what it writes.
    """
    return "".join(_Page(report, drawings, lang).pieces())


def margin_texts(report: Report, lang: Language) -> tuple[str, str]:
    """The header and the footer of every page: whose report, as of when, and the number of the page."""
    look = (
        f"<style>{faces()}</style><div style=\"font: 7pt 'Be Vietnam Pro', 'DejaVu Sans', sans-serif; "
        'color: #616d80; width: 100%; margin: 0 15mm 0 30mm; display: flex; justify-content: space-between">'
    )
    left = [report.agency, lang("Bản chốt số {edition}.", edition=report.edition) if report.edition else ""]
    right = lang(
        "Trang {page}/{pages}",
        page='<span class="pageNumber"></span>',
        pages='<span class="totalPages"></span>',
    )
    told = sentences(state(report, lang)[:1])
    header = f"{look}<span>{escape(report.title)}</span><span>{escape(watermark(report, lang))}</span></div>"
    footer = f"{look}<span>{escape(' · '.join(filter(None, (*left, told))))}</span><span>{right}</span></div>"
    return header, footer


class _Page:
    def __init__(self, report: Report, drawings: Mapping[str, bytes], lang: Language):
        self.report, self.drawings, self.lang = report, drawings, lang
        self.tables = self.pictures = 0

    def pieces(self) -> Iterator[str]:
        report, lang = self.report, self.lang
        yield f'<html lang="{LANGUAGES[report.locale]}"><head><title>{escape(report.title)}</title>'
        yield f"<style>{faces()}{STYLE.read_text('utf-8')}</style></head><body>"
        if words := watermark(report, lang):
            yield f'<div class="watermark" aria-hidden="true"><span>{escape(words)}</span></div>'
        yield f'<header><p class="agency">{escape(report.agency)}</p><h1>{escape(report.title)}</h1>'
        yield f'<p class="subtitle">{escape(report.subtitle)}</p>'
        first, *warnings = state(report, lang) or [""]
        warned = f'<span class="warning">{escape(" ".join(warnings))}</span>'
        yield f'<p class="state">{escape(first)} {warned}</p>'
        yield "</header><main>"
        body, annexes = split(report)
        for number, section in enumerate(body, start=1):
            yield from self.section(section, f"{roman(number)}. {section.title}", "body")
        for number, section in enumerate(annexes, start=1):
            counted = f" {roman(number)}" if len(annexes) > 1 else ""
            named = f"{lang('Phụ lục')}{counted}. {capital(annex_title(section, lang))}"
            yield from self.section(section, named, "annex")
        yield "</main></body></html>"

    def section(self, section: Section, title: str, kind: str) -> Iterator[str]:
        yield f'<section class="{kind}"><h2>{escape(title)}</h2>'
        for part in section.parts:
            yield from self.part(part)
        yield "</section>"

    def part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Text):
            yield from self.text(part)
        elif isinstance(part, Table):
            yield from self.table(part)
        elif drawn := self.drawings.get(part.key):
            yield from self.picture(part, drawn.decode())
        else:
            yield f"<p>{escape(self.lang('Không vẽ được hình; đây là số liệu của hình.'))}</p>"
            yield from self.table(instead(part, self.lang))

    def text(self, text: Text) -> Iterator[str]:
        if text.style == "list":
            yield f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in text.sentences)}</ul>"
        elif text.sentences:
            yield f"<p>{escape(' '.join(text.sentences))}</p>"

    def picture(self, part: Chart | Map, svg: str) -> Iterator[str]:
        self.pictures += 1
        yield f"<figure>{self.caption(part.caption, N_('Hình'), self.pictures)}"
        yield svg.replace("<svg ", f'<svg role="img" aria-label="{escape(part.caption.alt)}" ', 1)
        yield f"{self.notes(part.caption)}</figure>"

    def table(self, table: Table) -> Iterator[str]:
        self.tables += 1
        lang, columns = self.lang, table.columns
        room = ROOM * (1.2 if len(columns) > WIDE else 1)
        yield f'<figure class="{"long" if len(table.rows) > LONG else "short"}">'
        yield self.caption(table.caption, N_("Bảng"), self.tables)
        yield f'<table class="{"wide" if len(columns) > WIDE else "usual"}"><colgroup>'
        yield "".join(f'<col style="width: {share:.2%}">' for share in widths(table, lang, room))
        yield "</colgroup><thead><tr>"
        for column in columns:
            yield f'<th scope="col" class="{column.kind}">{escape(heading(column))}</th>'
        yield "</tr></thead><tbody>"
        for number, row in enumerate(table.rows):
            cells = (
                f'<td class="{column.kind}{" missing" if row[at] is None else ""}">'
                f"{escape(said(table, number, at, lang))}</td>"
                for at, column in enumerate(columns)
            )
            yield f"<tr>{''.join(cells)}</tr>"
        yield f"</tbody></table>{self.notes(table.caption)}</figure>"

    def caption(self, caption: Caption, kind: str, number: int) -> str:
        title = f"<b>{escape(self.lang(kind))} {number}. {escape(caption.title)}</b>"
        return f"<figcaption>{title}<span>{escape(caption.subtitle)}</span></figcaption>"

    def notes(self, caption: Caption) -> str:
        return f'<p class="notes">{escape(sentences(caption.notes))}</p>'
