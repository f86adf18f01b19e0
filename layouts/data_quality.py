"""The page Chất lượng dữ liệu: what is lacking at a glance, then the part that is open."""

from dash import html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import SPOKEN
from layouts.export_menu import exportable
from layouts.quality_filter import DRAFTS, REVISIONS, SOURCES, WRONG, area_chip, section_of
from layouts.quality_heatmap import heatmap_tile, most_lacking
from layouts.quality_kinds import CONTROL_TOTAL
from layouts.quality_list import chosen_lines
from layouts.quality_loads import drafts_part, sources_part, totals_part
from layouts.quality_province import province_part
from layouts.quality_state import Heat, QualityState
from layouts.quality_tiles import headline, tiles
from layouts.quality_wrong import wrong_part
from layouts.term_notes import explained
from layouts.waiting import awaited


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read."""
    return html.Div(awaited(), id=ids.QUALITY, className="page")


def content(state: QualityState, heat: Heat | None, chosen: Choice) -> list[Component]:
    """The page; `heat` is there where the part that is open shows it."""
    lang, section = chosen.language, section_of(chosen.kind)
    if heat is not None:
        part = _reports_part(state, heat, section, chosen)
    elif section == WRONG:
        part = [wrong_part(state, chosen)]
    else:
        part = [_other_part(state, section, chosen)]
    return [
        html.Header(
            [
                html.H1(lang("Chất lượng dữ liệu")),
                html.P(
                    explained(headline(state, lang), lang, "fault"), className="quality-headline", **SPOKEN
                ),
            ],
            className="page-head",
        ),
        tiles(state, section, lang),
        *part,
        *([] if section == REVISIONS else [html.Div(id=ids.QUALITY_CHANGES, hidden=True)]),
    ]


def _reports_part(state: QualityState, heat: Heat, section: str, chosen: Choice) -> list[Component]:
    """The province chosen, the heat map, who lacks most, and the list of everybody."""
    lang = chosen.language
    everybody = html.Section(
        [
            html.H2(lang("Gửi các tỉnh")),
            html.P(
                lang(
                    "Danh sách gồm báo cáo thiếu, báo cáo muộn và dòng sai, kèm việc cần làm. "
                    "Chọn một tỉnh để tải riêng tỉnh đó."
                ),
                className="quiet",
            ),
            exportable("list", lang, picture=False, text=lang("Tải danh sách"))
            if chosen.area is None
            else None,
        ],
        className="tile",
    )
    beside = html.Div([most_lacking(state, heat, section, lang), everybody], className="quality-beside")
    columns = html.Div(
        [heatmap_tile(heat, section, state.reporting.last_due, lang), beside], className="quality-columns"
    )
    return [province_part(state, heat, chosen), columns] if chosen.area else [columns]


def _other_part(state: QualityState, section: str, chosen: Choice) -> Component:
    """The part about totals, revisions, drafts or sources."""
    lang, filters = chosen.language, []
    if section == CONTROL_TOTAL:
        title = lang("Tổng kiểm soát lệch")
        shown = totals_part(chosen_lines(state.listed, CONTROL_TOTAL, chosen.area), lang)
        filters = [
            *area_chip(state.reporting, chosen),
            exportable("list", lang, picture=False, text=lang("Tải danh sách")),
        ]
    elif section == REVISIONS:
        title = lang("Thay đổi giữa các lần nạp")
        shown = [html.P(lang("Đang so các lần nạp…"), className="quality-none")]
        filters = [exportable("revisions", lang, picture=False, what=title)]
    elif section == DRAFTS:
        title, shown = lang("Lần nạp chờ phê duyệt"), drafts_part(state.drafts, lang)
        filters = [exportable("drafts", lang, picture=False, what=title)]
    else:
        assert section == SOURCES
        title, shown = lang("Tuổi của từng nguồn"), sources_part(state.sources, state.listed, lang)
        filters = [exportable("sources", lang, picture=False, what=title)]
    head = html.Div([html.H2(title), html.Div(filters, className="quality-switches")], className="tile-head")
    filled = {"id": ids.QUALITY_CHANGES} if section == REVISIONS else {}
    return html.Section([head, html.Div(shown, **filled)], className="tile quality-part")
