"""How the former provinces stood before the merger, beside what they come to together and now."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, parts
from indicators.model import Indicator, Value
from language import Language
from layouts.components import Children, choosing, missing_mark, nothing
from layouts.export_menu import exportable
from layouts.province_view import ProvinceView, short_name
from layouts.tables import data_table, long_list, row
from layouts.wording import name


@dataclass(frozen=True, slots=True)
class Before:
    """The last values of an indicator before the merger: of each former province, and together."""

    indicator: Indicator
    period: str
    former: dict[str, Value]
    together: Value | None
    now: Value | None


def former_card(view: ProvinceView, found: Sequence[Before]) -> Component:
    """A row an indicator, the one chosen marked; that nothing was merged is said instead."""
    lang = view.choice.language
    title = html.H2(lang("Trước khi sáp nhập"), id="former-title")
    body = _merged(view, found) if view.territory.merged_on else [_unmerged(view, lang)]
    return html.Section(
        [title, *body], className="tile province-former", **{"aria-labelledby": "former-title"}
    )


def _unmerged(view: ProvinceView, lang: Language) -> Component:
    said = lang("{name} không sáp nhập: địa bàn không đổi, chuỗi số liệu liền mạch.", name=view.name)
    return html.P(said, className="quiet")


def _merged(view: ProvinceView, found: Sequence[Before]) -> list[Component]:
    lang, former = view.choice.language, view.territory.former
    note = lang(
        "Giá trị cuối cùng mỗi tỉnh cũ báo cáo trước {day}. Cột “Gộp lại”: tỷ lệ là tổng tử số chia "
        "tổng mẫu số, điểm số là trung bình.",
        day=lang.date(view.territory.merged_on),
    )
    if not found:
        return [
            nothing(
                lang("Chưa có số liệu nào từ trước khi sáp nhập."),
                lang("Tỉnh cũ chưa gửi số, hoặc kho chưa nạp các kỳ ấy: nhờ đơn vị vận hành kho xem lại."),
            )
        ]
    columns = [
        (lang("Chỉ số"), ""),
        (lang("Kỳ"), ""),
        *((short_name(one, lang), "number") for one in former),
        (lang("Gộp lại"), "number"),
        (lang("Hiện nay"), "number"),
    ]
    rows = [_row(view, one) for one in found]
    title = lang("Các tỉnh cũ trước khi sáp nhập")
    return [
        html.Div(
            [
                html.P([note, " ", *_pages(view)], className="quiet"),
                exportable("former", lang, picture=False, what=title),
            ],
            className="export-head",
        ),
        long_list(data_table(title, columns, rows, hidden_caption=True), lang),
    ]


def _pages(view: ProvinceView) -> list[Component | str]:
    """The former provinces by themselves, on the boundaries that they had."""
    lang = view.choice.language
    links: list[Component | str] = [lang("Xem riêng theo 63 tỉnh:")]
    for one in view.territory.former:
        button = html.Button(
            short_name(one, lang),
            type="button",
            className="text-button",
            **choosing(b="63", area=one.code, group=""),
        )
        links += [" ", button]
    return links


def _row(view: ProvinceView, one: Before) -> Component:
    lang, indicator = view.choice.language, one.indicator
    label = [html.Span(indicator.code, className="option-code"), name(indicator, lang)]
    chosen = indicator.code == view.choice.indicator.code
    head = html.Button(
        label,
        type="button",
        className="text-button",
        **choosing(i=indicator.code),
        **({"aria-current": "true"} if chosen else {}),
    )
    cells: list[tuple[Children, str]] = [
        (lang.period(one.period), "day"),
        *(
            (_value(one.former.get(former.code), indicator, lang), "number")
            for former in view.territory.former
        ),
        (_value(one.together, indicator, lang), "number"),
        (_value(one.now, indicator, lang), "number"),
    ]
    return row(head, *cells, current=chosen)


def _value(value: Value | None, indicator: Indicator, lang: Language) -> Children:
    if value is None or value.value is None:
        return missing_mark(lang)
    shown: list[Component] = [html.Span(amount(value.value, indicator, lang))]
    if of := parts(value, lang):
        shown.append(html.Span(of, className="of"))
    if value.provisional:
        shown.append(html.Span(lang("tạm tính"), className="remark"))
    return shown
