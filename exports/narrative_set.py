"""The whole set in sentences: how many stand how, what needs attention, what moved, how firm all of it is."""

from collections.abc import Callable, Iterable, Sequence

from charts.wording import amount
from exports.narrative import FROZEN, capital, sentence, when
from indicators.attention import Concern
from indicators.model import Indicator, Value
from indicators.province import Standing
from language import Language
from layouts.overview_attention import in_charge, why
from layouts.overview_counts import UNCOUNTED
from layouts.wording import distance, name

MANY = 3  # indicators that are named; of more only the codes


def title(indicator: Indicator, lang: Language) -> str:
    """How an indicator is named in a sentence."""
    return f"{name(indicator, lang)} ({indicator.code})"


def standing_of_set(said: str, period: str, lang: Language) -> str:
    """The headline of the counts, as of the end of the period."""
    return f"{capital(when(period, lang))}, {said[:1].lower()}{said[1:]}"


def concern(one: Concern, lang: Language) -> str:
    """What needs attention, why, and whose it is."""
    said = why(one, lang)
    return lang(
        "{indicator}: {why} Phụ trách: {charge}.",
        indicator=title(one.card.indicator, lang),
        why=said[:1].lower() + said[1:],
        charge=in_charge(one.card).removesuffix("."),
    )


def no_concern(lang: Language) -> str:
    """That nothing needs attention."""
    return lang("Không có chỉ tiêu nào xấu đi, quá hạn hoặc thiếu số liệu trong phần đang xem.")


def improved(found: Sequence[Standing], lang: Language) -> str:
    """What improved most within a year; says so where nothing did."""
    if not found:
        return lang("So với cùng kỳ năm trước, trong các tỷ lệ so sánh được không có tỷ lệ nào tiến bộ.")
    told = "; ".join(_moved(one, lang) for one in found)
    return lang("Tiến bộ nhiều nhất so với cùng kỳ năm trước: {found}.", found=told)


def slipped(found: Sequence[Standing], lang: Language) -> str:
    """What slipped most within a year; says so where nothing did."""
    if not found:
        return lang("So với cùng kỳ năm trước, trong các tỷ lệ so sánh được không có tỷ lệ nào giảm sút.")
    told = "; ".join(_moved(one, lang) for one in found)
    return lang("Giảm sút nhiều nhất so với cùng kỳ năm trước: {found}.", found=told)


def nothing_moved(lang: Language) -> str:
    """That nothing improved and nothing slipped, or nothing can be compared."""
    return lang(
        "Chưa có tỷ lệ nào so sánh được với cùng kỳ năm trước, hoặc các tỷ lệ so sánh được đều không đổi."
    )


def made_up(values: Sequence[Value], lang: Language) -> str:
    """That numbers are made up, and how many; nothing where none is."""
    known = [value for value in values if value.value is not None]
    count = sum(value.illustrative for value in known)
    if not count:
        return ""
    return lang.plural(
        "Số liệu minh họa, không dùng để báo cáo: {n} chỉ số (trên {total} chỉ số có số liệu).",
        count,
        total=lang.number(len(known), 0),
    )


def made_up_values(values: Sequence[Value], lang: Language) -> str:
    """That numbers of several areas are made up; nothing where none is."""
    known = [value for value in values if value.value is not None]
    count = sum(value.illustrative for value in known)
    if not count:
        return ""
    return lang.plural(
        "Số liệu minh họa, không dùng để báo cáo: {n} giá trị (trên {total} giá trị).",
        count,
        total=lang.number(len(known), 0),
    )


def provisional_values(values: Sequence[Value], lang: Language) -> str:
    """How many numbers of several areas are not firm yet."""
    weak = sum(value.value is not None and (value.provisional or value.preliminary) for value in values)
    return lang.plural("{n} giá trị là số tạm tính hoặc sơ bộ.", weak) if weak else ""


def preliminary(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """Whose numbers are preliminary, and may still change."""
    return _those(
        values,
        lambda value: value.preliminary and value.value is not None,
        lambda n: lang.plural("{n} chỉ số dùng số sơ bộ, còn có thể thay đổi", n),
        lang,
    )


def provisional(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """Whose numbers rest on too few reports."""
    return _those(
        values,
        lambda value: value.provisional and value.value is not None,
        lambda n: lang.plural("{n} chỉ số là số tạm tính vì chưa đủ địa bàn báo cáo", n),
        lang,
    )


def missing(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """What nobody knows; what does not apply any more is not missing."""
    return _those(
        values,
        lambda value: (
            value.value is None
            and not value.suppressed
            and not value.unknown
            and value.status != "not_applicable"
        ),
        lambda n: lang.plural("{n} chỉ số chưa có số liệu của kỳ này", n),
        lang,
    )


def judged_earlier(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """Whose status rests on an earlier value, for want of one in the period."""
    return _those(
        values,
        lambda value: (
            value.value is None and value.judged_on is not None and value.status not in (*FROZEN, *UNCOUNTED)
        ),
        lambda n: lang.plural("Trạng thái của {n} chỉ tiêu dựa trên số liệu của kỳ trước", n),
        lang,
    )


def hidden(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """What is known and not told."""
    return _those(
        values,
        lambda value: value.suppressed,
        lambda n: lang.plural("{n} chỉ số được ẩn để bảo vệ thông tin cá nhân", n),
        lang,
    )


def stale(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """Whose numbers are older than they may be."""
    return _those(
        values,
        lambda value: value.stale,
        lambda n: lang.plural("{n} chỉ số chỉ có số liệu đã cũ", n),
        lang,
    )


def provisional_baselines(values: Sequence[Value], lang: Language) -> str:
    """How many paces are measured from the first observation, for want of a baseline in the plan."""
    count = sum(value.baseline_provisional and value.status not in UNCOUNTED for value in values)
    if not count:
        return ""
    return lang.plural(
        "Tiến độ của {n} chỉ tiêu tính từ mốc gốc tạm (lần đo đầu tiên), vì kế hoạch không nêu mốc gốc.",
        count,
    )


def ended(values: Sequence[tuple[Indicator, Value]], lang: Language) -> str:
    """What does not apply any more."""
    return _those(
        values,
        lambda value: value.status == "not_applicable",
        lambda n: lang.plural("{n} chỉ số không còn áp dụng, không tính vào số nào", n),
        lang,
    )


def _those(
    values: Sequence[tuple[Indicator, Value]],
    holds: Callable[[Value], bool],
    head: Callable[[int], str],
    lang: Language,
) -> str:
    """How many indicators something holds for, and which; nothing where it holds for none."""
    found = [indicator for indicator, value in values if holds(value)]
    if not found:
        return ""
    few = len(found) <= MANY
    named = [title(one, lang) if few else one.code for one in found]
    return sentence(head(len(found)), [("; " if few else ", ").join(named)])


def _moved(one: Standing, lang: Language) -> str:
    """A change with both values and their periods."""
    assert one.before is not None
    assert one.change is not None
    by = distance(one.change, one.indicator, lang)
    told = {
        "indicator": title(one.indicator, lang),
        "by": by,
        "before": amount(one.before.value, one.indicator, lang),
        "now": amount(one.value.value, one.indicator, lang),
    }
    if one.change > 0:
        return lang("{indicator} tăng {by}, từ {before} lên {now}", **told)
    return lang("{indicator} giảm {by}, từ {before} xuống {now}", **told)


def paragraph(sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences that there are."""
    return tuple(one for one in sentences if one)
