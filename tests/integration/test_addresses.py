"""Whatever an address asks for, no page fails, and what can't be used is told."""

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest

from app import create_app
from config import Settings
from indicators.catalogue import read_catalogue
from layouts import ids
from layouts.links import INDICATOR, MAP, REPORT
from layouts.pages import PAGES
from tests.integration.answers import answers as answers_to

LONG = "z" * 4000
# Values of each parameter that the reader must be told of.
UNUSABLE = {
    "i": ("xxx", "s02", "\0", LONG),
    "p": ("2030-13", "2026-Q5", "0001", LONG, "2098", "2099-Q4", "1900"),
    "area": ("zz", "99", "<b>", "\0", LONG),
    "load": ("99999", "-1", "x", "1e3", "9" * 400),
    "kind": ("<script>", "\0", LONG),
    "status": ("xxx", LONG),
    **dict.fromkeys(("b", "c", "rank", "lang", "theme", "decision", "pillar", "due", "state"), ("xxx",)),
    "present": ("yes",),
    "origin": ("xxx", "S02:VN:2026-Q9:34"),
}
ODD = [
    "",
    "?",
    "?&&==",
    "?i=",
    "?area=VN",
    "?p=1990&c=change",
    "?b=63&p=2026-Q3&area=08",
    "?origin=S02:zz:2026-Q3:34",
]
VIEWS = ["&area=08", "&area=02&b=63", "&p=2020&area=08", "&c=change&load=4&b=reported"]


@pytest.fixture(scope="module")
def app(demo_url, demo_cache, tmp_path_factory):
    settings = Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("app"), cache_dir=demo_cache)
    made = create_app(settings)
    made.server.test_client().get("/")  # Dash completes its callbacks with the first request
    return made


def answers(app: Any, path: str, search: str) -> str:
    """What all callbacks that read the address say to a page, as one text."""
    return "".join(json.dumps(found, ensure_ascii=False) for found in answers_to(app, path, search))


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_what_cannot_be_used_is_told_on_every_page(app, path):
    for number in range(max(map(len, UNUSABLE.values()))):
        asked = {name: values[number] for name, values in UNUSABLE.items() if number < len(values)}
        said = answers(app, path, "?" + urlencode(asked))
        told = re.findall(r"Tham số “(\w+)” \([^)]+\) trong địa chỉ có giá trị không dùng được", said)
        # The page of packs tells in its own words what of a pack is wrong.
        assert set(told) == (set(asked) & {"lang", "load", "theme"} if path == REPORT else set(asked))
        assert LONG[:100] not in said


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_no_odd_address_fails(app, path):
    told = answers(app, path, "").count("Tham số “")  # the page of components shows how it is told
    for search in ODD:
        assert answers(app, path, search).count("Tham số “") == told or "area=VN" in search


def shapes() -> dict[tuple, str]:
    """One indicator of each shape: what a page may stumble over."""
    return {
        (
            *(one.kind, one.level, one.cycle, one.survey, bool(one.parts), one.applicable_until),
            *(bool(target.provinces) for target in one.targets),
        ): one.code
        for one in read_catalogue()
    }


@pytest.mark.parametrize("path", [MAP, INDICATOR])
@pytest.mark.parametrize("code", shapes().values())
def test_every_shape_of_indicator_is_shown_however_it_is_looked_at(app, path, code):
    for view in VIEWS:
        answers(app, path, f"?i={code}{view}")


def test_every_id_that_a_callback_knows_is_alive(app):
    """layouts/still.py makes text of what has no such id, and nothing could be brought there."""
    known = set()
    for output, callback in app.callback_map.items():
        # One that writes nothing goes by a name that Dash has made.
        written = [one.rsplit(".", 1)[0] for one in output.strip(".").split("...") if "." in one]
        known |= {one["id"] for one in (*callback["inputs"], *callback["state"])} | set(written)
    assert {one for one in known if not ids.is_known(one)} == set()
