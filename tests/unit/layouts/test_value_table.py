"""The map as a table."""

from layouts.value_table import value_table
from tests.unit.charts.examples import INDICATOR, MISSING, VI, table
from tests.unit.layouts.look import attributes, texts


def test_every_number_of_the_table_tells_where_it_comes_from():
    found = table(p01=MISSING)
    shown = value_table(found, INDICATOR, VI)
    asked = [one for one in attributes(shown, "data-choose") if one.startswith("origin=")]
    assert len(asked) == len(set(asked)) == len(found.values) + 1
    assert VI.missing in texts(shown) or "chưa có số liệu" in " ".join(texts(shown)).lower()
