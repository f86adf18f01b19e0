"""The files of a report: each is written by itself, so that one that can't be made leaves the others."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import structlog

from config import Settings
from exports.chromium import Chromium, Form
from exports.errors import ChromiumMissing, ExportError
from exports.images import Pictures, drawings, pictures
from exports.pack import FORMATS, MINISTRY, Pack
from exports.report import Chart, Map, Report
from geodata.outlines import Outlines, read_outlines
from language import N_, Language, language

Told = Callable[[str, int, int], None]  # the step in words, the how-manieth it is, of how many
# How the pictures of a kind of file are drawn; the other kinds draw for themselves.
PICTURES_OF: dict[str, Form] = {"docx": "png", "pdf": "inline"}
DRAWS = {
    Chart: N_("Đang vẽ biểu đồ {n}/{total}: {title}"),
    Map: N_("Đang vẽ bản đồ {n}/{total}: {title}"),
}
SAVES = N_("Đang ghi tệp: {kind}")
NOT_WRITTEN = N_("Không tạo được tệp {kind}: {why}")
READ = 2  # steps before the first file: the numbers, the words
UNEXPECTED = N_("lỗi đã được ghi vào nhật ký")


def write_files(
    report: Report, chosen: Pack, folder: Path, settings: Settings, lang: Language, told: Told
) -> list[str]:
    """Writes the files asked for into a folder, and tells in words what could not be drawn or written."""
    drawn = list(drawings(report))
    forms = [PICTURES_OF[kind] for kind in chosen.formats if kind in PICTURES_OF]
    steps = Steps(READ + len(drawn) * len(forms) + len(chosen.formats), told)
    outlines = (read_outlines(settings.data_dir, "34"), read_outlines(settings.data_dir, "63"))
    faults: dict[str, None] = {}  # each once: a chart that fails, fails for every file
    with Chromium() as chromium:
        for kind in chosen.formats:
            file = folder / f"{file_stem(report)}.{kind}"
            try:
                found = Pictures()
                if kind in PICTURES_OF:
                    try:
                        found = _draw(report, drawn, chromium, outlines, PICTURES_OF[kind], lang, steps)
                    except ChromiumMissing as error:  # the document stands without pictures
                        faults[error.said(lang)] = None
                faults |= dict.fromkeys(fault.said(lang) for fault in found.faults.values())
                steps.tell(lang(SAVES, kind=lang(FORMATS[kind])))
                with file.open("wb") as out:
                    _write(kind, report, out, chosen, settings, found.images, chromium, outlines)
            except Exception as error:
                file.unlink(missing_ok=True)
                faults[lang(NOT_WRITTEN, kind=lang(FORMATS[kind]), why=_why(error, lang))] = None
    return list(faults)


class Steps:
    """How far the work is: each step is told when it begins."""

    def __init__(self, total: int, told: Told):
        self.done, self.total, self.told = READ, total, told

    def tell(self, said: str) -> None:
        """The next step begins."""
        self.told(said, self.done, self.total)
        self.done += 1


def file_stem(report: Report) -> str:
    """The name of the files: what the report is of and of which period, without signs that systems refuse."""
    lang = language(report.locale)
    period = lang.period(report.period).replace("/", "-")
    name = " - ".join((lang("Báo cáo"), report.scope_name, period, report.edition.replace("/", "-")))
    return "".join(letter for letter in name.strip(" -") if letter.isalnum() or letter in " -.,()")[:120]


def _draw(
    report: Report,
    drawn: Sequence[Chart | Map],
    chromium: Chromium,
    outlines: Sequence[Outlines],
    form: Form,
    lang: Language,
    steps: Steps,
) -> Pictures:
    counts = Counter(type(part) for part in drawn)
    begun: Counter[type] = Counter()

    def tell(part: Chart | Map) -> None:
        kind = type(part)
        begun[kind] += 1
        steps.tell(lang(DRAWS[kind], n=begun[kind], total=counts[kind], title=part.caption.title))

    return pictures(report, chromium, outlines, form, told=tell)


def _write(
    kind: str,
    report: Report,
    out: BinaryIO,
    chosen: Pack,
    settings: Settings,
    images: Mapping[str, bytes],
    chromium: Chromium,
    outlines: Sequence[Outlines],
) -> None:
    # Late: each brings a package of its own, which only this process needs.
    if kind == "pptx":
        from exports.slides import write_pptx

        template = settings.report_template if chosen.template == MINISTRY else None
        write_pptx(report, out, template, outlines)
    elif kind == "docx":
        from exports.document import write_docx

        write_docx(report, out, images)
    elif kind == "xlsx":
        from exports.workbook import write_xlsx

        write_xlsx(report, out)
    else:
        from exports.pdf import write_pdf

        write_pdf(report, out, chromium, images)


def _why(error: Exception, lang: Language) -> str:
    if isinstance(error, ExportError):
        return error.said(lang)
    structlog.stdlib.get_logger("reports").error("file not written", exc_info=error)
    return lang(UNEXPECTED)
