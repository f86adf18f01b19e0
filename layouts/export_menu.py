"""What every chart, map and table can be taken away as: one quiet button each, and one menu for all of them.

`exportable("map", lang)` beside a thing's heading is all that a page says. assets/6_export.js opens the menu;
the files come from /tep/<page>/<thing> with the parameters of the page (callbacks/files.py).
"""

from dash import html
from dash.development.base_component import Component

from language import N_, Language

MENU = "export-menu"
SAID = "export-said"

# In the order in which they stand: what is done, and its words.
OF_PICTURES = {
    "copy": N_("Sao chép ảnh"),
    "png": N_("Tải ảnh PNG (2x)"),
    "svg": N_("Tải ảnh SVG"),
}
OF_DATA = {"xlsx": N_("Tải bảng Excel (XLSX)"), "csv": N_("Tải dữ liệu CSV")}
OF_ADDRESS = {"link": N_("Sao chép liên kết")}

# What is said when it is done, or when it can't be done.
ANSWERS = {
    "working": N_("Đang chuẩn bị…"),
    "copied": N_("Đã sao chép ảnh. Dán vào văn bản bằng Ctrl+V."),
    "linked": N_("Đã sao chép liên kết đến đúng những gì đang xem."),
    "saved": N_("Đã tải tệp về."),
    "nocopy": N_(
        "Trình duyệt không cho sao chép ảnh (thường vì địa chỉ không có HTTPS): ảnh PNG được tải về thay thế."
    ),
    "nolink": N_("Trình duyệt không cho sao chép. Hãy chép địa chỉ này:"),
    "failed": N_("Không tạo được tệp:"),
    "away": N_("máy chủ không trả lời. Hãy thử lại."),
}


def exportable(
    thing: str, lang: Language, *, picture: bool = True, what: str = "", text: str = ""
) -> Component:
    """The button of a thing of the page that the reader is on; `picture` tells that there is one to take.

    `what` names the thing where several stand close together. `text` stands on the button where taking it
    away is what the place is for.
    """
    if text:
        return html.Button(
            [html.Span(className="export-icon", **{"aria-hidden": "true"}), text],
            type="button",
            className="export-button export-button--text",
            **_opens(thing, picture=picture),
        )
    label = lang("Tải về, sao chép: {what}", what=what) if what else lang("Tải về, sao chép")
    return html.Button(
        html.Span(className="export-icon", **{"aria-hidden": "true"}),
        type="button",
        title=label,
        className="export-button",
        **{"aria-label": label},
        **_opens(thing, picture=picture),
    )


def _opens(thing: str, *, picture: bool) -> dict[str, str]:
    return {
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        "data-export": thing,
        "data-picture": "1" if picture else "0",
    }


def export_menu(lang: Language) -> list[Component]:
    """The menu itself, once on every page, and the line that says what has become of a choice."""
    entries = [
        *(_entry(code, lang(word), "picture") for code, word in OF_PICTURES.items()),
        *(_entry(code, lang(word), "data") for code, word in OF_DATA.items()),
        *(_entry(code, lang(word), "address") for code, word in OF_ADDRESS.items()),
    ]
    words = {f"data-{code}": lang(word) for code, word in ANSWERS.items()}
    return [
        html.Div(
            entries,
            id=MENU,
            role="menu",
            hidden=True,
            className="export-menu",
            **{"aria-label": lang("Tải về, sao chép")},
        ),
        html.P(id=SAID, role="status", className="export-said", **words),
    ]


def _entry(code: str, word: str, group: str) -> Component:
    """Files are links, so that their address can be copied, too; the rest are buttons."""
    shared = {"role": "menuitem", "tabIndex": "-1", "className": "export-entry"}
    attributes = {"data-take": code, "data-group": group}
    if group == "data":
        return html.A(word, href="", download="", **shared, **attributes)
    return html.Button(word, type="button", **shared, **attributes)
