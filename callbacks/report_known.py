"""What there is to choose from for a pack, and what its numbers follow from, read from the warehouse."""

from config import Settings
from exports.editions import Rests
from exports.pack import Known
from repository import Repository

# Settings that a number, or what is said of it, follows from.
RULES = ("on_track", "accelerate", "too_early", "min_coverage", "min_denominator", "min_cell")


def read_known(repository: Repository, settings: Settings) -> Known:
    """Today's provinces, the periods with data, the approved loads, and whether there is a template."""
    areas, today = repository.read_areas(), repository.today()
    codes = [areas.version_at(unit, today) for unit in areas.provinces("34", today)]
    periods = {
        period
        for code in repository.catalogue.codes
        for found in repository.read_periods(code).values()
        for period in found
    }
    return Known(
        catalogue=repository.catalogue,
        provinces={one.code: (one.name_vi, one.name_en) for one in codes},
        periods=tuple(sorted(periods)),
        loads=tuple(load.load_id for load in repository.read_loads() if load.approved),
        today=today,
        template=settings.report_template is not None,
    )


def read_rests(repository: Repository, settings: Settings, load: int | None) -> Rests:
    """What the numbers as of a load follow from now."""
    approved = sorted(one.load_id for one in repository.read_loads() if one.approved)
    rules = {name: getattr(settings, name) for name in RULES}
    return Rests(
        load_id=load,
        approved=tuple(one for one in approved if load is None or one <= load),
        definitions=repository.catalogue.definition_hash,
        rules=" ".join(f"{name}={value}" for name, value in rules.items()),
    )
