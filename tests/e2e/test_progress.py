"""What takes long shows that it is on its way; a server that is away is told, and found again."""

import threading

import pytest

VILLAGE_HEADS, POLICY = "Trưởng thôn, người có uy tín", "Chính sách hỗ trợ viễn thông"  # S02 and S03
SAID = "return document.getElementById('progress').textContent"
AWAY = "return document.querySelector('.alerts--away').checkVisibility()"
WHOLE = """
    const line = document.getElementById("progress"), box = line.getBoundingClientRect();
    return box.top >= 0 && box.height > 20 && line.scrollHeight <= line.clientHeight"""
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value)))
        .observe({ type: "layout-shift" });"""
CHOOSE = "document.dispatchEvent(new CustomEvent('choose', { detail: { changes: arguments[0] } }))"


@pytest.fixture
def gate(monkeypatch):
    """What every question of a page, and every file, passes before it is answered; open until cleared."""
    from callbacks import files, view

    opened, read = threading.Event(), view.read_choice
    opened.set()

    def passing(*arguments, **named):
        assert opened.wait(60)
        return read(*arguments, **named)

    monkeypatch.setattr(view, "read_choice", passing)
    monkeypatch.setattr(files, "read_choice", passing)
    yield opened
    opened.set()


@pytest.fixture
def page(browser, start_app, demo_url, gate):
    """The page of an indicator, at rest."""
    browser.open("/chi-tieu?i=S02", start_app(warehouse_url=demo_url))
    browser.wait_for_contains_text("h1", VILLAGE_HEADS, timeout=60)
    browser.settle()
    return browser


@pytest.mark.parametrize("changes", [{"i": "S03"}, {"load": "1"}], ids=["indicator", "load"])
def test_what_takes_long_is_seen_and_told_and_the_old_picture_stays(page, gate, changes):
    before = page.find_element("main").text
    page.run(SHIFTS)
    assert page.run(SAID) == ""
    gate.clear()
    page.run(CHOOSE, changes)
    page.wait_until(f"{SAID} === 'Đang đọc số liệu…'")
    assert page.run(WHOLE)
    assert page.run("return document.getElementById('progress').role") == "status"
    assert page.find_element("main").text == before
    assert page.run("return window.shifts") == []
    gate.set()
    page.wait_until(f"{SAID} === ''", timeout=60)
    page.settle()
    assert page.find_element("main").text != before
    assert not page.run("return document.documentElement.hasAttribute('data-busy')")


def test_a_file_that_takes_long_is_told_from_the_click_to_its_end(page, gate):
    page.run("""
        const made = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.kept = blob.size; return made(blob); };
        HTMLAnchorElement.prototype.click = function () { window.named = this.download; };""")
    said = "return document.getElementById('export-said').textContent"
    gate.clear()
    page.find_element("main .export-button").click()
    page.find_element(".export-entry[data-take='xlsx']").send_keys("\ue007")
    page.wait_until(f"{said} === 'Đang chuẩn bị…'")
    gate.set()
    page.wait_until(f"{said} === 'Đã tải tệp về.'")
    assert page.run("return window.kept") > 1000
    assert page.run("return window.named").endswith(".xlsx")


def test_a_file_that_cannot_be_made_leaves_the_reader_on_the_page(page):
    page.run("document.querySelector('main .export-button').click()")
    entry = "document.querySelector('.export-entry[data-take=csv]')"
    page.run(f"{entry}.href = '/tep/ban-do/nowhere.csv'; {entry}.click()")
    page.wait_for_contains_text("#export-said", "Không có tệp này")
    assert page.run("return location.pathname") == "/chi-tieu"
    assert any("404" in line for line in page.console())


def offline(browser, away):
    browser.driver.execute_cdp_cmd("Network.enable", {})
    speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": away, **speed})


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        (lambda page: page.run(CHOOSE, {"i": "S03"}), POLICY),
        (lambda page: page.find_element(".pages-link[data-page='/nhiem-vu']").click(), "Nhiệm vụ"),
    ],
    ids=["a choice", "another page"],
)
def test_a_server_that_is_away_is_told_and_found_again(page, act, shown):
    offline(page, away=True)
    try:
        act(page)
        page.wait_until(AWAY)
        assert VILLAGE_HEADS in page.find_element("h1").text
    finally:
        offline(page, away=False)
    page.find_element(".away-again").click()
    page.wait_for_contains_text("h1", shown, timeout=60)
    page.wait_until(AWAY.replace("return", "return !"))
    page.settle()
    told = "ERR_INTERNET_DISCONNECTED", "Failed to fetch", "the server did not respond"
    assert [line for line in page.console() if not any(one in line for one in told)] == []


def test_a_search_that_takes_long_says_so(page, monkeypatch):
    found = threading.Event()
    from callbacks import search

    answer = search.answer

    def late(*arguments):
        assert found.wait(60)
        return answer(*arguments)

    monkeypatch.setattr(search, "answer", late)
    page.find_element(".search-opener").click()
    page.wait_until("return !document.getElementById('search').hasAttribute('aria-busy')")
    page.press("l", "a", "o")
    said = "return document.getElementById('search-said').textContent"
    try:
        page.wait_until(f"{said} === 'Đang tìm…'")
    finally:
        found.set()
    page.wait_until(f"{said}.endsWith('kết quả')")
