"""The catalogue: it tells every fault of every file at once."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue import DEFINITIONS, Catalogue, CatalogueFaults, read_catalogue
from indicators.pillars import PILLARS

SUPERSEDED_LATE = 'superseded_on = 2031-01-01\nsuperseded_by = "QĐ"'
WHOLE_TARGET = r"^\[\[targets\]\]\n(?:.+\n)+"
LATER_TARGET = '[[targets]]\ndate = 2027-12-31\nvalue = 1\noperator = "="\nlegal_basis = "Kế hoạch"\n\n'
NOTHING_DONE = '[baseline]\nvalue = 0\ndate = 2024-10-02\nsource = "Kế hoạch"\n\n'

Edit = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped definitions that a test may spoil."""
    return Path(shutil.copytree(DEFINITIONS, tmp_path / "definitions"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces the one place in a definition that matches; returns the folder."""

    def replace(code: str, *changes: tuple[str, str]) -> Path:
        path = folder / f"{code}.toml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            (found,) = re.finditer(old, text, flags=re.MULTILINE)
            text = text[: found.start()] + new + text[found.end() :]
        path.write_text(text, encoding="utf-8")
        return folder

    return replace


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def faults(folder: Path) -> list[tuple[str, str]]:
    """The (file, key) of every fault that reading a folder raises."""
    with pytest.raises(CatalogueFaults) as raised:
        read_catalogue(folder)
    return [(fault.file, fault.key) for fault in raised.value.faults]


def test_five_faults_of_one_file_are_raised_at_once(edit: Edit) -> None:
    folder = edit(
        "S02",
        (r"^name_en = .*\n", ""),
        (r'^operator = ">="', 'operator = "=>"'),
        (r"^value = 80", "value = 120"),
        (r"^unit = .*", 'unit = "%"\nheight = 3'),
        (r"^scale = .*", 'scale = [0, 100]\nparts = ["S99"]'),
    )
    assert faults(folder) == [
        ("S02.toml", "height"),
        ("S02.toml", "name_en"),
        ("S02.toml", "parts"),
        ("S02.toml", "targets[1].operator"),
        ("S02.toml", "targets[1].value"),
    ]


def test_one_fault_hides_no_other(edit: Edit) -> None:
    changes = [
        (r"^scale = .*", "scale = 4"),
        (r"^value = 80", "value = 120"),
        (r'^operator = ">="', "operator = 1"),
    ]
    assert faults(edit("S02", *changes)) == [
        ("S02.toml", "scale"),
        ("S02.toml", "targets[1].operator"),
        ("S02.toml", "targets[1].value"),
    ]


def test_faults_of_several_files_are_raised_at_once_one_line_each(edit: Edit) -> None:
    edit("G02", (r"^pillar = .*", 'pillar = "digital"'))
    edit("S01", (r'^numerator = \["enterprises_trained", ', "numerator = ["))
    folder = edit("X02", (r"^kind = ", "kind = = "))
    with pytest.raises(CatalogueFaults) as raised:
        read_catalogue(folder)
    lines = str(raised.value).splitlines()
    assert len(lines) == len(raised.value.faults)
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        ["G02.toml", "pillar"],
        ["S01.toml", "denominator"],
    ]
    assert any(line.startswith("X02.toml: không đúng cú pháp TOML") for line in lines)


@pytest.mark.parametrize(
    ("code", "old", "new", "key"),
    [
        ("S02", r'^code = "S02"', 'code = "S03"', "code"),
        ("S02", r'^code = "S02"', 'code = "s02"', "code"),
        ("S02", r"^name_vi = .*", 'name_vi = "  "', "name_vi"),
        ("S02", r"^name_vi = .*", 'name_vi = "To\\u0309ng"', "name_vi"),
        ("S02", r"^why_en = .*\n", "", "why_en"),
        ("S02", r"^pillar = .*", 'pillar = "xa_hoi_so"', "pillar"),
        ("S02", r"^kind = .*", 'kind = "rate"', "kind"),
        ("S02", r"^unit = .*", 'unit = "người"', "unit"),
        ("S02", r"^direction = .*", 'direction = "down"', "targets[1].operator"),
        ("S02", r"^cycle = .*", 'cycle = "week"', "cycle"),
        ("S02", r"^level = .*", "level = 3", "level"),
        ("S02", r"^numerator = .*", 'numerator = "village_heads_trained"', "numerator"),
        ("S02", r"^numerator = .*", 'numerator = ["Trưởng thôn"]', "numerator"),
        ("S02", r"^numerator = .*", 'numerator = ["village_heads"]', "denominator"),
        ("S02", r"^denominator = .*", "denominator = []", "denominator"),
        ("S02", r"^denominator = .*", 'denominator = ["village_heads", "households_em"]', "denominator"),
        ("S02", r"^scale = .*", "scale = [100, 0]", "scale"),
        ("S02", r"^scale = .*", "scale = [0, 50, 100]", "scale"),
        ("S02", r"^scale = .*", "scale = [0, 120]", "scale"),
        ("S02", r"^scale = .*", 'scale = [0, 100]\npart_of = "S99"', "part_of"),
        ("S02", r"^scale = .*", "scale = [0, 100]\napplicable_until = 2025-06-30", "ended_because_vi"),
        ("G03", r"^applicable_until = .*\n", "", "ended_because_vi"),
        ("S02", r"^date = .*", 'date = "2030-12-31"', "targets[1].date"),
        ("S02", r"^value = .*", 'value = "80"', "targets[1].value"),
        ("S02", r"^value = .*", "value = nan", "targets[1].value"),
        ("S02", r"^value = .*", "value = -1", "targets[1].value"),
        ("S02", r"^legal_basis = .*", 'legal_basis = ""', "targets[1].legal_basis"),
        ("S02", r"^legal_basis = .*\n", "", "targets[1].legal_basis"),
        ("S02", r"^value = 80", "value = 80\ninterim = true", "targets"),
        ("S02", r"^value = 80", "value = 80\nsuperseded_on = 2027-01-01", "targets[1].superseded_by"),
        ("S02", r"^value = 80", 'value = 80\nsuperseded_by = "QĐ"', "targets[1].superseded_on"),
        ("S02", r"^value = 80", f'value = 80\n{SUPERSEDED_LATE}', "targets[1].superseded_on"),
        ("S02", r"^\[\[targets\]\]", "[targets]", "targets"),
        ("S02", r"^drafted_by = .*\n", "", "review.drafted_by"),
        ("S02", r"^checked_by = .*", 'checked_by = "Cục Thống kê"', "review.checked_on"),
        ("S02", r"^checked_by = .*", "checked_on = 2026-11-01", "review.checked_by"),
        ("X02", r"^numerator = .*", "numerator = []", "numerator"),
        ("X02", r"^denominator = .*", 'denominator = ["population"]', "denominator"),
        ("S01", r'^parts = .*', 'parts = ["S01a", "S01b"]', "numerator"),
        ("S01a", r'^part_of = .*\n', "", "parts"),
        ("S02", r"^basis = .*", 'basis = "1088"', "basis"),
        ("S02", r"^basis = .*\n", "", "basis"),
        ("S02", r"^basis = .*", 'basis = "context"', "targets"),
        ("S02", r"^basis = .*", 'basis = "province"', "targets[1].provinces"),
        ("S02", r"^value = 80", 'value = 80\nprovinces = ["46"]', "targets[1].provinces"),
        ("H10", r"^provinces = .*\n", "", "targets[1].provinces"),
        ("H10", r"^provinces = .*", "provinces = [46]", "targets[1].provinces"),
        ("H10", r"^provinces = .*", 'provinces = ["H46"]', "targets[1].provinces"),
        ("H10", r"^provinces = .*", 'provinces = ["4"]', "targets[1].provinces"),
        ("H10", r"^provinces = .*", 'provinces = ["46", "46"]', "targets[1].provinces"),
        ("H10", r"^level = .*", 'level = "country"', "targets[1].provinces"),
        ("X02", r"^scale = .*", "scale = [0.3, 0.9]\nsurvey = true", "survey"),
        ("N08", r"^scale = .*", "scale = [0, 800]\nsurvey = true", "survey"),
        ("N09", r"^survey = .*", "survey = 1", "survey"),
        ("N08", r"^unit = .*", 'unit = "%"', "unit"),
        ("N08", r"^unit = .*", 'unit = "mốc"', "unit"),
        ("N08", r"^unit = .*", 'unit = "điểm"', "unit"),
        ("N08", r"^numerator = .*", "numerator = []", "numerator"),
        ("N08", r"^denominator = .*", 'denominator = ["population_em"]', "denominator"),
        ("A01", r"^unit = .*", 'unit = "văn bản"', "unit"),
        ("A01", r"^level = .*", 'level = "commune"', "level"),
        ("A01", r"^numerator = .*", 'numerator = ["documents"]', "numerator"),
        ("A01", r"^denominator = .*", 'denominator = ["documents"]', "denominator"),
        ("A01", r"^value = 1", "value = 0", "targets[1].value"),
        ("A01", r"^value = 1", "value = 0.5", "targets[1].value"),
        ("A01", r"^value = 1", "value = 100", "targets[1].value"),
        ("A01", WHOLE_TARGET, "", "targets"),
        ("A01", r"^\[review\]", f"{LATER_TARGET}[review]", "targets"),
        ("A01", r"^\[review\]", f"{NOTHING_DONE}[review]", "baseline"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_key_and_says_what_is_accepted(
    edit: Edit, code: str, old: str, new: str, key: str
) -> None:
    with pytest.raises(CatalogueFaults) as raised:
        read_catalogue(edit(code, (old, new)))
    named = [fault for fault in raised.value.faults if (fault.key, fault.file[:3]) == (key, code[:3])]
    assert named, str(raised.value)
    assert all("; chấp nhận: " in fault.message for fault in named)


@pytest.mark.parametrize(
    ("baseline", "key"),
    [
        ("value = 20\ndate = 2031-01-01", "baseline.date"),
        ("value = 90\ndate = 2024-12-31", "baseline.value"),
        ("value = 101\ndate = 2024-12-31", "baseline.value"),
        ("date = 2024-12-31", "baseline.value"),
    ],
)
def test_a_baseline_must_precede_and_not_exceed_the_target(edit: Edit, baseline: str, key: str) -> None:
    folder = edit("S02", (r"^\[review\]", f'[baseline]\n{baseline}\nsource = "Kế hoạch"\n\n[review]'))
    assert ("S02.toml", key) in faults(folder)


def test_a_sound_baseline_and_an_interim_target_are_read(edit: Edit) -> None:
    interim = 'date = 2028-12-31\nvalue = 50\noperator = ">="\nlegal_basis = "Kế hoạch"\ninterim = true\n'
    baseline = '[baseline]\nvalue = 5\ndate = 2024-12-31\nsource = "Kế hoạch"\n\n'
    folder = edit(
        "S02",
        (r"^\[\[targets\]\]", f"[[targets]]\n{interim}\n[[targets]]"),
        (r"^\[review\]", baseline + "[review]"),
    )
    indicator = read_catalogue(folder)["S02"]
    assert [(target.value, target.interim) for target in indicator.targets] == [(50, True), (80, False)]
    assert indicator.baseline is not None
    assert indicator.baseline.date == date(2024, 12, 31)


def test_a_target_of_a_score_must_lie_on_its_scale(edit: Edit) -> None:
    target = '[[targets]]\ndate = 2030-12-31\nvalue = 95\noperator = ">="\nlegal_basis = "Kế hoạch"\n\n'
    asked_for = (r"^basis = .*", 'basis = "1087"')
    assert faults(edit("X02", asked_for, (r"^\[review\]", target + "[review]"))) == [
        ("X02.toml", "targets[1].value")
    ]


def test_an_amended_deadline_of_a_milestone_is_read(edit: Edit) -> None:
    amended = 'value = 1\nsuperseded_on = 2025-06-01\nsuperseded_by = "QĐ 1"'
    folder = edit("A03", (r"^value = 1", amended), (r"^\[review\]", f"{LATER_TARGET}[review]"))
    before, after = read_catalogue(folder)["A03"].targets
    assert (before.superseded_on, after.superseded_on) == (date(2025, 6, 1), None)
    assert after.date == date(2027, 12, 31)


def test_targets_out_of_order_are_a_fault(edit: Edit) -> None:
    late = '[[targets]]\ndate = 2031-12-31\nvalue = 50\noperator = ">="\nlegal_basis = "Kế hoạch"\n\n'
    assert faults(edit("S02", (r"^\[\[targets\]\]", late + "[[targets]]"))) == [("S02.toml", "targets")]


def test_adding_a_file_adds_an_indicator(folder: Path, catalogue: Catalogue) -> None:
    text = (folder / "S02.toml").read_text(encoding="utf-8")
    (folder / "S04.toml").write_text(text.replace('code = "S02"', 'code = "S04"'), encoding="utf-8")
    grown = read_catalogue(folder)
    assert set(grown.codes) - set(catalogue.codes) == {"S04"}
    assert "S04" in grown
    assert grown["S04"].numerator == grown["S02"].numerator


def test_an_empty_or_missing_folder_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert faults(folder) == [(folder.name, "")]


def test_the_hash_changes_with_what_a_file_says_and_not_with_its_comments(
    edit: Edit, catalogue: Catalogue
) -> None:
    folder = edit("S02", (r"^unit = ", "# một ghi chú\nunit = "))
    assert read_catalogue(folder).definition_hash == catalogue.definition_hash
    edit("S02", (r"^value = 80", "value = 81"))
    assert read_catalogue(folder).definition_hash != catalogue.definition_hash


def test_indicators_stand_by_pillar_then_by_code(catalogue: Catalogue) -> None:
    order = [pillar.code for pillar in PILLARS]
    keys = [(order.index(indicator.pillar), indicator.code) for indicator in catalogue]
    assert keys == sorted(keys)
    assert len(catalogue) == len(keys)
