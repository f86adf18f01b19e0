"""How the provinces spread: each a dot, in words, and as a list to choose from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import quantiles
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from charts.template import CONFIG
from charts.wording import amount, parts, stated, survey_limits
from indicators.model import Indicator, Value, ValueTable
from indicators.ranking import Ranking
from language import Language
from layouts import ids
from layouts.choice import Choice
from layouts.components import choosing, nothing, origin_button, status_mark
from layouts.export_menu import exportable
from layouts.links import MAP, link
from layouts.ranking import ranking, reason_word
from layouts.tables import data_table, row
from layouts.wording import area_name

FEW = 4  # fewer values have no quartiles worth the name
NAMED = 3  # so many provinces that share a value are named, more are counted


def spread_card(figure: dict[str, Any], table: ValueTable, chosen: Choice, min_denominator: int) -> Component:
    """The dots with their reading; a quiet line where the indicator is measured nationally only."""
    lang, indicator = chosen.language, chosen.indicator
    title = html.H2(lang("Phân bố giữa các tỉnh, thành phố"), id="spread-title")
    if indicator.level == "country":
        said = lang("Chỉ số này chỉ đo ở cấp trung ương, không có số liệu từng tỉnh.")
        return html.Section([title, nothing(said)], className="tile indicator-spread")
    found = ranking(table, indicator, min_denominator)
    if all(value.value is None for value in table.values):
        said = lang("{period}: chưa tỉnh nào có số liệu.", period=lang.period(table.period))
        then = lang("Chọn kỳ khác bằng nút lùi, tiến ở đầu trang.")
        return html.Section([title, nothing(said, then)], className="tile indicator-spread")
    graph = dcc.Graph(id=ids.INDICATOR_DOTS, figure=figure, config=CONFIG, responsive=True, className="chart")
    reading = spread_reading(found, indicator, lang)
    return html.Section(
        [
            html.Div([title, exportable("spread", lang, what=title.children)], className="export-head"),
            *_key(table, indicator, lang),
            html.Div(graph, className="dots-chart", role="group", **{"aria-label": reading}),
            html.P(reading, className="reading"),
            *_chosen(table, chosen),
            _list(found, table, chosen, min_denominator),
        ],
        className="tile indicator-spread",
        **{"aria-labelledby": "spread-title"},
    )


def spread_reading(found: Ranking, indicator: Indicator, lang: Language) -> str:
    """The median, the middle half, the first and the last, of the provinces that can be compared."""
    ranked = [one.value for one in found.ranked]
    if not ranked:
        return lang("Chưa tỉnh nào so sánh được: số liệu còn tạm tính hoặc mẫu số quá nhỏ.")
    said = []
    levels = [value.value for value in ranked if value.value is not None]
    if len(levels) >= FEW:
        low, middle, high = (amount(one, indicator, lang) for one in quantiles(levels, method="inclusive"))
        said.append(
            lang(
                "Trung vị của {n} tỉnh, thành phố so sánh được là {middle}; một nửa số tỉnh nằm trong khoảng "
                "từ {low} đến {high}.",
                n=lang.number(len(levels), 0),
                middle=middle,
                low=low,
                high=high,
            )
        )
    first = [one.value for one in found.ranked if one.rank == 1]
    last_rank = found.ranked[-1].rank
    last = [one.value for one in found.ranked if one.rank == last_rank]
    if last_rank == 1:
        return " ".join(
            [*said, lang("Tất cả cùng ở mức {amount}.", amount=amount(levels[0], indicator, lang))]
        )
    said.append(
        lang(  # what has no target is not better or worse
            "Dẫn đầu: {first} ({best}); cuối bảng: {last} ({worst})."
            if indicator.targets
            else "Cao nhất: {first} ({best}); thấp nhất: {last} ({worst}).",
            first=_named(first, lang),
            best=amount(first[0].value, indicator, lang),
            last=_named(last, lang),
            worst=amount(last[0].value, indicator, lang),
        )
    )
    return " ".join(said)


def _named(values: Sequence[Value], lang: Language) -> str:
    if len(values) > NAMED:
        return lang.plural("{n} tỉnh, thành phố", len(values))
    return ", ".join(area_name(value, lang) for value in values)


def status_key(statuses: Iterable[str], lang: Language, *more: Component) -> Component:
    """The statuses that occur, each with how often: the legend of what is listed or drawn below."""
    ordered = sorted(Counter(statuses).items(), key=lambda item: ALL_STATUSES[item[0]].order)
    items = [
        html.Li([status_mark(code, lang), html.Span(lang.number(count, 0), className="number")])
        for code, count in ordered
    ]
    return html.Ul([*items, *more], className="status-key")


def _key(table: ValueTable, indicator: Indicator, lang: Language) -> list[Component]:
    """The legend of the dots; nothing where one look is all there is."""
    hollow = sum(value.provisional and value.value is not None for value in table.values)
    if not indicator.targets and not hollow:
        return []
    more = []
    if hollow:
        mark = html.Span(className="hollow", **{"aria-hidden": "true"})
        text = html.Span(lang("Tạm tính (chấm rỗng)"))
        count = html.Span(lang.number(hollow, 0), className="number")
        more.append(html.Li([html.Span([mark, text], className="status"), count]))
    return [status_key([value.status for value in table.values], lang, *more)]


def _chosen(table: ValueTable, chosen: Choice) -> list[Component]:
    """The province that is selected, with the way to its panel on the map, and out of the selection."""
    lang, indicator = chosen.language, chosen.indicator
    value = next((one for one in table.values if one.area_code == chosen.area), None)
    if value is None:
        return []
    of = parts(value, lang)
    boundaries = None if chosen.boundaries == "34" else chosen.boundaries
    return [
        html.P(
            [
                html.Strong(area_name(value, lang)),
                html.Span(stated(value, indicator, lang) + (f" ({of})" if of else "")),
                status_mark(value.status, lang),
                origin_button(value, lang, short=True),
                link(
                    lang("Mở trên bản đồ"),
                    MAP,
                    chosen,
                    i=indicator.code,
                    p=table.period,
                    b=boundaries,
                    area=value.area_code,
                ),
                html.Button(
                    lang("Bỏ chọn"), type="button", className="text-button", **choosing(area="", rank="")
                ),
            ],
            className="chosen-area",
        )
    ]


def _list(found: Ranking, table: ValueTable, chosen: Choice, min_denominator: int) -> Component:
    """Every province as a row with its rank or the reason why it has none; its name selects it."""
    lang, indicator = chosen.language, chosen.indicator
    rows = [_row(str(one.rank), "", one.value, indicator, chosen) for one in found.ranked]
    rows += [
        _row("–", reason_word(one.reason, min_denominator, lang), one.value, indicator, chosen)
        for one in found.unranked
    ]
    columns = [
        (lang("Tỉnh, thành phố"), ""),
        (lang("Hạng"), "number"),
        (lang("Giá trị"), "number"),
        ("n/N", "number"),
        *([(lang("Khoảng tin cậy 95%"), "number")] if indicator.survey else []),
        (lang("Trạng thái"), ""),
        (lang("Ghi chú"), ""),
        (lang("Nguồn"), "source"),
    ]
    caption = lang("Từng tỉnh, thành phố, {period}", period=lang.period(table.period))
    summary = lang.plural("Danh sách {n} tỉnh, thành phố", len(rows))
    content = data_table(caption, columns, rows, hidden_caption=True)
    unfolded = chosen.rank == "all"  # said by who chooses from it, so that it stays open
    return html.Details([html.Summary(summary), content], open=unfolded, className="fold")


def _chooser(value: Value, chosen: Choice) -> Component:
    """The name of a province as the button that selects it, with the list left open."""
    current = {"aria-current": "true"} if value.area_code == chosen.area else {}
    return html.Button(
        area_name(value, chosen.language),
        type="button",
        className="text-button",
        **{"data-area": value.area_code},
        **choosing(area=value.area_code, rank="all"),
        **current,
    )


def _row(rank: str, reason: str, value: Value, indicator: Indicator, chosen: Choice) -> Component:
    lang = chosen.language
    limits = survey_limits(value.numerator, value.denominator, indicator, lang)
    return row(
        _chooser(value, chosen),
        (rank, "number"),
        (stated(value, indicator, lang), "number"),
        (parts(value, lang), "number"),
        *([(limits, "number")] if indicator.survey else []),
        (status_mark(value.status, lang), ""),
        (reason, ""),
        (origin_button(value, lang, short=True), "source"),
    )
