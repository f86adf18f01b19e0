"""What needs attention on the overview: each with one sentence why, who is in charge and the way there."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, difference, parts, rounded_limit
from indicators.attention import Concern
from indicators.cards import Card
from indicators.model import COUNTRY
from language import Language
from layouts.choice import Choice
from layouts.components import nothing, origin_button, status_mark
from layouts.export_menu import exportable
from layouts.links import INDICATOR, link
from layouts.wording import distance, name


def attention_list(concerns: Sequence[Concern], chosen: Choice) -> Component:
    """The list; that nothing needs attention is said, not left blank."""
    lang = chosen.language
    content: Component = (
        html.Ol([_item(concern, chosen) for concern in concerns], className="concerns")
        if concerns
        else nothing(
            lang("Không có chỉ tiêu nào xấu đi, quá hạn hoặc thiếu số liệu trong phần đang xem."), good=True
        )
    )
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Cần chú ý"), id="attention-title"),
                    exportable("attention", lang, picture=False, what=lang("Cần chú ý")),
                ],
                className="export-head",
            ),
            content,
        ],
        className="overview-section",
        **{"aria-labelledby": "attention-title", "data-slide": lang("Cần chú ý")},
    )


def why(concern: Concern, lang: Language) -> str:
    """One sentence on why an indicator needs attention, from its numbers."""
    card, value = concern.card, concern.card.value
    indicator = card.indicator
    now = amount(value.value, indicator, lang)
    deadline = lang.date(value.deadline)
    limit = "" if value.target is None else rounded_limit(value.target, indicator, lang)
    if concern.reason == "slipped":
        return lang("Từng đạt chỉ tiêu {target}, nay là {now}.", target=limit, now=now)
    if concern.reason == "reversing":
        start = amount(value.baseline, indicator, lang)
        return lang("Lùi so với mốc gốc: từ {start} nay là {now}.", start=start, now=now)
    if concern.reason == "worsened":
        return _worsened(card, lang)
    if concern.reason == "overdue":
        return _overdue(card, lang)
    if concern.reason == "missed":
        return _missed(card, lang)
    if concern.reason == "awaiting":
        return lang("Đã hết hạn {deadline} nhưng chưa có số liệu tại hạn để kết luận.", deadline=deadline)
    return lang("Chưa có số liệu nào dùng được; hạn của chỉ tiêu là {deadline}.", deadline=deadline)


def in_charge(card: Card) -> str:
    """Who is responsible now: the unit that reported the country's milestone, else the definition's."""
    units = (
        one.responsible_unit for one in card.milestones if one.area_code == COUNTRY and one.responsible_unit
    )
    return next(units, card.indicator.responsible_now)


def _worsened(card: Card, lang: Language) -> str:
    change, now = (
        difference(card.change or 0, card.indicator, lang),
        amount(card.value.value, card.indicator, lang),
    )
    if card.indicator.direction == "up":
        return lang("{change} so với một năm trước, nay là {now}; cần tăng lên.", change=change, now=now)
    return lang("{change} so với một năm trước, nay là {now}; cần giảm xuống.", change=change, now=now)


def _overdue(card: Card, lang: Language) -> str:
    value, deadline = card.value, lang.date(card.value.deadline)
    if value.denominator is not None and value.denominator > 1:
        return lang(
            "Quá hạn {deadline}: {done} tỉnh, thành phố hoàn thành.",
            deadline=deadline,
            done=parts(value, lang),
        )
    return lang("Quá hạn {deadline} mà chưa có báo cáo hoàn thành.", deadline=deadline)


def _missed(card: Card, lang: Language) -> str:
    value, indicator = card.value, card.indicator
    judged = value.judged_value if value.judged_value is not None else value.value
    assert judged is not None
    assert value.target is not None
    return lang(
        "Khi hết hạn {deadline} mới được {judged}, còn thiếu {gap} so với chỉ tiêu {target}.",
        deadline=lang.date(value.deadline),
        judged=amount(judged, indicator, lang),
        gap=distance(value.target - judged, indicator, lang),
        target=rounded_limit(value.target, indicator, lang),
    )


def _item(concern: Concern, chosen: Choice) -> Component:
    lang, card = chosen.language, concern.card
    return html.Li(
        [
            html.Div(
                [
                    status_mark(card.value.status, lang),
                    html.Span(card.indicator.code, className="card-code"),
                ],
                className="card-head",
            ),
            html.H3(link(name(card.indicator, lang), INDICATOR, chosen, "card-link", i=card.indicator.code)),
            html.P(
                [why(concern, lang), "\N{NO-BREAK SPACE}", origin_button(card.value, lang, short=True)],
                className="concern-why",
            ),
            html.P(
                [html.Span(lang("Phụ trách: ")), html.Span(in_charge(card), lang="vi")],
                className="concern-charge",
            ),
        ],
        className="concern",
    )
