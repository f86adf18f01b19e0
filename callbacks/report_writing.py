"""The files of a report: each is written by itself, so that one that can't be made leaves the others."""

from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from config import Settings
from exports.chromium import Chromium
from exports.errors import ChromiumMissing, ExportError
from exports.images import Pictures, drawings, pictures
from exports.pack import FORMATS, MINISTRY, Pack
from exports.report import Chart, Map, Report
from geodata.outlines import Outlines, read_outlines
from language import N_, Language, language

Told = Callable[[str, int, int], None]  # the step in words, the how-manieth it is, of how many
WITH_PICTURES = ("docx", "pdf")
DRAWS = {
    Chart: N_("Đang vẽ biểu đồ {n}/{total}: {title}"),
    Map: N_("Đang vẽ bản đồ {n}/{total}: {title}"),
}
SAVES = N_("Đang ghi tệp: {kind}")
NOT_WRITTEN = N_("Không tạo được tệp {kind}: {why}")
UNEXPECTED = N_("lỗi đã được ghi vào nhật ký")


def write_files(
    report: Report, chosen: Pack, folder: Path, settings: Settings, lang: Language, told: Told
) -> list[str]:
    """Writes the files asked for into a folder, and tells in words what could not be drawn or written."""
    drawn = list(drawings(report)) if set(chosen.formats) & set(WITH_PICTURES) else []
    total = 2 + len(drawn) + len(chosen.formats)
    outlines = (read_outlines(settings.data_dir, "34"), read_outlines(settings.data_dir, "63"))
    faults: list[str] = []
    step = 2
    with Chromium() as chromium:
        images = Pictures()
        try:
            images = _draw(
                report, drawn, chromium, outlines, lang, lambda said, n: told(said, step + n, total)
            )
            faults += [fault.said(lang) for fault in images.faults.values()]
        except ChromiumMissing as error:
            faults.append(error.said(lang))
        for number, kind in enumerate(chosen.formats):
            told(lang(SAVES, kind=lang(FORMATS[kind])), step + len(drawn) + number, total)
            file = folder / f"{file_stem(report)}.{kind}"
            try:
                _write(kind, report, file, chosen, settings, images, chromium)
            except Exception as error:
                file.unlink(missing_ok=True)
                faults.append(lang(NOT_WRITTEN, kind=lang(FORMATS[kind]), why=_why(error, lang)))
    return faults


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
    lang: Language,
    told: Callable[[str, int], None],
) -> Pictures:
    counts = {kind: sum(isinstance(part, kind) for part in drawn) for kind in DRAWS}
    begun = dict.fromkeys(DRAWS, 0)

    def tell(part: Chart | Map) -> None:
        kind = type(part)
        done = sum(begun.values())
        begun[kind] += 1
        words = {"n": begun[kind], "total": counts[kind], "title": part.caption.title}
        told(lang(DRAWS[kind], **words), done)

    return pictures(report, chromium, outlines, told=tell)


def _write(
    kind: str,
    report: Report,
    file: Path,
    chosen: Pack,
    settings: Settings,
    images: Pictures,
    chromium: Chromium,
) -> None:
    # Late: each brings a package of its own, which only this process needs.
    with file.open("wb") as out:
        if kind == "pptx":
            from exports.slides import write_pptx

            write_pptx(report, out, settings.report_template if chosen.template == MINISTRY else None)
        elif kind == "docx":
            from exports.document import write_docx

            write_docx(report, out, images.images)
        elif kind == "xlsx":
            from exports.workbook import write_xlsx

            write_xlsx(report, out)
        else:
            from exports.pdf import write_pdf

            write_pdf(report, out)


def _why(error: Exception, lang: Language) -> str:
    if isinstance(error, ExportError):
        return error.said(lang)
    structlog.stdlib.get_logger("reports").error("file not written", exc_info=error)
    return lang(UNEXPECTED)
