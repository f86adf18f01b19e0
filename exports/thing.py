"""What a reader takes away from a page: its data, and its picture where it has one."""

import re
from dataclasses import dataclass

from charts.template import Figure
from exports.report import Table
from indicators.model import Indicator
from language import fold


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the key under a picture: how something looks and what it is."""

    colour: str
    label: str
    pattern: str = ""
    icon: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in the light theme, as large as it is drawn on paper (in pixels of 1/96 inch), and its key."""

    figure: Figure
    width: int = 960
    height: int = 480
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A chart, a map or a table of a page: its table, its picture, and whose definitions go along.

    `more` are tables behind it, which a workbook has on sheets of their own. `period` and `boundaries` are
    empty where a thing has none. `preliminary` tells that a number is not final.
    """

    table: Table
    picture: Picture | None = None
    indicators: tuple[Indicator, ...] = ()
    period: str = ""
    boundaries: str = ""
    preliminary: bool = False
    more: tuple[Table, ...] = ()


def file_stem(*words: str) -> str:
    """A name that every system can write: letters without marks, digits and hyphens.

    >>> file_stem("Xếp hạng", "S02", "2026-Q3")
    'xep-hang-s02-2026-q3'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(" ".join(words))))
