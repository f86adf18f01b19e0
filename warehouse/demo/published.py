"""The published figures as facts: two indices, population, and the census of 2019 by ethnic group.

Their `reported_at` is when the demonstration took them in, not when they were published.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from warehouse.demo.areas import Areas, unmerged
from warehouse.demo.reference import read_table


class Fact(NamedTuple):
    """A row of fact_measure before its load is known."""

    measure: str
    area: int
    start: date
    end: date
    group: str | None
    value: float | None
    status: str
    source: str
    reported_at: datetime


class Edition(NamedTuple):
    """What was taken in at once, and where it is from."""

    loaded_at: datetime
    source: str


CENSUS = Edition(
    datetime(2024, 10, 8, 9),
    "Tổng điều tra dân số và nhà ở 01/4/2019, Bảng 2: dân số theo dân tộc (Tổng cục Thống kê)",
)
POPULATION = Edition(
    datetime(2024, 10, 8, 10), "Dân số trung bình theo địa phương 2022, 2023 (Tổng cục Thống kê)"
)
POPULATION_2024 = Edition(datetime(2025, 7, 22, 9), "Dân số trung bình theo địa phương 2024 (Cục Thống kê)")
INDEX = Edition(datetime(2024, 10, 9, 9), "Chỉ số chuyển đổi số cấp tỉnh (DTI) 2022, 2023 (dti.gov.vn)")
INDEX_2024 = Edition(datetime(2025, 10, 28, 9), "Chỉ số chuyển đổi số cấp tỉnh (DTI) 2024 (dti.gov.vn)")
SERVICES = Edition(
    datetime(2025, 8, 5, 9),
    "Điểm phục vụ người dân, doanh nghiệp theo Quyết định 766/QĐ-TTg, 2022-2024, công bố theo tên 34 tỉnh"
    " (Cổng Dịch vụ công quốc gia)",
)
EDITIONS = (CENSUS, POPULATION, INDEX, POPULATION_2024, SERVICES, INDEX_2024)

# The census counted at 0:00 on 1 April 2019; the month that begins then carries it.
CENSUS_MONTH = (date(2019, 4, 1), date(2019, 4, 30))


def published_facts(areas: Areas) -> Iterator[Fact]:
    """Every published figure."""
    yield from _census(areas)
    for line in read_table("population"):
        edition = POPULATION_2024 if line["year"] == "2024" else POPULATION
        yield _of_year(areas, "population", line["province"], line["year"], float(line["persons"]), edition)
    for line in read_table("dti"):
        edition = INDEX_2024 if line["year"] == "2024" else INDEX
        yield _of_year(areas, "dti_score", line["province"], line["year"], float(line["score"]), edition)
    yield from _services(areas)


def _census(areas: Areas) -> Iterator[Fact]:
    start, end = CENSUS_MONTH
    for line in read_table("census_2019"):
        area = areas.country if line["area"] == "VN" else areas.province(line["area"], end)
        group = line["ethnic_group"] or None
        yield Fact(
            line["measure"],
            area,
            start,
            end,
            group,
            float(line["persons"]),
            "official",
            "published",
            CENSUS.loaded_at,
        )


def _services(areas: Areas) -> Iterator[Fact]:
    """The online-service index, under the names of the 34 before there were 34.

    The source doesn't say whether a merged name stands for its old namesake or for all that was merged. Those
    stand on today's version, which wasn't in force then: wrong content, to be listed and not used.
    """
    for line in read_table("online_service"):
        end = date(int(line["year"]), 12, 31)
        on = end if line["province"] in unmerged() else SERVICES.loaded_at.date()
        area = areas.province(line["province"], on)
        start = date(end.year, 1, 1)
        yield Fact(
            "dvc766_score",
            area,
            start,
            end,
            None,
            float(line["score"]),
            "official",
            "published",
            SERVICES.loaded_at,
        )


def _of_year(areas: Areas, measure: str, province: str, year: str, value: float, edition: Edition) -> Fact:
    start, end = date(int(year), 1, 1), date(int(year), 12, 31)
    area = areas.province(province, end)
    return Fact(measure, area, start, end, None, value, "official", "published", edition.loaded_at)
