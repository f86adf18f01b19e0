"""How each province stands with its parts of the tasks; those with the least assigned first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from charts.wording import amount, parts
from indicators.model import Value
from indicators.tasks import TaskReport
from language import Language, collation_key
from layouts.components import choosing, origin_button
from layouts.export_menu import exportable
from layouts.tables import carded, long_list
from layouts.tasks_row import stacked
from layouts.tasks_view import ASSIGNED, DONE, TasksView, states


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its reports and its share of tasks assigned; None where that isn't known at all."""

    code: str
    name: str
    states: Counter[str]
    unassigned: int
    assigned: Value | None

    @property
    def total(self) -> int:
        """How many tasks it has a part in."""
        return self.states.total()


def provinces(view: TasksView) -> tuple[Province, ...]:
    """Every province with a part in the tasks of the decision asked for.

    The least assigned comes first, one without any report before all; of equals the one with more overdue.
    """
    lang, wanted = view.choice.language, view.choice.decision
    decisions = {task.code: task.decision for task in view.tasks}
    mine: dict[str, list[TaskReport]] = {}
    for one in view.reports:
        if one.level == "province" and wanted in (None, decisions.get(one.task)):
            mine.setdefault(one.area_code, []).append(one)
    values = {value.area_code: value for value in view.assigned.values}
    found = [
        Province(
            code,
            lang.pick(reports[0].area_name, reports[0].area_name_en),
            states(reports),
            sum(bool(one.lacking) for one in reports),
            values.get(code),
        )
        for code, reports in mine.items()
    ]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(one: Province) -> tuple[float, int, object]:
    share = one.assigned.value if one.assigned and one.assigned.value is not None else -1
    return round(share, 9), -one.states["overdue"], collation_key(one.name)


def province_table(view: TasksView, found: Sequence[Province]) -> Component:
    """The table of provinces; a name opens that province's own tasks."""
    lang = view.choice.language
    title = lang("Theo tỉnh, thành phố")
    head = (
        (lang("Tỉnh, thành phố"), ""),
        (lang("Đã báo cáo"), "number"),
        (lang("Hoàn thành"), "number"),
        (lang("Quá hạn"), "number"),
        (lang("Chưa rõ ít nhất một điều"), "number"),
        (lang("Tỷ lệ đã phân công rõ"), "number"),
        (lang("Các trạng thái"), "wide"),
    )
    table = html.Table(
        [
            html.Caption(title, className="visually-hidden"),
            html.Thead(html.Tr([html.Th(text, scope="col", className=style) for text, style in head])),
            html.Tbody([_row(view, one) for one in found]),
        ],
        className="province-tasks",
    )
    said = lang("Xếp theo tỷ lệ đã phân công rõ, thấp nhất trước. Chọn một tỉnh để xem nhiệm vụ của tỉnh đó.")
    scroll = {"tabIndex": "0", "role": "region", "aria-label": f"{lang('Bảng số')}: {title}"}
    return html.Section(
        [
            html.Div(
                [
                    html.H2(title, id="task-provinces-title"),
                    exportable("provinces", lang, picture=False, what=title),
                ],
                className="export-head",
            ),
            html.P(said, className="quiet"),
            long_list(html.Div(carded(table), className="table-scroll", **scroll), lang),
        ],
        className="tile",
        **{"aria-labelledby": "task-provinces-title"},
    )


def _row(view: TasksView, one: Province) -> Component:
    lang = view.choice.language
    current = {"aria-current": "true"} if one.code == view.body else {}
    button = html.Button(
        one.name, type="button", className="text-button to-top", **choosing(area=one.code), **current
    )
    reported = one.total - one.states["no_report"]
    done = sum(one.states[state] for state in DONE)
    cells = [
        html.Td(f"{lang.number(reported, 0)}/{lang.number(one.total, 0)}", className="number"),
        html.Td(lang.number(done, 0), className="number"),
        html.Td(lang.number(one.states["overdue"], 0), className=_counted(one.states["overdue"])),
        html.Td(lang.number(one.unassigned, 0), className=_counted(one.unassigned)),
        html.Td(_share(view, one, lang), className="number"),
        html.Td(stacked(one.states, lang), className="wide"),
    ]
    return html.Tr([html.Th(button, scope="row"), *cells], className="current" if current else None)


def _counted(number: int) -> str:
    return "number" if number else "number number--none"


def _share(view: TasksView, one: Province, lang: Language) -> Component | str:
    value = one.assigned
    if value is None or ASSIGNED not in view.catalogue:
        return lang.missing
    of = parts(value, lang)
    return html.Span(
        [
            amount(value.value, view.catalogue[ASSIGNED], lang),
            *([html.Span(f" ({of})", className="of")] if of else []),
            origin_button(value, lang, short=True),
        ],
        className="share",
    )
