"""What the page Hệ thống gives away: the list of systems."""

from callbacks.asked import Asked
from charts.statuses import ALL_STATUSES
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.deeds import milestone_cells, milestone_columns
from exports.report import Column
from exports.thing import Thing
from layouts.systems_view import DECISION_NUMBERS, FLOWS, SystemsView, asked_for, of_decision, state


def read_list(asked: Asked) -> Thing:
    """The systems that are asked for, each with its newest report."""
    chosen, lang = asked.choice, asked.lang
    view = SystemsView(chosen, asked.repository.catalogue, asked.repository.read_systems(chosen.load))
    shown = asked_for(of_decision(view), chosen)
    said = caption(
        lang("Hệ thống thông tin"),
        asked.around,
        filters=[
            DECISION_NUMBERS.get(chosen.decision or "", ""),
            lang(ALL_STATUSES[chosen.status].word) if chosen.status else "",
            lang(FLOWS[chosen.kind][1]) if chosen.kind in FLOWS else "",
        ],
        illustrative=any(one.milestone and one.milestone.illustrative for one in shown),
    )
    heads = [
        Column(lang("Mã hệ thống"), code="system"),
        Column(lang("Hệ thống"), code="system_name"),
        Column(lang("Nhóm"), code="category"),
        Column(lang("Trao đổi số liệu"), code="flow_word"),
        Column(lang("Mã trao đổi"), code="flow"),
        Column(lang("Đơn vị chủ quản"), code="owner"),
        Column(lang("Văn bản"), code="decision"),
        Column(lang("Điều khoản"), code="clause"),
        Column(lang("Chỉ số liên quan"), code="indicators"),
        *milestone_columns(lang),
    ]
    rows: list[tuple[AnyCell, ...]] = []
    for one in shown:
        system = one.system
        unreported: tuple[AnyCell, ...] = (
            lang(ALL_STATUSES[state(one)].word),
            state(one),
            *[Absent()] * (len(milestone_columns(lang)) - 2),
        )
        rows.append(
            (
                system.code,
                lang.pick(system.name_vi, system.name_en),
                lang.pick(system.category, system.category_en),
                lang(FLOWS[system.flow][1]),
                system.flow,
                system.owner_now,
                system.decision,
                system.clause,
                ", ".join(system.indicators),
                *(milestone_cells(one.milestone, lang) if one.milestone else unreported),
            )
        )
    return Thing(table("list", said, heads, rows))


THINGS = {"list": read_list}
