"""The page So sánh: all provinces by all indicators, three rankings, and up to six provinces side by side."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from language import N_, Language, collation_key, searched
from layouts import ids
from layouts.compare_view import CompareView, Names
from layouts.components import SPOKEN, segment
from layouts.controls import control_group, indicator_control
from layouts.export_menu import exportable
from layouts.scorecard import sorted_by
from layouts.waiting import awaited

PEERS, REGION = "peers", "region"
NEEDS_PROVINCE = N_("Hãy chọn một tỉnh, thành phố trước")
NEEDS_PROVINCES = N_("Hãy chọn ít nhất hai tỉnh, thành phố trước")


def page(catalogue: Catalogue, lang: Language) -> Component:
    """The page before anything is read: a place for each part."""
    controls = html.Section(
        [
            indicator_control(ids.COMPARE_INDICATOR, catalogue, lang),
            _areas_control(lang),
            html.Div(awaited(), id=ids.COMPARE_CONTROLS, className="control-groups"),
            html.Div(id=ids.COMPARE_CHOSEN, className="compare-chosen"),
        ],
        className="tile controls compare-controls",
        **{"aria-label": lang("Chọn điều muốn xem")},
    )
    card = html.Section(
        [
            html.Div(id=ids.SCORECARD_HEAD, className="tile-head"),
            html.Div(awaited(), id=ids.SCORECARD, className="card-frame"),
            html.Div(id=ids.SCORECARD_KEY, className="card-key"),
        ],
        className="tile scorecard",
        **{"aria-labelledby": "scorecard-title"},
    )
    return html.Div(
        [
            html.H1(lang("So sánh các tỉnh, thành phố"), className="visually-hidden"),
            controls,
            card,
            _part(ids.COMPARE_RANKING, lang("Xếp hạng")),
            _part(ids.COMPARE_PATHS, lang("Các tỉnh đã chọn")),
            _part(ids.COMPARE_SPINE, lang("Tỉnh đang xem")),
            dcc.Store(id=ids.SCORECARD_DATA),
            dcc.Store(id=ids.COMPARE_SHOWN),
        ],
        className="page compare-page",
    )


def _part(element_id: str, label: str) -> Component:
    return html.Section(id=element_id, className="tile compare-part", **{"aria-label": label})


def _areas_control(lang: Language) -> Component:
    return html.Div(
        [
            html.Label(lang("Tỉnh, thành phố (đến 6)"), htmlFor=ids.COMPARE_AREAS),
            dcc.Dropdown(
                id=ids.COMPARE_AREAS,
                multi=True,
                options=[],
                maxHeight=440,
                placeholder=lang("Chọn để đặt cạnh nhau"),
                labels={
                    "search": lang("Tìm tỉnh, không cần dấu"),
                    "clear_search": lang("Xóa chữ đang tìm"),
                    "clear_selection": lang("Bỏ chọn tất cả"),
                    "no_options_found": lang("Không có tỉnh nào khớp"),
                    "selected_count": lang("Đã chọn {num_selected}"),
                },
            ),
        ],
        className="control control--areas",
    )


def area_options(names: Names, lang: Language) -> list[dict[str, Any]]:
    """The provinces to choose from by name, found with and without diacritics, and by code."""
    ordered = sorted(names.items(), key=lambda item: collation_key(item[1][0]))
    return [
        {
            "label": lang.pick(vi, en),
            "value": code,
            "search": searched(code, vi, en),
        }
        for code, (vi, en) in ordered
    ]


def compare_controls(view: CompareView) -> list[Component]:
    """Up to when values count, and which provinces are shown."""
    return [_periods(view), _groups(view)]


def _periods(view: CompareView) -> Component:
    """The newest values, or those that the end of a quarter knew."""
    chosen, lang = view.choice, view.choice.language
    codes = sorted({*view.quarters, *([chosen.period] if chosen.period else [])})
    options = {"": lang("Mới nhất")} | {code: lang.period(code) for code in reversed(codes)}
    select = html.Select(
        [
            html.Option(word, value=code, selected=code == (chosen.period or ""))
            for code, word in options.items()
        ],
        id=ids.COMPARE_PERIOD,
        className="select",
        **{"data-choose-by": "p"},
    )
    label = html.Label(lang("Số liệu tính đến"), htmlFor=ids.COMPARE_PERIOD)
    return html.Div([label, select], className="control")


def _groups(view: CompareView) -> Component:
    """All provinces, those like the one looked at, those of its former region, or the reader's own."""
    chosen, lang = view.choice, view.choice.language
    label = lang("Các tỉnh được hiện")
    area = view.name(chosen.area) if chosen.area else None
    lacking = "" if area else lang(NEEDS_PROVINCE)
    own = ",".join(chosen.areas)
    named = chosen.group not in (None, PEERS, REGION)
    buttons = [
        segment(lang("Tất cả"), chosen.group is None, group=""),
        segment(
            lang("Tương đồng với {area}", area=area) if area else lang("Tương đồng"),
            chosen.group == PEERS,
            disabled=lacking,
            group=PEERS,
        ),
        segment(
            lang("Cùng vùng cũ với {area}", area=area) if area else lang("Cùng vùng cũ"),
            chosen.group == REGION,
            disabled=lacking,
            group=REGION,
        ),
    ]
    if named:
        said = lang.plural("Nhóm riêng: {n} tỉnh", len(view.rows))
        buttons.append(segment(said, True, group=chosen.group or ""))
    if not named or chosen.group != own:
        buttons.append(
            segment(
                lang("Các tỉnh đã chọn"),
                False,
                disabled="" if len(chosen.areas) > 1 else lang(NEEDS_PROVINCES),
                group=own,
            )
        )
    return control_group(
        label, html.Div(buttons, className="segments", role="group", **{"aria-label": label})
    )


def scorecard_head(view: CompareView) -> list[Component]:
    """What the scorecard shows, in which order, and the way back to all provinces."""
    lang = view.choice.language
    shown = lang.plural("{n} tỉnh, thành phố", len(view.rows))
    said = lang("{shown}, {order}", shown=shown, order=sorted_by(view))
    return [
        html.H2(lang("Bảng điểm các tỉnh, thành phố"), id="scorecard-title"),
        html.P(said, className="quiet", **SPOKEN),
        exportable("scorecard", lang, picture=False, what=lang("Bảng điểm các tỉnh, thành phố")),
    ]
