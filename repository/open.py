"""The repository that the settings ask for."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import Engine

from config import Settings
from indicators.catalogue import Catalogue
from indicators.progress import Thresholds
from repository import Repository
from repository.facts import KEPT_FACTS


def open_repository(
    settings: Settings,
    engine: Engine,
    catalogue: Catalogue,
    *,
    today: Callable[[], date] = date.today,
    kept_facts: int = KEPT_FACTS,
) -> Repository:
    """The repository over a warehouse, judging by the thresholds in force."""
    return Repository(
        engine,
        catalogue,
        settings.cache_dir,
        thresholds=Thresholds(settings.on_track, settings.accelerate, settings.too_early),
        enough=settings.min_coverage,
        min_cell=settings.min_cell,
        today=today,
        kept_facts=kept_facts,
    )
