"""Words as the search compares them: without diacritics, with them, and with a slip of the finger."""

import re
import unicodedata
from string import ascii_lowercase

from language import TONES, WITHOUT_TONES, fold

# What may stand before a name and is none of it.
KINDS = re.compile(r"^(xa|phuong|thi tran|tt|dac khu|thi xa|tx|tinh|thanh pho|tp) (?=.*[a-z])")


def folded(text: str) -> str:
    """The words of a text as they are compared: no diacritics, no punctuation.

    >>> folded("Bà Rịa - Vũng Tàu"), folded("III.1.a")
    ('ba ria vung tau', 'iii 1 a')
    """
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def sounded(text: str) -> str:
    """The words with their diacritics, wherever in a syllable the tone was written.

    >>> sounded("Khánh Hoà") == sounded("khánh hòa"), sounded("Hoa") == sounded("Hòa")
    (True, False)
    """
    return " ".join(map(_sounded, re.findall(r"\w+", unicodedata.normalize("NFC", text.lower()))))


def _sounded(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in marks if mark in TONES)
    return unicodedata.normalize("NFC", marks.translate(WITHOUT_TONES)) + tones


def without_kind(asked: str) -> str:
    """What is asked for without the word before it that says what it is.

    >>> without_kind("Thị trấn Sa Pa"), without_kind("xã 02260"), without_kind("Tỉnh")
    ('Sa Pa', 'xã 02260', 'Tỉnh')
    """
    kind = KINDS.match(folded(asked))
    return asked.split(None, kind[0].count(" "))[-1] if kind else asked


def one_off(word: str) -> set[str]:
    """All that is a letter too many, too few or wrong away, or has two neighbours the wrong way round."""
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in splits if right),
        *(left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1),
        *(left + letter + right[1:] for left, right in splits if right for letter in ascii_lowercase),
        *(left + letter + right for left, right in splits for letter in ascii_lowercase),
    }
