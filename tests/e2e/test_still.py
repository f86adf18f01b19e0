"""What comes as HTML text: pages stand in it as if they were made of components."""

from tests.e2e.test_overview import open_overview


def test_a_page_has_few_components(browser):
    open_overview(browser)
    count = "return document.querySelectorAll(arguments[0]).length"
    assert browser.run(count, "main *") > 500
    # Of Dash are those that a callback or a script of Dash knows, and what they stand in.
    made = """
        const made = (node) => Object.keys(node).some((name) => name.startsWith("__react"));
        return [...document.querySelectorAll("body *")].filter(made).length
    """
    assert browser.run(made) < 150


def test_a_pressed_button_keeps_the_focus_while_the_page_changes(browser):
    open_overview(browser)
    browser.run("document.querySelector(\"button[data-choose='decision=330']\").focus()")
    before = browser.run("return document.querySelector('main h1').textContent")
    browser.press("ENTER")
    browser.wait_until(f"return document.querySelector('main h1').textContent !== {before!r}", 30)
    browser.settle()
    assert browser.run("return document.activeElement.getAttribute('aria-pressed')") == "true"
