"""Light, dark and high contrast: chosen in the header, else as the reader's system wishes."""

import pytest

from charts.tokens import THEMES

INK = "document.querySelector('#map .js-plotly-plot')?.layout?.template?.layout.font.color"
THEME = "return document.documentElement.dataset.theme"
GROUND = "return getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture
def wish(browser):
    """What the reader's system wishes, as its settings would say it."""

    def wishing(**wishes):
        features = [{"name": f"prefers-{name}", "value": value} for name, value in wishes.items()]
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    yield wishing
    wishing(**{"color-scheme": "light", "contrast": "no-preference"})


def rgb(colour):
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def drawn_in(browser, theme):
    """Waits until the map stands in the ink of a theme, which the page has, too."""
    browser.wait_until(f"return {INK} === '{THEMES[theme].ink}'", 60)
    assert browser.run(THEME) == theme
    assert browser.run(GROUND) == rgb(THEMES[theme].page)


def press(browser, name):
    browser.run(f"document.querySelector('[data-choose-theme][aria-label=\"{name}\"]').click()")


def pressed(browser):
    return browser.run(
        "return [...document.querySelectorAll('[data-choose-theme][aria-pressed=true]')]"
        ".map((one) => one.dataset.chooseTheme).join()"
    )


@pytest.mark.parametrize(
    ("wishes", "theme"),
    [
        ({}, "light"),
        ({"color-scheme": "dark"}, "dark"),
        ({"contrast": "more"}, "contrast"),
        ({"color-scheme": "dark", "contrast": "more"}, "contrast"),
    ],
)
def test_the_system_s_wish_holds_where_the_address_says_nothing(browser, wish, wishes, theme):
    wish(**wishes)
    browser.open("/ban-do?p=2026-Q3")
    drawn_in(browser, theme)
    browser.settle()
    assert pressed(browser) == theme
    assert browser.run("return location.search") == "?p=2026-Q3"


def test_what_is_chosen_holds_against_the_system_from_page_to_page(browser, wish):
    wish(**{"color-scheme": "dark"})
    browser.open("/ban-do?p=2026-Q3")
    drawn_in(browser, "dark")
    press(browser, "Nền sáng")
    drawn_in(browser, "light")
    assert "theme=light" in browser.run("return location.search")
    browser.run("document.querySelector('.pages [data-page=\"/chi-tieu\"]').click()")
    browser.wait_for_element("#indicator-title")
    assert browser.run("return location.search") == "?theme=light"
    assert browser.run(THEME) == "light"
    browser.driver.back()
    drawn_in(browser, "light")
    press(browser, "Nền tối")
    drawn_in(browser, "dark")
    assert "theme" not in browser.run("return location.search")


def test_a_page_that_is_open_follows_the_system_at_dusk(browser, wish):
    browser.open("/ban-do?p=2026-Q3")
    drawn_in(browser, "light")
    browser.settle()
    wish(**{"color-scheme": "dark"})
    drawn_in(browser, "dark")
    browser.settle()
    browser.open("/ban-do?p=2026-Q3&theme=light")
    drawn_in(browser, "light")
    wish(**{"contrast": "more"})
    browser.settle()
    drawn_in(browser, "light")


@pytest.mark.parametrize(
    ("search", "wishes", "theme"),
    [
        ("", {}, "light"),
        ("", {"color-scheme": "dark"}, "dark"),
        ("", {"color-scheme": "dark", "contrast": "more"}, "contrast"),
        ("?theme=light", {"color-scheme": "dark"}, "light"),
        ("?theme=dark", {}, "dark"),
    ],
)
def test_nothing_flashes_before_scripts_and_style_sheet_are_there(browser, wish, search, wishes, theme):
    wish(**wishes)
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*.js", "*.css"]})
    try:
        browser.open("/" + search)
        assert browser.run(GROUND) == rgb(THEMES[theme].page)
    finally:
        browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    browser.console()  # told of what was blocked


def test_pictures_in_the_page_are_in_the_theme_that_the_system_wishes(browser, wish):
    wish(**{"color-scheme": "dark"})
    browser.open("/ban-do?p=2026-Q3")
    drawn_in(browser, "dark")
    browser.wait_until("return globalThis.pictures.held.size > 2", 60)
    held = browser.run("return [...globalThis.pictures.held.keys()]")
    assert all("theme=dark" in address for address in held)
    asked = (
        "return performance.getEntriesByType('resource').filter((one) => one.name.includes('update-')).length"
    )
    before = browser.run(asked)
    browser.run("document.querySelector('#segments [data-choose=\"c=value\"]')?.click()")
    browser.wait_until("return document.querySelector('.legend').textContent.includes('%')")
    drawn_in(browser, "dark")
    assert browser.run(asked) == before
