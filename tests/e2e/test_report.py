"""The page Báo cáo as a reader uses it: a pack is chosen, asked for, followed, cancelled, fetched, frozen."""

import json
import re
from urllib.parse import unquote
from urllib.request import urlopen

import pytest

from config import Settings
from exports.pack import SECTIONS

PATIENCE = 120  # seconds, for a machine that does much else
QUICK = "indicators=S02&sections=summary&files=xlsx"


def open_report(browser, search="", site=None):
    browser.open(f"/bao-cao{search}", site)
    browser.wait_until("return document.querySelector('.report-title') !== null", timeout=60)
    browser.settle()


def said(browser, slot=0):
    return browser.run(f"return document.getElementById('report-job-{slot}').innerText")


def wait_for(browser, text, slot=0):
    browser.wait_until(
        f"return document.getElementById('report-job-{slot}').innerText.includes({json.dumps(text)})",
        timeout=PATIENCE,
    )


def wait_for_search(browser, *parts):
    for part in parts:
        browser.wait_until(f"return decodeURIComponent(location.search).includes({json.dumps(part)})")
    browser.settle()


def tick(browser, name, value):
    browser.find_element(f'[data-tick="{name}"][data-value="{value}"]').click()


def contents(browser):
    return browser.run("return document.getElementById('report-contents').innerText")


def press(browser, element_id):
    browser.find_element(f"#{element_id}").click()


def test_what_is_chosen_stands_in_the_address_and_in_the_contents(browser):
    open_report(browser)
    assert "Cả nước" in contents(browser)
    tick(browser, "sections", "tasks")
    wait_for_search(browser, "sections=summary,status,maps,ranking,paths,milestones,quality,definitions")
    assert "Nhiệm vụ" not in contents(browser)
    browser.find_element('button[data-choose*="group=peers"]').click()
    wait_for_search(browser, "group=peers")
    assert "và các tỉnh tương đồng" in contents(browser)
    browser.run(
        "const select = document.getElementById('report-area'); select.value = '08';"
        "select.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    wait_for_search(browser, "area=08")
    browser.wait_until(
        "return document.getElementById('report-contents').innerText.includes('Tuyên Quang và các')"
    )
    assert "Nhiệm vụ" not in contents(browser)
    browser.back()
    browser.wait_until(
        "return !document.getElementById('report-contents').innerText.includes('Tuyên Quang và các')"
    )


def test_boxes_work_by_the_keyboard_and_the_last_one_stays(browser):
    open_report(browser, "?files=pdf,xlsx")
    box = 'document.querySelector(\'[data-tick="files"][data-value="pdf"]\')'
    browser.run(f"{box}.focus()")
    browser.press("SPACE")
    wait_for_search(browser, "files=xlsx")
    assert browser.run(f"return {box}.getAttribute('aria-checked')") == "false"
    tick(browser, "files", "xlsx")
    last = browser.find_element('[data-tick="files"][data-value="xlsx"]')
    assert last.get_attribute("aria-checked") == "true"


def test_a_pack_is_asked_for_followed_and_fetched(browser):
    open_report(browser, "?area=08&indicators=S02&sections=maps&files=docx,xlsx")
    press(browser, "report-ask")
    browser.wait_until("return document.querySelector('#report-job-0 [role=progressbar]')", timeout=30)
    browser.wait_until(
        "return /Đang (đọc|viết|vẽ|ghi)/.test(document.getElementById('report-job-0').innerText)",
        timeout=PATIENCE,
    )
    wait_for(browser, "Đã xong")
    assert "Tuyên Quang, Quý" in said(browser)
    assert "Tải được đến" in said(browser)
    links = [link.get_attribute("href") for link in browser.find_elements("#report-job-0 .file")]
    assert {link.rsplit(".", 1)[1] for link in links} == {"docx", "xlsx"}
    for link in links:
        with urlopen(link) as answer:
            assert answer.read(2) == b"PK"
            disposition = answer.headers["Content-Disposition"]
            assert disposition.startswith("attachment")
            name = re.search(r"filename\*=UTF-8''(\S+)", disposition)[1]
            assert re.match(r"Báo cáo - .*Tuyên Quang - Quý", unquote(name))
            assert answer.headers["Content-Type"].startswith("application/vnd.openxmlformats")
            assert answer.headers["Cache-Control"] == "private, no-store"
    # It outlives the page, until the reader has done with it.
    open_report(browser)
    wait_for(browser, "Đã xong")
    press(browser, "report-job-0-dismiss")
    browser.wait_until("return document.getElementById('report-job-0').hidden")
    open_report(browser)
    assert browser.run("return document.getElementById('report-job-0').hidden")


def test_a_request_is_cancelled_while_another_waits(browser):
    open_report(browser, f"?{QUICK.replace('xlsx', 'docx,pdf,xlsx').replace('summary', ','.join(SECTIONS))}")
    press(browser, "report-ask")
    browser.wait_until("return document.querySelector('#report-job-0 [aria-valuemax]')", timeout=PATIENCE)
    press(browser, "report-ask")
    wait_for(browser, "còn 1 yêu cầu phía trước", slot=1)
    press(browser, "report-job-0-cancel")
    browser.wait_until("return document.getElementById('report-job-0').hidden")
    assert "Đã hủy yêu cầu" in browser.find_element("#report-said").text
    browser.wait_until("return document.querySelector('#report-job-1 [aria-valuemax]')", timeout=PATIENCE)
    press(browser, "report-job-1-cancel")
    browser.wait_until("return document.getElementById('report-job-1').hidden")
    # The place is free again.
    open_report(browser, f"?{QUICK}")
    press(browser, "report-ask")
    wait_for(browser, "Đã xong")


def test_what_is_wrong_is_said_and_can_not_be_asked_for(browser):
    open_report(browser, "?area=99&p=2031&indicators=Q1")
    text = browser.find_element("#report-contents [role=alert]").text
    for part in ("“99”", "“2031” chưa bắt đầu", "“Q1”"):
        assert part in text
    assert browser.find_element("#report-ask").get_attribute("disabled")
    assert browser.find_element("#report-freeze").get_attribute("disabled")


def test_an_edition_is_frozen_listed_and_opened(browser, demo_url, tmp_path, start_app):
    site = start_app(warehouse_url=demo_url, data_dir=tmp_path / "editions")
    open_report(browser, f"?{QUICK}", site)
    assert "Chưa chốt bản nào" in browser.find_element("#report-editions").text
    press(browser, "report-freeze")
    wait_for(browser, "Bản chốt")
    browser.wait_until("return document.querySelector('#report-editions tbody a')", timeout=30)
    number = browser.find_element("#report-editions tbody a").text
    browser.run("document.querySelector('#report-editions tbody a').click()")
    wait_for_search(browser, f"edition={number}")
    browser.wait_until("return !document.getElementById('report-edition').hidden")
    opened = browser.find_element("#report-edition").text
    assert f"Bản chốt {number}" in opened
    assert "dựng lại ra đúng nội dung này" in opened
    assert "Chưa có lần nạp nào sau bản chốt" in opened
    assert browser.run("return document.getElementById('report-form').hidden")
    press(browser, "report-ask")
    wait_for(browser, f"Bản chốt {number}", slot=1)
    wait_for(browser, "Đã xong", slot=1)
    assert not browser.run("return document.querySelector('#report-job-1 .job-faults')")


@pytest.mark.parametrize("width", [1440, 768, 320])
def test_nothing_scrolls_sideways(browser, width):
    browser.resize(width, 900)
    open_report(browser, "?group=04,08,11&theme=contrast")
    browser.run("document.getElementById('report-indicators').open = true")
    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_files_of_nobody_are_not_there(site):
    for path in ("x/a.docx", "../jobs.sqlite", "x/..%2Fjobs.sqlite", "..%2F..%2F/jobs.sqlite"):
        with pytest.raises(Exception, match="404"):
            urlopen(f"{site}/bao-cao/tep/{path}")


def test_the_settings_are_those_of_a_service():
    assert Settings().files_kept == 24
    assert Settings().report_template is None
