"""Illustrative counts of digitised heritage items by ethnic group: the one measure without a denominator."""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from geodata.provinces import successors
from warehouse.demo.areas import Areas
from warehouse.demo.calendar import FIRST, LAST_APPROVED, after_merger, periods, reported_at
from warehouse.demo.published import Fact
from warehouse.demo.reference import read_table

MEASURE = "heritage_items_digitised"
GROUPS_A_PROVINCE = 5


def heritage_facts(areas: Areas, seed: int) -> Iterator[Fact]:
    """Quarterly totals and the same by group, for the largest minorities of each of the 63 provinces."""
    pace = {(code, group): _pace(seed, code, group, people) for code, group, people in _largest_groups()}
    for period in periods("quarter"):
        end = period[1]
        items: dict[tuple[str, str], int] = defaultdict(int)
        for (code, group), (start, a_year) in pace.items():
            home = successors()[code] if after_merger(period) else code
            items[home, group] += int(start + a_year * (end - FIRST).days / 365)
        for home in dict.fromkeys(home for home, _ in items):
            came = reported_at(seed, f"{MEASURE}|{home}", end)
            if came > LAST_APPROVED:
                continue
            area = areas.province(home, end)
            groups = {group: number for (place, group), number in items.items() if place == home}
            total: list[tuple[str | None, int]] = [(None, sum(groups.values()))]
            for one, number in [*total, *groups.items()]:
                yield Fact(MEASURE, area, *period, one, number, "official", "illustrative", came)


def _largest_groups() -> Iterator[tuple[str, str, int]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in read_table("census_2019"):
        if line["measure"] == "population_em" and line["ethnic_group"] and line["area"] != "VN":
            found[line["area"]].append((int(line["persons"]), line["ethnic_group"]))
    for code, groups in found.items():
        for people, group in sorted(groups, reverse=True)[:GROUPS_A_PROVINCE]:
            yield code, group, people


def _pace(seed: int, code: str, group: str, people: int) -> tuple[float, float]:
    draw = Random(f"{seed}|{MEASURE}|{code}|{group}")
    size = people**0.4
    return draw.uniform(0.1, 0.5) * size, draw.uniform(0.05, 0.4) * size
