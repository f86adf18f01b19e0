"""What is chosen, as the address of a page states it: `/ban-do?i=S02&p=2026-Q3&b=34&c=status&area=08`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from charts.classes import Colouring
from charts.statuses import ALL_STATUSES
from indicators.catalogue import Catalogue
from indicators.errors import UnknownParameter
from indicators.model import Indicator
from indicators.periods import EXAMPLES, Period
from indicators.ranking import Span
from language import LOCALES, N_, Language, Locale, language

DEFAULT_INDICATOR = "S02"
BOUNDARIES = ("34", "63", "reported")
COLOURINGS = ("value", "status", "gap", "change")
RANKS = ("top", "bottom", "all")
THEMES = ("light", "dark", "contrast")
DECISIONS = ("1087", "330", "other")
DUE_YEARS = ("2025", "2030")
ZONES = ("I", "II", "III", "0")  # of communes; "0" is outside all of them
TOPS = ("5", "10", "20", "40")  # how many communes of the largest contributions are shown
TASK_STATES = ("unassigned", "no_report", "not_started", "in_progress", "overdue", "done", "done_late")
LONGEST_NUMBER = 18  # digits of a load
FIRST_YEAR = 1990  # nobody reported before, and a year earlier has to be a period, too
SPANS: tuple[Span, ...] = ("quarter", "year", "baseline")  # over which a change is taken
GROUPS = ("peers", "region")  # beside the reader's own, which is named by its codes
LARGEST_GROUP = 34
QUOTED = 60  # so many characters of a value are repeated to the reader, no more
_KIND = re.compile(r"[a-z][a-z_]{1,39}")

# What a parameter of the address is called where it has to be named to a reader.
PARAMETERS = {
    "i": N_("chỉ số"),
    "p": N_("kỳ báo cáo"),
    "b": N_("ranh giới"),
    "c": N_("cách tô màu"),
    "area": N_("tỉnh, thành phố"),
    "areas": N_("các tỉnh so sánh"),
    "span": N_("khoảng tính thay đổi"),
    "commune": N_("xã, phường, đặc khu"),
    "zone": N_("khu vực"),
    "sort": N_("thứ tự của bảng"),
    "top": N_("số xã đóng góp nhiều nhất"),
    "group": N_("nhóm so sánh"),
    "rank": N_("phần của bảng xếp hạng"),
    "lang": N_("ngôn ngữ"),
    "theme": N_("giao diện"),
    "load": N_("lần nạp số liệu"),
    "decision": N_("quyết định"),
    "pillar": N_("trụ cột"),
    "due": N_("hạn của chỉ tiêu"),
    "status": N_("trạng thái"),
    "state": N_("tình trạng nhiệm vụ"),
    "kind": N_("phần của trang"),
    "origin": N_("nguồn gốc của số"),
    "present": N_("chế độ trình chiếu"),
}


MAP_PARAMETERS = (
    "i",
    "p",
    "b",
    "c",
    "area",
    "rank",
)  # of links made while the map stood at "/"


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter of the address with a value that can't be used, and the values that can.

    `reason` (a message id that may name `{value}`) is told instead where no single value is at fault.
    """

    parameter: str
    value: str
    allowed: tuple[str, ...] = ()
    reason: str = ""

    @property
    def quoted(self) -> str:
        """The value as it is repeated to the reader: its beginning, where it is long."""
        return self.value if len(self.value) <= QUOTED else f"{self.value[:QUOTED]}…"


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything chosen. `period` None is the newest one with data, `load` None what is known now.

    `areas` are the provinces laid side by side, `span` is what a change is taken over.
    `group` is what a province is compared with: `peers`, `region`, or codes joined by commas.
    `decision`, `pillar`, `due`, `status`, `state`, `zone` and `kind` filter lists, None is all of them;
    `sort` names a column, "-" before it turns it round; each page knows its own. `top` is how many
    contributions are shown, `commune` is the one selected. `origin` names the value whose origin is shown;
    `present` is the presentation mode. `said_language` and `said_theme` tell that the address names them.
    """

    indicator: Indicator
    period: str | None
    boundaries: str
    colouring: Colouring
    area: str | None
    rank: str
    language: Language
    theme: str
    said_language: bool = False
    said_theme: bool = False
    load: int | None = None
    group: str | None = None
    areas: tuple[str, ...] = ()
    span: Span = "year"
    decision: str | None = None
    pillar: str | None = None
    due: str | None = None
    status: str | None = None
    state: str | None = None
    kind: str | None = None
    commune: str | None = None
    zone: str | None = None
    sort: str | None = None
    top: str = "10"
    origin: "Asked | None" = None
    present: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The value whose origin is asked for, in the address `origin=S02:08:2026-Q3:34`."""

    indicator: str
    area: str
    period: str
    boundaries: str

    def __str__(self) -> str:
        return f"{self.indicator}:{self.area}:{self.period}:{self.boundaries}"


def choice(
    search: str | None, catalogue: Catalogue, default_language: Locale, wished_theme: str = THEMES[0]
) -> Choice:
    """What an address asks for. A value that can't be used gives a problem and its default; the rest stands.

    What is coloured defaults to the status where the indicator has a target, else to the value; so does a
    colouring that needs a target where there is none. `wished_theme` holds where the address names none.
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
    if indicator.kind == "milestone" or (colouring in ("status", "gap") and not indicator.targets):
        colouring = natural
    return Choice(
        indicator=indicator,
        period=_period(given.get("p"), problems.append),
        boundaries=one_of("b", BOUNDARIES, BOUNDARIES[0]),
        colouring=colouring,
        area=given.get("area"),
        rank=one_of("rank", RANKS, RANKS[0]),
        language=language(one_of("lang", LOCALES, default_language)),
        theme=one_of("theme", THEMES, wished_theme),
        said_language="lang" in given,
        said_theme=given.get("theme") in THEMES,
        load=_load(given.get("load"), problems.append),
        group=_group(given.get("group"), problems.append),
        areas=_areas(given.get("areas"), problems.append),
        span=one_of("span", SPANS, "year"),
        decision=one_of("decision", DECISIONS, None),
        pillar=one_of("pillar", tuple(dict.fromkeys(one.pillar for one in catalogue)), None),
        due=one_of("due", DUE_YEARS, None),
        status=one_of("status", tuple(ALL_STATUSES), None),
        state=one_of("state", TASK_STATES, None),
        kind=_kind(given.get("kind"), problems.append),
        commune=given.get("commune"),
        zone=one_of("zone", ZONES, None),
        sort=given.get("sort"),
        top=one_of("top", TOPS, "10"),
        origin=_origin(given.get("origin"), codes, problems.append),
        present=one_of("present", ("1",), None) == "1",
        problems=tuple(problems),
    )


def _period(code: str | None, refuse: Callable[[Problem], None]) -> str | None:
    if code is None:
        return None
    try:
        found = Period.parse(code)
    except UnknownParameter:
        found = None
    if found is None or found.start.year < FIRST_YEAR:
        refuse(Problem("p", code, EXAMPLES))
        return None
    return found.code


def _kind(given: str | None, refuse: Callable[[Problem], None]) -> str | None:
    """The part of a page or the kind of rows named; which there are, only the page that has them knows."""
    if given is None or _KIND.fullmatch(given):
        return given
    refuse(Problem("kind", given, ("completeness", "timeliness", "wrong", "revisions", "drafts", "sources")))
    return None


def _load(given: str | None, refuse: Callable[[Problem], None]) -> int | None:
    if given is None:
        return None
    if given.isdecimal() and len(given) <= LONGEST_NUMBER:
        return int(given)
    refuse(Problem("load", given, ("1", "2", "…")))
    return None


def _areas(given: str | None, refuse: Callable[[Problem], None]) -> tuple[str, ...]:
    """The codes of provinces, each once, in the order in which they were chosen."""
    codes = tuple(dict.fromkeys((given or "").split(","))) if given else ()
    if len(codes) <= LARGEST_GROUP and all(len(code) == 2 and code.isdecimal() for code in codes):
        return codes
    refuse(Problem("areas", given or "", ("08,04,11",)))
    return ()


def _group(given: str | None, refuse: Callable[[Problem], None]) -> str | None:
    """A named group, or the codes of the reader's own, each once."""
    if given is None or given in GROUPS:
        return given
    codes = tuple(dict.fromkeys(given.split(",")))
    if len(codes) <= LARGEST_GROUP and all(len(code) == 2 and code.isdecimal() for code in codes):
        return ",".join(codes)
    refuse(Problem("group", given, (*GROUPS, "08,04,11")))
    return None


def _origin(given: str | None, codes: tuple[str, ...], refuse: Callable[[Problem], None]) -> Asked | None:
    """The value that the address names; a part that can't be used refuses the whole."""
    if given is None:
        return None
    parts = given.split(":")
    try:
        if len(parts) == 4 and parts[0] in codes and parts[3] in BOUNDARIES:
            return Asked(parts[0], parts[1], Period.parse(parts[2]).code, parts[3])
    except UnknownParameter:
        pass
    refuse(Problem("origin", given, ("S02:VN:2026-Q3:34",)))
    return None
