"""What is chosen, as the address of the page states it: `/?i=S02&p=2026-Q3&b=34&c=status&area=08`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from charts.classes import Colouring
from indicators.catalogue import Catalogue
from indicators.errors import UnknownParameter
from indicators.model import Indicator
from indicators.periods import EXAMPLES, Period
from language import LOCALES, N_, Language, Locale, language

DEFAULT_INDICATOR = "S02"
BOUNDARIES = ("34", "63", "reported")
COLOURINGS = ("value", "status", "gap", "change")
RANKS = ("top", "bottom", "all")
THEMES = ("light", "contrast")

# What a parameter of the address is called where it has to be named to a reader.
PARAMETERS = {
    "i": N_("chỉ số"),
    "p": N_("kỳ báo cáo"),
    "b": N_("ranh giới"),
    "c": N_("cách tô màu"),
    "area": N_("tỉnh, thành phố"),
    "rank": N_("phần của bảng xếp hạng"),
    "lang": N_("ngôn ngữ"),
    "theme": N_("giao diện"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter of the address with a value that can't be used, and the values that can."""

    parameter: str
    value: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything chosen on the page. `period` None stands for the newest one with data."""

    indicator: Indicator
    period: str | None
    boundaries: str
    colouring: Colouring
    area: str | None
    rank: str
    language: Language
    theme: str
    problems: tuple[Problem, ...] = ()


def choice(search: str | None, catalogue: Catalogue, default_language: Locale) -> Choice:
    """What an address asks for. A value that can't be used gives a problem and its default; the rest stands.

    What is coloured defaults to the status where the indicator has a target, else to the value; so does a
    colouring that needs a target where there is none.
    """
    given = {name: values[-1] for name, values in parse_qs((search or "").lstrip("?")).items()}
    problems: list[Problem] = []

    def one_of(name: str, allowed: tuple[str, ...], default: Any) -> Any:
        value = given.get(name, default)
        if value in allowed or value is default:
            return value
        problems.append(Problem(name, value, allowed))
        return default

    codes = tuple(indicator.code for indicator in catalogue)
    first = DEFAULT_INDICATOR if DEFAULT_INDICATOR in codes else codes[0]
    indicator = catalogue[one_of("i", codes, first)]
    natural: Colouring = "status" if indicator.targets else "value"
    colouring: Colouring = one_of("c", COLOURINGS, natural)
    return Choice(
        indicator=indicator,
        period=_period(given.get("p"), problems.append),
        boundaries=one_of("b", BOUNDARIES, BOUNDARIES[0]),
        colouring=natural if colouring in ("status", "gap") and not indicator.targets else colouring,
        area=given.get("area"),
        rank=one_of("rank", RANKS, RANKS[0]),
        language=language(one_of("lang", LOCALES, default_language)),
        theme=one_of("theme", THEMES, THEMES[0]),
        problems=tuple(problems),
    )


def _period(code: str | None, refuse: Callable[[Problem], None]) -> str | None:
    if code is None:
        return None
    try:
        return Period.parse(code).code
    except UnknownParameter:
        refuse(Problem("p", code, EXAMPLES))
        return None
