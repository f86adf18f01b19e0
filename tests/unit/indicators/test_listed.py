"""What a province is asked to mend: under the province that answers today."""

from datetime import date

from indicators.areas import Areas
from indicators.listed import answering_province, listed_faults, listed_reports
from indicators.model import Fault
from indicators.quality import Obligation
from tests.unit.indicators.country import NEW_A, OLD_A, STAYS, VERSIONS, areas, version

TODAY = date(2026, 11, 20)
NAMES = {"done": ("Đã làm", "Done")}
END, DUE = date(2026, 9, 30), date(2026, 10, 15)
SPLIT_1, SPLIT_2 = 51, 52


def reports(obligation, *reported):
    first = dict.fromkeys([obligation[:3]], *reported) if reported else {}
    return list(listed_reports([obligation], first, NAMES, areas(), TODAY))


def faults(*found):
    return list(listed_faults(found, NAMES, areas(), {7}, TODAY))


def test_a_report_in_time_is_not_listed_and_one_a_day_late_is():
    due = Obligation("done", STAYS, END, DUE)
    assert reports(due, DUE) == []
    (late,) = reports(due, date(2026, 10, 16))
    assert (late.kind, late.reported_on, late.measure_vi) == ("late_report", date(2026, 10, 16), "Đã làm")


def test_a_report_is_missing_once_its_day_is_over():
    (missing,) = reports(Obligation("done", STAYS, END, date(2026, 11, 19)))
    assert (missing.kind, missing.area_vi) == ("missing_report", "Cao Bằng")
    assert reports(Obligation("done", STAYS, END, TODAY)) == []


def test_a_former_province_is_listed_under_what_it_became():
    (missing,) = reports(Obligation("done", OLD_A, date(2025, 3, 31), date(2025, 4, 15)))
    assert (missing.area_vi, missing.area_code) == ("Hà Giang", "02")
    assert (missing.province, missing.province_vi) == ("08", "Tuyên Quang")


def test_a_province_that_was_split_answers_for_itself():
    since = date(2020, 1, 1)
    halves = [version(SPLIT_1, "97", "province", 1, since), version(SPLIT_2, "98", "province", 1, since)]
    found = Areas.of([*VERSIONS, *halves], [(STAYS, SPLIT_1), (STAYS, SPLIT_2)])
    assert answering_province(found, STAYS) == STAYS
    assert answering_province(areas(), OLD_A) == NEW_A


def test_a_commune_is_listed_with_its_province():
    (fault,) = faults(Fault("negative_value", "done", "03000", END, 7, 2, "a count of -3"))
    assert (fault.area_code, fault.province, fault.count, fault.illustrative) == ("03000", "04", 2, True)


def test_a_code_that_is_used_again_means_the_version_of_the_day():
    before, after = faults(
        Fault("duplicate_row", "done", "08", date(2024, 12, 31), 1),
        Fault("duplicate_row", "done", "08", END, 1),
    )
    assert (before.province, after.province) == ("08", "08")
    assert not before.illustrative


def test_what_has_no_area_has_no_province_and_unknown_codes_name_themselves():
    rejected, unknown = faults(Fault("rejected_row"), Fault("unknown_area", "mystery", "99999", END))
    assert (rejected.province, rejected.area_vi, rejected.measure_vi) == ("", "", "")
    assert (unknown.area_vi, unknown.measure_vi) == ("99999", "mystery")
