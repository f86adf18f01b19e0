"""The page Báo cáo: a briefing pack is put together, asked for, and fetched; editions are opened again."""

from dash import dcc, html
from dash.development.base_component import Component

from exports.pack import FORMATS, SECTIONS
from indicators.catalogue import Catalogue
from language import N_, Language
from layouts import ids
from layouts.report_view import ReportView, scope_words
from layouts.term_notes import explained
from layouts.waiting import awaited

SLOTS = 3  # packs that one page follows at a time
FULL = N_("Trang này đang theo dõi {n} yêu cầu. Hãy chờ một yêu cầu xong hoặc bỏ bớt rồi thử lại.")


def page(_catalogue: Catalogue, lang: Language) -> Component:
    """The page before anything is read."""
    actions = html.Div(
        [
            html.Button(lang("Tạo tệp"), id=ids.REPORT_ASK, type="button", className="button", disabled=True),
            html.Button(
                lang("Chốt số liệu và tạo tệp"),
                id=ids.REPORT_FREEZE,
                type="button",
                className="button button--second",
                disabled=True,
            ),
        ],
        id=ids.REPORT_ACTIONS,
        className="report-actions",
    )
    jobs = [_slot(number, lang) for number in range(SLOTS)]
    aside = html.Aside(
        [
            html.Section(
                [html.Div(id=ids.REPORT_CONTENTS), actions, html.Div(id=ids.REPORT_SAID, role="alert")],
                className="tile report-summary",
                **{"aria-label": lang("Bộ tài liệu")},
            ),
            html.Div(jobs, className="report-jobs"),
        ],
        className="report-side",
    )
    return html.Div(
        [
            html.Div(
                [
                    html.H1(lang("Báo cáo")),
                    html.P(
                        lang(
                            "Bộ tài liệu trình lãnh đạo: cùng số liệu và biểu đồ như trên màn hình, thành "
                            "tệp PowerPoint, Word, Excel và PDF. Lựa chọn nằm trong địa chỉ trang, lưu lại "
                            "là dùng lại được."
                        ),
                        className="quiet",
                    ),
                ],
                className="report-head",
            ),
            html.Section(id=ids.REPORT_EDITION, className="tile report-edition", hidden=True),
            html.Div(
                [html.Div(awaited(), id=ids.REPORT_FORM, className="tile report-form"), aside],
                className="report-columns",
            ),
            html.Section(
                id=ids.REPORT_EDITIONS,
                className="tile report-editions",
                **{"aria-label": lang("Các bản chốt số liệu")},
            ),
        ],
        className="page report-page",
    )


def _slot(number: int, lang: Language) -> Component:
    """A place for a pack that was asked for. Its id outlives the page, so that it is found again."""
    buttons = [
        html.Button(
            lang("Hủy"),
            id=ids.JOB_CANCEL.format(number),
            type="button",
            className="button button--second button--small",
            hidden=True,
        ),
        html.Button(
            lang("Bỏ khỏi trang"),
            id=ids.JOB_DISMISS.format(number),
            type="button",
            className="text-button",
            hidden=True,
        ),
    ]
    return html.Section(
        [
            dcc.Store(id=ids.JOB_ID.format(number), storage_type="local"),
            dcc.Store(id=ids.JOB_RUN.format(number)),
            dcc.Store(id=ids.JOB_GOING.format(number)),
            dcc.Store(id=ids.JOB_ENDED.format(number)),
            html.Div(id=ids.JOB_CARD.format(number)),
            html.Div(id=ids.JOB_PROGRESS.format(number), className="job-progress"),
            html.Div(buttons, className="job-buttons"),
        ],
        id=ids.JOB.format(number),
        className="tile job",
        hidden=True,
        **{"aria-label": lang("Yêu cầu {n}", n=number + 1)},
    )


def report_contents(view: ReportView) -> list[Component]:
    """What the pack will be: its title, its parts, its files; and what is wrong with what was chosen."""
    lang, pack = view.choice.language, view.pack
    parts = [html.Li(_part(view, key)) for key in SECTIONS if key in pack.sections]
    files = ", ".join(key.upper() for key in FORMATS if key in pack.formats)
    faults = [html.Li(fault.told(lang)) for fault in view.faults]
    if view.wrong:
        faults.append(html.Li(lang("Không có bản chốt số “{number}”.", number=view.wrong)))
    wrong = [html.Ul(faults, className="job-faults", role="alert")] if faults else []
    load = "" if pack.load is None else lang("theo lần nạp {load}", load=pack.load)
    return [
        html.P(lang("Bộ tài liệu"), className="eyebrow"),
        html.H2(
            explained(scope_words(pack, view.known.provinces, lang), lang, "peers"), className="report-title"
        ),
        html.P(" · ".join(filter(None, (lang.period(pack.period), load))), className="report-period"),
        html.Ol(parts, className="report-parts"),
        html.P([html.Strong(lang("Tệp:")), " ", files], className="report-formats"),
        *wrong,
    ]


def _part(view: ReportView, key: str) -> list[Component | str]:
    """A part by its name, and how many charts or maps are in it."""
    lang, count = view.choice.language, len(view.pack.indicators)
    measured = sum(view.known.catalogue[code].level != "country" for code in view.pack.indicators)
    counts = {
        "maps": lang.plural("{n} bản đồ", measured),
        "ranking": lang.plural("{n} chỉ số", measured),
        "paths": lang.plural("{n} biểu đồ", count),
    }
    name = lang(SECTIONS[key])
    return [name, html.Span(counts[key], className="report-count")] if key in counts else [name]
