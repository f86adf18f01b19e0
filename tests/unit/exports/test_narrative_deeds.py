"""Milestones and tasks in sentences: what is proven, what is overdue, whose it is."""

from dataclasses import replace
from datetime import date

import pytest

from exports import narrative_deeds as told
from indicators.milestones import Milestone
from indicators.tasks import Task, TaskReport
from tests.unit.charts.examples import EN, INDICATOR, KNOWN, VI

DAY, DUE = date(2026, 11, 25), date(2025, 12, 31)
PLAN = replace(INDICATOR, code="D01", kind="milestone", short_vi="Kế hoạch của tỉnh", short_en="Plans")
OF_ONE = replace(KNOWN, numerator=0, denominator=1, value=0.0, deadline=DUE, target=1, status="overdue")
OF_MANY = replace(
    KNOWN,
    area_code="VN",
    numerator=11,
    denominator=34,
    value=11.0,
    deadline=DUE,
    target=34,
    status="overdue",
)
MINE = Milestone("D01", "08", "Tuyên Quang", "Tuyen Quang", "province", DUE, "overdue")
TASK = Task(
    "III.1",
    "task",
    "",
    "",
    "Xây dựng nền tảng",
    "Build the platform",
    "1087",
    "",
    "",
    "",
    True,
    2025,
    2025,
    "",
    "",
)
REPORT = TaskReport("III.1", "08", "Tuyên Quang", "Tuyen Quang", "province", "overdue", ())


@pytest.mark.parametrize(
    ("status", "changes", "vi", "en"),
    [
        (
            "completed",
            {"completed_date": date(2025, 9, 22), "evidence_document": "120/QĐ-UBND"},
            "Kế hoạch của tỉnh (D01): hoàn thành ngày 22/09/2025 theo văn bản 120/QĐ-UBND; hạn 31/12/2025.",
            "Plans (D01): completed on 22 Sep 2025 by document 120/QĐ-UBND; due 31 Dec 2025.",
        ),
        (
            "completed_late",
            {"completed_date": date(2026, 2, 1), "evidence_document": "12/QĐ-UBND"},
            "Kế hoạch của tỉnh (D01): hoàn thành muộn ngày 01/02/2026 theo văn bản 12/QĐ-UBND; "
            "hạn 31/12/2025.",
            None,
        ),
        (
            "claimed",
            {"completed_date": date(2025, 9, 22), "responsible_unit": "Sở Dân tộc và Tôn giáo"},
            "Kế hoạch của tỉnh (D01): báo xong ngày 22/09/2025 nhưng chưa nêu văn bản chứng minh; "
            "hạn 31/12/2025; phụ trách: Sở Dân tộc và Tôn giáo.",
            "Plans (D01): reported complete on 22 Sep 2025, without naming a document; due 31 Dec 2025; "
            "responsible: Sở Dân tộc và Tôn giáo.",
        ),
        (
            "overdue",
            {},
            "Kế hoạch của tỉnh (D01): quá hạn 31/12/2025 mà chưa có báo cáo hoàn thành; "
            "phụ trách: chưa phân công.",
            "Plans (D01): overdue since 31 Dec 2025, no completion reported; responsible: not assigned.",
        ),
        (
            "at_risk",
            {"planned_date": date(2026, 3, 1)},
            "Kế hoạch của tỉnh (D01): có nguy cơ chậm, dự kiến 01/03/2026; hạn 31/12/2025; "
            "phụ trách: chưa phân công.",
            None,
        ),
        (
            "in_progress",
            {},
            "Kế hoạch của tỉnh (D01): đang thực hiện; hạn 31/12/2025; phụ trách: chưa phân công.",
            None,
        ),
    ],
)
def test_a_milestone_of_one_body(status, changes, vi, en):
    mine, value = replace(MINE, status=status, **changes), replace(OF_ONE, status=status)
    assert told.milestone(value, [mine], PLAN, VI) == vi
    if en is not None:
        assert told.milestone(value, [mine], PLAN, EN) == en


def test_a_milestone_that_nobody_reported():
    value = replace(OF_ONE, status="not_started", illustrative=True)
    assert told.milestone(value, [], PLAN, VI) == (
        "Kế hoạch của tỉnh (D01): chưa có báo cáo; hạn 31/12/2025; số liệu minh họa."
    )


def test_a_milestone_of_all_provinces_counts_them_and_names_few():
    late = [replace(MINE, area_code=f"{at:02}", area_name=f"Tỉnh {at}") for at in range(7)]
    assert told.milestone(OF_MANY, late[:2], PLAN, VI) == (
        "Kế hoạch của tỉnh (D01): đến hết quý III/2026, 11/34 tỉnh, thành phố đã hoàn thành; "
        "đã quá hạn 31/12/2025; chưa hoàn thành: Tỉnh 0, Tỉnh 1."
    )
    assert told.milestone(OF_MANY, late, PLAN, EN) == (
        "Plans (D01): by the end of Q3 2026, 11/34 provinces had completed it; overdue since 31 Dec 2025; "
        "7 provinces have not completed it."
    )
    done = [replace(one, status="completed") for one in late]
    ahead = replace(OF_MANY, status="in_progress")
    assert told.milestone(ahead, done, PLAN, VI).endswith("đã hoàn thành; hạn 31/12/2025.")


def test_how_many_milestones_are_overdue():
    done = replace(MINE, status="completed")
    assert told.overdue_milestones([MINE, done, done], VI) == (
        "1 mốc đã quá hạn mà chưa hoàn thành (trên 3 mốc được giao)."
    )
    assert told.overdue_milestones([MINE, MINE], EN) == (
        "2 milestones are overdue and not completed (of 2 assigned)."
    )
    assert told.overdue_milestones([done, done], VI) == "Không mốc nào trong 2 mốc quá hạn."
    assert told.overdue_milestones([], VI) == "Chưa có mốc nào giao cho tỉnh."


def test_the_tasks_of_a_body():
    reports = [
        REPORT,
        replace(REPORT, state="done"),
        replace(REPORT, state="done_late", lacking=("person",)),
        replace(REPORT, state="no_report", lacking=("unit", "person", "result", "date")),
    ]
    assert told.tasks("Tuyên Quang", reports, VI, day=DAY) == (
        "Đến ngày 25/11/2026, Tuyên Quang đã hoàn thành 2/4 nhiệm vụ, giải pháp; 1 việc quá hạn; "
        "1 việc chưa có báo cáo; 2/4 việc đã rõ người, rõ việc, rõ kết quả, rõ thời gian."
    )
    assert told.tasks("Tuyen Quang", reports[1:2], EN, day=DAY) == (
        "As of 25 Nov 2026, Tuyen Quang had completed 1/1 tasks and solutions; "
        "1/1 clear as to who, what, which result and when."
    )
    assert told.tasks("Tuyên Quang", [], VI, day=DAY) == (
        "Tuyên Quang không có phần việc nào trong các nhiệm vụ đang chọn."
    )
    made_up = [replace(REPORT, illustrative=True)]
    assert told.tasks("Tuyên Quang", made_up, VI, day=DAY).endswith("; số liệu minh họa.")


def test_an_overdue_task_says_since_when_and_whose_it_is():
    assert told.overdue_task(TASK, REPORT, VI, day=DAY) == (
        "III.1 Xây dựng nền tảng: hạn 31/12/2025, quá 329 ngày; chưa có đơn vị chủ trì; "
        "chưa có người phụ trách."
    )
    mine = replace(REPORT, due_date=date(2026, 11, 24), responsible_unit="Sở A", responsible_person="Ông B")
    assert told.overdue_task(TASK, mine, EN, day=DAY) == (
        "III.1 Build the platform: due 24 Nov 2026, 1 day overdue; Sở A; Ông B."
    )


def test_which_provinces_have_most_overdue():
    assert told.most_overdue([("Huế", 3), ("Hà Nội", 0), ("Gia Lai", 3), ("Cà Mau", 1)], VI) == (
        "Ở địa phương, 7 phần việc quá hạn tại 3 tỉnh, thành phố; nhiều nhất là Huế và Gia Lai (3 việc)."
    )
    assert told.most_overdue([("Hue", 1)], EN) == (
        "In the provinces, 1 task is overdue in 1 province; most in Hue (1 task)."
    )
    many = [(f"Tỉnh {at}", 1) for at in range(8)]
    assert told.most_overdue(many, VI) == "Ở địa phương, 8 phần việc quá hạn tại 8 tỉnh, thành phố."
    assert told.most_overdue([("Huế", 0)], VI) == ""
