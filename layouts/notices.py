"""What is said above the page: illustrative numbers, a wrong address, a warehouse that is away."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from indicators.loads import Load
from indicators.model import ValueTable
from language import Language
from layouts.choice import PARAMETERS, Choice, Problem
from layouts.components import alert, choosing, nothing
from layouts.links import INDICATOR, QUALITY, link
from layouts.term_notes import explained

LISTED = 64  # so many allowed values are named, no more


def banner(illustrative: bool, lang: Language) -> Component | None:
    """What nobody can mistake where a shown number is made up; nothing where all are real."""
    if not illustrative:
        return None
    return html.P(
        [
            html.Strong(lang("SỐ LIỆU MINH HỌA – không dùng để báo cáo")),
            html.Span(lang("Các số trên trang này được tạo ra để trình diễn, không phải số thật.")),
        ],
        className="banner",
    )


def stamp(table: ValueTable, lang: Language) -> list[Component | str]:
    """Up to which day the numbers go and with which load they came."""
    return explained(_stamp(table, lang), lang, "load")


def _stamp(table: ValueTable, lang: Language) -> str:
    days: list[date] = [value.observed_on for value in (table.national, *table.values) if value.observed_on]
    if table.load_id is None:
        return lang("Chưa có lần nạp nào được duyệt")
    if not days:
        return lang("Lần nạp số {load}", load=table.load_id)
    return lang("Số liệu đến {day} · lần nạp số {load}", day=lang.date(max(days)), load=table.load_id)


def state_stamp(load: Load | None, lang: Language) -> list[Component | str]:
    """With which load the numbers of a page came, and when that was."""
    if load is None:
        said = lang("Chưa có lần nạp nào được duyệt")
    elif load.loaded_at is None:
        said = lang("Lần nạp số {load}", load=load.load_id)
    else:
        said = lang("Theo lần nạp số {load}, {day}", load=load.load_id, day=lang.moment(load.loaded_at))
    return explained(said, lang, "load")


def problem_notices(problems: Sequence[Problem], lang: Language) -> list[Component]:
    """A line for each parameter of the address that can't be used; the address itself stays as it is."""
    return [
        html.P(
            [html.Span("!", className="notice-icon", **{"aria-hidden": "true"}), _told(one, lang)],
            className="notice",
        )
        for one in problems
    ]


def _told(problem: Problem, lang: Language) -> str:
    if problem.reason:
        return lang(problem.reason, value=problem.value)
    allowed = ", ".join(problem.allowed[:LISTED]) + (", …" if len(problem.allowed) > LISTED else "")
    return lang(
        "Tham số “{parameter}” ({meaning}) trong địa chỉ có giá trị không dùng được: “{value}”. "
        "Chấp nhận: {allowed}. Đang dùng giá trị mặc định.",
        parameter=problem.parameter,
        meaning=lang(PARAMETERS[problem.parameter]),
        value=problem.quoted,
        allowed=allowed,
    )


def as_of_note(load: Load | None, chosen: Choice) -> Component | None:
    """That an earlier state of the data is shown, with the ways to what has changed since and to now."""
    if load is None:
        return None
    lang = chosen.language
    said = lang(
        "Đang xem số liệu chốt theo lần nạp số {load} ({day}): chỉ gồm những gì đã biết khi đó.",
        load=load.load_id,
        day=lang.moment(load.loaded_at),
    )
    return html.P(
        [
            html.Span("↺", className="notice-icon", **{"aria-hidden": "true"}),
            html.Span(said),
            link(lang("Xem những gì đã thay đổi từ đó"), QUALITY, chosen, kind="revisions"),
            html.Button(
                lang("Về số liệu mới nhất"), type="button", className="text-button", **choosing(load="")
            ),
        ],
        className="notice notice--load",
    )


def trouble_alert(message: str, lang: Language) -> Component:
    """That the warehouse can't be read, what is wrong with it, and that the page will come back by itself."""
    hint = lang(
        "Trang tự thử lại và cập nhật khi kho trở lại; hình đang thấy, nếu có, là lần đọc được gần nhất."
    )
    return alert(lang("Không đọc được kho dữ liệu: {message}", message=message.rstrip(".")), hint)


def is_empty(table: ValueTable) -> bool:
    """Whether no area has a value, though the indicator still applies."""
    valued = any(value.value is not None for value in table.values)
    return not valued and table.national.status != "not_applicable"


def country_note(chosen: Choice) -> list[Component]:
    """That an indicator is measured for the country alone, and where to read it."""
    lang = chosen.language
    way = link(lang("Xem trang của chỉ số"), INDICATOR, chosen, class_name="button", i=chosen.indicator.code)
    return [nothing(lang("Chỉ số này chỉ đo ở cấp trung ương, không chia theo tỉnh."), "", way)]


def empty_note(period: str, newest: str | None, lang: Language) -> list[Component]:
    """What to do where no area has a value in a period; `newest` is the newest one with data, if any."""
    said = lang("{period}: chưa có số liệu.", period=lang.period(period))
    if newest is None:
        return [
            nothing(
                said, lang("Chưa kỳ nào có số liệu: hãy chọn chỉ số khác, hoặc nhờ đơn vị vận hành kho nạp.")
            )
        ]
    if newest == period:
        return [nothing(said, lang("Hãy chọn ranh giới khác hoặc chỉ số khác."))]
    button = html.Button(
        lang("Xem kỳ gần nhất có số liệu: {period}", period=lang.period(newest)),
        type="button",
        className="button",
        **choosing(p=newest),
    )
    return [nothing(said, "", button)]
