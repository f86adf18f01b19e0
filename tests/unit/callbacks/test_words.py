"""What a page writes of a tree by itself is what the server writes of it."""

import json

import pytest
from dash import html

from indicators.catalogue import read_catalogue
from layouts.choice import choice
from layouts.components import choosing, status_mark
from layouts.controls import choice_groups
from layouts.still import to_html, told
from tests.unit.charts.examples import VI

TREES = [
    None,
    "Tuyên Quang & <b>Lào Cai</b> \"'",
    3.5,
    html.P(["Một ", html.Strong("hai"), None, 3, html.Br()], className="quiet", lang="vi"),
    html.A("<script>", title='" onclick="alert(1)', href="/?a=1&b=2"),
    html.Td("x", colSpan=3, role="cell", **{"data-label": "Hạn"}),
    html.Label("x", htmlFor="y", hidden=True),
    html.Button("x", disabled=False, tabIndex="-1", **choosing(state="done", kind="")),
    html.Span(style={"--share": 5, "--x": "1px"}),
    html.Meter(value=3, min=0, max=10, **{"aria-label": "3/10"}),
    [html.Img(src="/a.svg", alt=""), status_mark("overdue", VI)],
    choice_groups(choice("?i=S02", read_catalogue(), "vi")),
]


@pytest.mark.parametrize("tree", TREES, ids=range(len(TREES)))
def test_a_page_writes_a_tree_as_the_server_does(script, tree):
    plain = json.loads(json.dumps(tree, default=told))
    assert script.ask("html", tree=plain) == to_html(tree)
