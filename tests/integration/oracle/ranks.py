"""Who stands where by level, change and pace: recomputed from what the API says of each province."""

from typing import Any

Answer = dict[str, Any]  # a value as the API gives it
Ranks = dict[str, int | None]  # by area; None is listed without a rank


def ranks(amounts: dict[str, float | None], lowest_first: bool) -> Ranks:
    """One more than how many stand before it; amounts that agree to nine decimals tie."""
    known = {area: round(amount, 9) for area, amount in amounts.items() if amount is not None}
    return {
        area: None
        if area not in known
        else 1
        + sum((other < known[area]) if lowest_first else (other > known[area]) for other in known.values())
        for area in amounts
    }


def can_be_compared(value: Answer | None, minimum: int) -> bool:
    """Whether a value is known, complete enough, and over enough."""
    if value is None or value["value"] is None or value["provisional"] or value["status"] == "not_applicable":
        return False
    return value["denominator"] is None or value["denominator"] >= minimum


def by_level(values: list[Answer], minimum: int, lowest_first: bool) -> Ranks:
    amounts = {
        value["area_code"]: value["value"] if can_be_compared(value, minimum) else None for value in values
    }
    return ranks(amounts, lowest_first)


def by_change(values: list[Answer], before: list[Answer], minimum: int, lowest_first: bool) -> Ranks:
    earlier = {value["area_code"]: value for value in before}
    amounts: dict[str, float | None] = {}
    for value in values:
        then = earlier.get(value["area_code"])
        both = can_be_compared(value, minimum) and can_be_compared(then, minimum)
        amounts[value["area_code"]] = value["value"] - then["value"] if both and then else None
    return ranks(amounts, lowest_first)


def since_baseline(values: list[Answer], minimum: int, lowest_first: bool) -> Ranks:
    amounts = {
        value["area_code"]: value["value"] - value["baseline"]
        if can_be_compared(value, minimum) and value["baseline"] is not None
        else None
        for value in values
    }
    return ranks(amounts, lowest_first)


def by_pace(values: list[Answer], minimum: int) -> Ranks:
    amounts = {
        value["area_code"]: value["pace"]
        if can_be_compared(value, minimum)
        and value["status"] not in ("too_early", "no_baseline", "no_target")
        else None
        for value in values
    }
    return ranks(amounts, lowest_first=False)
