"""What answers the pages: thin functions between the address, the repository, the charts and the layouts."""

from dash import Dash

from callbacks import map, province_panel, shapes, shell
from config import Settings
from repository import Repository


def register_all(app: Dash, repository: Repository, settings: Settings) -> None:
    """Wires every callback and route of the pages into an app, with what they depend on handed in."""
    urls = shapes.register(app.server)
    shell.register(app, repository, settings)
    map.register(app, repository, settings, urls)
    province_panel.register(app, repository, settings)
