"""The classes of the map: which area has which colour and pattern, and how many areas share it.

The one source for the colours of the map and for its legend. The limits hang on the indicator's scale alone,
so that a colour means the same in every period.
"""

from dataclasses import dataclass, replace
from typing import Literal

from charts.scales import change_labels, change_limits, gap_labels, gap_limits, value_labels, value_limits
from charts.statuses import MILESTONE_STATUSES, STATUSES
from charts.tokens import THEMES
from indicators.model import Indicator, Value, ValueTable
from language import Language

Colouring = Literal["value", "status", "gap", "change"]


@dataclass(frozen=True, slots=True)
class MapClass:
    """A class of the map: how it looks, what it is called, and the areas in it.

    `pattern` is one of PATTERNS (in the legend the CSS class `pattern--<pattern>`), or empty. `always` marks
    the steps of the scale, which a legend shows even when no area is in them.
    """

    code: str
    label: str
    colour: str
    pattern: str = ""
    icon: str = ""
    always: bool = False
    area_codes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many areas are in the class."""
        return len(self.area_codes)


def classes(
    table: ValueTable,
    indicator: Indicator,
    *,
    colouring: Colouring,
    lang: Language,
    theme: str,
    before: ValueTable | None = None,
) -> tuple[MapClass, ...]:
    """Every class of the map, empty ones too, always in the same order; each area is in exactly one.

    `before` is the table of a year earlier, for the colouring by change.
    """
    earlier = {value.area_code: value.value for value in before.values} if before else {}
    members: dict[str, list[str]] = {}
    for value in table.values:
        members.setdefault(_code(value, indicator, colouring, earlier), []).append(value.area_code)
    empty = _empty_classes(indicator, colouring, lang, theme)
    return tuple(replace(each, area_codes=tuple(members.get(each.code, ()))) for each in empty)


def provisional(table: ValueTable, lang: Language, theme: str) -> MapClass:
    """The mark over the colour of areas whose value is provisional; no class, so not in the sum of counts."""
    codes = tuple(
        each.area_code
        for each in table.values
        if each.provisional and each.value is not None and not each.suppressed
    )
    return MapClass(
        "provisional", lang("Tạm tính (chưa đủ độ phủ)"), THEMES[theme].sunken, "weave", area_codes=codes
    )


def _code(value: Value, indicator: Indicator, colouring: Colouring, earlier: dict[str, float | None]) -> str:
    if value.suppressed:
        return "suppressed"
    if value.value is None and value.status == "not_applicable":
        return "not_applicable"
    if value.value is None and value.boundaries == "63" and value.coverage is None:
        return "unknown"  # what a merged province can't give back to the old one
    if colouring == "status":
        return value.status
    if value.value is None:
        return "no_data"
    if colouring == "value":
        return f"step-{_step(value.value, value_limits(indicator))}"
    wanted = 1 if indicator.direction == "up" else -1
    if colouring == "gap":
        if value.gap is None:
            return "not_applicable" if value.status == "not_applicable" else "no_target"
        return f"step-{_step(-wanted * value.gap, gap_limits(indicator))}"
    was = earlier.get(value.area_code)
    if was is None:
        return "no_earlier"
    return f"step-{_step(wanted * (value.value - was), change_limits(indicator))}"


def _step(number: float, limits: tuple[float, ...]) -> int:
    # The tolerance lets 0.1 + 0.2 stand at the limit 0.3.
    return sum(number >= limit - 1e-9 for limit in limits)


def _empty_classes(indicator: Indicator, colouring: Colouring, lang: Language, theme: str) -> list[MapClass]:
    if colouring == "status":
        statuses = MILESTONE_STATUSES if indicator.kind == "milestone" else STATUSES
        judged = [
            MapClass(code, lang(status.word), status.colour(theme), status.pattern, status.icon)
            for code, status in sorted(statuses.items(), key=lambda item: item[1].order)
            if code != "suppressed"
        ]
        # Of a milestone that the country's body alone has, provinces have nothing to show.
        special = ("no_data", "unknown") if indicator.kind == "milestone" else ("unknown", "suppressed")
        return [*judged, *(_special(code, lang, theme) for code in special)]
    tokens = THEMES[theme]
    if colouring == "value":
        colours = tokens.sequential
        names = value_labels(indicator, lang)
        specials = ["not_applicable", "unknown", "no_data"]
    elif colouring == "gap":
        colours = (*reversed(tokens.worse), tokens.neutral, *tokens.better[:2])
        names = gap_labels(indicator, lang)
        specials = ["no_target", "not_applicable", "unknown", "no_data"]
    else:
        colours = (*reversed(tokens.worse[:3]), tokens.neutral, *tokens.better)
        names = change_labels(indicator, lang)
        specials = ["no_earlier", "not_applicable", "unknown", "no_data"]
    picked = _spread(colours, len(names))
    steps = [
        MapClass(f"step-{step}", name, colour, always=True)
        for step, (name, colour) in enumerate(zip(names, picked, strict=True))
    ]
    return steps + [_special(code, lang, theme) for code in (*specials, "suppressed")]


def _spread(colours: tuple[str, ...], count: int) -> list[str]:
    """So many of the colours, first and last among them."""
    last = len(colours) - 1
    return [colours[round(step * last / (count - 1))] for step in range(count)]


def _special(code: str, lang: Language, theme: str) -> MapClass:
    tokens = THEMES[theme]
    if code == "unknown":
        return MapClass(code, lang("Không tách được về tỉnh cũ"), tokens.missing, "cross")
    if code == "suppressed":
        return MapClass(code, lang("Được ẩn để bảo vệ thông tin cá nhân"), tokens.unjudged, "mesh")
    if code == "no_earlier":
        return MapClass(code, lang("Không có số liệu một năm trước"), tokens.missing, "lines")
    status = STATUSES[code]
    if code == "no_target":  # lines: a value is there, but nothing to compare it with
        return MapClass(code, lang(status.word), tokens.missing, "lines")
    return MapClass(code, lang(status.word), status.colour(theme), status.pattern)
