"""A merged province on each set of boundaries: Tuyên Quang, made of Tuyên Quang and Hà Giang."""

from dataclasses import replace
from datetime import date

from indicators.territory import Named, Territory
from layouts.choice import Choice
from tests.unit.charts.examples import INDICATOR, VI

MERGED = date(2025, 7, 1)
TODAY = Named("08", "Tuyên Quang", "Tuyen Quang", "province")
HA_GIANG = Named("02", "Hà Giang", "Ha Giang", "province")
CHOSEN = Choice(INDICATOR, "2026-Q3", "34", "status", "08", "top", VI, "light")
ON_34 = Territory("34", TODAY, TODAY, (TODAY, HA_GIANG), MERGED, past=False)
ON_63 = replace(ON_34, boundaries="63", chosen=HA_GIANG)
REPORTED = replace(ON_34, boundaries="reported")
UNMERGED = replace(ON_34, former=(TODAY,), merged_on=None)
HUE = Named("46", "Huế", "Hue", "city", date(2025, 1, 1), "Thừa Thiên Huế", "Thua Thien Hue")
