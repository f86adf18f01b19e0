"""The letters of pictures and of PDF: Be Vietnam Pro, which the pages use too."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "assets" / "vendor"


@cache
def faces() -> str:
    """The style sheet of the font with the font in it; empty where it isn't installed (`make`).

    Then the letters are those of the machine that charts.tokens.FONT names next; all of them know Vietnamese.
    """
    sheets = sorted(VENDOR.glob("be-vietnam-pro-*.css"))
    return re.sub(r"url\((.*?)\)", _inlined, sheets[-1].read_text("utf-8")) if sheets else ""


def _inlined(found: re.Match[str]) -> str:
    font = (VENDOR / Path(found[1]).name).read_bytes()
    return f"url(data:font/woff2;base64,{b64encode(font).decode()})"
