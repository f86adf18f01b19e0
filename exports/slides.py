"""A report as slides: charts and maps that stay editable, the source of every number in the notes."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import IO

from exports.document_styles import LANGUAGES
from exports.report import Report
from exports.slides_page import Page
from exports.slides_parts import Parts
from exports.slides_plan import Planned, planned
from exports.slides_settled import settled
from exports.slides_template import Frame, open_frame
from exports.slides_words import INCH, clean
from geodata.outlines import Outlines, own_outlines
from language import language

LONGEST = 255  # letters of a property
WIDE = 10 * INCH  # of a slide that has room for three drawings beside each other


def write_pptx(
    report: Report,
    file: Path | IO[bytes],
    template: Path | None = None,
    outlines: Sequence[Outlines] = (),
) -> None:
    """Writes the report as PPTX; nothing is written where it can't be made.

    `template` is the office's own .pptx or .potx; `outlines` are those that its maps are drawn from, where
    they are not the project's own. The same report gives the same bytes. Raises TemplateUnreadable,
    TemplateLacks.
    """
    lang = language(report.locale)
    around = open_frame(template, lang)
    _properties(around, report)
    page = Page(report, around, lang)
    parts = Parts(page, _by_boundaries(outlines))
    page.opening()
    later: list[Planned] = []
    slides = planned(report, lang, 3 if around.body.w > WIDE else 2)
    for each in (one for one in slides if not one.annex):
        later += parts.add(each)
    for each in [*later, *(one for one in slides if one.annex)]:
        parts.add(each)
    page.finish()
    made = BytesIO()
    around.slides.save(made)
    content = settled(made.getvalue(), report.written_on)
    if isinstance(file, Path):
        file.write_bytes(content)
    else:
        file.write(content)


def _by_boundaries(outlines: Sequence[Outlines]) -> Mapping[str, Outlines]:
    """The outlines of the 34 and of the 63: those given, else the project's own."""
    given = {each.url.split("/")[-1].partition("-")[0]: each for each in outlines}
    return {"34": own_outlines("34"), "63": own_outlines("63")} | given


def _properties(around: Frame, report: Report) -> None:
    """What the file says of itself; the day is the report's."""
    about = around.slides.core_properties
    given = {
        "title": report.title,
        "subject": report.subtitle,
        "author": report.agency,
        "last_modified_by": report.agency,
        "comments": "",
        "category": "",
        "keywords": " ".join(filter(None, (report.scope_name, report.period, report.edition))),
        "language": LANGUAGES[report.locale],
    }
    for name, text in given.items():
        setattr(about, name, clean(text)[:LONGEST])
    about.created = about.modified = datetime.combine(report.written_on, time())
    about.revision = 1
