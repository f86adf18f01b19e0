"""The scorecard: all provinces by all indicators, as the values that assets/5_scorecard.js makes a table of.

A thousand cells as components would take seconds; as values they are a few kilobytes, and the script writes
them as texts, never as HTML.
"""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from charts.paths import looks
from charts.statuses import ALL_STATUSES
from charts.wording import digits, parts
from indicators.model import Indicator, Value
from indicators.ranking import is_small
from indicators.scorecard import Column, targets_met
from language import N_, Language, collation_key
from layouts.choice import Choice
from layouts.compare_view import BY_MET, BY_NAME, CompareView, short_period, with_area, without_area
from layouts.indicator_spread import status_key
from layouts.links import INDICATOR, MAP, PROVINCE, address
from layouts.overview_filters import pillar_name
from layouts.term_notes import explained
from layouts.wording import name

# What a reader must know of a value before quoting it: its letter in the data, its sign and its word.
PROVISIONAL, SMALL, ILLUSTRATIVE, STALE = "p", "s", "i", "o"
MARK_SIGNS = {PROVISIONAL: "≈", SMALL: "°", ILLUSTRATIVE: "◇"}
MARK_WORDS = {
    PROVISIONAL: N_("tạm tính, chưa đủ địa bàn báo cáo"),
    SMALL: N_("mẫu số dưới {minimum}"),
    ILLUSTRATIVE: N_("số liệu minh họa"),
    STALE: N_("số liệu đã cũ"),
}


def scorecard_data(view: CompareView) -> dict[str, Any]:
    """The scorecard as values: heads, the country's row, and the provinces' in the order asked for."""
    chosen, lang, columns = view.choice, view.choice.language, view.shown_columns
    made_up = frozenset(column.indicator.code for column in columns if column.all_illustrative)
    return {
        "words": {
            "caption": lang(
                "Bảng điểm: {n} tỉnh, thành phố theo {m} chỉ số", n=len(view.rows), m=len(columns)
            ),
            "empty": lang("Kho số liệu chưa có tỉnh nào để so sánh."),
            "province": lang("Tỉnh, thành phố"),
            "met": lang("Đạt"),
            "metLong": lang("Số chỉ tiêu đã đạt trên số chỉ tiêu được giao"),
            "add": lang("Thêm vào so sánh"),
            "remove": lang("Bỏ khỏi so sánh"),
            "sort": lang("Xếp theo cột này"),
            "marks": {mark: lang(word, minimum=view.min_denominator) for mark, word in MARK_WORDS.items()},
            "signs": MARK_SIGNS,
        },
        "statuses": {
            code: [status.icon, lang(status.word), status.pattern] for code, status in ALL_STATUSES.items()
        },
        "pillars": [
            [breakable(pillar_name(pillar, lang)), len(list(group))]
            for pillar, group in groupby(columns, key=lambda column: column.indicator.pillar)
        ],
        "signs": [look.sign for look in looks(chosen.theme)],
        "nameSort": _sorting(BY_NAME, chosen, first=BY_NAME),
        "metSort": _sorting(BY_MET, chosen, first=f"-{BY_MET}"),
        "columns": [
            _column(column, view)
            | {"first": not place or column.indicator.pillar != columns[place - 1].indicator.pillar}
            for place, column in enumerate(columns)
        ],
        "national": {
            "name": lang("Cả nước"),
            "cells": [_cell(column.table.national, column, made_up, view) for column in columns],
        },
        "rows": [_row(code, made_up, view) for code in ordered(view)],
    }


def breakable(words: str) -> str:
    """Words with the places where a column of one indicator may break the longest English ones."""
    return words.replace("Information", "Infor\u00admation").replace("economy", "econ\u00adomy")


def ordered(view: CompareView) -> tuple[str, ...]:
    """The codes of the provinces shown in the order that the address asks for; no value comes last."""
    sort = view.choice.sort or BY_NAME
    asked, falling = sort.removeprefix("-"), sort.startswith("-")
    by_name = sorted(view.rows, key=lambda code: collation_key(view.names[code][0]))
    if asked == BY_NAME:
        return tuple(reversed(by_name) if falling else by_name)
    keys = {code: _key(asked, code, view) for code in by_name}
    known = [code for code in by_name if keys[code] is not None]
    known.sort(key=lambda code: keys[code] or 0.0, reverse=falling)  # stable: who ties stands by name
    return (*known, *(code for code in by_name if keys[code] is None))


def _key(asked: str, code: str, view: CompareView) -> float | None:
    if asked == BY_MET:
        met, of = met_of(code, view)
        return met / of if of else None
    column = next(column for column in view.columns if column.indicator.code == asked)
    value = column.value_of(code)
    if value is None:
        return None
    # The best state of a milestone counts as the highest.
    return -float(ALL_STATUSES[value.status].order) if column.indicator.kind == "milestone" else value.value


def met_of(code: str, view: CompareView) -> tuple[int, int]:
    """How many of the targets asked of a province are met; parts are counted with their whole."""
    values = (column.value_of(code) for column in view.shown_columns if not column.indicator.part_of)
    return targets_met(value for value in values if value is not None)


def _sorting(column: str, chosen: Choice, first: str) -> list[str]:
    """How the table is sorted by a column now, and what its button chooses; `first` is its first order."""
    sort = chosen.sort or BY_NAME
    if sort == column:
        now, following = "ascending", f"-{column}"
    elif sort == f"-{column}":
        now, following = "descending", column
    else:
        now, following = "none", first
    return [now, f"sort={following}" if following != BY_NAME else "sort="]


def _column(column: Column, view: CompareView) -> dict[str, Any]:
    indicator, chosen, lang = column.indicator, view.choice, view.choice.language
    code, period = indicator.code, column.table.period
    first = code if indicator.direction == "down" and indicator.kind != "milestone" else f"-{code}"
    now, choose = _sorting(code, chosen, first)
    return {
        "code": code,
        "name": name(indicator, lang),
        "when": short_period(period, lang),
        "period": lang.period(period),
        "unit": "%" if indicator.unit == "%" else "",
        "sort": [now, f"{choose}&i={code}"],
        "current": code == chosen.indicator.code,
        "illustrative": column.all_illustrative,
        "map": address(MAP, chosen, i=code, p=period),
        "page": address(INDICATOR, chosen, i=code, p=period),
    }


def _row(code: str, made_up: frozenset[str], view: CompareView) -> dict[str, Any]:
    chosen, columns = view.choice, view.shown_columns
    place = chosen.areas.index(code) + 1 if code in chosen.areas else 0
    toggled = without_area(chosen, code) if place else with_area(chosen, code)
    looked_at = "&area=" if code == chosen.area else ""
    met, of = met_of(code, view)
    return {
        "code": code,
        "name": view.name(code),
        "page": address(PROVINCE, chosen, area=code),
        "place": place,
        "toggle": f"areas={toggled}{looked_at}",
        "met": f"{met}/{of}",
        "cells": [
            _cell(value, column, made_up, view)
            if (value := column.value_of(code))
            else ["", "no_data", "", ""]
            for column in columns
        ],
    }


def _cell(value: Value, column: Column, made_up: frozenset[str], view: CompareView) -> list[str]:
    """What a cell says: its number, its status, its marks, and the n/N behind it.

    `made_up` are the columns that are marked as a whole at their heads.
    """
    lang, indicator = view.choice.language, column.indicator
    if value.suppressed:
        return ["", "suppressed", "", ""]
    marks = [
        *([PROVISIONAL] if value.provisional and value.value is not None else []),
        *([SMALL] if indicator.kind != "milestone" and is_small(value, view.min_denominator) else []),
        *([ILLUSTRATIVE] if value.illustrative and indicator.code not in made_up else []),
        *([STALE] if value.stale else []),
    ]
    if indicator.kind == "milestone":
        several = value.denominator is not None and value.denominator > 1
        return [parts(value, lang) if several else "", value.status, "".join(marks), ""]
    return [short_amount(value, indicator, lang), value.status, "".join(marks), parts(value, lang)]


def short_amount(value: Value, indicator: Indicator, lang: Language) -> str:
    """A value without its unit, a whole hundred without idle decimals; empty where it is not known."""
    if value.value is None:
        return ""
    written = lang.number(value.value, digits(indicator))
    return lang.number(100) if indicator.unit == "%" and written == lang.number(100, 1) else written


def scorecard_key(view: CompareView) -> list[Component]:
    """What the signs of the scorecard mean, how it is read, and which indicators it leaves out."""
    lang, columns = view.choice.language, view.shown_columns
    statuses = [value.status for column in columns for value in view.in_group(column.table.values)]
    marks = [
        html.Li(
            [
                html.Span(MARK_SIGNS[mark], className="card-mark"),
                *explained(lang(word, minimum=view.min_denominator), lang, "provisional", "illustrative"),
            ]
        )
        for mark, word in MARK_WORDS.items()
        if mark in MARK_SIGNS
    ]
    return [
        status_key(statuses, lang),
        html.Ul(marks, className="marks-key"),
        html.P(explained(_how_to_read(view), lang, "status"), className="quiet"),
    ]


def _how_to_read(view: CompareView) -> str:
    lang = view.choice.language
    said = [
        lang(
            "Mỗi ô là số mới nhất của chỉ số tính đến kỳ đang chọn; kỳ của số ghi dưới mã, trạng thái là của "
            "ngày cuối kỳ đang chọn. Ô không có số là chưa có số liệu, không phải bằng 0."
        ),
        lang("Trong bảng, các phím mũi tên đi từ ô này sang ô khác, Enter mở ô."),
    ]
    ended = [column.indicator for column in view.columns if not column.applies]
    if ended:
        listed = ", ".join(f"{one.code} {name(one, lang)}" for one in ended)
        said.append(lang("Không có cột vì không còn áp dụng: {listed}.", listed=listed))
    return " ".join(said)


def sorted_by(view: CompareView) -> str:
    """By what the scorecard is sorted, in words."""
    lang, sort = view.choice.language, view.choice.sort or BY_NAME
    asked, falling = sort.removeprefix("-"), sort.startswith("-")
    if asked == BY_NAME:
        return lang("xếp theo tên")
    if asked == BY_MET:
        what = lang("số chỉ tiêu đã đạt")
    else:
        what = next(
            f"{asked} {name(column.indicator, lang)}"
            for column in view.columns
            if column.indicator.code == asked
        )
    return lang(
        "xếp theo {what}, từ cao xuống thấp" if falling else "xếp theo {what}, từ thấp lên cao", what=what
    )
