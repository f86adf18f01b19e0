"""What is hidden in a state of the warehouse, read from the rows of all its loads."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import cast

from indicators.areas import AreaVersion
from indicators.disclosure import NOTHING_HIDDEN, Hidden, is_small
from indicators.disclosure_facts import hidden_of, measures_of
from indicators.measure_families import families
from indicators.model import Fault, Indicator
from indicators.quality import Quality
from indicators.soundness import Row, sound_facts
from repository.state import State
from warehouse.facts import read_facts, read_facts_by_ethnic_group

Hides = Callable[[str, int, date | None], bool]  # a measure, an area version, the end of a row
HIDDEN_DETAIL = "numbers hidden: too few people"
# The faults whose detail names what was reported.
WITH_NUMBERS = ("numerator_exceeds_denominator", "negative_value", "not_a_number")
NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])")  # not the digits of a code or a date


def read_hidden(state: State, codes: Iterable[str]) -> Hidden:
    """What is hidden of the indicators of a circle, the same for every load that can be asked for."""
    indicators: list[Indicator] = [state.catalogue[code] for code in codes]
    if state.min_cell <= 1 or not indicators:
        return NOTHING_HIDDEN
    measures, rules = measures_of(indicators), state.dimensions.rules(None, state.today)
    rows, groups = (
        [row for row in cast(Iterable[Row], found) if row.load_id in rules.approved_loads]
        for found in (
            read_facts(state.engine, measures),
            read_facts_by_ethnic_group(state.engine, measures),
        )
    )
    return hidden_of(
        state.dimensions.areas,
        indicators,
        families(state.catalogue),
        rows,
        sound_facts(rows, rules)[0],
        groups,
        sound_facts(groups, rules)[0],
        state.min_cell,
    )


def without_small_numbers(quality: Quality, state: State, hides: Hides) -> Quality:
    """The quality list without numbers of hidden communes, or so small that none may be told of a commune."""
    if state.min_cell <= 1:
        return quality
    by_code: dict[str, list[AreaVersion]] = defaultdict(list)
    for version in state.dimensions.areas.versions.values():
        if version.level == "commune":
            by_code[version.code].append(version)

    def told(fault: Fault) -> Fault:
        if fault.kind not in WITH_NUMBERS or fault.area_code not in by_code:
            return fault
        versions = by_code[fault.area_code]
        hidden = any(hides(fault.measure_code or "", one.key, fault.period_end) for one in versions)
        small = any(is_small(abs(float(number)), state.min_cell) for number in NUMBER.findall(fault.detail))
        return replace(fault, detail=HIDDEN_DETAIL) if hidden or small else fault

    return replace(quality, issues=tuple(told(fault) for fault in quality.issues))
