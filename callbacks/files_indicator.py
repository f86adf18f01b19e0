"""What the page Chỉ tiêu gives away: paths, the spread over provinces, parts, groups, milestones, targets."""

from collections.abc import Sequence

from callbacks.asked import Asked, Refused
from callbacks.files_map import TREND_SIZE, read_province_path, status_marks
from callbacks.indicator import draw_parts, read_milestones_of, read_path_projection
from callbacks.view import View, read_path
from charts.dots import dots
from charts.steps import steps
from charts.trend import trend
from charts.wording import digits
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.deeds import milestone_cells, milestone_columns
from exports.groups import group_cells, group_columns
from exports.report import Column
from exports.thing import Picture, Thing
from exports.values import (
    area_cells,
    area_columns,
    indicator_cells,
    indicator_columns,
    series_table,
    unit_of,
    value_cells,
    value_columns,
)
from indicators.groups import GroupValue
from indicators.lifecycle import lives
from indicators.model import COUNTRY, Indicator
from indicators.periods import Period
from layouts.choice import Problem
from layouts.indicator_milestones import lagging_first
from layouts.indicator_spread import spread_reading
from layouts.indicator_targets import SIGNS, STATES
from layouts.ranking import ranking, reason_word
from layouts.reading import reading
from layouts.wording import area_name, name

DOTS_SIZE = (960, 320)


def read_trend(asked: Asked) -> Thing:
    """The country's path, with where it leads; of a milestone how many provinces have completed it."""
    view = asked.view()
    found, lang, indicator = view.table, asked.lang, view.choice.indicator
    series = read_path(asked.repository, view, COUNTRY)
    projection = read_path_projection(asked.repository, view)
    theme = view.choice.theme
    if indicator.kind == "milestone":
        figure = steps(series, found.national, lang=lang, theme=theme)
    else:
        figure = trend(series, indicator, value=found.national, projection=projection, lang=lang, theme=theme)
    said = caption(
        name(indicator, lang),
        asked.around,
        period=found.period,
        filters=[lang("cả nước")],
        boundaries="" if indicator.level == "country" else view.choice.boundaries,
        alt=reading(found, indicator, lang),
        shown=series.points,
    )
    made = series_table("trend", said, [series], indicator, lang)
    drawn = Picture(figure, *TREND_SIZE) if series.points else None
    return Thing(made, drawn, (indicator,), found.period, view.choice.boundaries)


def read_spread(asked: Asked) -> Thing:
    """How the provinces spread: each a dot, and as a list with ranks."""
    view = _provincial(asked.view())
    found, lang, indicator = view.table, asked.lang, view.choice.indicator
    least = asked.settings.min_denominator
    order = ranking(found, indicator, least)
    figure = dots(found, indicator, lang=lang, theme=view.choice.theme, selected=view.choice.area)
    said = caption(
        lang("Phân bố giữa các tỉnh, thành phố: {name}", name=name(indicator, lang)),
        asked.around,
        period=found.period,
        boundaries=found.boundaries,
        alt=spread_reading(order, indicator, lang),
        shown=found.values,
    )
    columns = [
        Column(lang("Hạng"), "number", code="rank"),
        *area_columns(lang),
        *value_columns(indicator, lang),
        Column(
            lang("Khoảng tin cậy 95%, dưới"), "number", digits(indicator), unit_of(indicator, lang), "low"
        ),
        Column(
            lang("Khoảng tin cậy 95%, trên"), "number", digits(indicator), unit_of(indicator, lang), "high"
        ),
        Column(lang("Vì sao không xếp hạng"), code="unranked_because"),
    ]
    listed = [(one.rank, one.value, "") for one in order.ranked]
    unranked = [(Absent("–"), one.value, reason_word(one.reason, least, lang)) for one in order.unranked]
    rows = [
        (
            rank,
            *area_cells(value, lang),
            *value_cells(value, lang),
            *(value.interval or (Absent(), Absent())),
            why,
        )
        for rank, value, why in [*listed, *unranked]
    ]
    known = any(value.value is not None for value in found.values)
    marks = status_marks(found.values, view.choice) if indicator.targets else ()
    picture = Picture(figure, *DOTS_SIZE, marks) if known else None
    return Thing(table("spread", said, columns, rows), picture, (indicator,), found.period, found.boundaries)


def read_parts(asked: Asked) -> Thing:
    """The parts of an indicator beside the whole, over their periods."""
    view = asked.view()
    found, lang, indicator = view.table, asked.lang, view.choice.indicator
    if not indicator.parts:
        wholes = tuple(one.code for one in asked.repository.catalogue if one.parts)
        raise Refused(Problem("i", indicator.code, wholes))
    figure, values, paths = draw_parts(asked.repository, view)
    catalogue = asked.repository.catalogue
    said = caption(
        lang("{name}: các thành phần", name=name(indicator, lang)),
        asked.around,
        period=found.period,
        filters=[lang("cả nước")],
        boundaries=view.choice.boundaries,
        shown=values,
        notes=["; ".join(f"{one.indicator}: {name(catalogue[one.indicator], lang)}" for one in values)],
    )
    columns = [*indicator_columns(lang), *value_columns(indicator, lang)]
    rows = [(*indicator_cells(catalogue[one.indicator], lang), *value_cells(one, lang)) for one in values]
    behind = [
        series_table(
            f"part_{path.indicator}",
            caption(
                name(catalogue[path.indicator], lang),
                asked.around,
                filters=[lang("cả nước")],
                shown=path.points,
            ),
            [path],
            catalogue[path.indicator],
            lang,
        )
        for path in paths
    ]
    indicators = tuple(catalogue[one.indicator] for one in values)
    made = table("parts", said, columns, rows)
    return Thing(
        made,
        Picture(figure, *TREND_SIZE),
        indicators,
        found.period,
        view.choice.boundaries,
        more=tuple(behind),
    )


def read_zones(asked: Asked) -> Thing:
    """The indicator by zone of communes, in the country or in the province selected."""
    view = _provincial(asked.view())
    chosen, period = view.choice, view.table.period
    groups = asked.repository.read_zones(
        chosen.indicator.code, period, chosen.boundaries, chosen.area, chosen.load
    )
    lang = asked.lang
    return groups_thing(asked, view, "zones", lang("Theo khu vực I, II, III"), lang("Khu vực"), groups)


def read_ethnic_groups(asked: Asked) -> Thing:
    """The indicator by ethnic group, in the country or in the province selected."""
    view = _provincial(asked.view())
    chosen, period = view.choice, view.table.period
    groups = asked.repository.read_ethnic_groups(
        chosen.indicator.code, period, chosen.area or COUNTRY, chosen.boundaries, chosen.load
    )
    lang = asked.lang
    return groups_thing(asked, view, "groups", lang("Theo dân tộc"), lang("Dân tộc"), groups)


def groups_thing(
    asked: Asked, view: View, key: str, title: str, of: str, groups: Sequence[GroupValue]
) -> Thing:
    """Groups of the area looked at as a table."""
    lang, found, indicator = asked.lang, view.table, view.choice.indicator
    value = next((one for one in found.values if one.area_code == view.choice.area), found.national)
    said = caption(
        f"{name(indicator, lang)}: {title}",
        asked.around,
        period=found.period,
        filters=[area_name(value, lang)],
        boundaries=found.boundaries,
        illustrative=any(one.illustrative for one in groups),
        notes=[lang("Số của nhóm rất ít người được ẩn.")] if any(one.suppressed for one in groups) else [],
    )
    rows = [group_cells(one, lang) for one in groups]
    made = table(key, said, group_columns(indicator, lang, of), rows)
    return Thing(made, None, (indicator,), found.period, found.boundaries)


def read_milestones(asked: Asked) -> Thing:
    """How every area stands with the milestone shown."""
    view = asked.view()
    lang, indicator = asked.lang, view.choice.indicator
    if indicator.kind != "milestone":
        allowed = tuple(one.code for one in asked.repository.catalogue if one.kind == "milestone")
        raise Refused(Problem("i", indicator.code, allowed))
    found = lagging_first(read_milestones_of(asked.repository, view), lang)
    said = caption(
        name(indicator, lang),
        asked.around,
        period=view.table.period,
        illustrative=any(one.illustrative for one in found),
    )
    rows = [
        (
            one.area_code,
            lang("Trung ương") if one.area_code == COUNTRY else lang.pick(one.area_name, one.area_name_en),
            *milestone_cells(one, lang),
        )
        for one in found
    ]
    columns = [*area_columns(lang, lang("Nơi thực hiện")), *milestone_columns(lang)]
    return Thing(table("milestones", said, columns, rows), None, (indicator,), view.table.period)


def read_targets(asked: Asked) -> Thing:
    """The history of the targets, and those that provinces set themselves."""
    view = asked.view()
    lang, indicator, found = asked.lang, view.choice.indicator, view.table
    day = Period.parse(found.period).end if view.choice.period else asked.today
    said = caption(lang("{name}: các chỉ tiêu", name=name(indicator, lang)), asked.around)
    columns = [
        Column(lang("Mã"), code="area_code"),
        Column(lang("Áp dụng cho"), code="area_name"),
        Column(lang("Dấu"), code="operator"),
        Column(lang("Chỉ tiêu"), "number", digits(indicator), unit_of(indicator, lang), "target"),
        Column(lang("Hạn"), "date", code="deadline"),
        Column(lang("Tình trạng"), code="state_word"),
        Column(lang("Mã tình trạng"), code="state"),
        Column(lang("Trung gian"), code="interim"),
        Column(lang("Căn cứ pháp lý"), code="legal_basis"),
    ]
    rows: list[tuple[AnyCell, ...]] = [
        (
            ", ".join(life.target.provinces) or COUNTRY,
            _places(life.target.provinces, view) or lang("chung"),
            SIGNS[life.target.operator],
            life.target.value,
            life.target.date,
            lang(STATES[life.state], day=lang.date(life.since)),
            life.state,
            lang("có") if life.target.interim else "",
            life.target.legal_basis,
        )
        for life in lives(indicator, day)
    ]
    rows += [
        (
            *area_cells(value, lang),
            "≥" if indicator.direction == "up" else "≤",
            value.target,
            Absent() if value.deadline is None else value.deadline,
            lang("chỉ tiêu riêng của tỉnh"),
            "own",
            "",
            value.target_basis,
        )
        for value in found.values
        if value.own_target
    ]
    return Thing(table("targets", said, columns, rows), None, (indicator,))


def _places(codes: Sequence[str], view: View) -> str:
    lang = view.choice.language
    names = {value.area_code: area_name(value, lang) for value in view.table.values}
    return ", ".join(names.get(code, code) for code in codes)


def _provincial(view: View) -> View:
    """The view of an indicator that is measured in provinces, in numbers."""
    indicator: Indicator = view.choice.indicator
    if indicator.level == "country" or indicator.kind == "milestone":
        raise Refused(Problem("i", indicator.code, ("S02",)))
    return view


THINGS = {
    "trend": read_trend,
    "spread": read_spread,
    "province": read_province_path,
    "parts": read_parts,
    "zones": read_zones,
    "groups": read_ethnic_groups,
    "milestones": read_milestones,
    "targets": read_targets,
}
