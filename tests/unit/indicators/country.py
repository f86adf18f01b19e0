"""A small country for tests: two provinces that merge, one that stays, one that is renamed, with communes
on both sides.
"""

from datetime import date

from indicators.areas import MERGER, Areas, AreaVersion
from indicators.formulas import Formula
from indicators.model import Indicator, Review, Target
from indicators.pair_faults import unsound_pairs
from indicators.readings import Readings
from indicators.soundness import Fact
from indicators.tracks import sheets_of

LONG_AGO = date(2004, 1, 1)
VN, OLD_A, OLD_B, NEW_A, STAYS, HUE_OLD, HUE_NEW = 1, 11, 12, 21, 31, 41, 42


def version(key, code, level, parent, since=LONG_AGO, until=None, name=None, zone=None):
    return AreaVersion(key, code, level, name or f"Nơi {key}", f"Place {key}", parent, since, until, zone)


def communes(province, first_key, count, since, until=None):
    return [
        version(first_key + n, f"{first_key + n:05}", "commune", province, since, until) for n in range(count)
    ]


VERSIONS = [
    version(VN, "VN", "country", None),
    version(OLD_A, "02", "province", VN, until=MERGER, name="Hà Giang"),
    version(OLD_B, "08", "province", VN, until=MERGER, name="Tuyên Quang"),
    version(NEW_A, "08", "province", VN, since=MERGER, name="Tuyên Quang"),
    version(STAYS, "04", "province", VN, name="Cao Bằng"),
    version(HUE_OLD, "46", "province", VN, until=date(2025, 1, 1), name="Thừa Thiên Huế"),
    version(HUE_NEW, "46", "province", VN, since=date(2025, 1, 1), name="Huế"),
    *communes(OLD_A, 1000, 4, LONG_AGO, MERGER),
    *communes(OLD_B, 1100, 6, LONG_AGO, MERGER),
    *communes(NEW_A, 2000, 5, MERGER),  # 2000 and 2001 from old A, the others from old B
    *communes(STAYS, 3000, 5, LONG_AGO),
]
SUCCESSIONS = [
    (OLD_A, NEW_A),
    (OLD_B, NEW_A),
    (HUE_OLD, HUE_NEW),
    *[(1000, 2000), (1001, 2000), (1002, 2001), (1003, 2001)],
    *[(1100, 2002), (1101, 2002), (1102, 2003), (1103, 2003), (1104, 2004), (1105, 2004)],
]


def areas(extra=(), successions=SUCCESSIONS):
    return Areas.of([*VERSIONS, *extra], list(successions))


def indicator(code="T1", **changed):
    given = {
        "code": code,
        "name_vi": "Tỷ lệ thử",
        "name_en": "Test rate",
        "short_vi": "Thử",
        "short_en": "Test",
        "pillar": "digital_society",
        "kind": "ratio",
        "unit": "%",
        "direction": "up",
        "cycle": "quarter",
        "level": "commune",
        "numerator": ("done",),
        "denominator": ("all",),
        "scale": (0.0, 100.0),
        "basis": "1087",
        "decision": "1087",
        "clause": "",
        "responsible_then": "",
        "responsible_now": "",
        "why_vi": "",
        "why_en": "",
        "disputed_vi": "",
        "disputed_en": "",
        "review": Review("test"),
        "targets": (Target(date(2030, 12, 31), 80.0, ">=", "1087/QĐ-TTg"),),
    }
    return Indicator(**{**given, **changed})


def month(year, number):
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def facts(measure, period, values, illustrative=False, load_id=1):
    """One fact for each area key in `values`."""
    return [
        Fact(measure, key, *period, float(value), False, illustrative, load_id)
        for key, value in values.items()
    ]


def pair(period, values, **marks):
    """Numerators and denominators: {area key: (n, N)}."""
    return facts("done", period, {key: n for key, (n, _) in values.items()}, **marks) + facts(
        "all", period, {key: d for key, (_, d) in values.items()}, **marks
    )


def readings(found, of=None, flows=(), weight=None, where=None):
    formula = Formula(of or indicator(), frozenset(flows), weight)
    where = where or areas()
    return Readings(formula, where, sheets_of(unsound_pairs(formula.indicator, found)[0], where.units))
