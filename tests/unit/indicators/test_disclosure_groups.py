"""Provinces by ethnic groups: with all totals published, no hidden cell can be computed."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.disclosure import COUNTRY_UNIT
from indicators.disclosure_groups import GroupReports, hidden_group_cells
from tests.unit.indicators.attack import solved

DAY = date(2026, 9, 30)
TABLES = st.integers(2, 4).flatmap(
    lambda groups: st.lists(
        st.lists(st.sampled_from([0, 2, 4, 5, 8, 30]), min_size=groups, max_size=groups),
        min_size=2,
        max_size=5,
    )
)


def cells_of(table):
    """The cells of provinces 1, 2, … and of the country by group."""
    cells = {(unit, f"{group:02}"): n for unit, row in enumerate(table, 1) for group, n in enumerate(row)}
    for group in range(len(table[0])):
        cells[COUNTRY_UNIT, f"{group:02}"] = sum(row[group] for row in table)
    return cells


def hidden_in(cells):
    reports = [
        GroupReports(unit, group, (), frozenset({DAY}), frozenset({DAY} if 0 < n < 5 else ()))
        for (unit, group), n in cells.items()
    ]
    return hidden_group_cells(reports).get(DAY, set())


def corners_beside(cell, patterns, hidden):
    """The corners that hide the fewest others, found by looking at every rectangle of a day."""
    unit, group = cell
    found = []
    for place, beside in patterns:
        corners = {(unit, beside), (place, group), (place, beside)}
        if place == unit or beside == group or not corners <= patterns.keys():
            continue
        unlike = sum(patterns[where, beside] != patterns[where, group] for where in (unit, place))
        rank = unlike, len(corners - hidden), COUNTRY_UNIT in (place, unit), beside, place
        found.append((rank, corners))
    return min(found)[1] if found else {(COUNTRY_UNIT, group)}


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.sampled_from(["01", "02", "03", "04", "05"])),
    st.tuples(
        st.sampled_from([(), ("a",), ("b",)]),  # a pattern
        st.frozensets(st.integers(1, 2), min_size=1),  # months it is reported for
        st.frozensets(st.integers(1, 2), max_size=1),  # and those in which it is small
    ),
)


@settings(max_examples=300, deadline=None)
@given(CELLS)
def test_the_corners_are_those_that_hide_the_fewest_others(cells):
    reports = [
        GroupReports(
            unit, group, pattern, *(frozenset(date(2026, n, 28) for n in of) for of in (days, few & days))
        )
        for (unit, group), (pattern, days, few) in cells.items()
    ]
    expected = {}
    for month in (1, 2):
        patterns = {cell: pattern for cell, (pattern, days, _) in cells.items() if month in days}
        hidden = {cell for cell, (_, days, few) in cells.items() if month in days & few}
        for cell in sorted(hidden):
            hidden |= corners_beside(cell, patterns, hidden)
        if hidden:
            expected[date(2026, month, 28)] = hidden
    assert hidden_group_cells(reports) == expected


def published(cells, hidden):
    """The cells shown, the total of each province, and that the provinces make up the country by group."""
    units, groups = ({cell[side] for cell in cells} for side in (0, 1))
    yield from (({cell: 1}, n) for cell, n in cells.items() if cell not in hidden)
    for unit in units:
        yield {(unit, group): 1 for group in groups}, sum(cells[unit, group] for group in groups)
    for group in groups:
        yield {(unit, group): -1 if unit == COUNTRY_UNIT else 1 for unit in units}, 0


@settings(max_examples=200, deadline=None)
@given(TABLES)
def test_no_total_gives_a_hidden_cell_back(table):
    cells = cells_of(table)
    hidden = hidden_in(cells)
    assert {cell for cell, n in cells.items() if 0 < n < 5} <= hidden
    assert not hidden & solved(published(cells, hidden)).keys()


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_a_group_is_hidden_in_no_place_or_in_two(table):
    hidden = hidden_in(cells_of(table))
    for side in (0, 1):
        for name in {cell[side] for cell in hidden}:
            assert sum(cell[side] == name for cell in hidden) >= 2


def test_the_small_cells_alone_would_be_given_back():
    cells = cells_of([[3, 20, 30], [15, 25, 35], [16, 26, 36]])
    assert solved(published(cells, {(1, "00")}))[1, "00"] == 3
    assert hidden_in(cells) == {(1, "00"), (1, "01"), (2, "00"), (2, "01")}  # not the country's
