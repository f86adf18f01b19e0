"""One province on the quality page: what it still has to report and what it has to mend."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.listed import REPORT_KINDS, Listed
from indicators.periods import Period
from layouts.choice import Choice
from layouts.components import choosing, nothing
from layouts.export_menu import exportable
from layouts.quality_filter import province_name
from layouts.quality_list import chosen_lines, cut_note, faults_table, reports_table
from layouts.quality_state import Heat, QualityState

SHOWN = 20  # lines of either table, so that the heat map stays near


def province_part(state: QualityState, heat: Heat, chosen: Choice) -> Component:
    """The province chosen: its reports of the periods shown that are missing or late, its rows left out."""
    lang = chosen.language
    lines = chosen_lines(state.listed, None, chosen.area)
    reports = [one for one in lines if one.kind in REPORT_KINDS and _shown(one, heat.periods)]
    faults = [one for one in lines if one.kind not in REPORT_KINDS]
    head = html.Div(
        [
            html.H2(
                lang("{province}: cần bổ sung, sửa", province=province_name(state.reporting, chosen)),
                id="quality-province",
                tabIndex="-1",
            ),
            html.Div(
                [
                    exportable("list", lang, picture=False, text=lang("Tải danh sách của tỉnh này")),
                    html.Button(
                        "×",
                        type="button",
                        className="close",
                        **{"aria-label": lang("Đóng")},
                        **choosing(area=""),
                    ),
                ],
                className="quality-switches",
            ),
        ],
        className="tile-head",
    )
    missing = nothing(lang("Không có báo cáo nào thiếu hoặc muộn."), good=True)
    no_rows = nothing(lang("Không có dòng nào."), good=True)
    return html.Section(
        [
            head,
            html.H3(lang("Báo cáo thiếu, muộn trong các kỳ đang xem")),
            *(
                [reports_table(reports, lang, SHOWN), *cut_note(len(reports), lang, SHOWN)]
                if reports
                else [missing]
            ),
            html.H3(lang("Dòng bị loại, tổng kiểm soát lệch, đang chờ phê duyệt")),
            *(
                [faults_table(faults, lang, SHOWN), *cut_note(len(faults), lang, SHOWN)]
                if faults
                else [no_rows]
            ),
        ],
        className="tile quality-province",
        **{"aria-labelledby": "quality-province"},
    )


def _shown(one: Listed, periods: Sequence[str]) -> bool:
    """Whether a report's period ends in those that the heat map shows."""
    if not periods or one.period_end is None:
        return False
    return Period.parse(periods[0]).start <= one.period_end <= Period.parse(periods[-1]).end
