"""What is to be mended, totals that disagree, drafts and sources as rows of files."""

from datetime import date

from exports.cells import Absent, AnyCell
from exports.deeds import day, yes
from exports.report import Column
from indicators.listed import Listed
from indicators.loads import Load
from indicators.sources import Source
from language import Language
from layouts.quality_details import control_total, detail_text
from layouts.quality_kinds import kind_advice, kind_title
from layouts.quality_loads import CYCLE_WORDS


def listed_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `listed_cells`."""
    return (
        Column(lang("Lý do"), code="reason_word"),
        Column(lang("Mã lý do"), code="reason"),
        Column(lang("Tỉnh, thành phố"), code="province_name"),
        Column(lang("Mã tỉnh"), code="province"),
        Column(lang("Địa bàn"), code="area_name"),
        Column(lang("Mã địa bàn"), code="area_code"),
        Column(lang("Số đo"), code="measure_name"),
        Column(lang("Mã số đo"), code="measure"),
        Column(lang("Kỳ đến ngày"), "date", code="period_end"),
        Column(lang("Hạn báo cáo"), "date", code="due"),
        Column(lang("Ngày báo cáo"), "date", code="reported_on"),
        Column(lang("Lần nạp"), "number", code="load_id"),
        Column(lang("Số dòng"), "number", code="rows"),
        Column(lang("Chi tiết"), code="detail"),
        Column(lang("Cần làm gì"), code="advice"),
        Column(lang("Minh họa"), code="illustrative"),
    )


def listed_cells(one: Listed, lang: Language) -> tuple[AnyCell, ...]:
    """A line of the list; what a kind of line doesn't have is left open."""
    known = detail_text(one.detail, lang)
    return (
        kind_title(one.kind, lang),
        one.kind,
        lang.pick(one.province_vi, one.province_en),
        one.province,
        lang.pick(one.area_vi, one.area_en),
        one.area_code,
        lang.pick(one.measure_vi, one.measure_en),
        one.measure_code,
        day(one.period_end),
        day(one.due),
        day(one.reported_on),
        Absent() if one.load_id is None else one.load_id,
        one.count,
        one.detail if known is None else known,
        kind_advice(one.kind, lang),
        yes(one.illustrative, lang),
    )


def total_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `total_cells`, which stand after those of the list."""
    return (
        Column(lang("Số cấp trên gửi"), "number", 2, code="total"),
        Column(lang("Tổng các đơn vị dưới"), "number", 2, code="sum"),
        Column(lang("Chênh lệch"), "number", 2, code="difference"),
        Column(lang("Đơn vị có số"), "number", code="parts"),
        Column(lang("Số đơn vị"), "number", code="parts_expected"),
    )


def total_cells(one: Listed) -> tuple[AnyCell, ...]:
    """The two numbers that disagree; open for a line that is about something else."""
    found = control_total(one.detail)
    if found is None:
        return (Absent(),) * 5
    return (found.total, found.sum, found.total - found.sum, found.parts, found.parts_expected)


def load_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `load_cells`."""
    return (
        Column(lang("Lần nạp"), "number", code="load_id"),
        Column(lang("Ngày nạp"), "date", code="loaded_on"),
        Column(lang("Nguồn"), code="source"),
        Column(lang("Dòng nhận"), "number", code="rows_received"),
        Column(lang("Dòng hợp lệ"), "number", code="rows_accepted"),
        Column(lang("Dòng từ chối"), "number", code="rows_rejected"),
        Column(lang("Ghi chú"), code="note"),
    )


def load_cells(one: Load) -> tuple[AnyCell, ...]:
    """A load as the log has it."""
    return (
        one.load_id,
        _loaded(one),
        one.source_system,
        one.rows_received,
        one.rows_accepted,
        one.rows_rejected,
        one.note,
    )


def source_columns(lang: Language) -> tuple[Column, ...]:
    """The columns of `source_cells`."""
    return (
        Column(lang("Nguồn"), code="source"),
        Column(lang("Số liệu đến"), "date", code="newest_period"),
        Column(lang("Tuổi"), "number", 0, lang("ngày"), "age"),
        Column(lang("Đã cũ"), code="stale"),
        Column(lang("Chu kỳ ngắn nhất"), code="cycle"),
        Column(lang("Lần nạp cuối"), "number", code="last_load"),
        Column(lang("Ngày nạp"), "date", code="loaded_on"),
        Column(lang("Số lần nạp"), "number", code="loads"),
        Column(lang("Nội dung"), code="note"),
    )


def source_cells(one: Source, lang: Language) -> tuple[AnyCell, ...]:
    """A source with the age of what it sent last."""
    return (
        one.name,
        one.newest_period,
        one.age,
        yes(one.stale, lang),
        lang(CYCLE_WORDS[one.cycle]) if one.cycle else "",
        one.last_load.load_id,
        _loaded(one.last_load),
        one.loads,
        one.last_load.note,
    )


def _loaded(one: Load) -> date | None:
    return one.loaded_at.date() if one.loaded_at else None
