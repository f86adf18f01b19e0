"""A report as a PDF: its own text under tagged headings, with the letters in it."""

from collections.abc import Mapping
from typing import BinaryIO

from exports.chromium import Chromium
from exports.page import margin_texts, page
from exports.report import Report
from language import language

MARGINS = (20, 15, 18, 30)  # millimetres: top, right, bottom, left, as of an official document


def write_pdf(report: Report, file: BinaryIO, chromium: Chromium, drawings: Mapping[str, bytes]) -> None:
    """Writes the report as PDF. `drawings` are SVGs for a page ("inline") by the key of their chart or map.

    A drawing that is missing stands as the table of its data. Raises ChromiumMissing, ChromiumFailed.
    """
    lang = language(report.locale)
    header, footer = margin_texts(report, lang)
    html = page(report, drawings, lang)
    file.write(chromium.print(html, header=header, footer=footer, margins=MARGINS))
