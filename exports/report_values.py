"""Everything that a report is made of, as it was read: once, so that no two numbers can differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from exports.captions import Circumstances
from geodata.outlines import Outlines
from indicators.cards import Card
from indicators.catalogue import Catalogue
from indicators.listed import Listed
from indicators.loads import Load, Origin
from indicators.milestones import Milestone
from indicators.model import COUNTRY, Indicator, Series, Value, ValueTable
from indicators.periods import Period
from indicators.projection import Projection
from indicators.province import Measured, Standing, standing
from indicators.reporting import Reporting
from indicators.sources import Source
from indicators.tasks import Task, TaskReport
from indicators.territory import Territory
from language import Language
from layouts.shell import map_credits


@dataclass(frozen=True, slots=True)
class IndicatorValues:
    """One indicator: its newest values that the period knows, judged at its end, and those of a year before.

    `paths` are of the country and of the areas that the report looks at, up to the end of the period;
    `projection` and `origin` are the country's. Of an indicator that is not drawn by itself there are none.
    """

    indicator: Indicator
    table: ValueTable
    before: ValueTable | None
    card: Card
    paths: Mapping[str, Series]
    projection: Projection | None = None
    origin: Origin | None = None

    def value_of(self, area: str) -> Value | None:
        """The value of the country or of a province."""
        known = (self.table.national, *self.table.values)
        return next((one for one in known if one.area_code == area), None)

    def before_of(self, area: str) -> Value | None:
        """The value of a year before."""
        known = (self.before.national, *self.before.values) if self.before else ()
        return next((one for one in known if one.area_code == area), None)


@dataclass(frozen=True)
class ReportValues:
    """What a report rests on. `area` is "VN" or a province of today; `group` are the codes of its group.

    Of a country's report `group` is empty; of a province's they are its peers; of a group's they are its
    provinces, whichever of them gave it its name. `asked` are the indicators drawn one by one. `today` is the
    day of the reading: tasks and reports are as they stand then, all else as of the end of `period`.
    """

    kind: str
    area: str
    group: tuple[str, ...]
    group_kind: str
    period: str
    today: date
    load: Load | None
    catalogue: Catalogue
    indicators: tuple[IndicatorValues, ...]
    asked: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]
    milestones: tuple[Milestone, ...]
    tasks: tuple[Task, ...]
    task_reports: tuple[TaskReport, ...]
    reporting: Reporting
    listed: tuple[Listed, ...]
    sources: tuple[Source, ...]
    drafts: tuple[Load, ...]
    territory: Territory | None
    outlines: Outlines
    imported: Mapping[str, str]
    min_denominator: int
    agency: str

    @cached_property
    def day(self) -> date:
        """The last day of the period."""
        return Period.parse(self.period).end

    @cached_property
    def drawn(self) -> tuple[IndicatorValues, ...]:
        """The indicators that are drawn one by one."""
        return tuple(one for one in self.indicators if one.indicator.code in self.asked)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How the province looked at stands with everything that provinces are measured by."""
        return self.standings_of(self.area, self.group)

    def standings_of(self, area: str, group: tuple[str, ...] = ()) -> tuple[Standing, ...]:
        """How a province stands with every indicator, beside a group."""
        found = (
            standing(Measured(one.indicator.code, one.table, one.before), one.indicator, area, group)
            for one in self.indicators
            if one.indicator.level != "country"
        )
        return tuple(one for one in found if one is not None)

    def name_of(self, area: str, lang: Language) -> str:
        """The name of the country or of a province."""
        return lang("cả nước") if area == COUNTRY else lang.pick(*self.names.get(area, (area, area)))

    def around(self, lang: Language) -> Circumstances:
        """What all captions say alike."""
        return Circumstances(self.agency, self.load, lang, tuple(map_credits(self.imported, lang)))
