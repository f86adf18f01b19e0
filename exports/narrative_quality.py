"""The quality of the data in sentences: what came, what came in time, what is left out, what is old."""

from collections import Counter
from collections.abc import Sequence

from charts.wording import source
from exports.narrative import period_inside
from indicators.listed import Listed
from indicators.loads import Load
from indicators.reporting import Tally
from indicators.sources import Source
from language import Language
from layouts.province_quality import added
from layouts.quality_filter import left_out
from layouts.quality_kinds import kind_title

MOST_KINDS = 4


def reports(last: Tally, lang: Language) -> str:
    """How the reports of the newest month that was due came in."""
    if not last.due:
        return lang("Chưa có báo cáo nào đến hạn.")
    return lang(
        "Kỳ báo cáo gần nhất đã đến hạn là {period}: {share} báo cáo đã về ({reported}/{due}), "
        "{on_time} đúng hạn.",
        period=period_inside(last.period, lang),
        share=lang.percent(100 * last.reported / last.due),
        reported=lang.number(last.reported, 0),
        due=lang.number(last.due, 0),
        on_time=lang.percent(100 * last.on_time / last.due),
    )


def months(tallies: Sequence[Tally], span: Sequence[str], province: str, name: str, lang: Language) -> str:
    """How a province reported over some months, beside all provinces."""
    due, reported, on_time = added(tallies, span, province)
    if not due:
        return lang("Chưa có báo cáo nào của tỉnh đến hạn.")
    every = added(tallies, span, None)
    return lang(
        "Từ {first} đến {last}, {area} gửi {reported}/{due} báo cáo đến hạn ({share}, cả nước {country}); "
        "đúng hạn {on_time} (cả nước {country_on_time}).",
        first=period_inside(span[0], lang),
        last=period_inside(span[-1], lang),
        area=name,
        reported=lang.number(reported, 0),
        due=lang.number(due, 0),
        share=lang.percent(100 * reported / due),
        country=lang.percent(100 * every[1] / every[0]),
        on_time=lang.percent(100 * on_time / due),
        country_on_time=lang.percent(100 * every[2] / every[0]),
    )


def rows_left_out(listed: Sequence[Listed], lang: Language) -> str:
    """How many rows no number uses, and why; that none is left out is said, too."""
    counts = Counter[str]()
    for one in left_out(listed):
        counts[one.kind] += one.count
    if not counts:
        return lang("Không có dòng số liệu nào bị loại khỏi phép tính.")
    kinds = [
        lang("{kind}: {count}", kind=kind_title(kind, lang).lower(), count=lang.number(count, 0))
        for kind, count in counts.most_common(MOST_KINDS)
    ]
    if len(counts) > MOST_KINDS:
        rest = sum(count for _, count in counts.most_common()[MOST_KINDS:])
        kinds.append(lang("lý do khác: {count}", count=lang.number(rest, 0)))
    return lang.plural(
        "{n} dòng số liệu có lỗi bị loại khỏi mọi phép tính ({kinds}).",
        counts.total(),
        kinds="; ".join(kinds),
    )


def old_sources(sources: Sequence[Source], lang: Language) -> str:
    """Which sources have been silent for too long."""
    old = [one for one in sources if one.stale]
    if not old:
        return ""
    names = "; ".join(
        lang.plural("{name} ({n} ngày)", one.age or 0, name=source(one.name, lang)) for one in old
    )
    return lang.plural("{n} nguồn có số liệu đã cũ: {names}.", len(old), names=names)


def waiting(drafts: Sequence[Load], lang: Language) -> str:
    """That loads await approval, and are in no number."""
    if not drafts:
        return ""
    return lang.plural("{n} lần nạp chưa được phê duyệt nên chưa vào số nào.", len(drafts))
