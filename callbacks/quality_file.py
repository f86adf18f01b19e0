"""The list of what is to be mended as a file: /chat-luong/danh-sach.csv?area=08&kind=late_report&load=32."""

import csv
import io
from functools import partial

from flask import Flask, Response, request

from callbacks.quality_choice import checked
from callbacks.view import read_choice
from config import Settings
from layouts.choice import Choice, Problem
from layouts.quality_file import file_name, file_rows
from layouts.quality_filter import FILE, listed_kind, province_names
from layouts.quality_list import chosen_lines
from repository import Repository
from repository.sources import ILLUSTRATIVE
from warehouse.errors import WarehouseError

NAMED = 40  # so many allowed values are named where one can't be used


def register(server: Flask, repository: Repository, settings: Settings) -> None:
    """Adds the route of the file."""
    server.add_url_rule(FILE, "quality-list", partial(show_file, repository, settings))


def show_file(repository: Repository, settings: Settings) -> Response:
    """The list of a province, of a kind or of everything; a parameter that can't be used is named."""
    try:
        asked = read_choice(repository, request.query_string.decode(), settings.default_locale)
        chosen = checked(repository, asked)
        if chosen.problems:
            return _said("\n".join(_told(problem, chosen) for problem in chosen.problems), 400)
        return _file(repository, chosen)
    except WarehouseError as error:
        return _said(error.message, 503)


def _file(repository: Repository, chosen: Choice) -> Response:
    lang = chosen.language
    lines = chosen_lines(repository.read_listed(chosen.load), listed_kind(chosen.kind), chosen.area)
    names = province_names(repository.read_reporting(chosen.load), lang)
    province = names[chosen.area] if chosen.area else lang("tất cả các tỉnh")
    load_id = chosen.load if chosen.load is not None else repository.read_load()
    load = next((one for one in repository.read_loads() if one.load_id == load_id), None)
    illustrative = any(source.name == ILLUSTRATIVE for source in repository.read_sources(chosen.load))
    answer = Response(csv_text(file_rows(lines, province, load, illustrative, lang)), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=file_name(province, load, lang))
    return answer


def csv_text(rows: list[list[str]]) -> str:
    """The rows as CSV, with the mark by which spreadsheets know UTF-8."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return "\ufeff" + written.getvalue()


def _told(problem: Problem, chosen: Choice) -> str:
    allowed = ", ".join(problem.allowed[:NAMED]) + (", …" if len(problem.allowed) > NAMED else "")
    lang = chosen.language
    return lang(
        "Tham số “{parameter}” có giá trị không dùng được: “{value}”. Chấp nhận: {allowed}.",
        parameter=problem.parameter,
        value=problem.quoted,
        allowed=allowed,
    )


def _said(text: str, status: int) -> Response:
    return Response(text, status, content_type="text/plain; charset=utf-8")
