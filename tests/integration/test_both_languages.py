"""Every page as it is answered, in both languages: nothing untranslated, no braces, numbers as written there.

What the browser's scripts write is read in tests/e2e/test_both_languages.py.
"""

import re

import pytest

from app import create_app
from config import Settings
from language import LOCALES, language
from layouts.links import COMMUNES, MAP, PROVINCE
from layouts.pages import PAGES
from serving import ADVICE, TITLES, error_page
from tests.integration.answers import answers, frame
from tests.integration.texts import texts
from tests.language_faults import faults

# Plain; a panel, a dialog and former boundaries; a milestone; a commune; the presentation; everything wrong.
VIEWS = (
    "",
    "&i=S02&p=2026-Q3&b=63&area=02&c=change&origin=S02:08:2026-Q3:34",
    "&i=A03&area=15&b=reported&present=1",
    "&i=S03&area=08&commune=02260&load=4",
    "&i=xx&p=2030-13&b=x&area=zz&load=77&kind=%3C&origin=x&status=x&sort=x&group=x&areas=x",
)


@pytest.fixture(scope="module")
def app(demo_url, demo_cache, tmp_path_factory):
    made = create_app(
        Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("app"), cache_dir=demo_cache)
    )
    made.server.test_client().get("/")  # Dash completes its callbacks with the first request
    return made


def filled_in_the_browser(where):
    """Whether a script puts something in the place of the braces there."""
    return where.startswith("data-") or where == "selected_count"


def found_in(trees, locale):
    return {
        (fault, said.where, said.text)
        for tree in trees
        for said in texts(tree)
        for fault in faults(said.text, said.lang or locale)
        if fault != "braces" or not filled_in_the_browser(said.where)
    }


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_every_text_of_a_page_is_in_its_language(app, path, locale):
    for view in VIEWS:
        search = f"?lang={locale}{view}"
        trees = [frame(app, path, search), *answers(app, path, search)]
        assert found_in(trees, locale) == set(), search


@pytest.mark.parametrize("locale", LOCALES)
def test_every_indicator_is_told_in_its_language(app, locale):
    for code in ("A01", "D02", "E01", "G05", "H10", "N03", "X01"):
        for path in (MAP, "/chi-tieu", COMMUNES, PROVINCE):
            search = f"?lang={locale}&i={code}&area=08"
            assert found_in(answers(app, path, search), locale) == set(), (path, search)


@pytest.mark.parametrize("locale", LOCALES)
def test_errors_and_what_the_search_says_are_in_their_language(app, locale):
    for code in {*TITLES, *ADVICE}:
        page = re.sub(
            r"<style>.*?</style>|<[^>]+>", " ", error_page(code, language(locale), "", ""), flags=re.DOTALL
        )
        assert list(faults(page, locale)) == []
    client = app.server.test_client()
    for asked in ("", "&area=15", "&q=yen", "&q=a03", "&q=III", "&q=sys01", "&q=xq", "&q=plan&q=ke+hoach"):
        found = client.get(f"/tim?lang={locale}{asked}").json
        assert found_in([found], locale) == set()


def test_a_fault_is_found(app):
    said = {"props": {"children": ["Quý III/2026", {"props": {"children": "Đã đạt", "lang": "vi"}}]}}
    assert found_in([said], "vi") == set()
    assert [text for _, _, text in found_in([said], "en")] == ["Quý III/2026"]
    assert found_in([{"props": {"data-html": '<p title="Đóng">Close <b lang="vi">Đóng</b></p>'}}], "en") == {
        ("in Vietnamese", "title", "Đóng")
    }
