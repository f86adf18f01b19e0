"""The methodology page as a reader uses it: contents, links to a status, both languages."""

SIDEWAYS = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
SEEN = """
    const box = document.getElementById(arguments[0]).getBoundingClientRect();
    return box.top >= -1 && box.top < window.innerHeight;"""


def open_page(browser, rest=""):
    browser.open(f"/phuong-phap{rest}")
    browser.wait_for_element("#methodology-page h1", timeout=60)
    browser.settle()


def test_a_link_to_a_status_brings_its_rule_into_view(browser):
    open_page(browser, "#reversing")
    browser.wait_until(SEEN.replace("arguments[0]", "'reversing'"))
    assert "R nhỏ hơn 0" in browser.find_element("#reversing").text


def test_the_contents_lead_to_every_part(browser):
    open_page(browser)
    links = browser.find_elements(".method-contents a")
    assert len(links) == len(browser.find_elements(".method-part"))
    links[-1].click()
    browser.wait_until("return location.hash === '#method-sources'")
    browser.wait_until(SEEN.replace("arguments[0]", "'method-sources'").replace("box.top >= -1 && ", ""))
    assert browser.find_element("#methodology-page h1").text == "Phương pháp"


def test_the_page_changes_its_language(browser):
    open_page(browser)
    browser.find_element("//button[normalize-space()='EN']", "XPATH").click()
    browser.wait_until("return document.documentElement.lang === 'en'")
    browser.wait_until("return document.querySelector('#methodology-page h1')?.textContent === 'Methodology'")
    browser.settle()
    assert browser.find_element("#on_track code").text == "on_track"


def test_a_phone_scrolls_nothing_sideways(browser):
    for width in (390, 320):
        browser.resize(width, 800)
        open_page(browser)
        assert not browser.run(SIDEWAYS), width
