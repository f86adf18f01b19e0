"""The addresses of the pages, and links between them that keep what the reader has set for all pages."""

from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from layouts.choice import Choice
from layouts.components import Children

OVERVIEW = "/"
MAP = "/ban-do"
COMPARE = "/so-sanh"
PROVINCE = "/tinh"
COMMUNES = "/xa"
INDICATOR = "/chi-tieu"
TASKS = "/nhiem-vu"
SYSTEMS = "/he-thong"
QUALITY = "/chat-luong"
METHODOLOGY = "/phuong-phap"
REPORT = "/bao-cao"
DESIGN = "/design"


def address(path: str, chosen: Choice, **parameters: str | None) -> str:
    """The address of a page with these parameters, in the reader's language, theme and state of the data.

    Empty parameters are left out.
    """
    kept = {
        "lang": chosen.language.code if chosen.said_language else None,
        "theme": chosen.theme if chosen.said_theme else None,
        "load": str(chosen.load) if chosen.load is not None else None,
    }
    query = urlencode({name: value for name, value in (parameters | kept).items() if value})
    return f"{path}?{query}" if query else path


def link(
    content: Children, path: str, chosen: Choice, class_name: str = "", **parameters: str | None
) -> Component:
    """A link to a page; assets/2_choice.js follows it without loading everything anew."""
    return html.A(
        content, href=address(path, chosen, **parameters), className=class_name or None, **{"data-page": path}
    )
