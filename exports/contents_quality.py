"""The section about the data, and the annex: definitions, sources, and all values for the workbook."""

from charts.wording import rounded_limit, source
from exports import narrative_quality as told
from exports.captions import caption
from exports.cells import Absent, AnyCell, table
from exports.definitions import definitions as definition_table
from exports.narrative import capital
from exports.pack import Pack
from exports.report import Column, Part, Table, Text
from exports.report_values import ReportValues
from exports.values import (
    area_cells,
    area_columns,
    indicator_cells,
    indicator_columns,
    row_unit,
    value_cells,
    value_columns,
)
from indicators.loads import Origin
from indicators.model import COUNTRY, Indicator, Target
from indicators.reporting import together
from language import Language
from layouts.origin import FORMULAS, SIDES
from layouts.province_quality import added, last_months

MOST_SOURCES = 30


def quality(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """How complete and how timely reports are, what no number uses, which sources are old."""
    tallies, last_due = values.reporting.tallies, values.reporting.last_due
    months = last_months(tallies, last_due)
    if values.kind == "country":
        said = [told.reports(together(tallies, last_due), lang), told.rows_left_out(values.listed, lang)]
    else:
        codes = values.group if values.kind == "group" else (values.area,)
        said = []
        for code in codes:
            listed = [one for one in values.listed if one.province == code]
            own = values.name_of(code, lang)
            said.append(told.months(tallies, months, code, own, lang))
            if values.kind == "province":
                said.append(told.rows_left_out(listed, lang))
    if values.kind == "country":
        said.append(told.old_sources(values.sources, lang))
    said.append(told.waiting(values.drafts, lang))
    shown: list[Part] = [Text(tuple(filter(None, said)), "list")]
    if months:
        shown.append(_reporting_table(values, months, lang))
    return shown


def annex(values: ReportValues, pack: Pack, lang: Language) -> list[Part]:
    """What each indicator counts and who asks for it, and the sources of the numbers."""
    return [
        _short_definitions(values, lang),
        _source_table(values, lang),
    ]


def data(values: ReportValues, pack: Pack, lang: Language) -> tuple[Table, ...]:
    """Every value that the report rests on, with all that is needed to check it: for the workbook."""
    columns = [
        *indicator_columns(lang),
        Column(lang("Kỳ"), code="period"),
        *area_columns(lang),
        *value_columns(None, lang),
    ]
    rows: list[list[AnyCell]] = []
    units = []
    wanted = None if values.kind == "country" else {COUNTRY, values.area, *values.group}
    for one in values.indicators:
        for value in (one.table.national, *one.table.values):
            if one.indicator.level == "country" and value.area_code != COUNTRY:
                continue
            if wanted is None or value.area_code in wanted:
                rows.append(
                    [
                        *indicator_cells(one.indicator, lang),
                        value.period,
                        *area_cells(value, lang),
                        *value_cells(value, lang),
                    ]
                )
                units.append(row_unit(one.indicator, lang))
    made = caption(
        lang("Toàn bộ giá trị"),
        values.around(lang),
        period=pack.period,
        boundaries="34",
        illustrative=any(
            value.illustrative
            for one in values.indicators
            for value in (one.table.national, *one.table.values)
        ),
    )
    every = (one.indicator for one in values.indicators)
    return (table("values", made, columns, rows, units), definition_table(every, values.around(lang)))


def _reporting_table(values: ReportValues, months: list[str], lang: Language) -> Table:
    """How each province reported over the last twelve months that were all due."""
    columns = [
        Column(lang("Tỉnh, thành phố"), code="area_name"),
        Column(lang("Báo cáo đến hạn"), "number", 0, "", "due"),
        Column(lang("Đã về"), "number", 0, "", "reported"),
        Column(lang("Tỷ lệ đã về"), "number", 1, "%", "reported_share"),
        Column(lang("Đúng hạn"), "number", 0, "", "on_time"),
        Column(lang("Tỷ lệ đúng hạn"), "number", 1, "%", "on_time_share"),
    ]
    codes = list(values.names)
    if values.kind != "country":
        codes = list(dict.fromkeys((*([values.area] if values.area != COUNTRY else []), *values.group)))
    rows: list[list[AnyCell]] = []
    for code in codes:
        due, reported, on_time = added(values.reporting.tallies, months, code)
        rows.append([values.name_of(code, lang), due, *_shared(reported, due), *_shared(on_time, due)])
    rows.sort(key=lambda row: row[3] if isinstance(row[3], float) else 101.0)
    every = added(values.reporting.tallies, months, None)
    country = capital(values.name_of(COUNTRY, lang))
    rows.append([country, every[0], *_shared(every[1], every[0]), *_shared(every[2], every[0])])
    made = caption(
        lang("Báo cáo của các tỉnh, thành phố"),
        values.around(lang),
        filters=[lang("{first} – {last}", first=lang.period(months[0]), last=lang.period(months[-1]))],
    )
    return table("reporting", made, columns, rows)


def _short_definitions(values: ReportValues, lang: Language) -> Table:
    """What fits a page of each definition; the workbook has all of it."""
    columns = [
        Column(lang("Mã"), code="indicator"),
        Column(lang("Chỉ số"), code="indicator_name"),
        Column(lang("Cách tính"), code="formula"),
        Column(lang("Chỉ tiêu và căn cứ"), code="targets"),
        Column(lang("Chịu trách nhiệm hiện nay"), code="responsible"),
    ]
    rows: list[list[AnyCell]] = []
    for one in values.indicators:
        indicator = one.indicator
        in_force = [each for each in indicator.targets if each.superseded_on is None and not each.interim]
        rows.append(
            [
                indicator.code,
                lang.pick(indicator.name_vi, indicator.name_en),
                formula(indicator, one.origin, lang),
                "; ".join(target_words(each, indicator, lang) for each in in_force) or lang("không có"),
                indicator.responsible_now,
            ]
        )
    return table("definitions", caption(lang("Định nghĩa các chỉ số"), values.around(lang)), columns, rows)


def formula(indicator: Indicator, origin: Origin | None, lang: Language) -> str:
    """How a value is made, with the names of its measures where they are known."""
    said = lang(FORMULAS[indicator.kind])
    named = [
        f"{lang(SIDES[one.side]).lower()}: {lang.pick(one.name_vi, one.name_en)}"
        for one in (origin.measures if origin else ())
    ]
    return f"{said} ({'; '.join(named)})" if named else said


def target_words(target: Target, indicator: Indicator, lang: Language) -> str:
    """A target with its day and the text that sets it."""
    day = lang.date(target.date)
    if indicator.kind == "milestone":
        return lang("hoàn thành đến {day} ({basis})", day=day, basis=target.legal_basis)
    sign = "≤" if indicator.direction == "down" else "≥"
    limit = rounded_limit(target.value, indicator, lang)
    return lang(
        "{sign} {limit} đến {day} ({basis})", sign=sign, limit=limit, day=day, basis=target.legal_basis
    )


def _source_table(values: ReportValues, lang: Language) -> Table:
    columns = [
        Column(lang("Nguồn"), code="source"),
        Column(lang("Số lần nạp"), "number", 0, "", "loads"),
        Column(lang("Lần nạp mới nhất"), "number", 0, "", "last_load"),
        Column(lang("Số liệu đến"), "date", code="newest_period"),
        Column(lang("Số ngày từ đó"), "number", 0, "", "age"),
        Column(lang("Lưu ý"), code="remarks"),
    ]
    rows: list[list[AnyCell]] = [
        [
            source(one.name, lang),
            one.loads,
            one.last_load.load_id,
            Absent("–") if one.newest_period is None else one.newest_period,
            Absent("–") if one.age is None else one.age,
            "; ".join(
                filter(
                    None,
                    (
                        lang("số liệu đã cũ") if one.stale else "",
                        lang("số liệu minh họa") if one.name == "illustrative" else "",
                    ),
                )
            ),
        ]
        for one in values.sources[:MOST_SOURCES]
    ]
    made = caption(
        lang("Nguồn số liệu"),
        values.around(lang),
        filters=[lang("tính đến ngày {day}", day=lang.date(values.today))],
    )
    return table("sources", made, columns, rows)


def _shared(part: int, whole: int) -> tuple[AnyCell, AnyCell]:
    """A count and its share; no share where nothing was due."""
    return part, (100 * part / whole if whole else Absent("–"))
