"""The search that every page has: its button, its dialog, and the answer to what is typed.

assets/6_search.js opens the dialog and asks /tim (callbacks/search.py) for `answer` at each letter.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from language import N_, Language
from layouts.choice import Choice
from layouts.links import address
from layouts.search_entries import COMMUNE_LIST, HEADINGS, PAGE_LIST, PROVINCES
from layouts.search_index import Entry, Found, Group

DIALOG, FIELD, LIST, SAID = "search", "search-field", "search-list", "search-said"
LONGEST = 80  # letters that may be typed
MOST = 6  # of a kind are shown; who needs others types another word

SUGGESTED = {
    "recent": N_("Vừa mở"),
    "near": N_("Tỉnh tương đồng với {province}"),
    "pages": HEADINGS[PAGE_LIST],
}
NOTHING = N_(
    "Hãy thử ít chữ hơn, một mã như S02, 08 hay III.1.a, hoặc tên cũ của tỉnh, xã. "
    "Gõ không dấu cũng tìm được."
)


def search_button(lang: Language) -> Component:
    """What opens the search, in the header."""
    return html.Button(
        [
            html.Span(className="search-icon", **{"aria-hidden": "true"}),
            html.Span(lang("Tìm")),
            html.Kbd("Ctrl K", className="search-keys", **{"aria-hidden": "true"}),
        ],
        type="button",
        title=lang("Tìm chỉ số, tỉnh, xã, nhiệm vụ (Ctrl+K hoặc /)"),
        className="search-opener",
        **{"aria-haspopup": "dialog", "aria-keyshortcuts": "Control+K Meta+K /"},
    )


def search_dialog(lang: Language) -> Component:
    """The dialog, once on every page: a field, the list under it, and what is said of the list."""
    label = lang("Tìm chỉ số, tỉnh, xã, nhiệm vụ")
    field = html.Div(
        [
            html.Span(className="search-icon", **{"aria-hidden": "true"}),
            html.Div(className="search-box", **{"data-html": _field(label)}),
            html.Button(lang("Đóng"), type="button", className="search-close"),
        ],
        className="search-head",
    )
    keys = [
        html.Span([html.Kbd("↑"), html.Kbd("↓"), " ", lang("chọn")]),
        html.Span([html.Kbd("Enter"), " ", lang("mở")]),
        html.Span([html.Kbd("Esc"), " ", lang("đóng")]),
    ]
    busy = lang("Đang tìm…")
    failed = lang("Không tìm được lúc này: máy chủ không trả lời. Hãy thử lại.")
    return html.Dialog(
        [
            field,
            html.P(id=SAID, className="search-said", role="status"),
            html.Div(id=LIST, className="search-list", role="listbox", **{"aria-label": lang("Kết quả tìm")}),
            html.P(keys, className="search-help", **{"aria-hidden": "true"}),
        ],
        id=DIALOG,
        className="search",
        **{"aria-label": label, "data-busy": busy, "data-failed": failed},
    )


def answer(groups: Sequence[Group], asked: str, chosen: Choice) -> dict[str, Any]:
    """What is found, as the dialog shows it: groups of links, and how many there are."""
    lang = chosen.language
    if not groups:
        said = lang("Không tìm thấy “{asked}”.", asked=asked.strip())
        return {"said": said, "hint": lang(NOTHING), "groups": []}
    total = sum(group.total for group in groups)
    return {
        "said": lang.plural("{n} kết quả", total),
        "groups": [
            {
                "title": lang(HEADINGS[group.kind]),
                "more": _more(group, lang),
                "results": [_result(one, chosen) for one in group.found],
            }
            for group in groups
        ],
    }


def suggestions(
    recent: Sequence[Entry], near: tuple[str, Sequence[Entry]], pages: Sequence[Entry], chosen: Choice
) -> dict[str, Any]:
    """What is offered before anything is typed: opened lately, like the province of the page, all pages.

    `near` names that province with those like it.
    """
    lang, (province, alike) = chosen.language, near
    groups = (
        (lang(SUGGESTED["recent"]), recent),
        (lang(SUGGESTED["near"], province=province), alike),
        (lang(SUGGESTED["pages"]), pages),
    )
    return {
        "said": "",
        "groups": [
            {
                "title": title,
                "more": "",
                "results": [_link(one, one.note, chosen) for one in found],
            }
            for title, found in groups
            if found
        ],
    }


def _more(group: Group, lang: Language) -> str:
    """How many of a kind are not shown, and what brings them."""
    left = group.total - len(group.found)
    if not left:
        return ""
    if group.kind == COMMUNE_LIST:
        return lang.plural("Còn {n} nơi nữa: gõ thêm tên tỉnh", left)
    return lang.plural("Còn {n} kết quả nữa: gõ thêm chữ", left)


def _result(one: Found, chosen: Choice) -> dict[str, str]:
    """A find as a link; what it was called is told where that is why it was found."""
    entry, lang = one.entry, chosen.language
    if one.former is None:
        return _link(entry, entry.note, chosen)
    name, code = one.former
    former = lang("tên cũ: {name} ({code})", name=name, code=code)
    if entry.kind == PROVINCES:
        return _link(entry, former, chosen)
    return _link(entry, f"{entry.note} · {former}", chosen)


def _link(entry: Entry, note: str, chosen: Choice) -> dict[str, str]:
    parameters = dict(entry.parameters)
    if entry.kind == COMMUNE_LIST and chosen.indicator.level == "commune":
        parameters["i"] = chosen.indicator.code
    href = address(entry.path, chosen, **parameters)
    return {
        "key": entry.key,
        "code": entry.code,
        "name": entry.name,
        "note": note,
        "page": entry.path,
        "href": f"{href}#{entry.anchor}" if entry.anchor else href,
    }


def _field(label: str) -> str:
    """The field as HTML text: Dash has no plain one, and its own asks the server at each letter."""
    return (
        f'<input id="{FIELD}" type="search" role="combobox" aria-autocomplete="list" aria-expanded="false"'
        f' aria-controls="{LIST}" aria-label="{escape(label)}" placeholder="{escape(label)}"'
        f' maxlength="{LONGEST}" autocomplete="off" autocapitalize="off" spellcheck="false"'
        ' enterkeyhint="go">'
    )
