"""Who leads and who lags, in sentences: nobody has a rank here that the pages don't give."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from charts.statuses import ALL_STATUSES
from charts.wording import amount
from exports.narrative import shown_as_zero
from indicators.model import Indicator, Value
from indicators.province import Standing
from indicators.ranking import Ranked, Ranking, is_small
from language import Language
from layouts.ranking import reason_word
from layouts.wording import area_name, distance

MOST = 3  # named at either end
MANY = 5  # of a tie that is longer only how many are told


def listing(names: Sequence[str], lang: Language) -> str:
    """Names in a row, "A, B và C"."""
    if len(names) < 2:
        return "".join(names)
    return lang("{first} và {last}", first=", ".join(names[:-1]), last=names[-1])


def ends(found: Ranking, indicator: Indicator, lang: Language) -> str:
    """Who leads and who comes last, among how many; a tie is never cut."""
    rows = found.ranked
    if not rows:
        return lang("chưa tỉnh, thành phố nào xếp hạng được")
    if len(rows) == 1:
        return lang("chỉ {area} xếp hạng được", area=_named(rows[0], indicator, lang))
    if rows[0].rank == rows[-1].rank:
        same = amount(rows[0].value.value, indicator, lang)
        return lang.plural("{n} tỉnh, thành phố xếp hạng được đều ở mức {amount}", len(rows), amount=same)
    most = min(MOST, len(rows) // 2)
    first = _end(rows, most)
    last = _end([one for one in reversed(rows) if one not in first], most)
    among = lang.plural("trên {n} tỉnh, thành phố được xếp hạng", len(rows))
    said = [_leading(first, indicator, lang), _trailing(last, indicator, lang)]
    return f"{', '.join(said)} ({among})"


def unranked(found: Ranking, lang: Language, min_denominator: int) -> str:
    """Who has no rank and why, the reason shared by most first; of many only how many there are."""
    reasons: dict[str, list[str]] = {}
    for one in found.unranked:
        reasons.setdefault(one.reason, []).append(area_name(one.value, lang))
    if not reasons:
        return ""
    told = []
    for reason, names in sorted(reasons.items(), key=lambda item: -len(item[1])):
        who = ", ".join(names) if len(names) <= MANY else lang.plural("{n} tỉnh, thành phố", len(names))
        told.append(f"{who} ({reason_word(reason, min_denominator, lang)})")
    return lang("không xếp hạng: {areas}", areas="; ".join(told))


def place(found: Ranking, area: str, lang: Language, min_denominator: int) -> str:
    """Where a province stands in a ranking, or why it has no rank; nothing where it isn't in it."""
    for one in found.ranked:
        if one.value.area_code == area:
            others = sum(other.rank == one.rank for other in found.ranked) - 1
            told = {"rank": one.rank, "total": len(found.ranked)}
            if others:
                return lang("cùng xếp thứ {rank} trên {total} tỉnh, thành phố được xếp hạng", **told)
            return lang("xếp thứ {rank} trên {total} tỉnh, thành phố được xếp hạng", **told)
    for each in found.unranked:
        if each.value.area_code == area:
            return lang("không xếp hạng ({reason})", reason=reason_word(each.reason, min_denominator, lang))
    return ""


def statuses(values: Iterable[Value], lang: Language) -> str:
    """How many provinces have each status, from the best on."""
    counts = Counter(value.status for value in values)
    ordered = sorted(counts, key=lambda status: ALL_STATUSES[status].order)
    words = [
        lang("{n} “{status}”", n=lang.number(counts[one], 0), status=lang(ALL_STATUSES[one].word))
        for one in ordered
    ]
    said = ", ".join(words)
    return lang.plural("trong {n} tỉnh, thành phố có {counts}", counts.total(), counts=said) if said else ""


def beside_country(one: Standing, lang: Language, min_denominator: int) -> str:
    """How a province's value lies to the country's; nothing where the two can't be held together."""
    if not _comparable(one.value, one.indicator, min_denominator) or not _comparable(
        one.national, one.indicator, 0
    ):
        return ""
    if one.value.interval and one.national.interval:
        now, all_of_it = one.value.interval, one.national.interval
        if now[0] <= all_of_it[1] and all_of_it[0] <= now[1]:
            return lang("chênh lệch với cả nước nằm trong sai số điều tra")
    country = amount(one.national.value, one.indicator, lang)
    apart = (one.value.value or 0.0) - (one.national.value or 0.0)
    if shown_as_zero(apart, one.indicator, lang):
        return lang("bằng mức cả nước ({country})", country=country)
    by = distance(apart, one.indicator, lang)
    if apart > 0:
        return lang("cao hơn cả nước ({country}) {by}", country=country, by=by)
    return lang("thấp hơn cả nước ({country}) {by}", country=country, by=by)


def beside_group(one: Standing, lang: Language, min_denominator: int) -> str:
    """How a province's value lies to the median of those alike; nothing where fewer than two are known."""
    if one.median is None or one.compared < 2 or not _comparable(one.value, one.indicator, min_denominator):
        return ""
    middle = amount(one.median, one.indicator, lang)
    apart = (one.value.value or 0.0) - one.median
    if shown_as_zero(apart, one.indicator, lang):
        return lang.plural("bằng trung vị của {n} tỉnh tương đồng ({median})", one.compared, median=middle)
    by = distance(apart, one.indicator, lang)
    if apart > 0:
        return lang.plural(
            "cao hơn trung vị của {n} tỉnh tương đồng ({median}) {by}", one.compared, median=middle, by=by
        )
    return lang.plural(
        "thấp hơn trung vị của {n} tỉnh tương đồng ({median}) {by}", one.compared, median=middle, by=by
    )


def _comparable(value: Value, indicator: Indicator, min_denominator: int) -> bool:
    """Whether a value is firm, and no sum, which only tells how large an area is."""
    if value.value is None or value.suppressed or value.provisional or value.status == "not_applicable":
        return False
    return indicator.kind in ("ratio", "score") and not is_small(value, min_denominator)


def _end(rows: Sequence[Ranked], most: int) -> list[Ranked]:
    """The first rows by whole ties, as many as fit; the first tie always."""
    found: list[Ranked] = []
    for _, tied in groupby(rows, key=lambda row: row.rank):
        group = list(tied)
        if found and len(found) + len(group) > most:
            break
        found += group
    return found


def wanted(indicator: Indicator) -> bool:
    """Whether more of it, or less, is an achievement: a sum hangs on an area's size, a context on nobody."""
    return indicator.kind != "count" and indicator.basis != "context"


def _leading(rows: Sequence[Ranked], indicator: Indicator, lang: Language) -> str:
    at, areas = amount(rows[0].value.value, indicator, lang), _all_named(rows, indicator, lang)
    if not wanted(indicator):
        return _extreme(rows, indicator, lang, high=indicator.direction == "up")
    if len(rows) <= MANY:
        return lang("dẫn đầu là {areas}", areas=areas)
    return lang.plural("{n} tỉnh, thành phố cùng dẫn đầu với {amount}", len(rows), amount=at)


def _trailing(rows: Sequence[Ranked], indicator: Indicator, lang: Language) -> str:
    """The last first, as they stand at the end of the list."""
    at, areas = amount(rows[0].value.value, indicator, lang), _all_named(rows, indicator, lang)
    if not wanted(indicator):
        return _extreme(rows, indicator, lang, high=indicator.direction == "down")
    if len(rows) <= MANY:
        return lang("cuối bảng là {areas}", areas=areas)
    return lang.plural("{n} tỉnh, thành phố cùng ở cuối bảng với {amount}", len(rows), amount=at)


def _extreme(rows: Sequence[Ranked], indicator: Indicator, lang: Language, *, high: bool) -> str:
    """The highest or the lowest, where neither is an achievement."""
    at, areas = amount(rows[0].value.value, indicator, lang), _all_named(rows, indicator, lang)
    if len(rows) > MANY:
        return lang.plural("{n} tỉnh, thành phố cùng ở mức {amount}", len(rows), amount=at)
    return lang("cao nhất là {areas}", areas=areas) if high else lang("thấp nhất là {areas}", areas=areas)


def _all_named(rows: Iterable[Ranked], indicator: Indicator, lang: Language) -> str:
    return listing([_named(one, indicator, lang) for one in rows], lang)


def _named(one: Ranked, indicator: Indicator, lang: Language) -> str:
    return f"{area_name(one.value, lang)} ({amount(one.value.value, indicator, lang)})"
