"""An indicator inside the areas: by zone and by ethnic group."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import amount
from indicators.groups import GroupValue
from indicators.model import Indicator
from language import Language
from layouts.components import Children, hidden_mark, missing_mark, nothing_mark
from layouts.export_menu import exportable
from layouts.tables import data_table, row
from layouts.term_notes import explained

SHOWN = 15  # ethnic groups, before the line that unfolds the others


def zones_card(
    zones: Sequence[GroupValue], indicator: Indicator, where: str, lang: Language
) -> Component | str:
    """The communes of each zone together, as bars with n/N; or, in words, why there are none."""
    if not any(zone.value is not None or zone.suppressed for zone in zones):
        if indicator.level == "commune":
            return lang("Chưa có số liệu cấp xã để chia theo khu vực I, II, III.")
        return lang("Chỉ số này không báo cáo đến cấp xã nên không chia theo khu vực I, II, III hay theo xã.")
    top = _top(zones, indicator)
    marked = any(_marks(zone, lang) for zone in zones)
    rows = [
        row(
            lang.pick(zone.name_vi, zone.name_en),
            (_bar(zone.value, top), "group-bar"),
            (_value(zone, amount(zone.value, indicator, lang), lang), "number"),
            (_parts(zone, lang), "number"),
            (_reported(zone, lang), "number"),
            *([(_marks(zone, lang), "")] if marked else []),
        )
        for zone in zones
    ]
    columns = [
        (lang("Khu vực"), ""),
        ("", "group-bar"),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        (lang("Xã báo cáo"), "number"),
        *([(lang("Ghi chú"), "")] if marked else []),
    ]
    note = lang(
        "{where}: gộp các xã theo phân định xã vùng đồng bào dân tộc thiểu số và miền núi; "
        "khu vực III khó khăn nhất.",
        where=where,
    )
    table = data_table(lang("Giá trị theo khu vực"), columns, rows, hidden_caption=True)
    words = lang("Theo khu vực I, II, III")
    title = html.Div(
        [
            html.H2(explained(words, lang, "zone"), id="zones-title"),
            exportable("zones", lang, picture=False, what=words),
        ],
        className="export-head",
    )
    return _card([title, html.P(note, className="quiet"), table], "zones-title")


def ethnic_groups_card(
    groups: Sequence[GroupValue], indicator: Indicator, where: str, lang: Language
) -> Component | str:
    """The ethnic groups as bars, the largest first, most of them folded away; or why there are none."""
    if not groups:
        return lang("Số liệu của chỉ số này không tách theo dân tộc.")
    counts = [group.value if group.value is not None else group.numerator for group in groups]
    top = max((count for count in counts if count is not None), default=1.0) or 1.0
    marked = any(_marks(group, lang) for group in groups)
    rows = [_group(group, indicator, top, marked, lang) for group in groups]
    columns = [
        (lang("Dân tộc"), ""),
        ("", "group-bar"),
        (lang("Giá trị"), "number"),
        *([("n/N", "number")] if indicator.denominator else []),
        *([(lang("Ghi chú"), "")] if marked else []),
    ]
    caption = lang("Giá trị theo dân tộc")
    said = lang.plural("{where}: {n} dân tộc có số liệu riêng.", len(groups), where=where)
    content: list[Component] = [
        html.Div(
            [
                html.H2(lang("Theo dân tộc"), id="groups-title"),
                exportable("groups", lang, picture=False, what=lang("Theo dân tộc")),
            ],
            className="export-head",
        ),
        html.P(said, className="quiet"),
        data_table(caption, columns, rows[:SHOWN], hidden_caption=True),
    ]
    if len(rows) > SHOWN:
        summary = lang.plural("Xem {n} dân tộc còn lại", len(rows) - SHOWN)
        rest = data_table(caption, columns, rows[SHOWN:], hidden_caption=True)
        content.append(html.Details([html.Summary(summary), rest], className="fold"))
    return _card(content, "groups-title")


def breakdowns(cards: Sequence[Component | str]) -> list[Component]:
    """The cards that there are; why there are no others in one quiet line, rather than in empty boxes."""
    found = [card for card in cards if not isinstance(card, str)]
    reasons = " ".join(card for card in cards if isinstance(card, str) and card)
    return [*found, *([html.P(reasons, className="quiet no-breakdown")] if reasons else [])]


def _group(group: GroupValue, indicator: Indicator, top: float, marked: bool, lang: Language) -> Component:
    value = group.value if group.value is not None else group.numerator
    written = (
        amount(group.value, indicator, lang)
        if group.value is not None or group.numerator is None
        else lang.number(group.numerator, 0)
    )
    return row(
        lang.pick(group.name_vi, group.name_en),
        (_bar(value, top), "group-bar"),
        (_value(group, written, lang), "number"),
        *([(_parts(group, lang), "number")] if indicator.denominator else []),
        *([(_marks(group, lang), "")] if marked else []),
    )


def _card(content: Sequence[Component], title: str) -> Component:
    return html.Section(list(content), className="tile indicator-groups", **{"aria-labelledby": title})


def _top(groups: Sequence[GroupValue], indicator: Indicator) -> float:
    """The end of the bars: the scale of the indicator, or what lies beyond it."""
    known = [group.value for group in groups if group.value is not None]
    return max(known, default=1.0) if indicator.kind == "count" else max([indicator.scale[1], *known])


def _bar(value: float | None, top: float) -> Component | str:
    if value is None:
        return ""
    return html.Meter(
        min="0", max=str(top), value=str(value), className="rank-bar", **{"aria-hidden": "true"}
    )


def _value(group: GroupValue, written: str, lang: Language) -> Children:
    """What is written of a group; what is hidden or missing looks as it does everywhere."""
    if group.suppressed:
        return hidden_mark(lang)
    return missing_mark(lang) if group.value is None and group.numerator is None else written


def _parts(group: GroupValue, lang: Language) -> Children:
    if group.numerator is None or group.denominator is None:
        return nothing_mark(lang("chưa đủ tử số và mẫu số"))
    return f"{lang.number(group.numerator, 0)}/{lang.number(group.denominator, 0)}"


def _reported(group: GroupValue, lang: Language) -> Children:
    if group.reported is None or group.expected is None:
        return nothing_mark(lang("không rõ số xã báo cáo"))
    return f"{lang.number(group.reported, 0)}/{lang.number(group.expected, 0)}"


def _marks(group: GroupValue, lang: Language) -> str:
    said = [
        (group.provisional, lang("tạm tính")),
        (group.illustrative, lang("minh họa")),
    ]
    return ", ".join(text for holds, text in said if holds and (group.value or group.numerator) is not None)
