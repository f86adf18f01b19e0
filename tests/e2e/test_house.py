"""What every page owes its reader: its own files only, a policy that holds, errors that are told."""

import pytest


def test_the_page_loads_from_its_own_host_with_an_empty_console(browser):
    browser.open("/")
    browser.wait_for_element("main")
    assert browser.run("return document.documentElement.lang") == "vi"
    assert browser.hosts() == {browser.site.removeprefix("http://")}


def test_ours_overrules_bootstrap(browser):
    browser.open("/")
    sheets = browser.run("return [...document.styleSheets].map(sheet => sheet.href).filter(Boolean)")
    names = [sheet.split("/assets/")[1].partition("?")[0] for sheet in sheets]
    assert [name.startswith("vendor/") for name in names] == sorted(
        [name.startswith("vendor/") for name in names], reverse=True
    )
    assert any("bootstrap" in name for name in names)


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
