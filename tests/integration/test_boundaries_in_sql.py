"""Values across the merger, recomputed in plain SQL over the demonstration: nothing of the product is used.

What the demonstration reports before the merger it reports by province, so these statements need no rule of
levels; after it S02 is reported by communes. The foreign warehouses have all of that (oracle/).
"""

import sqlite3
from datetime import date

import pytest

from indicators.catalogue import read_catalogue
from repository import Repository
from tests.integration.oracle.schema import span
from warehouse.connect import open_warehouse

# The row that counts for each key: of the newest approved load, alone in it, sound, of an area in force.
ROWS = """
WITH RECURSIVE counted AS MATERIALIZED (
    SELECT f.measure_code, f.area_key, f.period_start, f.period_end, f.value, f.load_id
    FROM fact_measure f JOIN load_log l ON l.load_id = f.load_id
    WHERE trim(coalesce(l.approved_by, '')) <> '' AND f.ethnic_code IS NULL
      AND f.measure_code IN (:numerator, :denominator)
), ranked AS MATERIALIZED (
    SELECT *, rank() OVER (same_key ORDER BY load_id DESC) AS place FROM counted
    WINDOW same_key AS (PARTITION BY measure_code, area_key, period_start, period_end)
), winners AS MATERIALIZED (
    SELECT measure_code, area_key, period_start, period_end, max(value) AS value
    FROM ranked WHERE place = 1 GROUP BY 1, 2, 3, 4 HAVING count(*) = 1
), sound AS MATERIALIZED (
    SELECT w.* FROM winners w JOIN dim_area a ON a.area_key = w.area_key
    WHERE typeof(w.value) IN ('integer', 'real') AND w.value >= 0
      AND w.period_start <= w.period_end AND w.period_end <= :today
      AND a.valid_from <= w.period_end AND (a.valid_to IS NULL OR w.period_start < a.valid_to)
), pairs AS MATERIALIZED (
    SELECT area_key, period_start, period_end,
        max(CASE WHEN measure_code = :numerator THEN value END) AS above,
        max(CASE WHEN measure_code = :denominator THEN value END) AS below
    FROM sound GROUP BY 1, 2, 3
    HAVING above <= below AND below > 0
), last_pairs AS MATERIALIZED (
    SELECT area_key, above, below FROM (
        SELECT *, row_number() OVER newest_first AS place FROM pairs WHERE period_end BETWEEN :start AND :end
        WINDOW newest_first AS (PARTITION BY area_key ORDER BY period_end DESC, period_start DESC)
    ) WHERE place = 1
), summed_pairs AS MATERIALIZED (
    SELECT area_key, sum(above) AS above, sum(below) AS below
    FROM pairs WHERE period_start >= :start AND period_end <= :end GROUP BY 1
), single AS MATERIALIZED (
    SELECT area_key, value FROM (
        SELECT *, row_number() OVER newest_first AS place FROM sound
        WHERE measure_code = :numerator AND period_end BETWEEN :start AND :end
        WINDOW newest_first AS (PARTITION BY area_key ORDER BY period_end DESC, period_start DESC)
    ) WHERE place = 1
), mergers AS MATERIALIZED (
    SELECT successor_key AS heir, predecessor_key AS former FROM area_succession
    WHERE successor_key IN (
        SELECT successor_key FROM area_succession JOIN dim_area ON area_key = successor_key
        WHERE level = 'province' AND valid_from = '2025-07-01' GROUP BY 1 HAVING count(*) > 1)
), back AS (
    SELECT c.area_key AS commune, s.predecessor_key AS earlier
    FROM dim_area c JOIN area_succession s ON s.successor_key = c.area_key
    WHERE c.level = 'commune' AND c.valid_from <= :end AND (c.valid_to IS NULL OR c.valid_to > :end)
    UNION
    SELECT b.commune, s.predecessor_key FROM back b
    JOIN dim_area e ON e.area_key = b.earlier AND e.valid_from > '2025-06-30'
    JOIN area_succession s ON s.successor_key = b.earlier
), origins AS MATERIALIZED (
    SELECT DISTINCT b.commune, p.area_key AS former FROM back b
    JOIN dim_area e ON e.area_key = b.earlier
    JOIN dim_area p ON p.area_key = e.parent_key AND p.level = 'province'
    WHERE e.valid_from <= '2025-06-30' AND e.valid_to = '2025-07-01'
)
"""
# Of a version of a province, the code it has in the 34 or the 63, by the key of the version.
HEIRS = " SELECT h.area_code, {what} FROM mergers m JOIN dim_area h ON h.area_key = m.heir {rows} GROUP BY 1"
RATES = {
    "G02": ("leaders_signing_province", "leaders_province"),
    "S02": ("village_heads_trained", "village_heads"),
    "N05": ("programme_meetings_online", "programme_meetings"),
    "N08": ("heritage_items_digitised", ""),
    "X02": ("dti_score", ""),
}
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demonstration(demo_url, demo_cache):
    """The repository over the demonstration, and a plain connection to it."""
    repository = Repository(open_warehouse(demo_url), read_catalogue(), demo_cache, today=lambda: TODAY)
    connection = sqlite3.connect(demo_url.removeprefix("sqlite:///"))
    yield repository, connection
    connection.close()


def asked(connection, query, code, period):
    """The rows of a statement, by their first column; what was summed and what was counted after it."""
    start, end = span(period)
    numerator, denominator = RATES[code]
    given = {
        "numerator": numerator,
        "denominator": denominator,
        "start": start.isoformat(),
        "end": end.isoformat(),
        "today": TODAY.isoformat(),
    }
    return {row[0]: row[1:] for row in connection.execute(ROWS + query, given)}


def values(repository, code, period, boundaries):
    return {value.area_code: value for value in repository.read_values(code, period, boundaries).values}


def agree(found, expected):
    """Whether the parts of every merged province are those of the statement; at least twenty have some."""
    known = 0
    for code, (above, below) in expected.items():
        value = found[code]
        assert value.numerator == pytest.approx(above), code
        if below is not None:
            assert value.denominator == pytest.approx(below), code
            assert value.value == pytest.approx(100 * above / below), code
        known += above is not None
    assert known >= 20
    return known


@pytest.mark.parametrize("code", ["G02", "S02"])
@pytest.mark.parametrize("period", ["2024-Q4", "2025-Q1", "2025-05", "2025-H1"])
def test_a_stock_before_the_merger_is_the_sum_over_the_predecessors(demonstration, code, period):
    repository, connection = demonstration
    rows = "LEFT JOIN last_pairs r ON r.area_key = m.former"
    query = HEIRS.format(what="sum(r.above), sum(r.below)", rows=rows)
    agree(values(repository, code, period, "34"), asked(connection, query, code, period))


@pytest.mark.parametrize("period", ["2024-Q4", "2025-Q2", "2025-H1"])
def test_a_flow_before_the_merger_is_the_sum_over_the_predecessors(demonstration, period):
    repository, connection = demonstration
    rows = "LEFT JOIN summed_pairs r ON r.area_key = m.former"
    query = HEIRS.format(what="sum(r.above), sum(r.below)", rows=rows)
    agree(values(repository, "N05", period, "34"), asked(connection, query, "N05", period))


@pytest.mark.parametrize("period", ["2025", "2025-9M"])
def test_a_flow_over_the_merger_is_both_parts_together(demonstration, period):
    repository, connection = demonstration
    query = """
        SELECT h.area_code, sum(r.above), sum(r.below)
        FROM (SELECT heir, former AS part FROM mergers UNION SELECT heir, heir FROM mergers) m
        JOIN dim_area h ON h.area_key = m.heir LEFT JOIN summed_pairs r ON r.area_key = m.part GROUP BY 1"""
    agree(values(repository, "N05", period, "34"), asked(connection, query, "N05", period))


def test_a_stock_over_the_merger_is_the_last_of_the_province_of_today(demonstration):
    repository, connection = demonstration
    query = HEIRS.format(what="r.above, r.below", rows="JOIN last_pairs r ON r.area_key = m.heir")
    agree(values(repository, "G02", "2025", "34"), asked(connection, query, "G02", "2025"))


def test_a_count_before_the_merger_adds_up(demonstration):
    repository, connection = demonstration
    rows = "LEFT JOIN single r ON r.area_key = m.former"
    query = HEIRS.format(what="sum(r.value), NULL", rows=rows)
    agree(values(repository, "N08", "2025-Q2", "34"), asked(connection, query, "N08", "2025-Q2"))


@pytest.mark.parametrize("period", ["2022", "2024"])
def test_a_score_before_the_merger_is_the_mean_over_the_predecessors(demonstration, period):
    repository, connection = demonstration
    rows = "LEFT JOIN single r ON r.area_key = m.former"
    query = HEIRS.format(what="avg(r.value)", rows=rows)
    expected = asked(connection, query, "X02", period)
    found = values(repository, "X02", period, "34")
    assert len(expected) == 23
    for code, (mean,) in expected.items():
        assert found[code].value == pytest.approx(mean), code


@pytest.mark.parametrize("period", ["2025-Q3", "2026-Q1", "2026-Q3"])
def test_a_former_province_is_the_sum_of_the_communes_that_lead_back_to_it_alone(demonstration, period):
    repository, connection = demonstration
    query = """
        , mine AS (
            SELECT o.former, o.commune, (SELECT count(*) FROM origins x WHERE x.commune = o.commune) AS leads
            FROM origins o
        ), lost AS (  -- a commune of today that leads nowhere spoils all that went into its province
            SELECT DISTINCT m.former FROM mergers m JOIN dim_area c ON c.level = 'commune'
            JOIN dim_area p ON p.area_key = c.parent_key
            JOIN dim_area h ON h.area_key = m.heir AND h.area_code = p.area_code
            WHERE c.valid_from <= :end AND (c.valid_to IS NULL OR c.valid_to > :end)
              AND c.area_key NOT IN (SELECT commune FROM origins)
        )
        SELECT a.area_code, sum(r.above), sum(r.below), max(mine.leads) > 1 OR a.area_key IN lost
        FROM mergers m JOIN dim_area a ON a.area_key = m.former JOIN mine ON mine.former = m.former
        LEFT JOIN last_pairs r ON r.area_key = mine.commune GROUP BY 1"""
    expected = asked(connection, query, "S02", period)
    found = values(repository, "S02", period, "63")
    assert len(expected) == 52  # all of the 63 that were merged
    for code, (above, below, unknown) in expected.items():
        assert found[code].numerator == (None if unknown else pytest.approx(above)), code
        assert found[code].denominator == (None if unknown else pytest.approx(below)), code
        assert bool(unknown) is (found[code].unknown in ("shared", "leads_nowhere")), code
    assert sum(above is not None for above, _, _ in expected.values()) >= 4  # few communes report here


def test_what_only_the_merged_provinces_report_is_unknown_on_63_and_not_missing(demonstration):
    repository, connection = demonstration
    query = """
        SELECT a.area_code, r.above FROM last_pairs r JOIN dim_area a USING (area_key)
        WHERE a.level = 'province' AND a.valid_from >= '2025-07-01'"""
    reporting = asked(connection, query, "G02", "2026-Q3")
    formers = connection.execute(
        ROWS + " SELECT h.area_code, f.area_code FROM mergers m JOIN dim_area h ON h.area_key = m.heir"
        " JOIN dim_area f ON f.area_key = m.former",
        {"numerator": "", "denominator": "", "start": "", "end": "2026-09-30", "today": ""},
    ).fetchall()
    found = values(repository, "G02", "2026-Q3", "63")
    assert len(formers) == 52
    for heir, former in formers:
        assert found[former].value is None
        assert found[former].unknown == ("province_only" if heir in reporting else ""), former


@pytest.mark.parametrize(("code", "rows"), [("G02", "last_pairs"), ("N05", "summed_pairs")])
@pytest.mark.parametrize("period", ["2025-Q1", "2025", "2026-Q3"])
def test_the_eleven_that_were_not_merged_are_the_same_on_all_boundaries(demonstration, code, rows, period):
    repository, connection = demonstration
    query = f"""
        SELECT a.area_code, sum(r.above), sum(r.below) FROM dim_area a JOIN {rows} r USING (area_key)
        WHERE a.level = 'province' AND a.area_code NOT IN (
            SELECT area_code FROM dim_area JOIN mergers ON area_key IN (heir, former))
        GROUP BY 1"""
    expected = asked(connection, query, code, period)
    assert len(expected) >= 5
    tables = [values(repository, code, period, boundaries) for boundaries in ("34", "63", "reported")]
    for area, (above, below) in expected.items():
        if area in ("22", "46"):  # versions of its own for a new name or kind: of a stock the last one's
            continue
        for table in tables:
            assert (table[area].numerator, table[area].denominator) == (above, below), area
    for area in ("22", "46", *expected):
        assert len({(table[area].numerator, table[area].denominator) for table in tables}) == 1


@pytest.mark.parametrize("period", ["2025-Q1", "2025-Q2", "2025-Q3", "2026-Q3"])
def test_as_reported_are_the_rows_of_whoever_was_in_force(demonstration, period):
    repository, connection = demonstration
    query = """
        SELECT a.area_code, r.above, r.below FROM dim_area a JOIN last_pairs r USING (area_key)
        WHERE a.level = 'province' AND a.valid_from <= :end AND (a.valid_to IS NULL OR a.valid_to > :end)"""
    expected = asked(connection, query, "G02", period)
    found = values(repository, "G02", period, "reported")
    assert len(found) == (63 if period < "2025-Q3" else 34)
    for area, (above, below) in expected.items():
        if period == "2026-Q3" and area in (
            "22",
            "24",
        ):  # a city since September: its months before count too
            continue
        assert (found[area].numerator, found[area].denominator) == (above, below), area


@pytest.mark.parametrize("period", ["2024-12", "2025-01", "2025-06", "2025-07", "2026-09"])
@pytest.mark.parametrize("boundaries", ["63", "reported"])
def test_a_province_bears_the_name_of_the_period_s_end(demonstration, period, boundaries):
    repository, connection = demonstration
    end = span(period)[1].isoformat()
    on = end if boundaries == "reported" else min(end, "2025-06-30")
    in_force = connection.execute(
        """SELECT area_code, name_vi, name_en FROM dim_area WHERE level = 'province'
           AND valid_from <= :on AND (valid_to IS NULL OR valid_to > :on)""",
        {"on": on},
    ).fetchall()
    found = values(repository, "G02", period, boundaries)
    assert {(v.area_code, v.area_name, v.area_name_en) for v in found.values()} == set(in_force)


def test_hue_has_its_former_name_where_it_had_it_and_today_s_under_the_34(demonstration):
    repository, _ = demonstration
    names = {
        (period, boundaries): values(repository, "G02", period, boundaries)["46"].area_name
        for period in ("2024-12", "2025-01")
        for boundaries in ("34", "63", "reported")
    }
    former = {("2024-12", "63"), ("2024-12", "reported")}
    assert names == {key: "Thừa Thiên Huế" if key in former else "Huế" for key in names}
