"""What is wrong or lacking in the warehouse's content: counted, and listed with its reason."""

from datetime import date

from indicators.model import Fault
from indicators.own_targets import own_targets
from indicators.quality import Obligation, Quality, completeness
from repository.judged import read_judged
from repository.milestones import milestone_faults
from repository.shared import Shared
from repository.state import State
from repository.tasks import task_faults
from warehouse.facts import read_empty_tables, read_obligations, read_rejected_counts


def read_quality(state: State, shared: Shared) -> Quality:
    """Everything left out of the numbers, with its reason, and how complete and timely the reports are."""
    engine, dimensions, rules = state.engine, state.dimensions, state.rules
    present = dimensions.fingerprint.optional
    obligations = [Obligation._make(one) for one in read_obligations(engine, present)]
    judged = read_judged(state, shared, obligations)
    listed = list(judged.faults)
    listed += milestone_faults(engine, state.catalogue, dimensions, rules)
    listed += task_faults(engine, dimensions, rules)
    directions = {one.code: one.direction for one in state.catalogue}
    listed += own_targets(dimensions.targets, directions, rules)[1]
    listed += [
        Fault("wrong_succession", detail=f"area_key {before} to {after}")
        for before, after in dimensions.areas.refused
    ]
    listed += [Fault(kind, detail=table) for kind, table in read_empty_tables(engine, present)]
    refused = [
        one
        for one in read_rejected_counts(engine, present)
        if rules.as_of_load is None or one[0] <= rules.as_of_load
    ]
    listed += [
        Fault("rejected_row", load_id=load, count=count, detail=reason) for load, reason, count in refused
    ]
    due = completeness(obligations, judged.reports, dimensions.areas)
    return Quality(state.load_id, tuple(sorted(listed, key=_order)), tuple(due))


def _order(fault: Fault) -> tuple[str, str, str, date, str]:
    place = (fault.measure_code or "", fault.area_code or "", fault.period_end or date.min)
    return (fault.kind, *place, str(fault.load_id or ""))
