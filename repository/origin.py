"""Where a value comes from: its measures, the loads that its rows came with, what its area was made of."""

from collections.abc import Iterable
from typing import Literal

from indicators.loads import Load, Measure, Origin
from indicators.made_of import composition
from indicators.model import COUNTRY, Value
from indicators.periods import Period
from indicators.readings import Readings
from indicators.tasks import TASKS, TASKS_ASSIGNED
from repository.dimensions import Dimensions, MeasureNames
from repository.milestones import read_milestones
from repository.state import State

# Counted from task reports; dim_measure does not know them.
FROM_TASKS = {
    TASKS: MeasureNames("Nhiệm vụ có báo cáo", "Tasks reported on", "nhiệm vụ", "stock"),
    TASKS_ASSIGNED: MeasureNames(
        "Nhiệm vụ đã rõ người, rõ việc, rõ kết quả, rõ thời gian",
        "Tasks with unit, person, result and date",
        "nhiệm vụ",
        "stock",
    ),
}


def read_load_log(state: State) -> tuple[Load, ...]:
    """Every load that the log knows, newest first, the unapproved among them."""
    return state.dimensions.log


def value_origin(state: State, value: Value, readings: Readings | None) -> Origin:
    """Where a value comes from; `readings` are those of its indicator, None for a milestone."""
    if readings is None:
        return _origin_of_milestone(state, value)
    period, measures = Period.parse(value.period), _measures(state.dimensions, readings)
    if value.value is None:
        return Origin(value, measures, (), 0, (), (), state.load_id)
    amount = readings.of_area(value.area_code, value.boundaries, period.start, period.end)
    former = _former(readings, value.area_code, value.boundaries, period)
    return Origin(
        value=value,
        measures=measures,
        loads=_loads(state, amount.loads),
        rows=amount.rows,
        made_of=tuple(name_vi for name_vi, _ in former),
        made_of_en=tuple(name_en for _, name_en in former),
        as_of_load=state.load_id,
    )


def _origin_of_milestone(state: State, value: Value) -> Origin:
    """The reports behind a milestone: the area's own; for the country those of all areas."""
    day = Period.parse(value.period).end
    numbers = [
        one.load_id
        for one in read_milestones(state, day, value.boundaries, value.indicator)
        if one.load_id is not None and value.area_code in (COUNTRY, one.area_code)
    ]
    return Origin(value, (), _loads(state, numbers), len(numbers), (), (), state.load_id)


def _loads(state: State, numbers: Iterable[int]) -> tuple[Load, ...]:
    wanted = frozenset(numbers)
    return tuple(load for load in state.dimensions.log if load.load_id in wanted)


def _measures(dimensions: Dimensions, readings: Readings) -> tuple[Measure, ...]:
    formula, found = readings.formula, []
    sides: tuple[tuple[Literal["numerator", "denominator", "weight"], tuple[str, ...]], ...] = (
        ("numerator", formula.indicator.numerator),
        ("denominator", formula.indicator.denominator),
        ("weight", (formula.weight,) if formula.weight else ()),
    )
    for side, codes in sides:
        for code in codes:
            unnamed = MeasureNames(code, code, "", "")
            names = FROM_TASKS.get(code) or dimensions.measures.get(code, unnamed)
            found.append(Measure(code, *names, side))
    return tuple(found)


def _former(
    readings: Readings, area_code: str, boundaries: str, period: Period
) -> tuple[tuple[str, str], ...]:
    """The names of the former provinces whose rows stand behind the value of a province of today."""
    if boundaries != "34" or len(area_code) != 2 or area_code == COUNTRY:
        return ()
    unit = readings.areas.find_province(area_code, boundaries, period.end)
    return composition(readings, unit, boundaries, period).units
