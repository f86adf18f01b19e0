"""Wrong rows of every kind that the contract lists, a few each, planted on purpose.

They come in last, so that each is the newest row of its key: what the reader must leave out, count and list.
"""

from collections.abc import Iterator
from datetime import date, datetime

from warehouse.demo.areas import Areas
from warehouse.demo.published import Fact

PLANTED_AT = datetime(2026, 11, 14, 9)
UNKNOWN_LOAD = 9999
UNKNOWN_AREA = 999_999

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
AUGUST = (date(2026, 8, 1), date(2026, 8, 31))
QUARTER = (date(2026, 7, 1), date(2026, 9, 30))


def wrong_facts(areas: Areas) -> Iterator[Fact]:
    """The wrong rows that any database can hold."""
    home = {
        code: [commune.key for commune in areas.communes if commune.province == code]
        for code in ("04", "08", "11", "15", "20")
    }
    end = QUARTER[1]
    # A numerator larger than its denominator.
    yield _fact("village_heads_trained", home["08"][0], SEPTEMBER, 400)
    yield _fact("enterprises_trained", home["15"][1], QUARTER, 900)
    yield _fact("leaders_signing_province", areas.province("04", end), SEPTEMBER, 77)
    # A denominator of zero.
    yield _fact("village_heads", home["08"][2], SEPTEMBER, 0)
    yield _fact("village_heads_trained", home["08"][2], SEPTEMBER, 0)
    yield _fact("cooperatives_em", home["20"][3], QUARTER, 0)
    yield _fact("cooperatives_trained", home["20"][3], QUARTER, 0)
    # A negative count.
    yield _fact("village_heads_trained", home["11"][4], SEPTEMBER, -3)
    yield _fact("households_trained", home["20"][5], QUARTER, -12)
    # An unknown measure, area, ethnic group.
    yield _fact("villages_with_fibre", areas.province("14", end), QUARTER, 120)
    yield _fact("villages_with_fibre", areas.province("20", end), QUARTER, 98)
    yield _fact("village_heads", UNKNOWN_AREA, SEPTEMBER, 15)
    yield _fact("village_heads_trained", UNKNOWN_AREA, SEPTEMBER, 9)
    yield _fact("heritage_items_digitised", areas.province("04", end), QUARTER, 4, group="77")
    yield _fact("heritage_items_digitised", areas.province("11", end), QUARTER, 6, group="99")
    # A version of an area that wasn't in force: the old Hà Giang, a commune of today before it was one.
    old = areas.province("02", date(2025, 6, 30))
    yield _fact("officials_trained", old, SEPTEMBER, 21)
    yield _fact("officials", old, SEPTEMBER, 40)
    yield _fact("village_heads", home["15"][6], (date(2025, 3, 1), date(2025, 3, 31)), 14)
    # A period that ends before it starts; one that lies in the future.
    yield _fact("officials_trained", areas.province("11", end), (date(2026, 9, 30), date(2026, 9, 1)), 30)
    yield _fact("village_heads", home["20"][8], (date(2026, 9, 30), date(2026, 9, 1)), 14)
    yield _fact("officials_trained", areas.province("20", end), (date(2035, 1, 1), date(2035, 1, 31)), 60)
    yield _fact("village_heads", home["20"][7], (date(2035, 1, 1), date(2035, 1, 31)), 12)
    # A control total that disagrees with the communes (Thanh Hóa, Sơn La).
    yield _fact("village_heads_trained", areas.province("38", end), AUGUST, 12)
    yield _fact("households_em", areas.province("14", end), QUARTER, 55_555)
    # Reported as not available.
    yield _fact("village_heads_trained", home["04"][8], SEPTEMBER, None)
    yield _fact("procedures_online_full", areas.province("12", end), QUARTER, None)
    # Two rows with one key in one load: alike, and not alike.
    for value in (11, 11):
        yield _fact("village_heads_trained", home["08"][9], SEPTEMBER, value)
    for value in (18, 23):
        yield _fact("officials_trained", areas.province("15", end), SEPTEMBER, value)


def facts_of_unknown_load(areas: Areas) -> Iterator[Fact]:
    """Rows that carry a load which the log doesn't know."""
    area = areas.province("22", SEPTEMBER[1])
    yield _fact("officials_trained", area, SEPTEMBER, 33)
    yield _fact("officials", area, SEPTEMBER, 41)


def not_numbers(areas: Areas) -> Iterator[Fact]:
    """Rows whose value is to become something that isn't a number; what, depends on the database."""
    communes = [commune.key for commune in areas.communes if commune.province == "11"]
    yield _fact("village_heads_trained", communes[10], SEPTEMBER, None)
    yield _fact("village_heads_trained", communes[11], SEPTEMBER, None)


def _fact(
    measure: str, area: int, period: tuple[date, date], value: float | None, group: str | None = None
) -> Fact:
    return Fact(measure, area, *period, group, value, "official", "illustrative", PLANTED_AT)


REJECTED = (
    (1, '{"measure_code": "officials_trained", "area": "Tinh X", "value": "12"}', "Không nhận ra địa bàn"),
    (7, '{"measure_code": "village_heads", "area": "00691", "value": "mười hai"}', "Giá trị không phải số"),
    (12, '{"measure_code": "", "area": "08", "value": "5"}', "Thiếu mã số liệu"),
)
