"""The communes of a province as a table that the browser sorts and filters (assets/5_communes.js).

Each row carries the keys by which it is sorted and found, so that no choice of an order asks the server.
"""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from charts.contribution import count
from charts.statuses import ALL_STATUSES
from charts.wording import parts
from indicators.contribution import Contribution
from indicators.groups import OUTSIDE, ZONE_NAMES
from indicators.model import Value
from language import N_, Language, fold
from layouts.choice import Choice
from layouts.communes import Communes, by_name
from layouts.components import (
    SPOKEN,
    choosing,
    nothing,
    nothing_mark,
    origin_button,
    shown_value,
    status_mark,
)
from layouts.wording import area_name, name

# The columns by the name that the address gives them: word, class of the cells, and which way a first press
# sorts: what holds the province back comes first.
COLUMNS: Mapping[str, tuple[str, str, str]] = {
    "name": (N_("Xã, phường, đặc khu"), "", ""),
    "value": (N_("Giá trị"), "number", ""),
    "n": ("n/N", "number", "-"),
    "missing": (N_("Còn thiếu"), "number", "-"),
    "status": (N_("Trạng thái"), "state", "-"),
    "zone": (N_("Khu vực"), "zone", "-"),
}
SORTS = tuple(f"{sign}{column}" for column in COLUMNS for sign in ("", "-"))
OUTSIDE_CODE = "0"  # in the address


def communes_table(found: Communes, contributed: Contribution | None) -> list[Component]:
    """The filters, how many communes are shown, and the table, by name until the browser sorts it."""
    chosen, lang, indicator = found.choice, found.choice.language, found.choice.indicator
    lacks = {one.area.area_code: one.missing for one in contributed.lacks} if contributed else {}
    # The largest first, those that lack as much as in the chart.
    places = {code: len(lacks) - place for place, code in enumerate(lacks)}
    ordered = by_name(found.communes, lang)
    rows = [
        _row(
            value,
            {"name": place, "missing": places.get(value.area_code, 0)},
            lacks.get(value.area_code, 0.0) if contributed else None,
            chosen,
        )
        for place, value in enumerate(ordered)
    ]
    columns = {key: column for key, column in COLUMNS.items() if key != "missing" or contributed}
    head = [_head(key, *column, lang) for key, column in columns.items()]
    head.append(html.Th(lang("Nguồn"), scope="col", className="source"))
    caption = lang(
        "{indicator}, {period}, từng xã", indicator=name(indicator, lang), period=lang.period(found.period)
    )
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr(head)),
            html.Tbody(rows),
        ],
        className="commune-table",
        **{"data-sorted": "-missing" if lacks else "name"},
    )
    scroll = html.Div(table, className="table-scroll", tabIndex="0", role="region", **{"aria-label": caption})
    clear = html.Button(
        lang("Bỏ tìm và lọc"), type="button", className="text-button", **choosing(q="", zone="", status="")
    )
    none_left = html.Div(
        nothing(
            lang("Không có xã nào khớp với điều đang tìm và lọc."),
            lang("Hãy gõ ít chữ hơn (không cần dấu) hoặc bỏ bớt điều kiện."),
            clear,
        ),
        className="communes-none",
        hidden=True,
    )
    return [_filters(ordered, lang), html.Div([scroll, none_left]), *_notes(contributed, lang)]


def zone_word(zone: str | None, lang: Language) -> str:
    """The zone of a commune; a word that names none of the three leaves it outside them."""
    code = zone if zone in ZONE_NAMES else OUTSIDE
    return lang.pick(*ZONE_NAMES[code])


def _row(value: Value, places: Mapping[str, int], lack: float | None, chosen: Choice) -> Component:
    """The row of a commune; `places` are its places by columns, `lack` is None where that has no column."""
    lang, indicator = chosen.language, chosen.indicator
    told = value.value is not None
    zone = value.zone if value.zone in ZONE_NAMES else OUTSIDE
    keys: dict[str, object] = {
        "name": places["name"],
        "value": value.value,
        "n": value.denominator,
        "zone": len(zone or ""),
        "status": None if value.suppressed else ALL_STATUSES[value.status].order,
        "missing": places["missing"] if told else None,
    }
    names = f"{value.area_name} {value.area_name_en} {value.area_code}"
    select = html.Button(
        area_name(value, lang),
        type="button",
        className="text-button",
        **{"data-commune": value.area_code},
        **choosing(commune=value.area_code),
    )
    marks = [*([_provisional(lang)] if value.provisional and told else [])]
    cells = [
        html.Th([select, html.Span(value.area_code, className="commune-code")], scope="row"),
        html.Td([shown_value(value, indicator, lang), *marks], className="number"),
        html.Td(parts(value, lang), className="number"),
        *([html.Td(_missing(lack, told, lang), className="number")] if lack is not None else []),
        html.Td("" if value.suppressed else status_mark(value.status, lang), className="state"),
        html.Td(zone or nothing_mark(zone_word(value.zone, lang)), className="zone"),
        html.Td(origin_button(value, lang, short=True) if told else "", className="source"),
    ]
    return html.Tr(
        cells,
        **{
            "data-area": value.area_code,
            "data-find": fold(names),
            "data-zone": zone or OUTSIDE_CODE,
            "data-status": _state(value),
        },
        **{f"data-by-{key}": "" if number is None else str(number) for key, number in keys.items()},
    )


def _state(value: Value) -> str:
    """What a row is filtered by: its status, or that it is hidden."""
    return "suppressed" if value.suppressed else value.status


def _provisional(lang: Language) -> Component:
    return html.Span("*", className="provisional-mark", title=lang("tạm tính"))


def _missing(lack: float, told: bool, lang: Language) -> str:
    if not told:
        return ""
    return count(lack, lang) if lack else "0"


def _head(key: str, word: str, style: str, first: str, lang: Language) -> Component:
    """The head of a column: a button that sorts by it, and turns the order round when pressed again."""
    sign = html.Span("", className="sort-sign", **{"aria-hidden": "true"})
    button = html.Button(
        [html.Span(lang(word)), sign],
        type="button",
        className="sort-button",
        **choosing(sort=f"{first}{key}"),
    )
    return html.Th(
        button, scope="col", className=style, **{"data-column": key, "data-first": first, "aria-sort": "none"}
    )


def _filters(values: Sequence[Value], lang: Language) -> Component:
    """The lists of zones and statuses that there are, and the place where the count is written."""
    zones = {
        "": lang("Tất cả"),
        **{
            code or OUTSIDE_CODE: lang.pick(*names)
            for code, names in ZONE_NAMES.items()
            if any((value.zone if value.zone in ZONE_NAMES else OUTSIDE) == code for value in values)
        },
    }
    there = {_state(value) for value in values}
    statuses = {"": lang("Tất cả")} | {
        code: lang(status.word)
        for code, status in sorted(ALL_STATUSES.items(), key=lambda item: item[1].order)
        if code in there
    }
    count_words = {
        "data-all": lang("Tất cả {n} xã"),
        "data-some": lang("Đang hiện {shown} trên {n} xã"),
    }
    return html.Div(
        [
            _select(lang("Khu vực"), "zone", zones),
            _select(lang("Trạng thái"), "status", statuses),
            html.P(className="communes-count quiet", **count_words, **SPOKEN),
        ],
        className="communes-filters",
    )


def _select(label: str, parameter: str, words: Mapping[str, str]) -> Component:
    element = f"communes-filter-{parameter}"
    return html.Div(
        [
            html.Label(label, htmlFor=element),
            html.Select(
                [html.Option(word, value=value) for value, word in words.items()],
                id=element,
                className="select",
                **{"data-choose-by": parameter},
            ),
        ],
        className="control",
    )


def _notes(contributed: Contribution | None, lang: Language) -> list[Component]:
    notes = [lang("Mẫu số ở xã thường nhỏ: vài trường hợp cũng làm tỷ lệ đổi nhiều.")]
    if contributed is not None:
        notes.append(
            lang("Còn thiếu: số phải thêm (hoặc bớt, nếu thấp là tốt) ở tử số để xã đạt chỉ tiêu của tỉnh.")
        )
    return [html.P(" ".join(notes), className="quiet communes-notes")]
