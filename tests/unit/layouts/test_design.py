"""The page of components: everything in every state, in every theme and both languages, said once."""

from collections import Counter

import pytest

from callbacks.design import MAPS
from charts.choropleth import choropleth
from charts.statuses import MILESTONE_STATUSES, STATUSES
from charts.tokens import SPACING, THEMES, TYPE_SCALE, contrast
from geodata.outlines import own_outlines
from indicators.catalogue import read_catalogue
from language import language
from layouts.choice import choice
from layouts.design import content, page
from layouts.design_examples import (
    LONG,
    country_by_status,
    example_indicator,
    example_table,
    unknown_value,
)
from layouts.design_tokens import ratio
from tests.unit.layouts.look import attributes, texts

CATALOGUE = read_catalogue()
INDICATOR = example_indicator(CATALOGUE)
OUTLINES = own_outlines("34")
TABLE = country_by_status(INDICATOR, OUTLINES.codes)


def shown(theme="light", lang="vi"):
    chosen = choice(f"?theme={theme}&lang={lang}", CATALOGUE, "vi")
    maps = [
        choropleth(TABLE, INDICATOR, colouring=one, lang=chosen.language, theme=theme, outlines=OUTLINES)
        for one in MAPS
    ]
    return content(INDICATOR, TABLE, maps, chosen)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_shows_every_colour_of_the_theme_with_its_figure(theme, lang):
    said = " ".join(texts(shown(theme, lang)))
    tokens = THEMES[theme]
    assert all(
        colour in said
        for colour in (*tokens.sequential, *tokens.worse, *tokens.better, tokens.ink, tokens.whole)
    )
    figure = ratio(contrast(tokens.sequential[0], tokens.surface), language(lang))
    assert figure in said


def test_it_shows_every_status_size_and_distance():
    said = " ".join(texts(shown()))
    words = [status.word for status in (STATUSES | MILESTONE_STATUSES).values()]
    assert all(word in said for word in (*words, *TYPE_SCALE, *SPACING.values()))


def test_it_shows_what_is_missing_zero_hidden_partial_and_long():
    said = " ".join(texts(shown()))
    for word in ("Chưa có số liệu", "0,0%", "được ẩn", "tạm tính, độ phủ 60%", LONG[1], "Không áp dụng"):
        assert word in said


def test_it_shows_what_waits_and_what_is_away():
    said = " ".join(texts(shown()))
    assert "Đang đọc số liệu…" in said
    assert "Chưa kết nối được với máy chủ." in said


def test_no_id_stands_twice():
    found = Counter(attributes(shown(), "id"))
    assert [name for name, count in found.items() if count > 1] == []


def test_a_contrast_that_fails_never_looks_as_if_it_passed():
    assert ratio(4.49, language("vi")) == "4,4:1"
    assert ratio(4.5, language("en")) == "4.5:1"


def test_examples_are_marked_as_such_and_unknown_is_no_zero():
    assert all(value.illustrative for value in example_table(INDICATOR, 3).values)
    assert unknown_value(INDICATOR).value is None
    assert {value.status for value in TABLE.values} == set(STATUSES)


def test_before_it_is_read_it_waits():
    assert "awaited" in str(page(CATALOGUE, language("vi")))
