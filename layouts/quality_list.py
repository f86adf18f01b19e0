"""The list of what is to be mended: by kind and by province, and as lines of a table or of a file."""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.listed import LATE_REPORT, MISSING_REPORT, Listed
from language import N_, Language, collation_key
from layouts.components import Children, choosing, nothing_mark
from layouts.quality_details import detail_text
from layouts.quality_kinds import kind_advice, kind_title

SHOWN = 100  # lines in the browser; the download has all
ORDER = (MISSING_REPORT, LATE_REPORT)


def chosen_lines(listed: Sequence[Listed], kind: str | None, area: str | None) -> list[Listed]:
    """The lines of a kind and a province, None being all: reports first, the newest on top."""
    found = [one for one in listed if kind in (None, one.kind) and area in (None, one.province)]
    return sorted(found, key=_order)


def _order(one: Listed) -> tuple:
    place = ORDER.index(one.kind) if one.kind in ORDER else len(ORDER)
    newest = -one.period_end.toordinal() if one.period_end else 0
    return place, newest, one.kind, one.measure_code, one.area_code, one.load_id or 0


def kind_bars(
    listed: Sequence[Listed], kind: str | None, lang: Language, *, everything: str = ""
) -> Component:
    """How many rows there are of each kind; each a button that keeps it alone, `everything` all again."""
    counts = Counter[str]()
    for one in listed:
        counts[one.kind] += one.count
    most = max(counts.values(), default=1)
    ordered = sorted(counts, key=lambda code: (-counts[code], collation_key(kind_title(code, lang))))
    rows = [
        html.Li(
            _bar(kind_title(code, lang), counts[code], most, kind == code, lang, kind=code),
        )
        for code in ordered
    ]
    total = sum(counts.values())
    whole = html.Li(_bar(lang("Tất cả"), total, 0, kind is None, lang, kind=everything))
    return html.Ul([whole, *rows] if everything else rows, className="bars")


def province_bars(listed: Sequence[Listed], area: str | None, lang: Language) -> Component:
    """How many rows there are of each province, by its name; each a button that keeps it alone."""
    counts = Counter[str]()
    names: dict[str, str] = {}
    for one in listed:
        if one.province:
            counts[one.province] += one.count
            names[one.province] = lang.pick(one.province_vi, one.province_en)
    most = max(counts.values(), default=1)
    ordered = sorted(counts, key=lambda code: (-counts[code], collation_key(names[code])))
    return html.Ul(
        [html.Li(_bar(names[code], counts[code], most, area == code, lang, area=code)) for code in ordered],
        className="bars",
    )


def _bar(name: str, count: int, most: int, pressed: bool, lang: Language, **parameters: str) -> Component:
    meter = html.Meter(min="0", max=str(most), value=str(count), className="bar", **{"aria-hidden": "true"})
    return html.Button(
        [
            html.Span(name, className="bar-name"),
            meter if most else html.Span(),
            html.Span(lang.number(count), className="number"),
        ],
        type="button",
        className="bar-row",
        **{"aria-pressed": "true" if pressed else "false"},
        **choosing(**parameters),
    )


def advice(kind: str | None, lang: Language) -> list[Component]:
    """What is to be done about the kind that is shown alone."""
    if kind is None:
        return []
    return [
        html.P(
            [html.Strong(lang("Cần làm gì: ")), html.Span(kind_advice(kind, lang))],
            className="quality-advice",
        )
    ]


def reports_table(lines: Sequence[Listed], lang: Language, shown: int = SHOWN) -> Component:
    """The reports that came late or not at all."""
    rows = [
        html.Tr(
            [
                html.Th(_measure(one, lang), scope="row"),
                html.Td(_area(one, lang)),
                html.Td(lang.date(one.period_end)),
                html.Td(lang.date(one.due)),
                html.Td(
                    _late(one, lang) if one.reported_on else html.Strong(lang("chưa có"), className="lacking")
                ),
            ]
        )
        for one in lines[:shown]
    ]
    head = (N_("Số đo"), N_("Địa bàn"), N_("Kỳ đến ngày"), N_("Hạn báo cáo"), N_("Ngày báo cáo"))
    return table([lang(text) for text in head], rows, lang("Báo cáo thiếu, muộn"))


def _late(one: Listed, lang: Language) -> Children:
    days = (one.reported_on - one.due).days if one.reported_on and one.due else 0
    return [
        html.Span(lang.date(one.reported_on)),
        html.Span(lang.plural("muộn {n} ngày", days), className="cell-note"),
    ]


def faults_table(lines: Sequence[Listed], lang: Language, shown: int = SHOWN) -> Component:
    """The rows that are left out, each with its reason."""
    rows = [
        html.Tr(
            [
                html.Th(kind_title(one.kind, lang), scope="row"),
                html.Td(_measure(one, lang)),
                html.Td(_area(one, lang)),
                html.Td(
                    lang.date(one.period_end)
                    if one.period_end
                    else nothing_mark(lang("không gắn với kỳ nào"))
                ),
                html.Td(load_number(one.load_id, lang), className="number"),
                html.Td(lang.number(one.count), className="number"),
                html.Td(detail(one, lang)),
            ]
        )
        for one in lines[:shown]
    ]
    head = (
        N_("Lý do"),
        N_("Số đo"),
        N_("Địa bàn"),
        N_("Kỳ đến ngày"),
        N_("Lần nạp"),
        N_("Số dòng"),
        N_("Chi tiết"),
    )
    return table([lang(text) for text in head], rows, lang("Dòng bị loại"), (4, 5), "faults")


def detail(one: Listed, lang: Language) -> Children:
    """The detail of a line in the reader's language, or as the check wrote it."""
    text = detail_text(one.detail, lang)
    return html.Code(one.detail, className="quiet") if text is None else text


def cut_note(count: int, lang: Language, shown: int = SHOWN) -> list[Component]:
    """That only the first lines are shown, where there are more."""
    if count <= shown:
        return []
    said = lang(
        "Hiện {shown} dòng đầu trong {all}; danh sách tải về có đủ.",
        shown=lang.number(shown),
        all=lang.number(count),
    )
    return [html.P(said, className="quiet")]


def table(
    head: Sequence[str],
    rows: Sequence[Component],
    caption: str,
    numbers: Sequence[int] = (),
    class_name: str = "",
) -> Component:
    """A table that scrolls sideways by itself where it is too wide; `numbers` are the places of numbers."""
    return html.Div(
        html.Table(
            [
                html.Caption(caption, className="visually-hidden"),
                html.Thead(
                    html.Tr(
                        [
                            html.Th(text, scope="col", className="number" if place in numbers else "")
                            for place, text in enumerate(head)
                        ]
                    )
                ),
                html.Tbody(list(rows)),
            ]
        ),
        className=f"table-scroll {class_name}".strip(),
        tabIndex="0",
        role="region",
        **{"aria-label": caption},
    )


def load_number(load: int | None, lang: Language) -> Children:
    """The number of a load, where there is one."""
    return nothing_mark(lang("không gắn với lần nạp nào")) if load is None else str(load)


def _measure(one: Listed, lang: Language) -> Children:
    return lang.pick(one.measure_vi, one.measure_en) or nothing_mark(lang("không gắn với số đo nào"))


def _area(one: Listed, lang: Language) -> Children:
    """The area, and its province of today where that is another one."""
    own, province = lang.pick(one.area_vi, one.area_en), lang.pick(one.province_vi, one.province_en)
    named = ", ".join(dict.fromkeys(filter(None, (own, province))))
    return named or nothing_mark(lang("không gắn với địa bàn nào"))
