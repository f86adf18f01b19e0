"""The series of a province on the boundaries chosen: what is read of it, and the chart that fits."""

from dataclasses import dataclass
from typing import Any

from callbacks.view import View, path_frequency, read_path
from charts.as_reported import as_reported
from charts.trend import trend
from indicators.model import COUNTRY, Series, Value
from indicators.projection import Projection
from indicators.territory import Territory
from repository import Repository


@dataclass(frozen=True, slots=True)
class ProvinceSeries:
    """A province's path and territory; `former` are its predecessors' where it is shown as reported."""

    territory: Territory
    series: Series
    former: tuple[Series, ...]


def read_province_series(repository: Repository, view: View, area: str) -> ProvinceSeries:
    """The path of a province up to the period looked at, on the boundaries chosen.

    "As reported" it begins with its merger, as a code from before may be another province's; what came before
    are the paths of its predecessors.
    """
    chosen, period = view.choice, view.table.period
    found = repository.read_territory(area, chosen.boundaries, period)
    path = read_path(repository, view, area)
    if not found.broken:
        return ProvinceSeries(found, path, ())
    former = repository.read_former_series(chosen.indicator.code, found, path_frequency(period), chosen.load)
    return ProvinceSeries(found, found.since_merger(path), former)


def read_projection(
    repository: Repository, view: View, found: ProvinceSeries, value: Value
) -> Projection | None:
    """Where the pace of a province leads; None beside a broken line, and where its value can't be known.

    A projection is made from the harmonised path, and starts from a value.
    """
    if found.territory.broken or value.unknown:
        return None
    chosen = view.choice
    return repository.read_projection(
        value.indicator, value.area_code, chosen.boundaries, view.table.period, chosen.load
    )


def province_trend(
    repository: Repository, view: View, found: ProvinceSeries, value: Value, projection: Projection | None
) -> dict[str, Any]:
    """The chart of a province's path: broken at its merger as reported, else a continuous line."""
    chosen, merged_on = view.choice, found.territory.merged_on
    if found.territory.broken and merged_on is not None:
        return as_reported(
            found.series,
            found.former,
            chosen.indicator,
            value=value,
            merged_on=merged_on,
            lang=chosen.language,
            theme=chosen.theme,
        )
    return trend(
        found.series,
        chosen.indicator,
        value=value,
        national=read_path(repository, view, COUNTRY),
        projection=projection,
        lang=chosen.language,
        theme=chosen.theme,
        merged_on=merged_on,
    )
