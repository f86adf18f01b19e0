"""A report as a Word document in the form that Nghị định 30/2020/NĐ-CP gives to official ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import BinaryIO

from docx.document import Document as Docx
from docx.enum.section import WD_SECTION

from exports.document_frame import add_head, add_signature, add_watermarks, number_pages
from exports.document_parts import Parts
from exports.document_styles import ANNEX, FRAME, LANGUAGES, lay_out, new_document
from exports.printed import annex_title, roman, small, split, state, watermark
from exports.report import Report, Section
from language import Language, language


def write_docx(report: Report, file: BinaryIO, images: Mapping[str, bytes]) -> None:
    """Writes the report as DOCX. `images` are PNGs by the key of their chart or map.

    A drawing without an image stands as the table of its data. Number, day, recipients and signature are left
    to be filled in; while a number is preliminary or illustrative every page says so across.
    """
    lang = language(report.locale)
    document = new_document(report.locale)
    _properties(document, report)
    add_head(document, report, lang)
    body, annexes = split(report)
    parts = Parts(document, images, lang)
    opening = [*state(report, lang), _annexes(annexes, lang)]
    document.add_paragraph(" ".join(filter(None, opening)))
    for section in body:
        document.add_heading(section.title, 1)
        for part in section.parts:
            parts.add(part)
    ending = document.add_paragraph(lang("Trên đây là {title}./.", title=small(report.title)))
    ending.paragraph_format.keep_with_next = True  # no signature stands alone on a page
    add_signature(document, lang)
    number_pages(document.sections[0])
    for number, section in enumerate(annexes, start=1):
        _add_annex(document, parts, report, section, roman(number) if len(annexes) > 1 else "")
    if words := watermark(report, lang):
        add_watermarks(document, words)
    document.save(file)


def _annexes(annexes: Sequence[Section], lang: Language) -> str:
    """The sentence that the decree wants in a document that has annexes."""
    if not annexes:
        return ""
    if len(annexes) == 1:
        return lang("Kèm theo báo cáo là Phụ lục: {title}.", title=annex_title(annexes[0], lang))
    named = "; ".join(
        f"{roman(number)}. {annex_title(one, lang)}" for number, one in enumerate(annexes, start=1)
    )
    return lang("Kèm theo báo cáo là các Phụ lục: {named}.", named=named)


def _add_annex(document: Docx, parts: Parts, report: Report, section: Section, number: str) -> None:
    """An annex on pages of its own, which are counted by themselves."""
    lang = parts.lang
    pages = document.add_section(WD_SECTION.NEW_PAGE)
    lay_out(pages)
    number_pages(pages)
    title = document.add_paragraph(style=ANNEX)
    title.add_run(f"{lang('Phụ lục')} {number}".rstrip())
    title.add_run().add_break()
    title.add_run(annex_title(section, lang).upper())
    told = lang(
        "(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm {year} của {agency})",
        year=report.written_on.year,
        agency=report.agency,
    )
    document.add_paragraph(style=FRAME).add_run(told).italic = True
    for part in section.parts:
        parts.add(part)


def _properties(document: Docx, report: Report) -> None:
    """What the file says of itself in its properties."""
    about = document.core_properties
    about.title, about.subject, about.author = report.title, report.subtitle, report.agency
    about.last_modified_by, about.comments = report.agency, ""
    about.language = LANGUAGES[report.locale]
    about.keywords = " ".join(filter(None, (report.scope_name, report.period, report.edition)))
    about.created = about.modified = datetime.combine(report.written_on, time())
