"""What every file says of itself: filters, period, source, day of the data, boundaries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from exports.report import Caption
from indicators.loads import Load
from indicators.model import SeriesPoint, Value
from language import Language
from layouts.origin import BOUNDARY_WORDS


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is the same for all things of a page: whose they are, as of which load, where they stand.

    `agency` runs the dashboard, `load` is the load as of which all holds, `credits` say whose outlines a map
    is drawn with.
    """

    agency: str
    load: Load | None
    lang: Language
    credits: tuple[str, ...] = ()


def caption(
    title: str,
    around: Circumstances,
    *,
    filters: Iterable[str] = (),
    period: str = "",
    boundaries: str = "",
    alt: str = "",
    shown: Sequence[Value | SeriesPoint] = (),
    illustrative: bool = False,
    is_map: bool = False,
    notes: Iterable[str] = (),
) -> Caption:
    """The caption of a thing; `shown` are the values on it, which say how firm they are.

    `filters` are words, joined into the subtitle after the period.
    """
    lang = around.lang
    made_up = illustrative or any(one.illustrative for one in shown)
    days = [one.observed_on for one in shown if one.observed_on]
    said = [
        lang("SỐ LIỆU MINH HỌA – không dùng để báo cáo") if made_up else "",
        *notes,
        lang("Có số tạm tính (chưa đủ độ phủ).")
        if any(one.provisional and one.value is not None for one in shown)
        else "",
        lang("Có số sơ bộ.") if any(one.preliminary for one in shown) else "",
        lang("Ranh giới: {which}.", which=lang(BOUNDARY_WORDS[boundaries])) if boundaries else "",
        lang("Nguồn số liệu: Kho dữ liệu công tác dân tộc, {agency}.", agency=around.agency),
        data_day(around, max(days) if days else None),
        *(around.credits if is_map else ()),
    ]
    words = [lang.period(period) if period else "", *filters]
    return Caption(
        title=title,
        subtitle=" · ".join(word for word in words if word),
        notes=tuple(line for line in said if line),
        alt=alt or title,
        illustrative=made_up,
    )


def data_day(around: Circumstances, newest: date | None = None) -> str:
    """Up to which day the data go and with which load they came."""
    lang, load = around.lang, around.load
    if load is None:
        return lang("Chưa có lần nạp nào được duyệt")
    if newest is None:
        return lang("Theo lần nạp số {load}, {day}", load=load.load_id, day=lang.moment(load.loaded_at)) + "."
    return lang(
        "Số liệu đến {day}; lần nạp số {load}, {loaded}.",
        day=lang.date(newest),
        load=load.load_id,
        loaded=lang.moment(load.loaded_at),
    )
