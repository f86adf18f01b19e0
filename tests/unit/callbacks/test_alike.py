"""Trees that are told by a model are whole again in the page, whatever both are."""

import json

from hypothesis import given
from hypothesis import strategies as st

from callbacks.alike import SHORT, Model

WORDS = st.sampled_from(["Sơn La", "Lai Châu", "chưa có số liệu", "", "10"])
KEYS = st.sampled_from(["10", "9", "b", "a", "Đắk Lắk", "_"])  # of which a browser orders numbers first
TREES = st.recursive(
    WORDS | st.integers(0, 3) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=30,
)


def has(tree, key):
    each = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return (isinstance(tree, dict) and key in tree) or any(has(one, key) for one in each)


@given(model=TREES, other=TREES)
def test_trees_are_whole_again(script, model, other):
    shared = {"a": [model, other], "b": {"10": model, "9": other}}
    for tree in (other, model, [model, other, model]):
        for known in (shared, [shared, other], model):
            if isinstance(known, list | dict):
                assert script.ask("filled", tree=Model(known).told(tree), model=known) == tree


def test_what_the_model_says_is_named():
    legend = {"label": "đạt", "count": 12}
    assert Model({"z": ["first"], "a": [legend]}).told([legend, "đạt", [legend]]) == [
        {"$": 2},
        "đạt",
        {"$": 1},
    ]


def test_what_is_short_is_written():
    short, long = ["x" * (SHORT - 5)], ["x" * (SHORT - 4)]
    assert Model([short, long]).told([long, short]) == [{"$": 2}, short]


@given(tree=TREES)
def test_what_is_unlike_stays_as_it_is(tree):
    told = Model([["nothing", "of", "this"]]).told(tree)
    assert json.dumps(told) == json.dumps(tree)
    assert not has(told, "$")
