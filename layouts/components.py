"""The small parts that pages are made of."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from charts.statuses import ALL_STATUSES
from charts.wording import stated
from indicators.model import Indicator, Value
from language import N_, Language

Children = Sequence[Component | str | None] | Component | str | None

SPOKEN = {"data-spoken": ""}
"""The attribute of a sentence that is told anew whenever it changes (assets/4_spoken.js)."""


def choosing(**parameters: str) -> dict[str, str]:
    """The attribute of a button that changes the address: `choosing(rank="all")`; an empty value leaves it.

    assets/2_choice.js listens for it, so that a choice costs no round trip of its own.
    """
    return {"data-choose": "&".join(f"{name}={value}" for name, value in parameters.items())}


def segments(
    label: str,
    parameter: str,
    words: Mapping[str, str],
    chosen: str,
    lang: Language,
    disabled: Mapping[str, str] | None = None,
) -> Component:
    """A row of buttons of which one is pressed; each writes its value to the address.

    `disabled` gives the values that can't be chosen now and why (message ids).
    """
    reasons = disabled or {}
    return html.Div(
        [
            segment(
                lang(word),
                chosen == value,
                disabled=lang(reasons[value]) if value in reasons else "",
                **{parameter: value},
            )
            for value, word in words.items()
        ],
        className="segments",
        role="group",
        **{"aria-label": label},
    )


def segment(text: str, pressed: bool, *, disabled: str = "", **parameters: str) -> Component:
    """One button of a row; `disabled` is the reason where it can't be chosen."""
    attributes: dict[str, Any] = {"aria-pressed": "true" if pressed else "false", **choosing(**parameters)}
    if disabled:
        attributes |= {"disabled": True, "title": disabled}
    return html.Button(text, type="button", className="segment", **attributes)


def area_button(value: Value, content: Children, class_name: str, selected: str | None) -> Component:
    """A button that opens the panel of a value's area."""
    current = {"aria-current": "true"} if value.area_code == selected else {}
    return html.Button(
        content,
        type="button",
        className=class_name,
        **{"data-area": value.area_code},
        **choosing(area=value.area_code),
        **current,
    )


def origin_button(value: Value, lang: Language, *, short: bool = False) -> Component:
    """A button that opens where a value comes from; `short` shows a sign alone, for tables and cards."""
    asked = f"{value.indicator}:{value.area_code}:{value.period}:{value.boundaries}"
    text = lang("Số này từ đâu?")
    return html.Button(
        html.Span("i", **{"aria-hidden": "true"}) if short else text,
        type="button",
        title=text,
        className="origin-button origin-button--short" if short else "origin-button",
        **{"aria-label": text, "aria-haspopup": "dialog"},
        **choosing(origin=asked),
    )


def hidden_mark(lang: Language) -> Component:
    """What stands where a figure is there but hidden: it looks otherwise than what is missing."""
    why = lang("Ẩn để không ai trong nhóm rất ít người bị nhận ra; số này có, nhưng không được nêu.")
    return html.Span(lang("được ẩn"), className="hidden-value", title=why)


def missing_mark(lang: Language) -> Component:
    """What stands where a figure is not known: never a zero, never an empty cell."""
    return html.Span(lang.missing, className="missing-value")


def nothing_mark(why: str) -> Component:
    """What stands in a cell that has nothing to say, with the reason for those who ask or can't see it."""
    said = html.Span(why, className="visually-hidden")
    return html.Span(["–", said], className="nothing-mark", title=why)


# What to do about some kinds of nothing (message ids).
ASK_FOR_LOAD = N_("Nhờ đơn vị vận hành kho nạp số liệu; nạp xong thì trang tự cập nhật.")
TRY_FEWER = N_("Không mục nào khớp với mọi điều kiện đang chọn. Hãy bỏ bớt điều kiện.")


def nothing(said: str, then: Children = "", *ways: Component, good: bool = False) -> Component:
    """What stands where there is nothing to show: why, what to do next, and the ways there.

    `good` is where nothing is what one hopes for: no fault, no report that is late.
    """
    sign = html.Span("✓" if good else "∅", className="nothing-sign", **{"aria-hidden": "true"})
    told = [
        html.P(said, className="nothing-said"),
        *([html.P(then, className="quiet")] if then else []),
        *([html.P(list(ways), className="nothing-ways")] if ways else []),
    ]
    return html.Div([sign, html.Div(told)], className="nothing nothing--good" if good else "nothing")


def shown_value(value: Value, indicator: Indicator, lang: Language) -> Children:
    """What a value says where it stands in a table; what is hidden looks otherwise than what is missing."""
    if value.suppressed:
        return hidden_mark(lang)
    if value.value is None and not value.unknown and indicator.kind != "milestone":
        return missing_mark(lang)
    return stated(value, indicator, lang)


def status_icon(code: str, lang: Language) -> Component:
    """The icon of a status alone, for columns; its word is there for those who can't see it."""
    status = ALL_STATUSES[code]
    word = html.Span(lang(status.word), className="visually-hidden")
    return html.Span([_icon(code), word], className=f"status--{code}", title=lang(status.word))


def status_mark(code: str, lang: Language, *, illustrative: bool = False) -> Component:
    """The icon and the word of a status, and behind its last word a sign that its report is made up."""
    word: list[Component | str] = [lang(ALL_STATUSES[code].word)]
    if illustrative:
        word += ["\u00a0", made_up(lang)]
    return html.Span([_icon(code), html.Span(word)], className=f"status status--{code}")


def made_up(lang: Language) -> Component:
    """The sign of an illustrative report."""
    said = lang("số liệu minh họa")
    return html.Span("◇", className="made-up", title=said, role="img", **{"aria-label": said})


def _icon(code: str) -> Component:
    """The glyph on its colour, or on the pattern of a status that isn't judged."""
    pattern = ALL_STATUSES[code].pattern
    class_name = f"status-icon pattern--{pattern}" if pattern else "status-icon"
    return html.Span(ALL_STATUSES[code].icon, className=class_name, **{"aria-hidden": "true"})


def as_written(text: str) -> Component:
    """A text as its Vietnamese source has it: of a decision, a report, a name; read as such on any page."""
    return html.Span(text, lang="vi")


def filled(text: str, **parts: Component | str) -> list[Component | str]:
    """A text of the catalogue, unfilled, with what is to stand in the place of its names in braces.

    >>> filled("Nguồn: {agency}.", agency="Bộ")
    ['Nguồn: ', 'Bộ', '.']
    """
    pieces = re.split(r"\{(\w+)\}", text)
    return [parts[piece] if at % 2 else piece for at, piece in enumerate(pieces) if piece]


def fact(label: Children, value: Children) -> Component:
    """A labelled fact of a definition list."""
    return html.Div([html.Dt(label), html.Dd(value)], className="fact")


def alert(text: str, hint: Children = "") -> Component:
    """A fault that the reader has to know of, and what becomes of it."""
    return dbc.Alert(
        [
            html.Span("!", className="alert-icon", **{"aria-hidden": "true"}),
            html.Strong(text),
            html.Span(hint),
        ],
        color="danger",
        fade=False,
    )
