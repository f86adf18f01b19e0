"""The values of an indicator as words and numbers, in the reader's language."""

from charts.statuses import ALL_STATUSES
from indicators.composition import Composition
from indicators.model import Indicator, Value
from indicators.survey import interval
from language import N_, Language

# Why a former province's value can't be known after its merger: indicators/made_of.py.
UNKNOWN_ON_63 = {
    "split": N_("tỉnh cũ được chia về nhiều tỉnh mới"),
    "no_communes": N_("kho dữ liệu chưa có danh mục xã của tỉnh mới"),
    "leads_nowhere": N_("có xã hiện nay chưa truy được về tỉnh cũ nào"),
    "shared": N_("có xã hiện nay gồm đất của nhiều tỉnh cũ"),
    "province_only": N_("sau sáp nhập chỉ có số của cả tỉnh mới, không có số của từng xã"),
}

# The units of the definitions other than percent, marked for the catalogue of messages.
ITEMS = N_("mục")
UNITS = (N_("điểm"), N_("mốc"), ITEMS)


# The codes of sources that are no system with a name of its own.
SOURCES = {
    "illustrative": N_("số liệu minh họa"),
    "published": N_("số liệu đã công bố"),
    "manual": N_("nhập tay"),
}


def source(code: str, lang: Language) -> str:
    """What a source is called: a system by its name in the warehouse, what is no system in words."""
    return lang(SOURCES[code]) if code in SOURCES else code


def amount(value: float | None, indicator: Indicator, lang: Language) -> str:
    """A value with its unit, "75,5%" or "0,7123 điểm"; what is not known says so.

    Digits follow the scale, so that all values of an indicator have as many.
    """
    if value is None:
        return lang.missing
    if indicator.unit == "%":
        return lang.percent(value)
    if indicator.unit == ITEMS and float(value).is_integer():
        return lang.plural("{n} mục", int(value))
    return f"{lang.number(value, digits(indicator))} {lang(indicator.unit)}"


def stated(value: Value, indicator: Indicator, lang: Language) -> str:
    """What a value says: its amount; of a milestone how many provinces have completed it, or its state."""
    if value.unknown:
        return unknown(lang)
    if indicator.kind != "milestone":
        return amount(value.value, indicator, lang)
    if value.denominator is not None and value.denominator > 1:
        return lang("{done} tỉnh", done=parts(value, lang))
    return lang(ALL_STATUSES[value.status].word)


def unknown(lang: Language) -> str:
    """What stands in place of a value that nobody can know on 63, which is not a missing report."""
    return lang("không xác định được theo 63 tỉnh")


def made_of(found: Composition, indicator: Indicator, lang: Language) -> str:
    """What a value of a province is made of, "gộp từ Hà Giang, Tuyên Quang"; empty for its own report."""
    names = ", ".join(lang.pick(*name) for name in found.units)
    lacking = ", ".join(lang.pick(*name) for name in found.lacking)
    if found.how == "unknown":
        return f"{unknown(lang)}: {lang(UNKNOWN_ON_63[found.reason])}"
    if found.how == "recovered":
        return lang("khôi phục từ các xã trên địa bàn cũ")
    if found.how == "both_recovered":
        return lang("tự báo cáo trước sáp nhập, sau đó khôi phục từ các xã trên địa bàn cũ")
    if found.reason:
        return lang("chỉ gồm phần trước sáp nhập: {reason}", reason=lang(UNKNOWN_ON_63[found.reason]))
    if found.how == "own":
        return lang("{area} báo cáo", area=names) if names else ""
    if found.how == "both":
        said = lang("{former} trước sáp nhập, sau đó tự báo cáo", former=names)
    elif not names:
        said = ""
    elif indicator.kind == "score":
        said = lang("trung bình của {former}", former=names)
    else:
        said = lang("gộp từ {former}", former=names)
    short = lang("thiếu {lacking}", lacking=lacking) if lacking else ""
    return "; ".join(part for part in (said, short) if part)


def difference(value: float, indicator: Indicator, lang: Language, *, round_number: bool = False) -> str:
    """A difference of two values: percentages differ by percentage points. A round number carries no sign."""
    if indicator.unit == ITEMS and not round_number and float(value).is_integer():
        sign = "+" if value > 0 else "-" if value < 0 else ""
        return sign + lang.plural("{n} mục", abs(int(value)))
    unit = points(lang) if indicator.unit == "%" else lang(indicator.unit)
    number = lang.number(value) if round_number else lang.number(value, digits(indicator), signed=True)
    return f"{number} {unit}"


def points(lang: Language) -> str:
    """The unit in which percentages differ; no line breaks within it."""
    return lang("điểm %").replace(" ", "\u00a0")


def rounded_limit(value: float, indicator: Indicator, lang: Language) -> str:
    """A limit of a class or a target: a round number, without idle decimals."""
    unit = "%" if indicator.unit == "%" else f" {lang(indicator.unit)}"
    return f"{lang.number(value)}{unit}"


def parts(value: Value, lang: Language) -> str:
    """The n/N behind a ratio, "45/70"; empty where one part is not known."""
    if value.numerator is None or value.denominator is None:
        return ""
    return f"{lang.number(value.numerator, 0)}/{lang.number(value.denominator, 0)}"


def survey_limits(
    numerator: float | None, denominator: float | None, indicator: Indicator, lang: Language
) -> str:
    """The limits of a survey's share, "25,5% – 36,6%"; empty for what is not from a sample."""
    if not indicator.survey or numerator is None or denominator is None:
        return ""
    limits = interval(numerator, denominator)
    return lang("{low} – {high}", low=lang.percent(limits[0]), high=lang.percent(limits[1])) if limits else ""


def target(value: Value, indicator: Indicator, lang: Language) -> str:
    """The target that is judged and its deadline, "≥ 80% đến 31/12/2030"; says so where there is none."""
    if value.target is None or value.deadline is None:
        return lang("không có")
    if indicator.kind == "milestone":
        return lang("hoàn thành đến {deadline}", deadline=lang.date(value.deadline))
    sign = "≥" if indicator.direction == "up" else "≤"
    limit = rounded_limit(value.target, indicator, lang)
    return lang("{sign} {limit} đến {deadline}", sign=sign, limit=limit, deadline=lang.date(value.deadline))


def marks(value: Value, lang: Language) -> list[str]:
    """What a reader must know before quoting the value or its status: what they rest on, and how firmly."""
    found = []
    if value.value is None and value.judged_on is not None:
        found.append(lang("trạng thái theo số liệu đến {day}", day=lang.date(value.judged_on)))
    if value.provisional and value.value is not None:
        share = lang.percent(value.coverage * 100, 0) if value.coverage is not None else lang.missing
        found.append(lang("tạm tính, độ phủ {share}", share=share))
    if value.preliminary:
        found.append(lang("số sơ bộ"))
    if value.stale:
        found.append(lang("số liệu đã cũ"))
    if value.baseline_provisional:
        found.append(lang("mốc gốc tạm"))
    if value.illustrative:
        found.append(lang("số liệu minh họa"))
    return found


def status(value: Value, lang: Language) -> str:
    """The icon and the word of the value's status."""
    shown = ALL_STATUSES[value.status]
    return f"{shown.icon} {lang(shown.word)}"


def digits(indicator: Indicator) -> int:
    """How many decimals the values of an indicator are shown with, from the width of its scale."""
    if indicator.unit == "%":
        return 1
    if indicator.kind == "count":
        return 0
    low, high = indicator.scale
    return next((count for limit, count in ((2, 3), (20, 2), (1000, 1)) if high - low <= limit), 0)
