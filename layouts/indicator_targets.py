"""The targets of an indicator and what became of them, and those that provinces set themselves."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import rounded_limit
from indicators.lifecycle import TargetLife
from indicators.model import Indicator, Value
from language import N_, Language, collation_key
from layouts.choice import Choice
from layouts.components import area_button, nothing, origin_button, status_mark
from layouts.export_menu import exportable
from layouts.tables import data_table, row
from layouts.term_notes import explained
from layouts.wording import area_name

SIGNS = {">=": "≥", "<=": "≤", "=": "="}
# The state of a target; `{day}` is when it began, `{basis}` the text behind it.
STATES = {
    "in_force": N_("Đang có hiệu lực"),
    "deadline_passed": N_("Đã hết hạn, xét theo số liệu tại hạn"),
    "superseded": N_("Bị thay thế từ {day}"),
    "deadline_amended": N_("Được điều chỉnh hạn từ {day}"),
    "population_ended": N_("Không còn đối tượng áp dụng từ {day}"),
}


def targets_card(lives: Sequence[TargetLife], values: Sequence[Value], chosen: Choice) -> Component:
    """The history of the targets, by deadline, and the provinces' own; says so where there is none."""
    lang, indicator = chosen.language, chosen.indicator
    own = [value for value in values if value.own_target]
    words = lang("Chỉ tiêu qua các văn bản")
    title = html.Div(
        [
            html.H2(explained(words, lang, "target"), id="targets-title"),
            *([exportable("targets", lang, picture=False, what=words)] if lives else []),
        ],
        className="export-head",
    )
    content: list[Component] = [title]
    if lives:
        columns = [
            (lang("Chỉ tiêu"), "number"),
            (lang("Hạn"), "day"),
            (lang("Tình trạng"), ""),
            (lang("Căn cứ pháp lý"), ""),
        ]
        names = {value.area_code: area_name(value, lang) for value in values}
        rows = [_life(life, names, indicator, lang) for life in lives]
        content.append(data_table(lang("Các chỉ tiêu và hiệu lực"), columns, rows, hidden_caption=True))
    else:
        content.append(
            nothing(
                lang("Không văn bản nào đặt chỉ tiêu cho chỉ số này."),
                lang("Chỉ số bối cảnh: theo dõi xu hướng, không đánh giá."),
            )
        )
    if own:
        content += _own(own, chosen)
    elif indicator.level != "country" and lives:
        said = lang("Chưa tỉnh nào đặt chỉ tiêu riêng; mọi tỉnh theo chỉ tiêu chung.")
        content.append(html.P(said, className="quiet"))
    return html.Section(content, className="tile indicator-targets", **{"aria-labelledby": "targets-title"})


def _life(life: TargetLife, names: Mapping[str, str], indicator: Indicator, lang: Language) -> Component:
    target = life.target
    state: list[Component] = [html.Span(lang(STATES[life.state], day=lang.date(life.since)))]
    if target.interim:
        state.append(html.Span(lang("chỉ tiêu trung gian, không chấm riêng"), className="quiet"))
    if target.provinces:
        places = ", ".join(names.get(code, code) for code in target.provinces)
        state.append(html.Span(lang("chỉ áp dụng ở {places}", places=places), className="quiet"))
    if life.state in ("superseded", "deadline_amended") and life.basis:
        state.append(html.Span(life.basis, lang="vi", className="quiet"))
    if life.state == "population_ended":
        why = lang.pick(indicator.ended_because_vi, indicator.ended_because_en)
        state.append(html.Span(why, className="quiet"))
    if indicator.kind == "milestone":
        limit = lang("hoàn thành")
    else:
        limit = f"{SIGNS[target.operator]} {rounded_limit(target.value, indicator, lang)}"
    return html.Tr(
        [
            html.Td(limit, className="number"),
            html.Td(lang.date(target.date), className="day"),
            html.Td(html.Div(state, className="target-state")),
            html.Td(target.legal_basis, lang="vi"),
        ]
    )


def _own(values: Sequence[Value], chosen: Choice) -> list[Component]:
    """The provinces that set a target of their own, by name."""
    lang, indicator = chosen.language, chosen.indicator
    ordered = sorted(values, key=lambda value: collation_key(area_name(value, lang)))
    rows = [
        row(
            area_button(value, area_name(value, lang), "text-button", chosen.area),
            ("" if value.target is None else rounded_limit(value.target, indicator, lang), "number"),
            (lang.date(value.deadline), "day"),
            (status_mark(value.status, lang), ""),
            (html.Span(value.target_basis, lang="vi"), ""),
            (origin_button(value, lang, short=True), "source"),
        )
        for value in ordered
    ]
    columns = [
        (lang("Tỉnh, thành phố"), ""),
        (lang("Chỉ tiêu riêng"), "number"),
        (lang("Hạn"), "day"),
        (lang("Trạng thái"), ""),
        (lang("Căn cứ"), ""),
        (lang("Nguồn"), "source"),
    ]
    title = lang("Chỉ tiêu riêng của tỉnh, thành phố")
    return [html.H3(title), data_table(title, columns, rows, hidden_caption=True)]
