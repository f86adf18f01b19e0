"""Components as HTML text."""

import pytest
from dash import dcc, html

from layouts.components import choosing, status_mark
from layouts.still import still, to_html
from tests.unit.charts.examples import VI


def test_elements_texts_and_nothing_are_written():
    shown = html.P(["Một ", html.Strong("hai"), None, 3, html.Br()], className="quiet", lang="vi")
    assert to_html([shown, None]) == '<p class="quiet" lang="vi">Một <strong>hai</strong>3<br></p>'


def test_what_is_not_ours_is_escaped():
    written = to_html(html.A("<script>alert('1')</script>", title='" onclick="alert(1)', href="/?a=1&b=2"))
    assert "<script" not in written
    assert 'title="&quot; onclick=&quot;alert(1)"' in written
    assert 'href="/?a=1&amp;b=2"' in written


def test_attributes_have_the_names_of_html():
    shown = html.Td("x", colSpan=3, role="cell", **{"data-label": "Hạn"})
    written = to_html(shown)
    for part in ('colspan="3"', 'role="cell"', 'data-label="Hạn"'):
        assert part in written
    assert to_html(html.Label("x", htmlFor="y")) == '<label for="y">x</label>'


def test_what_is_true_stands_alone_and_what_is_false_is_left_out():
    assert "<button disabled" in to_html(html.Button("x", disabled=True))
    assert "disabled" not in to_html(html.Button("x", disabled=False))


def test_a_style_is_written_as_css():
    assert (
        to_html(html.Span(style={"--share": 5, "--x": "1px"})) == '<span style="--share: 5; --x: 1px"></span>'
    )


def test_what_buttons_choose_and_marks_are_kept():
    assert 'data-choose="state=done&amp;kind="' in to_html(
        html.Button("x", **choosing(state="done", kind=""))
    )
    assert "status--overdue" in to_html(status_mark("overdue", VI))


def test_what_needs_a_script_of_dash_is_refused():
    with pytest.raises(TypeError, match="Graph"):
        still(html.Div(dcc.Graph()))
