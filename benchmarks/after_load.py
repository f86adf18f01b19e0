"""The first answers after a new load, and the first look at what an earlier load knew."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from sqlalchemy import URL, create_engine, text

from benchmarks.table import Row
from indicators.catalogue import Catalogue, read_catalogue
from repository import Repository
from repository.ahead import keep_readings
from warehouse.connect import open_warehouse
from warehouse.tables import fact_measure

# The most facts of all, by quarter, and few: communes, communes, provinces.
CODES = ("S02", "S01a", "G09")
TIMES = 3
NEW_LOAD = 200  # and those after it
FACTS_OF_LOAD = 80
BACK = (2, 12, 22)  # loads
COLUMNS = ", ".join(one.key for one in fact_measure.columns if one.key != "load_id")


def after_load(warehouse: URL) -> list[Row]:
    """What answers cost the processor: cold, after a load that touches them, and as of earlier loads.

    Of a warehouse in one file, which is copied; nothing is measured of others.
    """
    rows: list[Row] = []
    if warehouse.get_backend_name() != "sqlite":
        return rows
    catalogue = read_catalogue()
    with TemporaryDirectory() as folder:
        copy = warehouse.set(database=f"{folder}/kho.sqlite")
        shutil.copy(str(warehouse.database), str(copy.database))
        for code in CODES:
            rows += _of_indicator(copy, copy, Path(folder), catalogue, code)
        rows += _of_quality(copy, Path(folder), catalogue)
        every = partial(_cards, codes=catalogue.codes)
        seen = _repository(copy, Path(folder) / "cards", catalogue)
        now = Row("cards of all indicators, cold", [_milliseconds(lambda: every(seen, None))], "ms")
        rows.append(now)
        for code in catalogue.codes:  # as who reads ahead does
            seen.read_column(code)
            keep_readings(seen, code)
        approved = seen.states.newest().approved
        for back in BACK:
            took = [_milliseconds(partial(every, seen, approved[-1 - back]))]
            rows.append(
                Row(f"cards of all indicators, first look as of {back} loads before", took, "ms", 0, now)
            )
    return rows


def first_answers(reader: URL, owner: URL, name: str) -> list[Row]:
    """What the values of indicators cost the processor, of a warehouse that this puts loads into."""
    catalogue = read_catalogue()
    with TemporaryDirectory() as folder:
        return [
            row
            for code in CODES
            for row in _of_indicator(reader, owner, Path(folder), catalogue, code, f", {name}", times=1)
        ]


def _of_indicator(
    reader: URL,
    owner: URL,
    folder: Path,
    catalogue: Catalogue,
    code: str,
    name: str = "",
    times: int = TIMES,
) -> list[Row]:
    """Its values in an empty cache; after a load in the same process; after one in a process that starts."""
    cold: list[float] = []
    same: list[float] = []
    other: list[float] = []
    for time in range(times):
        cache = folder / f"{code} {time}"
        seen = _repository(reader, cache, catalogue)
        seen.read_load()
        cold.append(_milliseconds(partial(seen.read_values, code)))
        seen.read_card(code)
        seen.read_column(code)
        keep_readings(seen, code)
        for figures, repository in ((same, seen), (other, _repository(reader, cache, catalogue))):
            _load(owner, catalogue[code].measures)
            repository.read_load()  # notices it
            figures.append(_milliseconds(partial(repository.read_values, code)))
    what, size = f"values of {code}", f"a load of {FACTS_OF_LOAD} facts of its last day"
    first = Row(f"{what}, cold{name}", cold, "ms")
    return [
        first,
        Row(f"{what}, first after {size}{name}", same, "ms", 0, first),
        Row(f"{what}, first after another in a process that starts{name}", other, "ms", 0, first),
    ]


def _of_quality(copy: URL, folder: Path, catalogue: Catalogue) -> list[Row]:
    """The quality list in an empty cache, and after loads that touch one day of one indicator."""
    seen, later = _repository(copy, folder / "quality", catalogue), list[float]()
    seen.read_load()
    cold = Row("quality list, cold", [_milliseconds(seen.read_quality)], "ms")
    for _ in range(TIMES):
        _load(copy, catalogue[CODES[0]].measures)
        seen.read_load()  # notices it
        seen.read_values(CODES[0])  # which decides what is hidden: measured above
        later.append(_milliseconds(seen.read_quality))
    return [cold, Row(f"quality list, first after a load of {FACTS_OF_LOAD} facts", later, "ms", 0, cold)]


def _repository(reader: URL, cache: Path, catalogue: Catalogue) -> Repository:
    return Repository(open_warehouse(reader), catalogue, cache, look_seconds=0)


def _cards(repository: Repository, load: int | None, codes: tuple[str, ...]) -> None:
    for code in codes:
        repository.read_card(code, load)


def _load(owner: URL, measures: tuple[str, ...]) -> None:
    """Adds a load that says again what was said last of some measures."""
    named = ", ".join(f"'{measure}'" for measure in measures)
    engine = create_engine(owner)
    with engine.begin() as connection:
        last: int = connection.execute(text("SELECT max(load_id) FROM load_log")).scalar_one()
        number = max(last + 1, NEW_LOAD)
        connection.execute(
            text(
                f"INSERT INTO fact_measure ({COLUMNS}, load_id) SELECT {COLUMNS}, {number} FROM fact_measure"
                f" WHERE measure_code IN ({named}) AND ethnic_code IS NULL AND period_end = (SELECT"
                f" max(period_end) FROM fact_measure WHERE measure_code = '{measures[0]}')"
                f" AND load_id < {NEW_LOAD} ORDER BY area_key LIMIT {FACTS_OF_LOAD}"
            )
        )
        connection.execute(
            text(
                f"INSERT INTO load_log SELECT {number}, source_system, loaded_at, {FACTS_OF_LOAD},"
                f" {FACTS_OF_LOAD}, 0, approved_by, note"
                " FROM load_log WHERE approved_by IS NOT NULL ORDER BY load_id DESC LIMIT 1"
            )
        )
    engine.dispose()


def _milliseconds(work: Callable[[], Any]) -> float:
    """The processor time of this process that some work took: others on the machine don't lengthen it."""
    started = process_time()
    work()
    return (process_time() - started) * 1000
