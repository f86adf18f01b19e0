"""The rollup gives the same facts and the same faults as the facts themselves, however it was left."""

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, make_url, text

from indicators.catalogue import read_catalogue
from indicators.doubtful import GroupRows, doubtful_rows
from indicators.group_totals import GroupList, above_communes, group_totals
from indicators.progress import DEFAULT_THRESHOLDS
from indicators.quality import Quality
from indicators.readings import ENOUGH
from indicators.soundness import Fact, Row, Rules, sound_facts
from repository.dimensions import Dimensions, read_dimensions
from repository.shared import Shared
from repository.state import State
from repository.wrong_content import read_quality
from tests.integration.oracle.conftest import BUILDERS
from warehouse import rollup
from warehouse.__main__ import main
from warehouse.connect import open_warehouse
from warehouse.fact_rows import FactRow
from warehouse.facts import (
    read_facts,
    read_facts_by_ethnic_group,
    read_facts_of_loads,
    read_first_reports,
    read_group_lists,
    read_measures_of_loads,
)
from warehouse.group_rows import read_group_rows
from warehouse.read import read_fingerprint
from warehouse.rollup import refresh
from warehouse.sources import read_deliveries
from warehouse.tables import FACT_INDEXES
from warehouse.tables import rollup as rollup_tables

TODAY = date(2026, 11, 25)
SOME_LOADS, ALL_LOADS = 29, 33  # of the few measures, of the whole demonstration
COPIED = (
    "measure_code, area_key, period_start, period_end, ethnic_code, value, status, source_system, reported_at"
)
DROPPED = [f"DROP TABLE IF EXISTS {table}" for table in rollup_tables.tables]


class Pair:
    """One warehouse twice: `plain` has no rollup."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.paths = [folder / "plain.sqlite", folder / "rolled.sqlite"]
        for one in self.paths:
            shutil.copy(path, one)
        self.do(*DROPPED)
        self.url = f"sqlite:///{self.paths[1]}"

    def do(self, *statements: str) -> None:
        """The same in both."""
        for one in self.paths:
            run(one, *statements)

    @property
    def engines(self) -> list[Engine]:
        return [open_warehouse(f"sqlite:///{one}") for one in self.paths]

    def differing(self, as_of: tuple[int | None, ...] = ()) -> list[str]:
        """The questions that the two answer otherwise."""
        plain, rolled = (list(answers(one, as_of)) for one in self.engines)
        return [name for (name, before), (_, after) in zip(plain, rolled, strict=True) if before != after]


def run(path: Path, *statements: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def answers(engine: Engine, as_of: tuple[int | None, ...]) -> Iterator[tuple[str, Any]]:
    """All that is asked of the facts, by name; and what is listed as wrong, as of some loads."""
    dimensions = read_dimensions(engine, read_fingerprint(engine))
    present, loads = dimensions.fingerprint.optional, dimensions.approved
    yield "totals", Counter(read_facts(engine))
    yield "by group", Counter(read_facts_by_ethnic_group(engine, list(dimensions.additive)))
    groups = (one._replace(groups=tuple(sorted(one.groups))) for one in read_group_rows(engine))
    yield "groups", Counter(groups)
    yield "some", Counter(read_facts(engine, ["population", "officials"], up_to=loads[-1]))
    yield "first reports", read_first_reports(engine, present, loads)
    yield "deliveries", sorted(read_deliveries(engine, TODAY))
    yield "measures", read_measures_of_loads(engine, [*loads, 9999])
    for load in loads[-2:]:
        yield f"of {load}", Counter(read_facts_of_loads(engine, (load, 9999, None)))
        ends = ["2025-12-31", "neither", 7, None]
        yield f"before {load}", Counter(read_facts(engine, list(dimensions.additive), load, ends))
    for asked in as_of:
        rules = dimensions.rules(asked, TODAY)
        facts, faults = sound_facts(map(Row._make, read_facts(engine)), rules)
        yield f"sound as of {asked}", (Counter(facts), Counter(faults))
        yield f"quality as of {asked}", quality(engine, dimensions, asked)


def quality(engine: Engine, dimensions: Dimensions, as_of: int | None) -> Quality:
    """The quality list made anew."""
    known = replace(dimensions, brought=read_measures_of_loads(engine, dimensions.approved))
    state = State(engine, read_catalogue(), known, DEFAULT_THRESHOLDS, ENOUGH, TODAY, as_of)
    with TemporaryDirectory() as folder:
        return read_quality(state, Shared(Path(folder)))


@pytest.fixture(scope="module")
def some_facts(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration of few measures, whose log counts what is left."""
    file = tmp_path_factory.mktemp("some") / "some.sqlite"
    shutil.copy(make_url(demo_url).database or "", file)
    run(
        file,
        "DELETE FROM fact_measure WHERE measure_code NOT IN ('population', 'officials', 'officials_trained',"
        " 'heritage_items_digitised', 'villages_with_fibre')",
        "UPDATE load_log SET rows_accepted ="
        " (SELECT count(*) FROM fact_measure WHERE fact_measure.load_id = load_log.load_id)",
        "DELETE FROM load_log WHERE rows_accepted = 0",
    )
    return file


@pytest.fixture
def demo(some_facts: Path, tmp_path: Path) -> Pair:
    return Pair(some_facts, tmp_path)


def rolled(path: Path) -> tuple[int, int]:
    """The loads marked, and the rows in the rollup."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        loads = connection.execute(text("SELECT count(DISTINCT load_id) FROM rollup_load")).scalar_one()
        rows = connection.execute(text("SELECT count(*) FROM rollup_measure")).scalar_one()
    engine.dispose()
    return loads, rows


def test_over_the_demonstration(demo_url: str, tmp_path: Path):
    pair = Pair(Path(make_url(demo_url).database or ""), tmp_path)
    refresh(pair.url, quiet=True)
    assert rolled(pair.paths[1])[0] == ALL_LOADS
    assert pair.differing((None,)) == []


def test_as_of_a_load(demo: Pair):
    refresh(demo.url, quiet=True)
    assert demo.differing((None, 31, 20)) == []


def test_it_is_read_and_not_the_facts(demo: Pair):
    refresh(demo.url, quiet=True)
    run(demo.paths[1], "UPDATE rollup_period SET area_values = replace(area_values, ',', '7,')")
    rows = read_facts(demo.engines[1], ["officials"])
    assert any(row.value and row.value % 10 == 7 for row in rows)


@pytest.mark.parametrize("name", sorted(set(BUILDERS) - {"without_facts"}))
def test_over_warehouses_of_other_people(name: str, tmp_path: Path):
    pair = Pair(BUILDERS[name](tmp_path / "foreign.sqlite"), tmp_path)
    refresh(pair.url, quiet=True)
    assert rolled(pair.paths[1])[1]
    assert pair.differing((None,)) == []


def test_without_facts(tmp_path: Path):
    pair = Pair(BUILDERS["without_facts"](tmp_path / "foreign.sqlite"), tmp_path)
    assert refresh(pair.url, quiet=True) == 0
    assert not [*read_facts(pair.engines[1]), *read_group_rows(pair.engines[1])]


WRONG_DAYS = [
    "2026-09-01",
    "2026-09-30",
    "2026-09-30 00:00:00",
    "2026-08-31",
    "2035-01-01",
    "30/9",
    "1823-01-01",
]
MEASURES = ["village_heads", "village_heads_trained", "dti_score", "không có"]
FACTS = st.lists(
    st.fixed_dictionaries(
        {
            "measure": st.sampled_from(MEASURES),
            "area": st.sampled_from([1, 2, 3, 65, 4000, 999_999]),
            "start": st.sampled_from(WRONG_DAYS),
            "end": st.sampled_from(WRONG_DAYS),
            "group": st.sampled_from([None, None, "01", "02", "03", "99", "a,b", ""]),
            "value": st.sampled_from([None, 0, 5, 5.0, 7.25, -3, "không rõ", "1_000", "12", 1e13, 1e300]),
            "status": st.sampled_from(["official", "preliminary"]),
            "source": st.sampled_from(["LGSP", "illustrative"]),
            "load": st.sampled_from([5, 20, 31, 32, 33, 77, 9999]),
        }
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def emptied(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    pair = Pair(Path(make_url(demo_url).database or ""), tmp_path_factory.mktemp("random"))
    pair.do("DELETE FROM fact_measure", "DELETE FROM fact_milestone", "DELETE FROM fact_task")
    return pair


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(earlier=FACTS, later=FACTS)
def test_over_random_facts(emptied: Pair, rules: Rules, earlier: list, later: list):
    emptied.do("DELETE FROM fact_measure")
    run(emptied.paths[1], *DROPPED)
    for facts in (earlier, later):  # the second after the refresh: its loads are partly in the rollup
        insert_random(emptied, facts)
        assert judged_differently(emptied, rules) == []
        refresh(emptied.url, quiet=True)
        assert judged_differently(emptied, rules) == []


@pytest.fixture(scope="module")
def rules(emptied: Pair) -> Rules:
    engine = emptied.engines[0]
    return read_dimensions(engine, read_fingerprint(engine)).rules(None, TODAY)


def judged_differently(pair: Pair, rules: Rules) -> list[str]:
    """Where the facts row by row, or with the rollup, or without it but rolled up, are not judged alike."""
    plain, with_rollup = pair.engines
    found = []
    for load in (None, 31):
        as_of = replace(rules, as_of_load=load)
        rows = [*read_facts(plain), *read_facts_by_ethnic_group(plain, MEASURES)]
        facts, faults = sound_facts(map(Row._make, rows), as_of)
        whole = Counter(fact for fact in facts if fact.ethnic is None), Counter(faults)
        for engine in pair.engines:
            groups = doubtful_rows(map(GroupRows._make, read_group_rows(engine)), as_of)
            facts, faults = sound_facts(chain(map(Row._make, read_facts(engine)), groups), as_of)
            quick = Counter(fact for fact in facts if fact.ethnic is None), Counter(faults)
            if quick != whole:
                found.append(f"{engine.url} as of {load}: {quick} and not {whole}")
    for engine in pair.engines:
        if group_sums(engine, rules) != group_sums_one_by_one(plain, rules):
            found.append(f"{engine.url}: sums by group")
    for asked in (
        partial(read_facts_of_loads, loads=(21, 22, 30, None, 40, 41)),
        partial(read_facts, measures=MEASURES, up_to=31, ends=["2025-12-31", None]),
        partial(read_facts_by_ethnic_group, measures=MEASURES),
        read_facts,
    ):
        before, after = (Counter(map(_told, asked(engine))) for engine in (plain, with_rollup))
        if before != after:
            found.append(f"{asked}: {after} and not {before}")
    return found


def group_sums(engine: Engine, rules: Rules) -> tuple[dict[tuple, float], Counter[str]]:
    """What groups come to by province, and what is not of communes, from lists."""
    lists = [GroupList._make(one) for one in read_group_lists(engine, MEASURES)]
    above = Counter(map(_reported, above_communes(lists, rules.areas)))
    return summed(group_totals(lists, rules), rules), above


def group_sums_one_by_one(engine: Engine, rules: Rules) -> tuple[dict[tuple, float], Counter[str]]:
    """The same from the facts row by row."""
    rows = list(read_facts_by_ethnic_group(engine, MEASURES))
    versions = rules.areas.versions
    above = (one for one in rows if one.area_key in versions and versions[one.area_key].level != "commune")
    return summed(sound_facts(map(Row._make, rows), rules)[0], rules), Counter(map(_reported, above))


def summed(facts: Iterable[Fact], rules: Rules) -> dict[tuple, float]:
    """The sums of facts by measure, period, group and province; other areas stand for themselves."""
    sums: dict[tuple, float] = defaultdict(float)
    for fact in facts:
        commune = rules.areas.versions[fact.area_key].level == "commune"
        place = ("communes of", rules.areas.province_of(fact.area_key)) if commune else fact.area_key
        sums[fact.measure, fact.start, fact.end, fact.ethnic, place] += fact.value
    return sums


def _told(row: FactRow) -> str:
    """A row as text, so that NaN is like NaN; a number is like another however it was written."""
    return repr(row if row.value is None else row._replace(raw_value=row.value))


def _reported(row: FactRow | Row) -> str:
    """A row as text, without what stood where no number could be read."""
    value = None if row.value is None or isnan(row.value) else row.value
    return repr((*row[:5], value, *row[7:]))


def insert_random(pair: Pair, facts: list) -> None:
    if not facts:
        return
    for path in pair.paths:
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            connection.execute(
                text(
                    f"INSERT INTO fact_measure ({COPIED}, load_id) VALUES (:measure, :area, :start, :end,"
                    " :group, :value, :status, :source, '2026-10-05 00:00:00', :load)"
                ),
                facts,
            )
        engine.dispose()


def add_load(pair: Pair, load: int, logged: bool = True) -> None:
    """A load with the facts of an earlier one anew, one more in each."""
    pair.do(
        f"INSERT INTO fact_measure ({COPIED}, load_id) SELECT {COPIED.replace('value', 'value + 1')}, {load}"
        " FROM fact_measure WHERE load_id = 30",
    )
    if logged:
        pair.do(
            f"INSERT INTO load_log SELECT {load}, source_system, loaded_at, rows_received, rows_accepted, 0,"
            " 'Vụ', NULL FROM load_log WHERE load_id = 30"
        )


def test_a_new_load_is_read_from_the_facts_until_it_is_taken_in(demo: Pair):
    refresh(demo.url, quiet=True)
    add_load(demo, 40)
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 1
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 0


def test_facts_that_came_late_with_an_old_load_are_noticed(demo: Pair):
    refresh(demo.url, quiet=True)
    copied = f"INSERT INTO fact_measure ({COPIED}, load_id) SELECT {COPIED}, 12 FROM fact_measure"
    demo.do(f"{copied} WHERE load_id = 30 LIMIT 5")
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 1
    assert demo.differing() == []


def test_a_load_whose_log_counts_otherwise_is_counted(demo: Pair):
    demo.do("UPDATE load_log SET rows_accepted = rows_accepted + 3 WHERE load_id < 10")
    refresh(demo.url, quiet=True)
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 0
    demo.do("DELETE FROM fact_measure WHERE load_id = 6 AND measure_code = 'officials'")
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 1


@pytest.mark.parametrize("stop_at", [1, 7, 40, 90])
def test_stopped_halfway_nothing_is_wrong(demo: Pair, monkeypatch: pytest.MonkeyPatch, stop_at: int):
    statements = 0

    def stopping(*_: Any) -> None:
        nonlocal statements
        statements += 1
        if statements == stop_at:
            raise KeyboardInterrupt

    def watched(url: Any) -> Engine:
        engine = create_engine(url)
        event.listen(
            engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, *_: (
                stopping() if statement.startswith(("INSERT", "DELETE")) else None
            ),
        )
        return engine

    with monkeypatch.context() as patch:
        patch.setattr(rollup, "create_engine", watched)
        with pytest.raises(KeyboardInterrupt):
            refresh(demo.url, quiet=True)
    assert rolled(demo.paths[1])[0] < SOME_LOADS
    assert demo.differing() == []
    refresh(demo.url, quiet=True)
    assert rolled(demo.paths[1])[0] == SOME_LOADS
    assert demo.differing() == []


def test_rows_without_their_mark_are_not_read(demo: Pair):
    refresh(demo.url, quiet=True)
    run(demo.paths[1], "DELETE FROM rollup_load WHERE load_id = 30")
    assert demo.differing() == []


@pytest.mark.parametrize(
    "broken",
    [
        "DROP TABLE rollup_measure",
        "DROP TABLE rollup_period",
        "DROP TABLE rollup_load",
        "ALTER TABLE rollup_load DROP COLUMN last_row",
        "ALTER TABLE rollup_load DROP COLUMN packed_count",
        "UPDATE rollup_load SET packed_count = NULL",
    ],
)
def test_a_rollup_that_is_broken_is_done_without(demo: Pair, broken: str):
    refresh(demo.url, quiet=True)
    run(demo.paths[1], broken)
    assert demo.differing() == []


def test_a_rollup_of_an_earlier_release_is_completed(demo: Pair):
    refresh(demo.url, quiet=True)
    run(
        demo.paths[1],
        "DROP TABLE rollup_period",
        "DROP INDEX ix_rollup_load",
        "ALTER TABLE rollup_load DROP COLUMN packed_count",
    )
    assert demo.differing() == []
    assert read_from(demo.engines[1], read_facts, ["officials"]) == {"rollup_measure", "fact_measure"}
    assert refresh(demo.url, quiet=True) == SOME_LOADS
    assert read_from(demo.engines[1], read_facts, ["officials"]) == {"rollup_period", "fact_measure"}
    assert demo.differing() == []


def test_marks_that_an_earlier_release_made_hide_nothing(demo: Pair):
    refresh(demo.url, quiet=True)
    run(
        demo.paths[1],
        "UPDATE rollup_load SET packed_count = NULL WHERE load_id = 30",
        "DELETE FROM rollup_period WHERE load_id = 30",
    )
    assert demo.differing() == []
    assert refresh(demo.url, quiet=True) == 1


def read_from(engine: Engine, question: Callable[..., Iterable[FactRow]], *asked: Any) -> set[str]:
    """The tables whose facts a question reads."""
    found: set[str] = set()

    def keep(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "period_start" in statement and "LIMIT" not in statement:
            found.update(re.findall(r"FROM (rollup_measure|rollup_period|fact_measure)", statement))

    event.listen(engine, "before_cursor_execute", keep)
    assert list(question(engine, *asked))
    return found


def test_where_nothing_was_written_it_is_not_asked_again_what_is_where(demo: Pair):
    refresh(demo.url, quiet=True)
    engine, asked = demo.engines[1], list[str]()
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_: asked.append(statement))
    before = Counter(read_facts(engine, ["officials"]))
    first, again = len(asked), Counter(read_facts(engine, ["officials"]))
    assert again == before
    assert [one.partition("FROM")[2].split()[0] for one in asked[first:] if one != "BEGIN"] == [
        "rollup_period",
        "fact_measure",
    ]
    add_load(demo, 40)
    assert demo.differing() == []
    assert Counter(read_facts(engine, ["officials"])) == Counter(read_facts(demo.engines[0], ["officials"]))


def test_without_an_index_it_is_the_same(demo: Pair):
    refresh(demo.url, quiet=True)
    demo.do(*(f"DROP INDEX {index.name}" for index in FACT_INDEXES))
    add_load(demo, 40)
    assert demo.differing() == []


def test_everything_can_be_taken_in_anew(demo: Pair, capsys: pytest.CaptureFixture[str]):
    refresh(demo.url, quiet=True)
    demo.do("UPDATE fact_measure SET value = value + 1 WHERE measure_code = 'officials'")
    assert main(["rollup", "--url", demo.url, "--rebuild"]) == 0
    assert f"{SOME_LOADS} lần nạp" in capsys.readouterr().out
    assert demo.differing() == []


def test_rows_by_ethnic_group_become_one(demo: Pair):
    refresh(demo.url, quiet=True)
    found = list(read_group_rows(demo.engines[1]))
    assert sum(len(one.groups) for one in found) > 3 * len(found)
    assert sorted(found, key=repr) == sorted(read_group_rows(demo.engines[0]), key=repr)
