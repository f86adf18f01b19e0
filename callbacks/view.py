"""What the address asks for, read from the warehouse; and what becomes of a page when it can't be read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

import structlog
from dash import no_update, set_props
from flask import has_request_context, request

from indicators.model import COUNTRY, Series, ValueTable
from indicators.periods import EXAMPLES, Period
from language import Locale, language
from layouts import ids
from layouts.choice import THEMES, Choice, Problem, choice
from layouts.notices import banner, problem_notices, state_stamp, trouble_alert
from layouts.shell import AWAY, CALM
from layouts.still import stilled, words
from repository import Repository
from warehouse.errors import WarehouseError


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen and its values. A province that the boundaries don't have is a problem of the choice."""

    choice: Choice
    table: ValueTable


def read_choice(
    repository: Repository, search: str | None, default_language: Locale, wished_theme: str = THEMES[0]
) -> Choice:
    """What an address asks for, held against what there is.

    A load that is not there or not approved, a province that never was and a period that has not begun are
    problems, and not used.
    """
    chosen = choice(search, repository.catalogue, default_language, wished_theme)
    problems: list[Problem] = []
    if chosen.load is not None:
        approved = [load.load_id for load in repository.read_loads() if load.approved]
        if chosen.load not in approved:
            problems.append(Problem("load", str(chosen.load), tuple(map(str, approved))))
    if chosen.area not in (None, COUNTRY):
        codes = repository.read_province_codes()
        if chosen.area not in codes:
            problems.append(Problem("area", str(chosen.area), codes))
    if chosen.period is not None and Period.parse(chosen.period).start > repository.today():
        problems.append(Problem("p", chosen.period, EXAMPLES))
    refused = {problem.parameter for problem in problems}
    return replace(
        chosen,
        load=None if "load" in refused else chosen.load,
        area=None if "area" in refused else chosen.area,
        period=None if "p" in refused else chosen.period,
        problems=(*chosen.problems, *problems),
    )


def read_view(repository: Repository, chosen: Choice) -> View:
    """The values of what is chosen."""
    table = repository.read_values(
        chosen.indicator.code, chosen.period, chosen.boundaries, as_of_load=chosen.load
    )
    codes = tuple(value.area_code for value in table.values)
    if chosen.area is not None and chosen.area not in codes:
        problem = Problem("area", chosen.area, codes)
        chosen = replace(chosen, area=None, problems=(*chosen.problems, problem))
    return View(chosen, table)


def read_path(repository: Repository, view: View, area_code: str) -> Series:
    """The path of an area up to the period looked at: what comes later isn't known to that day's reader."""
    end = Period.parse(view.table.period).end
    chosen, frequency = view.choice, path_frequency(view.table.period)
    series = repository.read_series(
        chosen.indicator.code, area_code, chosen.boundaries, frequency, as_of_load=chosen.load
    )
    return replace(series, points=tuple(one for one in series.points if Period.parse(one.period).end <= end))


def path_frequency(period: str) -> str:
    """The frequency of the path shown beside a period: its own, or quarters."""
    frequency = Period.parse(period).frequency
    return frequency if frequency in ("month", "year") else "quarter"


def answering(
    repository: Repository,
    default_language: Locale,
    path: str,
    show: Callable[[Choice], Any],
) -> Callable[[str | None, Any, str], Any]:
    """The callback of a page that shows what an address asks for; empty `path` for what stands on every page.

    Its second input says that the warehouse has changed, its third which page the reader is on: the one that
    is being left answers nothing. While the warehouse can't be read the page keeps its last picture under an
    alert, and looks again soon. What no callback knows in the answer becomes HTML text.
    """

    @wraps(show)
    def callback(search: str | None, _load: Any, here: str) -> Any:
        if path and here != path:
            return no_update
        try:
            answer = show(read_choice(repository, search, default_language, wished_theme()))
        except WarehouseError as error:
            chosen = choice(search, repository.catalogue, default_language)
            tell_trouble(error, chosen.language.code)
            return no_update
        return stilled(answer)

    return callback


def wished_theme() -> str:
    """The theme that the reader's system wishes, of which assets/2_choice.js tells by a cookie."""
    wished = request.cookies.get("wished-theme") if has_request_context() else None
    return wished if wished in THEMES else THEMES[0]


def of_view(repository: Repository, show: Callable[[View], Any]) -> Callable[[Choice], Any]:
    """What shows a view, from what is chosen."""

    @wraps(show)
    def shown(chosen: Choice) -> Any:
        return show(read_view(repository, chosen))

    return shown


def tell_page(repository: Repository, chosen: Choice, *, illustrative: bool) -> None:
    """Puts above a page what has to be said of it: illustrative numbers, a wrong address, the load shown."""
    lang = chosen.language
    load_id = chosen.load if chosen.load is not None else repository.read_load()
    found = next((load for load in repository.read_loads() if load.load_id == load_id), None)
    set_props(ids.BANNER, words(banner(illustrative, lang)))
    set_props(ids.NOTICES, words(problem_notices(chosen.problems, lang)))
    set_props(ids.STAMP, words(state_stamp(found, lang)))
    tell_calm(repository.read_state())


def tell_trouble(error: WarehouseError, locale: Locale) -> None:
    """Puts the alert on the page and has it look for the warehouse more often."""
    structlog.stdlib.get_logger("callbacks").warning("warehouse not ready", reason=error.message)
    set_props(ids.ALERT, words(trouble_alert(error.message, language(locale))))
    set_props(ids.SEEN, {"data": None})
    set_props(ids.HEARTBEAT, {"interval": AWAY})


def tell_calm(state: str) -> None:
    """Takes the alert off the page and has it remember which state of the warehouse it shows."""
    set_props(ids.ALERT, words(None))
    set_props(ids.SEEN, {"data": {"state": state}})
    set_props(ids.HEARTBEAT, {"interval": CALM})
