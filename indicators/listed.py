"""What a province is asked to mend, as one list: its reports that came late or not at all, its wrong rows.

Everything is listed under the province that answers for it today, a former province under what it became.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from indicators.areas import Areas, AreaVersion
from indicators.model import Fault
from indicators.quality import Obligation

MISSING_REPORT, LATE_REPORT = "missing_report", "late_report"
REPORT_KINDS = (MISSING_REPORT, LATE_REPORT)
Names = Mapping[str, tuple[str, str]]  # in Vietnamese and English, by code


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list: a Fault with its names, or a report that was due and came late or not at all.

    `province` is today's code of the province that answers, empty where no province does. `due` and
    `reported_on` are those of a report. `illustrative` tells that it came with an illustrative load.
    """

    kind: str
    province: str
    province_vi: str
    province_en: str
    area_code: str
    area_vi: str
    area_en: str
    measure_code: str
    measure_vi: str
    measure_en: str
    period_end: date | None
    load_id: int | None
    count: int
    detail: str
    due: date | None = None
    reported_on: date | None = None
    illustrative: bool = False


def answering_province(areas: Areas, unit: int) -> int:
    """The unit that answers for a province today: what it became, as long as it became one."""
    seen = {unit}
    while len(following := areas.successors(unit)) == 1 and following[0] not in seen:
        (unit,) = following
        seen.add(unit)
    return unit


def listed_faults(
    faults: Iterable[Fault], names: Names, areas: Areas, illustrative: Collection[int], today: date
) -> Iterator[Listed]:
    """Each fault with its names and the province that answers; `illustrative` are loads of made-up rows."""
    by_code: dict[str, list[AreaVersion]] = defaultdict(list)
    for version in areas.versions.values():
        by_code[version.code].append(version)
    for fault in faults:
        found = _version(by_code.get(fault.area_code or "", ()), fault.period_end or today)
        yield Listed(
            fault.kind,
            *_province(areas, found, today),
            *_area(found, fault.area_code or ""),
            *_measure(fault.measure_code or "", names),
            fault.period_end,
            fault.load_id,
            fault.count,
            fault.detail,
            illustrative=fault.load_id in illustrative,
        )


def listed_reports(
    obligations: Iterable[Obligation],
    first_reports: Mapping[tuple[str, int, date], date],
    names: Names,
    areas: Areas,
    today: date,
) -> Iterator[Listed]:
    """Each report that came after its day, or has not come though its day is over."""
    for measure, area_key, end, due in obligations:
        version = areas.versions.get(area_key)
        reported = first_reports.get((measure, area_key, end))
        if version is None or (reported is None and due >= today) or (reported and reported <= due):
            continue
        yield Listed(
            LATE_REPORT if reported else MISSING_REPORT,
            *_province(areas, version, today),
            *_area(version, version.code),
            *_measure(measure, names),
            end,
            None,
            1,
            "",
            due,
            reported,
        )


def _version(versions: Iterable[AreaVersion], day: date) -> AreaVersion | None:
    """The version of a code in force on a day, else its last one."""
    found = sorted(versions, key=lambda version: (version.in_force(day), version.valid_from))
    return found[-1] if found else None


def _province(areas: Areas, version: AreaVersion | None, today: date) -> tuple[str, str, str]:
    unit = areas.province_of(version.key) if version else None
    if unit is None:
        return "", "", ""
    found = areas.version_at(answering_province(areas, unit), today)
    return found.code, found.name_vi, found.name_en


def _area(version: AreaVersion | None, code: str) -> tuple[str, str, str]:
    return (version.code, version.name_vi, version.name_en) if version else (code, code, code)


def _measure(code: str, names: Names) -> tuple[str, str, str]:
    return code, *names.get(code, (code, code))
