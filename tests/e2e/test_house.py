"""What every page owes its reader: its own files only, a policy that holds, errors that are told."""

import threading

import pytest

from config import Settings
from tests.e2e.conftest import served


def test_the_page_loads_from_its_own_host_with_an_empty_console(browser):
    browser.open("/")
    browser.wait_for_element("main")
    assert browser.run("return document.documentElement.lang") == "vi"
    assert browser.hosts() == {browser.site.removeprefix("http://")}


def test_a_server_of_these_tests_is_gone_once_it_is_stopped(demo_url, tmp_path):
    before = set(threading.enumerate())
    with served(Settings(warehouse_url=demo_url, data_dir=tmp_path)):
        assert len(set(threading.enumerate()) - before) > 1
    assert [one.name for one in set(threading.enumerate()) - before if "waitress" in one.name] == []


def test_ours_overrules_bootstrap(browser):
    browser.open("/")
    browser.settle()
    rules = """const sheet = [...document.styleSheets].find((one) => one.href?.includes("/assets/page-"));
        return [...sheet.cssRules].map((rule) => rule.selectorText ?? "")"""
    found = browser.run(rules)
    assert isinstance(found, list)
    assert found.index("address") < found.index(".header")  # Bootstrap's, then ours


def test_vietnamese_is_written_in_the_font_that_is_served(browser):
    browser.open("/")
    browser.wait_for_element("main")
    assert browser.wait_until("return [...document.fonts].some(face => face.status === 'loaded')")
    assert browser.run("return document.fonts.check('16px \"Be Vietnam Pro\"', 'Đắk Lắk')")


def test_the_policy_forbids_scripts_from_elsewhere(browser):
    browser.open("/")
    browser.wait_for_element("main")
    browser.run(
        "document.head.append(Object.assign(document.createElement('script'), {text: 'window.harm = 1'}))"
    )
    assert browser.run("return window.harm") is None
    assert [line for line in browser.console() if "Content Security Policy" in line]


NINE = """
    const row = document.querySelector('.pages');
    for (const name of ['So sánh', 'Tỉnh'].slice(0, 9 - row.children.length)) {
        const link = row.lastElementChild.cloneNode();
        link.textContent = name;
        row.append(link);
    }"""
# Whatever of the header is in sight and lies over something else of it, or beyond the screen.
MET = """
    const seen = [...document.querySelectorAll('.brand, .data-shown, .tools-opener, .tools, .pages, #banner')]
        .map((one) => [one.className || one.id, one.getBoundingClientRect()]).filter(([, box]) => box.width);
    const cross = (a, b, from, to) => a[from] < b[to] - 1 && b[from] < a[to] - 1;
    const meet = (a, b) => cross(a, b, 'left', 'right') && cross(a, b, 'top', 'bottom');
    return [
        ...seen.filter(([, box]) => box.left < -1 || box.right > innerWidth + 1).map(([name]) => name),
        ...seen.flatMap(([one, a], at) =>
            seen.slice(at + 1).filter(([, b]) => meet(a, b)).map(([two]) => [one, two])),
    ]"""


@pytest.mark.parametrize(
    ("width", "most"),
    [(1920, 80), (1440, 80), (1366, 80), (1200, 80), (1024, 125), (768, 125), (390, 165), (320, 190)],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_header_is_low_and_nothing_in_it_meets(browser, width, most, lang):
    browser.resize(width, 800)
    browser.open(f"/nhiem-vu?lang={lang}")
    browser.wait_for_element("#banner .banner")
    browser.wait_until("return document.querySelector('#loads')?.textContent")
    browser.run(NINE)
    assert browser.run(MET) == []
    product = "document.querySelector('.product')"
    assert browser.run(f"return {product}.scrollWidth <= {product}.clientWidth")
    assert browser.run("return document.querySelector('.header').offsetHeight") <= most
    assert browser.run("return document.documentElement.scrollWidth") == width


def test_on_a_phone_the_page_that_is_open_is_in_sight_and_the_switches_are_behind_a_button(browser):
    browser.resize(390, 844)
    browser.open("/phuong-phap")
    browser.wait_for_element(".tools-opener")
    browser.wait_until(
        "const box = document.querySelector('.pages-link[aria-current]').getBoundingClientRect();"
        "return box.left >= 0 && box.right <= 390"
    )
    assert not browser.find_element("#tools").is_displayed()
    browser.run("document.querySelector('.tools-opener').focus()")
    browser.press("ENTER")
    assert browser.find_element(".tools-opener").get_attribute("aria-expanded") == "true"
    browser.press("TAB", "TAB", "ENTER")
    browser.wait_for_text_to_equal("h1", "Methodology")
    browser.wait_until("return document.documentElement.lang === 'en'")


@pytest.mark.parametrize(
    ("path", "title"),
    [("/khong-co", "Không tìm thấy trang"), ("/khong-co?lang=en", "Page not found")],
)
def test_an_unknown_page_says_so_and_leads_home(browser, path, title):
    browser.open(path)
    browser.wait_for_text_to_equal("h1", title)
    assert any("404" in line for line in browser.console())  # Chromium's own note of the status
    browser.find_element("a").click()
    browser.wait_for_element("main")


def test_a_failing_callback_is_told_on_the_page(browser, start_app, monkeypatch):
    def fails(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("repository.Repository.read_state", fails)
    browser.open("/", start_app())
    browser.wait_for_contains_text("#fault", "Hệ thống gặp lỗi")
