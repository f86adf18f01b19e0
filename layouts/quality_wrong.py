"""The rows left out of the numbers: by reason, by province, and one by one."""

from dash import html
from dash.development.base_component import Component

from indicators.listed import REPORT_KINDS
from layouts.choice import Choice
from layouts.components import nothing
from layouts.export_menu import exportable
from layouts.quality_filter import WRONG, area_chip, left_out, listed_kind
from layouts.quality_kinds import DRAFT
from layouts.quality_list import (
    advice,
    chosen_lines,
    cut_note,
    faults_table,
    kind_bars,
    province_bars,
    reports_table,
)
from layouts.quality_state import QualityState

BESIDE = (*REPORT_KINDS, DRAFT)  # kinds offered beside the rows left out


def wrong_part(state: QualityState, chosen: Choice) -> Component:
    """The list with what narrows it; without a kind it is that of all rows left out."""
    lang, kind = chosen.language, listed_kind(chosen.kind)
    wrong = left_out(state.listed)
    of_kind = chosen_lines(wrong if kind is None else state.listed, kind, None)
    lines = chosen_lines(of_kind, None, chosen.area)
    beside = [one for one in state.listed if one.kind in BESIDE]
    table = reports_table if kind in REPORT_KINDS else faults_table
    listed = html.Section(
        [
            html.Div(
                [
                    html.H2(lang.plural("{n} dòng trong danh sách", sum(one.count for one in lines))),
                    html.Div(
                        [
                            *area_chip(state.reporting, chosen),
                            exportable("list", lang, picture=False, text=lang("Tải danh sách")),
                        ],
                        className="quality-switches",
                    ),
                ],
                className="tile-head",
            ),
            *advice(kind, lang),
            *([table(lines, lang)] if lines else [nothing(lang("Không có dòng nào."), good=True)]),
            *cut_note(len(lines), lang),
        ],
        className="tile",
    )
    reasons = kind_bars(chosen_lines(wrong, None, chosen.area), kind, lang, everything=WRONG)
    others = kind_bars(chosen_lines(beside, None, chosen.area), kind, lang)
    facets = [
        _facet(lang("Theo lý do"), reasons),
        _facet(lang("Ngoài ra"), others),
        _facet(lang("Theo tỉnh, thành phố"), province_bars(of_kind, chosen.area, lang)),
    ]
    return html.Div([listed, html.Div(facets, className="quality-beside")], className="quality-columns")


def _facet(title: str, bars: Component) -> Component:
    return html.Section([html.H2(title), bars], className="tile", hidden=not bars.children)
