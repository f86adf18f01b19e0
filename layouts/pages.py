"""The register of pages: one line each. The navigation and the routes are made from it."""

from collections.abc import Callable
from dataclasses import dataclass

from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from language import N_, Language
from layouts import (
    communes,
    compare,
    data_quality,
    indicator,
    links,
    methodology,
    overview,
    province,
    report,
    systems,
    tasks,
)
from layouts import map as map_page


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path, the message id of its name and the function that lays it out.

    One that isn't `listed` is left out of the navigation: other pages lead to it.
    """

    path: str
    title: str
    layout: Callable[[Catalogue, Language], Component]
    listed: bool = True


PAGES = (
    Page(links.OVERVIEW, N_("Tổng quan"), overview.page),
    Page(links.MAP, N_("Bản đồ"), map_page.page),
    Page(links.COMPARE, N_("So sánh"), compare.page),
    Page(links.PROVINCE, N_("Tỉnh"), province.page),
    Page(links.COMMUNES, N_("Các xã"), communes.page, listed=False),
    Page(links.INDICATOR, N_("Chỉ tiêu"), indicator.page),
    Page(links.TASKS, N_("Nhiệm vụ"), tasks.page),
    Page(links.SYSTEMS, N_("Hệ thống"), systems.page),
    Page(links.QUALITY, N_("Chất lượng dữ liệu"), data_quality.page),
    Page(links.REPORT, N_("Báo cáo"), report.page),
    Page(links.METHODOLOGY, N_("Phương pháp"), methodology.page),
)


def page_at(path: str) -> Page:
    """The page of a path. The server answers unknown paths itself (serving.py), so one is always there."""
    return next(page for page in PAGES if page.path == path)


def product(lang: Language) -> str:
    """The name of the product."""
    return lang("Bảng chỉ số chuyển đổi số công tác dân tộc")


def title(page: Page, lang: Language) -> str:
    """What a browser calls a page: its name, then the product's."""
    return f"{lang(page.title)} – {product(lang)}"
