"""A small comparison: three indicators over the provinces of today, as the page So sánh sees them."""

from dataclasses import replace

from indicators.catalogue import read_catalogue
from indicators.scorecard import Column
from layouts.choice import choice
from layouts.compare_view import CompareView, checked
from tests.unit.charts.examples import KNOWN, MISSING, table

CATALOGUE = read_catalogue()
NAMES = {"01": ("Hà Nội", "Ha Noi"), "04": ("Cao Bằng", "Cao Bang"), "08": ("Tuyên Quang", "Tuyen Quang")} | {
    code: (f"Tỉnh {code}", f"Province {code}") for code in ("11", "12", "14", "15", "19")
}


def values(**changed):
    """A table of the provinces above at 61.7 %, but those given as p08=...."""
    whole = table(**changed)
    return replace(
        whole,
        values=tuple(
            replace(one, area_name=NAMES[one.area_code][0], area_name_en=NAMES[one.area_code][1])
            for one in whole.values
            if one.area_code in NAMES
        ),
    )


def column(code, found=None, **changed):
    found = found or values(**changed)
    return Column(CATALOGUE[code], found)


S02 = column(
    "S02",
    p01=replace(KNOWN, value=50.0, status="behind"),
    p04=replace(KNOWN, value=70.0, provisional=True),
    p08=replace(KNOWN, value=100.0, status="achieved"),
    p11=MISSING,
    p12=replace(KNOWN, value=20.0, denominator=12),
)
D01 = column(
    "D01",
    p01=replace(KNOWN, value=1.0, numerator=1, denominator=1, status="completed"),
    p04=replace(KNOWN, value=0.0, numerator=0, denominator=1, status="overdue"),
)
G03 = column("G03", replace(values(), values=(replace(MISSING, area_code="08", status="not_applicable"),)))


def view(search="", columns=(S02, D01, G03), rows=None):
    """What the page sees of an address."""
    chosen = checked(choice(search, CATALOGUE, "vi"), NAMES, [one.indicator.code for one in columns])
    looked_at = next((one for one in columns if one.indicator.code == chosen.indicator.code), None)
    return CompareView(chosen, columns, looked_at, NAMES, rows or tuple(NAMES), ("2026-Q2", "2026-Q3"), 30)
