"""The page Nhiệm vụ: whose tasks, in which state, what is not clear, and what is missing altogether."""

from dataclasses import replace
from datetime import date

import pytest

from layouts.tasks_headline import headline, reading
from layouts.tasks_provinces import province_table, provinces
from layouts.tasks_row import task_row
from layouts.tasks_rule import rule_section
from layouts.tasks_table import task_table
from layouts.tasks_timeline import bars
from layouts.tasks_view import asked_for, standings
from tests.unit.charts.examples import EN, VI
from tests.unit.layouts.look import attributes, one_line, texts
from tests.unit.layouts.tasks_examples import (
    CATALOGUE,
    CLEAR,
    LIBRARY,
    NO_PERSON,
    REPORTS,
    TRAINING,
    chosen,
    view,
)


def codes(search):
    shown = view(search)
    return [one.task.code for one in asked_for(standings(shown), shown.choice)]


def listed(search=""):
    shown = view(search)
    found = standings(shown)
    return task_table(shown, asked_for(found, shown.choice), len(found))


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["III.4.c", "III.4.b", "NV330.2"]),
        ("?decision=330", ["NV330.2"]),
        ("?state=done", ["III.4.b"]),
        ("?state=no_report", ["NV330.2"]),
        ("?state=unassigned", ["III.4.b", "NV330.2"]),
        ("?state=unassigned&kind=date", ["NV330.2"]),
        ("?state=done&kind=in", ["III.4.b"]),  # the kind of another page filters nothing
        ("?area=08", ["III.4.c", "NV330.2"]),
        ("?area=14&state=overdue", ["III.4.c"]),
        ("?decision=other", []),
    ],
)
def test_the_address_chooses_the_tasks(search, expected):
    assert codes(search) == expected


def test_the_sentence_counts_what_is_done_unreported_and_clear():
    shown = view()
    said = reading(shown, standings(shown))
    assert said == (
        "Trung ương: 1/3 nhiệm vụ, giải pháp đã hoàn thành; 1 chưa có báo cáo; "
        "1/3 đã rõ người, rõ việc, rõ kết quả, rõ thời gian."
    )
    own = view("?area=14")
    assert reading(own, standings(own)).startswith(
        "Sơn La: 0/2 nhiệm vụ, giải pháp đã hoàn thành; 1 quá hạn;"
    )


def test_a_body_without_a_part_is_told_so():
    shown = view("?decision=330", reports=(CLEAR,))
    assert (
        reading(shown, standings(shown)) == "Trung ương không có phần việc nào trong các nhiệm vụ đang chọn."
    )


def test_a_count_lists_what_it_counts_and_pressed_again_everything():
    shown = view("?state=unassigned&kind=person")
    head = headline(shown, standings(shown))
    choices = attributes(head, "data-choose")
    assert "state=done&kind=" in choices
    assert "state=unassigned&kind=date" in choices
    assert choices.count("state=&kind=") == 1  # the one that is pressed
    assert "Chưa có người phụ trách" in one_line(head)


def test_counts_stay_whole_whatever_is_filtered():
    everything, filtered = view(), view("?state=done")
    numbers = [
        [part for part in texts(headline(one, standings(one))) if part.isdigit()]
        for one in (everything, filtered)
    ]
    assert numbers[0] == numbers[1]


def test_a_number_of_the_indicator_has_its_origin_beside_it():
    assert "origin=D04:VN:2026-Q3:34" in attributes(headline(view(), standings(view())), "data-choose")
    own = view("?area=08")
    assert "origin=D04:08:2026-Q3:34" in attributes(headline(own, standings(own)), "data-choose")


def test_what_is_missing_stands_out_and_what_the_decision_says_is_beside_it():
    shown = view()
    clear, no_person, silent = (one_line(task_row(shown, one)) for one in standings(shown))
    assert "Nguyễn Văn A" in clear
    assert "30/06/2028" in clear
    assert "Chưa có" not in clear
    assert "Chưa có người phụ trách" in no_person
    assert "Chưa rõ người, kết quả và thời gian" in silent
    assert "Bộ Dân tộc và Tôn giáo" in silent
    assert "2025" in silent
    assert "%" not in silent


def test_how_the_provinces_stand_is_told_for_the_central_body_alone():
    assert "0/2 tỉnh hoàn thành, 1 chưa phân công đủ" in one_line(listed())
    assert "tỉnh hoàn thành" not in one_line(listed("?area=08"))


def test_the_indicators_served_are_links_and_unknown_ones_are_left_out():
    links = [href for href in attributes(listed("?theme=contrast"), "href") if "/chi-tieu" in href]
    assert links == ["/chi-tieu?i=S02&theme=contrast"] * 2


def test_a_group_counts_what_is_done_in_it():
    assert "1/2 hoàn thành" in one_line(listed())


def test_an_empty_list_says_so_and_offers_everything():
    shown = listed("?state=done_late")
    assert "Không có nhiệm vụ nào như vậy." in one_line(shown)
    assert "state=&kind=&decision=" in attributes(shown, "data-choose")


def test_illustrative_reports_are_marked():
    reports = (replace(CLEAR, illustrative=True), NO_PERSON)
    shown = view(reports=reports)
    said = one_line(task_table(shown, standings(shown), 2))
    assert "1 báo cáo trong danh sách là số liệu minh họa" in said
    assert said.count("◇") == 2  # the legend and the row
    assert "◇" not in one_line(listed())


def test_what_was_noted_is_shown():
    shown = view(reports=(replace(CLEAR, note="Chờ kinh phí"),))
    assert "Chờ kinh phí" in one_line(task_row(shown, standings(shown)[0]))


def test_provinces_come_with_the_least_assigned_first():
    found = provinces(view())
    assert [one.name for one in found] == ["Sơn La", "Tuyên Quang"]
    assert (found[0].total, found[0].states["overdue"], found[0].unassigned) == (2, 1, 2)
    assert provinces(view("?decision=330"))[0].states["overdue"] == 0


def test_a_province_without_a_share_comes_first_and_has_no_number():
    reports = REPORTS
    shown = replace(
        view(), assigned=replace(view().assigned, values=view().assigned.values[:1]), reports=reports
    )
    found = provinces(shown)
    assert found[0].assigned is None
    assert VI.missing in texts(province_table(shown, found))


def test_a_province_opens_its_own_tasks():
    table = province_table(view("?area=14"), provinces(view("?area=14")))
    assert "area=08" in attributes(table, "data-choose")
    assert attributes(table, "aria-current") == ["true"]


def test_targets_without_a_task_and_tasks_without_a_target_are_listed():
    shown = replace(view(), tasks=(LIBRARY,))
    said = one_line(rule_section(shown))
    assert "1 chỉ tiêu của hai quyết định chưa có nhiệm vụ" in said
    assert "S02" in said
    assert "III.4.b" in said
    assert "D04" not in said  # the guidance's own indicator is no target of a decision
    assert "Mọi chỉ tiêu đều có nhiệm vụ." in one_line(rule_section(view()))


def test_bars_come_by_due_day_and_take_the_decisions_years_where_nobody_reported():
    found = bars(standings(view()), EN)
    assert [bar.code for bar in found] == ["NV330.2", "III.4.c", "III.4.b"]
    assert (found[0].start, found[0].due) == (date(2024, 1, 1), date(2025, 12, 31))
    assert (found[1].start, found[1].due) == (date(2025, 1, 2), date(2028, 6, 30))


def test_the_examples_are_whole():
    assert TRAINING.code in {report.task for report in REPORTS}
    assert chosen().problems == ()
    assert CATALOGUE.codes
