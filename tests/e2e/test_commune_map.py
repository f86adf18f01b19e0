"""The map of communes, painted from the official outlines in a real browser; skipped where they are not."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import Settings
from geodata.__main__ import main
from geodata.islands import ARCHIPELAGOS
from tests.e2e.conftest import Reader, served

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "boundaries"
FILES = {"province": OFFICIAL / "provinces_34.geojson", "commune": OFFICIAL / "communes_3321.geojson"}
pytestmark = pytest.mark.skipif(
    not all(file.exists() for file in FILES.values()), reason="the official outlines are not on this machine"
)

GRAPH = "document.querySelector('#communes-map-chart .js-plotly-plot')"
PAINTED = (
    f"return {GRAPH} && document.querySelectorAll('#communes-map-chart .choroplethlayer path').length > 60"
)
# The colour of each commune on the screen, by code.
FILLS = """
    const layer = document.querySelector('#communes-map-chart .choroplethlayer');
    const fill = (path) => [path.__data__.loc, getComputedStyle(path).fill];
    return Object.fromEntries([...layer.querySelectorAll('path')].map(fill))"""


@pytest.fixture(scope="module")
def imported(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard into which both levels were imported."""
    folder = tmp_path_factory.mktemp("imported")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WAREHOUSE_URL", demo_url)
        patch.setenv("DATA_DIR", str(folder))
        for level, file in FILES.items():
            assert main(["import", str(file), "--level", level, "--attribution", "© Một cơ quan"]) == 0
    with served(Settings(warehouse_url=demo_url, data_dir=folder)) as address:
        yield address


def open_communes(browser: Reader, site: str, search: str) -> None:
    browser.open(f"/xa{search}", site)
    browser.wait_until(PAINTED, timeout=90)
    browser.wait_until("return document.querySelector('.commune-table')?.dataset.order")


def press_at(browser, subplot, lon, lat):
    """Clicks the map where a place is drawn."""
    browser.run(
        "document.querySelector('#communes-map').scrollIntoView({behavior: 'instant', block: 'center'})"
    )
    where = browser.run(
        f"""const plot = {GRAPH}, geo = plot._fullLayout[arguments[0]]._subplot;
            const [x, y] = geo.projection([arguments[1], arguments[2]]);
            const box = plot.getBoundingClientRect();
            return [box.left + x, box.top + y]""",
        subplot,
        lon,
        lat,
    )
    browser.click_at(*where)


def legend_counts(browser: Reader) -> dict[str, int]:
    items = browser.find_elements("#communes-map .legend-items:not(.legend-items--over) .legend-item")
    counts = {item.get_attribute("data-class"): int(item.get_attribute("data-count")) for item in items}
    return {code: count for code, count in counts.items() if count}


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("colouring", ["value", "status", "gap"])
def test_a_mountainous_province_is_painted_from_the_official_outlines(browser, imported, colouring):
    open_communes(browser, imported, f"?area=08&i=S02&p=2026-Q3&c={colouring}")
    fills, counts = browser.run(FILLS), legend_counts(browser)
    assert len(fills) == 124 == sum(counts.values())
    # The colours on the screen are as many communes each as the legend says.
    swatches = browser.run(
        """const items = [...document.querySelectorAll('#communes-map [data-class]')];
           return Object.fromEntries(items.map((item) =>
             [item.dataset.class, item.querySelector('.swatch').style.getPropertyValue('--swatch')]))"""
    )
    expected: Counter[str] = Counter()
    for code, count in counts.items():
        expected[rgb(swatches[code])] += count
    assert Counter(fills.values()) == expected


@pytest.mark.parametrize("area", ["08", "48", "56"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_archipelagos_and_the_sea_are_named_inside_every_map(browser, imported, area, size):
    browser.resize(*size)
    open_communes(browser, imported, f"?area={area}&i=S02&p=2026-Q3")
    inside = browser.run(
        f"""const box = {GRAPH}.getBoundingClientRect();
            const texts = [...document.querySelectorAll('#communes-map-chart .scatterlayer text')];
            return texts.filter((text) => {{
              const its = text.getBoundingClientRect();
              return its.left >= box.left - 1 && its.right <= box.right + 1
                && its.top >= box.top && its.bottom <= box.bottom;
            }}).map((text) => text.textContent)"""
    )
    for name in ("Quần đảo Hoàng Sa(Đà Nẵng)", "Quần đảo Trường Sa(Khánh Hòa)", "Biển Đông"):
        assert name in inside
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_commune_is_chosen_on_the_map_and_outlined(browser, imported):
    open_communes(browser, imported, "?area=08&i=S02&p=2026-Q3")
    press_at(browser, "geo", 105.3, 23.25)  # in the far north
    browser.wait_until("return /commune=\\d{5}/.test(location.search)")
    browser.wait_until(f"return {GRAPH}?.data[1].locations.length === 1")
    chosen = browser.run("return new URLSearchParams(location.search).get('commune')")
    assert browser.run(f"return {GRAPH}.data[1].locations") == [chosen]


@pytest.mark.parametrize("archipelago", ARCHIPELAGOS, ids=lambda each: each.id)
def test_an_archipelago_is_chosen_in_the_corner(browser, imported, archipelago):
    open_communes(browser, imported, f"?area={archipelago.province}&i=S02&p=2026-Q3")
    west, south, east, north = archipelago.box
    press_at(browser, "geo2", (west + east) / 2, (south + north) / 2)
    code = {"48": "20333", "56": "22736"}[archipelago.province]
    browser.wait_until(f"return new URLSearchParams(location.search).get('commune') === '{code}'")


def test_the_map_of_provinces_is_drawn_from_what_was_imported_and_credited(browser, imported):
    browser.open("/ban-do?p=2026-Q3", imported)
    browser.wait_until(
        "return document.querySelectorAll('#map .choroplethlayer path').length >= 34", timeout=60
    )
    asked = browser.run("return document.querySelector('#map .js-plotly-plot').data[0].geojson")
    assert browser.run(
        "return fetch(arguments[0]).then((r) => r.json()).then((j) => j.attribution)", asked
    ) == ("© Một cơ quan")
    footer = browser.find_element("footer").text
    assert "Bản đồ 34 tỉnh: © Một cơ quan" in footer
    assert "Bản đồ 63 tỉnh: ranh giới © những người đóng góp OpenStreetMap" in footer
    open_communes(browser, imported, "?area=08&i=S02&p=2026-Q3")
    assert "© Một cơ quan" in browser.find_element("#communes-map .attribution").text
