"""What is wrong with a text for a reader of a language."""

import re
from collections.abc import Iterator

MARKED = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Numbers of documents and codes of tasks are the same in both languages: 1087/QĐ-TTg, 278/2025/NĐ-CP, III.4.đ
NUMBERS = re.compile(r"\b\d+/(?:\d{4}/)?[A-ZĐ]+(?:-[A-ZĐa-z]+)*|\b[IV]+\.\d\.đ")
# English words that no Vietnamese sentence has.
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|for|value|values|target|province|provinces|commune|indicator|loading|select|"
    r"search|close|clear|next|previous|year|month|quarter|status|unknown|error|data|undefined|NaN|None|null|"
    r"True|False)\b"
)
# What is no word: what is typed, and the names of a program's values.
CODE = re.compile(
    r"python -m [\w ./-]+|%\{[^}]*\}|https?://\S+|/api/\S+|“\w*”|(?:Chấp nhận|Allowed): [\w, .-]+"
)
NAME = re.compile(r"[a-z_-]+")  # of a value: quarter, province-map
BRACES = re.compile(r"\{\w*\}")
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# 1,234.5 or 3 Oct 2026 in Vietnamese; 1.234,5 or 03/10/2026 in English
WRONG_NUMBERS = {
    "vi": re.compile(
        rf"\b[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d|,\d{{3}})|\d\.\d+ ?%|\b\d{{1,2}} (?:{MONTHS}) \d{{4}}"
    ),
    "en": re.compile(r"\b[1-9]\d{0,2}(?:\.\d{3})+(?:,\d|\.\d{3})|\d,\d+ ?%|\b\d{2}/\d{2}/\d{4}\b"),
}


def faults(text: str, locale: str) -> Iterator[str]:
    """What of a text can't be read in a language: words of the other, braces, numbers of the other."""
    text = CODE.sub(" ", text)
    plain = NUMBERS.sub(" ", text)
    if locale == "en" and MARKED.search(plain):
        yield "in Vietnamese"
    if locale == "vi" and not NAME.fullmatch(text) and ENGLISH.search(plain):
        yield "in English"
    if BRACES.search(text):
        yield "braces"
    if WRONG_NUMBERS[locale].search(plain):
        yield "numbers"
