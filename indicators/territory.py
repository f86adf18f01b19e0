"""One province through the merger: the province of today, the former ones, and what each is called."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from indicators.areas import MERGER, Areas
from indicators.formulas import ONE_DAY
from indicators.model import Series
from indicators.periods import Period


@dataclass(frozen=True, slots=True)
class Named:
    """A province by a code and the name it bears at the end of a period.

    `kind` is `city` or `province`, empty where nobody says. `since` is the day from which it has borne that
    name or been of that kind, where it changed; `was_vi`, `was_en` are its names before.
    """

    code: str
    name_vi: str
    name_en: str
    kind: str = ""
    since: date | None = None
    was_vi: str = ""
    was_en: str = ""


KindOf = Callable[[str, date], str]


@dataclass(frozen=True, slots=True)
class Territory:
    """A province chosen under a set of boundaries, and those it is made of or went into.

    `today` is None where it was split; `former` has the namesake of today's province first, and holds the
    province itself where nothing was merged. `merged_on` is the day of its merger, None without one. `past`
    tells that the period looked at ends before that, so that the former provinces are those "as reported".
    """

    boundaries: str
    chosen: Named
    today: Named | None
    former: tuple[Named, ...]
    merged_on: date | None
    past: bool

    @property
    def of_former(self) -> bool:
        """Whether the province chosen is one of those that were merged."""
        return self.merged_on is not None and (
            self.boundaries == "63" or (self.boundaries == "reported" and self.past)
        )

    @property
    def broken(self) -> bool:
        """Whether its series as reported breaks in what is looked at."""
        return self.merged_on is not None and self.boundaries == "reported" and not self.past

    def before_merger(self, series: Series) -> Series:
        """The part of a series that ended before the merger; all of it where nothing was merged."""
        return self._part(series, before=True)

    def since_merger(self, series: Series) -> Series:
        """The part of a series whose periods end after the merger; all of it where nothing was merged."""
        return self._part(series, before=False)

    def _part(self, series: Series, *, before: bool) -> Series:
        day = self.merged_on
        if day is None:
            return series
        kept = [one for one in series.points if (Period.parse(one.period).end < day) is before]
        return replace(series, points=tuple(kept))


def territory(areas: Areas, code: str, boundaries: str, day: date, kind_of: KindOf) -> Territory:
    """The territory of the province with a code at the end of a period.

    `kind_of` says whether the province with a code on a day is a `city` or a `province`. Raises
    UnknownParameter for a code that these boundaries don't have.
    """
    unit = areas.find_province(code, boundaries, day)
    heirs = areas.successors(unit)
    today = unit if not heirs else heirs[0] if len(heirs) == 1 else None
    before = areas.predecessors(today) if today is not None else ()
    former = before or (unit,)
    named = [_named(areas, one, "63", day, kind_of) for one in former]
    heir = None if today is None else _named(areas, today, "34", day, kind_of)
    if heir is not None:
        named.sort(key=lambda one: (one.name_vi != heir.name_vi, one.code))
    merged = today is None or bool(before)
    since = areas.members(today)[0].valid_from if today is not None else areas.members(unit)[-1].valid_to
    return Territory(
        boundaries,
        _named(areas, unit, boundaries, day, kind_of),
        heir,
        tuple(named),
        since if merged else None,
        past=day < (since if merged and since else MERGER),
    )


def _named(areas: Areas, unit: int, boundaries: str, day: date, kind_of: KindOf) -> Named:
    version, members = areas.named_at(unit, boundaries, day), areas.members(unit)
    on = max(day, MERGER) if boundaries == "34" else day
    if (ended := members[-1].valid_to) is not None:
        on = min(on, ended - ONE_DAY)
    earlier = [one for one in members if one.valid_from < version.valid_from]
    names = (version.code, version.name_vi, version.name_en, kind_of(version.code, on))
    if not earlier:
        return Named(*names)
    return Named(*names, version.valid_from, earlier[-1].name_vi, earlier[-1].name_en)
