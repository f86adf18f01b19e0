"""The page Phương pháp: how values come about and are judged, with the thresholds in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from indicators.areas import MERGER
from indicators.catalogue import Catalogue
from indicators.disclosure import MIN_CELL
from indicators.progress import STALE_CYCLES, Thresholds
from indicators.projection import FEWEST_POINTS, INTERVAL, RECENT_MONTHS
from indicators.survey import LEVEL
from language import N_, Language
from layouts import ids
from layouts import methodology_texts as told
from layouts.methodology_statuses import MILESTONES, TASKS, rule_list, status_tables
from layouts.methodology_terms import term_list
from layouts.waiting import awaited

PACE = "method-pace"
# The parts of the page in their order: where links lead, and their names.
TITLES = {
    "method-values": N_("Giá trị"),
    "method-periods": N_("Kỳ và số liệu cũ"),
    "method-coverage": N_("Độ phủ và số tạm tính"),
    "method-hidden": N_("Số được ẩn"),
    "method-boundaries": N_("Ranh giới"),
    PACE: N_("Nhịp độ"),
    "method-statuses": N_("Trạng thái"),
    "method-projection": N_("Dự báo"),
    "method-milestones": N_("Mốc công việc"),
    "method-tasks": N_("Nhiệm vụ"),
    "method-survey": N_("Điều tra mẫu"),
    "method-ranking": N_("Xếp hạng"),
    "method-wrong": N_("Nội dung sai"),
    "method-marks": N_("Minh họa, sơ bộ, số liệu chốt"),
    "method-terms": N_("Thuật ngữ"),
    "method-sources": N_("Nguồn của phương pháp"),
}


@dataclass(frozen=True, slots=True)
class Method:
    """What is in force by configuration."""

    thresholds: Thresholds
    enough: float
    min_denominator: int
    min_cell: int = MIN_CELL


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: where links lead, what it says and what it shows beside. TITLES has its name."""

    anchor: str
    texts: Sequence[str]
    shown: Sequence[Component] = ()


def page(_catalogue: Catalogue, _lang: Language) -> Component:
    """The page before anything is read."""
    return html.Div(awaited(), id=ids.METHODOLOGY, className="page")


def content(method: Method, lang: Language) -> list[Component]:
    """The page: its contents, then every part."""
    numbers = in_force(method, lang)
    parts = _parts(method, numbers, lang)
    contents = html.Nav(
        html.Ol([html.Li(html.A(lang(TITLES[part.anchor]), href=f"#{part.anchor}")) for part in parts]),
        className="method-contents",
        **{"aria-label": lang("Trong trang này")},
    )
    return [
        html.Header(
            [
                html.H1(lang("Phương pháp")),
                html.P(
                    lang(
                        "Mọi con số và trạng thái trên bảng chỉ số được tính như sau. "
                        "Các ngưỡng là những ngưỡng đang có hiệu lực trong hệ thống này."
                    ),
                    className="quality-headline",
                ),
            ],
            className="page-head",
        ),
        html.Div(
            [contents, html.Div([_section(part, numbers, lang) for part in parts], className="method-parts")],
            className="method-columns",
        ),
    ]


def in_force(method: Method, lang: Language) -> dict[str, str]:
    """Every number that the texts name, as it is written here."""
    return {
        "on_track": lang.number(method.thresholds.on_track),
        "accelerate": lang.number(method.thresholds.accelerate),
        "too_early": lang.percent(100 * method.thresholds.too_early, 0),
        "enough": lang.percent(100 * method.enough, 0),
        "minimum": lang.number(method.min_denominator),
        "min_cell": lang.number(method.min_cell),
        "stale": lang.number(STALE_CYCLES),
        "recent": lang.number(RECENT_MONTHS),
        "fewest": lang.number(FEWEST_POINTS),
        "interval": lang.percent(100 * INTERVAL, 0),
        "level": lang.percent(100 * LEVEL, 0),
        "merger": lang.date(MERGER),
    }


def _parts(method: Method, numbers: Mapping[str, str], lang: Language) -> tuple[Part, ...]:
    return (
        Part("method-values", told.VALUES),
        Part("method-periods", told.PERIODS),
        Part("method-coverage", told.COVERAGE),
        Part(
            "method-hidden",
            told.HIDDEN if method.min_cell > 1 else told.NOT_HIDDEN,
        ),
        Part("method-boundaries", told.BOUNDARIES),
        Part(PACE, told.PACE, (formula(lang),)),
        Part("method-statuses", told.STATUS, status_tables(numbers, lang)),
        Part("method-projection", told.PROJECTION),
        Part(
            "method-milestones",
            told.MILESTONE,
            (rule_list(MILESTONES, numbers, lang),),
        ),
        Part("method-tasks", told.TASK, (rule_list(TASKS, numbers, lang),)),
        Part("method-survey", told.SURVEY),
        Part("method-ranking", told.RANKING),
        Part("method-wrong", told.WRONG),
        Part("method-marks", told.MARKS),
        Part("method-terms", told.TERMS, (term_list(numbers, lang),)),
        Part("method-sources", told.ORIGIN),
    )


def _section(part: Part, numbers: Mapping[str, str], lang: Language) -> Component:
    """A part; a formula stands before the texts that explain it, tables after those that introduce them."""
    texts = [html.P(lang(text, **numbers)) for text in part.texts]
    shown = list(part.shown)
    body = [*shown, *texts] if part.anchor == PACE else [*texts, *shown]
    return html.Section(
        [html.H2(lang(TITLES[part.anchor])), *body], id=part.anchor, className="tile method-part"
    )


def formula(lang: Language) -> Component:
    """The pace R: the share of the way gone over the share of the time gone."""
    start, deadline = ["t", html.Sub("0")], ["t", html.Sub("T")]
    way = _fraction(["y − B"], ["T − B"])
    time = _fraction(["t − ", *start], [*deadline, " − ", *start])
    said = lang(
        "R bằng phần quãng đường đã đi, tức y trừ B chia cho T trừ B, "
        "chia cho phần thời gian đã qua, tức t trừ t không chia cho hạn trừ t không."
    )
    return html.Div(
        [html.Span("R ="), _fraction([way], [time])],
        className="formula",
        role="img",
        **{"aria-label": said},
    )


def _fraction(over: list[Component | str], under: list[Component | str]) -> Component:
    return html.Span(
        [html.Span(over, className="over"), html.Span(under, className="under")], className="fraction"
    )
