"""Load after load, every answer is that of a cold start, and what is read is what the load touches."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from indicators.catalogue import read_catalogue
from indicators.measure_families import circle_of
from repository import Repository, disclosure, facts, judged
from repository.ahead import keep_readings
from warehouse import tables
from warehouse.connect import open_warehouse

CATALOGUE = read_catalogue()
TODAY = date(2026, 11, 22)
COLUMNS = ", ".join(one.key for one in tables.fact_measure.columns if one.key not in ("load_id", "value"))
OLDER, NEWEST = "2025-12-31", "2026-09-30"


class Loads:
    """A demonstration to which loads are added, and repositories over it."""

    def __init__(self, url: str, folder: Path):
        self.path, self.folder = folder / "kho.sqlite", folder
        shutil.copy(url.removeprefix("sqlite:///"), self.path)

    def repository(self, cache: str) -> Repository:
        engine = open_warehouse(f"sqlite:///{self.path}")
        return Repository(engine, CATALOGUE, self.folder / cache, today=lambda: TODAY, look_seconds=0)

    def do(self, *statements: str) -> None:
        engine = create_engine(f"sqlite:///{self.path}")
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def add(self, number: int, value: str, which: str) -> None:
        """An approved load that says `value` of some rows that an earlier one brought."""
        self.do(
            f"INSERT INTO fact_measure ({COLUMNS}, value, load_id) SELECT {COLUMNS}, {value}, {number}"
            f" FROM fact_measure AS f WHERE {which} AND load_id = (SELECT max(load_id) FROM fact_measure"
            " WHERE measure_code = f.measure_code AND area_key = f.area_key AND period_end = f.period_end"
            " AND load_id < 33)",
            "INSERT INTO load_log SELECT"
            f" {number}, source_system, '2026-11-21 02:00:00.000000', 40, 40, 0, 'Vụ', NULL"
            " FROM load_log WHERE load_id = 32",
        )

    def asked(self, question: str) -> list:
        """What the warehouse says itself."""
        engine = create_engine(f"sqlite:///{self.path}")
        with engine.connect() as connection:
            found = list(connection.execute(text(question)).scalars())
        engine.dispose()
        return found

    def count(self, measures, *ends: str, up_to: int = 99) -> int:
        """How many rows of some measures there are; of those that end on some days, where they are named."""
        on = f" AND period_end IN ({listed(ends)})" if ends else ""
        (found,) = self.asked(
            f"SELECT count(*) FROM fact_measure WHERE measure_code IN ({listed(measures)})"
            f" AND ethnic_code IS NULL AND load_id <= {up_to}{on}"
        )
        return found

    def days(self, measures, after: int) -> list[str]:
        """On which days the rows of some measures end that came with approved loads after one."""
        return self.asked(
            f"SELECT DISTINCT period_end FROM fact_measure WHERE measure_code IN ({listed(measures)})"
            f" AND load_id > {after} AND load_id <> 33"
        )


def listed(texts) -> str:
    return ", ".join(f"'{one}'" for one in sorted(texts))


@pytest.fixture
def loads(demo_url, tmp_path):
    return Loads(demo_url, tmp_path)


def new_facts(loads: Loads) -> None:
    """October of what is reported by month; provinces and communes alike."""
    loads.do(
        "INSERT INTO fact_measure SELECT measure_code, area_key, '2026-11-01', '2026-11-20', ethnic_code,"
        " value, 'preliminary', source_system, reported_at, 40 FROM fact_measure"
        f" WHERE period_end = '{NEWEST}' AND load_id = 30",
        "INSERT INTO load_log SELECT 40, source_system, '2026-11-21 02:00:00.000000', 40, 40, 0, 'Vụ', NULL"
        " FROM load_log WHERE load_id = 32",
    )


def corrections_of_an_older_period(loads: Loads) -> None:
    loads.add(41, "value * 0.9", f"period_end = '{OLDER}' AND area_key % 3 = 0")


def withdrawn_rows(loads: Loads) -> None:
    loads.add(42, "NULL", f"period_end = '{NEWEST}' AND area_key % 5 = 0")


def small_numbers_in_an_older_period(loads: Loads) -> None:
    """Others are hidden then, on that day and with it in its year."""
    loads.add(43, "min(value, 1 + area_key % 9)", f"period_end = '{OLDER}' AND area_key % 4 = 0")


def wrong_rows(loads: Loads) -> None:
    loads.add(44, "-1", f"period_end = '{OLDER}' AND area_key % 7 = 0")
    loads.add(45, "value * 2", f"period_end = '{NEWEST}' AND area_key % 7 = 1")


def late_approval(loads: Loads) -> None:
    loads.do("UPDATE load_log SET approved_by = 'Vụ' WHERE load_id = 33")


def approval_taken_back(loads: Loads) -> None:
    loads.do("UPDATE load_log SET approved_by = NULL WHERE load_id IN (24, 42)")


def merged_communes(loads: Loads) -> None:
    """Two communes of a province become one."""
    two = (
        "SELECT area_key FROM dim_area WHERE level = 'commune' AND valid_to IS NULL AND parent_key ="
        " (SELECT area_key FROM dim_area WHERE area_code = '08' AND level = 'province' AND valid_to IS NULL)"
        " ORDER BY area_code LIMIT 2"
    )
    loads.do(
        "INSERT INTO dim_area SELECT 99999, '99998', level, 'Xã mới', name_en, parent_key, '2026-08-01',"
        f" NULL, zone FROM dim_area WHERE area_key = (SELECT min(area_key) FROM ({two}))",
        f"INSERT INTO area_succession SELECT area_key, 99999, '2026-08-01' FROM ({two})",
        "UPDATE dim_area SET valid_to = '2026-08-01' WHERE area_key IN"
        " (SELECT predecessor_key FROM area_succession WHERE successor_key = 99999)",
    )


# What comes together between two looks.
CHANGES = (
    (new_facts, corrections_of_an_older_period),
    (withdrawn_rows, small_numbers_in_an_older_period),
    (wrong_rows, late_approval, approval_taken_back),
    (merged_communes,),
)


def answers(repository: Repository) -> dict:
    """What a repository says of all indicators, and what it said as of an earlier load."""
    found: dict = {}
    for code in CATALOGUE.codes:
        found[code] = repository.read_values(code)
        found[code, "63"] = repository.read_values(code, "2026-Q3", "63")
        found[code, "path"] = repository.read_series(code, "08")
        found[code, "earlier"] = repository.read_values(code, as_of_load=31)
        found[code, "groups"] = repository.read_ethnic_groups(code, "2025-Q4")
        if CATALOGUE[code].level == "commune":
            found[code, "communes"] = repository.read_values(code, "2025-Q4", parent="08")
            found[code, "zones"] = repository.read_zones(code, "2026-Q3")
    for load in (None, 31):
        found["quality", load] = repository.read_quality(load)
        found["listed", load] = repository.read_listed(load)
        found["reporting", load] = repository.read_reporting(load)
    return found


def test_load_after_load_every_answer_is_that_of_a_cold_start(loads):
    seen, kept = loads.repository("seen"), loads.repository("kept")
    before = answers(seen)
    for code in CATALOGUE.codes:
        kept.read_column(code)
        keep_readings(kept, code)
    assert len(CATALOGUE.codes) == 39
    for number, changes in enumerate(CHANGES):
        for change in changes:
            change(loads)
        after, cold = answers(seen), answers(loads.repository(f"cold {number}"))
        assert not {key for key, answer in cold.items() if after[key] != answer}, changes
        assert after != before, changes
        before = after
        if wrong_rows in changes:  # another process starts from what was kept before all of these loads
            other = answers(loads.repository("kept"))
            assert not {key for key, answer in cold.items() if other[key] != answer}


@pytest.fixture
def read(monkeypatch):
    """The rows that were read of the facts."""
    rows: list = []

    def counting(found):
        def counted(*asked, **more):
            for row in found(*asked, **more):
                rows.append(row)
                yield row

        return counted

    for module in (facts, disclosure, judged):
        monkeypatch.setattr(module, "read_facts", counting(module.read_facts))
    monkeypatch.setattr(judged, "read_group_rows", counting(judged.read_group_rows))
    return rows


def circle(code: str) -> set[str]:
    """The measures that decide together what is hidden."""
    return {measure for one in circle_of(CATALOGUE, code) for measure in CATALOGUE[one].measures}


@pytest.mark.parametrize("process", ["the same", "another"])
def test_after_a_load_the_days_that_it_touches_are_read_and_no_others(loads, read, process):
    code, measures = "S02", CATALOGUE["S02"].measures
    seen = loads.repository("seen")
    for other in (code, "G09"):
        seen.read_values(other)
        keep_readings(seen, other)
    every = loads.count(measures)
    loads.add(
        40, "value", f"measure_code = '{measures[0]}' AND period_end = '2026-08-31' AND area_key % 9 = 0"
    )
    read.clear()
    later = seen if process == "the same" else loads.repository("seen")
    later.read_card(code)
    later.read_column(code)
    later.read_values("G09")
    touched = loads.count(measures, "2026-08-31")
    assert {str(row.end) for row in read} == {"2026-08-31"}
    assert len(read) == touched + loads.count(circle(code), "2026-08-31")
    assert touched < every / 10


@pytest.mark.parametrize("process", ["the same", "another"])
def test_after_a_load_what_is_wrong_is_judged_of_the_days_that_it_touches_and_no_others(loads, read, process):
    measures = CATALOGUE["S02"].measures
    seen = loads.repository("seen")
    wrong = seen.read_quality()
    drafts = [row for row in read if row.load_id == 33]
    loads.add(40, "-1", f"measure_code = '{measures[0]}' AND period_end = '2026-08-31' AND area_key % 9 = 0")
    read.clear()
    later = seen if process == "the same" else loads.repository("seen")
    found = later.read_quality()
    later.read_listed()
    later.read_reporting()
    assert {one.measure_code for one in {*found.issues} - {*wrong.issues}} == {measures[0]}
    judged_again = [row for row in read if row not in drafts]
    assert {str(row.end) for row in judged_again} == {"2026-08-31"}
    assert {row.measure for row in judged_again} <= circle("S02")
    read.clear()
    assert later.read_quality(32).issues != found.issues
    assert not [row for row in read if row not in drafts]  # as of a load that was judged before


def test_as_of_an_earlier_load_the_days_are_read_that_later_loads_touched(loads, read):
    code, measures = "S02", CATALOGUE["S02"].measures
    seen = loads.repository("seen")
    seen.read_values(code)
    loads.add(
        40, "value", f"measure_code = '{measures[0]}' AND period_end = '2026-08-31' AND area_key % 9 = 0"
    )
    seen.read_values(code)
    read.clear()
    seen.read_values(code, as_of_load=32)
    assert not read  # it was seen before the load came
    seen.read_values(code, as_of_load=30)
    touched = loads.days(measures, after=30)
    assert "2026-08-31" in touched
    assert {str(row.end) for row in read} <= set(touched)
    assert len(read) == loads.count(measures, *touched, up_to=30)
