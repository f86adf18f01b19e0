"""The shipped definitions: each has its shape, tells what is disputed, and agrees with the reference."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue import Catalogue, read_catalogue
from indicators.pillars import PILLARS

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
COMPUTED = {"D04"}  # its measures are counted from the reports on tasks, so the reference has none of them
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the reference files are not beside the project"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def test_the_shipped_definitions_meet_every_shape(catalogue: Catalogue) -> None:
    assert catalogue["S01"].parts == ("S01a", "S01b", "S01c")
    assert catalogue["G03"].applicable_until == date(2025, 6, 30)
    for code in ("N01", "N05"):
        assert [target.date for target in catalogue[code].targets] == [date(2025, 12, 31)]
    for code in ("X01", "X02", "X03", "N08", "D05"):
        assert catalogue[code].targets == ()
    assert {catalogue[code].kind for code in ("X02", "X03")} == {"score"}
    assert catalogue["N08"].kind == "count"
    assert [indicator.code for indicator in catalogue if indicator.survey] == ["N09"]


def test_a_milestone_is_followed_in_provinces_where_they_have_a_part(catalogue: Catalogue) -> None:
    levels = {one.code: one.level for one in catalogue if one.kind == "milestone"}
    country = dict.fromkeys(("A01", "A02", "A03", "G06"), "country")
    assert levels == country | dict.fromkeys(("N06", "S03", "D01"), "province")


def test_one_indicator_has_a_target_in_one_province_alone(catalogue: Catalogue) -> None:
    own = {one.code: target.provinces for one in catalogue for target in one.targets if target.provinces}
    assert own == {"H10": ("46",)}


def test_every_indicator_says_what_is_disputed_and_who_answers(catalogue: Catalogue) -> None:
    for indicator in catalogue:
        assert indicator.disputed_vi, indicator.code
        assert indicator.responsible_then, indicator.code
        assert indicator.responsible_now, indicator.code


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("E01", "MẪU SỐ CHƯA THỐNG NHẤT", "THE DENOMINATOR IS NOT SETTLED"),
        ("S01", "phải đọc cùng ba chỉ số thành phần", "read it with its three parts"),
        ("G03", "không tự chuyển sang lãnh đạo cấp xã", "does not pass to commune leaders"),
        ("G04", "PHẠM VI HẸP HƠN", "NARROWER"),
        ("S03", "KHÔNG CÓ THƯỚC ĐO", "NO MEASURE"),
        ("A01", "KHÔNG CÓ THƯỚC ĐO", "NO MEASURE"),
        ("A02", "KHÔNG CÓ THƯỚC ĐO", "NO MEASURE"),
        ("A03", "KHÔNG CÓ THƯỚC ĐO", "NO MEASURE"),
        ("D01", "KHÔNG ĐẶT HẠN", "NO DEADLINE"),
        ("H10", "chỉ Huế được đánh giá", "Hue alone is judged"),
    ],
)
def test_the_known_disputes_are_told(catalogue: Catalogue, code: str, vi: str, en: str) -> None:
    assert vi in catalogue[code].disputed_vi
    assert en in catalogue[code].disputed_en


@pytest.mark.parametrize("language", ["vi", "en"])
def test_texts_have_no_stray_spaces(catalogue: Catalogue, language: str) -> None:
    for indicator in catalogue:
        for key in ("name", "short", "why", "disputed"):
            text = getattr(indicator, f"{key}_{language}")
            assert text == " ".join(text.split()), (indicator.code, key)


def read_reference(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def listed() -> dict[str, dict[str, str]]:
    """The reference's rows of the indicators that are to be defined: those of Huế are its own targets."""
    rows = {row["code"]: row for row in read_reference("indicators.csv")}
    return {code: row for code, row in rows.items() if not code.startswith("H") or code == "H10"}


@needs_reference
def test_all_that_the_reference_lists_is_defined_and_nothing_else(
    catalogue: Catalogue, listed: dict[str, dict[str, str]]
) -> None:
    context = {indicator.code for indicator in catalogue if indicator.basis == "context"}
    assert context == {"X01", "X02", "X03"}
    assert set(catalogue.codes) - context == set(listed)


@needs_reference
def test_kinds_and_units_agree_with_the_reference(
    catalogue: Catalogue, listed: dict[str, dict[str, str]]
) -> None:
    # What the reference calls a composite or a process is counted as a ratio; D01 it counts in provinces.
    kinds = {"composite": "ratio", "process": "ratio", "qualitative": "count"}
    units = {"mốc + tỷ lệ cập nhật": "%", "mốc + tỷ lệ": "%", "% / triệu đồng": "%", "tỉnh": "mốc"}
    for code, row in listed.items():
        indicator, kind = catalogue[code], row["kind"].split()[0]
        assert indicator.kind == kinds.get(kind, kind), code
        assert indicator.unit == units.get(row["unit"], row["unit"]), code
        assert indicator.direction == "up", code
        assert row["direction"] == "cao hơn là tốt", code
        assert indicator.part_of == ("" if row["parent_code"] == "G07" else row["parent_code"]), code


@needs_reference
def test_targets_agree_with_the_reference(catalogue: Catalogue, listed: dict[str, dict[str, str]]) -> None:
    for code, row in listed.items():
        indicator = catalogue[code]
        if row["target_operator"] == "n/a":
            assert indicator.targets == (), code
            continue
        (target,) = indicator.targets
        # "hoàn thành" of a milestone is 1; of a ratio this project reads it as 100 %.
        done = 1.0 if indicator.kind == "milestone" else 100.0
        worded = row["target_value"] in ("hoàn thành", "100%")
        assert target.value == (done if worded else float(row["target_value"])), code
        assert target.operator == row["target_operator"], code
        assert target.date == date(int(row["target_year_to"]), 12, 31), code


@needs_reference
def test_sources_pillars_and_cycles_agree_with_the_reference(
    catalogue: Catalogue, listed: dict[str, dict[str, str]]
) -> None:
    bases = {"1087/QĐ-TTg": "1087", "330/QĐ-UBDT": "330", "Hướng": "guidance", "Kế": "province"}
    pillars = {pillar.name_vi: pillar.code for pillar in PILLARS}
    pillars["Chương trình MTQG (CĐS)"] = "programme"
    cycles = {"Quý": "quarter", "6 tháng/Năm": "half", "Năm (điều tra)": "year"}
    for code, row in listed.items():
        indicator, source = catalogue[code], row["source_doc"].split(maxsplit=1)[0].rstrip(",")
        assert indicator.basis == bases[source], code
        assert source.lower() in indicator.decision.lower(), code
        assert all(source.lower() in target.legal_basis.lower() for target in indicator.targets), code
        assert indicator.pillar == pillars[row["pillar"]], code
        # N02's reports have cycles of their own; a quarter holds them all.
        assert indicator.cycle == cycles.get(row["reporting_frequency_proposed"], "quarter"), code


@needs_reference
def test_measures_agree_with_the_reference(catalogue: Catalogue) -> None:
    expected: dict[tuple[str, str], set[str]] = {}
    level, additive = {}, {}
    for row in read_reference("measures.csv"):
        side = "denominator" if "denominator" in row["used_by"] else "numerator"
        for code in re.findall(r"\b[A-Z]\d{2}[a-z]?\b", row["used_by"]):
            expected.setdefault((code, side), set()).add(row["measure_code"])
        level[row["measure_code"]] = row["finest_level"]
        additive[row["measure_code"]] = row["additive"] == "true"
    for indicator in catalogue:
        if indicator.kind == "milestone" or indicator.code in COMPUTED:
            assert (indicator.code, "numerator") not in expected
            continue
        assert set(indicator.numerator) == expected.get((indicator.code, "numerator"), set()), indicator.code
        assert set(indicator.denominator) == expected.get((indicator.code, "denominator"), set()), (
            indicator.code
        )
        assert {level[measure] for measure in indicator.measures} == {indicator.level}
        assert all(additive[measure] for measure in indicator.measures) == (indicator.kind != "score")
