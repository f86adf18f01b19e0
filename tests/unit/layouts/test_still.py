"""Components as HTML text."""

import pytest
from dash import dcc, html

from layouts import ids
from layouts.components import alert, choosing, status_mark
from layouts.still import stilled, to_html, words
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
        to_html(html.Div(dcc.Graph()))


def properties(component):
    return component.to_plotly_json()["props"]


def test_an_element_that_holds_nothing_alive_has_its_content_as_text():
    card = html.Ul([html.Li("một"), html.Li(["hai", html.B("ba")])], className="cards")
    assert properties(stilled(card)) == {
        "className": "cards",
        "children": None,
        "data-html": "<li>một</li><li>hai<b>ba</b></li>",
    }
    assert len(card.children) == 2  # what was given stays as it was


@pytest.mark.parametrize(
    "alive", [dcc.Graph(), html.Button("x", id=ids.PLAY), html.P(id="report-job-3-card")]
)
def test_what_is_alive_stays_in_its_place(alive):
    made = stilled(html.Section([html.Div(html.H2("tên")), html.Div([alive, html.Ul(html.Li("a"))]), "chữ"]))
    head, body, rest = made.children
    assert properties(head)["data-html"] == "<h2>tên</h2>"
    assert body.children[0] is alive
    assert properties(body.children[1])["data-html"] == "<li>a</li>"
    assert rest == "chữ"


def test_an_alert_of_bootstrap_needs_no_script():
    said = alert("Máy chủ không trả lời.", "Thử lại sau.")
    written = to_html(said)
    assert written.startswith(
        '<div class="alert alert-danger" role="alert"><span aria-hidden="true" class="alert-icon"'
    )
    assert "<strong>Máy chủ không trả lời.</strong><span>Thử lại sau.</span></div>" in written
    assert properties(stilled(html.Div([said])))["data-html"] == written
    beside = stilled(html.Div([said, dcc.Graph()])).children[0]
    assert (beside._type, beside.className) == ("Div", "alert alert-danger")


def test_words_are_all_that_an_element_holds():
    assert words(html.P("một")) == {"data-html": "<p>một</p>"}
    assert words(None) == {"data-html": ""}
    with pytest.raises(TypeError, match="Graph"):
        words(dcc.Graph())


def test_what_a_callback_may_change_keeps_children_of_its_own():
    made = stilled(html.Div(html.P(["một", html.B("hai")]), id=ids.OVERVIEW))
    assert properties(made.children)["data-html"] == "một<b>hai</b>"
    assert "data-html" not in properties(made)


def test_an_id_that_no_callback_knows_is_written():
    made = stilled(html.Section(html.H2("tên", id="pillar-A")))
    assert properties(made)["data-html"] == '<h2 id="pillar-A">tên</h2>'


def test_a_text_and_what_is_no_component_stay_as_they_are():
    answer = ("S02", {"indicator": "S02"}, None, [], html.P("một"), ["2025", "2026"])
    assert stilled(answer) == answer


def test_html_within_what_becomes_html_is_written_as_it_is():
    box = html.Div(**{"data-html": "<input type='search'>"})
    assert properties(stilled(html.Section(box)))["data-html"] == "<div><input type='search'></div>"
    assert stilled(box) is box
