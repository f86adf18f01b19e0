"""Packs asked for on the page Báo cáo: started in the background, followed, cancelled, fetched."""

from typing import Any

from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate
from flask import Response, abort, send_file

from callbacks.report_build import NEW, checked, do_job, open_editions, open_jobs
from callbacks.report_known import read_known
from callbacks.report_work import POLL_MS, Workers
from config import Settings
from exports.errors import ExportError
from exports.jobs import BUSY, Busy, Job
from exports.pack import pack
from language import N_, Language, language
from layouts import ids
from layouts.choice import choice
from layouts.components import alert
from layouts.links import REPORT
from layouts.report import FULL, SLOTS
from layouts.report_jobs import gone, job_card, progress
from layouts.report_view import scope_words
from layouts.still import stilled
from repository import Repository
from warehouse.errors import WarehouseError

CANCELLED = N_("Đã hủy yêu cầu; không tệp nào được giữ lại.")
TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the requests and the route of their files into an app."""
    jobs, editions = open_jobs(settings), open_editions(settings)
    slots = range(SLOTS)

    def lang_of(search: str | None) -> Language:
        return choice(search, repository.catalogue, settings.default_locale).language

    def ask(_asks: int, _freezes: int, search: str | None, *held: str | None) -> Any:
        """A new job in the first free place; what is wrong with the request otherwise."""
        lang = lang_of(search)
        free = next((slot for slot in slots if held[slot] is None), None)
        if free is None:
            return (*[no_update] * SLOTS, stilled(alert(lang(FULL, n=SLOTS))))
        try:
            job_id = jobs.ask(*_asked(search, freeze=ctx.triggered_id == ids.REPORT_FREEZE))
        except Busy:
            return (*[no_update] * SLOTS, stilled(alert(lang(BUSY))))
        except ExportError as error:
            return (*[no_update] * SLOTS, stilled(alert(error.said(lang))))
        except WarehouseError as error:
            return (*[no_update] * SLOTS, stilled(alert(error.message)))
        return (*[job_id if slot == free else no_update for slot in slots], None)

    def _asked(search: str | None, *, freeze: bool) -> tuple[str, Any, str]:
        from callbacks.report import asked_edition

        lang, number = lang_of(search), asked_edition(search)
        frozen = editions.find(number) if number else None
        address = frozen.address if frozen else (search or "").lstrip("?")
        chosen = checked(repository, settings, address, lang)
        if frozen:
            return address, lang.code, frozen.number
        return chosen.address(), lang.code, NEW if freeze else ""

    def show_job(job_id: str | None, going: bool | None, search: str | None) -> Any:
        """A job as it is now; one that is new here and still to be done is begun, or followed."""
        if not job_id:
            return None, None, True, True, True, no_update
        new = any(one.endswith("-id.data") for one in ctx.triggered_prop_ids)
        if going and not new:
            raise PreventUpdate
        lang, job = lang_of(search), jobs.find(job_id)
        if job is None:
            return gone(lang), None, False, True, False, no_update
        card = job_card(job, _title(job, lang), lang)
        bar = progress(job, lang) if job.open else None
        return card, bar, False, not job.open, job.open, job_id if job.open and new else no_update

    def _title(job: Job, lang: Language) -> str:
        known = read_known(repository, settings)
        found, _ = pack(job.address, known, job.locale)
        return f"{scope_words(found, known.provinces, lang)}, {lang.period(found.period)}"

    def cancel(
        _cancels: int | None, _dismissals: int | None, job_id: str | None, search: str | None
    ) -> tuple[None, Any]:
        """Ends a job, where it is still to be done, and gives its place free."""
        found = jobs.find(job_id) if job_id else None
        if found is None or not found.open:
            return None, None
        jobs.cancel(found.id)
        return None, html.P(lang_of(search)(CANCELLED), className="quiet")

    stores = [ids.JOB_ID.format(slot) for slot in slots]
    app.callback(
        *[Output(store, "data", allow_duplicate=True) for store in stores],
        Output(ids.REPORT_SAID, "children"),
        Input(ids.REPORT_ASK, "n_clicks"),
        Input(ids.REPORT_FREEZE, "n_clicks"),
        State(ids.URL, "search"),
        *[State(store, "data") for store in stores],
        prevent_initial_call=True,
    )(ask)
    workers = Workers(settings)
    for slot in slots:
        part = {name: getattr(ids, name).format(slot) for name in PARTS}
        app.callback(
            Output(part["JOB_CARD"], "children"),
            Output(part["JOB_PROGRESS"], "children"),
            Output(part["JOB"], "hidden"),
            Output(part["JOB_CANCEL"], "hidden"),
            Output(part["JOB_DISMISS"], "hidden"),
            Output(part["JOB_RUN"], "data"),
            Input(part["JOB_ID"], "data"),
            Input(part["JOB_GOING"], "data"),
            State(ids.URL, "search"),
        )(show_job)
        app.callback(
            Output(part["JOB_ENDED"], "data"),
            Input(part["JOB_RUN"], "data"),
            background=True,
            manager=workers,
            interval=POLL_MS,
            running=[(Output(part["JOB_GOING"], "data"), True, False)],
            progress=[Output(part["JOB_PROGRESS"], "children")],
            prevent_initial_call=True,
        )(follow_job)
        app.callback(
            Output(part["JOB_ID"], "data", allow_duplicate=True),
            Output(ids.REPORT_SAID, "children", allow_duplicate=True),
            Input(part["JOB_CANCEL"], "n_clicks"),
            Input(part["JOB_DISMISS"], "n_clicks"),
            State(part["JOB_ID"], "data"),
            State(ids.URL, "search"),
            prevent_initial_call=True,
        )(cancel)

    def show_file(job_id: str, name: str) -> Response:
        """A file that is ready; nobody finds it who wasn't given its address."""
        path = jobs.file(job_id, name)
        if path is None:
            abort(404)
        answer = send_file(
            path,
            mimetype=TYPES.get(path.suffix.lstrip("."), "application/octet-stream"),
            as_attachment=True,
            download_name=path.name,
        )
        answer.headers["Cache-Control"] = "private, no-store"
        return answer

    app.server.add_url_rule(f"{REPORT}/tep/<job_id>/<name>", "report-file", show_file)


PARTS = (
    "JOB",
    "JOB_ID",
    "JOB_CARD",
    "JOB_RUN",
    "JOB_GOING",
    "JOB_PROGRESS",
    "JOB_ENDED",
    "JOB_CANCEL",
    "JOB_DISMISS",
)


def follow_job(set_progress: Any, job_id: str | None, *, settings: Settings) -> str | None:
    """Does a job, or tells how far another process is with it; runs in a process of its own."""
    if job_id:
        do_job(job_id, settings, lambda job: set_progress(progress(job, language(job.locale))))
    return job_id
