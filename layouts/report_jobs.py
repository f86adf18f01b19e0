"""A pack that was asked for: its place in the queue, how far it is, its files, or why there are none."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from exports.jobs import File, Job
from exports.pack import FORMATS
from language import N_, Language
from layouts.links import REPORT

STATES = {
    "asked": N_("Đang bắt đầu"),
    "waiting": N_("Đang chờ đến lượt"),
    "working": N_("Đang tạo"),
    "ready": N_("Đã xong"),
    "failed": N_("Không tạo được"),
    "cancelled": N_("Đã hủy"),
    "broken": N_("Bị ngắt giữa chừng"),
}
BROKEN = N_("Máy chủ dừng khi đang tạo tệp. Không có tệp dở dang nào được giữ lại; hãy yêu cầu lại.")
GONE = N_("Các tệp này đã hết hạn và đã được xóa. Hãy yêu cầu lại.")


def job_card(job: Job, title: str, lang: Language) -> list[Component]:
    """What is known of a pack asked for; how far an open one is stands in `progress`."""
    head: list[Component] = [html.H3(title, className="job-title")]
    if not job.open:
        head.append(html.P(lang(STATES[job.state]), className=f"job-state job-state--{job.state}"))
    content: list[Component] = [html.Div(head, className="job-head")]
    if job.edition and job.edition != "new":
        content.append(html.P(lang("Bản chốt {number}", number=job.edition), className="job-edition"))
    if job.files:
        content.append(html.Ul([_file(job, file, lang) for file in job.files], className="job-files"))
    if job.state == "ready":
        until = datetime.fromtimestamp(job.until, UTC).replace(tzinfo=None)
        content.append(html.P(lang("Tải được đến {moment}", moment=lang.moment(until)), className="quiet"))
    faults = (lang(BROKEN),) if job.state == "broken" else job.faults
    if faults:
        content.append(html.Ul([html.Li(fault) for fault in faults], className="job-faults", role="alert"))
    return content


def gone(lang: Language) -> list[Component]:
    """That a pack asked for isn't there any longer."""
    return [html.P(lang(GONE), className="quiet")]


def progress(job: Job, lang: Language) -> Component:
    """How far an open job is: a bar, and the step in words."""
    said = job.said or lang(STATES[job.state])
    measured: Mapping[str, str] = {}
    if job.total:
        measured = {"aria-valuenow": str(job.done), "aria-valuemax": str(job.total)}
    share = 100 * job.done / job.total if job.total else 0
    bar = html.Div(
        html.Div(className="job-bar-done", style={"width": f"{share:.0f}%"}),
        className="job-bar" if job.total else "job-bar job-bar--waiting",
        role="progressbar",
        **{"aria-valuemin": "0", "aria-valuetext": said, "aria-label": lang("Tiến độ tạo tệp")},
        **measured,
    )
    return html.Div([bar, html.P(said, className="job-step")])


def _file(job: Job, file: File, lang: Language) -> Component:
    kind = PurePath(file.name).suffix.lstrip(".")
    return html.Li(
        html.A(
            [
                html.Span(kind.upper(), className=f"file-kind file-kind--{kind}", **{"aria-hidden": "true"}),
                html.Span(
                    [
                        html.Span(lang(FORMATS[kind]), className="file-name"),
                        html.Span(size(file.size, lang), className="file-size"),
                    ]
                ),
            ],
            href=f"{REPORT}/tep/{job.id}/{quote(file.name)}",
            download=file.name,
            className="file",
        )
    )


def size(count: int, lang: Language) -> str:
    """How large a file is."""
    kilobytes = count / 1024
    if kilobytes < 1024:
        return lang("{n} KB", n=lang.number(kilobytes, 0))
    return lang("{n} MB", n=lang.number(kilobytes / 1024, 1))
