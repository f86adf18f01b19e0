"""What is read reaches 4.5:1 on every ground; what is looked at reaches 3:1, itself or by its outline."""

from collections.abc import Iterator
from datetime import date

import pytest

from charts.choropleth import choropleth
from charts.classes import classes
from charts.contribution import contributions
from charts.dots import dots
from charts.part_trends import part_trends
from charts.paths import looks
from charts.statuses import ALL_STATUSES
from charts.template import template
from charts.timeline import Bar, timeline
from charts.tokens import THEMES, contrast, ink_on
from geodata.outlines import own_outlines
from indicators.contribution import contribution
from tests.unit.charts.examples import INDICATOR, VI, series, table
from tests.unit.indicators.test_contribution import UP, communes, province

EACH_THEME = pytest.mark.parametrize("theme", THEMES)
READ, SEEN = 4.5, 3
GROUNDS = ("page", "surface", "sunken")


def on_every_ground(theme, colour):
    return min(contrast(colour, getattr(THEMES[theme], ground)) for ground in GROUNDS)


@EACH_THEME
@pytest.mark.parametrize(
    "ink", ["ink", "ink_soft", "ink_faint", "accent", "warning", "alert", "sea_label", "projection"]
)
def test_text_is_read_on_every_ground(theme, ink):
    assert on_every_ground(theme, getattr(THEMES[theme], ink)) >= (7 if theme == "contrast" else READ)


@EACH_THEME
def test_text_is_read_on_coloured_grounds(theme):
    tokens = THEMES[theme]
    pairs = [
        (tokens.on_accent, tokens.accent),
        (tokens.on_warning, tokens.warning),
        (tokens.accent, tokens.accent_soft),
        (tokens.ink, tokens.accent_soft),
        (tokens.ink_soft, tokens.accent_soft),
        (tokens.alert, tokens.alert_soft),
        (tokens.ink, tokens.alert_soft),
    ]
    assert min(contrast(ink, ground) for ink, ground in pairs) >= READ


@EACH_THEME
@pytest.mark.parametrize("code", ALL_STATUSES)
def test_the_sign_of_a_status_is_read_on_its_colour(theme, code):
    colour = ALL_STATUSES[code].colour(theme)
    assert contrast(ink_on(colour), colour) >= READ


@EACH_THEME
def test_controls_and_drawings_are_seen_on_their_ground(theme):
    tokens = THEMES[theme]
    assert min(contrast(tokens.missing_ink, ground) for ground in (tokens.missing, tokens.unjudged)) >= SEEN
    for mark in (tokens.line_strong, tokens.border, tokens.focus):
        assert contrast(mark, tokens.surface) >= SEEN
    assert on_every_ground(theme, tokens.focus) >= SEEN
    assert contrast(tokens.selected, tokens.surface) >= 7


@EACH_THEME
def test_lines_are_seen_because_nothing_surrounds_them(theme):
    tokens = THEMES[theme]
    drawn = [look.colour for look in looks(theme)]
    figure = part_trends(series(1, 2), [series(2, 3)] * 3, INDICATOR, lang=VI, theme=theme)
    drawn += [each["line"]["color"] for each in figure["data"]]
    drawn += [tokens.projection, tokens.ink_faint, tokens.ink_soft, tokens.line_strong, tokens.accent]
    assert min(contrast(colour, tokens.surface) for colour in drawn) >= SEEN


def edges(found) -> Iterator[tuple[str, str]]:
    """The fill and the outline of every mark of a trace."""
    marker = found["marker"]
    fills = marker["color"] if isinstance(marker["color"], list) else [marker["color"]]
    outline = marker.get("line", {}).get("color", "")
    outlines = outline if isinstance(outline, list) else [outline] * len(fills)
    yield from zip(fills, outlines, strict=True)


def seen(theme, fill, outline, ground="surface"):
    behind = getattr(THEMES[theme], ground)
    return max(contrast(colour, behind) for colour in (fill, outline) if colour.startswith("#")) >= SEEN


@EACH_THEME
def test_bars_dots_and_deeds_are_seen_themselves_or_by_their_outline(theme):
    day = date(2026, 1, 1)
    tasks = [Bar(code, code, code, day, day, 50, day) for code in ("done", "done_late", "in_progress")]
    tasks += [Bar(code, code, code, day, day, 50) for code in ("overdue", "not_started", "no_report")]
    found = communes((10, 50), (45, 50), (20, 100), (8, 10))
    told = contribution(province(found), found, UP)
    figures = [
        timeline(tasks, today=day, lang=VI, theme=theme),
        dots(table(), INDICATOR, lang=VI, theme=theme),
        contributions(told, 10, INDICATOR, lang=VI, theme=theme),
    ]
    marks = [
        edge
        for figure in figures
        for each in figure["data"]
        if each["type"] == "bar" or "markers" in each.get("mode", "")
        for edge in edges(each)
    ]
    assert len(marks) > 20
    assert [pair for pair in marks if not seen(theme, *pair)] == []


@EACH_THEME
@pytest.mark.parametrize("colouring", ["status", "value", "gap", "change"])
def test_an_area_of_the_map_is_seen_by_its_outline(theme, colouring):
    figure = choropleth(
        table(), INDICATOR, colouring=colouring, lang=VI, theme=theme, outlines=own_outlines("34")
    )
    outline = figure["data"][0]["marker"]["line"]["color"]
    assert contrast(outline, THEMES[theme].surface) >= SEEN
    # and an area without a colour of its own carries a pattern or a sign
    found = classes(table(), INDICATOR, colouring=colouring, lang=VI, theme=theme)
    bare = [one.code for one in found if not one.pattern and not one.icon and not one.always]
    assert bare == []


@EACH_THEME
def test_the_letters_of_charts_are_those_of_the_page(theme):
    layout = template(theme)["layout"]
    assert layout["font"]["color"] == layout["hoverlabel"]["font"]["color"] == THEMES[theme].ink
    assert contrast(layout["font"]["color"], layout["hoverlabel"]["bgcolor"]) >= READ
