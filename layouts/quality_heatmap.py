"""How completely and how timely provinces report: the heat map, its legend, and the same as a table."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from charts.heatmap import CLASS_WORDS, NOT_DUE, class_of
from charts.template import CONFIG
from indicators.periods import Period, period_of
from indicators.reporting import Tally
from language import N_, Language, collation_key
from layouts import ids
from layouts.components import choosing, nothing, segment, segments
from layouts.export_menu import exportable
from layouts.quality_filter import COMPLETE, ON_TIME, by_name
from layouts.quality_state import Heat, QualityState

SHOWN = {COMPLETE: "reported", ON_TIME: "on_time"}
SECTION_WORDS = {COMPLETE: N_("Đã về"), ON_TIME: N_("Đúng hạn")}
FREQUENCY_WORDS = {"month": N_("Tháng"), "quarter": N_("Quý"), "year": N_("Năm")}
SPAN = {"month": 12, "quarter": 8, "year": 5}  # so many periods are shown
MOST_LACKING = 10


def shown_frequency(period: str | None) -> str:
    """The frequency of the columns: that of the period asked for, where it is one of them; else months."""
    frequency = Period.parse(period).frequency if period else "month"
    return frequency if frequency in SPAN else "month"


def shown_periods(tallied: Sequence[Tally], period: str | None) -> tuple[str, ...]:
    """The last periods with tallies up to the one asked for, or up to the newest."""
    known = sorted({one.period for one in tallied})
    upto = [code for code in known if period is None or _begun(code, period)]
    return tuple((upto or known)[-SPAN[shown_frequency(period)] :])


def _begun(code: str, asked: str) -> bool:
    return Period.parse(code).start <= Period.parse(asked).end


def heatmap_tile(heat: Heat, section: str, last_due: str | None, lang: Language) -> Component:
    """The heat map with its switches, legend and table."""
    shown = SHOWN[section]
    title = lang(
        "Báo cáo đúng hạn theo tỉnh và kỳ" if section == ON_TIME else "Báo cáo đã về theo tỉnh và kỳ"
    )
    if not heat.periods:
        said = lang("Kho chưa có bảng nghĩa vụ báo cáo, hoặc chưa báo cáo nào đến hạn.")
        then = lang("Nhờ đơn vị vận hành kho nạp bảng nghĩa vụ báo cáo: ai phải gửi số gì, kỳ nào, hạn nào.")
        return html.Section([html.H2(title), nothing(said, then)], className="tile")
    return html.Section(
        [
            html.Div(
                [
                    html.H2(title),
                    html.Div(
                        [
                            segments(lang("Xem theo"), "kind", SECTION_WORDS, section, lang),
                            _frequencies(heat.periods[-1], last_due, lang),
                            exportable("heatmap", lang, what=title),
                        ],
                        className="quality-switches",
                    ),
                ],
                className="tile-head",
            ),
            html.P(
                lang(
                    "Tỷ lệ báo cáo của từng tỉnh trên số báo cáo đến hạn, xếp theo tháng của ngày cuối kỳ. "
                    "Báo cáo của tỉnh cũ được tính cho tỉnh sau sắp xếp. "
                    "Bấm vào một ô để xem tỉnh đó còn thiếu gì."
                ),
                className="quiet",
            ),
            _legend(heat, shown, lang),
            html.Div(
                dcc.Graph(
                    id=ids.QUALITY_HEATMAP,
                    figure=heat.figure,
                    config=CONFIG,
                    responsive=True,
                    className="chart",
                ),
                className="heatmap",
                style={"--rows": len(heat.provinces)},
            ),
            html.Details(
                [
                    html.Summary(lang("Xem dạng bảng")),
                    html.Div(
                        _table(heat, shown, title, lang),
                        className="table-scroll",
                        tabIndex="0",
                        role="region",
                        **{"aria-label": title},
                    ),
                ],
                className="fold",
            ),
        ],
        className="tile heatmap-tile",
    )


def most_lacking(state: QualityState, heat: Heat, section: str, lang: Language) -> Component:
    """The provinces that lack most in the periods shown, each a button that opens its list."""
    lacking: dict[str, int] = {}
    for one in heat.tallies.values():
        done = one.on_time if section == ON_TIME else one.reported
        if one.period in heat.periods:
            lacking[one.province] = lacking.get(one.province, 0) + one.due - done
    names = dict(by_name(state.reporting, lang))
    worst = sorted(
        (province for province, count in lacking.items() if count and province in names),
        key=lambda province: (-lacking[province], collation_key(names[province])),
    )
    title = lang("Nhiều báo cáo không đúng hạn nhất" if section == ON_TIME else "Thiếu nhiều báo cáo nhất")
    if not worst:
        return html.Section(
            [html.H2(title), nothing(lang("Không tỉnh nào thiếu trong các kỳ này."), good=True)],
            className="tile",
        )
    most = lacking[worst[0]]
    rows = [
        html.Li(
            html.Button(
                [
                    html.Span(names[province], className="bar-name"),
                    html.Meter(
                        min="0",
                        max=str(most),
                        value=str(lacking[province]),
                        className="bar",
                        **{"aria-hidden": "true"},
                    ),
                    html.Span(lang.number(lacking[province]), className="number"),
                ],
                type="button",
                className="bar-row",
                **choosing(area=province),
            )
        )
        for province in worst[:MOST_LACKING]
    ]
    window = lang(
        "{first} – {last}; bấm để xem danh sách",
        first=lang.period(heat.periods[0]),
        last=lang.period(heat.periods[-1]),
    )
    return html.Section(
        [html.H2(title), html.P(window, className="quiet"), html.Ul(rows, className="bars")], className="tile"
    )


def _frequencies(last: str, last_due: str | None, lang: Language) -> Component:
    """A button for each frequency; the newest months are what an address without a period shows."""
    current, newest = Period.parse(last), Period.parse(last_due or last).end
    buttons = []
    for frequency, word in FREQUENCY_WORDS.items():
        code = "" if frequency == "month" else period_of(newest, frequency).code
        buttons.append(segment(lang(word), current.frequency == frequency, p=code))
    return html.Div(buttons, className="segments", role="group", **{"aria-label": lang("Kỳ")})


def _legend(heat: Heat, shown: str, lang: Language) -> Component:
    """The classes that the heat map uses, each with the number of its cells."""
    counts = [0] * len(CLASS_WORDS)
    for code, _ in heat.provinces:
        for period in heat.periods:
            counts[class_of(heat.tallies.get((code, period)), shown)] += 1
    items = [
        html.Li(
            [
                html.Span(
                    "–" if place == NOT_DUE else "",
                    className=f"heat-swatch heat-swatch--{place}",
                    **{"aria-hidden": "true"},
                ),
                html.Span(lang(word)),
                html.Span(lang.plural("{n} ô", counts[place]), className="quiet"),
            ]
        )
        for place, word in enumerate(CLASS_WORDS)
        if counts[place]
    ]
    return html.Ul(items, className="heat-legend")


def _table(heat: Heat, shown: str, title: str, lang: Language) -> Component:
    head = [lang("Tỉnh, thành phố"), *(lang.period(period) for period in heat.periods)]
    rows = [
        html.Tr(
            [
                html.Th(
                    html.Button(
                        name,
                        type="button",
                        className="text-button",
                        **{"data-heat-area": code},
                        **choosing(area=code),
                    ),
                    scope="row",
                ),
                *(
                    html.Td(_cell(heat.tallies.get((code, period)), shown, lang), className="number")
                    for period in heat.periods
                ),
            ]
        )
        for code, name in heat.provinces
    ]
    return html.Table(
        [
            html.Caption(title, className="visually-hidden"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in head])),
            html.Tbody(rows),
        ]
    )


def _cell(tally: Tally | None, shown: str, lang: Language) -> str:
    if tally is None or not tally.due:
        return lang("không có")
    done = tally.on_time if shown == "on_time" else tally.reported
    return f"{lang.number(done)}/{lang.number(tally.due)}"
