"""What narrows the quality page: the part that is open, the province chosen; and the file of the rest."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.listed import REPORT_KINDS, Listed
from indicators.reporting import Reporting
from language import Language, collation_key
from layouts.choice import Choice
from layouts.components import choosing
from layouts.quality_kinds import CONTROL_TOTAL, DRAFT, KINDS, TABLES

COMPLETE, ON_TIME, WRONG = "completeness", "timeliness", "wrong"
REVISIONS, DRAFTS, SOURCES = "revisions", "drafts", "sources"
SECTIONS = (COMPLETE, ON_TIME, WRONG, CONTROL_TOTAL, REVISIONS, DRAFTS, SOURCES)
NOT_LEFT_OUT = (*REPORT_KINDS, CONTROL_TOTAL, DRAFT, *TABLES)  # told in parts of their own


def section_of(kind: str | None) -> str:
    """The part of the page that `kind` opens; for a kind of wrong rows that of all wrong rows."""
    if kind is None:
        return COMPLETE
    return kind if kind in SECTIONS else WRONG


def listed_kind(kind: str | None) -> str | None:
    """The one kind of lines that `kind` keeps; None where all are kept."""
    return kind if kind == CONTROL_TOTAL or kind not in (None, *SECTIONS) else None


def known_kinds(listed: Sequence[Listed]) -> tuple[str, ...]:
    """What `kind` may say: the parts of the page, every kind that has a name, and those there are."""
    return tuple(dict.fromkeys((*SECTIONS, *KINDS, *sorted({one.kind for one in listed}))))


def left_out(listed: Sequence[Listed]) -> list[Listed]:
    """The rows that no number uses; drafts, totals and whole tables are told elsewhere."""
    return [one for one in listed if one.kind not in NOT_LEFT_OUT]


def province_names(reporting: Reporting, lang: Language) -> dict[str, str]:
    """The names of the provinces by their codes."""
    return {code: lang.pick(vi, en) for code, vi, en in reporting.provinces}


def by_name(reporting: Reporting, lang: Language) -> list[tuple[str, str]]:
    """The provinces as (code, name) in the order of their names."""
    return sorted(province_names(reporting, lang).items(), key=lambda province: collation_key(province[1]))


def province_name(reporting: Reporting, chosen: Choice) -> str:
    """The name of the province chosen."""
    return province_names(reporting, chosen.language).get(chosen.area or "", chosen.area or "")


def area_chip(reporting: Reporting, chosen: Choice) -> list[Component]:
    """That one province alone is shown, and the way back to all."""
    if chosen.area is None:
        return []
    lang = chosen.language
    text = lang("{province} · bỏ lọc", province=province_name(reporting, chosen))
    return [html.Button(text, type="button", className="area-chip", **choosing(area=""))]
