"""The parts of the quality page about loads: totals that disagree, drafts, sources."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts import wording
from indicators.listed import Listed
from indicators.loads import Load
from indicators.progress import STALE_CYCLES
from indicators.sources import Source
from language import N_, Language
from layouts.components import Children, choosing, missing_mark, nothing, nothing_mark
from layouts.quality_details import control_total
from layouts.quality_kinds import CONTROL_TOTAL, DRAFT, TABLES, kind_advice, kind_title
from layouts.quality_list import SHOWN, cut_note, detail, load_number, table

CYCLE_WORDS = {
    "month": N_("tháng"),
    "quarter": N_("quý"),
    "half": N_("6 tháng"),
    "year": N_("năm"),
}


def totals_part(lines: Sequence[Listed], lang: Language) -> list[Component]:
    """The control totals that disagree with their parts: both numbers and what lies between them."""
    if not lines:
        return [nothing(lang("Mọi tổng kiểm soát đều khớp với tổng các đơn vị dưới."), good=True)]
    rows = []
    for one in lines[:SHOWN]:
        found = control_total(one.detail)
        numbers: list[Children] = (
            [detail(one, lang), "", "", ""]
            if found is None
            else [
                lang.number(found.total),
                lang.number(found.sum),
                lang.number(found.total - found.sum, signed=True),
                f"{lang.number(found.parts)}/{lang.number(found.parts_expected)}",
            ]
        )
        rows.append(
            html.Tr(
                [
                    html.Th(lang.pick(one.area_vi, one.area_en), scope="row"),
                    html.Td(lang.pick(one.measure_vi, one.measure_en)),
                    html.Td(lang.date(one.period_end)),
                    *(html.Td(number, className="number") for number in numbers),
                    html.Td(load_number(one.load_id, lang), className="number"),
                ]
            )
        )
    head = (
        N_("Địa bàn"),
        N_("Số đo"),
        N_("Kỳ đến ngày"),
        N_("Số cấp trên gửi"),
        N_("Tổng các đơn vị dưới"),
        N_("Chênh lệch"),
        N_("Đơn vị có số"),
        N_("Lần nạp"),
    )
    return [
        html.P(kind_advice(CONTROL_TOTAL, lang), className="quality-advice"),
        table([lang(text) for text in head], rows, lang("Tổng kiểm soát lệch"), numbers=range(3, 8)),
        *cut_note(len(lines), lang),
    ]


def drafts_part(drafts: Sequence[Load], lang: Language) -> list[Component]:
    """The loads that nobody has approved, with a way to their rows."""
    if not drafts:
        return [nothing(lang("Mọi lần nạp đều đã được duyệt."), good=True)]
    rows = [
        html.Tr(
            [
                html.Th(load_number(load.load_id, lang), scope="row"),
                html.Td(lang.moment(load.loaded_at)),
                html.Td(wording.source(load.source_system, lang)),
                html.Td(lang.number(load.rows_received), className="number"),
                html.Td(lang.number(load.rows_accepted), className="number"),
                html.Td(lang.number(load.rows_rejected), className="number"),
                _note(load.note, lang),
            ]
        )
        for load in drafts
    ]
    head = (
        N_("Lần nạp"),
        N_("Thời điểm nạp"),
        N_("Nguồn"),
        N_("Dòng nhận"),
        N_("Dòng hợp lệ"),
        N_("Dòng từ chối"),
        N_("Ghi chú"),
    )
    return [
        html.P(kind_advice(DRAFT, lang), className="quality-advice"),
        table([lang(text) for text in head], rows, lang("Lần nạp chờ phê duyệt"), numbers=(3, 4, 5)),
        html.Button(
            lang("Xem các dòng đang chờ"), type="button", className="text-button", **choosing(kind=DRAFT)
        ),
    ]


def sources_part(sources: Sequence[Source], lines: Sequence[Listed], lang: Language) -> list[Component]:
    """Each source with the age of what it sent last, and the tables that are empty or not there."""
    rows = [
        html.Tr(
            [
                html.Th(wording.source(source.name, lang), scope="row"),
                html.Td(lang.date(source.newest_period)),
                html.Td(
                    [
                        html.Span(
                            missing_mark(lang) if source.age is None else lang.plural("{n} ngày", source.age)
                        ),
                        html.Span(lang("đã cũ"), className="stale-mark") if source.stale else None,
                    ],
                    className="number",
                ),
                html.Td(
                    lang(CYCLE_WORDS[source.cycle]) if source.cycle else nothing_mark(lang("chưa rõ chu kỳ"))
                ),
                html.Td(load_number(source.last_load.load_id, lang), className="number"),
                html.Td(lang.moment(source.last_load.loaded_at)),
                html.Td(lang.number(source.loads), className="number"),
                _note(source.last_load.note, lang),
            ],
            className="stale" if source.stale else None,
        )
        for source in sources
    ]
    head = (
        N_("Nguồn"),
        N_("Số liệu đến"),
        N_("Tuổi"),
        N_("Chu kỳ ngắn nhất"),
        N_("Lần nạp cuối"),
        N_("Thời điểm nạp"),
        N_("Số lần nạp"),
        N_("Nội dung"),
    )
    return [
        html.P(
            lang(
                "Một nguồn là cũ khi kỳ mới nhất của nó đã qua hơn {cycles} chu kỳ báo cáo, "
                "tính theo chu kỳ ngắn nhất trong các chỉ số dùng số của nguồn.",
                cycles=lang.number(STALE_CYCLES),
            ),
            className="quiet",
        ),
        table([lang(text) for text in head], rows, lang("Tuổi của từng nguồn"), numbers=(2, 4, 6)),
        *_tables([one for one in lines if one.kind in TABLES], lang),
    ]


def _tables(lines: Sequence[Listed], lang: Language) -> list[Component]:
    if not lines:
        return []
    rows = [
        html.Li(
            [
                html.Code(one.detail),
                html.Span(f" – {kind_title(one.kind, lang)}. {kind_advice(one.kind, lang)}"),
            ]
        )
        for one in lines
    ]
    return [html.H3(lang("Bảng trống hoặc thiếu trong kho")), html.Ul(rows, className="plain-list")]


def _note(note: str | None, lang: Language) -> Component:
    """The cell of a remark, in the language of who wrote it."""
    if not note:
        return html.Td(nothing_mark(lang("không có ghi chú")))
    return html.Td(note, lang="vi")
