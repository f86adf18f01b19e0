"""Every page as the browser shows it, in both languages: what scripts and libraries write is read, too.

What the server answers to many more addresses is read in tests/integration/test_both_languages.py.
"""

import pytest

from layouts.pages import PAGES
from tests.language_faults import faults

# Every text of the page with the language that the nearest element around it names.
READ = """
const found = [["title", document.title, document.documentElement.lang]];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
while (walker.nextNode()) {
  const node = walker.currentNode, element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const lang = element.closest("[lang]").lang;
  if (node === element) {
    for (const name of ["title", "aria-label", "placeholder", "alt", "aria-valuetext"]) {
      const text = element.getAttribute(name);
      if (text) found.push([name, text, lang]);
    }
  } else if (node.textContent.trim() && !element.closest("script, style")) {
    found.push([element.tagName.toLowerCase(), node.textContent.trim(), lang]);
  }
}
return found
"""
ADDRESSES = {
    "/ban-do": "/ban-do?i=S02&p=2026-Q3&area=08&c=change",
    "/tinh": "/tinh?area=08",
    "/xa": "/xa?i=S02&p=2026-Q3&area=08&commune=02260",
    "/chi-tieu": "/chi-tieu?i=S01&p=2026-Q3&area=08",
    "/": "/?origin=S02:08:2026-Q3:34",
}


def wrong(browser, locale):
    """What of the page is not as it should be in a language: the fault, the place, the text."""
    return {
        (fault, where, text[:200])
        for where, text, lang in browser.run(READ)
        for fault in faults(text, lang or locale)
    }


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_all_that_a_page_shows_is_in_its_language(browser, page, locale):
    path = ADDRESSES.get(page.path, page.path)
    browser.open(f"{path}{'&' if '?' in path else '?'}lang={locale}")
    browser.settle()
    assert browser.run("return document.documentElement.lang") == locale
    assert wrong(browser, locale) == set()
    other = "vi" if locale == "en" else "en"
    assert [text for _, text, _ in browser.run(READ) if list(faults(text, other))]  # so it was read


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_what_opens_on_a_page_is_in_its_language(browser, locale):
    browser.open(f"/ban-do?i=S02&p=2026-Q3&lang={locale}")
    browser.wait_for_element(".map-card .export-button")
    browser.settle()
    browser.find_element(".map-card .export-button").click()
    browser.wait_until("return document.querySelector('.export-entry').checkVisibility()")
    assert wrong(browser, locale) == set()
    browser.press("ESCAPE")
    browser.find_element(".search-opener").click()
    browser.wait_until("return document.querySelectorAll('.search-option').length > 5")
    assert wrong(browser, locale) == set()
    browser.press("ESCAPE")
    browser.find_element("#indicator").click()
    browser.wait_until("return document.querySelector('.dash-dropdown-content input')")
    assert wrong(browser, locale) == set()
