"""axe-core finds nothing: every page, every theme, desktop and phone, both languages, each state.

No rule is switched off (audit/axe.py says which there are). `python -m audit.install` brings axe-core.
"""

import sqlite3

import pytest
from sqlalchemy import create_engine

from audit.addresses import CHOOSE, DESKTOP, PHONE, addresses
from audit.axe import COLOURS, findings
from layouts.choice import THEMES
from warehouse.tables import contract

PATIENCE = 60  # seconds, for a machine that does much else
HEADED = "return document.querySelector('main h1')?.checkVisibility()"
# Words in small letters that no English word is: prose, while names of places are capitalised.
LETTERS = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
VIETNAMESE = r"""
    const word = new RegExp(`(?:^|[\\s(“])\\p{Ll}*[${arguments[0]}]\\p{Ll}*(?=$|[\\s,.;:)”])`, "u");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const within = text.parentElement;
        if (within.closest("script, style, [lang=vi]") || !word.test(text.data)) continue;
        found.push(`${within.tagName} ${within.className}: ${text.data.slice(0, 80)}`);
    }
    return found"""

# Lower may be: a link within a sentence, what a card or the slider makes larger, what only the focus shows.
LOW = """
    const seen = "a[href], button, summary, select, input, [role=button]";
    const said = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
    const sentence = (one) =>
        getComputedStyle(one).display === "inline" && [...one.parentElement.childNodes].some(said);
    const spread = (one) => getComputedStyle(one, "::after").inset === "0px";
    const hidden = (one) => one.closest(".skip-link, .visually-hidden, .dash-slider-root, svg") ||
        getComputedStyle(one.closest("thead") ?? one).position === "absolute" ||
        !one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return [...document.querySelectorAll(seen)]
        .filter((one) => !hidden(one) && !spread(one) && !sentence(one))
        .filter((one) => one.offsetHeight > 0 && one.getBoundingClientRect().height < 23.5)
        .map((one) => `${one.className} ${one.textContent.slice(0, 40)}`)"""


def look_at(browser, address, site=None):
    """Opens an address and waits until nothing more is drawn."""
    browser.open(address, site)
    browser.wait_until(HEADED, timeout=PATIENCE)
    browser.settle()


def change(browser, **changes):
    """Changes what the address says, in place."""
    browser.run(CHOOSE, changes)
    for name, value in changes.items():
        attribute = {"lang": "lang", "theme": "dataset.theme"}[name]
        browser.wait_until(f"return document.documentElement.{attribute} === {value!r}")
    browser.wait_until(HEADED, timeout=PATIENCE)
    browser.settle()


def found(browser, rules=()):
    """What axe finds, in lines to read."""
    return [str(one) for one in findings(browser.driver, rules)]


@pytest.mark.parametrize("address", addresses())
def test_every_page_in_every_theme_on_desktop_and_phone(browser, address):
    look_at(browser, address)
    wrong = {}
    for theme in THEMES:
        if theme != THEMES[0]:
            change(browser, theme=theme)
        for size in (DESKTOP, PHONE):
            browser.resize(*size)
            browser.settle()
            wrong[theme, size] = found(browser, () if theme == THEMES[0] else COLOURS)
            if theme == THEMES[0]:
                wrong[theme, size] += browser.run(LOW)
    assert {where: lines for where, lines in wrong.items() if lines} == {}


@pytest.mark.parametrize("address", addresses())
def test_every_page_in_english_says_which_words_are_not(browser, address):
    look_at(browser, address)
    assert browser.run("return document.documentElement.lang") == "vi"
    change(browser, lang="en")
    assert found(browser) == []
    assert browser.run(VIETNAMESE, LETTERS) == []


PRESS = """
    const one = document.querySelector(arguments[0]);
    one.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => one.click())"""  # once the page has told that it scrolled
STATES = {
    "a province's panel": ("/ban-do?p=2026-Q3&area=08", "", ".panel-sheet"),
    "where a number comes from": ("/ban-do?p=2026-Q3&origin=S02:08:2026-Q3:34", "", "#origin-dialog[open]"),
    "the menu of a chart": ("/ban-do?p=2026-Q3", ".map-card .export-button", "#export-menu:popover-open"),
    "a list to choose one of": ("/ban-do?p=2026-Q3", "#indicator", ".dash-options-list"),
    "a list to choose many of": ("/so-sanh", "#compare-areas", ".dash-options-list"),
    "the table of the map": ("/ban-do?p=2026-Q3", "#value-table-fold summary", "#value-table table"),
    "for the meeting room": ("/?present=1", "", "main h1"),
    "what an address asks for and can't have": ("/?i=XXX&p=zz&status=no", "", ".notices > *"),
    "a milestone": ("/chi-tieu?i=D01", "", "main h1"),
    "a commune": ("/xa?area=08&i=S02&p=2026-Q3&commune=02260", "", "main h1"),
    "a province with its own group": ("/tinh?area=08&group=04,11", "", "main h1"),
    "the form of a pack": ("/bao-cao?areas=08,15&indicators=S02,D01", "", "main h1"),
    "the tour": ("/ban-do?p=2026-Q3", ".tour-offer [data-tour=start]", ".tour-card h2"),
    "a term explained": ("/ban-do?p=2026-Q3", ".legend [data-term=on_track]", "#term-note:popover-open"),
    "an earlier load": ("/ban-do?p=2025-Q2&load=20", "", "main h1"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_state(browser, state, theme):
    address, pressed, shown = STATES[state]
    look_at(browser, f"{address}{'&' if '?' in address else '?'}theme={theme}")
    for size in (DESKTOP, PHONE):
        browser.resize(*size)
        if pressed and not browser.run("return document.querySelector(arguments[0])", shown):
            browser.run(PRESS, pressed)
        browser.wait_for_element(shown)
        browser.settle()
        assert found(browser, () if theme == THEMES[0] else COLOURS) == []


@pytest.mark.parametrize("path", ["/", "/ban-do", "/so-sanh", "/tinh", "/chi-tieu", "/chat-luong"])
def test_a_warehouse_without_a_row(browser, start_app, tmp_path, path):
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    contract.create_all(create_engine(url))
    browser.open(path, start_app(warehouse_url=url))
    browser.wait_for_element("main h1")
    browser.settle()
    assert found(browser) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_warehouse_that_can_not_be_read(browser, start_app, tmp_path, theme):
    url = f"sqlite:///{tmp_path / 'other.sqlite'}"
    sqlite3.connect(tmp_path / "other.sqlite").close()
    browser.open(f"/ban-do?theme={theme}", start_app(warehouse_url=url))
    browser.wait_for_contains_text("#alert", "dim_measure")
    assert found(browser) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_that_is_not_there(browser, lang):
    browser.open(f"/khong-co?lang={lang}")
    browser.wait_for_element("h1")
    assert browser.run("return document.documentElement.lang") == lang
    assert found(browser) == []
    assert any("404" in line for line in browser.console())  # Chromium's own note of the status


def test_what_is_wrong_is_found(browser):
    look_at(browser, "/phuong-phap")
    browser.run(
        "document.querySelector('main').insertAdjacentHTML('beforeend', "
        '\'<button type="button"></button><p style="color: #999; background: #aaa">xem</p>\')'
    )
    assert {one.rule for one in findings(browser.driver)} == {"button-name", "color-contrast"}
