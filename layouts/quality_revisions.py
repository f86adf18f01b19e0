"""What changed between two loads: national values, and every figure that was replaced."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from charts.wording import stated
from indicators.catalogue import Catalogue
from indicators.loads import Changes, Revision
from indicators.model import Indicator, Value
from language import N_, Language
from layouts.choice import Choice
from layouts.components import hidden_mark, nothing, origin_button, status_mark
from layouts.links import INDICATOR, link
from layouts.quality_list import SHOWN, table
from layouts.term_notes import explained
from layouts.wording import name


def revisions_part(
    changes: Changes | None, measures: Mapping[str, str], catalogue: Catalogue, chosen: Choice
) -> list[Component]:
    """What later loads changed: national values then and now, and every figure that was replaced."""
    lang = chosen.language
    if changes is None:
        return [
            nothing(
                lang("Mới có một lần nạp, chưa có gì để so."),
                lang("Khi lần nạp sau được duyệt, trang tự so hai lần."),
            )
        ]
    parts: list[Component] = [
        html.P(
            lang(
                "So số liệu theo lần nạp {since} với lần nạp {until}. "
                "Muốn so với lần khác, chọn ở “Số liệu chốt”.",
                since=changes.since,
                until=changes.until if changes.until is not None else lang.missing,
            ),
            className="quiet",
        )
    ]
    parts += [html.H3(lang("Giá trị cả nước thay đổi")), *national_changes(changes, catalogue, chosen)]
    revised = html.H3(explained(lang("Số đã nạp được sửa"), lang, "revision"))
    parts += [revised, *_revisions(changes.revisions, measures, lang)]
    return parts


def national_changes(changes: Changes, catalogue: Catalogue, chosen: Choice) -> list[Component]:
    """The indicators whose national value came out otherwise, then and now."""
    lang = chosen.language
    known = [one for one in changes.national if one.indicator in catalogue]
    if not known:
        return [nothing(lang("Không chỉ số nào thay đổi ở cấp cả nước."), good=True)]
    rows = [
        html.Tr(
            [
                html.Th(
                    link(
                        f"{one.indicator} · {name(catalogue[one.indicator], lang)}",
                        INDICATOR,
                        chosen,
                        i=one.indicator,
                    ),
                    scope="row",
                ),
                html.Td(_value(one.before, catalogue[one.indicator], lang)),
                html.Td(
                    [
                        *_value(one.after, catalogue[one.indicator], lang),
                        origin_button(one.after, lang, short=True),
                    ]
                ),
            ]
        )
        for one in known
    ]
    head = [lang("Chỉ số"), lang("Trước"), lang("Sau")]
    return [table(head, rows, lang("Giá trị cả nước thay đổi"))]


def _value(value: Value, indicator: Indicator, lang: Language) -> list[Component]:
    return [
        html.Strong(stated(value, indicator, lang)),
        html.Span(lang.period(value.period), className="cell-note"),
        status_mark(value.status, lang),
    ]


def _revisions(revisions: Sequence[Revision], measures: Mapping[str, str], lang: Language) -> list[Component]:
    if not revisions:
        return [nothing(lang("Không số nào đã nạp bị thay bằng số khác."), good=True)]
    rows = [
        html.Tr(
            [
                html.Th(measures.get(one.measure_code, one.measure_code), scope="row"),
                html.Td(lang.pick(one.area_name, one.area_name_en)),
                html.Td(lang.date(one.period_end)),
                html.Td(_figure(one.before, one, lang), className="number"),
                html.Td(_figure(one.after, one, lang), className="number"),
                html.Td(f"{one.load_before} → {one.load_after}", className="number"),
            ]
        )
        for one in revisions[:SHOWN]
    ]
    head = (N_("Số đo"), N_("Địa bàn"), N_("Kỳ đến ngày"), N_("Trước"), N_("Sau"), N_("Lần nạp"))
    return [
        table([lang(text) for text in head], rows, lang("Số đã nạp được sửa"), numbers=(3, 4, 5)),
        *_first_of(len(revisions), lang),
    ]


def _figure(value: float | None, one: Revision, lang: Language) -> Component | str:
    return hidden_mark(lang) if one.suppressed else lang.number(value)


def _first_of(count: int, lang: Language) -> list[Component]:
    if count <= SHOWN:
        return []
    said = lang("Hiện {shown} dòng đầu trong {all}.", shown=lang.number(SHOWN), all=lang.number(count))
    return [html.P(said, className="quiet")]
