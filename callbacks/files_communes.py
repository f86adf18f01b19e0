"""What the page of communes gives away: list, map, contributions, zones and groups, and one commune."""

from callbacks.asked import Asked, Refused
from callbacks.communes import contributed, draw_communes, read_communes_view, read_path_of
from callbacks.files_indicator import groups_thing
from callbacks.files_map import TREND_SIZE, marks_of
from callbacks.view import View
from charts.contribution import contributions, height
from charts.trend import trend
from exports.captions import caption
from exports.cells import Absent, table
from exports.groups import lack_cells, lack_columns
from exports.report import Caption, Column, Table
from exports.thing import Picture, Thing
from exports.values import (
    area_cells,
    area_columns,
    series_table,
    value_cells,
    value_columns,
    why_missing,
)
from indicators.model import Value, ValueTable
from language import N_
from layouts.choice import Problem
from layouts.communes import Communes, by_name, goes_down
from layouts.communes_contribution import closing_words
from layouts.communes_table import zone_word
from layouts.controls import COLOURING_WORDS
from layouts.reading import area_reading
from layouts.wording import area_name, name

MAP_SIZE = (960, 760)
WIDTH = 960
NO_OUTLINES = N_("Không có bản đồ xã: chưa nhập ranh giới xã, hoặc ranh giới đang chọn không phải 34 tỉnh.")
HIDDEN = N_("Số của xã “{value}” được ẩn hoặc không có chuỗi số liệu.")


def read_list(asked: Asked) -> Thing:
    """The communes of the province with their values, by name; what is hidden stays hidden."""
    found = _communes(asked)
    lang, indicator = asked.lang, found.choice.indicator
    whole = contributed(found)
    lacks = {one.area.area_code: one.missing for one in whole.lacks} if whole else {}
    columns = [
        *area_columns(lang, lang("Xã, phường, đặc khu")),
        Column(lang("Khu vực"), code="zone"),
        *value_columns(indicator, lang),
        *([Column(lang("Còn thiếu"), "number", 1, code="missing")] if whole else []),
    ]
    rows = [
        (
            *area_cells(value, lang),
            zone_word(value.zone, lang),
            *value_cells(value, lang),
            *([_missing(value, lacks, asked)] if whole else []),
        )
        for value in by_name(found.communes, lang)
    ]
    said = _caption(asked, found, lang("Các xã"))
    return _thing(table("list", said, columns, rows), found)


def read_contribution(asked: Asked) -> Thing:
    """Which communes hold the province back."""
    found = _communes(asked)
    chosen, lang = found.choice, asked.lang
    whole = contributed(found)
    if whole is None or found.province is None:
        raise Refused(Problem("i", chosen.indicator.code, ("S02",)))
    figure = contributions(
        whole, int(chosen.top), chosen.indicator, lang=lang, theme=chosen.theme, selected=chosen.commune
    )
    said = _caption(
        asked,
        found,
        lang("Xã nào khiến tỉnh chưa đạt chỉ tiêu" if whole.closing != 0 else "Xã nào còn dưới chỉ tiêu"),
        alt=" ".join(closing_words(whole, chosen.indicator, lang)),
    )
    rows = [lack_cells(one, lang) for one in whole.lacks]
    made = table("contribution", said, lack_columns(chosen.indicator, lang), rows)
    shown = min(int(chosen.top), len(whole.lacks))
    return _thing(made, found, Picture(figure, WIDTH, height(shown)) if shown else None)


def read_map(asked: Asked) -> Thing:
    """The communes on a map, where their outlines have been imported."""
    found = _communes(asked)
    drawn = draw_communes(asked.settings, found)
    if drawn is None:
        raise Refused(Problem("area", found.choice.area or "", reason=NO_OUTLINES))
    lang = asked.lang
    said = _caption(
        asked,
        found,
        lang("Bản đồ các xã"),
        colouring=lang(COLOURING_WORDS[drawn.colouring]),
        notes=[drawn.attribution],
    )
    over = [drawn.over] if drawn.over.count else []
    marks = marks_of((*drawn.classes, *over))
    columns = [*area_columns(lang, lang("Xã, phường, đặc khu")), *value_columns(found.choice.indicator, lang)]
    rows = [(*area_cells(value, lang), *value_cells(value, lang)) for value in by_name(found.communes, lang)]
    return _thing(table("map", said, columns, rows), found, Picture(drawn.figure, *MAP_SIZE, marks))


def read_commune(asked: Asked) -> Thing:
    """The commune that is open, over its periods."""
    found = _communes(asked)
    lang, indicator = asked.lang, found.choice.indicator
    value = next((one for one in found.communes if one.area_code == found.choice.commune), None)
    if value is None:
        codes = tuple(one.area_code for one in found.communes)
        raise Refused(Problem("commune", found.choice.commune or "", codes))
    series = None if value.suppressed else read_path_of(asked.repository, found, value)
    if series is None:
        raise Refused(Problem("commune", value.area_code, reason=HIDDEN))
    figure = trend(series, indicator, value=value, lang=lang, theme=found.choice.theme)
    said = caption(
        f"{area_name(value, lang)}: {name(indicator, lang)}",
        asked.around,
        period=found.period,
        boundaries=found.choice.boundaries,
        alt=area_reading(value, indicator, lang),
        shown=series.points,
    )
    made = series_table("commune", said, [series], indicator, lang)
    return _thing(made, found, Picture(figure, *TREND_SIZE) if series.points else None)


def read_zones(asked: Asked) -> Thing:
    """The province by zone."""
    found, lang = _communes(asked), asked.lang
    chosen, code = found.choice, found.choice.indicator.code
    groups = asked.repository.read_zones(code, found.period, chosen.boundaries, chosen.area, chosen.load)
    return groups_thing(
        asked, _view(found), "zones", lang("Theo khu vực I, II, III"), lang("Khu vực"), groups
    )


def read_ethnic_groups(asked: Asked) -> Thing:
    """The province by ethnic group."""
    found, lang = _communes(asked), asked.lang
    chosen, code = found.choice, found.choice.indicator.code
    area = str(chosen.area)
    groups = asked.repository.read_ethnic_groups(code, found.period, area, chosen.boundaries, chosen.load)
    return groups_thing(asked, _view(found), "groups", lang("Theo dân tộc"), lang("Dân tộc"), groups)


def _communes(asked: Asked) -> Communes:
    found = read_communes_view(asked.repository, asked.choice)
    if found.choice.problems:
        raise Refused(*found.choice.problems)
    if found.province is None:
        raise Refused(Problem("area", "", tuple(value.area_code for value in found.provinces)))
    if not goes_down(found.choice.indicator):
        allowed = tuple(one.code for one in asked.repository.catalogue if goes_down(one))
        raise Refused(Problem("i", found.choice.indicator.code, allowed))
    return found


def _caption(
    asked: Asked,
    found: Communes,
    title: str,
    alt: str = "",
    colouring: str = "",
    notes: list[str] | None = None,
) -> Caption:
    lang, indicator, province = asked.lang, found.choice.indicator, found.province
    assert province is not None  # _communes has seen to it
    hidden = any(value.suppressed for value in found.communes)
    return caption(
        f"{area_name(province, lang)}, {title.lower()}: {name(indicator, lang)}",
        asked.around,
        period=found.period,
        filters=[colouring],
        boundaries=found.choice.boundaries,
        shown=(province, *found.communes),
        alt=alt,
        notes=[
            *(notes or []),
            *([lang("Số của xã rất ít người được ẩn.")] if hidden else []),
        ],
    )


def _missing(value: Value, lacks: dict[str, float], asked: Asked) -> float | Absent:
    if value.value is None:
        return why_missing(value, asked.lang)
    return lacks.get(value.area_code, 0.0)


def _view(found: Communes) -> View:
    assert found.province is not None
    chosen = found.choice
    return View(
        chosen,
        ValueTable(
            chosen.indicator.code,
            found.period,
            chosen.boundaries,
            found.load_id,
            found.provinces,
            found.province,
        ),
    )


def _thing(made: Table, found: Communes, picture: Picture | None = None) -> Thing:
    return Thing(made, picture, (found.choice.indicator,), found.period, found.choice.boundaries)


THINGS = {
    "list": read_list,
    "map": read_map,
    "contribution": read_contribution,
    "commune": read_commune,
    "zones": read_zones,
    "groups": read_ethnic_groups,
}
