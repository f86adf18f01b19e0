"""What the page Tỉnh gives away: all indicators of a province, what moved, its peers, deeds and reports."""

from callbacks.asked import Asked, Refused
from callbacks.files_tasks import tasks_thing
from callbacks.province import read_before, read_group, read_neighbours
from callbacks.province_view import checked, read_province_view
from callbacks.tasks import read_tasks_view
from charts.statuses import ALL_STATUSES
from charts.wording import stated
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.deeds import milestone_cells, milestone_columns
from exports.report import ROW_UNIT, Column
from exports.thing import Picture, Thing
from exports.values import (
    area_cells,
    area_columns,
    indicator_cells,
    indicator_columns,
    number_of,
    row_unit,
    value_cells,
    value_columns,
)
from indicators.milestones import Milestone
from indicators.province import Standing, movers
from language import Language
from layouts.choice import Problem
from layouts.province_deeds import urgent_first
from layouts.province_peers import FEATURE_WORDS
from layouts.province_quality import added, last_months
from layouts.province_table import median_word
from layouts.province_view import GROUP_WORDS, OWN_GROUP, ProvinceView, short_name
from layouts.tasks_view import standings
from layouts.wording import area_name, name

AROUND_SIZE = (720, 760)


def read_table(asked: Asked) -> Thing:
    """All indicators of the province, or those with the status chosen."""
    view, lang = _view(asked), asked.lang
    status = view.choice.status
    shown = [one for one in view.standings if status in (None, one.value.status)]
    filters = [lang(ALL_STATUSES[status].word)] if status else []
    return _standings(asked, view, "table", lang("Các chỉ số"), shown, filters)


def read_movers(asked: Asked) -> Thing:
    """What improved and what slipped most in a year."""
    view, lang = _view(asked), asked.lang
    improved, slipped = movers(view.standings, asked.settings.min_denominator)
    return _standings(asked, view, "movers", lang("Thay đổi trong một năm"), [*improved, *slipped], [])


def _standings(
    asked: Asked, view: ProvinceView, key: str, title: str, shown: list[Standing], filters: list[str]
) -> Thing:
    lang, median = asked.lang, median_word(view)
    said = caption(
        f"{view.name}: {title}",
        asked.around,
        period=view.choice.period or "",
        filters=filters,
        boundaries=view.boundaries,
        shown=[one.value for one in shown],
    )
    heads = [
        *indicator_columns(lang),
        Column(lang("Mã kỳ"), code="period"),
        *value_columns(None, lang),
        Column(lang("Cả nước"), "number", unit=ROW_UNIT, code="national"),
        *([Column(median, "number", unit=ROW_UNIT, code="group_median")] if median else []),
        Column(lang("Một năm trước"), "number", unit=ROW_UNIT, code="year_before"),
        Column(lang("So với một năm trước"), "number", unit=ROW_UNIT, code="change"),
    ]
    rows = [_standing_cells(one, bool(median), lang) for one in shown]
    units = [row_unit(one.indicator, lang) for one in shown]
    made = table(key, said, heads, rows, units)
    indicators = tuple(one.indicator for one in shown)
    return Thing(made, None, indicators, view.choice.period or "", view.boundaries)


def _standing_cells(one: Standing, median: bool, lang: Language) -> tuple[AnyCell, ...]:
    none = Absent(lang("không có"))
    uncompared = Absent(lang("không so được"))
    return (
        *indicator_cells(one.indicator, lang),
        one.value.period,
        *value_cells(one.value, lang),
        number_of(one.national, lang),
        *([none if one.median is None else one.median] if median else []),
        none if one.before is None else number_of(one.before, lang),
        uncompared if one.change is None else one.change,
    )


def read_around(asked: Asked) -> Thing:
    """The small map with the province and its neighbours, and how these stand with the indicator chosen."""
    view, lang = _view(asked), asked.lang
    figure, values = read_neighbours(asked.repository, asked.settings, view)
    indicator = view.choice.indicator
    said = caption(
        lang("{name} và các tỉnh giáp ranh", name=view.name),
        asked.around,
        period=next((one.period for one in values), view.choice.period or ""),
        filters=[f"{indicator.code} {name(indicator, lang)}"],
        boundaries=view.boundaries,
        shown=values,
        is_map=True,
        notes=[
            "; ".join(
                f"{number}. {area_name(value, lang)}: {stated(value, indicator, lang)}"
                for number, value in enumerate(values)
                if value.area_code != view.area
            )
        ],
    )
    heads = [Column(lang("Số trên bản đồ"), "number", code="number"), *area_columns(lang)]
    rows = [
        (
            Absent("–") if value.area_code == view.area else number,
            *area_cells(value, lang),
            *value_cells(value, lang),
        )
        for number, value in enumerate(values)
    ]
    made = table("around", said, [*heads, *value_columns(indicator, lang)], rows)
    return Thing(made, Picture(figure, *AROUND_SIZE), (indicator,), boundaries=view.boundaries)


def read_peers(asked: Asked) -> Thing:
    """The provinces that it is compared with, and by what."""
    view, lang = _today(_view(asked)), asked.lang
    group = read_group(asked.repository, view)
    peers = group.peers
    distances = {one.features.area_code: one.distance for one in peers.others}
    known = {
        one.area_code: one for one in (peers.own, *(one.features for one in peers.others), *peers.left_out)
    }
    codes = sorted(view.group, key=lambda code: (distances.get(code, float("inf")), code))
    said = caption(
        lang("Nhóm so sánh của {name}", name=view.name),
        asked.around,
        filters=[lang(GROUP_WORDS.get(view.choice.group or "peers", OWN_GROUP))],
        boundaries="34",
        illustrative=any(one.value.illustrative for one in view.standings),
    )
    heads = [
        *area_columns(lang),
        Column(lang("Khoảng cách"), "number", 2, code="distance"),
        Column(_capital(lang(FEATURE_WORDS["minority_share"])), "number", 1, "%", "minority_share"),
        Column(_capital(lang(FEATURE_WORDS["zone_communes"])), "number", code="zone_communes"),
        Column(_capital(lang(FEATURE_WORDS["population"])), "number", code="population"),
        Column(lang("Đạt hoặc đúng tiến độ"), "number", code="well"),
        Column(lang("Số chỉ tiêu được tính"), "number", code="counted"),
    ]
    rows: list[tuple[AnyCell, ...]] = []
    for code in (view.area, *codes):
        one = known.get(code)
        far = Absent("–") if code == view.area else distances.get(code)
        features = (one.minority_share, one.zone_communes, one.population) if one else (None, None, None)
        rows.append((code, view.name_of(code), far, *features, *group.well.get(code, (None, None))))
    return Thing(table("peers", said, heads, rows), boundaries="34")


def read_milestones(asked: Asked) -> Thing:
    """The milestones of the province."""
    view, lang, repository = _today(_view(asked)), asked.lang, asked.repository
    found: list[Milestone] = [
        one
        for one in repository.read_milestones(view.choice.period, "34", view.choice.load)
        if one.area_code == view.area and one.code in repository.catalogue
    ]
    said = caption(
        f"{view.name}: {lang('Mốc phải hoàn thành')}",
        asked.around,
        period=view.choice.period or "",
        illustrative=any(one.illustrative for one in found),
    )
    heads = [*indicator_columns(lang)[:2], *milestone_columns(lang)]
    rows = [
        (*indicator_cells(repository.catalogue[one.code], lang)[:2], *milestone_cells(one, lang))
        for one in found
    ]
    indicators = tuple(repository.catalogue[one.code] for one in found)
    return Thing(table("milestones", said, heads, rows), indicators=indicators)


def read_former(asked: Asked) -> Thing:
    """How the former provinces stood before the merger."""
    view, lang = _today(_view(asked)), asked.lang
    found = read_before(asked.repository, view)
    former = view.territory.former
    values = [value for one in found for value in (*one.former.values(), one.together) if value is not None]
    said = caption(f"{view.name}: {lang('Trước khi sáp nhập')}", asked.around, boundaries="63", shown=values)
    heads = [
        *indicator_columns(lang),
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Mã kỳ"), code="period"),
        *(
            Column(short_name(one, lang), "number", unit=ROW_UNIT, code=f"former_{one.code}")
            for one in former
        ),
        Column(lang("Gộp lại"), "number", unit=ROW_UNIT, code="together"),
        Column(lang("Hiện nay"), "number", unit=ROW_UNIT, code="now"),
    ]
    rows = [
        (
            *indicator_cells(one.indicator, lang),
            lang.period(one.period),
            one.period,
            *(number_of(one.former.get(each.code), lang) for each in former),
            number_of(one.together, lang),
            number_of(one.now, lang),
        )
        for one in found
    ]
    units = [row_unit(one.indicator, lang) for one in found]
    indicators = tuple(one.indicator for one in found)
    return Thing(table("former", said, heads, rows, units), indicators=indicators, boundaries="63")


def read_reports(asked: Asked) -> Thing:
    """How the province reported in the last twelve months, beside the country."""
    view, lang = _today(_view(asked)), asked.lang
    found = asked.repository.read_reporting(view.choice.load)
    said = caption(f"{view.name}: {lang('Chất lượng báo cáo của tỉnh')}", asked.around)
    heads = [
        Column(lang("Kỳ"), code="period_name"),
        Column(lang("Mã kỳ"), code="period"),
        *(
            Column(f"{title}{of}", "number", code=code + end)
            for of, end in (("", ""), (lang(", cả nước"), "_country"))
            for title, code in (
                (lang("Đến hạn"), "due"),
                (lang("Đã về"), "reported"),
                (lang("Đúng hạn"), "on_time"),
            )
        ),
    ]
    rows = [
        (
            lang.period(month),
            month,
            *added(found.tallies, [month], view.area),
            *added(found.tallies, [month], None),
        )
        for month in last_months(found.tallies, found.last_due)
    ]
    return Thing(table("reports", said, heads, rows))


def read_tasks(asked: Asked) -> Thing:
    """The tasks of the province, the urgent ones first."""
    view = _today(_view(asked))
    tasks = read_tasks_view(asked.repository, view.choice)
    if tasks.choice.area is None:  # nobody asks a task of it
        return tasks_thing(asked, tasks, [])
    return tasks_thing(asked, tasks, urgent_first(standings(tasks)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _view(asked: Asked) -> ProvinceView:
    chosen = checked(asked.repository, asked.choice)
    if chosen.problems:
        raise Refused(*chosen.problems)
    asked.area()
    view = read_province_view(asked.repository, chosen)
    assert view is not None  # a province is chosen
    return view


def _today(view: ProvinceView) -> ProvinceView:
    """The view of a province of today: a former one has no peers, deeds and reports."""
    if view.former:
        raise Refused(Problem("b", view.choice.boundaries, ("34",)))
    return view


THINGS = {
    "table": read_table,
    "movers": read_movers,
    "around": read_around,
    "peers": read_peers,
    "milestones": read_milestones,
    "tasks": read_tasks,
    "former": read_former,
    "reports": read_reports,
}
