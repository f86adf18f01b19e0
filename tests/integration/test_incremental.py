"""After a change only what it touches is made anew, and every answer is that of a fresh start."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from indicators.catalogue import read_catalogue
from indicators.measure_families import circle_of
from repository import Repository, facts
from warehouse import tables
from warehouse.connect import open_warehouse

CODES = ("S01a", "D04", "A01")
CATALOGUE = read_catalogue()
TODAY = date(2026, 11, 22)
DRAFT, NEWEST, EARLIER = 33, 32, 31
QUARTER = (date(2026, 7, 1), date(2026, 9, 30))


class Changing:
    """A demonstration that is written to, and a repository that has seen it before."""

    def __init__(self, url: str, folder: Path):
        self.path, self.folder, self.today = folder / "kho.sqlite", folder, TODAY
        shutil.copy(url.removeprefix("sqlite:///"), self.path)
        self.seen = self.repository("seen")

    def repository(self, cache: str) -> Repository:
        engine = open_warehouse(f"sqlite:///{self.path}")
        return Repository(engine, CATALOGUE, self.folder / cache, today=lambda: self.today, look_seconds=0)

    def do(self, *statements: str) -> None:
        engine = create_engine(f"sqlite:///{self.path}")
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def load(self, number: int, measure: str, approved: str | None = "Vụ") -> None:
        """A load that brings some rows of a measure again, with other values."""
        named = ", ".join(
            one.key for one in tables.fact_measure.columns if one.key not in ("load_id", "value")
        )
        by = "NULL" if approved is None else f"'{approved}'"
        self.do(
            f"INSERT INTO fact_measure ({named}, value, load_id) SELECT {named}, value * 0.9, {number} FROM"
            f" fact_measure WHERE measure_code = '{measure}' AND load_id < {DRAFT}"
            " ORDER BY load_id DESC LIMIT 40",
            "INSERT INTO load_log SELECT"
            f" {number}, source_system, '2026-11-21 02:00:00.000000', 40, 40, 0, {by}, NULL"
            f" FROM load_log WHERE load_id = {NEWEST}",
        )


@pytest.fixture
def changing(demo_url, tmp_path):
    return Changing(demo_url, tmp_path)


def answers(repository: Repository, codes=CODES, *, everything: bool = False) -> dict:
    """What a repository says of some indicators, and of the whole set, now and as of an earlier load."""
    found: dict = {"load": repository.read_load(), "loads": repository.read_loads()}
    for load in (None, EARLIER):
        for code in codes:
            table = found[code, load] = repository.read_values(code, as_of_load=load)
            found[code, load, "63"] = repository.read_values(code, "2026-Q3", "63", as_of_load=load)
            found[code, load, "08"] = repository.read_values(code, "2026-Q3", parent="08", as_of_load=load)
            found[code, load, "path"] = repository.read_series(code, "04", as_of_load=load)
            found[code, load, "periods"] = repository.read_periods(code, load)
            found[code, load, "ahead"] = repository.read_projection(code, as_of_load=load)
            found[code, load, "card"] = repository.read_card(code, load)
            found[code, load, "column"] = repository.read_column(code, as_of_load=load)
            found[code, load, "zones"] = repository.read_zones(code, table.period, as_of_load=load)
            found[code, load, "groups"] = repository.read_ethnic_groups(code, table.period, as_of_load=load)
            found[code, load, "origin"] = repository.read_origin(code, period=table.period, as_of_load=load)
        found["peers", load] = repository.read_peers("04", as_of_load=load)
        found["sources", load] = repository.read_sources(load)
        found["tasks", load] = repository.read_tasks(load)
    if everything:
        found["quality"], found["changes"] = repository.read_quality(), repository.read_changes(EARLIER)
    return found


def new_load(changing):
    changing.load(34, "enterprises_trained")


def approval(changing):
    changing.do(f"UPDATE load_log SET approved_by = 'Vụ' WHERE load_id = {DRAFT}")


def late_approval(changing):
    changing.do("UPDATE load_log SET approved_by = 'Vụ' WHERE load_id = 20")


def approval_taken_back(changing):
    changing.do("UPDATE load_log SET approved_by = NULL WHERE load_id = 30")


def rows_of_an_old_load(changing):
    """Against the contract; a file that was written tells nevertheless."""
    changing.do(
        "INSERT INTO fact_measure SELECT measure_code, area_key, period_start, period_end, ethnic_code,"
        " value * 0.5, status, source_system, reported_at, 32 FROM fact_measure"
        " WHERE measure_code = 'enterprises_em' AND load_id < 32 ORDER BY load_id DESC LIMIT 9"
    )


def new_area_version(changing):
    changing.do(
        "UPDATE dim_area SET valid_to = '2026-10-01' WHERE area_code = '04' AND level = 'province'",
        "INSERT INTO dim_area SELECT 99999, area_code, level, 'Cao Bằng mới', name_en, parent_key,"
        " '2026-10-01', NULL, zone FROM dim_area WHERE area_code = '04' AND level = 'province'",
        "INSERT INTO area_succession SELECT area_key, 99999, '2026-10-01' FROM dim_area"
        " WHERE area_code = '04' AND level = 'province' AND area_key <> 99999",
    )


def target(changing):
    changing.do(
        "INSERT INTO target_override SELECT 'S01a', area_key, '2027-12-31', 12, 'Kế hoạch', 32 FROM dim_area"
        " WHERE area_code = '04' AND level = 'province'"
    )


def next_day(changing):
    changing.today = date(2027, 1, 1)


def rollup(changing):
    """Written beside the facts; nothing is another for it."""
    changing.do("CREATE TABLE beside (one INTEGER)")


@pytest.mark.parametrize(
    "change",
    [
        *(new_load, approval, late_approval, approval_taken_back, rows_of_an_old_load),
        *(new_area_version, target, next_day, rollup),
    ],
)
def test_answers_after_a_change_are_those_of_a_fresh_start(changing, change):
    if change is late_approval:
        changing.do("UPDATE load_log SET approved_by = NULL WHERE load_id = 20")
    everything = change is new_load
    before = answers(changing.seen, everything=everything)
    change(changing)
    after = answers(changing.seen, everything=everything)
    fresh = answers(changing.repository("fresh"), everything=everything)
    different = {key for key, answer in fresh.items() if after[key] != answer}
    assert not different
    assert (change is rollup) == (after == before)


def test_a_load_has_only_the_facts_read_that_it_touches(changing, monkeypatch):
    codes = ("S01a", "S01", "N01", "G09", "D04", "A01", "X02")
    for code in codes:
        changing.seen.read_card(code)
    read = []
    found = facts.read_readings
    monkeypatch.setattr(
        facts, "read_readings", lambda state, code, *more: read.append(code) or found(state, code, *more)
    )
    changing.load(34, "enterprises_trained")
    cards = [changing.seen.read_card(code) for code in codes]
    # D04 is counted from reports on tasks, of which no load says what it touches.
    assert set(read) == {"D04", *set(circle_of(CATALOGUE, "S01a")).intersection(codes)}
    assert {card.series.load_id for card in cards} == {34}


def test_another_process_that_comes_later_finds_what_a_load_left(changing, monkeypatch):
    changing.seen.read_card("N01")
    changing.load(34, "enterprises_trained")
    later = changing.repository("seen")
    monkeypatch.setattr(facts, "read_readings", None)
    assert later.read_card("N01").series.load_id == 34


def test_rows_that_came_late_with_an_old_load_are_counted_by_whoever_reads_ahead(changing):
    other = changing.repository("seen")
    before = other.read_state()
    rows_of_an_old_load(changing)
    changing.load(34, "enterprises_trained")
    noticed = other.read_state()
    changing.seen.states.count_afresh()
    assert len({before, noticed, other.read_state()}) == 3
    fresh = changing.repository("fresh")
    codes = [one.code for one in CATALOGUE if "enterprises_em" in one.measures]
    for code in codes:
        assert other.read_values(code) == fresh.read_values(code)
