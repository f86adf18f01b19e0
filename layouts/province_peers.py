"""The provinces that one is compared with: who they are, by what, how far from it, how they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from indicators.peers import Features, Peers
from language import N_, Language
from layouts.breadcrumbs import carried
from layouts.choice import Choice
from layouts.components import Children, nothing, nothing_mark, segment
from layouts.export_menu import exportable
from layouts.links import COMPARE, link
from layouts.province_head import MOST_COMPARED
from layouts.province_view import GROUP_WORDS, OWN_GROUP, ProvinceView, province_link
from layouts.tables import data_table, row
from layouts.term_notes import explained

FEATURE_WORDS = {
    "minority_share": N_("tỷ lệ người dân tộc thiểu số"),
    "zone_communes": N_("số xã khu vực I–III"),
    "population": N_("dân số"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """What the panel rests on: the distances, the former regions, and how many targets each stands well with.

    `well` has (well, counted) by code, the province itself among them.
    """

    peers: Peers
    regions: Sequence[tuple[str, str]]
    well: Mapping[str, tuple[int, int]]


def group_buttons(chosen: Choice) -> Component:
    """Which group is compared with; the reader's own has a button while it is chosen."""
    lang, current = chosen.language, chosen.group or "peers"
    buttons = [
        segment(lang(word), current == code, group="" if code == "peers" else code)
        for code, word in GROUP_WORDS.items()
    ]
    if current not in GROUP_WORDS:
        buttons.append(segment(lang(OWN_GROUP), True, group=current))
    label = lang("Nhóm so sánh")
    return html.Div(buttons, className="segments", role="group", **{"aria-label": label})


def peers_table(view: ProvinceView, group: Group) -> list[Component]:
    """The province and its group, the nearest first, with what they are compared by."""
    lang, found = view.choice.language, group.peers
    distances = {one.features.area_code: one.distance for one in found.others}
    known = {
        one.area_code: one for one in (found.own, *(peer.features for peer in found.others), *found.left_out)
    }
    codes = sorted(view.group, key=lambda code: (distances.get(code, float("inf")), code))
    if not codes:
        return [nothing(*_nobody(found, lang))]
    columns = [
        (lang("Tỉnh, thành phố"), ""),
        (lang("Khoảng cách"), "number"),
        (lang("Người dân tộc thiểu số"), "number"),
        (explained(lang("Xã khu vực I–III"), lang, "zone"), "number"),
        (lang("Dân số"), "number"),
        (lang("Đạt hoặc đúng tiến độ"), "number"),
    ]
    rows = [
        _row(view, group, view.area, known.get(view.area), 0.0),
        *(_row(view, group, code, known.get(code), distances.get(code)) for code in codes),
    ]
    caption = lang("Nhóm so sánh của {name}", name=view.name)
    return [
        html.Div(exportable("peers", lang, picture=False, what=caption), className="export-row"),
        data_table(caption, columns, rows, hidden_caption=True),
        *_note(view, group),
        html.P(_compare(view, codes), className="ways"),
    ]


def _row(
    view: ProvinceView, group: Group, code: str, features: Features | None, distance: float | None
) -> Component:
    lang, own = view.choice.language, code == view.area
    well = group.well.get(code)
    cells: list[tuple[Children, str]] = [
        (_distance(distance, lang, own=own), "number"),
        (_known(features.minority_share if features else None, lang, percent=True), "number"),
        (_known(features.zone_communes if features else None, lang), "number"),
        (_known(features.population if features else None, lang), "number"),
        (
            f"{lang.number(well[0], 0)}/{lang.number(well[1], 0)}"
            if well
            else nothing_mark(lang("không có chỉ tiêu để đếm")),
            "number",
        ),
    ]
    name = html.Strong(view.name) if own else province_link(view.name_of(code), code, view.choice)
    return row(name, *cells, current=own)


def _known(number: float | None, lang: Language, *, percent: bool = False) -> str:
    if number is None:
        return lang.missing
    return lang.percent(number) if percent else lang.number(number, 0)


def _distance(distance: float | None, lang: Language, *, own: bool) -> Children:
    """How unlike a province is; the one looked at has no distance, nor has one that lacks a feature."""
    if own or distance is None:
        return nothing_mark(lang("tỉnh đang xem") if own else lang("thiếu ít nhất một đặc điểm"))
    return lang.number(distance, 2)


def _nobody(found: Peers, lang: Language) -> tuple[str, str]:
    """Why there is nobody to compare with, and what to do."""
    if not found.own.missing:
        return lang("Nhóm này không có tỉnh nào."), lang("Chọn nhóm khác ở trên, hoặc tự chọn nhóm.")
    lacking = ", ".join(lang(FEATURE_WORDS[one]) for one in found.own.missing)
    return (
        lang("Chưa so được với tỉnh nào: tỉnh này chưa có {lacking}.", lacking=lacking),
        lang("Tự chọn nhóm ở trên để so ngay; khi kho có đủ các số ấy thì nhóm tương đồng tự hiện."),
    )


def _note(view: ProvinceView, group: Group) -> list[Component]:
    """By what the distance is taken, over whom, and who is left out for want of a feature."""
    lang, found = view.choice.language, group.peers
    notes = []
    if view.choice.group == "region":
        named = "; ".join(lang.pick(*region) for region in group.regions)
        notes.append(
            lang(
                "Vùng kinh tế – xã hội trước khi sáp nhập (Nghị quyết 81/2023/QH15): {regions}. "
                "Tỉnh hợp nhất thuộc mọi vùng có tỉnh cũ của mình.",
                regions=named,
            )
        )
    if not found.own.missing:
        when = lang.period(found.census) if found.census else lang.missing
        notes.append(
            lang(
                "Khoảng cách Ơ-clit của ba đặc điểm đã chuẩn hóa trên {n} tỉnh, dân số theo thang lô-ga-rít: "
                "càng nhỏ càng giống. Dân số và tỷ lệ người dân tộc thiểu số: {when}.",
                n=found.compared,
                when=when,
            )
        )
    left_out = [one for one in found.left_out if one.area_code != view.area]
    if left_out:
        names = ", ".join(lang.pick(one.area_name, one.area_name_en) for one in left_out)
        notes.append(lang("Không so được khoảng cách vì thiếu ít nhất một đặc điểm: {names}.", names=names))
    return [html.P(text, className="quiet") for text in notes]


def _compare(view: ProvinceView, codes: Sequence[str]) -> Component:
    areas = (view.area, *codes)[:MOST_COMPARED]
    text = view.choice.language.plural("So sánh {n} tỉnh trên một biểu đồ", len(areas))
    return link(f"{text} ›", COMPARE, view.choice, "", areas=",".join(areas), **carried(view.choice))
