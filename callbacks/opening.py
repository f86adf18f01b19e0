"""The repository over the warehouse that the settings name."""

from collections.abc import Callable
from datetime import date

from config import Settings
from indicators.catalogue import Catalogue
from indicators.progress import Thresholds
from repository import Repository
from warehouse.connect import open_warehouse


def open_repository(
    settings: Settings, catalogue: Catalogue, today: Callable[[], date] = date.today
) -> Repository:
    """What answers from the warehouse by the thresholds in force; connected to once it is asked."""
    return Repository(
        open_warehouse(settings.warehouse_url),
        catalogue,
        settings.cache_dir,
        thresholds=Thresholds(settings.on_track, settings.accelerate, settings.too_early),
        enough=settings.min_coverage,
        min_cell=settings.min_cell,
        today=today,
    )
