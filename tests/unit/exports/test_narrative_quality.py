"""The quality of the data in sentences."""

from datetime import date, datetime

from exports import narrative_quality as told
from indicators.listed import Listed
from indicators.loads import Load
from indicators.reporting import Tally
from indicators.sources import Source
from tests.unit.charts.examples import EN, VI

LOAD = Load(18, "published", datetime(2026, 1, 1), "", "")


def listed(kind, count=1):
    return Listed(kind, "08", "", "", "08", "", "", "m", "", "", None, 1, count, "")


def test_how_the_newest_reports_came_in():
    assert told.reports(Tally("", "2026-10", 200, 190, 180), VI) == (
        "Kỳ báo cáo gần nhất đã đến hạn là tháng 10/2026: 95,0% báo cáo đã về (190/200), 90,0% đúng hạn."
    )
    assert told.reports(Tally("", "2026-10", 200, 190, 180), EN) == (
        "The newest month whose reports were due is October 2026: 95.0% of them came (190/200), "
        "90.0% in time."
    )
    assert told.reports(Tally("", "", 0, 0, 0), VI) == "Chưa có báo cáo nào đến hạn."


def test_how_a_province_reported_beside_all():
    tallies = [
        Tally("08", "2026-09", 10, 9, 8),
        Tally("08", "2026-10", 10, 10, 8),
        Tally("01", "2026-10", 20, 10, 10),
    ]
    assert told.months(tallies, ["2026-09", "2026-10"], "08", "Tuyên Quang", VI) == (
        "Từ tháng 9/2026 đến tháng 10/2026, Tuyên Quang gửi 19/20 báo cáo đến hạn (95,0%, cả nước 72,5%); "
        "đúng hạn 80,0% (cả nước 65,0%)."
    )
    assert told.months(tallies, ["2026-09"], "99", "X", VI) == "Chưa có báo cáo nào của tỉnh đến hạn."


def test_what_is_left_out_is_told_by_its_reasons():
    rows = [listed("zero_denominator", 3), listed("duplicate_row"), listed("missing_report", 9)]
    assert told.rows_left_out(rows, VI) == (
        "4 dòng số liệu có lỗi bị loại khỏi mọi phép tính (mẫu số bằng 0: 3; trùng trong một lần nạp: 1)."
    )
    assert told.rows_left_out(rows[1:2], EN) == (
        "1 faulty row is left out of every calculation (twice in one load: 1)."
    )
    assert told.rows_left_out(rows[2:], VI) == "Không có dòng số liệu nào bị loại khỏi phép tính."
    kinds = ("negative_value", "not_a_number", "unknown_area", "unknown_load", "zero_denominator")
    assert told.rows_left_out([listed(kind) for kind in kinds], VI).endswith("; lý do khác: 1).")


def test_old_sources_and_loads_that_wait():
    old = Source("published", 6, LOAD, date(2024, 12, 31), "year", 694, stale=True)
    fresh = Source("LGSP", 6, LOAD, date(2026, 10, 31), "month", 1, stale=False)
    assert told.old_sources([old, fresh], VI) == "1 nguồn có số liệu đã cũ: số liệu đã công bố (694 ngày)."
    assert told.old_sources([old, old], EN) == (
        "2 sources have old data only: published figures (694 days); published figures (694 days)."
    )
    assert told.old_sources([fresh], VI) == ""
    assert told.waiting([LOAD], EN) == "1 load awaits approval and is in no number."
    assert told.waiting([LOAD, LOAD], VI) == "2 lần nạp chưa được phê duyệt nên chưa vào số nào."
    assert told.waiting([], VI) == ""
