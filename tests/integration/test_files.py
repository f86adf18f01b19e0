"""Every thing of every page as files: read back by other programs, and held against the API."""

import csv
import io
import json
import re
import shutil
import subprocess
from typing import Any

import openpyxl
import pytest

from app import create_app
from callbacks.files_of_pages import PAGES
from config import Settings

# What an address needs where a page shows a thing only then; without outlines of communes there is no map.
NEEDS: dict[Any, str] = {
    ("ban-do", "province"): "area=08",
    ("chi-tieu", "province"): "area=08",
    ("chi-tieu", "parts"): "i=S01",
    ("chi-tieu", "milestones"): "i=D01",
    ("xa", "commune"): "i=S02&area=08&commune={commune}",
    "so-sanh": "areas=08,04",
    "tinh": "area=08",
    "xa": "i=S02&area=08",
}
NO_OUTLINES = ("xa", "map")
THINGS = [(page, name) for page, things in PAGES.items() for name in things if (page, name) != NO_OUTLINES]
NOT_KNOWN = "chưa có số liệu"
SEA = ("Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "Biển Đông")


@pytest.fixture(scope="module")
def client(demo_url, demo_cache, tmp_path_factory):
    """Asks the dashboard over the small demonstration."""
    return create_app(
        Settings(warehouse_url=demo_url, data_dir=tmp_path_factory.mktemp("app"), cache_dir=demo_cache)
    ).server.test_client()


@pytest.fixture(scope="module")
def needed(client):
    """The query of a thing's address; the commune is one whose value is told."""
    found = client.get("/api/v1/values?indicator=S02&parent=08").json["data"]
    commune = next(one["area_code"] for one in found if one["value"] is not None)

    def query(page, name):
        return NEEDS.get((page, name), NEEDS.get(page, "")).format(commune=commune)

    return query


def asked(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer


def csv_rows(client, address):
    """The notes of a CSV, and its lines as records by the codes of their columns."""
    text = asked(client, address).get_data(as_text=True)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    start = rows.index([])
    codes = [re.search(r"\[(\w+)\]$", name)[1] for name in rows[start + 1]]
    return [row[0] for row in rows[:start]], [dict(zip(codes, row, strict=True)) for row in rows[start + 2 :]]


def xlsx_rows(client, address):
    """The first sheet of a workbook as records by the codes of their columns, which its last sheet has."""
    book = openpyxl.load_workbook(io.BytesIO(asked(client, address).data))
    sheet, last = book.worksheets[0], book.worksheets[-1]
    title = sheet["A1"].value
    codes = []
    for row in last.iter_rows(values_only=True):
        if row[2] and row[0] and row[0] != "Trang tính":
            codes.append((row[0], row[2]))
    width = sheet.max_column
    codes = [code for _, code in codes[:width]]
    head = sheet.auto_filter.ref
    first = int(re.match(r"[A-Z]+(\d+)", head)[1])
    final = int(re.search(r"(\d+)$", head)[1])
    rows = sheet.iter_rows(min_row=first + 1, max_row=final, values_only=True)
    return title, [dict(zip(codes, row, strict=False)) for row in rows], book


@pytest.mark.parametrize(("page", "name"), THINGS)
def test_every_thing_of_every_page_is_a_file(client, needed, page, name):
    query = needed(page, name)
    notes, lines = csv_rows(client, f"/tep/{page}/{name}.csv?{query}")
    assert any("Nguồn số liệu: Kho dữ liệu công tác dân tộc" in note for note in notes)
    assert any("lần nạp số" in note for note in notes)
    book = openpyxl.load_workbook(io.BytesIO(asked(client, f"/tep/{page}/{name}.xlsx?{query}").data))
    assert book.worksheets[-1].title == "Nguồn gốc số liệu"
    made_up = any("MINH HỌA" in note for note in notes)
    for sheet in book:
        said = " ".join(
            str(cell) for row in sheet.iter_rows(max_row=8, values_only=True) for cell in row if cell
        )
        assert ("MINH HỌA" in said) is made_up, sheet.title
    told = json.loads(asked(client, f"/tep/{page}/{name}.json?{query}").data)
    assert told["title"]
    assert told["alt"]
    assert [told["title"], *filter(None, [told["subtitle"]]), *told["notes"]] == notes
    if lines and name not in ("targets", "drafts"):
        assert len(lines) == book.worksheets[0].max_row - _around(book.worksheets[0])


def _around(sheet):
    """How many rows of a sheet stand above and under its table."""
    first, last = re.fullmatch(r"[A-Z]+(\d+):[A-Z]+(\d+)", sheet.auto_filter.ref).groups()
    return sheet.max_row - (int(last) - int(first))


@pytest.mark.parametrize("name", ["map", "ranking"])
@pytest.mark.parametrize("query", ["i=S02&p=2026-Q3", "i=S02&p=2025-Q1&b=63", "i=N08", "i=S01&b=reported"])
def test_numbers_are_those_of_the_api(client, name, query):
    given = dict(pair.split("=") for pair in query.split("&"))
    call = {"indicator": given["i"], "period": given.get("p"), "boundaries": given.get("b", "34")}
    answer = client.get("/api/v1/values", query_string={key: to for key, to in call.items() if to}).json
    expected = {one["area_code"]: one for one in answer["data"]}
    if name == "map":
        expected["VN"] = answer["national"]
    for rows in (
        csv_rows(client, f"/tep/ban-do/{name}.csv?{query}")[1],
        xlsx_rows(client, f"/tep/ban-do/{name}.xlsx?{query}")[1],
    ):
        assert {row["area_code"] for row in rows} == set(expected)
        for row in rows:
            value = expected[row["area_code"]]
            for key in ("value", "numerator", "denominator", "gap", "pace", "target"):
                if value[key] is None:
                    assert not _number(row[key]), (row["area_code"], key)
                else:  # a workbook keeps 16 digits
                    assert float(row[key]) == pytest.approx(value[key], rel=1e-14), (row["area_code"], key)
            assert row["status"] == value["status"]


def _number(cell):
    return isinstance(cell, int | float) or bool(re.fullmatch(r"-?\d+(\.\d+)?", cell or ""))


def test_the_series_are_those_of_the_api(client):
    for area, name in (("VN", "country"), ("08", "province")):
        series = client.get(f"/api/v1/series?indicator=S02&area={area}&frequency=quarter").json["data"]
        expected = {one["period"]: one["value"] for one in series if one["value"] is not None}
        rows = csv_rows(client, f"/tep/ban-do/{name}.csv?i=S02&p=2026-Q3&area=08")[1]
        found = {row["period"]: float(row["value"]) for row in rows if _number(row["value"])}
        assert found == {period: value for period, value in expected.items() if period in found}
        assert len(found) > 3


def test_what_is_hidden_is_hidden_in_every_file(client):
    """A commune that the API withholds has no number anywhere, and nothing that gives it away."""
    communes = client.get("/api/v1/values?indicator=S02&parent=08").json["data"]
    rows = {row["area_code"]: row for row in csv_rows(client, "/tep/xa/list.csv?i=S02&area=08")[1]}
    silent = [one["area_code"] for one in communes if one["value"] is None]
    assert silent
    for code in silent:
        row = rows[code]
        assert not any(
            _number(row[key]) for key in ("value", "numerator", "denominator", "gap", "pace", "missing")
        )
    hidden = {code for code, row in rows.items() if row["value"] == "được ẩn"}
    for code in hidden:
        assert not any(_number(row) for key, row in rows[code].items() if key not in ("area_code", "target"))
    told = {row["area_code"] for row in csv_rows(client, "/tep/xa/contribution.csv?i=S02&area=08")[1]}
    assert not told & set(silent)


def test_nothing_missing_is_a_zero(client):
    rows = csv_rows(client, "/tep/ban-do/map.csv?i=S02&p=1995-Q1")[1]
    assert {row["value"] for row in rows} == {NOT_KNOWN}


@pytest.mark.parametrize(
    ("address", "status", "names"),
    [
        ("/tep/ban-do/map.csv?i=Z99", 400, "Z99"),
        ("/tep/ban-do/map.csv?p=mai", 400, "mai"),
        ("/tep/ban-do/map.csv?area=77", 400, "77"),
        ("/tep/ban-do/map.csv?load=99999", 400, "99999"),
        ("/tep/ban-do/province.xlsx", 400, "area"),
        ("/tep/so-sanh/paths.csv", 400, "areas"),
        ("/tep/so-sanh/ranking.csv?i=D01", 400, "D01"),
        ("/tep/tinh/table.csv", 400, "area"),
        ("/tep/tinh/peers.csv?area=02&b=63", 400, "63"),
        ("/tep/xa/list.csv?i=S02", 400, "area"),
        ("/tep/xa/map.json?i=S02&area=08", 400, "ranh giới"),
        ("/tep/chi-tieu/parts.csv?i=S02", 400, "S02"),
        ("/tep/chat-luong/list.csv?kind=nothing", 400, "nothing"),
        ("/tep/ban-do/nothing.csv", 404, "map.csv"),
        ("/tep/nothing/map.csv", 404, "ban-do"),
        ("/tep/ban-do/map.exe", 404, "map.xlsx"),
    ],
)
def test_what_cannot_be_used_is_named(client, address, status, names):
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.content_type == "text/plain; charset=utf-8"
    assert names in answer.text


def test_a_warehouse_that_is_away_is_told(tmp_path):
    away = create_app(Settings(warehouse_url=f"sqlite:///{tmp_path}/none.sqlite", data_dir=tmp_path / "app"))
    answer = away.server.test_client().get("/tep/ban-do/map.csv")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize("page", PAGES)
def test_files_are_named_plainly_and_in_english_where_asked(client, needed, page):
    name = next(iter(PAGES[page]))
    answer = asked(client, f"/tep/{page}/{name}.xlsx?lang=en&{needed(page, name)}")
    assert re.fullmatch(r"attachment; filename=[a-z0-9-]+\.xlsx", answer.headers["Content-Disposition"])
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert book.worksheets[-1].title == "Provenance"


@pytest.mark.parametrize("query", ["", "b=63&p=2025-Q1", "lang=en", "theme=dark", "theme=contrast"])
def test_every_map_has_its_archipelagos_and_the_sea_on_white_paper(client, query):
    told = json.loads(asked(client, f"/tep/ban-do/map.json?{query}").data)
    texts = json.dumps(told["picture"]["figure"], ensure_ascii=False)
    english = ("Hoang Sa Islands", "Truong Sa Islands", "East Sea") if "en" in query else SEA
    assert all(name in texts for name in english)
    assert "#16202e" in texts  # dark ink, whatever the screen wears
    assert told["picture"]["marks"]


def test_another_program_opens_the_workbook(client, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "map.xlsx"
    file.write_bytes(asked(client, "/tep/ban-do/map.xlsx?i=S02&p=2026-Q3").data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind in ("pdf", "csv:Text - txt - csv (StarCalc):44,34,76"):
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    text = (tmp_path / "map.csv").read_text("utf-8")
    assert "SỐ LIỆU MINH HỌA" in text
    assert "Tuyên Quang" in text
