"""What the page Bản đồ gives away: the map, the ranking, the path of the country and of a province."""

from collections.abc import Iterable, Mapping
from typing import Any

from callbacks.asked import Asked
from callbacks.boundaries import province_trend, read_projection, read_province_series
from callbacks.view import read_path
from charts.bars import Bar, bars, bars_height
from charts.choropleth import choropleth, drawn_boundaries
from charts.classes import MapClass, classes, provisional
from charts.statuses import ALL_STATUSES, Status
from charts.trend import trend
from charts.wording import amount
from exports.captions import caption
from exports.cells import Absent, table
from exports.report import Column
from exports.thing import Mark, Picture, Thing
from exports.values import (
    area_cells,
    area_columns,
    series_table,
    value_cells,
    value_columns,
    with_country,
)
from geodata.outlines import read_outlines
from indicators.model import COUNTRY, Value
from indicators.periods import Period
from layouts.choice import Choice
from layouts.legend import MILESTONE_TITLE, TITLES
from layouts.ranking import RANK_WORDS, ranking, reason_word, rows_of
from layouts.reading import area_reading, reading
from layouts.wording import area_name, name

MAP_SIZE = (960, 900)
TREND_SIZE = (960, 440)


def read_map(asked: Asked) -> Thing:
    """The map, and every province's value with the class in which it is coloured."""
    view = asked.view()
    chosen, found, lang = view.choice, view.table, asked.lang
    indicator = chosen.indicator
    before = None
    if chosen.colouring == "change":
        earlier = Period.parse(found.period).previous_year().code
        before = asked.repository.read_values(
            indicator.code, earlier, chosen.boundaries, as_of_load=chosen.load
        )
    looks: dict[str, Any] = {
        "colouring": chosen.colouring,
        "lang": lang,
        "theme": chosen.theme,
        "before": before,
    }
    outlines = read_outlines(asked.settings.data_dir, drawn_boundaries(found))
    figure = choropleth(found, indicator, selected=chosen.area, outlines=outlines, **looks)
    groups = classes(found, indicator, **looks)
    over = provisional(found, lang, chosen.theme)
    said = caption(
        name(indicator, lang),
        asked.around,
        period=found.period,
        filters=[lang(MILESTONE_TITLE if indicator.kind == "milestone" else TITLES[chosen.colouring])],
        boundaries=found.boundaries,
        alt=reading(found, indicator, lang),
        shown=with_country(found.values, found.national),
        is_map=True,
    )
    labels = {code: group.label for group in groups for code in group.area_codes}
    columns = [
        *area_columns(lang),
        Column(lang("Lớp trên bản đồ"), code="map_class"),
        *value_columns(indicator, lang),
    ]
    rows = [
        (*area_cells(value, lang), labels.get(value.area_code, ""), *value_cells(value, lang))
        for value in with_country(found.values, found.national)
    ]
    marks = marks_of((*groups, *([over] if over.count else [])))
    return Thing(
        table("map", said, columns, rows),
        Picture(figure, *MAP_SIZE, marks),
        (indicator,),
        found.period,
        found.boundaries,
        any(value.preliminary for value in found.values),
    )


def marks_of(groups: tuple[MapClass, ...]) -> tuple[Mark, ...]:
    """The legend of a map, as it is beside the one on the page."""
    return tuple(
        Mark(one.colour, one.label, one.pattern, one.icon, one.count)
        for one in groups
        if one.count or one.always
    )


def status_marks(values: Iterable[Value], chosen: Choice) -> tuple[Mark, ...]:
    """The statuses that occur among values, as the key of a picture that is coloured by them."""
    return status_marks_of((value.status for value in values), ALL_STATUSES, chosen)


def status_marks_of(codes: Iterable[str], statuses: Mapping[str, Status], chosen: Choice) -> tuple[Mark, ...]:
    """The key of these statuses, the best first."""
    found = set(codes)
    return tuple(
        Mark(status.colour(chosen.theme), chosen.language(status.word), status.pattern, status.icon)
        for code, status in sorted(statuses.items(), key=lambda item: item[1].order)
        if code in found
    )


def read_ranking(asked: Asked) -> Thing:
    """The part of the ranking that is chosen, as a picture; all provinces as a table."""
    view = asked.view()
    chosen, found, lang = view.choice, view.table, asked.lang
    indicator, least = chosen.indicator, asked.settings.min_denominator
    order = ranking(found, indicator, least)
    said = caption(
        lang("Xếp hạng: {name}", name=name(indicator, lang)),
        asked.around,
        period=found.period,
        boundaries=found.boundaries,
        shown=with_country(found.values, found.national),
        filters=[lang(RANK_WORDS[chosen.rank])],
    )
    columns = [
        Column(lang("Hạng"), "number", code="rank"),
        *area_columns(lang),
        *value_columns(indicator, lang),
        Column(lang("Vì sao không xếp hạng"), code="unranked_because"),
    ]
    rows = [
        (one.rank, *area_cells(one.value, lang), *value_cells(one.value, lang), "") for one in order.ranked
    ]
    rows += [
        (
            Absent("–"),
            *area_cells(one.value, lang),
            *value_cells(one.value, lang),
            reason_word(one.reason, least, lang),
        )
        for one in order.unranked
    ]
    shown = [
        Bar(
            f"{one.rank}. {area_name(one.value, lang)}",
            one.value.value,
            amount(one.value.value, indicator, lang),
            ALL_STATUSES[one.value.status].colour(chosen.theme) if indicator.targets else "",
        )
        for one in rows_of(order, chosen.rank)
    ]
    low, high = indicator.scale
    picture = Picture(
        bars(shown, theme=chosen.theme, low=low, high=high),
        860,
        bars_height(len(shown)),
        status_marks((one.value for one in rows_of(order, chosen.rank)), chosen) if indicator.targets else (),
    )
    made = table("ranking", said, columns, rows)
    return Thing(made, picture if shown else None, (indicator,), found.period, found.boundaries)


def read_country_path(asked: Asked) -> Thing:
    """The country over its periods, beside the path to the target."""
    view = asked.view()
    chosen, found, lang = view.choice, view.table, asked.lang
    indicator = chosen.indicator
    series = read_path(asked.repository, view, COUNTRY)
    drawn = trend(series, indicator, value=found.national, lang=lang, theme=chosen.theme)
    said = caption(
        name(indicator, lang),
        asked.around,
        period=found.period,
        filters=[lang("cả nước")],
        boundaries=chosen.boundaries,
        shown=series.points,
        alt=reading(found, indicator, lang),
    )
    made = series_table("country", said, [series], indicator, lang)
    picture = Picture(drawn, *TREND_SIZE) if indicator.kind != "milestone" else None
    return Thing(made, picture, (indicator,), found.period, found.boundaries)


def read_province_path(asked: Asked) -> Thing:
    """The province that is open, over its periods; as reported, its former provinces before the merger."""
    view = asked.view()
    chosen, found, lang = view.choice, view.table, asked.lang
    indicator, area = chosen.indicator, asked.area()
    value = next(value for value in found.values if value.area_code == area)
    path = read_province_series(asked.repository, view, area)
    projection = read_projection(asked.repository, view, path, value)
    series = (*path.former, path.series)
    said = caption(
        f"{area_name(value, lang)}: {name(indicator, lang)}",
        asked.around,
        period=found.period,
        boundaries=chosen.boundaries,
        shown=[point for one in series for point in one.points],
        alt=area_reading(value, indicator, lang),
    )
    made = series_table("province", said, series, indicator, lang)
    picture = None
    if indicator.kind != "milestone":
        picture = Picture(province_trend(asked.repository, view, path, value, projection), *TREND_SIZE)
    return Thing(made, picture, (indicator,), found.period, found.boundaries)


THINGS = {
    "map": read_map,
    "ranking": read_ranking,
    "country": read_country_path,
    "province": read_province_path,
}
