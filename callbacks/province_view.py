"""What the address asks of the page Tỉnh, read from the warehouse: the province, its standing, its names."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any

from geodata.provinces import MERGER, Boundaries, newest
from geodata.regions import read_regions
from indicators.periods import Period
from indicators.province import Measured, Standing, standing
from layouts.choice import Choice, Problem
from layouts.province_neighbours import Region
from layouts.province_view import ProvinceView
from repository import Repository
from repository.peers import PEERS
from repository.province import read_measured

Names = dict[str, tuple[str, str]]


def drawn(chosen: Choice) -> Boundaries:
    """The boundaries of the page: "as reported" means the 63 before the merger and the 34 after it."""
    past = chosen.period is not None and Period.parse(chosen.period).end < MERGER
    return "63" if chosen.boundaries == "63" or (chosen.boundaries == "reported" and past) else "34"


def read_names(repository: Repository, chosen: Choice) -> Names:
    """The names of the provinces that the boundaries have, at the end of the period."""
    areas, boundaries = repository.read_areas(), drawn(chosen)
    day = Period.parse(chosen.period).end if chosen.period else repository.today()
    versions = [areas.named_at(unit, boundaries, day) for unit in areas.provinces(boundaries, day)]
    return {one.code: (one.name_vi, one.name_en) for one in versions}


def read_former_names(repository: Repository, names: Names, boundaries: Boundaries) -> dict[str, list]:
    """The names of the former provinces that each province of today is made of."""
    if boundaries == "63":
        return {}
    areas, day = repository.read_areas(), repository.today()
    found = {}
    for code in names:
        unit = areas.find_province(code, "34", day)
        versions = [version for one in (*areas.predecessors(unit), unit) for version in areas.members(one)]
        found[code] = list(dict.fromkeys((one.name_vi, one.name_en) for one in versions))
    return found


def region_codes(names: Names, boundaries: Boundaries, english: bool) -> list[Region]:
    """The six former regions with the codes of the provinces that lie in each."""
    return [
        (
            one.name_en if english else one.name_vi,
            [
                code
                for code in (one.provinces if boundaries == "63" else one.provinces_today)
                if code in names
            ],
        )
        for one in read_regions()
    ]


def checked(repository: Repository, chosen: Choice) -> Choice:
    """The choice with a province and a group that are there; what is not is a problem of the choice."""
    names = read_names(repository, chosen)
    allowed, problems = tuple(names), list(chosen.problems)
    if chosen.area is not None and chosen.area not in names:
        problems.append(Problem("area", chosen.area, allowed))
        chosen = replace(chosen, area=None)
    if chosen.group and chosen.group[:2].isdecimal():
        codes = chosen.group.split(",")
        unknown = [code for code in codes if code not in newest("34")]
        if unknown:
            problems.append(Problem("group", ",".join(unknown), tuple(newest("34"))))
            kept = ",".join(code for code in codes if code not in unknown)
            chosen = replace(chosen, group=kept or None)
    return replace(chosen, problems=tuple(problems))


def read_province_view(repository: Repository, chosen: Choice) -> ProvinceView | None:
    """Where the province of a checked choice stands; None where none is chosen."""
    if chosen.area is None:
        return None
    boundaries, period = drawn(chosen), chosen.period
    day = Period.parse(period).end if period else repository.today()
    found = repository.read_territory(chosen.area, boundaries, period or f"{day:%Y-%m}")
    group: tuple[str, ...] = ()
    if not found.of_former:
        group = repository.read_group(chosen.group or PEERS, chosen.area, period, chosen.load)
    measured = read_measured(repository, boundaries, period, chosen.load)
    return ProvinceView(
        chosen,
        chosen.area,
        boundaries,
        found,
        measured,
        standings(repository, measured, chosen.area, group),
        group,
        read_names(repository, chosen),
    )


def standings(
    repository: Repository, measured: Sequence[Measured], area: str, group: tuple[str, ...] = ()
) -> tuple[Standing, ...]:
    """How a province stands with every indicator, beside a group."""
    found = (standing(one, repository.catalogue[one.indicator], area, group) for one in measured)
    return tuple(one for one in found if one is not None)


def of_province(
    repository: Repository, show: Callable[[ProvinceView], Any], nothing: Any
) -> Callable[[Choice], Any]:
    """What shows a province, from what is chosen; `nothing` where no province is."""

    @wraps(show)
    def shown(chosen: Choice) -> Any:
        view = read_province_view(repository, checked(repository, chosen))
        return nothing if view is None else show(view)

    return shown
