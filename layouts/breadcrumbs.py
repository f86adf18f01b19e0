"""The way down, country, province, communes, commune, as links back up that carry what is looked at along."""

from dash import html
from dash.development.base_component import Component

from layouts.choice import BOUNDARIES, Choice
from layouts.links import COMMUNES, MAP, PROVINCE, link


def breadcrumbs(
    chosen: Choice, province: tuple[str, str], *, communes: bool = False, commune: str = ""
) -> Component:
    """Cả nước › the province (code, name) › Các xã › a commune's name; the last one is this page."""
    lang, (code, name) = chosen.language, province
    steps: list[tuple[str, str, str | None]] = [(lang("Cả nước"), MAP, None), (name, PROVINCE, code)]
    if communes or commune:
        steps.append((lang("Các xã"), COMMUNES, code))
    links: list[Component] = [
        link(text, path, chosen, "", area=area, **carried(chosen)) for text, path, area in steps
    ]
    if not commune:
        links.pop()
    links.append(html.Span(commune or steps[-1][0], **{"aria-current": "page"}))
    return html.Nav(
        html.Ol([html.Li(one) for one in links]),
        className="breadcrumbs",
        **{"aria-label": lang("Bạn đang ở")},
    )


def province_way(chosen: Choice) -> Component:
    """The link from the panel of the selected province to the page that has all of it."""
    text = chosen.language("Trang của tỉnh")
    return html.P(
        link(f"{text} ›", PROVINCE, chosen, "", area=chosen.area, **carried(chosen)), className="panel-way"
    )


def carried(chosen: Choice) -> dict[str, str | None]:
    """What a link between country, province and communes carries along: indicator, period and boundaries."""
    return {
        "i": chosen.indicator.code,
        "p": chosen.period,
        "b": chosen.boundaries if chosen.boundaries != BOUNDARIES[0] else None,
    }
