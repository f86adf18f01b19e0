"""The page at REPORT: what is chosen and what was frozen; the requests themselves are in report_jobs.py."""

from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from dash import Dash, Input, Output, State

from callbacks import report_jobs
from callbacks.report_build import open_editions
from callbacks.report_known import read_known, read_rests
from callbacks.report_values import read_report_group
from callbacks.view import answering, tell_page
from config import Settings
from exports.pack import pack
from layouts import ids
from layouts.choice import Choice
from layouts.links import REPORT
from layouts.report import SLOTS, report_contents
from layouts.report_editions import editions_section, opened_edition
from layouts.report_form import report_form
from layouts.report_view import ReportView
from repository import Repository
from repository.sources import ILLUSTRATIVE

OTHERS = {
    "lang",
    "theme",
    "load",
}  # parameters of every page; the others are a pack's, which names its own faults


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires the page into an app."""

    def show_page(search: str | None, load: Any, here: str) -> Any:
        show = partial(_show, repository, settings, search)
        return answering(repository, settings.default_locale, REPORT, show)(search, load, here)

    app.callback(
        Output(ids.REPORT_FORM, "children"),
        Output(ids.REPORT_FORM, "hidden"),
        Output(ids.REPORT_CONTENTS, "children"),
        Output(ids.REPORT_ASK, "disabled"),
        Output(ids.REPORT_ASK, "children"),
        Output(ids.REPORT_FREEZE, "disabled"),
        Output(ids.REPORT_FREEZE, "hidden"),
        Output(ids.REPORT_EDITION, "children"),
        Output(ids.REPORT_EDITION, "hidden"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        State(ids.URL, "pathname"),
    )(show_page)

    def show_editions(search: str | None, load: Any, *rest: Any) -> Any:
        def show(chosen: Choice) -> Any:
            return editions_section(read_report_view(repository, settings, search, chosen))

        return answering(repository, settings.default_locale, REPORT, show)(search, load, rest[-1])

    app.callback(
        Output(ids.REPORT_EDITIONS, "children"),
        Input(ids.URL, "search"),
        Input(ids.LOAD, "data"),
        *[Input(ids.JOB_GOING.format(slot), "data") for slot in range(SLOTS)],  # one may have frozen its pack
        State(ids.URL, "pathname"),
    )(show_editions)
    report_jobs.register(app, repository, settings)


def _show(repository: Repository, settings: Settings, search: str | None, chosen: Choice) -> Any:
    view = read_report_view(repository, settings, search, chosen)
    lang = chosen.language
    illustrative = any(source.name == ILLUSTRATIVE for source in repository.read_sources(view.pack.load))
    mine = tuple(one for one in chosen.problems if one.parameter in OTHERS)
    tell_page(repository, replace(chosen, problems=mine), illustrative=illustrative)
    wrong = bool(view.faults or view.wrong)
    return (
        report_form(view),
        view.opened is not None,
        report_contents(view),
        wrong,
        lang("Dựng lại các tệp của bản chốt") if view.opened else lang("Tạo tệp"),
        wrong,
        view.opened is not None,
        opened_edition(view),
        view.opened is None,
    )


def read_report_view(
    repository: Repository, settings: Settings, search: str | None, chosen: Choice
) -> ReportView:
    """What an address asks for. An edition that it names is shown instead of what else it says."""
    known, editions = read_known(repository, settings), open_editions(settings)
    number = asked_edition(search)
    opened = editions.find(number) if number else None
    found, faults = pack(opened.address if opened else search, known, chosen.language.code)
    faults = tuple(fault for fault in faults if fault.parameter not in OTHERS)
    changes: tuple[str, ...] = ()
    since = None
    if opened is not None:
        changes = opened.changes(read_rests(repository, settings, opened.rests.load_id))
        if opened.rests.load_id in known.loads:
            since = repository.read_changes(opened.rests.load_id)
    return ReportView(
        choice=chosen,
        known=known,
        pack=found,
        faults=faults,
        areas=read_report_group(repository, found) if found.kind == "group" else (),
        editions=editions.newest(),
        opened=opened,
        changes=changes,
        since=since,
        wrong="" if opened else number,
    )


def asked_edition(search: str | None) -> str:
    """The number of the edition that an address names."""
    return parse_qs((search or "").lstrip("?")).get("edition", [""])[-1]
