"""What the recent pace leads to, in words."""

from dash import html
from dash.development.base_component import Component

from charts.wording import amount
from indicators.model import Indicator, Value
from indicators.projection import Projection
from language import Language


def projection_note(
    found: Projection | None, value: Value, indicator: Indicator, lang: Language
) -> list[Component]:
    """The projection as a paragraph; nothing without one."""
    said = projection_words(found, value, indicator, lang)
    return [html.P(said, className="projection")] if said else []


def projection_words(found: Projection | None, value: Value, indicator: Indicator, lang: Language) -> str:
    """The projection in sentences, and where it disagrees with the status; empty without one."""
    if found is None or value.target is None:
        return ""
    low, high = sorted((found.low, found.high))
    said = lang(
        "Nếu giữ nhịp gần đây, đến {deadline} sẽ đạt khoảng {value} "
        "(khoảng dự báo 80%: từ {low} đến {high}).",
        deadline=lang.date(found.deadline),
        value=amount(found.value, indicator, lang),
        low=amount(low, indicator, lang),
        high=amount(high, indicator, lang),
    )
    if found.meets_on is not None and found.meets_on <= found.deadline:
        month = lang.period(f"{found.meets_on:%Y-%m}")
        said += " " + lang("Chỉ tiêu đạt được vào khoảng: {month}.", month=month)
    reaches = found.value >= value.target if indicator.direction == "up" else found.value <= value.target
    if reaches and value.status in ("behind", "accelerate", "reversing"):
        said += " " + lang("Dự báo này khả quan hơn trạng thái: gần đây đã nhanh lên.")
    if not reaches and value.status == "on_track":
        said += " " + lang("Dự báo này kém hơn trạng thái: gần đây đã chậm lại.")
    return said
