"""How a province reports: how much came, how much in time, and what of it no number uses."""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.listed import LATE_REPORT, MISSING_REPORT, Listed
from indicators.reporting import Reporting, Tally
from language import Language
from layouts.components import fact, nothing
from layouts.export_menu import exportable
from layouts.links import QUALITY, link
from layouts.province_view import ProvinceView
from layouts.quality_filter import ON_TIME, WRONG, left_out
from layouts.quality_kinds import kind_title

MONTHS = 12
MOST_KINDS = 4


def quality_card(view: ProvinceView, reporting: Reporting, listed: Sequence[Listed]) -> Component:
    """The last twelve months that were all due, beside the country; the rows left out by their reasons."""
    lang = view.choice.language
    mine = [one for one in listed if one.province == view.area]
    return html.Section(
        [
            html.Div(
                [
                    html.H2(lang("Chất lượng báo cáo của tỉnh"), id="province-quality-title"),
                    exportable("reports", lang, picture=False, what=lang("Chất lượng báo cáo của tỉnh")),
                ],
                className="export-head",
            ),
            *_reports(view, reporting, mine),
            *_rows(view, mine),
            html.P(
                link(
                    lang("Danh sách cần bổ sung, sửa của tỉnh") + " ›", QUALITY, view.choice, area=view.area
                ),
                className="ways",
            ),
        ],
        className="tile province-quality",
        **{"aria-labelledby": "province-quality-title"},
    )


def last_months(tallies: Sequence[Tally], last_due: str | None) -> list[str]:
    """The newest months that were all due, the oldest first."""
    months = sorted({one.period for one in tallies if last_due is not None and one.period <= last_due})
    return months[-MONTHS:]


def added(tallies: Sequence[Tally], months: Sequence[str], province: str | None) -> tuple[int, int, int]:
    """How many reports were due, came, and came in time, of a province or of all."""
    mine = [one for one in tallies if one.period in months and province in (None, one.province)]
    return (
        sum(one.due for one in mine),
        sum(one.reported for one in mine),
        sum(one.on_time for one in mine),
    )


def _reports(view: ProvinceView, reporting: Reporting, mine: Sequence[Listed]) -> list[Component]:
    lang = view.choice.language
    months = last_months(reporting.tallies, reporting.last_due)
    due, reported, on_time = added(reporting.tallies, months, view.area)
    if not due:
        return [
            nothing(
                lang("Chưa có báo cáo nào của tỉnh đến hạn."),
                lang("Kho chưa ghi nghĩa vụ báo cáo nào của tỉnh có hạn đã qua."),
            )
        ]
    every = added(reporting.tallies, months, None)
    span = lang("{first} – {last}", first=lang.period(months[0]), last=lang.period(months[-1]))
    missing = sum(one.kind == MISSING_REPORT for one in mine)
    late = sum(one.kind == LATE_REPORT for one in mine)
    return [
        html.P(
            lang("Báo cáo đến hạn trong {n} tháng gần nhất: {span}", n=len(months), span=span),
            className="quiet",
        ),
        html.Dl(
            [
                fact(lang("Đã về"), _share(reported, due, every[1], every[0], lang)),
                fact(lang("Đúng hạn"), _share(on_time, due, every[2], every[0], lang)),
            ],
            className="facts quality-facts",
        ),
        html.P(
            link(
                lang(
                    "Từ trước đến nay: {missing} báo cáo chưa về, {late} báo cáo muộn",
                    missing=lang.number(missing, 0),
                    late=lang.number(late, 0),
                ),
                QUALITY,
                view.choice,
                area=view.area,
                kind=ON_TIME,
            )
        ),
    ]


def _share(done: int, due: int, every_done: int, every_due: int, lang: Language) -> list[Component]:
    """A share with its parts, beside that of all provinces."""
    of = f"{lang.number(done, 0)}/{lang.number(due, 0)}"
    country = lang("cả nước {share}", share=lang.percent(100 * every_done / every_due))
    return [
        html.Span(lang.percent(100 * done / due), className="quality-share"),
        html.Span(f"{of} · {country}", className="of"),
    ]


def _rows(view: ProvinceView, mine: Sequence[Listed]) -> list[Component]:
    """The rows that no number uses, by their reasons, the most frequent first."""
    lang = view.choice.language
    wrong = left_out(mine)
    counts = Counter[str]()
    for one in wrong:
        counts[one.kind] += one.count
    title = html.H3(lang("Dòng bị loại khỏi mọi con số"))
    if not counts:
        return [title, nothing(lang("Không có dòng nào."), good=True)]
    items = [
        html.Li(
            [
                link(kind_title(kind, lang), QUALITY, view.choice, area=view.area, kind=kind),
                html.Span(lang.number(count, 0), className="number"),
            ]
        )
        for kind, count in counts.most_common(MOST_KINDS)
    ]
    if len(counts) > MOST_KINDS:
        rest = sum(count for _, count in counts.most_common()[MOST_KINDS:])
        text = lang.plural("{n} lý do khác", len(counts) - MOST_KINDS)
        items.append(
            html.Li(
                [
                    link(text, QUALITY, view.choice, area=view.area, kind=WRONG),
                    html.Span(lang.number(rest, 0), className="number"),
                ]
            )
        )
    return [title, html.Ul(items, className="wrong-kinds")]
