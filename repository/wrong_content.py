"""What is wrong or lacking in the warehouse's content: counted, and listed with its reason."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import cast

from sqlalchemy import Engine

from indicators.areas import Areas
from indicators.catalogue import Catalogue
from indicators.doubtful import GroupRows, doubtful_rows
from indicators.model import Fault, Indicator
from indicators.own_targets import own_targets
from indicators.pair_faults import fault_listed, unsound_across_days, unsound_pairs
from indicators.quality import Obligation, Quality, completeness, disagreeing_totals
from indicators.soundness import Fact, Row, Rules, sound_facts
from repository.dimensions import Dimensions
from repository.milestones import milestone_faults
from repository.tasks import task_faults
from warehouse.facts import (
    read_empty_tables,
    read_facts,
    read_first_reports,
    read_obligations,
    read_rejected_counts,
)
from warehouse.group_rows import read_group_rows


def read_quality(
    engine: Engine, catalogue: Catalogue, dimensions: Dimensions, rules: Rules, load_id: int | None
) -> Quality:
    """Everything left out of the numbers, with its reason, and how complete and timely the reports are."""
    areas, present = dimensions.areas, dimensions.fingerprint.optional
    groups = doubtful_rows(map(GroupRows._make, read_group_rows(engine)), rules)
    facts, listed = sound_facts(chain(cast(Iterable[Row], read_facts(engine)), groups), rules)
    totals: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.ethnic is None:
            totals[fact.measure].append(fact)
    for indicator in catalogue:
        listed += _unsound(
            indicator, [fact for one in indicator.measures for fact in totals[one]], areas, dimensions.flows
        )
    for measure, found in totals.items():
        if dimensions.additive.get(measure):  # a score is an average of its parts
            listed += disagreeing_totals(found, areas)
    listed += milestone_faults(engine, catalogue, dimensions, rules)
    listed += task_faults(engine, dimensions, rules)
    directions = {one.code: one.direction for one in catalogue}
    listed += own_targets(dimensions.targets, directions, rules)[1]
    listed += [
        Fault("wrong_succession", detail=f"area_key {before} to {after}") for before, after in areas.refused
    ]
    listed += [Fault(kind, detail=table) for kind, table in read_empty_tables(engine, present)]
    loads = sorted(one for one in rules.approved_loads if rules.as_of_load is None or one <= rules.as_of_load)
    refused = [
        one
        for one in read_rejected_counts(engine, present)
        if rules.as_of_load is None or one[0] <= rules.as_of_load
    ]
    listed += [
        Fault("rejected_row", load_id=load, count=count, detail=reason) for load, reason, count in refused
    ]
    obligations = map(Obligation._make, read_obligations(engine, present))
    due = completeness(obligations, read_first_reports(engine, present, loads), areas)
    return Quality(load_id, tuple(sorted(listed, key=_order)), tuple(due))


def _unsound(indicator: Indicator, facts: list[Fact], areas: Areas, flows: frozenset[str]) -> list[Fault]:
    pairs, found = unsound_pairs(indicator, facts)
    if not flows & set(indicator.measures):
        found = found + unsound_across_days(indicator, pairs)
    return [
        fault_listed(kind, f"{indicator.code}: {detail}", fact, areas.versions[fact.area_key].code)
        for kind, detail, fact in found
    ]


def _order(fault: Fault) -> tuple[str, str, str, date, str]:
    place = (fault.measure_code or "", fault.area_code or "", fault.period_end or date.min)
    return (fault.kind, *place, str(fault.load_id or ""))
