"""Questions bind their parameters and leave fields raw."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import NullType

from warehouse import queries
from warehouse.tables import REQUIRED, contract

INJECTION = "x'; DROP TABLE fact_measure; --"


def test_measures_are_bound_and_never_part_of_the_text():
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        compiled = queries.select_facts([INJECTION]).compile(dialect=dialect)
        assert INJECTION not in str(compiled)
        assert [INJECTION] in compiled.params.values()


def test_facts_come_in_the_columns_that_are_promised():
    for select in (queries.select_facts(["a"]), queries.select_facts_all()):
        assert tuple(column.key for column in select.selected_columns) == queries.FACT_COLUMNS


def test_fields_that_can_be_wrong_come_raw():
    columns = queries.select_facts(["a"]).selected_columns
    for name in ("value", "period_start", "period_end", "reported_at"):
        assert isinstance(columns[name].type, NullType)


def test_totals_and_groups_share_nothing():
    assert "ethnic_code IS NULL" in str(queries.select_facts(["a"]))
    assert "ethnic_code IS NOT NULL" in str(queries.select_facts_by_ethnic_group(["a"]))


def test_which_tables_are_required():
    required = set(contract.tables) - {
        "target_override",
        "rejected_row",
        "report_obligation",
        "fact_task",
        "fact_milestone",
    }
    assert required == REQUIRED
    assert len(required) == 6
