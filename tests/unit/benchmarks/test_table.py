"""The table of measurements: medians, percentiles, ratios, and its place in the document."""

import doctest

import pytest

from benchmarks import table as module
from benchmarks.__main__ import README
from benchmarks.table import END, HEAD, START, Row, keep, percentile, table


def cells(row: Row) -> list[str]:
    return [cell.strip() for cell in str(row).strip().strip("|").split("|")]


def test_doctests():
    assert doctest.testmod(module).attempted
    assert doctest.testmod(module).failed == 0


def test_a_row_shows_the_median_and_how_often():
    assert cells(Row("start", [3.0, 1.0, 2.004], "s", 2)) == ["start", "2.00 s", "", "3", ""]


def test_p95_is_shown_from_twenty_times_on():
    assert cells(Row("change", list(range(1, 21)), "ms"))[2] == "19 ms"
    assert cells(Row("change", list(range(1, 20)), "ms"))[2] == ""


def test_a_row_is_compared_with_another_by_medians():
    slow = Row("slow", [200.0, 100.0, 300.0], "ms")
    assert cells(Row("fast", [50.0], "ms", 0, slow))[4] == "×0.25 of slow"


@pytest.mark.parametrize(("share", "found"), [(0.0, 1), (0.5, 2), (0.51, 3), (1.0, 4)])
def test_a_percentile_is_one_of_the_figures(share, found):
    assert percentile([4, 3, 2, 1], share) == found


def test_a_table_is_kept_in_place_of_the_one_before(tmp_path):
    file = tmp_path / "README.md"
    file.write_text(f"above\n\n{START}old\n{END}\n\nbelow\n", "utf-8")
    keep(file, "new\n")
    keep(file, "newest\n")
    assert file.read_text("utf-8") == f"above\n\n{START}\nnewest\n\n{END}\n\nbelow\n"


def test_a_document_without_a_place_is_left_alone(tmp_path):
    file = tmp_path / "README.md"
    file.write_text("nothing here\n", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        keep(file, "new\n")
    assert file.read_text("utf-8") == "nothing here\n"


def test_the_document_holds_a_table():
    kept = README.read_text("utf-8").partition(START)[2].partition(END)[0]
    assert HEAD in kept
    assert len(kept.strip().splitlines()) > len(table([]).splitlines()) + 10
