"""A page has the colours of its theme before its style sheet is there."""

import re

import pytest

from charts.stylesheet import css
from charts.tokens import THEMES
from layouts.choice import THEMES as NAMES
from layouts.first_paint import WISHES, first_paint


def test_the_address_chooses_among_the_themes_that_there_are():
    assert set(NAMES) == set(THEMES)
    assert set(WISHES) < set(NAMES)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_painted_first_is_what_the_style_sheet_says(theme):
    (block,) = re.findall(rf'\[data-theme="{theme}"\] {{(.*?)}}', first_paint())
    (whole,) = re.findall(rf'\[data-theme="{theme}"\] {{(.*?)}}', css(), re.DOTALL)
    said = {tuple(one.strip().split(": ")) for one in block.split(";") if one.strip()}
    assert said
    assert said <= {tuple(one.strip().split(": ", 1)) for one in whole.split(";") if one.strip()}


def test_the_strongest_wish_comes_last():
    assert list(WISHES) == ["dark", "contrast"]
    assert first_paint().index("color-scheme: dark)") < first_paint().index("prefers-contrast: more)")
