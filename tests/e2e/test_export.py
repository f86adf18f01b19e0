"""What a reader takes away: the menu by keyboard, real pictures, files and links of this very view."""

import base64
import re
import struct
import zlib

import pytest

MAP = "/ban-do?i=S02&p=2026-Q3"
BUTTON = ".map-card .export-button"
# Keeps what would be downloaded instead of writing it to a disk.
KEEP = """
window.kept = [];
const made = URL.createObjectURL;
URL.createObjectURL = (blob) => { const url = made(blob); blobs[url] = blob; return url; };
const blobs = {};
HTMLAnchorElement.prototype.click = function () {
  if (this.download && blobs[this.href]) window.kept.push([this.download, blobs[this.href]]);
};
"""
READ = """
const done = arguments[0], [name, blob] = window.kept.at(-1), reader = new FileReader();
reader.onload = () => done([name, reader.result.split(",")[1]]);
reader.readAsDataURL(blob);
"""


@pytest.fixture
def page(browser):
    """The map page, drawn, with what is downloaded kept."""
    browser.open(MAP)
    browser.wait_for_element(BUTTON)
    browser.settle()
    browser.run(KEEP)
    return browser


def take(browser, what, thing="map"):
    """Chooses from the menu of a thing; the file's name and content."""
    before = browser.run("return window.kept.length")
    browser.find_element(f".export-button[data-export='{thing}']").click()
    browser.find_element(f".export-entry[data-take='{what}']").click()
    browser.wait_until(f"return window.kept.length > {before}", timeout=60)
    name, content = browser.driver.execute_async_script(READ)
    return name, base64.b64decode(content)


def focused(browser):
    return browser.run("return document.activeElement.dataset.take ?? document.activeElement.dataset.export")


def test_the_menu_is_worked_by_keys_and_gives_the_focus_back(page):
    page.run(f"document.querySelector('{BUTTON}').focus()")
    page.press("ENTER")
    page.wait_until("return document.activeElement.dataset.take === 'copy'")
    assert page.run(f"return document.querySelector('{BUTTON}').ariaExpanded") == "true"
    page.press("ARROW_DOWN", "ARROW_DOWN")
    assert focused(page) == "svg"
    page.press("END")
    assert focused(page) == "link"
    page.press("ARROW_DOWN")
    assert focused(page) == "copy"
    page.press("ESCAPE")
    assert focused(page) == "map"
    assert not page.find_element("#export-menu").is_displayed()
    assert page.run(f"return document.querySelector('{BUTTON}').ariaExpanded") == "false"


def test_escape_closes_the_menu_and_not_the_panel_behind(browser):
    browser.open(f"{MAP}&area=08")
    browser.wait_for_element(".panel-sheet .export-button").click()
    browser.wait_until("return document.activeElement.dataset.take === 'copy'")
    browser.press("ESCAPE")
    assert focused(browser) == "province"
    assert browser.find_elements(".panel-sheet")


def test_a_table_offers_files_alone(page):
    page.run("document.querySelector('.value-table').open = true")
    page.run("document.querySelector('.value-table .export-button').click()")
    shown = [entry.get_attribute("data-take") for entry in page.find_elements(".export-entry:not([hidden])")]
    assert shown == ["xlsx", "csv", "link"]


def test_a_png_is_a_picture_twice_as_fine_that_says_what_it_is(page):
    name, png = take(page, "png")
    assert re.fullmatch(r"ban-do-[a-z0-9-]+-2026-q3-\d+\.png", name)
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width == 2 * (960 + 48)
    assert height > 2 * 900
    chunks = dict(_chunks(png))
    assert "số liệu" in chunks[b"Description"].lower()
    page.driver.execute_async_script(  # the browser itself reads it, and it is not one colour
        """
        const done = arguments[1], image = new Image();
        image.onload = () => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 200, height: 200 });
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0, 200, 200);
          const pixels = new Uint32Array(pen.getImageData(0, 0, 200, 200).data.buffer);
          window.colours = new Set(pixels).size;
          window.corner = pixels[0];
          done();
        };
        image.src = "data:image/png;base64," + arguments[0];
        """,
        base64.b64encode(png).decode(),
    )
    assert page.run("return window.colours") > 50
    assert page.run("return window.corner") == 0xFFFFFFFF  # white paper
    assert take(page, "png")[1] == png  # the letters were there the first time


def _chunks(png):
    at = 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        assert zlib.crc32(kind + body) == struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]
        if kind == b"iTXt":
            key, _, text = body.partition(b"\0\0\0\0\0")
            yield key, text.decode()
        at += 12 + size


@pytest.mark.parametrize("theme", ["", "&theme=dark", "&theme=contrast"])
def test_an_svg_says_everything_and_is_dark_on_white(browser, theme):
    browser.open(MAP + theme)
    browser.wait_for_element(BUTTON)
    browser.settle()
    browser.run(KEEP)
    svg = take(browser, "svg")[1].decode()
    said = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    for text in (
        "<title id=",
        "<desc id=",
        "Quý III/2026",
        "Nguồn số liệu: Kho dữ liệu công tác dân tộc",
        "Ranh giới: 34 tỉnh",
        "SỐ LIỆU MINH HỌA",
        "Quần đảo Hoàng Sa",
        "Quần đảo Trường Sa",
        "Biển Đông",
        "lần nạp số",
    ):
        assert text in said, text
    assert 'fill="#ffffff"' in said
    assert "@font-face" in svg
    assert (
        browser.run(
            "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');"
            "return read.querySelector('parsererror')",
            svg,
        )
        is None
    )


def test_a_picture_is_drawn_where_the_page_has_none(browser):
    browser.open("/")
    browser.wait_for_element(".export-button[data-export=counts]")
    browser.settle()
    assert not browser.run("return document.querySelector('.js-plotly-plot')")
    browser.run(KEEP)
    svg = take(browser, "svg", "counts")[1].decode()
    assert "Các chỉ tiêu theo trạng thái" in svg


def test_the_files_of_the_menu_are_those_of_this_view(page):
    page.find_element(BUTTON).click()
    for kind, start in (("csv", "\ufeff"), ("xlsx", "PK")):
        link = page.find_element(f".export-entry[data-take='{kind}']").get_attribute("href")
        assert f"/tep/ban-do/map.{kind}?i=S02&p=2026-Q3" in link
        text = page.driver.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then((answer) => answer.arrayBuffer())"
            ".then((bytes) => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))",
            link,
        )
        assert text.startswith(start)


def test_a_link_is_the_present_address(page):
    page.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.find_element(BUTTON).click()
    page.find_element(".export-entry[data-take='link']").click()
    page.wait_until("return document.getElementById('export-said').textContent !== ''")
    assert page.run("return window.copied") == page.site + MAP


def test_a_copied_picture_goes_to_the_clipboard(page):
    page.run(
        "navigator.clipboard.write = async ([item]) => { window.copied = await item.getType('image/png'); }"
    )
    page.find_element(BUTTON).click()
    page.find_element(".export-entry[data-take='copy']").click()
    page.wait_until("return window.copied && window.copied.size > 50000", timeout=60)
    page.wait_until("return document.getElementById('export-said').textContent.includes('Đã sao chép ảnh')")


def test_without_https_the_picture_is_a_file_and_why_is_said(page):
    page.run("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    name, png = take(page, "copy")
    assert name.endswith(".png")
    assert png.startswith(b"\x89PNG")
    assert "HTTPS" in page.find_element("#export-said").text


def test_on_a_phone_the_menu_is_at_the_foot_and_nothing_is_wider(browser):
    browser.resize(390, 844)
    browser.open(MAP)
    browser.wait_for_element(BUTTON)
    browser.settle()
    browser.run(f"document.querySelector('{BUTTON}').click()")
    box = browser.run(
        "const box = document.getElementById('export-menu').getBoundingClientRect();"
        "return [box.left, box.right, box.bottom]"
    )
    assert box == [0, 390, 844]
    assert browser.run("return document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    "address",
    [
        "/",
        MAP,
        "/so-sanh?areas=08,04",
        "/tinh?area=08",
        "/xa?area=08&i=S02",
        "/chi-tieu?i=S01&area=08",
        "/chi-tieu?i=D01",
        "/nhiem-vu",
        "/he-thong",
        "/chat-luong",
    ],
)
def test_every_button_of_a_page_leads_to_files_that_are_there(browser, address):
    browser.open(address)
    browser.wait_for_element(".export-button", timeout=30)
    browser.settle()
    graphs = browser.run(
        "return [...document.querySelectorAll('.js-plotly-plot')]"
        ".filter((chart) => !chart.closest('section, [role=dialog]').querySelector('.export-button')).length"
    )
    assert graphs == 0  # every chart and map has its button
    things = browser.run(
        "return [...document.querySelectorAll('.export-button')].map((one) => one.dataset.export)"
    )
    for place in range(len(things)):
        href = browser.run(
            "const button = document.querySelectorAll('.export-button')[arguments[0]]; button.click();"
            "return document.querySelector('.export-entry[data-take=csv]').href",
            place,
        )
        status = browser.driver.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then((answer) => done(answer.status))", href
        )
        assert status == 200, href
