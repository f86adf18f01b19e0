"""The choice of a pack: from an address and to it, and every fault of one named."""

from datetime import date

import pytest

from exports.pack import FORMATS, SECTIONS, Known, pack
from indicators.catalogue import read_catalogue
from language import language

NAMES = {"01": ("Hà Nội", "Ha Noi"), "04": ("Cao Bằng", "Cao Bang"), "08": ("Tuyên Quang", "Tuyen Quang")}
PERIODS = ("2025", "2026-08", "2026-09", "2026-Q2", "2026-Q3", "2026-Q4")
CATALOGUE = read_catalogue()
VI = language("vi")


def known(**changed):
    return Known(
        **{
            "catalogue": CATALOGUE,
            "provinces": NAMES,
            "periods": PERIODS,
            "loads": (1, 2),
            "today": date(2026, 11, 25),
        }
        | changed
    )


def faults(search, **changed):
    return [fault.told(VI) for fault in pack(search, known(**changed), "vi")[1]]


def test_nothing_asked_for_is_the_country_in_the_newest_quarter_that_is_over():
    found, wrong = pack("", known(), "vi")
    assert not wrong
    assert (found.scope, found.kind, found.period, found.locale) == ("VN", "country", "2026-Q3", "vi")
    assert set(found.indicators) == {"S01", "S02", "G09"}
    assert (found.sections, found.formats) == (tuple(SECTIONS), tuple(FORMATS))


@pytest.mark.parametrize(
    ("search", "scope", "kind"),
    [
        ("?area=08", "08", "province"),
        ("?area=08&group=peers", "peers:08", "group"),
        ("?area=08&group=region", "region:08", "group"),
        ("?group=08,04,08", "04,08", "group"),
    ],
)
def test_a_scope(search, scope, kind):
    found, wrong = pack(search, known(), "vi")
    assert (found.scope, found.kind, wrong) == (scope, kind, ())


@pytest.mark.parametrize(
    "search",
    [
        "",
        "area=08&group=region&p=2025&indicators=D01,S02&sections=tasks,summary&written=en&files=pdf&load=2",
        "group=04,08,01&template=ministry&p=2026-08",
    ],
)
def test_an_address_is_read_back_as_the_same_pack(search):
    found, wrong = pack(search, known(template=True), "vi")
    assert not wrong
    assert pack(found.address(), known(template=True), "en") == (found, ())


def test_what_is_named_twice_or_in_another_order_is_the_same_choice():
    one, _ = pack("indicators=S02,D01,S02&sections=tasks,summary", known(), "vi")
    other, _ = pack("indicators=D01,S02&sections=summary,tasks", known(), "vi")
    assert one == other


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("area=99", ["Tỉnh, thành phố (area)", "“99”", "VN, 01, 04, 08"]),
        ("area=<b>", ["“<b>”"]),
        ("group=peers", ["cần biết là của tỉnh nào"]),
        ("group=04", ["từ 2 đến 12"]),
        ("group=04,99", ["Nhóm tỉnh (group)", "“04,99”"]),
        ("p=2026-Q7", ["Kỳ báo cáo (p)", "“2026-Q7”", "2026-Q3"]),
        ("p=2027-Q1", ["Kỳ “2027-Q1” chưa bắt đầu", "2026-Q4, 2026-Q3, 2026-Q2."]),
        ("p=2019", ["Kỳ “2019” chưa có số liệu nào", ": 2025."]),
        ("indicators=S02,Q9", ["Các chỉ số (indicators)", "“Q9”", "S02"]),
        ("sections=all", ["Các phần (sections)", "summary, status"]),
        ("files=odt", ["Loại tệp (files)", "pptx, docx, xlsx, pdf"]),
        ("written=fr", ["Ngôn ngữ của báo cáo (written)", "vi, en"]),
        ("load=7", ["Lần nạp số liệu (load)", "“7”", "1, 2"]),
        ("template=ministry", ["REPORT_TEMPLATE"]),
        ("template=x", ["Mẫu trình chiếu (template)", "own"]),
    ],
)
def test_a_fault_names_the_parameter_and_what_is_allowed(search, said):
    (told,) = faults(search)
    for text in said:
        assert text in told


def test_every_fault_is_told_at_once():
    assert len(faults("area=99&p=2027&indicators=Q9&files=odt")) == 4


def test_a_long_value_is_not_repeated_whole():
    (told,) = faults("area=" + "x" * 500)
    assert "x" * 60 + "…" in told
    assert "x" * 61 not in told


def test_an_empty_warehouse_has_a_period_all_the_same():
    found, wrong = pack("", known(periods=()), "vi")
    assert (found.period, wrong) == ("2026", ())
