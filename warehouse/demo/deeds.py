"""Who has deeds to report, what is owed as reports, and Huế's own targets."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from geodata.provinces import MERGER, newest
from warehouse.demo.areas import Areas, unmerged
from warehouse.demo.calendar import DUE_DAYS, NOW, after_merger, periods
from warehouse.demo.loads import Load
from warehouse.demo.reference import Ratio

Row = dict[str, object]

# Huế's plan for the Programme: the clause, the indicator it narrows, the value.
HUE_TARGETS = (
    ("H01", "N01", 100),
    ("H02", "N02", 100),
    ("H04", "N04", 100),
    ("H05", "N05", 30),
    ("H06", "N06", 1),
    ("H07", "N07", 100),
    ("H09", "N09", 100),
)
HUE_PLAN = "Kế hoạch của UBND tỉnh Thừa Thiên Huế thực hiện Đề án chuyển đổi số Chương trình, 2021-2025"
COUNTRY = "VN"
CENTRAL = "Vụ Kế hoạch - Tài chính (minh họa)"
PERSON = "Cán bộ đầu mối (minh họa)"
TODAY = NOW.date()


class Body(NamedTuple):
    """Who answers for something: its place's code, its name, and the days from and until which it reports."""

    place: str
    name: str
    since: date
    until: date

    def area(self, areas: Areas, on: date) -> int:
        """The key of its area in the version in force on a day."""
        return areas.country if self.place == COUNTRY else areas.province(self.place, on)

    def loads(self, loads: list[Load]) -> list[Load]:
        """The loads that can bring its reports."""
        return [load for load in loads if self.since <= load.loaded_at.date() < self.until]


def bodies(by_province: bool) -> Iterator[Body]:
    """The country's body, and that of each of today's provinces where they have a part of their own."""
    yield Body(COUNTRY, CENTRAL, date.min, date.max)
    for province in newest("34").values() if by_province else ():
        since = date.min if province.code in unmerged() else MERGER
        name = f"Sở Dân tộc và Tôn giáo {province.name_vi} (minh họa)"
        yield Body(province.code, name, since, date.max)


def former_bodies() -> Iterator[Body]:
    """The bodies of the provinces that were merged."""
    for province in newest("63").values():
        if province.code not in unmerged():
            name = f"Ban Dân tộc {province.name_vi} (minh họa)"
            yield Body(province.code, name, date.min, MERGER)


def overrides(areas: Areas, load_id: int) -> Iterator[Row]:
    """Rows of target_override: the targets of Huế's plan that are numbers, or due by a date."""
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
