"""With the rule of small numbers in force: what must be hidden is, and what is shown is the oracle's."""

from collections.abc import Callable

import pytest

from tests.integration.oracle.application import Foreign, code_of
from tests.integration.oracle.found import Period
from tests.integration.oracle.schema import span
from tests.integration.oracle.world import MERGER

MINIMUM = 5


@pytest.mark.parametrize("name", ["handful", "corners"])
def test_small_communes_are_hidden_and_no_number_shown_is_another(
    foreign: Callable[[str], Foreign], name: str
) -> None:
    with_rule = Foreign(foreign(name).path, MINIMUM)
    hidden = shown = 0
    for code in ("S02", "E01", "N05"):
        oracle = foreign(name).oracle(code)
        world = oracle.world
        for period_code, boundaries in (("2025-Q2", "reported"), ("2025-Q4", "34"), ("2026-Q1", "34")):
            period = Period(*span(period_code))
            for parent in oracle.units(boundaries, period):
                communes = oracle.communes(parent, boundaries, period)
                if not communes:
                    continue
                on = max(period.end, MERGER) if boundaries == "34" else period.end
                read = oracle.on34 if boundaries == "34" else oracle.province
                asked = {"indicator": code, "period": period_code, "boundaries": boundaries}
                told = with_rule.told("values", parent=world.areas[parent[-1]].code, **asked)
                got = {value["area_code"]: value for value in told["data"]}
                for commune in communes:
                    expected, value = read(commune, period), got[code_of(world, commune, on)]
                    parts = (expected.numerator, expected.denominator)
                    if value["suppressed"]:
                        hidden += 1
                        assert value["status"] == "suppressed"
                        assert value["numerator"] is value["denominator"] is value["value"] is None
                    else:
                        shown += 1
                        assert (value["numerator"], value["denominator"]) == parts
                        assert not any(part is not None and 0 < part < MINIMUM for part in parts)
                assert len([one for one in got.values() if one["suppressed"]]) != 1 or len(communes) == 1
    assert hidden
    assert shown
