"""The glossary fixes the words of the screen."""

import re
from pathlib import Path

from charts.statuses import STATUSES
from language import language

GLOSSARY = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text("utf-8")


def test_statuses_are_called_on_the_screen_what_the_glossary_calls_them():
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|", GLOSSARY, flags=re.MULTILINE)
    told = {code: (vi, en) for code, vi, en in rows}
    english = language("en")
    shown = {code: (one.word, english(one.word)) for code, one in STATUSES.items() if code != "suppressed"}
    assert told == shown
