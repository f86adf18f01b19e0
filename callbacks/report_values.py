"""What a briefing pack rests on, read from the warehouse once; the pages read the same answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from callbacks.shell import read_credits
from callbacks.view import path_frequency
from config import Settings
from exports.pack import Pack
from exports.report_values import IndicatorValues, ReportValues
from geodata.outlines import read_outlines
from indicators.cards import Card
from indicators.errors import UnknownParameter
from indicators.milestones import Milestone
from indicators.model import COUNTRY, Indicator, Series, Value, ValueTable
from indicators.periods import Period
from indicators.sources import drafts
from indicators.task_list import task_list
from repository import Repository
from repository.peers import PEERS

MILESTONES_OF = "34"


def read_report_values(repository: Repository, settings: Settings, pack: Pack) -> ReportValues:
    """Everything that the report of a checked pack says.

    Raises UnknownParameter for a province that today's boundaries don't have, a period that has not begun or
    has no values, a load that is not there.
    """
    period = Period.parse(pack.period)
    if period.start > repository.today():
        raise UnknownParameter("period", pack.period, read_recent_periods(repository, pack.load))
    group = read_report_group(repository, pack)
    load_id = pack.load if pack.load is not None else repository.read_load()
    loads = repository.read_loads()
    milestones = repository.read_milestones(pack.period, MILESTONES_OF, pack.load)
    areas = (COUNTRY, *([pack.area] if pack.kind == "province" else []), *group)
    codes = repository.catalogue.codes
    found = tuple(
        read_indicator_values(repository, code, pack, areas if code in pack.indicators else ())
        for code in codes
    )
    if not any(one.table.national.value is not None for one in found if one.indicator.kind != "milestone"):
        raise UnknownParameter("period", pack.period, read_recent_periods(repository, pack.load))
    names = {
        value.area_code: (value.area_name, value.area_name_en) for one in found for value in one.table.values
    }
    unknown = [code for code in areas if code != COUNTRY and code not in names]
    if unknown:
        raise UnknownParameter("area", ",".join(unknown), (COUNTRY, *names), missing=True)
    own = pack.kind == "province"
    return ReportValues(
        kind=pack.kind,
        area=pack.area if own else COUNTRY,
        group=group,
        group_kind=pack.group or PEERS,
        period=pack.period,
        today=repository.today(),
        load=next((load for load in loads if load.load_id == load_id), None),
        catalogue=repository.catalogue,
        indicators=tuple(
            replace(one, card=replace(one.card, milestones=_of(one.indicator, milestones))) for one in found
        ),
        asked=tuple(code for code in codes if code in pack.indicators),
        names=names,
        milestones=tuple(one for one in milestones if one.code in repository.catalogue),
        tasks=task_list(),
        task_reports=repository.read_tasks(pack.load),
        reporting=repository.read_reporting(pack.load),
        listed=repository.read_listed(pack.load),
        sources=repository.read_sources(pack.load),
        drafts=drafts(loads, pack.load),
        territory=repository.read_territory(pack.area, "34", period.code) if own else None,
        outlines=read_outlines(settings.data_dir, "34"),
        imported=read_credits(settings),
        min_denominator=settings.min_denominator,
        agency=settings.agency_name,
    )


def read_report_group(repository: Repository, pack: Pack) -> tuple[str, ...]:
    """The provinces that a report lays side by side: a province's peers, or all of a group; else nobody."""
    if pack.kind == "country":
        return ()
    if pack.kind == "province":
        return repository.read_group(PEERS, pack.area, pack.period, pack.load)
    if pack.group[:2].isdecimal():
        return tuple(pack.group.split(","))
    return (pack.area, *repository.read_group(pack.group, pack.area, pack.period, pack.load))


def read_indicator_values(
    repository: Repository, code: str, pack: Pack, areas: Sequence[str]
) -> IndicatorValues:
    """The values of one indicator; paths, projection and origin where `areas` are to be drawn."""
    indicator, load = repository.catalogue[code], pack.load
    table = read_report_table(repository, code, pack)
    before = None
    if indicator.kind != "milestone" and _any_value((table.national, *table.values)):
        earlier = Period.parse(table.period).previous_year().code
        before = repository.read_values(code, earlier, as_of_load=load)
    card = Card(
        indicator,
        table.national,
        Series(code, COUNTRY, "", "", "34", "quarter", table.load_id, ()),
        before.national if before else None,
        _change(before.national if before else None, table.national),
    )
    if not areas:
        return IndicatorValues(indicator, table, before, card, {})
    end = Period.parse(pack.period).end
    paths: dict[str, Series] = {}
    if indicator.kind != "milestone":
        frequency = path_frequency(table.period)
        for area in areas if indicator.level != "country" else (COUNTRY,):
            paths[area] = _until(repository.read_series(code, area, "34", frequency, load), end)
    return IndicatorValues(
        indicator,
        table,
        before,
        replace(card, series=paths.get(COUNTRY, card.series)),
        paths,
        repository.read_projection(code, period=pack.period, as_of_load=load),
        repository.read_origin(code, period=table.period, as_of_load=load),
    )


def read_report_table(repository: Repository, code: str, pack: Pack) -> ValueTable:
    """The values of the very period where the indicator has some, so that texts say what paths show.

    Else the newest that its end knows, judged on that day, as the pages of several indicators have them.
    """
    period = Period.parse(pack.period)
    if pack.period in repository.read_periods(code, pack.load)[period.frequency]:
        return repository.read_values(code, pack.period, as_of_load=pack.load)
    return repository.read_column(code, pack.period, pack.load).table


def read_recent_periods(repository: Repository, load: int | None) -> tuple[str, ...]:
    """The newest quarters with data, the newest first: what to ask for in place of an empty one."""
    quarters = {
        quarter
        for code in repository.catalogue.codes
        for quarter in repository.read_periods(code, load)["quarter"]
    }
    return tuple(sorted(quarters, reverse=True)[:8])


def _until(series: Series, end: date) -> Series:
    return replace(series, points=tuple(one for one in series.points if Period.parse(one.period).end <= end))


def _change(before: Value | None, after: Value) -> float | None:
    if before is None or before.value is None or after.value is None:
        return None
    return None if before.provisional or after.provisional else after.value - before.value


def _any_value(values: Sequence[Value]) -> bool:
    return any(value.value is not None for value in values)


def _of(indicator: Indicator, milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    return tuple(one for one in milestones if one.code == indicator.code)
