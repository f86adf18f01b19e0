"""A small report by hand: what is hard for a file, as long names with every diacritic, gaps, a map of 34."""

from datetime import date
from typing import Any

from charts.bars import Bar, bars
from charts.choropleth import choropleth
from charts.statuses import STATUSES
from charts.trend import trend
from exports.report import (
    Caption,
    Chart,
    Column,
    Line,
    Map,
    MapArea,
    MapKey,
    Plot,
    Report,
    Section,
    Table,
    Text,
)
from geodata.outlines import own_outlines
from tests.unit.charts.examples import INDICATOR, KNOWN, MISSING, PROVINCES, VI, series, table

OUTLINES = own_outlines("34")
NAMES = {feature["id"]: feature["properties"]["name_vi"] for feature in OUTLINES.shapes["features"]}
NOTES = (
    "SỐ LIỆU MINH HỌA – không dùng để báo cáo",
    "Ranh giới: 34 tỉnh, thành phố (từ 01/7/2025); số trước đó cộng từ các tỉnh cũ.",
    "Nguồn số liệu: Kho dữ liệu công tác dân tộc, Bộ Dân tộc và Tôn giáo.",
    "Số liệu đến 30/09/2026; lần nạp số 7, 02/10/2026 08:00.",
)
# Every letter of Vietnamese, small and capital, as it may stand in a name.
LETTERS = (
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY aăâbcdđeêghiklmnoôơpqrstuưvxy",
    "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ",
    "ÀẢÃÁẠ ẰẲẴẮẶ ẦẨẪẤẬ ÈẺẼÉẸ ỀỂỄẾỆ ÌỈĨÍỊ ÒỎÕÓỌ ỒỔỖỐỘ ỜỞỠỚỢ ÙỦŨÚỤ ỪỬỮỨỰ ỲỶỸÝỴ",
)
LONG = "Thành phố trực thuộc Trung ương Hồ Chí Minh và vùng đồng bào dân tộc thiểu số lân cận"
VALUES = {code: None if code == "01" else 20 + 2.3 * place for place, code in enumerate(PROVINCES["34"])}


def caption(title: str, subtitle: str = "Quý III/2026 · 34 tỉnh, thành phố", **others: Any) -> Caption:
    """A caption that has everything."""
    given: dict[str, Any] = {
        "alt": f"{title}: mô tả bằng lời.",
        "illustrative": True,
        "notes": NOTES,
    } | others
    return Caption(title, subtitle, **given)


def map_of_provinces() -> Map:
    """Today's provinces by status: Hà Nội without data, the others of four statuses."""
    statuses = ("on_track", "accelerate", "behind", "missed")
    judged: dict[str, Any] = {f"p{code}": KNOWN for code in PROVINCES["34"]} | {"p01": MISSING}
    values = table(**judged)
    shown = {
        code: STATUSES["no_data" if VALUES[code] is None else statuses[int(code) % 4]]
        for code in PROVINCES["34"]
    }
    found = list(shown.values())
    return Map(
        "map-S02",
        caption(
            "S02 Trưởng thôn, người có uy tín được tập huấn: bản đồ trạng thái",
            origins=tuple(
                f"S02 · {NAMES[code]} · Quý III/2026: {VI.percent(value)}" for code, value in VALUES.items()
            ),
        ),
        choropleth(values, INDICATOR, colouring="status", lang=VI, theme="light", outlines=OUTLINES),
        "34",
        tuple(
            MapArea(code, NAMES[code], status.light, f"{VI.percent(VALUES[code])} · {status.word}")
            for code, status in shown.items()
        ),
        tuple(
            MapKey(status.light, f"{status.icon} {status.word}", found.count(status))
            for status in dict.fromkeys(sorted(found, key=lambda one: one.order))
        ),
    )


def trend_chart() -> Chart:
    """A line with a gap beside the country's, and the dashed way to the target."""
    categories = tuple(VI.period(f"{2024 + at // 4}-Q{at % 4 + 1}") for at in range(3, 11))
    known = (30.04, 35.0, None, 44.25, 50.0, 52.5, 58.0, 61.7)
    return Chart(
        "trend-08-S02",
        caption(
            "S02 Trưởng thôn, người có uy tín được tập huấn: diễn biến",
            "Quý III/2026 · Tuyên Quang · chỉ tiêu ≥ 80% đến 31/12/2030",
            origins=("S02 · Tuyên Quang · Quý III/2026: 61,7% (1.234/2.000)", "API: /api/v1/series?…"),
        ),
        trend(series(*known), INDICATOR, value=KNOWN, lang=VI, theme="light"),
        Plot(
            "line",
            categories,
            (
                Line("Tuyên Quang", known, "#23407c"),
                Line("Cả nước", tuple(28 + 3.0 * at for at in range(8)), "#8792a2"),
                Line(
                    "Lộ trình đến chỉ tiêu",
                    (None, *(25 + 4.5 * at for at in range(7))),
                    "#616d80",
                    dashed=True,
                ),
            ),
            "%",
            1,
        ),
    )


def ranking_chart() -> Chart:
    """All provinces, the best first, one of them without a value."""
    ordered = sorted(VALUES, key=lambda code: -(VALUES[code] or 0))
    rows = [
        Bar(NAMES[code], VALUES[code], VI.percent(VALUES[code]), STATUSES["on_track"].light)
        for code in ordered
    ]
    plot = Plot(
        "bar",
        tuple(row.name for row in rows),
        (Line("Trưởng thôn được tập huấn", tuple(row.value for row in rows), "#23407c"),),
        "%",
        1,
        tuple(row.colour for row in rows),
    )
    title = "S02 Trưởng thôn, người có uy tín được tập huấn: so sánh các tỉnh, thành phố"
    return Chart("ranking-S02", caption(title), bars(rows, theme="light"), plot)


def column_chart() -> Chart:
    """Upright columns of counts, whose names are long."""
    names = (LONG, "Đắk Lắk", "Quảng Ngãi", "Thừa Thiên Huế (thành phố Huế)")
    counts = (1_234_567.0, 0.0, None, 375_656.0)
    rows = [Bar(each, count, VI.number(count, 0)) for each, count in zip(names, counts, strict=True)]
    plot = Plot("column", names, (Line("Số người được tập huấn", counts, "#26638b"),), "người", 0)
    return Chart("columns", caption("Số người được tập huấn"), bars(rows, theme="light"), plot)


def long_table() -> Table:
    """More rows than a page or a slide holds: numbers of several units, days, empty cells with a reason."""
    columns = (
        Column("Mã", code="indicator"),
        Column("Tỉnh, thành phố", code="area_name"),
        Column("Giá trị", "number", 1, "…", "value"),
        Column("Chỉ tiêu", "number", 1, "%", "target"),
        Column("Hạn", "date", code="deadline"),
        Column("Lưu ý", code="remarks"),
    )
    names = [*NAMES.values(), LONG, *LETTERS]
    rows = tuple(
        (f"S{at:02}", each, None if at in (2, 5) else 1234.56 + at, 80.0, date(2030, 12, 31), "số sơ bộ")
        for at, each in enumerate(names)
    )
    units = tuple(("%", 1) if at % 2 else ("người", 0) for at in range(len(rows)))
    return Table("values", caption("Giá trị theo tỉnh, thành phố"), columns, rows, {(5, 2): "được ẩn"}, units)


def definitions() -> Table:
    """A table of long texts, as an annex has it."""
    columns = (Column("Mã", code="indicator"), Column("Chỉ số"), Column("Cách tính"), Column("Căn cứ"))
    said = (
        "Số trưởng thôn, người có uy tín đã được tập huấn chia cho tổng số trưởng thôn, người có uy tín của "
        "các xã có báo cáo trong kỳ, nhân 100; xã không báo cáo không tính vào mẫu số."
    )
    basis = "Quyết định 1087/QĐ-TTg ngày 02/10/2024, Điều 1, mục II.2.b"
    rows = tuple((f"S{at:02}", LONG, said, basis) for at in range(1, 13))
    return Table("definitions", caption("Định nghĩa các chỉ số", illustrative=False), columns, rows)


def small_report() -> Report:
    """The report: every kind of part, an annex, numbers that are made up and preliminary."""
    summary = (
        "Đến hết quý III/2026, 8/29 chỉ tiêu đã đạt hoặc đúng tiến độ; 10 chậm; 10 không đạt.",
        "Tiến bộ nhiều nhất so với cùng kỳ năm trước: Nhiệm vụ phân công đủ bốn rõ (D04) tăng "
        "12,1 điểm\u00a0%.",
    )
    concerns = (
        "Trung tâm dữ liệu (A03): quá hạn 31/12/2025 mà chưa có báo cáo hoàn thành.",
        "Hà Nội: chưa có số liệu.",
        *LETTERS,
    )
    return Report(
        title="Báo cáo tình hình thực hiện các chỉ tiêu chuyển đổi số công tác dân tộc",
        subtitle="Đến hết quý III/2026",
        agency="Bộ Dân tộc và Tôn giáo",
        locale="vi",
        scope="VN",
        scope_name="Cả nước",
        period="2026-Q3",
        boundaries="34",
        load_id=7,
        data_date=date(2026, 10, 2),
        written_on=date(2026, 11, 25),
        illustrative=True,
        preliminary=True,
        sections=(
            Section(
                "summary", "Tóm tắt", (Text(summary), Text(("Cần chú ý:",)), Text(concerns, style="list"))
            ),
            Section("maps", "Bản đồ", (map_of_provinces(), Text(("Dẫn đầu là Nghệ An (80,7%).",)))),
            Section("ranking", "Xếp hạng và so sánh", (Text(("Cuối bảng là Thanh Hóa.",)), ranking_chart())),
            Section("paths", "Diễn biến các chỉ số", (trend_chart(), column_chart())),
            Section("status", "Tình hình bộ chỉ số", (long_table(),)),
            Section("definitions", "Phụ lục: định nghĩa và nguồn", (definitions(),), annex=True),
        ),
        link="/bao-cao?p=2026-Q3",
    )
