"""A merged province read on 34, on 63 and as reported: the switch, the break and the table."""

import pytest

TRACES = """
    const plot = document.querySelector('{chart} .js-plotly-plot');
    return plot?.data && plot.data.map((line) => [line.name, line.x.filter((_, i) => line.y[i] !== null)])"""
WORDS = """
    const plot = document.querySelector('{chart} .js-plotly-plot');
    return plot?.layout && plot.layout.annotations.map((one) => one.text).join(' | ')"""


def open_panel(browser, search):
    browser.open(f"/ban-do{search}")
    browser.wait_until(
        "return document.querySelector('.boundary-switch') && document.querySelector('#trend .scatterlayer')",
        timeout=60,
    )


def read_on(browser, name, search, shown):
    """Presses a button of the switch, and waits until its address is there and the script is true."""
    browser.run(
        "[...document.querySelectorAll('.boundary-switch button')]"
        ".find((one) => one.textContent === arguments[0]).click()",
        name,
    )
    browser.wait_until(f"return location.search === {search!r}")
    browser.wait_until(shown)
    browser.wait_until("return document.querySelector('#trend .scatterlayer')")


def territory(text):
    """The script that tells whether the panel says this of its province."""
    return f"return document.querySelector('.territory')?.textContent === {text!r}"


def table(browser):
    """The rows of the table of periods: period, what it is made of, value."""
    browser.run("document.querySelector('.panel-sheet .period-fold').open = true")
    return browser.run(
        "return [...document.querySelectorAll('.panel-sheet .period-fold tbody tr')]"
        ".map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent))"
    )


def test_one_province_is_read_on_34_on_63_and_as_reported(browser):
    open_panel(browser, "?i=S02&p=2026-Q3&area=15")
    assert browser.find_element(".territory").text == "Tỉnh · hợp thành 01/07/2025 từ Lào Cai, Yên Bái"
    assert "Sáp nhập tỉnh 01/07/2025" in browser.wait_until(WORDS.format(chart="#trend"))
    assert ["Quý II/2025", "gộp từ Lào Cai, Yên Bái"] in [row[:2] for row in table(browser)]
    assert ["Quý III/2025", "tự báo cáo"] in [row[:2] for row in table(browser)]

    # As reported: the line breaks, and both former provinces stand before the break under their names.
    broken = "return document.querySelector('.boundary-note')?.textContent.includes('Đứt quãng')"
    read_on(browser, "Như báo cáo", "?i=S02&p=2026-Q3&area=15&b=reported", broken)
    words = browser.wait_until(WORDS.format(chart="#trend"))
    assert "<b>Sáp nhập tỉnh</b><br>01/07/2025" in words
    assert "Lào Cai" in words
    assert "Yên Bái" in words
    lines = browser.run(TRACES.format(chart="#trend"))
    assert [name for name, _ in lines] == ["former 10", "former 15", "value"]
    for name, days in lines:
        assert days
        assert len({day < "2025-07-01" for day in days}) == 1, name
    made_of = [row[:2] for row in table(browser)]
    assert ["Quý II/2025", "Yên Bái (cũ) báo cáo"] in made_of
    assert ["Quý II/2025", "Lào Cai (cũ) báo cáo"] in made_of
    assert ["Quý III/2025", "Lào Cai báo cáo"] in made_of

    # On 63: the namesake of old, whose code is another one, and the one it went with beside it.
    former = territory("Tỉnh cũ, thuộc Lào Cai từ 01/07/2025")
    read_on(browser, "63 tỉnh", "?i=S02&p=2026-Q3&area=10&b=63", former)
    assert browser.find_element("#panel-title").text == "Lào Cai"
    yen_bai = "return document.querySelector('#panel-title')?.textContent === 'Yên Bái'"
    read_on(browser, "Yên Bái", "?i=S02&p=2026-Q3&area=15&b=63", yen_bai)

    browser.back()
    browser.wait_until("return document.querySelector('#panel-title')?.textContent === 'Lào Cai'")
    browser.back()
    browser.wait_until("return location.search.endsWith('b=reported')")
    browser.wait_until(broken)


def test_what_is_unknown_on_63_is_said_to_be_unknown_and_why(browser):
    open_panel(browser, "?i=G02&p=2026-Q3&b=63&area=10")
    assert "không xác định được theo 63 tỉnh" in browser.wait_until(WORDS.format(chart="#trend"))
    note = browser.find_element(".boundary-note").text
    assert "không có số của từng xã" in note
    assert "Đây không phải là thiếu báo cáo" in note
    rows = table(browser)
    assert rows[0][0] == "Quý III/2026"
    assert rows[0][2] == "không xác định được"
    assert rows[-1][1] == "tự báo cáo"
    assert "chưa có số liệu" not in str(rows)
    assert (
        browser.find_element(".panel-sheet .unknown-value").text.lower() == "không xác định được theo 63 tỉnh"
    )


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_page_of_an_indicator_has_the_same_for_its_selected_province(browser, width):
    browser.resize(width, 900)
    browser.open("/chi-tieu?i=S02&p=2026-Q3&b=reported&area=79&theme=contrast")
    browser.wait_until("return document.querySelector('#indicator-province-trend .scatterlayer')", timeout=60)
    words = browser.wait_until(WORDS.format(chart="#indicator-province-trend"))
    for name in ("Hồ Chí<br>Minh", "Bình<br>Dương", "Bà Rịa -<br>Vũng Tàu", "Sáp nhập tỉnh"):
        assert name in words
    assert browser.run("return document.documentElement.scrollWidth") == width
    # Nothing that is written in the chart lies over anything else that is.
    met = browser.wait_until(
        """const texts = [...document.querySelectorAll('#indicator-province-trend'
             + ' :is(.annotation-text, .ytick text, .xtick text)')]
             .map((one) => [one.textContent, one.getBoundingClientRect()]);
           const found = texts.flatMap(([a, p], i) => texts.slice(i + 1).filter(([, q]) =>
             p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 2 && q.top < p.bottom - 2)
             .map(([b]) => `${a} / ${b}`));
           return texts.length > 4 && [found]"""
    )
    assert met == [[]]


def test_hue_bears_the_name_it_had_then(browser):
    open_panel(browser, "?i=G02&p=2024-Q4&b=63&area=46")
    assert browser.find_element("#panel-title").text == "Thừa Thiên Huế"
    assert browser.find_element(".territory").text == "Tỉnh"
    hue = territory("Thành phố · từ 01/01/2025, trước là Thừa Thiên Huế")
    read_on(browser, "34 tỉnh", "?i=G02&p=2024-Q4&area=46", hue)
    assert browser.find_element("#panel-title").text == "Huế"
