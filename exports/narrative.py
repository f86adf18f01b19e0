"""One indicator in one area, in sentences made from its numbers by rules: level, change, pace, outlook.

Nothing is said that the numbers don't carry: a clause that they don't allow is left out, or says why. Clauses
begin with a small letter and end without a stop; `sentence` puts them together.
"""

from collections.abc import Iterable

from charts.statuses import ALL_STATUSES
from charts.wording import UNKNOWN_ON_63, amount, difference, parts, rounded_limit, survey_limits
from indicators.model import COUNTRY, Indicator, Value
from indicators.ranking import change_ranking
from language import N_, Language
from layouts.ranking import REASON_WORDS
from layouts.wording import area_name, distance

# How a value stands to its target, after "cả nước đạt 62,5%".
VERDICTS = {
    "achieved": N_("đã đạt chỉ tiêu {target} đề ra cho năm {year}"),
    "achieved_late": N_("không đạt chỉ tiêu {target} đúng hạn {deadline}, đạt sau hạn ({judged})"),
    "missed": N_("không đạt chỉ tiêu {target}: đến hạn {deadline} mới đạt {judged}, còn thiếu {short}"),
    "awaiting": N_("đã hết hạn {deadline} nhưng chưa có số liệu tại hạn để kết luận về chỉ tiêu {target}"),
    "slipped": N_("từng đạt chỉ tiêu {target} của năm {year}, nay không còn đạt, còn thiếu {gap}"),
    "no_baseline": N_(
        "còn thiếu {gap} so với chỉ tiêu {target} của năm {year}; mới có một lần đo nên chưa đánh giá "
        "được tiến độ, bình quân mỗi năm cần {needed}"
    ),
    "too_early": N_(
        "còn thiếu {gap} so với chỉ tiêu {target} của năm {year}; còn quá sớm để đánh giá tiến độ"
    ),
    "on_track": N_("đúng tiến độ, còn thiếu {gap} so với chỉ tiêu {target} của năm {year}"),
    "accelerate": N_(
        "cần tăng tốc: nhịp độ mới bằng {pace} mức cần có để đạt chỉ tiêu {target} vào năm {year}, "
        "còn thiếu {gap}, bình quân mỗi năm cần {needed}"
    ),
    "behind": N_(
        "chậm tiến độ: nhịp độ mới bằng {pace} mức cần có để đạt chỉ tiêu {target} vào năm {year}, "
        "còn thiếu {gap}, bình quân mỗi năm cần {needed}"
    ),
    "reversing": N_(
        "thụt lùi so với mốc gốc {baseline}, còn thiếu {gap} so với chỉ tiêu {target} của năm {year}, "
        "bình quân mỗi năm cần {needed}"
    ),
}
# The same where less is better: what is over the target is not "missing".
FALLING_VERDICTS = {
    "missed": N_("không đạt chỉ tiêu {target}: đến hạn {deadline} còn ở mức {judged}, cao hơn {short}"),
    "slipped": N_("từng đạt chỉ tiêu {target} của năm {year}, nay không còn đạt, cao hơn {gap}"),
    "no_baseline": N_(
        "cao hơn chỉ tiêu {target} của năm {year} là {gap}; mới có một lần đo nên chưa đánh giá được "
        "tiến độ, bình quân mỗi năm cần {needed}"
    ),
    "too_early": N_("cao hơn chỉ tiêu {target} của năm {year} là {gap}; còn quá sớm để đánh giá tiến độ"),
    "on_track": N_("đúng tiến độ, cao hơn chỉ tiêu {target} của năm {year} là {gap}"),
    "accelerate": N_(
        "cần tăng tốc: nhịp độ mới bằng {pace} mức cần có để đạt chỉ tiêu {target} vào năm {year}, "
        "cao hơn {gap}, bình quân mỗi năm cần {needed}"
    ),
    "behind": N_(
        "chậm tiến độ: nhịp độ mới bằng {pace} mức cần có để đạt chỉ tiêu {target} vào năm {year}, "
        "cao hơn {gap}, bình quân mỗi năm cần {needed}"
    ),
    "reversing": N_(
        "thụt lùi so với mốc gốc {baseline}, cao hơn chỉ tiêu {target} của năm {year} là {gap}, "
        "bình quân mỗi năm cần {needed}"
    ),
}
CHANCE = "chance"  # a survey's values that lie within the error of its sample
FROZEN = ("achieved", "achieved_late", "missed", "awaiting")  # judged at the deadline, known without a value


def sentence(name: str, clauses: Iterable[str]) -> str:
    """The clauses that there are as one sentence, after the name of what it is about."""
    said = "; ".join(clause for clause in clauses if clause)
    return f"{name}: {said.removesuffix('.')}." if said else ""


def capital(text: str) -> str:
    """The text as a sentence begins; nothing else in it changes.

    >>> capital("đến hết quý III")
    'Đến hết quý III'
    """
    return text[:1].upper() + text[1:]


def period_inside(period: str, lang: Language) -> str:
    """A period as it is written inside a sentence: "quý III/2026", "the first nine months of 2026"."""
    said = lang.period(period)
    if lang.code == "vi":
        return said[:1].lower() + said[1:]
    return f"the {said[:1].lower()}{said[1:]}" if said.startswith(("First", "Second")) else said


def when(period: str, lang: Language, *, flow: bool = False) -> str:
    """As of when a value is: a stock at the end of its period, a flow within it."""
    said = period_inside(period, lang)
    return lang("trong {period}", period=said) if flow else lang("đến hết {period}", period=said)


def level(value: Value, indicator: Indicator, lang: Language, *, flow: bool = False) -> str:
    """How much there is, of how much, and how firm that is; why there is no number where there is none."""
    told = {"when": when(value.period, lang, flow=flow), "area": area_name(value, lang)}
    if value.status == "not_applicable":
        why = lang.pick(indicator.ended_because_vi, indicator.ended_because_en).removesuffix(".")
        said = lang("không áp dụng")
        return f"{said} ({why[:1].lower()}{why[1:]})" if why else said
    if value.suppressed:
        return lang("{when}, số liệu của {area} được ẩn để bảo vệ thông tin cá nhân", **told)
    if value.unknown:
        reason = lang(UNKNOWN_ON_63[value.unknown])
        return lang("{when}, {area} không xác định được theo 63 tỉnh: {reason}", reason=reason, **told)
    if value.value is None:
        return lang("{when}, {area} chưa có số liệu", **told)
    written = amount(value.value, indicator, lang)
    if behind := "; ".join((*filter(None, [parts(value, lang)]), *firmness(value, indicator, lang))):
        written = f"{written} ({behind})"
    if indicator.kind == "count":
        return lang("{when}, {area} có {amount}", amount=written, **told)
    if indicator.targets:  # "reached" would judge a number that nobody asked for
        return lang("{when}, {area} đạt {amount}", amount=written, **told)
    return lang("{when}, {area} là {amount}", amount=written, **told)


def firmness(value: Value, indicator: Indicator, lang: Language) -> list[str]:
    """What must be known before a number is quoted: provisional, preliminary, from a sample, old, made up."""
    share = lang.missing if value.coverage is None else lang.percent(100 * value.coverage, 0)
    limits = survey_limits(value.numerator, value.denominator, indicator, lang)
    return [
        *([lang("tạm tính, độ phủ {share}", share=share)] if value.provisional else []),
        *([lang("số sơ bộ")] if value.preliminary else []),
        *([lang("khoảng tin cậy 95%: {limits}", limits=limits)] if limits else []),
        *([lang("số liệu đã cũ")] if value.stale else []),
        *([lang("số liệu minh họa")] if value.illustrative else []),
    ]


def moved(
    before: Value | None, value: Value, indicator: Indicator, min_denominator: int
) -> float | str | None:
    """How far a value has moved in a year, or the reason why that can't be told; None where there is none.

    Two values can be compared by the rule of the ranking by change. For the country small denominators count:
    all are there, and nobody is ranked. A survey's values have moved only where their intervals don't meet.
    """
    if value.value is None or value.suppressed or value.status == "not_applicable":
        return None
    minimum = 0 if value.area_code == COUNTRY else min_denominator
    earlier = {} if before is None else {value.area_code: before}
    found = change_ranking([value], earlier, indicator, minimum)
    if found.unranked:
        return found.unranked[0].reason
    return CHANCE if before is not None and _may_be_chance(before, value) else found.ranked[0].amount


def change(
    before: Value | None, value: Value, indicator: Indicator, lang: Language, min_denominator: int
) -> str:
    """How far a value has moved in a year; no movement is claimed where the two can't be compared."""
    by = moved(before, value, indicator, min_denominator)
    if by is None:
        return ""
    if by == CHANCE:
        return lang("chênh lệch so với cùng kỳ năm trước nằm trong sai số điều tra")
    if isinstance(by, str):
        reason = lang(REASON_WORDS[by], minimum=min_denominator)
        return lang("chưa so được với cùng kỳ năm trước ({reason})", reason=reason)
    if shown_as_zero(by, indicator, lang):
        return lang("không đổi so với cùng kỳ năm trước")
    amount_moved = distance(by, indicator, lang)
    if by > 0:
        return lang("tăng {by} so với cùng kỳ năm trước", by=amount_moved)
    return lang("giảm {by} so với cùng kỳ năm trước", by=amount_moved)


def short_change(
    before: Value | None, value: Value, indicator: Indicator, lang: Language, min_denominator: int
) -> str:
    """The same in a cell of a table: the difference with its sign, or why there is none."""
    by = moved(before, value, indicator, min_denominator)
    if by is None:
        return "–"
    if by == CHANCE:
        return lang("trong sai số điều tra")
    if isinstance(by, str):
        return lang(REASON_WORDS[by], minimum=min_denominator)
    return lang("không đổi") if shown_as_zero(by, indicator, lang) else difference(by, indicator, lang)


def verdict(value: Value, indicator: Indicator, lang: Language) -> str:
    """How a value stands to its target, in the words of its status; nothing where there is none to reach."""
    if value.status not in VERDICTS or value.target is None or value.deadline is None or value.suppressed:
        return ""
    if value.value is None and value.status not in FROZEN:
        return _judged_before(value, indicator, lang)
    falling = FALLING_VERDICTS if indicator.direction == "down" else {}
    said = lang(
        falling.get(value.status, VERDICTS[value.status]),
        target=rounded_limit(value.target, indicator, lang),
        year=value.deadline.year,
        deadline=lang.date(value.deadline),
        judged=_judged(value, indicator, lang),
        short=_apart(value.target, value.judged_value, indicator, lang),
        gap=_apart(value.target, value.value, indicator, lang),
        pace="" if value.pace is None else lang.percent(100 * value.pace, 0),
        needed=needed(value, indicator, lang),
        baseline=amount(value.baseline, indicator, lang),
    )
    if value.status == "achieved" and _fell_since(value, indicator):
        then = amount(value.judged_value, indicator, lang)
        at_it = lang("khi hết hạn {deadline} đạt {judged}", deadline=lang.date(value.deadline), judged=then)
        return f"{said} ({at_it})"
    return said


def needed(value: Value, indicator: Indicator, lang: Language) -> str:
    """What has to be added or taken off each year to reach the target."""
    if value.required_per_year is None:
        return lang.missing
    by = distance(value.required_per_year, indicator, lang)
    return lang("tăng {by}", by=by) if value.required_per_year > 0 else lang("giảm {by}", by=by)


def baseline(value: Value, indicator: Indicator, lang: Language) -> str:
    """From which provisional baseline the pace is measured; nothing where the plan states one, or no pace."""
    if not value.baseline_provisional or value.baseline is None or value.value is None or value.suppressed:
        return ""
    return lang(
        "tiến độ tính từ mốc gốc tạm {baseline} ngày {day}",
        baseline=amount(value.baseline, indicator, lang),
        day=lang.date(value.baseline_date),
    )


def firmness_of_many(values: Iterable[Value], lang: Language) -> str:
    """What must be known before anything is quoted of a comparison; provisional values have no rank in it."""
    shown = [value for value in values if value.value is not None and not value.suppressed]
    said = [
        lang("có số sơ bộ") if any(value.preliminary for value in shown) else "",
        lang("số liệu minh họa") if any(value.illustrative for value in shown) else "",
    ]
    return ", ".join(filter(None, said))


def shown_as_zero(number: float, indicator: Indicator, lang: Language) -> bool:
    """Whether a difference disappears in the digits that it is written with."""
    return distance(number, indicator, lang) == distance(0.0, indicator, lang)


def _judged_before(value: Value, indicator: Indicator, lang: Language) -> str:
    """The status that an earlier period's value gives to one that has none itself."""
    if value.judged_value is None or value.judged_on is None:
        return ""
    return lang(
        "trạng thái “{status}” là theo số liệu đến {day} ({judged})",
        status=lang(ALL_STATUSES[value.status].word),
        day=lang.date(value.judged_on),
        judged=amount(value.judged_value, indicator, lang),
    )


def _judged(value: Value, indicator: Indicator, lang: Language) -> str:
    """What decided the status; of a target met late with its day."""
    said = amount(value.judged_value, indicator, lang)
    if value.status != "achieved_late" or value.judged_on is None:
        return said
    return lang("{amount} ngày {day}", amount=said, day=lang.date(value.judged_on))


def _apart(target: float | None, number: float | None, indicator: Indicator, lang: Language) -> str:
    return lang.missing if target is None or number is None else distance(target - number, indicator, lang)


def _fell_since(value: Value, indicator: Indicator) -> bool:
    """Whether a value that met its target at the deadline would not meet it now."""
    if value.value is None or value.target is None or value.judged_value is None:
        return False
    short = value.target - value.value
    return short > 0 if indicator.direction == "up" else short < 0


def _may_be_chance(before: Value, value: Value) -> bool:
    now, then = value.interval, before.interval
    if now is None or then is None:
        return False
    return now[0] <= then[1] and then[0] <= now[1]
