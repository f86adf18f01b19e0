"""The switch of the three readings and what is said of each."""

from dataclasses import replace

import pytest

from indicators.composition import Composition
from indicators.territory import Named
from layouts.boundary_note import boundary_note, boundary_switch, standing_line
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, VI, series
from tests.unit.layouts.look import attributes, texts
from tests.unit.layouts.territories import CHOSEN, HUE, ON_34, ON_63, REPORTED, UNMERGED

LAO_CAI, OLD_LAO_CAI, YEN_BAI = (
    Named("15", "Lào Cai", "Lao Cai", "province"),
    Named("10", "Lào Cai", "Lao Cai", "province"),
    Named("15", "Yên Bái", "Yen Bai", "province"),
)
NEW_LAO_CAI = replace(ON_34, chosen=LAO_CAI, today=LAO_CAI, former=(OLD_LAO_CAI, YEN_BAI))


def switch(found):
    return attributes(boundary_switch(found, CHOSEN), "data-choose")


def note(found, of=INDICATOR, path=None, value=KNOWN):
    return " ".join(texts(boundary_note(found, path or series(1.0), value, of, VI)))


def test_each_reading_leads_to_the_same_territory_under_its_own_code():
    assert switch(NEW_LAO_CAI) == ["b=34&area=15", "b=63&area=10", "b=reported&area=15"]


def test_a_former_province_leads_to_what_it_became_and_to_those_it_went_with():
    found = replace(NEW_LAO_CAI, boundaries="63", chosen=OLD_LAO_CAI)
    assert switch(found)[:3] == ["b=34&area=15", "b=63&area=10", "b=reported&area=15"]
    assert switch(found)[3:] == ["b=63&area=10", "b=63&area=15"]


def test_before_the_merger_the_provinces_as_reported_are_the_former_ones():
    assert switch(replace(NEW_LAO_CAI, past=True)) == ["b=34&area=15", "b=63&area=10", "b=reported&area=10"]
    past = replace(NEW_LAO_CAI, boundaries="reported", chosen=YEN_BAI, past=True)
    assert switch(past)[:3] == ["b=34&area=15", "b=63&area=15", "b=reported&area=15"]


def test_the_reading_shown_is_pressed():
    assert attributes(boundary_switch(ON_63, CHOSEN), "aria-pressed") == [
        "false",
        "true",
        "false",
        "false",
        "true",
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ON_34, "Tỉnh · hợp thành 01/07/2025 từ Tuyên Quang, Hà Giang"),
        (ON_63, "Tỉnh cũ, thuộc Tuyên Quang từ 01/07/2025"),
        (replace(ON_63, today=None), "Tỉnh cũ, chia tách ngày 01/07/2025"),
        (UNMERGED, "Tỉnh"),
        (replace(UNMERGED, chosen=HUE), "Thành phố · từ 01/01/2025, trước là Thừa Thiên Huế"),
        (replace(UNMERGED, chosen=replace(HUE, was_vi="Huế")), "Thành phố · từ 01/01/2025"),
    ],
)
def test_what_a_province_is_at_the_end_of_the_period(found, said):
    assert standing_line(found, VI) == said


def test_it_is_said_in_english_too():
    assert (
        standing_line(replace(UNMERGED, chosen=HUE), EN) == "City · since 1 Jan 2025, formerly Thua Thien Hue"
    )


def test_each_reading_is_explained():
    assert "gộp từ Tuyên Quang, Hà Giang" in note(ON_34)
    assert "trung bình của" in note(ON_34, replace(INDICATOR, kind="score"))
    assert "Đứt quãng ngày 01/07/2025" in note(REPORTED)
    assert "khôi phục từ các xã" in note(ON_63)
    assert "không sáp nhập" in note(UNMERGED)


def test_unknown_is_not_called_missing():
    path = series(1.0, None)
    points = (path.points[0], replace(path.points[1], composition=Composition("unknown", reason="shared")))
    said = note(ON_63, path=replace(path, points=points))
    assert "có xã hiện nay gồm đất của nhiều tỉnh cũ" in said
    assert "không phải là thiếu báo cáo" in said
    assert said == note(ON_63, path=series(1.0), value=replace(KNOWN, unknown="shared"))
