"""The tiles of the quality page: what is lacking at a glance; each opens its part."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import source
from indicators.listed import Listed
from indicators.reporting import Tally, together
from language import Language
from layouts import ids
from layouts.components import Children, choosing
from layouts.quality_filter import COMPLETE, DRAFTS, ON_TIME, REVISIONS, SOURCES, WRONG, left_out
from layouts.quality_kinds import CONTROL_TOTAL
from layouts.quality_state import QualityState


def rows_in(listed: Sequence[Listed]) -> int:
    """How many rows the lines stand for."""
    return sum(one.count for one in listed)


def headline(state: QualityState, lang: Language) -> str:
    """One sentence: how the last reports came in, and what is left out of the numbers."""
    wrong = lang.plural("{n} dòng số liệu bị loại khỏi mọi con số", rows_in(left_out(state.listed)))
    last = together(state.reporting.tallies, state.reporting.last_due)
    if not last.due:
        return lang("Chưa có báo cáo nào đến hạn; {wrong}.", wrong=wrong)
    return lang(
        "{period}: {share} báo cáo đến hạn đã về ({reported}/{due}), {on_time} đúng hạn; {wrong}.",
        period=lang.period(last.period),
        share=lang.percent(100 * last.reported / last.due),
        reported=lang.number(last.reported),
        due=lang.number(last.due),
        on_time=lang.percent(100 * last.on_time / last.due),
        wrong=wrong,
    )


def tiles(state: QualityState, section: str, lang: Language) -> Component:
    """The tiles in a row; the one whose part is open says so."""
    last = together(state.reporting.tallies, state.reporting.last_due)
    period = lang.period(last.period) if last.period else ""
    wrong, oldest = left_out(state.listed), next(iter(state.sources), None)
    totals = [one for one in state.listed if one.kind == CONTROL_TOTAL]
    waiting = sum(load.rows_received or 0 for load in state.drafts)
    # Both are read by the callback of the changes: the one is what it starts from, the other what it fills.
    revised = html.Span("…" if state.since is not None else "–", id=ids.QUALITY_REVISED)
    since = "" if state.since is None else lang("sau lần nạp {load}", load=state.since)
    compared = html.Span(since or lang("chưa có lần nạp trước"), id=ids.QUALITY_SINCE)
    found = (
        (COMPLETE, lang("Báo cáo đã về"), _share(last.reported, last, lang), period, False),
        (ON_TIME, lang("Báo cáo đúng hạn"), _share(last.on_time, last, lang), period, False),
        (
            WRONG,
            lang("Dòng bị loại"),
            lang.number(rows_in(wrong)),
            lang.plural("{n} loại lỗi", len({one.kind for one in wrong})),
            False,
        ),
        (
            CONTROL_TOTAL,
            lang("Tổng kiểm soát lệch"),
            lang.number(len(totals)),
            lang.plural("{n} địa bàn", len({one.area_code for one in totals})),
            False,
        ),
        (REVISIONS, lang("Số được sửa"), revised, compared, False),
        (
            DRAFTS,
            lang("Chờ phê duyệt"),
            lang.plural("{n} lần nạp", len(state.drafts)),
            lang.plural("{n} dòng", waiting),
            False,
        ),
        (
            SOURCES,
            lang("Nguồn cũ nhất"),
            lang.missing if oldest is None or oldest.age is None else lang.plural("{n} ngày", oldest.age),
            "" if oldest is None else source(oldest.name, lang),
            oldest is not None and oldest.stale,
        ),
    )
    return html.Nav(
        [_tile(*one, current=one[0] == section, lang=lang) for one in found],
        className="quality-tiles",
        **{"aria-label": lang("Các phần của trang")},
    )


def _share(done: int, last: Tally, lang: Language) -> str:
    return lang.percent(100 * done / last.due) if last.due else lang.missing


def _tile(
    section: str,
    label: str,
    figure: Children,
    note: Children,
    stale: bool,
    *,
    current: bool,
    lang: Language,
) -> Component:
    marks = [html.Span(lang("đã cũ"), className="stale-mark")] if stale else []
    return html.Button(
        [
            html.Span(label, className="quality-tile-label"),
            html.Span(figure, className="quality-tile-figure"),
            html.Span([html.Span(note), *marks], className="quality-tile-note"),
        ],
        type="button",
        className="tile quality-tile",
        **choosing(kind="" if section == COMPLETE else section),
        **({"aria-current": "true"} if current else {}),
    )
