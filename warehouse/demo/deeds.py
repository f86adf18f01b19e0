"""Illustrative milestones, tasks and report obligations, and Huế's own targets."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from geodata.provinces import newest
from warehouse.demo.areas import Areas
from warehouse.demo.calendar import DUE_DAYS, NOW, after_merger, periods
from warehouse.demo.loads import Load
from warehouse.demo.reference import Ratio, read_table

Row = dict[str, object]

# Code, last day, whether each province has one of its own.
MILESTONES = (
    ("A01", date(2025, 12, 31), False),
    ("A02", date(2025, 12, 31), False),
    ("A03", date(2025, 12, 31), False),
    ("D01", date(2025, 12, 31), True),
    ("G06", date(2030, 12, 31), False),
    ("N06", date(2025, 12, 31), True),
    ("S03", date(2030, 12, 31), True),
)
# Huế's plan for the Programme: the clause, the indicator it narrows, the value.
HUE_TARGETS = (
    ("H01", "N01", 100),
    ("H02", "N02", 100),
    ("H04", "N04", 100),
    ("H05", "N05", 30),
    ("H07", "N07", 100),
    ("H09", "N09", 100),
)
HUE_PLAN = "Kế hoạch của UBND tỉnh Thừa Thiên Huế thực hiện Đề án chuyển đổi số Chương trình, 2021-2025"
CENTRAL = "Vụ Kế hoạch - Tài chính (minh họa)"
PERSON = "Cán bộ đầu mối (minh họa)"
TODAY = NOW.date()


def places(areas: Areas, by_province: bool) -> Iterator[tuple[str, int, str]]:
    """Who answers for something: the country's body, and each province's where it has its own part."""
    yield "VN", areas.country, CENTRAL
    if by_province:
        for province in newest("34").values():
            yield (
                province.code,
                areas.province(province.code, TODAY),
                f"Sở Dân tộc và Tôn giáo {province.name_vi} (minh họa)",
            )


def milestones(areas: Areas, seed: int, loads: list[Load]) -> Iterator[Row]:
    """Rows of fact_milestone: completed in time or late, claimed, under way, at risk, overdue, or none.

    A completed one has two rows: an early one that plans it, and one from the first load after it was done.
    """
    fates = {"done": 40, "late": 12, "claimed": 10, "open": 18, "slow": 12, "none": 8}
    for code, deadline, by_province in MILESTONES:
        for place, area, unit in places(areas, by_province):
            draw = Random(f"{seed}|milestone|{code}|{place}")
            fate = draw.choices(list(fates), list(fates.values()))[0]
            if fate == "none":
                continue
            delay = timedelta(draw.randint(30, 200))
            done = {
                "done": min(deadline, TODAY) - delay,
                "late": deadline + delay,
                "claimed": min(deadline, TODAY) - delay,
            }.get(fate)
            row: Row = {
                "milestone_code": code,
                "area_key": area,
                "planned_date": deadline + delay if fate == "slow" else deadline - delay,
                "completed_date": None,
                "evidence_document": None,
                "evidence_url": None,
                "responsible_unit": unit,
                "responsible_person": PERSON if draw.random() < 0.6 else None,
                "note": "Số liệu minh họa",
                "load_id": loads[0].load_id,
            }
            yield row
            if done and done < loads[-1].loaded_at.date():
                number = f"{draw.randint(10, 400)}/KH-UBND ngày {done:%d/%m/%Y} (minh họa)"
                yield row | {
                    "completed_date": done,
                    "evidence_document": None if fate == "claimed" else number,
                    "load_id": next(load.load_id for load in loads if load.loaded_at.date() > done),
                }


def tasks(areas: Areas, seed: int, load_id: int) -> Iterator[Row]:
    """Rows of fact_task; some without a person or a date, for the four clarities."""
    for line in read_table("tasks"):
        for place, area, unit in places(areas, line["by_province"] == "yes"):
            draw = Random(f"{seed}|task|{line['code']}|{place}")
            start, due = date(int(line["start_year"]), 10, 2), date(int(line["due_year"]), 12, 31)
            percent = min(100, round(draw.uniform(0.4, 1.5) * 100 * (TODAY - start) / (due - start)))
            yield {
                "task_code": line["code"],
                "area_key": area,
                "responsible_unit": unit,
                "responsible_person": PERSON if draw.random() < 0.75 else None,
                "expected_result": line["expected_result"],
                "due_date": due if draw.random() < 0.9 else None,
                "started_on": start + timedelta(draw.randint(0, 180)),
                "completed_on": TODAY - timedelta(draw.randint(20, 300)) if percent == 100 else None,
                "percent_complete": percent,
                "note": "Số liệu minh họa",
                "load_id": load_id,
            }


def overrides(areas: Areas, load_id: int) -> Iterator[Row]:
    """Rows of target_override: the targets of Huế's plan that are numbers."""
    for clause, indicator, value in HUE_TARGETS:
        yield {
            "indicator_code": indicator,
            "area_key": areas.province("46", date(2025, 12, 31)),
            "target_date": date(2025, 12, 31),
            "target_value": value,
            "legal_basis": f"{HUE_PLAN} ({clause})",
            "load_id": load_id,
        }


def obligations(areas: Areas, ratios: list[Ratio]) -> Iterator[Row]:
    """Rows of report_obligation: what provinces themselves must report, due fifteen days after the period."""
    owed: set[tuple[str, int, date]] = set()
    for ratio in ratios:
        if ratio.level == "country":
            continue
        until = min(filter(None, (ratio.until, ratio.deadline)))
        for period in periods(ratio.cadence, until):
            if ratio.level == "commune" and not ratio.control and after_merger(period):
                continue
            end = period[1]
            for province in newest("34" if after_merger(period) else "63"):
                area = areas.province(province, end)
                owed |= {(ratio.numerator, area, end), (ratio.denominator, area, end)}
    for measure, area, end in sorted(owed):
        yield {
            "measure_code": measure,
            "area_key": area,
            "period_end": end,
            "due_date": end + timedelta(DUE_DAYS),
        }
