"""What the page Chất lượng dữ liệu gives away: the heat map, the list to be mended, loads and sources."""

from collections.abc import Sequence
from dataclasses import replace

from callbacks.asked import Asked, Refused
from callbacks.data_quality import compared_load, read_heat, read_quality_state
from callbacks.quality_choice import checked
from charts.heatmap import CLASS_WORDS, class_colours, class_of
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.listed import (
    listed_cells,
    listed_columns,
    load_cells,
    load_columns,
    source_cells,
    source_columns,
    total_cells,
    total_columns,
)
from exports.report import ROW_UNIT, Caption, Column
from exports.thing import Mark, Picture, Thing
from exports.values import indicator_cells, indicator_columns, number_of, row_unit
from indicators.reporting import Tally
from layouts.choice import Choice, Problem
from layouts.quality_filter import COMPLETE, ON_TIME, listed_kind, province_names, section_of
from layouts.quality_heatmap import SHOWN
from layouts.quality_kinds import CONTROL_TOTAL, kind_title
from layouts.quality_list import chosen_lines

WIDTH, ROW, EDGES = 1000, 22, 90  # of the heat map, in pixels


def read_heatmap(asked: Asked) -> Thing:
    """The reports of every province that came, or came in time, by period."""
    chosen = _checked(asked)
    lang, section = asked.lang, section_of(chosen.kind)
    on_time = section == ON_TIME
    heat = read_heat(asked.repository.read_reporting(chosen.load), _open(chosen))
    said = _caption(
        asked,
        lang("Báo cáo đúng hạn theo tỉnh và kỳ" if on_time else "Báo cáo đã về theo tỉnh và kỳ"),
        chosen,
        [f"{lang.period(heat.periods[0])} – {lang.period(heat.periods[-1])}"] if heat.periods else [],
        notes=[lang("Đã về hoặc đúng hạn trên số báo cáo đến hạn; tỉnh cũ tính vào tỉnh hợp thành.")],
        province=False,
    )
    heads = [
        Column(lang("Mã"), code="area_code"),
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Mã kỳ"), code="period"),
        Column(lang("Đến hạn"), "number", code="due"),
        Column(lang("Đã về"), "number", code="reported"),
        Column(lang("Đúng hạn"), "number", code="on_time"),
        Column(lang("Tỷ lệ đã về"), "number", 1, "%", "reported_share"),
        Column(lang("Tỷ lệ đúng hạn"), "number", 1, "%", "on_time_share"),
    ]
    rows = [
        (code, name, lang.period(period), period, *_tallied(heat.tallies.get((code, period)), asked))
        for code, name in heat.provinces
        for period in heat.periods
    ]
    shown = SHOWN[ON_TIME if on_time else COMPLETE]
    counts = [0] * len(CLASS_WORDS)
    for code, _ in heat.provinces:
        for period in heat.periods:
            counts[class_of(heat.tallies.get((code, period)), shown)] += 1
    marks = tuple(
        Mark(class_colours(chosen.theme)[place], lang(word), count=counts[place])
        for place, word in enumerate(CLASS_WORDS)
        if counts[place]
    )
    picture = Picture(heat.figure, WIDTH, EDGES + ROW * len(heat.provinces), marks) if heat.periods else None
    return Thing(table("heatmap", said, heads, rows), picture)


def read_list(asked: Asked) -> Thing:
    """What is to be mended: of the province and the kind chosen, else everything."""
    chosen = _checked(asked)
    lang, kind = asked.lang, listed_kind(chosen.kind)
    lines = chosen_lines(asked.repository.read_listed(chosen.load), kind, chosen.area)
    names = province_names(asked.repository.read_reporting(chosen.load), lang)
    said = _caption(
        asked,
        lang(
            "Chất lượng dữ liệu: danh sách cần bổ sung, sửa – {province}",
            province=names[chosen.area] if chosen.area else lang("tất cả các tỉnh"),
        ),
        chosen,
    )
    totals = kind == CONTROL_TOTAL
    heads = [*listed_columns(lang), *(total_columns(lang) if totals else ())]
    rows = [(*listed_cells(one, lang), *(total_cells(one) if totals else ())) for one in lines]
    return Thing(table("list", said, heads, rows))


def read_revisions(asked: Asked) -> Thing:
    """What changed since the load chosen, or the one before the newest: figures, and national values."""
    chosen = _checked(asked)
    lang, repository = asked.lang, asked.repository
    since = compared_load(repository, chosen)
    if since is None:
        raise Refused(Problem("load", "", tuple(str(load.load_id) for load in repository.read_loads())))
    changes = repository.read_changes(since)
    measures = {
        one.measure_code: (one.measure_vi, one.measure_en) for one in repository.read_listed(chosen.load)
    }
    compared = lang(
        "lần nạp {since} so với lần nạp {until}",
        since=changes.since,
        until=lang.missing if changes.until is None else changes.until,
    )
    hidden = Absent(lang("được ẩn"))
    heads = [
        Column(lang("Số đo"), code="measure_name"),
        Column(lang("Mã số đo"), code="measure"),
        Column(lang("Địa bàn"), code="area_name"),
        Column(lang("Mã địa bàn"), code="area_code"),
        Column(lang("Mã dân tộc"), code="ethnic_code"),
        Column(lang("Kỳ từ ngày"), "date", code="period_start"),
        Column(lang("Kỳ đến ngày"), "date", code="period_end"),
        Column(lang("Trước"), "number", 2, code="before"),
        Column(lang("Sau"), "number", 2, code="after"),
        Column(lang("Lần nạp trước"), "number", code="load_before"),
        Column(lang("Lần nạp sau"), "number", code="load_after"),
    ]
    rows = [
        (
            lang.pick(*measures.get(one.measure_code, (one.measure_code, one.measure_code))),
            one.measure_code,
            lang.pick(one.area_name, one.area_name_en),
            one.area_code,
            one.ethnic_code or "",
            one.period_start,
            one.period_end,
            hidden if one.suppressed else one.before,
            hidden if one.suppressed else one.after,
            one.load_before,
            one.load_after,
        )
        for one in changes.revisions
    ]
    national = [one for one in changes.national if one.indicator in repository.catalogue]
    behind = table(
        "national_changes",
        _caption(asked, lang("Giá trị cả nước thay đổi"), chosen, [compared], province=False),
        [
            *indicator_columns(lang),
            Column(lang("Mã kỳ trước"), code="period_before"),
            Column(lang("Trước"), "number", unit=ROW_UNIT, code="before"),
            Column(lang("Mã kỳ sau"), code="period_after"),
            Column(lang("Sau"), "number", unit=ROW_UNIT, code="after"),
        ],
        [
            (
                *indicator_cells(repository.catalogue[one.indicator], lang),
                one.before.period,
                number_of(one.before, lang),
                one.after.period,
                number_of(one.after, lang),
            )
            for one in national
        ],
        [row_unit(repository.catalogue[one.indicator], lang) for one in national],
    )
    said = _caption(asked, lang("Số đã nạp được sửa"), chosen, [compared], province=False)
    return Thing(table("revisions", said, heads, rows), more=(behind,))


def read_drafts(asked: Asked) -> Thing:
    """The loads that nobody has approved."""
    chosen = _checked(asked)
    lang, state = asked.lang, read_quality_state(asked.repository, chosen)
    said = _caption(asked, lang("Lần nạp chờ phê duyệt"), chosen, province=False)
    return Thing(table("drafts", said, load_columns(lang), [load_cells(one) for one in state.drafts]))


def read_sources(asked: Asked) -> Thing:
    """The sources with the age of what they sent last."""
    chosen = _checked(asked)
    lang = asked.lang
    found = asked.repository.read_sources(chosen.load)
    said = _caption(asked, lang("Tuổi của từng nguồn"), chosen, province=False)
    return Thing(table("sources", said, source_columns(lang), [source_cells(one, lang) for one in found]))


def _tallied(tally: Tally | None, asked: Asked) -> tuple[AnyCell, ...]:
    if tally is None or not tally.due:
        return (Absent(asked.lang("không có báo cáo đến hạn")),) * 5
    shares = (100 * done / tally.due for done in (tally.reported, tally.on_time))
    return (tally.due, tally.reported, tally.on_time, *shares)


def _open(chosen: Choice) -> Choice:
    """The choice with a part of the page that has the heat map."""
    return chosen if section_of(chosen.kind) in SHOWN else replace(chosen, kind=None)


def _caption(
    asked: Asked,
    title: str,
    chosen: Choice,
    filters: Sequence[str] = (),
    notes: Sequence[str] = (),
    *,
    province: bool = True,
) -> Caption:
    lang = asked.lang
    names = province_names(asked.repository.read_reporting(chosen.load), lang)
    where = names[chosen.area] if chosen.area else lang("tất cả các tỉnh")
    kind = listed_kind(chosen.kind) if province else None
    words = [where if province else "", kind_title(kind, lang) if kind else "", *filters]
    return caption(title, asked.around, filters=words, illustrative=asked.made_up, notes=notes)


def _checked(asked: Asked) -> Choice:
    chosen = checked(asked.repository, asked.choice)
    if chosen.problems:
        raise Refused(*chosen.problems)
    return chosen


THINGS = {
    "heatmap": read_heatmap,
    "list": read_list,
    "revisions": read_revisions,
    "drafts": read_drafts,
    "sources": read_sources,
}
