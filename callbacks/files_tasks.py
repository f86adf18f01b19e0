"""What the page Nhiệm vụ gives away: the list, the timeline, and how each province stands."""

from collections.abc import Sequence

from callbacks.asked import Asked, Refused
from callbacks.files_map import status_marks_of
from callbacks.tasks import read_tasks_view
from charts.statuses import TASK_STATUSES
from charts.timeline import height, timeline
from exports.captions import caption
from exports.cells import table
from exports.deeds import task_cells, task_columns
from exports.report import Column
from exports.thing import Picture, Thing
from exports.values import number_of
from layouts.choice import Choice
from layouts.systems_view import DECISION_NUMBERS
from layouts.tasks_provinces import provinces
from layouts.tasks_timeline import bars
from layouts.tasks_view import (
    ASSIGNED,
    CLARITY_WORDS,
    Standing,
    TasksView,
    asked_for,
    body_name,
    standings,
)

WIDTH = 1100


def read_list(asked: Asked) -> Thing:
    """The tasks that are asked for, each with the report of the body looked at."""
    view = _view(asked)
    return tasks_thing(asked, view, asked_for(standings(view), view.choice))


def read_timeline(asked: Asked) -> Thing:
    """The same tasks as bars over the years."""
    view, lang = _view(asked), asked.lang
    shown = asked_for(standings(view), view.choice)
    drawn = bars(shown, lang)
    thing = tasks_thing(asked, view, shown, key="timeline")
    if not drawn:
        return thing
    figure = timeline(drawn, today=view.today, lang=lang, theme=view.choice.theme)
    marks = status_marks_of((bar.state for bar in drawn), TASK_STATUSES, view.choice)
    return Thing(thing.table, Picture(figure, WIDTH, height(drawn), marks))


def tasks_thing(asked: Asked, view: TasksView, shown: Sequence[Standing], key: str = "list") -> Thing:
    """These tasks as a table."""
    lang = asked.lang
    said = caption(
        lang("Nhiệm vụ, giải pháp: {body}", body=body_name(view, lang)),
        asked.around,
        filters=_filters(view.choice),
        illustrative=any(one.report.illustrative for one in shown),
        notes=[lang("Tình trạng tính đến ngày {day}.", day=lang.date(view.today))],
    )
    rows = [task_cells(one.task, one.report, lang) for one in shown]
    return Thing(table(key, said, task_columns(lang), rows))


def read_provinces(asked: Asked) -> Thing:
    """How each province stands with its parts, the least assigned first."""
    view, lang = _view(asked), asked.lang
    found = provinces(view)
    said = caption(
        lang("Nhiệm vụ theo tỉnh, thành phố"),
        asked.around,
        filters=_filters(view.choice)[:1],
        illustrative=any(one.illustrative for one in view.reports),
        notes=[lang("Tình trạng tính đến ngày {day}.", day=lang.date(view.today))],
    )
    heads = [
        Column(lang("Mã"), code="area_code"),
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Số phần việc"), "number", code="parts"),
        Column(lang("Đã báo cáo"), "number", code="reported"),
        *(Column(lang(status.word), "number", code=code) for code, status in TASK_STATUSES.items()),
        Column(lang("Chưa rõ ít nhất một điều"), "number", code="unassigned"),
        Column(lang("Tỷ lệ đã phân công rõ"), "number", 1, "%", ASSIGNED),
    ]
    rows = [
        (
            one.code,
            one.name,
            one.total,
            one.total - one.states["no_report"],
            *(one.states[code] for code in TASK_STATUSES),
            one.unassigned,
            number_of(one.assigned, lang),
        )
        for one in found
    ]
    indicators = (view.catalogue[ASSIGNED],) if ASSIGNED in view.catalogue else ()
    return Thing(table("provinces", said, heads, rows), indicators=indicators)


def _filters(chosen: Choice) -> list[str]:
    lang = chosen.language
    decision = DECISION_NUMBERS.get(chosen.decision or "")
    state = TASK_STATUSES.get(chosen.state or "")
    return [
        lang("Quyết định {decision}", decision=decision) if decision else lang("cả hai quyết định"),
        lang(state.word) if state else lang("chưa phân công đủ") if chosen.state else "",
        lang(CLARITY_WORDS[chosen.kind]) if chosen.kind in CLARITY_WORDS else "",
    ]


def _view(asked: Asked) -> TasksView:
    view = read_tasks_view(asked.repository, asked.choice)
    if view.choice.problems:
        raise Refused(*view.choice.problems)
    return view


THINGS = {"list": read_list, "timeline": read_timeline, "provinces": read_provinces}
