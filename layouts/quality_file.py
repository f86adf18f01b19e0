"""The list as a file to be sent to a province: its head, and a row for each line."""

from collections.abc import Iterable, Sequence
from datetime import date

from indicators.listed import Listed
from indicators.loads import Load
from language import N_, Language, fold
from layouts.quality_details import detail_text
from layouts.quality_kinds import kind_advice, kind_title

COLUMNS = (
    N_("Lý do"),
    N_("Mã lý do"),
    N_("Tỉnh, thành phố"),
    N_("Mã tỉnh"),
    N_("Địa bàn"),
    N_("Mã địa bàn"),
    N_("Số đo"),
    N_("Mã số đo"),
    N_("Kỳ đến ngày"),
    N_("Hạn báo cáo"),
    N_("Ngày báo cáo"),
    N_("Lần nạp"),
    N_("Số dòng"),
    N_("Chi tiết"),
    N_("Cần làm gì"),
    N_("Minh họa"),
)
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take such a text for a formula


def file_rows(
    lines: Sequence[Listed], province: str, load: Load | None, illustrative: bool, lang: Language
) -> list[list[str]]:
    """The rows of the file: what it is, as of which load, whether numbers are made up; then the lines.

    Days are as ISO 8601 has them; texts that a spreadsheet would compute are made plain.
    """
    known = (
        lang("Chưa có lần nạp nào được duyệt")
        if load is None
        else lang("Theo lần nạp số {load}, {day}", load=load.load_id, day=lang.moment(load.loaded_at))
    )
    made_up = (
        lang("SỐ LIỆU MINH HỌA – không dùng để báo cáo") if illustrative else lang("Không có số minh họa")
    )
    title = lang("Chất lượng dữ liệu: danh sách cần bổ sung, sửa – {province}", province=province)
    head = [[title], [known], [made_up], [lang.plural("{n} dòng", len(lines))], []]
    columns = [lang(column) for column in COLUMNS]
    return [*(_plain(row) for row in head), columns, *(_plain(_row(one, lang)) for one in lines)]


def file_name(province: str, load: Load | None, lang: Language) -> str:
    """A name that every system can write: letters without marks, digits and hyphens."""
    of_load = "" if load is None else lang("lần nạp {load}", load=load.load_id)
    words = fold(f"{lang('Chất lượng dữ liệu')} {province} {of_load}").split()
    kept = ("".join(letter for letter in word if letter.isascii() and letter.isalnum()) for word in words)
    return "-".join(filter(None, kept)) + ".csv"


def _row(one: Listed, lang: Language) -> list[str]:
    known = detail_text(one.detail, lang)
    return [
        kind_title(one.kind, lang),
        one.kind,
        lang.pick(one.province_vi, one.province_en),
        one.province,
        lang.pick(one.area_vi, one.area_en),
        one.area_code,
        lang.pick(one.measure_vi, one.measure_en),
        one.measure_code,
        _day(one.period_end),
        _day(one.due),
        _day(one.reported_on),
        "" if one.load_id is None else str(one.load_id),
        str(one.count),
        one.detail if known is None else known,
        kind_advice(one.kind, lang),
        lang("có") if one.illustrative else "",
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(row: Iterable[str]) -> list[str]:
    return [f"'{text}" if text.startswith(RISKY) else text for text in row]
