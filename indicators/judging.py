"""What is wrong with sound facts held against one another: pairs, and totals over their parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from indicators.model import Fault, Indicator
from indicators.pair_faults import fault_listed, out_of_step, unsound_across_days, unsound_pairs
from indicators.quality import disagreeing_totals
from indicators.soundness import Fact, Rules
from indicators.tracks import Sheets, facts_of, sheets_of

Pairs = dict[date | None, dict[str, Sheets]]  # by day and indicator; each area is a unit of its own


def faults_of_facts(
    facts: Iterable[Fact], indicators: Iterable[Indicator], rules: Rules, flows: frozenset[str]
) -> tuple[list[Fault], Pairs]:
    """What is wrong with facts beside facts of the same day, and those that another day may contradict.

    Facts that name an ethnic group are left aside. What is of `flows` adds up over days: none contradicts it.
    """
    totals: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.ethnic is None:
            totals[fact.measure].append(fact)
    faults: list[Fault] = []
    pairs: Pairs = defaultdict(dict)
    for measure, found in totals.items():
        if rules.additive.get(measure):  # a score is an average of its parts
            faults += disagreeing_totals(found, rules.areas)
    each = {key: key for key in rules.areas.versions}
    for indicator in indicators:
        sound, unsound = unsound_pairs(
            indicator, [fact for one in indicator.measures for fact in totals[one]]
        )
        faults += _listed(indicator, unsound, rules)
        if indicator.denominator and flows.isdisjoint(indicator.measures):
            for end, sheets in sheets_of(sound, each).items():
                pairs[end][indicator.code] = sheets
    return faults, pairs


def contradictions(indicator: Indicator, days: Sequence[Sheets], rules: Rules) -> list[Fault]:
    """What is wrong with pairs of an indicator whose parts were last reported on different days."""
    areas = out_of_step(indicator, days)
    facts = [fact for sheets in days for fact in facts_of(sheets, areas)] if areas else []
    return _listed(indicator, unsound_across_days(indicator, facts), rules)


def _listed(indicator: Indicator, found: Iterable[tuple[str, str, Fact]], rules: Rules) -> list[Fault]:
    versions = rules.areas.versions
    return [
        fault_listed(kind, f"{indicator.code}: {detail}", fact, versions[fact.area_key].code)
        for kind, detail, fact in found
    ]
