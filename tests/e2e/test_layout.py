"""Every page at every width, at 200 %, in large letters and on paper: nothing is lost or scrolls sideways."""

import base64
import re
import shutil
import subprocess

import pytest

from audit.addresses import addresses
from docs.look import FINDINGS, WIDTHS

PATIENCE = 60  # seconds, for a machine that does much else
HEADED = "return document.querySelector('main h1') && !document.querySelector('main .awaited')"
WALL, ZOOMED, PHONES = 2560, 640, (390, 320)
# Where a page scrolls sideways on purpose: the row of pages, and all indicators by all provinces.
ROWS = ("nav.pages", "div#scorecard")
A4 = (595, 842)  # points, upright
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
ON_PAPER = "Kho dữ liệu công tác dân tộc"


def look_at(browser, address):
    """Opens an address and waits until nothing more is drawn."""
    browser.open(address)
    browser.wait_until(HEADED, timeout=PATIENCE)
    browser.settle()


# Charts fit themselves to a new width a moment later.
FITTED = """
    const charts = [...document.querySelectorAll(".js-plotly-plot")].filter((one) => one.checkVisibility());
    const width = (element) => element.getBoundingClientRect().width;
    return charts.every((chart) => Math.abs(width(chart.querySelector(".main-svg")) - width(chart)) < 2)"""


def sticks_out(browser, width, *, scale=1):
    """What doesn't fit at a width: the page scrolls, something is cut off or has to be scrolled to."""
    size = {"width": width, "height": 900, "deviceScaleFactor": scale, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.settle()
    browser.wait_until(FITTED)
    lost = ("page scrolls", "beyond the edge", "cut:", *(["scrolls sideways"] if width in PHONES else []))
    found = browser.run(FINDINGS)
    return [one for one in found if one.startswith(lost) and not any(row in one for row in ROWS)]


@pytest.mark.parametrize("address", addresses())
def test_every_page_fits_at_every_width(browser, address):
    look_at(browser, address)
    wrong = {width: sticks_out(browser, width) for width in (WALL, *WIDTHS)}
    wrong["at 200 %"] = sticks_out(browser, ZOOMED, scale=2)
    browser.run("document.querySelector('[data-text-size=large]').click()")
    wrong["A+"] = [*sticks_out(browser, 390), *sticks_out(browser, 1440)]
    assert {where: lines for where, lines in wrong.items() if lines} == {}


CARDS = """
    const tables = document.querySelectorAll(":is(.cards-table, .standing-table, .task-table)");
    return [...tables].filter((table) => table.checkVisibility()).map((table) => {
        const row = table.querySelector("tbody tr:last-child");
        const [head, cell] = [...row.children].map((one) => one.getBoundingClientRect());
        return [getComputedStyle(table).display, cell.top >= head.bottom];
    })"""


@pytest.mark.parametrize("address", ["/tinh?area=08", "/nhiem-vu", "/he-thong"])
def test_tables_are_cards_on_a_phone_and_long_lists_begin(browser, address):
    look_at(browser, address)
    assert all(display == "table" for display, _ in browser.run(CARDS))
    browser.resize(390, 844)
    browser.settle()
    found = browser.run(CARDS)
    assert found
    assert all(display == "block" and below for display, below in found)
    begun = "return document.querySelector('.long > .long-list').clientHeight"
    short = browser.run(begun)
    browser.run("document.querySelector('.long-more > summary').click()")
    assert browser.run(begun) > 1.5 * short
    browser.run("document.querySelector('.long-more > summary').click()")
    assert browser.run(begun) == short


def test_what_the_keyboard_reaches_in_a_long_list_is_shown(browser):
    look_at(browser, "/nhiem-vu")
    browser.resize(390, 844)
    last = "[...document.querySelectorAll('.task-table a')].at(-1)"
    browser.run(f"{last}.focus()")
    seen = f"const box = {last}.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
    assert browser.wait_until(seen)


def printed(browser, file):
    """The page as Ctrl+P prints it; its words and their places by sheet, and the sizes of the sheets."""
    asked = {"preferCSSPageSize": True, "printBackground": False}
    file.write_bytes(base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", asked)["data"]))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
    return [
        (
            (float(width), float(height)),
            [
                (float(left), float(right), word)
                for left, right, word in re.findall(
                    r'xMin="([\d.-]+)".*?xMax="([\d.-]+)".*?>(.*?)</word>', sheet
                )
            ],
        )
        for width, height, sheet in re.findall(
            r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.DOTALL
        )
    ]


@needs_poppler
@pytest.mark.parametrize("address", addresses())
def test_every_page_prints_on_a4_with_what_it_is_and_whose(browser, address, tmp_path):
    look_at(browser, address)
    marked = browser.run("return document.querySelector('#banner strong')?.textContent ?? ''")
    sheets = printed(browser, tmp_path / "page.pdf")
    assert sheets
    title = browser.run("return document.title").split(" – ")[0]
    for (width, height), words in sheets:
        assert sorted((round(width), round(height))) == pytest.approx(A4, abs=1)
        said = " ".join(word for *_, word in words)
        assert said.startswith(title)
        assert marked in said
        assert browser.site in said.replace(" ", "")
        assert all(left > 0 and right < width for left, right, _ in words), "cut by the edge of the sheet"
    whole = " ".join(word for _, words in sheets for *_, word in words)
    assert ON_PAPER in whole
    # What was changed for the paper is as it was.
    assert browser.run("return document.querySelectorAll('.main-svg[viewBox]').length") == 0


ON_SCREEN_ALONE = """
    const pressed = ".pages, .tools, .skeleton, dialog, .export-menu, .export-button, .origin-button";
    return [...document.querySelectorAll(`${pressed}, .source`)].filter((one) => one.checkVisibility())
        .map((one) => one.className || one.tagName)"""


@pytest.mark.parametrize("address", ["/", "/chi-tieu?area=08", "/xa?area=08&i=S02"])
def test_what_can_only_be_pressed_is_not_on_paper(browser, address):
    look_at(browser, address)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert browser.run(ON_SCREEN_ALONE) == []
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_card_alone_in_its_row_is_no_wider_on_paper(browser):
    browser.resize(703, 900)  # what A4 leaves between its margins
    look_at(browser, "/")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        widths = browser.run(
            "return [...document.querySelectorAll('.indicator-cards > li')].map((one) => one.offsetWidth)"
        )
        assert max(widths) <= min(widths) + 8
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@needs_poppler
def test_rows_keep_their_names_and_every_sheet_the_head_of_its_table(browser, tmp_path):
    look_at(browser, "/xa?area=08&i=S02&p=2026-Q3")
    sheets = [" ".join(word for *_, word in words) for _, words in printed(browser, tmp_path / "list.pdf")]
    listed = [said for said in sheets if len(re.findall(r"\d+/\d+", said)) > 20]
    assert len(listed) > 1
    assert all("Xã, phường, đặc khu" in said for said in listed)
    look_at(browser, "/nhiem-vu")
    sheets = [" ".join(word for *_, word in words) for _, words in printed(browser, tmp_path / "tasks.pdf")]
    assert all(name in " ".join(sheets) for name in ("An Giang", "Tuyên Quang", "Vĩnh Long"))


@needs_poppler
def test_what_lies_over_the_page_follows_it_on_paper(browser, tmp_path):
    look_at(browser, "/xa?area=08&i=S02&p=2026-Q3")
    code = browser.run("return document.querySelector('[data-commune]').dataset.commune")
    look_at(browser, f"/xa?area=08&i=S02&p=2026-Q3&commune={code}")
    browser.wait_for_element("#commune-title")
    sheets = [" ".join(word for *_, word in words) for _, words in printed(browser, tmp_path / "commune.pdf")]
    assert len(sheets) > 1
    assert sum(said.count(f"mã {code}") for said in sheets) == 1, "not on every sheet"


@needs_poppler
def test_the_pack_prints_without_the_form_that_asks_for_it(browser, tmp_path):
    look_at(browser, "/bao-cao")
    sheets = printed(browser, tmp_path / "pack.pdf")
    said = " ".join(word for _, words in sheets for *_, word in words)
    assert len(sheets) == 1
    assert "Phụ lục: định nghĩa và nguồn" in said
    assert "Phạm vi và kỳ" not in said


INKS = """
    const chart = document.querySelector("#target-path-chart .js-plotly-plot");
    return chart.data.map((trace) => trace.line?.color)"""


@needs_poppler
def test_the_map_prints_whole_and_light_from_a_dark_screen(browser, tmp_path):
    look_at(browser, "/ban-do?theme=dark")
    browser.run(f"window.inks = () => {{ {INKS} }}")
    browser.run("""addEventListener('beforeprint', () => {
        const ground = getComputedStyle(document.body).getPropertyValue('--colour-surface').trim();
        window.onPaper = { ground, inks: window.inks(), theme: document.documentElement.dataset.theme };
    })""")
    before = browser.run(INKS)
    sheets = printed(browser, tmp_path / "map.pdf")
    said = " ".join(word for _, words in sheets for *_, word in words)
    for name in ("Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "Biển Đông"):
        assert name in said
    shown = browser.run("return window.onPaper")
    assert (shown["theme"], shown["ground"]) == ("light", "#ffffff")
    assert shown["inks"] != before
    after = browser.run(INKS)
    assert after == before
    assert browser.run("return document.documentElement.dataset.theme") == "dark"
