"""What users read: texts, numbers, dates and periods in Vietnamese or English, and the order of words.

The Vietnamese text is the source and the key; the English one is looked up in locales/en. Texts are found in
the code by their call: `lang("...")`, `lang.text("...")`, `lang.plural("...")`, `N_("...")`: `make messages`.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

Locale = Literal["vi", "en"]

LOCALES: tuple[Locale, ...] = ("vi", "en")
CATALOGUES = Path(__file__).parent / "locales"
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def N_(text: str) -> str:
    """The text itself, marked for the catalogue: a constant that is translated where it is shown."""
    return text


DATE = {"vi": "dd/MM/yyyy", "en": "d MMM yyyy"}
MONTH = {"vi": "'Tháng' M/yyyy", "en": "MMMM yyyy"}
PARTS_OF_A_YEAR = {
    "": N_("Năm {year}"),
    "Q1": N_("Quý I/{year}"),
    "Q2": N_("Quý II/{year}"),
    "Q3": N_("Quý III/{year}"),
    "Q4": N_("Quý IV/{year}"),
    "H1": N_("6 tháng đầu năm {year}"),
    "H2": N_("6 tháng cuối năm {year}"),
    "9M": N_("9 tháng đầu năm {year}"),
}
PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>0[1-9]|1[0-2])|(?P<part>Q[1-4]|H[12]|9M)))?")


@dataclass(frozen=True, eq=False)
class Language:
    """One language of the dashboard. Made by `language`, handed to whatever writes for a reader."""

    code: Locale
    _catalogue: NullTranslations

    def text(self, source: str, **values: Any) -> str:
        """The text in this language, with `{name}` replaced by the values given.

        >>> language("en").text("Năm {year}", year=2026)
        '2026'
        """
        found = self._catalogue.gettext(source)
        return found.format(**values) if values else found

    __call__ = text

    def plural(self, source: str, n: int, **values: Any) -> str:
        """The text for n things; `{n}` is replaced by the number as it is written here.

        Vietnamese has one form, English two.
        """
        return self._catalogue.ngettext(source, source, n).format(n=self.number(n), **values)

    def pick(self, vi: str, en: str) -> str:
        """The one of two wordings, both at hand, that is in this language."""
        return vi if self.code == "vi" else en

    @property
    def missing(self) -> str:
        """What stands where a value is not known. Never a zero."""
        return self.text("chưa có số liệu")

    def number(self, value: float | None, digits: int | None = None, signed: bool = False) -> str:
        """A number with so many decimals (None: as many as it has, three at most), halves rounded up.

        >>> language("vi").number(1234.5, digits=1)
        '1.234,5'
        """
        if value is None or not math.isfinite(value):
            return self.missing
        return _number(str(value), digits, signed, self.code)

    def percent(self, value: float | None, digits: int = 1, signed: bool = False) -> str:
        """A percentage given as 0 to 100, with its sign.

        >>> language("vi").percent(75.5)
        '75,5%'
        """
        if value is None or not math.isfinite(value):
            return self.missing
        return self.number(value, digits, signed) + "%"

    def date(self, day: date | None) -> str:
        """A day.

        >>> language("vi").date(date(2026, 9, 2))
        '02/09/2026'
        """
        return self.missing if day is None else format_date(day, DATE[self.code], locale=self.code)

    def moment(self, at: datetime | None) -> str:
        """A moment in Vietnam's time. The warehouse's timestamps are UTC and carry no zone.

        >>> language("vi").moment(datetime(2026, 9, 2, 18, 5))
        '03/09/2026 01:05'
        """
        if at is None:
            return self.missing
        return format_datetime(at, DATE[self.code] + " HH:mm", tzinfo=HERE, locale=self.code)

    def period(self, code: str) -> str:
        """A period, from its code.

        >>> [language("vi").period(code) for code in ("2026-09", "2026-Q3", "2026-9M", "2026")]
        ['Tháng 9/2026', 'Quý III/2026', '9 tháng đầu năm 2026', 'Năm 2026']
        """
        found = PERIOD.fullmatch(code)
        if found is None:
            raise ValueError(f"not a period: {code!r}")
        year, month, part = found.group("year", "month", "part")
        if month:
            return format_date(date(int(year), int(month), 1), MONTH[self.code], locale=self.code)
        return self.text(PARTS_OF_A_YEAR[part or ""], year=year)


@lru_cache(maxsize=16_384)  # a table of all provinces writes a thousand, each reader the same ones
def _number(value: str, digits: int | None, signed: bool, code: Locale) -> str:
    exact = Decimal(value)
    rounded = exact.quantize(Decimal(1).scaleb(-(3 if digits is None else digits)), ROUND_HALF_UP)
    pattern = "#,##0" + ("." if digits != 0 else "") + ("###" if digits is None else "0" * digits)
    sign = "+" if signed and rounded > 0 else ""
    return sign + format_decimal(rounded or Decimal(0), pattern, locale=code)  # no "-0"


@cache
def language(code: Locale) -> Language:
    """The language of that code. Reads its catalogue once; nothing is compiled or written."""
    file = CATALOGUES / code / "LC_MESSAGES" / "messages.po"
    if not file.exists():  # Vietnamese: the source texts are what is shown
        return Language(code, NullTranslations())
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=code))
    compiled.seek(0)
    return Language(code, GNUTranslations(compiled))


# The order of Vietnamese words. ICU knows it, but PyICU must be compiled against a system library, which a
# machine with Python alone does not have. The order is that of Intl.Collator("vi"), and a test compares them.
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
WITHOUT_TONES = str.maketrans("", "", TONES)


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """The key by which Vietnamese texts sort: letters first (a ă â ... d đ ...), then tones, then capitals.

    >>> sorted(["Đà Nẵng", "Điện Biên", "Dương", "Ân", "Ba", "An", "Ăn"], key=collation_key)
    ['An', 'Ăn', 'Ân', 'Ba', 'Dương', 'Đà Nẵng', 'Điện Biên']
    >>> sorted(["má", "mạ", "mà", "ma", "mã", "mả"], key=collation_key)
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    """
    text = unicodedata.normalize("NFC", text)
    letters, tones = [], []
    for written in text.lower():
        marks = unicodedata.normalize("NFD", written)
        letter = unicodedata.normalize("NFC", marks.translate(WITHOUT_TONES))
        place = LETTERS.find(letter)
        # What is no letter (spaces, digits, signs) comes before them, by its code point.
        letters.append(0x110000 + place if place >= 0 else ord(letter[0]) if letter else 0)
        tones.append(next((TONES.index(mark) + 1 for mark in marks if mark in TONES), 0))
    return tuple(letters), tuple(tones), text.swapcase()


def searched(*texts: str) -> str:
    """The words of texts, as written and folded, each once: an index of all their parts is made of them.

    >>> searched("Yên Bái", "yên bình")
    'yên bái bình yen bai binh'
    """
    text = " ".join(texts).lower()
    return " ".join(dict.fromkeys((*text.split(), *fold(text).split())))


def fold(text: str) -> str:
    """The text as it is searched for: lower case, no diacritics, single spaces.

    >>> fold("  Đắk  Lắk"), fold("Khánh Hoà") == fold("khanh hòa")
    ('dak lak', True)
    """
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(mark for mark in marks if not unicodedata.combining(mark)).split())
