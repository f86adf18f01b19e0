"""What each page shows, as files: /tep/ban-do/map.xlsx?i=S02&p=2026-Q3 and the like.

The address is that of the page with the name of the thing; its parameters are those of the page, so whatever
is on the screen can be had by a link or by `curl`. `.csv` and `.xlsx` are files, `.json` is what
assets/5_paper.js draws a picture from.
"""

import io
import json
from dataclasses import asdict, replace
from typing import Any

from dash import Dash
from flask import Response, request

from callbacks.asked import Asked, Refused
from callbacks.files_of_pages import HOME, PAGES
from callbacks.view import read_choice
from config import Settings
from exports.csv_file import csv_text
from exports.definitions import definitions
from exports.report import Report, Section
from exports.thing import Thing, file_stem
from exports.workbook import write_xlsx
from indicators.errors import UnknownParameter
from language import Language, language
from layouts.choice import THEMES, Problem
from repository import Repository
from warehouse.errors import WarehouseError

NAMED = 40  # so many allowed values are named where one can't be used
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = ("csv", "xlsx", "json")
OLD_LIST = "/chat-luong/danh-sach.csv"
LONGEST_STEM = 80  # letters of a file's name before its period and load
RETRY_AFTER_SECONDS = 5


def register(app: Dash, repository: Repository, settings: Settings) -> None:
    """Adds the route of all files."""
    scripts = app.registered_paths

    def show_file(page: str, name: str, kind: str) -> Response:
        default = settings.default_locale
        lang = language("en" if request.args.get("lang", default) == "en" else "vi")
        things = PAGES.get(page, {})
        if name not in things or kind not in KINDS:
            known = [f"{one}.{kind}" for one in things for kind in KINDS] or list(PAGES)
            return _said(lang("Không có tệp này. Có: {known}.", known=", ".join(known)), 404)
        try:
            chosen = read_choice(repository, request.query_string.decode("utf-8", "replace"), default)
            if chosen.problems:
                raise Refused(*chosen.problems)
            # Whatever the screen wears: files are printed on white paper.
            asked = Asked(repository, settings, replace(chosen, theme=THEMES[0]))
            thing = things[name](asked)
            return _answer(thing, asked, page, kind, scripts.get("plotly", ()))
        except Refused as refused:
            return _said("\n".join(told(problem, lang) for problem in refused.problems), 400)
        except UnknownParameter as error:
            problem = Problem(error.parameter, error.value, tuple(error.allowed))
            return _said(told(problem, lang), 404 if error.missing else 400)
        except WarehouseError as error:
            answer = _said(error.message, 503)
            answer.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
            return answer

    app.server.add_url_rule("/tep/<page>/<name>.<kind>", "file", show_file)
    # The address that provinces were sent before all things had one.
    app.server.add_url_rule(OLD_LIST, "old-list", lambda: show_file("chat-luong", "list", "csv"))


def told(problem: Problem, lang: Language) -> str:
    """A parameter that can't be used, and what can."""
    if problem.reason:
        return lang(problem.reason, value=problem.quoted)
    allowed = ", ".join(problem.allowed[:NAMED]) + (", …" if len(problem.allowed) > NAMED else "")
    return lang(
        "Tham số “{parameter}” có giá trị không dùng được: “{value}”. Chấp nhận: {allowed}.",
        parameter=problem.parameter,
        value=problem.quoted,
        allowed=allowed,
    )


def report_of(thing: Thing, asked: Asked, link: str) -> Report:
    """A thing as a report of its own, with the definitions of its indicators behind it."""
    caption, load, lang = thing.table.caption, asked.load, asked.lang
    sections = [Section("thing", caption.title, (thing.table, *thing.more))]
    if thing.indicators:
        about = definitions(thing.indicators, asked.around)
        sections.append(Section("definitions", about.caption.title, (about,), annex=True))
    return Report(
        title=caption.title,
        subtitle=caption.subtitle,
        agency=asked.settings.agency_name,
        locale=lang.code,
        scope=asked.choice.area or "",
        scope_name="",
        period=thing.period,
        boundaries=thing.boundaries,
        load_id=load.load_id if load else None,
        data_date=load.loaded_at.date() if load and load.loaded_at else None,
        written_on=asked.today,
        illustrative=caption.illustrative,
        preliminary=thing.preliminary,
        sections=tuple(sections),
        link=link,
    )


def _answer(thing: Thing, asked: Asked, page: str, kind: str, scripts: Any) -> Response:
    load = asked.load
    words = file_stem(page, thing.table.caption.title)[:LONGEST_STEM].rstrip("-")
    stem = "-".join(filter(None, (words, thing.period.lower(), f"{load.load_id}" if load else "")))
    if kind == "json":
        return _picture(thing, stem, scripts)
    if kind == "csv":
        answer = Response(csv_text(thing.table, asked.lang), mimetype="text/csv")
    else:
        written = io.BytesIO()
        write_xlsx(report_of(thing, asked, _link(page)), written)
        answer = Response(written.getvalue(), mimetype=XLSX)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{stem}.{kind}")
    return answer


def _picture(thing: Thing, stem: str, scripts: Any) -> Response:
    """What a picture is drawn from: its words, the figure and its key; no figure where there is none."""
    caption, picture = thing.table.caption, thing.picture
    record = {
        "file": stem,
        "title": caption.title,
        "subtitle": caption.subtitle,
        "notes": caption.notes,
        "alt": caption.alt,
        "illustrative": caption.illustrative,
        "scripts": [f"/_dash-component-suites/plotly/{path}" for path in scripts],
        "picture": asdict(picture) if picture else None,
    }
    return Response(json.dumps(record, ensure_ascii=False, default=str), mimetype="application/json")


def _link(page: str) -> str:
    """The address of the page with what is chosen there."""
    path = "" if page == HOME else page
    query = request.query_string.decode("utf-8", "replace")
    return f"{request.url_root}{path}" + (f"?{query}" if query else "")


def _said(text: str, status: int) -> Response:
    return Response(text, status, content_type="text/plain; charset=utf-8")
