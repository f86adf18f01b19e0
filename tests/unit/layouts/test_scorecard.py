"""The scorecard as values: rows in order, cells with number, status and marks, heads that sort."""

import json
from dataclasses import replace

import pytest

from layouts.scorecard import breakable, ordered, scorecard_data, scorecard_key, short_amount, sorted_by
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, VI
from tests.unit.layouts.compare_examples import G03, NAMES, S02, column, view
from tests.unit.layouts.look import texts


def cells(code, search=""):
    data = scorecard_data(view(search))
    row = next(row for row in data["rows"] if row["code"] == code)
    return dict(zip((one["code"] for one in data["columns"]), row["cells"], strict=True))


def head(code, search=""):
    return next(one for one in scorecard_data(view(search))["columns"] if one["code"] == code)


def test_it_is_plain_values_that_json_can_carry():
    json.dumps(scorecard_data(view("?areas=08")), allow_nan=False)


def test_what_applies_to_nobody_has_no_column_and_is_named():
    assert [one["code"] for one in scorecard_data(view())["columns"]] == ["S02", "D01"]
    assert any("G03" in text for text in texts(scorecard_key(view())))


def test_a_cell_has_number_status_marks_and_parts():
    assert cells("01")["S02"] == ["50,0", "behind", "", "1.234/2.000"]
    assert cells("04")["S02"][2] == "p"
    assert cells("12")["S02"][2:] == ["s", "1.234/12"]


def test_no_data_is_no_number_and_never_zero():
    assert cells("11")["S02"][:2] == ["", "no_data"]


def test_a_milestone_has_a_state_and_no_number_and_its_one_body_is_not_small():
    assert cells("01")["D01"] == ["", "completed", "", ""]


def test_a_hidden_value_tells_nothing_but_that():
    hidden = replace(KNOWN, value=None, numerator=None, denominator=7, suppressed=True, status="behind")
    data = scorecard_data(view(columns=(column("S02", p08=hidden),)))
    row = next(row for row in data["rows"] if row["code"] == "08")
    assert row["cells"] == [["", "suppressed", "", ""]]


def test_a_column_that_is_made_up_throughout_is_marked_at_its_head_alone():
    made_up = {f"p{code}": replace(KNOWN, illustrative=True) for code in NAMES}
    data = scorecard_data(view(columns=(column("S02", **made_up),)))
    assert data["columns"][0]["illustrative"]
    assert all("i" not in row["cells"][0][2] for row in data["rows"])
    one = scorecard_data(view(columns=(column("S02", p08=replace(KNOWN, illustrative=True)),)))
    assert not one["columns"][0]["illustrative"]
    assert [row["code"] for row in one["rows"] if "i" in row["cells"][0][2]] == ["08"]


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("", "04", "08"),
        ("-name", "08", "04"),
        ("S02", "12", "11"),
        ("-S02", "08", "11"),  # no value comes last either way
        ("-D01", "01", "04"),
        ("D01", "04", "01"),
    ],
)
def test_rows_stand_in_the_order_asked_for(sort, first, last):
    found = ordered(view(f"?sort={sort}" if sort else ""))
    assert (found[0], found[-1]) == (first, last)
    assert sorted(found) == sorted(NAMES)


def test_who_ties_stands_by_name_in_vietnamese_order_whichever_way():
    tied = {"14", "15", "19"}
    for sort in ("S02", "-S02"):
        assert [code for code in ordered(view(f"?sort={sort}")) if code in tied] == ["14", "15", "19"]


def test_a_head_tells_its_order_and_chooses_the_best_first_then_turns_round():
    assert head("S02")["sort"] == ["none", "sort=-S02&i=S02"]
    assert head("S02", "?sort=-S02")["sort"] == ["descending", "sort=S02&i=S02"]
    assert head("S02", "?sort=S02")["sort"] == ["ascending", "sort=-S02&i=S02"]
    assert scorecard_data(view())["nameSort"] == ["ascending", "sort=-name"]
    assert scorecard_data(view("?sort=-S02"))["nameSort"] == ["none", "sort="]


def test_a_group_limits_the_rows_and_keeps_the_columns():
    data = scorecard_data(view("?group=08,04", rows=("04", "08")))
    assert [row["code"] for row in data["rows"]] == ["04", "08"]
    assert len(data["columns"]) == 2


def test_a_row_adds_its_province_or_takes_it_out_again():
    rows = {row["code"]: row for row in scorecard_data(view("?areas=08,04"))["rows"]}
    assert (rows["01"]["place"], rows["01"]["toggle"]) == (0, "areas=08,04,01")
    assert (rows["04"]["place"], rows["04"]["toggle"]) == (2, "areas=08")
    assert (rows["08"]["place"], rows["08"]["toggle"]) == (1, "areas=04&area=")


def test_targets_met_are_counted_by_province():
    rows = {row["code"]: row["met"] for row in scorecard_data(view())["rows"]}
    assert (rows["01"], rows["08"]) == ("1/2", "1/2")


def test_cells_lead_on_with_what_the_reader_has_set_for_all_pages():
    found = head("S02", "?lang=en&theme=contrast")
    assert found["map"].startswith("/ban-do?i=S02&p=2026-Q3&lang=en")


def test_a_whole_hundred_has_no_idle_decimals():
    assert short_amount(replace(KNOWN, value=100.0), INDICATOR, VI) == "100"
    assert short_amount(replace(KNOWN, value=99.94), INDICATOR, VI) == "99,9"
    assert short_amount(MISSING, INDICATOR, VI) == ""


def test_the_order_is_told_in_words():
    assert sorted_by(view()) == "xếp theo tên"
    assert "từ cao xuống thấp" in sorted_by(view("?sort=-S02"))
    assert "S02" in sorted_by(view("?sort=S02"))


def test_the_columns_that_are_left_out_are_those_of_nobody():
    assert not G03.applies
    assert S02.applies


def test_long_english_words_may_break_where_a_head_is_one_column_wide():
    assert breakable("Information security").split("\u00ad") == ["Infor", "mation security"]
    assert breakable("Digital economy").replace("\u00ad", "") == "Digital economy"
    assert breakable("Kinh tế số") == "Kinh tế số"
