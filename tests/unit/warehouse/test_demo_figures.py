"""The demonstration's figures: published totals as known, illustrative ones believable and repeatable."""

from collections import Counter
from datetime import date
from itertools import pairwise
from math import fsum

import pytest

from warehouse.demo.areas import build_areas, unmerged
from warehouse.demo.calendar import LAST, periods, reported_at
from warehouse.demo.gaps import gaps
from warehouse.demo.illustrative import Size
from warehouse.demo.loads import numbered, plan
from warehouse.demo.paths import Path, draw_path
from warehouse.demo.published import published_facts
from warehouse.demo.reference import read_ratios


@pytest.fixture(scope="module")
def areas():
    return build_areas()


@pytest.fixture(scope="module")
def published(areas):
    return list(published_facts(areas))


@pytest.mark.parametrize(("year", "mean"), [(2023, 0.6783), (2024, 0.6961)])
def test_the_mean_of_the_index_is_the_published_one(published, year, mean):
    scores = [fact.value for fact in published if fact.measure == "dti_score" and fact.end.year == year]
    assert len(scores) == 63
    assert round(fsum(scores) / 63, 4) == mean


def test_the_census_adds_up_to_the_published_totals(published):
    def total(measure):
        rows = [fact for fact in published if fact.measure == measure and fact.end == date(2019, 4, 30)]
        return fsum(fact.value for fact in rows if fact.group is None)

    assert (total("population"), total("population_em")) == (96_208_984, 14_123_158)


def test_the_groups_of_the_country_add_up(published, areas):
    groups = [fact for fact in published if fact.area == areas.country and fact.measure == "population"]
    assert len({fact.group for fact in groups}) == 54
    assert fsum(fact.value for fact in groups) < 96_208_984


def test_only_unmerged_provinces_have_a_usable_service_index(published, areas):
    versions = {row[0]: row for row in areas.rows}
    facts = [fact for fact in published if fact.measure == "dvc766_score"]
    usable = [versions[fact.area][1] for fact in facts if versions[fact.area][6] <= fact.end]
    assert len(facts) == 102
    assert Counter(usable) == dict.fromkeys(unmerged(), 3)


def test_whatever_is_published_has_its_source_in_the_log(published):
    sources = {load.load_id: load for load in plan()}
    assert all(
        sources[load].note and sources[load].source == "published" for _, load in numbered(published, plan())
    )


def test_periods_are_whole_and_end_in_october_2026():
    months, quarters = list(periods("month")), list(periods("quarter"))
    assert (len(months), len(quarters)) == (25, 8)
    assert months[-1] == (date(2026, 10, 1), LAST)
    assert all(end < following for (_, end), (following, _) in pairwise(months))


def test_a_path_is_repeatable_and_differs_by_seed_and_province():
    ratio = read_ratios()[1]
    assert draw_path(1, ratio, "04", 0.9) == draw_path(1, ratio, "04", 0.9)
    assert len({draw_path(seed, ratio, code, 0.9) for seed in (1, 2) for code in ("04", "11")}) == 4


@pytest.mark.parametrize("character", ["ahead", "early", "slipping", "backwards"])
def test_a_share_stays_between_nothing_and_everything(character):
    path = Path(character, 0.3, 1.0, date(2025, 12, 31), -0.4 if character == "backwards" else 1.5, 0.0)
    shares = [path.at(end) for _, end in periods("month")]
    assert all(0 <= share <= 1 for share in shares)
    assert (shares[-1] > shares[0]) == (character != "backwards")


def test_a_slipping_share_reaches_its_goal_and_loses_it():
    path = Path("slipping", 0.3, 0.8, date(2030, 12, 31), 1.0, 0.0)
    shares = [path.at(end) for _, end in periods("month")]
    assert max(shares) >= 0.8 > shares[-1]


def test_a_count_never_exceeds_what_there_is():
    for offset in (0.0, 0.5, 0.999):
        size = Size(base=10, offset=offset, lean=0.5, flow_seed="")
        assert [size.numerator(share, 10) for share in (0.0, 1.0)] == [0, 10]
        assert all(0 <= size.numerator(share / 100, 10) <= 10 for share in range(101))


def test_most_reports_come_in_time_and_some_late():
    days = [
        (reported_at(1, str(number), date(2026, 3, 31)).date() - date(2026, 3, 31)).days
        for number in range(500)
    ]
    late = sum(day > 15 for day in days)
    assert 0 < late < 75


def test_gaps_silence_the_same_communes_always():
    gap = gaps("village_heads_trained")[0]
    assert gap.covers("12", date(2026, 9, 30))
    assert not gap.covers("12", date(2026, 10, 31))
    assert {gap.silences(f"{code:05}") for code in range(1000)} == {True, False}
