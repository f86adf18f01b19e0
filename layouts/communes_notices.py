"""What the page of communes says where it has none to show, and where to go from there."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.catalogue import Catalogue
from indicators.model import Value
from language import Language
from layouts.breadcrumbs import carried
from layouts.choice import Choice
from layouts.communes import Communes, by_name, goes_down
from layouts.components import choosing
from layouts.links import COMMUNES, link
from layouts.wording import area_name, name


def no_province(provinces: Sequence[Value], chosen: Choice) -> Component:
    """The provinces to choose from."""
    lang = chosen.language
    links = [
        html.Li(link(area_name(value, lang), COMMUNES, chosen, "", area=value.area_code, **carried(chosen)))
        for value in by_name(provinces, lang)
    ]
    return _card(
        lang("Các xã của một tỉnh"),
        [
            html.P(
                lang("Chọn tỉnh, thành phố để xem các xã, phường, đặc khu của tỉnh đó."), className="quiet"
            ),
            html.Ul(links, className="province-links"),
        ],
    )


def not_down_to_communes(found: Communes, catalogue: Catalogue) -> Component:
    """That communes don't report an indicator, and the ones that they report."""
    chosen, lang = found.choice, found.choice.language
    area = found.province.area_code if found.province is not None else None
    links = [
        html.Li(
            link(
                [html.Span(one.code, className="option-code"), name(one, lang)],
                COMMUNES,
                chosen,
                "",
                **({"area": area} | carried(chosen) | {"i": one.code, "p": None}),
            )
        )
        for one in catalogue
        if goes_down(one) and not one.part_of
    ]
    said = lang(
        "“{indicator}” không báo cáo đến cấp xã nên không có giá trị của từng xã.",
        indicator=name(chosen.indicator, lang),
    )
    return _card(
        title(found, lang),
        [
            html.P(said),
            html.P(lang("Các chỉ số có số liệu đến cấp xã:"), className="quiet"),
            html.Ul(links, className="indicator-links"),
        ],
    )


def no_communes(found: Communes) -> Component:
    """That today's communes of a former province can't be told apart, and where they can be seen."""
    chosen, lang = found.choice, found.choice.language
    said = lang(
        "Chưa xác định được xã nào hiện nay thuộc {where} trước đây: có xã mới hợp thành từ xã của "
        "nhiều tỉnh cũ, hoặc chưa có dữ liệu kế tục của xã.",
        where=title_name(found, lang),
    )
    to_34 = link(lang("Xem theo 34 tỉnh"), COMMUNES, chosen, "button", **(carried(chosen) | {"b": None}))
    return _card(title(found, lang), [html.P(said), html.P(to_34)])


def nothing_in_period(found: Communes, newest: str | None) -> Component:
    """That no commune has a value in the period; `newest` is the last one in which the province has one."""
    lang = found.choice.language
    said = lang(
        "{where}: chưa xã nào có số liệu riêng trong kỳ này. Điều đó không có nghĩa là bằng 0.",
        where=title_name(found, lang),
    )
    content: list[Component] = [html.P(said)]
    if newest is not None and newest != found.period:
        content.append(
            html.Button(
                lang("Xem kỳ gần nhất tỉnh có số liệu: {period}", period=lang.period(newest)),
                type="button",
                className="button",
                **choosing(p=newest),
            )
        )
    return html.Section(content, className="tile communes-nothing")


def all_hidden(found: Communes) -> Component:
    """That every commune with a value is hidden, so that none can be told to hold the province back."""
    lang = found.choice.language
    said = lang(
        "Mọi xã có số liệu của {where} đều được ẩn số để không ai bị nhận ra, "
        "nên không nêu được xã nào khiến tỉnh chưa đạt chỉ tiêu. Số của tỉnh vẫn đầy đủ.",
        where=title_name(found, lang),
    )
    return html.Section(html.P(said), className="tile communes-nothing")


def unknown_commune(found: Communes) -> Component:
    """That the address names a commune that the province doesn't have, and the way out."""
    chosen, lang = found.choice, found.choice.language
    said = lang(
        "{where} không có xã, phường, đặc khu nào mang mã “{code}” trong kỳ này.",
        where=title_name(found, lang),
        code=chosen.commune,
    )
    area = found.province.area_code if found.province is not None else None
    return html.P(
        [
            html.Span("!", className="notice-icon", **{"aria-hidden": "true"}),
            html.Span(said),
            link(lang("Xem danh sách xã"), COMMUNES, chosen, "", area=area, **carried(chosen)),
        ],
        className="notice communes-unknown",
        role="status",
    )


def title(found: Communes, lang: Language) -> str:
    """The title of the page."""
    return lang("Các xã của {where}", where=title_name(found, lang))


def title_name(found: Communes, lang: Language) -> str:
    """The name of the province chosen."""
    return area_name(found.province, lang) if found.province is not None else lang("tỉnh")


def _card(heading: str, content: Sequence[Component]) -> Component:
    return html.Section(
        [html.H1(heading, id="communes-title", tabIndex="-1"), *content],
        className="tile communes-notice",
        **{"aria-labelledby": "communes-title"},
    )
