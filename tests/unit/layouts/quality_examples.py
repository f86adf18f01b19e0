"""Hand-made lines and states for the quality page."""

from dataclasses import replace
from datetime import date, datetime

from charts.heatmap import heatmap
from indicators.catalogue import read_catalogue
from indicators.listed import Listed
from indicators.loads import Load
from indicators.reporting import Reporting, Tally
from indicators.sources import Source
from layouts.choice import choice
from layouts.quality_filter import by_name
from layouts.quality_heatmap import SHOWN
from layouts.quality_state import Heat, QualityState

CATALOGUE = read_catalogue()
END = date(2026, 9, 30)
LOAD = Load(31, "illustrative", datetime(2026, 11, 14, 9), "Vụ", "Báo cáo định kỳ", 10, 9, 1)
WRONG = Listed(
    kind="negative_value",
    province="08",
    province_vi="Tuyên Quang",
    province_en="Tuyen Quang",
    area_code="00691",
    area_vi="Hà Giang 2",
    area_en="Ha Giang 2",
    measure_code="village_heads",
    measure_vi="Trưởng thôn",
    measure_en="Village heads",
    period_end=END,
    load_id=31,
    count=1,
    detail="a count of -3",
)
MISSING = replace(WRONG, kind="missing_report", load_id=None, detail="", due=date(2026, 10, 15))
LATE = replace(MISSING, kind="late_report", reported_on=date(2026, 10, 20))
TOTAL = replace(
    WRONG, kind="control_total_mismatch", area_code="08", detail="total 12, sum of 3 of 5 parts 356.5"
)
DRAFT = replace(WRONG, kind="draft_load", load_id=33, detail="the load is not yet approved")
SOURCE = Source("LGSP", 3, LOAD, END, "month", 55, True)
REPORTING = Reporting(
    (("04", "Cao Bằng", "Cao Bang"), ("08", "Tuyên Quang", "Tuyen Quang")),
    (Tally("04", "2026-09", 8, 8, 8), Tally("08", "2026-08", 8, 8, 4), Tally("08", "2026-09", 8, 7, 2)),
    "2026-09",
)


def asked(search=""):
    """What an address asks for."""
    return choice(search, CATALOGUE, "vi")


def state(*listed, **changed):
    """A state with these lines, one source and no drafts."""
    return replace(QualityState(listed, REPORTING, (SOURCE,), (), 30), **changed)


def heat(section="completeness", chosen=None):
    """The heat map of the state's reports."""
    lang = (chosen or asked()).language
    provinces, periods = by_name(REPORTING, lang), ("2026-08", "2026-09")
    tallies = {(one.province, one.period): one for one in REPORTING.tallies}
    figure = heatmap(provinces, periods, tallies, shown=SHOWN[section], lang=lang, theme="light")
    return Heat(figure, provinces, periods, tallies)
