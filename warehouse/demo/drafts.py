"""What awaits approval: figures that change a shown value as soon as somebody approves their load."""

from collections.abc import Iterator
from datetime import date

from warehouse.demo.areas import Areas
from warehouse.demo.calendar import NOW
from warehouse.demo.published import Fact

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


def draft_facts(areas: Areas) -> Iterator[Fact]:
    """October's leaders of two provinces, and village heads of three communes, counted anew."""
    for code, signing, leaders in (("08", 25, 30), ("20", 14, 15)):
        area = areas.province(code, OCTOBER[1])
        yield _draft("leaders_signing_province", area, signing)
        yield _draft("leaders_province", area, leaders)
    for commune in [commune for commune in areas.communes if commune.province == "04"][:3]:
        yield _draft("village_heads_trained", commune.key, 12)
        yield _draft("village_heads", commune.key, 15)


def _draft(measure: str, area: int, value: float) -> Fact:
    return Fact(measure, area, *OCTOBER, None, value, "preliminary", "illustrative", NOW)
