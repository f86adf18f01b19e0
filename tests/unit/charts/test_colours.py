"""Colours can be told apart, by eyes that lack red or green too."""

from itertools import combinations, pairwise
from math import dist

import pytest

from charts.statuses import STATUSES
from charts.tokens import PATTERNS, THEMES

# How an eye without red (protanopia) or green (deuteranopia) cones sees linear RGB: Machado, Oliveira and
# Fernandes 2009, severity 1.0.
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
EACH_EYE = pytest.mark.parametrize("eye", EYES)
EACH_THEME = pytest.mark.parametrize("theme", THEMES)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """The colour in CIE L*a*b* as the eye sees it."""
    coded = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in coded]
    red, green, blue = (
        min(1, max(0, sum(m * c for m, c in zip(row, linear, strict=True)))) for row in EYES[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, eye: str) -> float:
    return dist(seen(one, eye), seen(other, eye))


def test_the_measure_tells_red_from_green_only_with_both_cones():
    assert distance("#cc3311", "#669900", "normal") > 60
    assert distance("#cc3311", "#669900", "deuteranopia") < 30


@EACH_THEME
@EACH_EYE
def test_statuses_are_told_apart(theme, eye):
    # what can't be judged shares one pale fill and is told apart by pattern and icon
    fills = {code: status.colour(theme) for code, status in STATUSES.items() if status.order <= 8}
    fills["unjudged"] = THEMES[theme].unjudged
    close = [(a, b) for a, b in combinations(fills, 2) if distance(fills[a], fills[b], eye) < 15]
    assert not close


@EACH_THEME
@EACH_EYE
def test_steps_of_a_scale_are_told_apart(theme, eye):
    tokens = THEMES[theme]
    diverging = (*reversed(tokens.worse), tokens.neutral, *tokens.better)
    for scale in (tokens.sequential, diverging):
        assert all(distance(a, b, eye) > 7 for a, b in pairwise(scale))


@EACH_THEME
def test_a_scale_only_ever_darkens_or_only_ever_brightens(theme):
    lightness = [seen(colour, "normal")[0] for colour in THEMES[theme].sequential]
    steps = [b - a for a, b in pairwise(lightness)]
    assert all(step > 5 for step in steps) or all(step < -5 for step in steps)


@EACH_THEME
@EACH_EYE
def test_a_fall_and_a_rise_are_told_apart(theme, eye):
    tokens = THEMES[theme]
    assert all(distance(a, b, eye) > 20 for a in tokens.worse for b in tokens.better)


def test_every_status_has_its_own_icon_word_and_order():
    statuses = list(STATUSES.values())
    for own in ("icon", "word", "order"):
        assert len({getattr(status, own) for status in statuses}) == len(statuses)


def test_statuses_of_one_colour_differ_in_their_pattern():
    looks = [(status.light, status.pattern) for status in STATUSES.values()]
    assert len(set(looks)) == len(looks)
    assert {status.pattern for status in STATUSES.values()} <= {"", *PATTERNS}
