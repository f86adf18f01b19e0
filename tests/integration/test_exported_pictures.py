"""Pictures and PDF by a real Chromium: offline, whole, a fault leaves the others, nothing stays behind."""

import os
import socket
import socketserver
import struct
from dataclasses import replace
from tempfile import TemporaryDirectory
from threading import Thread

import psutil
import pytest

from exports.chromium import NOWHERE, Chromium, find_chromium
from exports.errors import ChromiumFailed, ChromiumMissing, PictureFailed
from exports.images import alone, on_page, picture, pictures, whole
from exports.pdf import write_pdf
from language import language
from tests.unit.exports.small_report import OUTLINES, caption, map_of_provinces, small_report, trend_chart

VI, EN = language("vi"), language("en")
REPORT = small_report()


@pytest.fixture(scope="module")
def chromium():
    with Chromium() as started:
        yield started


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def test_a_picture_has_twice_the_pixels(chromium):
    part = trend_chart()
    width, height = alone(part)
    assert size_of(picture(part, chromium, [OUTLINES], VI)) == (2 * width, 2 * height)


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        (VI, ("Quần đảo Hoàng Sa", "(Đà Nẵng)", "Quần đảo Trường Sa", "(Khánh Hòa)", "Biển Đông")),
        (EN, ("ILLUSTRATIVE DATA",)),
    ],
)
def test_a_map_names_the_islands_and_the_sea_and_carries_its_letters(chromium, lang, names):
    svg = picture(map_of_provinces(), chromium, [OUTLINES], lang, "svg").decode()
    for name in names:
        assert name in svg
    assert svg.count('class="choroplethlocation"') >= 34
    assert "font/woff2" in svg
    assert "Nguồn số liệu" in svg


def test_one_that_fails_names_itself_and_leaves_the_others(chromium):
    broken = replace(trend_chart(), key="broken", caption=caption("Biểu đồ hỏng"))
    broken = replace(broken, figure=broken.figure | {"layout": broken.figure["layout"] | {"xaxis": 7}})
    lost = replace(map_of_provinces(), key="lost", caption=caption("Bản đồ không có ranh giới"))
    sections = (replace(REPORT.sections[0], parts=(broken, lost, trend_chart())),)
    heard = []
    report = replace(REPORT, sections=sections)
    found = pictures(report, chromium, [], told=lambda part: heard.append(part.key))
    assert heard == ["broken", "lost", "trend-08-S02"]
    assert list(found.images) == ["trend-08-S02"]
    assert "Biểu đồ hỏng" in found.faults["broken"].said(VI)
    assert "Bản đồ không có ranh giới" in found.faults["lost"].said(VI)


def test_a_page_that_hangs_is_given_up_and_the_next_picture_is_drawn():
    part = trend_chart()
    with Chromium(to_draw=0.001) as slow:
        with pytest.raises(PictureFailed, match="diễn biến"):
            picture(part, slow, [OUTLINES], VI)
        slow._to_draw = 20
        assert picture(part, slow, [OUTLINES], VI)


def test_a_chromium_that_is_killed_is_started_anew():
    part = trend_chart()
    with Chromium() as chromium:
        picture(part, chromium, [OUTLINES], VI)
        for each in psutil.Process(chromium._browser.subprocess.pid).children(recursive=True):
            each.kill()
        with pytest.raises(PictureFailed):
            picture(part, chromium, [OUTLINES], VI)
        assert picture(part, chromium, [OUTLINES], VI)


def test_no_process_and_no_folder_stay_behind(monkeypatch):
    # Not tmp_path: Chromium puts a socket there, whose address may have some hundred letters.
    with TemporaryDirectory() as folder:
        monkeypatch.setattr("tempfile.tempdir", folder)
        monkeypatch.setenv("TMPDIR", folder)
        before = {each.pid for each in psutil.Process().children(recursive=True)}
        with Chromium() as started:
            picture(trend_chart(), started, [OUTLINES], VI)
            assert {each.pid for each in psutil.Process().children(recursive=True)} - before
        assert not {each.pid for each in psutil.Process().children(recursive=True)} - before
        assert os.listdir(folder) == []


def test_a_page_asks_nothing_of_another_host():
    """What a page asks of others would go to the proxy: here one that listens, and hears of no such host."""
    part = map_of_provinces()
    figure = whole(part, [OUTLINES], on_page(part), VI)
    image = {"source": "https://example.org/x.png", "x": 0, "y": 1, "sizex": 1, "sizey": 1}
    html = '<img src="http://example.org/y.png"><link rel=stylesheet href="https://example.org/z.css">'
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Hears) as proxy:
        proxy.heard = []
        Thread(target=proxy.serve_forever, daemon=True).start()
        with Chromium(proxy=f"http://127.0.0.1:{proxy.server_address[1]}") as started:
            started.draw(figure, on_page(part), "svg")
            started.draw(figure | {"layout": figure["layout"] | {"images": [image]}}, on_page(part))
            started.print(html, header="<i></i>", footer="<i></i>", margins=(20, 20, 20, 20))
        proxy.shutdown()
    asked = b" ".join(proxy.heard)
    assert b"example.org" not in asked
    assert b"plot.ly" not in asked


class Hears(socketserver.BaseRequestHandler):
    def handle(self):
        self.server.heard.append(self.request.recv(500))


def test_chromium_itself_reaches_nobody_either(chromium):
    """Of itself it would ask for the time, updates and an account: its proxy is where nobody listens."""
    with socket.socket() as nowhere:
        assert nowhere.connect_ex(("127.0.0.1", int(NOWHERE.rpartition(":")[2]))) != 0
    picture(map_of_provinces(), chromium, [OUTLINES], VI)
    family = psutil.Process(chromium._browser.subprocess.pid).children(recursive=True)
    assert f"--proxy-server={NOWHERE}" in family[0].cmdline()
    for each in family:
        for connection in each.net_connections("inet"):
            assert not connection.raddr or connection.raddr.ip.startswith("127.")


def test_without_chromium_the_error_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    with pytest.raises(ChromiumMissing, match="apt-get install chromium"), Chromium() as started:
        pictures(REPORT, started, [OUTLINES])


def test_browser_path_is_taken_and_a_wrong_one_is_not(monkeypatch, tmp_path):
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(program))
    assert find_chromium() == program
    with pytest.raises(ChromiumFailed), Chromium() as broken:
        broken.draw({"data": [], "layout": {}}, (100, 100))
    monkeypatch.setenv("BROWSER_PATH", os.fspath(tmp_path / "none"))
    with pytest.raises(ChromiumMissing):
        find_chromium()


def test_the_pdf_is_the_report_with_its_letters_in_it(chromium, office, tmp_path):
    file = tmp_path / "bao-cao.pdf"
    found = pictures(REPORT, chromium, [OUTLINES], "inline")
    with file.open("wb") as out:
        write_pdf(REPORT, out, chromium, found.images)
    text = office.text(file)
    assert "Quần đảo Hoàng Sa" in text
    assert "Quần đảo Trường Sa" in text
    assert "Thành phố trực thuộc Trung ương" in text
    for name in ("Đắk Lắk", "Quảng Ngãi", "Thừa Thiên Huế"):
        assert name in text
    assert "ằẳẵắặ" in text
    assert "Trang 2/" in text
    fonts = [line.split() for line in office.fonts(file).splitlines()[2:]]
    assert fonts
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in fonts), "embedded, subset, ToUnicode"
    assert any("BeVietnamPro" in line[0] for line in fonts)
    body = file.read_bytes()
    assert b"/StructTreeRoot" in body
    assert b"/Outlines" in body
    assert b"(vi-VN)" in body
