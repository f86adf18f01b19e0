"""Hand-made tasks and reports: two tasks of Decision 1087, one of 330, the central body and two provinces."""

from dataclasses import replace
from datetime import date

from indicators.catalogue import Catalogue
from indicators.model import ValueTable
from indicators.tasks import CLARITIES, Task, TaskReport
from layouts.choice import Choice, choice
from layouts.tasks_view import TasksView
from tests.unit.charts.examples import INDICATOR, KNOWN

D04 = replace(INDICATOR, code="D04", short_vi="Nhiệm vụ đã phân công", basis="guidance")
CATALOGUE = Catalogue([INDICATOR, D04])
TRAINING = Task(
    code="III.4.c",
    kind="task",
    group_vi="Nền tảng số",
    group_en="Digital platforms",
    title_vi="Đào tạo trực tuyến",
    title_en="Training online",
    decision="1087",
    clause="III.4.c",
    lead_then="Ủy ban Dân tộc",
    lead_now="Bộ Dân tộc và Tôn giáo",
    by_province=True,
    start_year=2024,
    due_year=2030,
    evidence_vi="Số khóa học",
    evidence_en="Courses held",
    indicators=("S02",),
)
LIBRARY = replace(
    TRAINING, code="III.4.b", title_vi="Thư viện điện tử", by_province=False, indicators=(), kind="solution"
)
PORTAL = replace(
    TRAINING,
    code="NV330.2",
    title_vi="Cổng thông tin thành phần",
    decision="330",
    group_vi="Năm nhiệm vụ",
    due_year=2025,
    indicators=("S02", "Q99"),
)
CLEAR = TaskReport(
    task="III.4.c",
    area_code="VN",
    area_name="Cả nước",
    area_name_en="Viet Nam",
    level="country",
    state="in_progress",
    lacking=(),
    responsible_unit="Vụ Tổng hợp",
    responsible_person="Nguyễn Văn A",
    expected_result="10 khóa học",
    due_date=date(2028, 6, 30),
    started_on=date(2025, 1, 2),
    percent_complete=40,
    load_id=7,
)
NO_PERSON = replace(
    CLEAR,
    task="III.4.b",
    state="done",
    lacking=("person",),
    responsible_person="",
    completed_on=date(2026, 3, 1),
)
SILENT = TaskReport("NV330.2", "VN", "Cả nước", "Viet Nam", "country", "no_report", CLARITIES)


def of_province(report: TaskReport, code: str, name: str) -> TaskReport:
    """The report as a province's own."""
    return replace(report, area_code=code, area_name=name, area_name_en=name, level="province")


REPORTS = (
    CLEAR,
    NO_PERSON,
    SILENT,
    of_province(CLEAR, "08", "Tuyên Quang"),
    of_province(replace(NO_PERSON, task="III.4.c", state="overdue"), "14", "Sơn La"),
    of_province(SILENT, "08", "Tuyên Quang"),
    of_province(SILENT, "14", "Sơn La"),
)
SHARES = ValueTable(
    "D04",
    "2026-11",
    "34",
    7,
    (
        replace(KNOWN, indicator="D04", value=100.0, numerator=1, denominator=1),
        replace(KNOWN, indicator="D04", value=0.0, numerator=0, denominator=1, area_code="14"),
    ),
    replace(KNOWN, indicator="D04", value=50.0, numerator=2, denominator=4, area_code="VN"),
)


def chosen(search: str = "") -> Choice:
    return choice(search, CATALOGUE, "vi")


def view(search: str = "", reports: tuple[TaskReport, ...] = REPORTS) -> TasksView:
    """What the page is made of for an address."""
    return TasksView(
        chosen(search), CATALOGUE, (TRAINING, LIBRARY, PORTAL), reports, SHARES, date(2026, 11, 24)
    )
