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
    design,
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
from layouts.waiting import Shape


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path, the message id of its name and the function that lays it out.

    Its shape is that of the skeleton that stands in its place until its numbers are there. One that isn't
    `listed` is left out of the navigation: other pages lead to it. One without `charts` needs no plotly.js.
    """

    path: str
    title: str
    layout: Callable[[Catalogue, Language], Component]
    shape: Shape = ()
    listed: bool = True
    charts: bool = True


PAGES = (
    Page(
        links.OVERVIEW,
        N_("Tổng quan"),
        overview.page,
        ((12, 10), (12, 3.5), (12, 16), *[(3, 14)] * 8),
        charts=False,
    ),
    Page(links.MAP, N_("Bản đồ"), map_page.page, ((12, 6.5), (3, 44), (6, 44), (3, 44))),
    Page(links.COMPARE, N_("So sánh"), compare.page, ((12, 11), (12, 48)), charts=False),
    Page(
        links.PROVINCE, N_("Tỉnh"), province.page, ((12, 2.25), (8, 21), (4, 21), (8, 14), (4, 14), (12, 20))
    ),
    Page(links.COMMUNES, N_("Các xã"), communes.page, ((12, 4.5), (5, 26), (7, 26), (12, 30)), listed=False),
    Page(links.INDICATOR, N_("Chỉ số"), indicator.page, ((12, 4.5), (5, 25), (7, 25), (12, 24))),
    Page(links.TASKS, N_("Nhiệm vụ"), tasks.page, ((12, 17), (12, 40))),
    Page(links.SYSTEMS, N_("Hệ thống"), systems.page, ((12, 17), (12, 40)), charts=False),
    Page(
        links.QUALITY, N_("Chất lượng dữ liệu"), data_quality.page, ((12, 4), *[(2, 7)] * 6, (8, 40), (4, 20))
    ),
    Page(links.REPORT, N_("Báo cáo"), report.page, ((12, 4), (8, 44), (4, 28)), charts=False),
    Page(
        links.METHODOLOGY,
        N_("Phương pháp"),
        methodology.page,
        ((12, 5), (3, 30), (9, 14), (9, 30)),
        charts=False,
    ),
    Page(links.DESIGN, N_("Thiết kế"), design.page, ((12, 3), (12, 40), (12, 40)), listed=False),
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
