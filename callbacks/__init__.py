"""What answers the pages: thin functions between the address, the repository, the charts and the layouts."""

from dash import Dash

from callbacks import (
    communes,
    compare,
    data_quality,
    design,
    files,
    indicator,
    map,
    methodology,
    origin,
    overview,
    pictures,
    province,
    province_panel,
    report,
    search,
    shapes,
    shell,
    systems,
    tasks,
)
from config import Settings
from repository import Repository


def register_all(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires every callback and route of the pages into an app, with what they depend on handed in."""
    shapes.register(app.server, settings.data_dir)
    pictures.register(app.server, repository, settings)
    search.register(app.server, repository, settings)
    shell.register(app, repository, settings)
    map.register(app, repository, settings)
    pages = (
        province_panel,
        origin,
        overview,
        compare,
        province,
        communes,
        indicator,
        tasks,
        systems,
        data_quality,
        report,
        methodology,
        design,
        files,
    )
    for page in pages:
        page.register(app, repository, settings)
