"""Trees turned into columns by Python and read back by the page's own script are what they were."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacks.columns import columns
from callbacks.pieces import Pieces

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(-1e9, 1e9),
    st.integers(-18_000, 18_000).map(lambda hundredths: hundredths / 100),
    st.text(max_size=3),
    st.sampled_from(["54,3%", "Sơn La", ""]),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
    max_leaves=24,
)


def read_back(script, trees, pieces=None):
    shelves = pieces.shelves if pieces else []
    return script.ask("trees", column=columns(trees, pieces), count=len(trees), pieces=shelves)


@settings(max_examples=150, deadline=None)
@given(trees=st.lists(TREES, max_size=8))
def test_any_trees_are_read_back_as_they_were(script, trees):
    assert as_text(read_back(script, trees)) == as_text(trees)


@settings(max_examples=50, deadline=None)
@given(tree=TREES, other=TREES, which=st.lists(st.booleans(), max_size=12))
def test_trees_that_repeat_are_read_back_too(script, tree, other, which):
    trees = [[tree, other] if one else [other, tree] for one in which]
    assert as_text(read_back(script, trees)) == as_text(trees)


@pytest.mark.parametrize(
    "trees",
    [
        [],
        [[], []],
        [{}, {"a": 1}],
        [True, 1, 1.0, "1", None],
        [False, 0],
        [105.32, None, 105.3, 21],
        [[0.1, 0.2], [], [None, 0.3]],
        [0.5, 1e300],
        [0.5, 0.123],
        [0.5, "0.5"],
        [[1, 2], [1], []],
        [[[1], [2, 3]], [[4]]],
        [{"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, {"a": []}],
        [{"a": 1, "b": 2}, {"b": 2, "a": 1}],
    ],
)
def test_corners_are_read_back(script, trees):
    assert as_text(read_back(script, trees)) == as_text(trees)


def test_what_is_the_same_everywhere_is_written_once():
    assert columns([{"type": "Span", "n": n} for n in range(50)])[2][0] == [0, "Span"]
    assert columns([{"a": [1, 2]}] * 9) == [0, {"a": [1, 2]}]


def as_text(trees):
    """As a browser compares them: 1.0 is 1, True is not."""

    def plain(tree):
        if isinstance(tree, dict):
            return {key: plain(value) for key, value in tree.items()}
        if isinstance(tree, list):
            return [plain(value) for value in tree]
        return int(tree) if isinstance(tree, float) and tree.is_integer() else tree

    return json.dumps(plain(trees))


def test_decimals_are_told_in_steps():
    assert columns([105.32, 105.3, None, 105.31]) == [7, 100, [10532, -2, None, 1]]


PIECES = Pieces(([[1.5], [2, 3, None], [2]], [[20.25, 21], [2]]))


@settings(max_examples=100, deadline=None)
@given(
    which=st.lists(st.tuples(st.integers(0, 1), st.lists(st.integers(0, 1), max_size=4)), max_size=5),
    other=st.sampled_from([[], [True], [2, 3], ["2"], [None], [1.5, None]]),
)
def test_lists_that_are_joined_from_pieces_are_read_back(script, which, other):
    trees = [[x for number in numbers for x in PIECES.shelves[shelf][number]] for shelf, numbers in which]
    for together in (trees, [*trees, other], [{"a": tree} for tree in trees]):
        assert as_text(read_back(script, together, PIECES)) == as_text(together)


def test_of_pieces_only_the_numbers_are_told(script):
    trees = [[2, 1.5], [2, 3, None, 1.5]]
    shelf, numbers = columns(trees, PIECES)[1:]
    assert script.ask("trees", column=numbers, count=2, pieces=[]) == [[2, 0], [1, 0]]
    assert shelf == 0
