"""The definitions of indicators as a table: what is counted, what asks for it, who answers for it."""

from collections.abc import Iterable

from exports.captions import Circumstances, caption
from exports.cells import AnyCell, table
from exports.report import Column, Table
from indicators.model import Indicator, Target
from indicators.pillars import PILLARS
from language import Language
from layouts.indicator_definition import CYCLES, DIRECTIONS, LEVELS
from layouts.origin import FORMULAS


def definitions(indicators: Iterable[Indicator], around: Circumstances) -> Table:
    """A row for each indicator, in the order given."""
    lang = around.lang
    columns = [
        Column(lang("Mã chỉ số"), code="indicator"),
        Column(lang("Tên"), code="name"),
        Column(lang("Trụ cột"), code="pillar"),
        Column(lang("Đơn vị"), code="unit"),
        Column(lang("Cách tính"), code="formula"),
        Column(lang("Tử số"), code="numerator_measures"),
        Column(lang("Mẫu số"), code="denominator_measures"),
        Column(lang("Chiều đánh giá"), code="direction"),
        Column(lang("Chu kỳ báo cáo"), code="cycle"),
        Column(lang("Cấp báo cáo"), code="level"),
        Column(lang("Chỉ tiêu"), code="targets"),
        Column(lang("Văn bản"), code="decision"),
        Column(lang("Điều khoản"), code="clause"),
        Column(lang("Chịu trách nhiệm hiện nay"), code="responsible"),
        Column(lang("Điểm chưa thống nhất"), code="disputed"),
        Column(lang("Người kiểm tra"), code="checked_by"),
    ]
    shown = caption(lang("Định nghĩa và nguồn"), around)
    return table("definitions", shown, columns, [_row(one, lang) for one in indicators])


def _row(indicator: Indicator, lang: Language) -> list[AnyCell]:
    pillar = next((one for one in PILLARS if one.code == indicator.pillar), None)
    return [
        indicator.code,
        lang.pick(indicator.name_vi, indicator.name_en),
        lang.pick(pillar.name_vi, pillar.name_en) if pillar else indicator.pillar,
        lang(indicator.unit) if indicator.unit else "",
        lang(FORMULAS[indicator.kind]),
        " + ".join(indicator.numerator),
        " + ".join(indicator.denominator),
        lang(DIRECTIONS[indicator.direction]),
        lang(CYCLES[indicator.cycle]),
        lang(LEVELS[indicator.level]),
        "; ".join(_target(one, lang) for one in indicator.targets),
        indicator.decision,
        indicator.clause,
        indicator.responsible_now,
        lang.pick(indicator.disputed_vi, indicator.disputed_en),
        indicator.review.checked_by or lang("chưa ai kiểm tra"),
    ]


def _target(target: Target, lang: Language) -> str:
    sign = {">=": "≥", "<=": "≤", "=": "="}[target.operator]
    return f"{sign} {lang.number(target.value)} ({lang.date(target.date)}; {target.legal_basis})"
