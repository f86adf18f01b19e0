"""The pictures that a page keeps are those that the server's callbacks give, whatever is chosen."""

import gzip
import json
import os
import re
import subprocess
import sys
from itertools import product
from pathlib import Path
from statistics import median
from urllib.parse import parse_qsl, urlencode

import brotli
import pytest

import callbacks.pictures
from app import create_app
from callbacks.map_picture import shown_controls, shown_map, shown_numbers, shown_path
from callbacks.pictures import FOR_EVER, MODEL, pictures, read_mark, read_pictures
from callbacks.pieces import ADDRESS as PIECES
from callbacks.pieces import DRAWN, read_pieces
from callbacks.view import read_choice, read_view
from config import Settings
from indicators.catalogue import read_catalogue
from layouts import ids
from layouts.choice import COLOURINGS, RANKS
from layouts.still import WORDS
from repository import Repository
from warehouse.connect import open_warehouse

ROOT = Path(__file__).parents[2]
CODES = read_catalogue().codes
VARIED = ("S02", "G09", "X02", "A01")  # a ratio, a count of people, without a target, a milestone
KEPT = (
    {"b": "63"},
    {"b": "reported", "lang": "en"},
    {"lang": "vi", "theme": "contrast"},
    {"theme": "dark"},
    {"load": "20"},
)


@pytest.fixture(scope="module")
def settings(demo_url, demo_cache, tmp_path_factory):
    return Settings(
        warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("pictures"), cache_dir=demo_cache
    )


@pytest.fixture(scope="module")
def app(settings):
    made = create_app(settings)
    made.server.test_client().get("/")
    return made


@pytest.fixture(scope="module")
def repository(settings):
    return Repository(open_warehouse(settings.warehouse_url), read_catalogue(), settings.cache_dir)


def plain(shown):
    return json.loads(json.dumps(shown, default=lambda component: component.to_plotly_json()))


def drawn(repository, settings, search):
    """What the callbacks answer to an address."""
    view = read_view(repository, read_choice(repository, search, settings.default_locale))
    return plain(
        shown_map(repository, settings, view)
        | shown_controls(repository, view)
        | shown_numbers(settings, view)
        | shown_path(repository, view)
    )


def hold(script, settings, held):
    """Puts pictures in the page, with what they are joined from."""
    boundaries = held["pieces"].removeprefix(PIECES + "/").partition("?")[0]
    script.ask("hold", pictures=held, pieces=read_pieces(settings, boundaries).shelves)


def same(repository, settings, script, code, kept, frequency, choices):
    """Compares every choice in the middle and at the end, and how many that were."""
    held = pictures(repository, settings, code, frequency, kept)
    hold(script, settings, held)
    periods = held["periods"]
    compared = 0
    for place in {len(periods) // 2, len(periods) - 1} if periods else ():
        for said in choices:
            asked = {"i": code, "p": periods[place], **kept, **{name: v for name, v in said.items() if v}}
            expected = drawn(repository, settings, "?" + urlencode(asked))
            given = {"c": "", "rank": "", "area": "", **said}
            assert script.ask("picture", place=place, said=given) == expected, asked
            compared += 1
    return compared


@pytest.mark.parametrize("code", CODES)
def test_a_picture_in_the_page_is_the_server_s_for_every_indicator(repository, settings, script, code):
    choices = [{"c": name} for name in ("", *COLOURINGS)] + [{"rank": rank} for rank in RANKS]
    with_data = repository.read_periods(code)
    for frequency in [one for one in ("quarter", "year") if with_data[one]][:1]:
        assert same(repository, settings, script, code, {}, frequency, choices)


@pytest.mark.parametrize(("code", "kept"), list(product(VARIED, KEPT)))
def test_it_is_on_every_boundaries_in_every_language_theme_and_load(repository, settings, script, code, kept):
    choices = [{"c": "", "rank": "all"}, {"c": "change", "rank": "bottom"}]
    frequencies = ("quarter", "month", "year")
    assert sum(same(repository, settings, script, code, kept, one, choices) for one in frequencies)


@pytest.mark.parametrize("area", ["08", "48"])
@pytest.mark.parametrize("code", VARIED)
def test_a_selected_province_is_marked_as_the_server_marks_it(repository, settings, script, code, area):
    assert same(repository, settings, script, code, {}, "quarter", [{"area": area, "rank": "all"}])


def test_a_province_that_the_boundaries_lack_is_left_to_the_server(repository, settings, script):
    hold(script, settings, pictures(repository, settings, "S02", "quarter", {}))
    said = {"c": "", "rank": "", "area": "02"}
    assert script.ask("picture", place=0, said=said) is None


@pytest.mark.parametrize("said", [{"c": "xxx"}, {"rank": "constructor"}])
def test_what_no_column_is_named_is_left_to_the_server(repository, settings, script, said):
    hold(script, settings, pictures(repository, settings, "S02", "quarter", {}))
    assert script.ask("picture", place=0, said={"c": "", "rank": "", "area": "", **said}) is None


def test_the_newest_period_is_the_one_shown_without_one(repository, settings):
    for code in VARIED:
        newest = drawn(repository, settings, f"?i={code}")[ids.TIMELINE]["data"]["period"]
        for frequency in ("month", "quarter", "year"):
            held = pictures(repository, settings, code, frequency, {})
            named = None if held["newest"] is None else held["periods"][held["newest"]]
            assert named == (newest if newest in held["periods"] else None)


def test_the_callback_of_the_server_answers_with_the_same(app, repository, settings, script):
    held = pictures(repository, settings, "S02", "quarter", {})
    hold(script, settings, held)
    search = f"?i=S02&p={held['periods'][-1]}&c=gap"
    output = f"..{ids.HEADLINE}.{WORDS}...{ids.RANKING}.{WORDS}.."
    asked = {"id": ids.ASKED, "property": "data", "value": search}
    body = {
        "output": output,
        "outputs": [{"id": one, "property": WORDS} for one in (ids.HEADLINE, ids.RANKING)],
        "inputs": [asked],
        "state": [asked, {"id": ids.URL, "property": "pathname", "value": "/ban-do"}],
        "changedPropIds": [f"{ids.ASKED}.data"],
    }
    answer = app.server.test_client().post("/_dash-update-component", json=body).json
    place = len(held["periods"]) - 1
    picture = script.ask("picture", place=place, said={"c": "gap", "rank": "", "area": ""})
    answered = answer["response"] | answer["sideUpdate"]
    for one in (ids.HEADLINE, ids.RANKING, ids.STAMP):
        assert answered[one] == {WORDS: script.ask("html", tree=picture[one]["children"])}


# The route


def get(app, path, **headers):
    return app.server.test_client().get(
        path, headers={name.replace("_", "-"): v for name, v in headers.items()}
    )


def test_the_answer_is_the_same_in_all_encodings(app):
    address = "/ban-do/so-lieu/S02?f=quarter"
    br, gz, plain_text = (get(app, address, Accept_Encoding=one) for one in ("br, gzip", "gzip", "identity"))
    assert (br.headers["Content-Encoding"], gz.headers["Content-Encoding"]) == ("br", "gzip")
    assert "Content-Encoding" not in plain_text.headers
    assert brotli.decompress(br.data) == gzip.decompress(gz.data) == plain_text.data
    assert all("Accept-Encoding" in one.headers["Vary"] for one in (br, gz, plain_text))
    assert len({one.headers["ETag"] for one in (br, gz, plain_text)}) == 3
    assert json.loads(plain_text.data)["mark"]


def test_it_is_kept_for_ever_under_its_mark_and_asked_again_without(app):
    first = get(app, "/ban-do/so-lieu/S02?f=quarter", Accept_Encoding="br")
    assert first.headers["Cache-Control"] == "no-cache"
    mark = json.loads(brotli.decompress(first.data))["mark"]
    marked = get(app, f"/ban-do/so-lieu/S02?f=quarter&v={mark}", Accept_Encoding="br")
    assert marked.headers["Cache-Control"] == FOR_EVER
    again = get(
        app, "/ban-do/so-lieu/S02?f=quarter", Accept_Encoding="br", If_None_Match=first.headers["ETag"]
    )
    assert (again.status_code, again.data) == (304, b"")
    assert get(app, "/ban-do/so-lieu/S02?f=quarter&v=old", Accept_Encoding="br").headers["Cache-Control"] == (
        "no-cache"
    )


@pytest.mark.parametrize(
    "chosen", ["f=quarter", "b=63&f=year&lang=en&theme=dark", "b=reported&f=month&load=20"]
)
@pytest.mark.parametrize("code", VARIED)
def test_a_file_told_by_the_model_is_whole_once_that_is_here(app, repository, settings, script, code, chosen):
    told = get(app, f"/ban-do/so-lieu/{code}?{chosen}").json
    model = get(app, told["model"])
    assert model.headers["Cache-Control"] == FOR_EVER
    assert told["model"].endswith(f"&v={model.json['mark']}")
    assert model.json["model"] is None
    kept = dict(parse_qsl(chosen))
    whole = plain(pictures(repository, settings, code, kept.pop("f"), kept))
    filled = script.ask("filled", tree=told, model=model.json)
    assert filled == whole | {"mark": told["mark"], "model": told["model"]}


IN_A_PROCESS = """
import sys
from pathlib import Path
from app import create_app
from config import Settings
url, folder = sys.argv[1:]
client = create_app(Settings(warehouse_url=url, data_dir=Path(folder))).server.test_client()
for address in ("D02?f=quarter", "G09?f=year"):
    print(client.get(f"/ban-do/so-lieu/{address}").text)
"""


def test_every_process_makes_the_same_files(demo_url, tmp_path):
    # One process tells its files by a model that a page may have from another one.
    made = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", IN_A_PROCESS, demo_url, str(tmp_path / seed)]
        run = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stderr
        made.add(re.sub(r"(?m)^.*\[info .*\n", "", run.stdout))
    assert len(made) == 1


def test_the_model_is_told_by_nothing(app):
    code, frequency = MODEL
    for boundaries in ("", "&b=34"):
        assert get(app, f"/ban-do/so-lieu/{code}?f={frequency}{boundaries}").json["model"] is None


def test_without_the_model_among_the_indicators_files_are_whole(repository, settings, monkeypatch):
    monkeypatch.setattr(callbacks.pictures, "MODEL", ("Z99", "quarter"))
    found = read_pictures(repository, settings, "S03", "year", {"lang": "en"})
    assert json.loads(brotli.decompress(found.br))["model"] is None


def test_the_pictures_of_a_load_are_its_own(app):
    now, then = (
        json.loads(get(app, f"/ban-do/so-lieu/{MODEL[0]}?f=quarter{load}").data) for load in ("", "&load=2")
    )
    assert now["path"] != then["path"]
    assert len(then["periods"]) < len(now["periods"])


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("S99?f=quarter", 404, "i"),
        ("S02?f=week", 400, "f"),
        ("S02?b=62", 400, "b"),
        ("S02?lang=de", 400, "lang"),
        ("S02?theme=sepia", 400, "theme"),
        ("S02?load=99999", 400, "load"),
        ("S02?load=x", 400, "load"),
    ],
)
def test_what_cannot_be_used_is_refused_as_the_api_does(app, path, status, parameter):
    answer = get(app, f"/ban-do/so-lieu/{path}")
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert answer.json["parameter"] == parameter


@pytest.mark.parametrize("boundaries", DRAWN)
def test_what_pictures_are_joined_from_is_kept_for_ever(app, settings, script, boundaries):
    pieces = read_pieces(settings, boundaries)
    answer = get(app, f"{PIECES}/{boundaries}?v={pieces.mark}", Accept_Encoding="br")
    assert answer.headers["Cache-Control"] == FOR_EVER
    shelves = [
        script.ask("trees", column=column, count=count)
        for count, column in json.loads(brotli.decompress(answer.data))
    ]
    assert shelves == plain(pieces.shelves)
    assert get(app, f"{PIECES}/{boundaries}?v=old").headers["Cache-Control"] == "no-cache"


def test_of_other_boundaries_there_are_no_pieces(app):
    assert get(app, f"{PIECES}/62").status_code == 404


@pytest.mark.parametrize(("boundaries", "size"), [("34", 12_000), ("63", 14_000), ("reported", 19_500)])
def test_what_all_pictures_share_is_small(app, boundaries, size):
    assert len(get(app, f"{PIECES}/{boundaries}", Accept_Encoding="br").data) < size


def test_the_mark_changes_with_what_is_drawn(repository, settings):
    other = settings.model_copy(update={"min_denominator": settings.min_denominator + 1})
    assert read_mark(repository, settings) != read_mark(repository, other)


# Of the small demonstration, whose numbers do not vary; brotli.
LARGEST = {"quarter": 13_300, "month": 19_000, "year": 8_200}
MEDIAN = {"quarter": 7_200, "month": 5_800, "year": 6_100}


@pytest.mark.parametrize("frequency", LARGEST)
def test_the_pictures_of_an_indicator_are_small(app, frequency):
    sizes = {
        code: len(get(app, f"/ban-do/so-lieu/{code}?f={frequency}", Accept_Encoding="br").data)
        for code in CODES
    }
    assert {code: size for code, size in sizes.items() if size > LARGEST[frequency]} == {}
    assert median(sizes.values()) < MEDIAN[frequency]
