"""The style sheets: that of the tokens, and what the others may not say themselves."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from charts.statuses import ALL_STATUSES
from charts.stylesheet import css
from charts.tokens import PATTERNS, THEMES

ASSETS = Path(__file__).parents[3] / "assets"
OTHERS = sorted(set(ASSETS.glob("*.css")) - {ASSETS / "1_tokens.css"})
PICTURE = re.compile(r'url\("data:[^"]*"\)')  # a sign, used as a mask: its colour is never seen
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(", re.IGNORECASE)
# What a size may be instead: a share of what surrounds it, or the 16 px under which phones zoom in.
SIZE = re.compile(
    r"(?:font-size|border-radius): (?!var\(|inherit|0\b|50%|[\d.]+(?:em|%)|1rem|clamp\()([^;}]*)"
)
WEIGHT = re.compile(r"font-weight: (?!var\(|inherit)([^;}]*)")

# Where a page changes its shape: the widest screen before it, in px. Media queries know no property.
BREAKPOINTS = {
    "smallest phones": 360,
    "phones": 640,  # tables become cards, one column
    "tablets": 900,
    "narrow windows": 1100,
    "one row of the header": 1199,
    "laptops": 1365,  # the map between its two columns
    "monitors": 1599,
    "walls": 2199,
}
WIDTH = re.compile(r"\((min|max)-width: (\d+)px\)")


# Where no custom property reaches: a typeface, and the margins of paper.
FACE, PAPER = re.compile(r"@font-face {[^}]*}"), re.compile(r"@page[^{]*{(?:[^{}]|{[^{}]*})*}")


def declared(sheet, what):
    rules = PAPER.sub("", FACE.sub("", sheet.read_text(encoding="utf-8")))
    return what.findall(PICTURE.sub("", rules))


def test_the_style_sheet_is_that_of_the_tokens():
    committed = (ASSETS / "1_tokens.css").read_text(encoding="utf-8")
    assert committed == css(), "python -m charts.stylesheet > assets/1_tokens.css"


def test_the_style_sheet_draws_every_pattern_and_status():
    sheet = css()
    assert all(f".pattern--{pattern} {{" in sheet for pattern in PATTERNS)
    assert all(f".status--{code} {{" in sheet for code in ALL_STATUSES)
    assert "://" not in sheet


def test_every_theme_says_the_same_things():
    blocks = re.findall(r"\[data-theme=\"(\w+)\"\] {(.*?)}", css(), re.DOTALL)
    said = {name: re.findall(r"^  (\S+):", block, re.MULTILINE) for name, block in blocks}
    assert list(said) == list(THEMES)
    assert said["light"] == said["dark"] == said["contrast"]


@pytest.mark.parametrize("sheet", OTHERS, ids=lambda sheet: sheet.stem)
def test_colours_sizes_and_weights_come_from_the_tokens(sheet):
    assert declared(sheet, COLOUR) == []
    assert sheet.stem == "7_print" or declared(sheet, SIZE) == []  # paper is as large as it is
    assert declared(sheet, WEIGHT) == []


def test_pages_change_their_shape_at_the_same_widths():
    queries = [each for sheet in OTHERS for each in WIDTH.findall(sheet.read_text(encoding="utf-8"))]
    assert {int(px) if end == "max" else int(px) - 1 for end, px in queries} == set(BREAKPOINTS.values())


def test_paper_is_in_the_colours_of_the_light_theme():
    found = [rule for sheet in OTHERS for rule in PAPER.findall(sheet.read_text(encoding="utf-8"))]
    allowed = {value for value in asdict(THEMES["light"]).values() if isinstance(value, str)}
    assert {colour for rule in found for colour in COLOUR.findall(rule)} <= allowed


def test_every_token_that_is_used_is_there():
    own = set(re.findall(r"(--[a-z0-9-]+):", css()))
    used = {
        name for sheet in OTHERS for name in re.findall(r"var\((--[a-z0-9-]+)\)", sheet.read_text("utf-8"))
    }
    made = {name for sheet in OTHERS for name in re.findall(r"(--[A-Za-z0-9-]+):", sheet.read_text("utf-8"))}
    unknown = {
        name for name in used - own - made if name.split("-")[2] in ("colour", "size", "space", "radius")
    }
    assert not unknown


@pytest.mark.parametrize(
    "sheet", [one for one in OTHERS if "print" not in one.name], ids=lambda one: one.name
)
def test_no_rule_hangs_on_what_stands_anywhere_in_the_page(sheet):
    """Every change would have the browser look over the page; assets/2_waiting.js marks its root instead."""
    wide = re.compile(r"(?:^|[\s,}])((?:html|body|main|:root)\S*:has\((?!>)[^)]*\)[\s>+~]+[^{,\s])")
    assert declared(sheet, wide) == []
