"""Where the numbers of a report come from, a line each, for speaker notes and annexes."""

from collections.abc import Iterable

from charts.wording import marks, parts, source, stated
from exports.report_values import IndicatorValues
from indicators.loads import Origin
from indicators.model import Indicator, Value
from language import Language
from layouts.origin import FORMULAS, SIDES, api_call
from layouts.wording import area_name

SHOWN_LOADS = 6


def value_line(value: Value, indicator: Indicator, lang: Language) -> str:
    """One number: whose, when, how much of how many, and what must be known before it is quoted."""
    hidden = lang("được ẩn để bảo vệ thông tin cá nhân") if value.suppressed else ""
    said = hidden or stated(value, indicator, lang)
    of = "" if hidden or indicator.kind == "milestone" else parts(value, lang)
    firm = "" if hidden else "; ".join(marks(value, lang))
    head = f"{indicator.code} · {area_name(value, lang)} · {lang.period(value.period)}: {said}"
    return " · ".join(one for one in (f"{head} ({of})" if of else head, firm) if one)


def source_lines(origin: Origin | None, indicator: Indicator, lang: Language) -> tuple[str, ...]:
    """How a number is made: formula, measures, loads with their sources, and the call that gives it."""
    if origin is None:
        return ()
    said = [lang("{code}: {formula}.", code=indicator.code, formula=lang(FORMULAS[indicator.kind]))]
    if origin.measures:
        named = (
            f"{lang(SIDES[one.side]).lower()}: {lang.pick(one.name_vi, one.name_en)} ({one.code})"
            for one in origin.measures
        )
        said.append(lang("Số đo: {measures}.", measures="; ".join(named)))
    if origin.loads:
        loads = [f"{one.load_id} ({source(one.source_system, lang)})" for one in origin.loads[:SHOWN_LOADS]]
        more = len(origin.loads) - len(loads)
        rest = [lang.plural("và {n} lần nạp khác", more)] if more > 0 else []
        said.append(lang("Lần nạp (nguồn): {loads}.", loads=", ".join((*loads, *rest))))
    said.append(lang("API: {call}", call=api_call(origin)))
    return tuple(said)


def origins(found: IndicatorValues, values: Iterable[Value], lang: Language) -> tuple[str, ...]:
    """The lines of one indicator: each number shown, then how all of them are made."""
    lines = (value_line(value, found.indicator, lang) for value in values)
    return (*lines, *source_lines(found.origin, found.indicator, lang))
