"""The headline of the overview: one sentence made from the counts by status, and the counts themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from indicators.cards import Card
from indicators.model import Value
from language import N_, Language
from layouts.choice import Choice
from layouts.components import choosing, status_mark
from layouts.term_notes import explained

# What the statuses come down to. Every status that is counted is in exactly one of these.
STANDINGS: dict[str, tuple[str, ...]] = {
    "well": ("achieved", "achieved_late", "on_track", "completed", "completed_late"),
    "slow": ("accelerate", "behind", "reversing", "slipped", "at_risk"),
    "failed": ("missed", "overdue"),
    "unknown": ("no_data", "awaiting"),
    "open": ("in_progress", "claimed", "not_started", "no_baseline", "too_early"),
}
UNCOUNTED = ("no_target", "not_applicable", "suppressed")
STANDING_WORDS = {
    "well": N_("Đã đạt hoặc đúng tiến độ"),
    "slow": N_("Chậm so với lộ trình"),
    "failed": N_("Không đạt hoặc quá hạn"),
    "unknown": N_("Thiếu số liệu"),
    "open": N_("Chưa đủ căn cứ kết luận"),
}


def tally(cards: Iterable[Card]) -> Counter[str]:
    """How many indicators have each status. Parts are counted with their whole, not by themselves."""
    return Counter(card.value.status for card in cards if not card.indicator.part_of)


def standings(counts: Mapping[str, int]) -> dict[str, int]:
    """How many indicators with a target stand well, are slow, failed, lack data, or can't be judged yet."""
    return {
        standing: sum(counts.get(status, 0) for status in statuses)
        for standing, statuses in STANDINGS.items()
    }


def sentence(counts: Mapping[str, int], lang: Language) -> str:
    """The headline: how many targets are met or on track, and what is to be said of the others."""
    found = standings(counts)
    total, well = sum(found.values()), found["well"]
    if not total:
        return lang("Không có chỉ tiêu nào để đánh giá trong phần đang xem.")
    if well == total:
        return lang.plural("Cả {n} chỉ tiêu đã đạt hoặc đúng tiến độ.", total)
    clauses = [
        lang("{well}/{total} chỉ tiêu đã đạt hoặc đúng tiến độ", well=well, total=total),
        *([lang.plural("{n} chậm so với lộ trình", found["slow"])] if found["slow"] else []),
        *([lang.plural("{n} không đạt hoặc quá hạn", found["failed"])] if found["failed"] else []),
        *([lang.plural("{n} thiếu số liệu", found["unknown"])] if found["unknown"] else []),
        *([lang.plural("{n} chưa đủ căn cứ kết luận", found["open"])] if found["open"] else []),
    ]
    return "; ".join(clauses) + "."


def caveat(values: Sequence[Value], lang: Language) -> str:
    """How many of the judged values are not firm; empty where all are."""
    counted = [value for value in values if value.status not in UNCOUNTED]
    weak = sum(value.value is not None and (value.provisional or value.stale) for value in counted)
    return lang.plural("{n} chỉ tiêu dựa trên số tạm tính hoặc số liệu đã cũ.", weak) if weak else ""


def counts_by_status(counts: Mapping[str, int], chosen: Choice) -> Component:
    """The counts by status, under what they come down to; each can be pressed to see its indicators."""
    lang = chosen.language
    found = standings(counts)
    longest = max(found.values())
    return html.Ul(
        [
            html.Li(
                [
                    html.P(
                        [
                            html.Span(lang.number(found[standing], 0), className="standing-number"),
                            html.Span(
                                explained(lang(STANDING_WORDS[standing]), lang, "on_track"),
                                className="standing-word",
                            ),
                        ],
                        className="standing-head",
                    ),
                    bar(_shown(statuses, counts, chosen), counts, longest),
                    html.Div(
                        [chip(status, counts[status], chosen) for status in _shown(statuses, counts, chosen)],
                        className="chips",
                    ),
                ],
                className=f"standing standing--{standing}",
            )
            for standing, statuses in STANDINGS.items()
            if found[standing] or chosen.status in statuses
        ],
        className="standings",
        **{"aria-label": lang("Số chỉ tiêu theo trạng thái")},
    )


def bar(statuses: Iterable[str], counts: Mapping[str, int], longest: int) -> Component:
    """Counts as one bar in the colours of their statuses; one of `longest` would fill its place."""
    shares = [
        html.Span(style={"width": f"{100 * counts[status] / longest:.4g}%"}, className=f"status--{status}")
        for status in statuses
        if counts[status]
    ]
    return html.Div(shares, className="standing-bar", **{"aria-hidden": "true"})


def uncounted(counts: Mapping[str, int], chosen: Choice) -> Component | None:
    """The indicators that are listed but in no count; nothing where there are none."""
    lang, shown = chosen.language, _shown(UNCOUNTED, counts, chosen)
    if not shown:
        return None
    return html.Div(
        [
            html.Span(lang("Ngoài các số trên:")),
            *(chip(status, counts[status], chosen) for status in shown),
        ],
        className="uncounted quiet",
    )


def chip(status: str, count: int, chosen: Choice) -> Component:
    """A button that shows the indicators of one status, pressed again all of them."""
    pressed = chosen.status == status
    return html.Button(
        [
            status_mark(status, chosen.language),
            html.Span(chosen.language.number(count, 0), className="chip-count"),
        ],
        type="button",
        className="chip",
        **{"aria-pressed": "true" if pressed else "false"},
        **choosing(status="" if pressed else status),
    )


def _shown(statuses: Iterable[str], counts: Mapping[str, int], chosen: Choice) -> list[str]:
    """The statuses that have a count or are chosen, from the best on."""
    shown = [status for status in statuses if counts.get(status) or chosen.status == status]
    return sorted(shown, key=lambda status: ALL_STATUSES[status].order)
