"""All indicators of a province: value, status, the country, its group, its target and a year before."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, difference, marks, parts, stated, target
from indicators.pillars import PILLARS
from indicators.province import Standing
from language import Language
from layouts.breadcrumbs import carried
from layouts.components import (
    Children,
    choosing,
    missing_mark,
    nothing,
    nothing_mark,
    origin_button,
    shown_value,
    status_mark,
)
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.province_view import MEDIAN_WORDS, OWN_MEDIAN, ProvinceView
from layouts.tables import long_list
from layouts.term_notes import explained
from layouts.wording import name

PACE = "number of-pace"  # the class of the cells that tell the pace


def indicator_table(view: ProvinceView) -> Component:
    """The table by pillar; where a status is chosen, of its indicators alone."""
    chosen, lang = view.choice, view.choice.language
    shown = [one for one in view.standings if chosen.status in (None, one.value.status)]
    count = lang("{shown}/{total} chỉ số có số liệu theo tỉnh", shown=len(shown), total=len(view.standings))
    clear = html.Button(lang("Bỏ lọc"), type="button", className="text-button", **choosing(status=""))
    title = html.Div(
        [
            html.H2(lang("Tất cả chỉ số của tỉnh"), id="province-table-title"),
            html.P([html.Span(count), *([clear] if chosen.status else [])], className="quiet list-count"),
            exportable("table", lang, picture=False, what=lang("Tất cả chỉ số của tỉnh")),
        ],
        className="tile-head",
    )
    body: Component = nothing(
        lang("Không có chỉ số nào ở trạng thái này."), lang("Bỏ lọc để xem mọi chỉ số của tỉnh."), clear
    )
    if shown:
        head = [
            html.Th(
                explained(word, lang, "pace", "peers"),
                scope="col",
                className=style,
                role="columnheader",
            )
            for word, style in _heads(view)
        ]
        body = html.Table(
            [html.Thead(html.Tr(head, role="row"), role="rowgroup"), *_pillars(view, shown)],
            className="standing-table",
            role="table",
            **{"aria-labelledby": "province-table-title"},
        )
    return html.Section(
        [title, long_list(body, lang) if shown else body],
        className="tile province-table",
        **{"aria-labelledby": "province-table-title"},
    )


def _heads(view: ProvinceView) -> list[tuple[str, str]]:
    lang = view.choice.language
    heads = [
        (lang("Chỉ số"), ""),
        (lang("Giá trị"), "number"),
        (lang("Trạng thái"), "of-status"),
        (lang("Cả nước"), "number"),
        (median_word(view), "number"),
        (lang("Chỉ tiêu"), "of-target"),
        (lang("Nhịp độ"), PACE),
        (lang("So với một năm trước"), "number"),
        (lang("Số liệu đến"), "number"),
    ]
    return [one for one in heads if one[0]]


def median_word(view: ProvinceView) -> str:
    """What the median of the group is called; empty for a former province, which has no group."""
    if view.former:
        return ""
    return view.choice.language(MEDIAN_WORDS.get(view.choice.group or "peers", OWN_MEDIAN))


def _pillars(view: ProvinceView, shown: Sequence[Standing]) -> list[Component]:
    lang = view.choice.language
    names = {one.code: lang.pick(one.name_vi, one.name_en) for one in PILLARS}
    bodies = []
    for pillar, group in groupby(shown, key=lambda one: one.indicator.pillar):
        head = html.Th(names[pillar], colSpan=len(_heads(view)), scope="rowgroup", role="rowheader")
        rows = [_row(view, one) for one in group]
        bodies.append(html.Tbody([html.Tr(head, className="pillar-row", role="row"), *rows], role="rowgroup"))
    return bodies


def _row(view: ProvinceView, one: Standing) -> Component:
    lang, indicator = view.choice.language, one.indicator
    cells: list[tuple[str, Children, str]] = [
        (lang("Giá trị"), _value(one, lang), "number"),
        (lang("Trạng thái"), _status(one, lang), "of-status"),
        (lang("Cả nước"), stated(one.national, indicator, lang), "number soft"),
        (median_word(view), _median(one, lang), "number soft"),
        (lang("Chỉ tiêu"), _target(one, lang), "of-target"),
        (lang("Nhịp độ"), _pace(one, lang), PACE),
        (lang("So với một năm trước"), change(one, lang), "number"),
        (lang("Số liệu đến"), _day(one, lang), "number day"),
    ]
    head = link(
        [html.Span(indicator.code, className="option-code"), name(indicator, lang)],
        INDICATOR,
        view.choice,
        "indicator-link",
        area=view.area,
        **(carried(view.choice) | {"i": indicator.code}),
    )
    current = " current" if indicator.code == view.choice.indicator.code else ""
    part = " part" if indicator.part_of else ""
    return html.Tr(
        [
            html.Th(head, scope="row", role="rowheader"),
            *(
                html.Td(
                    content,
                    className=style,
                    role="cell",
                    **{"data-label": label},
                )
                for label, content, style in cells
                if label
            ),
        ],
        role="row",
        className=f"{current}{part}".strip() or None,
    )


def _status(one: Standing, lang: Language) -> Children:
    """The status with what it and the value rest on."""
    value = one.value
    said = [status_mark(value.status, lang)]
    known = value.value is not None or value.judged_on is None
    remarks = [text for text in marks(value, lang) if text != lang("số liệu minh họa")]
    if not known:
        last = amount(value.judged_value, one.indicator, lang)
        remarks[:1] = [lang("theo số {day}: {last}", day=lang.date(value.judged_on), last=last)]
    if remarks:
        said.append(html.Span("; ".join(remarks), className="remark"))
    return said


def _value(one: Standing, lang: Language) -> Children:
    """The value with its parts; of a milestone the status beside it says it all."""
    if one.indicator.kind == "milestone":
        return nothing_mark(lang("tình trạng bên cạnh đã nói đủ"))
    value = one.value
    if value.value is None:
        return html.Span(
            shown_value(value, one.indicator, lang), className="soft"
        )  # missing, or why not known
    number = amount(value.value, one.indicator, lang)
    said: list[Component | str] = [
        html.Span([number, origin_button(value, lang, short=True)], className="value-line")
    ]
    if of := parts(value, lang):
        said.append(html.Span(of, className="of"))
    return said


def _median(one: Standing, lang: Language) -> Children:
    if one.median is None:
        return nothing_mark(lang("chưa có tỉnh nào để so"))
    of = lang.plural("{n} tỉnh", one.compared)
    return [html.Span(amount(one.median, one.indicator, lang)), html.Span(of, className="of")]


def _target(one: Standing, lang: Language) -> Children:
    """The target that is judged; a province's own is named as such, with the text that sets it."""
    value = one.value
    if value.target is None:
        return nothing_mark(lang("không có chỉ tiêu"))
    said: list[Component | str] = [html.Span(target(value, one.indicator, lang))]
    if value.own_target:
        said.append(html.Span(lang("chỉ tiêu riêng của tỉnh"), className="own-mark"))
        if value.target_basis:
            said.append(html.Span(value.target_basis, className="of", lang="vi"))
    return said


def _pace(one: Standing, lang: Language) -> Children:
    """How much of the way that should lie behind it does, and what is needed a year from here."""
    value = one.value
    if value.pace is None and value.required_per_year is None:
        return nothing_mark(lang("không đánh giá nhịp độ"))
    said: list[Component | str] = [
        html.Span(
            nothing_mark(lang("không đánh giá nhịp độ"))
            if value.pace is None
            else lang.percent(100 * value.pace, 0)
        )
    ]
    if value.required_per_year is not None and value.status not in ("achieved", "achieved_late"):
        needed = difference(value.required_per_year, one.indicator, lang)
        said.append(html.Span(lang("cần {needed}/năm", needed=needed), className="of"))
    return said


def change(one: Standing, lang: Language) -> Children:
    """The change in a year with an arrow; whether it is for the better is said, not only coloured."""
    if one.change is None:
        return nothing_mark(lang("chưa so được với năm trước"))
    text, better = difference(one.change, one.indicator, lang), one.better
    if better is None or not round(one.change, 1):
        return text
    word = lang("tốt lên") if better > 0 else lang("kém đi")
    arrow = "▲" if one.change > 0 else "▼"
    return html.Span(
        [
            html.Span(arrow, className="card-arrow", title=word, **{"aria-hidden": "true"}),
            text,
            html.Span(f" ({word})", className="visually-hidden"),
        ],
        className="moved moved--better" if better > 0 else "moved moved--worse",
    )


def _day(one: Standing, lang: Language) -> Children:
    day = one.value.observed_on
    return missing_mark(lang) if day is None else lang.date(day)
