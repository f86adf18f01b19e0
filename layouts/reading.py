"""The sentence that reads the numbers out, made from them and from nothing else."""

from collections import Counter

from charts.statuses import ALL_STATUSES
from charts.wording import UNKNOWN_ON_63, amount, parts, rounded_limit
from indicators.model import Indicator, Value, ValueTable
from language import N_, Language
from layouts.wording import area_name, distance

JUDGED = ("achieved", "achieved_late", "on_track", "accelerate", "behind", "reversing", "slipped", "missed")
GOOD = ("achieved", "achieved_late", "on_track")
FINAL = ("achieved", "achieved_late", "missed", "awaiting")

# What follows "Quý III/2026, cả nước đạt 54,3% (16.610/30.591)", by status.
VERDICTS = {
    "achieved": N_("đã đạt chỉ tiêu {target} của năm {year}"),
    "achieved_late": N_("lỡ hạn {deadline} nhưng nay đã đạt chỉ tiêu {target}"),
    "missed": N_("không đạt chỉ tiêu {target}: khi hết hạn {deadline} mới được {judged}"),
    "awaiting": N_("đã hết hạn {deadline} nhưng chưa có số liệu tại hạn để kết luận về chỉ tiêu {target}"),
    "slipped": N_("từng đạt chỉ tiêu {target} nhưng nay đã giảm, còn thiếu {gap}"),
    "no_baseline": N_(
        "còn {gap} nữa mới tới chỉ tiêu {target} năm {year}; mới có một lần đo nên chưa đánh giá được tiến độ"
    ),
    "too_early": N_("còn {gap} nữa mới tới chỉ tiêu {target} năm {year}; còn quá sớm để đánh giá tiến độ"),
    "on_track": N_("còn {gap} nữa mới tới chỉ tiêu {target} năm {year} và đang đúng tiến độ"),
    "accelerate": N_(
        "còn {gap} nữa mới tới chỉ tiêu {target} năm {year}; "
        "cần tăng tốc: mới đi được {pace} quãng đường lẽ ra đã đi"
    ),
    "behind": N_(
        "còn {gap} nữa mới tới chỉ tiêu {target} năm {year}; "
        "chậm tiến độ: mới đi được {pace} quãng đường lẽ ra đã đi"
    ),
    "reversing": N_(
        "còn {gap} nữa mới tới chỉ tiêu {target} năm {year} và đang thụt lùi so với mốc gốc {baseline}"
    ),
}


def reading(table: ValueTable, indicator: Indicator, lang: Language) -> str:
    """One sentence on the country: the value, how it stands to the target, and how many provinces do well."""
    if indicator.kind == "milestone":
        return _milestone_reading(table.national, lang)
    sentence = area_reading(table.national, indicator, lang)
    counts = Counter(value.status for value in table.values)
    judged = sum(counts[status] for status in JUDGED)
    if table.national.status == "not_applicable" or not judged:
        return sentence
    good = sum(counts[status] for status in GOOD)
    tail = lang("{good}/{judged} tỉnh, thành phố đã đạt hoặc đúng tiến độ", good=good, judged=judged)
    return f"{sentence.removesuffix('.')}; {tail}."


def _milestone_reading(value: Value, lang: Language) -> str:
    """How far the country has come with a milestone: how many provinces, or the state of the one body."""
    period, of = lang.period(value.period), parts(value, lang)
    if value.denominator is None or value.denominator <= 1:
        word = lang(ALL_STATUSES[value.status].word).lower()
        return lang(
            "{period}: {state}; hạn {deadline}.",
            period=period,
            state=word,
            deadline=lang.date(value.deadline),
        )
    return lang(
        "{period}: {done} tỉnh, thành phố đã hoàn thành; hạn {deadline}.",
        period=period,
        done=of,
        deadline=lang.date(value.deadline),
    )


def area_reading(value: Value, indicator: Indicator, lang: Language) -> str:
    """One sentence on one area: its value, how it stands to the target, and what the value rests on."""
    period, area = lang.period(value.period), area_name(value, lang)
    if value.status == "not_applicable":
        why = lang.pick(indicator.ended_because_vi, indicator.ended_because_en)
        return lang("{period}: không áp dụng. {why}", period=period, why=why).strip()
    if value.unknown:
        reason = lang(UNKNOWN_ON_63[value.unknown])
        head = lang(
            "{period}, {area} không xác định được theo 63 tỉnh: {reason}",
            period=period,
            area=area,
            reason=reason,
        )
    elif value.value is None:
        head = lang("{period}, {area} chưa có số liệu", period=period, area=area)
    else:
        behind = "; ".join(filter(None, (parts(value, lang), _provisional(value, lang))))
        written = amount(value.value, indicator, lang) + (f" ({behind})" if behind else "")
        head = lang(  # "reaches" would judge a number that has no target
            "{period}, {area} đạt {amount}" if indicator.targets else "{period}, {area} là {amount}",
            period=period,
            area=area,
            amount=written,
        )
    verdict = _verdict(value, indicator, lang)
    return (f"{head}, {verdict}" if verdict else head) + "."


def _provisional(value: Value, lang: Language) -> str:
    """How little a provisional value rests on; empty for one that is complete enough."""
    if not value.provisional:
        return ""
    share = lang.percent(100 * (value.coverage or 0), 0)
    return lang("số tạm tính: mới có {share} địa bàn báo cáo", share=share)


def _verdict(value: Value, indicator: Indicator, lang: Language) -> str:
    """How a value stands to its target in words; empty where there is nothing to judge."""
    if value.status not in VERDICTS or value.target is None or value.deadline is None:
        return ""
    if value.value is None and value.status not in FINAL:
        return ""
    return lang(
        VERDICTS[value.status],
        target=rounded_limit(value.target, indicator, lang),
        year=value.deadline.year,
        deadline=lang.date(value.deadline),
        judged=amount(value.judged_value, indicator, lang),
        gap="" if value.gap is None else distance(value.gap, indicator, lang),
        pace="" if value.pace is None else lang.percent(100 * value.pace, 0),
        baseline="" if value.baseline is None else amount(value.baseline, indicator, lang),
    )
