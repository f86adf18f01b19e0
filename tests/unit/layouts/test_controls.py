"""What the controls offer."""

from itertools import pairwise

from indicators.catalogue import read_catalogue
from language import fold, language
from layouts.choice import choice
from layouts.controls import choice_groups, frequencies, indicator_options, slider_marks, timeline
from tests.unit.layouts.look import attributes

VI = language("vi")
CATALOGUE = read_catalogue()
PERIODS = {
    "month": ("2025-12", "2026-01", "2026-02"),
    "quarter": ("2025-Q4", "2026-Q1"),
    "half": ("2025-H2", "2026-H1"),
    "year": ("2025", "2026"),
}


def test_every_indicator_is_offered_under_its_pillar_and_found_without_diacritics():
    options = indicator_options(CATALOGUE, VI)
    offered = {option["value"]: option for option in options if not option.get("disabled")}
    assert set(offered) == set(CATALOGUE.codes)
    for code, option in offered.items():
        words = option["search"].split()
        assert len(words) == len(set(words))  # an index of all their parts is made of them
        assert {code.lower(), *fold(CATALOGUE[code].name_vi).split()} <= set(words)
    headings = [place for place, option in enumerate(options) if option.get("disabled")]
    assert headings[0] == 0
    assert all(following - heading > 1 for heading, following in pairwise(headings))


def test_another_frequency_leads_to_the_period_nearest_to_the_current_one():
    assert attributes(frequencies("2026-02", PERIODS, VI), "data-choose") == [
        "p=2026-02",
        "p=2026-Q1",
        "p=2026",
    ]
    assert attributes(frequencies("2025", PERIODS, VI), "data-choose") == ["p=2025-12", "p=2025-Q4", "p=2025"]


def test_a_frequency_that_is_not_offered_is_shown_where_the_address_asks_for_it():
    assert attributes(frequencies("2026-H1", PERIODS, VI), "data-choose") == [
        "p=2026-02",
        "p=2026-Q1",
        "p=2026-H1",
        "p=2026",
    ]


def test_the_slider_runs_over_the_periods_with_data_and_the_one_asked_for():
    line = timeline("S02", "2024-Q1", PERIODS, VI)
    assert line["codes"] == ["2024-Q1", "2025-Q4", "2026-Q1"]
    assert line["words"][0] == "Quý I/2024"


def test_years_stand_under_the_slider_where_there_is_room():
    months = (
        [f"2024-{month:02}" for month in (11, 12)]
        + [f"2025-{month:02}" for month in range(1, 13)]
        + ["2026-01"]
    )
    assert slider_marks(months) == {"2": "2025", "14": "2026"}


def test_changing_boundaries_leaves_no_province_selected():
    groups = choice_groups(choice("?area=08", CATALOGUE, "vi"))
    assert "b=63&area=" in [chosen for group in groups for chosen in attributes(group, "data-choose")]
