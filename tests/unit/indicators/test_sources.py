"""How old what a source sent last is, and which loads wait."""

from datetime import date, datetime

from indicators.loads import Load
from indicators.sources import Delivery, drafts, sources
from tests.unit.indicators.country import indicator

TODAY = date(2026, 11, 20)


def load(number, source="A", approved="Vụ", on=datetime(2026, 10, 5)):
    return Load(number, source, on, approved, "")


def one(deliveries, cycle="quarter", loads=()):
    (found,) = sources(loads or [load(1)], deliveries, [indicator(cycle=cycle)], TODAY)
    return found


def test_a_source_is_as_old_as_its_newest_period():
    found = one([Delivery(1, "done", date(2026, 9, 30)), Delivery(1, "all", date(2026, 6, 30))])
    assert (found.newest_period, found.age, found.cycle) == (date(2026, 9, 30), 51, "quarter")


def test_a_source_is_stale_after_one_and_a_half_cycles_of_the_indicators_that_read_it():
    september = [Delivery(1, "done", date(2026, 9, 30))]
    assert not one(september, "quarter").stale
    assert one(september, "month").stale


def test_a_source_that_no_indicator_reads_is_never_stale():
    found = one([Delivery(1, "nobody_reads", date(2020, 12, 31))])
    assert (found.cycle, found.stale) == (None, False)
    assert found.age is not None


def test_without_a_period_the_last_load_says_how_old_it_is():
    found = one([])
    assert (found.newest_period, found.age) == (None, (TODAY - date(2026, 10, 5)).days)


def test_a_load_that_nobody_approved_is_no_delivery():
    waiting = load(2, approved=" ")
    found = one([Delivery(2, "done", date(2026, 10, 31))], loads=(load(1), waiting))
    assert (found.last_load.load_id, found.newest_period, found.loads) == (1, None, 1)


def test_stale_sources_come_first_then_the_oldest():
    brought = [
        Delivery(1, "done", date(2026, 10, 31)),
        Delivery(2, "done", date(2024, 12, 31)),
        Delivery(3, "done", date(2026, 9, 30)),
    ]
    found = sources([load(1, "A"), load(2, "B"), load(3, "C")], brought, [indicator()], TODAY)
    assert [source.name for source in found] == ["B", "C", "A"]


def test_drafts_are_those_not_approved_by_then():
    loads = [load(1), load(2, approved=""), load(4, approved="  ")]
    assert [one.load_id for one in drafts(loads, None)] == [4, 2]
    assert [one.load_id for one in drafts(loads, 3)] == [2]
