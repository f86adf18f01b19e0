"""The search over the real warehouse: all there is can be found, and whatever is typed does no harm."""

import json
from time import perf_counter
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from sqlalchemy import create_engine, text

from app import create_app
from callbacks.search import ADDRESS
from config import Settings
from geodata.provinces import newest, successors
from indicators.catalogue import read_catalogue
from indicators.system_list import system_list
from indicators.task_list import task_list
from language import fold
from layouts.pages import PAGES
from layouts.search import LONGEST


@pytest.fixture(scope="module")
def client(demo_url, demo_cache, tmp_path_factory):
    settings = Settings(
        warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("search"), cache_dir=demo_cache
    )
    return create_app(settings).server.test_client()


def ask(client, q, **more):
    answer = client.get(f"{ADDRESS}?{urlencode({'q': q, **more})}")
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


def results(client, q, **more):
    return [one for group in ask(client, q, **more)["groups"] for one in group["results"]]


def first(client, q, **more):
    return results(client, q, **more)[0]


@pytest.mark.parametrize("indicator", read_catalogue(), ids=lambda one: one.code)
def test_every_indicator_is_found_by_its_code_and_its_names(client, indicator):
    assert first(client, indicator.code)["href"] == f"/chi-tieu?i={indicator.code}"
    for name in (indicator.short_vi, indicator.short_en, fold(indicator.short_vi)):
        found = results(client, name[:LONGEST])
        assert f"indicator:{indicator.code}" in [one["key"] for one in found]


@pytest.mark.parametrize("province", newest("34").values(), ids=lambda one: one.name_en)
def test_every_province_is_found_by_name_and_code(client, province):
    for asked in (province.name_vi, fold(province.name_vi), province.name_en, province.code):
        found = first(client, asked)
        assert (found["key"], found["href"]) == (f"province:{province.code}", f"/tinh?area={province.code}")


@pytest.mark.parametrize("province", newest("63").values(), ids=lambda one: one.name_en)
def test_every_former_province_is_found_as_what_it_became(client, province):
    now = newest("34")[successors()[province.code]]
    for asked in (province.name_vi, fold(province.name_vi)):
        found = first(client, asked)
        assert found["key"] == f"province:{now.code}"
        if province.name_vi != now.name_vi:
            assert found["note"] == f"tên cũ: {province.name_vi} ({province.code})"


def test_a_merged_province_says_what_it_was_merged_from(client):
    assert first(client, "lao cai")["note"] == "Tỉnh · hợp nhất từ Lào Cai, Yên Bái"
    assert first(client, "hue")["note"] == "Thành phố"


@pytest.fixture(scope="module")
def communes(demo_url):
    """Twenty communes of today, from all over the country: code, name, code of the province."""
    rows = """SELECT c.area_code, c.name_vi, p.area_code
              FROM dim_area c JOIN dim_area p ON p.area_key = c.parent_key
              WHERE c.level = 'commune' AND c.valid_to IS NULL ORDER BY c.area_code"""
    with create_engine(demo_url).connect() as connection:
        every = connection.execute(text(rows)).all()
    assert len(every) == 3321
    return every[:: len(every) // 20][:20]


def test_communes_are_found_by_code_and_by_name_with_their_province(client, communes):
    names = {code: one.name_vi for code, one in newest("34").items()}
    for code, name, province in communes:
        found = first(client, code)
        assert (found["key"], found["name"]) == (f"commune:{code}", name)
        assert found["note"].startswith(names[province])
        assert parse_qs(urlsplit(found["href"]).query)["area"] == [province]
        keys = [one["key"] for one in results(client, f"{fold(name)} {fold(names[province])}")]
        assert f"commune:{code}" in keys


def test_a_commune_of_before_is_found_as_what_it_became(client):
    found = first(client, "phường phúc xá")
    assert (found["name"], found["note"]) == ("Hồng Hà", "Hà Nội · tên cũ: Phường Phúc Xá (00001)")


def test_every_task_system_and_page_is_found(client):
    for task in task_list():
        assert first(client, task.code)["href"] == f"/nhiem-vu#task-{task.code}"
    for system in system_list():
        assert first(client, system.code)["href"] == f"/he-thong#system-{system.code}"
    for page in PAGES:
        assert page.path in [one["href"] for one in results(client, page.title)]
    assert first(client, "chậm tiến độ")["href"] == "/phuong-phap#method-statuses"


def test_answers_are_in_the_language_asked_for_and_found_in_either(client):
    assert first(client, "Lào Cai", lang="en")["name"] == "Lao Cai"
    assert first(client, "yen bai", lang="en")["note"] == "formerly Yen Bai (15)"
    assert ask(client, "xq", lang="en")["said"] == "Nothing found for “xq”."
    assert first(client, "map")["name"] == "Bản đồ"
    assert first(client, "bản đồ", lang="en")["name"] == "Map"


def test_links_keep_language_theme_and_load(client):
    given = {"lang": "en", "theme": "contrast", "load": "3"}
    for asked in ("S02", "15", "02260", "III.1.a", "map"):
        query = parse_qs(urlsplit(first(client, asked, **given)["href"]).query)
        assert {name: [value] for name, value in given.items()}.items() <= query.items()


def test_a_commune_keeps_the_indicator_looked_at_where_communes_report_it(client):
    assert (
        "i=S03" in first(client, "02260", i="S03")["href"]
        or "i=S02" in first(client, "02260", i="S02")["href"]
    )
    assert "i=G01" not in first(client, "02260", i="G01")["href"]


def test_before_anything_is_typed_pages_are_offered_and_what_is_near(client):
    assert [group["title"] for group in ask(client, "")["groups"]] == ["Trang"]
    recent = "commune:02260,province:15,nothing:1,province:15"
    titles = {
        group["title"]: [one["key"] for one in group["results"]]
        for group in ask(client, " ", area="15", recent=recent)["groups"]
    }
    assert list(titles) == ["Vừa mở", "Tỉnh tương đồng với Lào Cai", "Trang"]
    assert titles["Vừa mở"] == ["commune:02260", "province:15"]
    assert len(titles["Tỉnh tương đồng với Lào Cai"]) == 5
    assert len(titles["Trang"]) == len(PAGES)


HOSTILE = [
    "' OR 1=1 --",
    "'; DROP TABLE dim_area; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "(((((((((((",
    ".*+?[](){}|^$\\",
    "\0\x01\x7f",
    "{asked} {0} %s",
    "ế" * LONGEST,
    "😀 𝕐𝕖𝕟",
    "‮yen",
]


@pytest.mark.parametrize("asked", HOSTILE)
def test_whatever_is_typed_is_text(client, asked):
    for parameter in ("q", "recent", "area", "load", "lang", "theme", "i"):
        answer = client.get(f"{ADDRESS}?{urlencode({parameter: asked})}")
        assert answer.status_code == 200
        assert answer.content_type == "application/json; charset=utf-8"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    found = ask(client, asked)
    assert all(set(one) == {"key", "code", "name", "note", "page", "href"} for one in results(client, asked))
    assert found["groups"] or found["said"] in ("", f"Không tìm thấy “{asked.strip()}”.")


def test_what_is_too_long_is_refused_with_the_limit(client):
    answer = client.get(f"{ADDRESS}?q={'a' * (LONGEST + 1)}")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert "tối đa 80 ký tự" in json.loads(answer.text)["detail"]
    assert len(answer.text) < 500
    assert client.get(f"{ADDRESS}?recent={'a' * 9999}").status_code == 400


def test_what_a_browser_has_is_not_sent_again(client):
    answer = client.get(f"{ADDRESS}?q=yen")
    again = client.get(f"{ADDRESS}?q=yen", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_warehouse_that_is_away_is_told(tmp_path):
    settings = Settings(warehouse_url=f"sqlite:///{tmp_path / 'none' / 'x.sqlite'}", data_dir=tmp_path)
    answer = create_app(settings).server.test_client().get(f"{ADDRESS}?q=yen")
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")


def test_what_it_takes_is_noted(client, record_property):
    for asked in ("y", "yen bai", "hoa bihn", "tan lap thai nguyen", "xq zq"):
        begun = perf_counter()
        size = len(client.get(f"{ADDRESS}?{urlencode({'q': asked})}").data)
        record_property(asked, f"{1000 * (perf_counter() - begun):.0f} ms, {size} bytes")
        assert size < 20_000
