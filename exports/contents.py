"""A report from what was read: its head, and the sections that were asked for, in their order."""

from collections.abc import Callable
from datetime import UTC

from exports.contents_deeds import milestones, tasks
from exports.contents_maps import maps
from exports.contents_paths import trends
from exports.contents_quality import annex, data, quality
from exports.contents_ranking import rankings
from exports.contents_set import looked_at, status, summary
from exports.narrative import capital, when
from exports.narrative_ranks import listing
from exports.pack import REGION, SECTIONS, Pack
from exports.report import Part, Report, Section
from exports.report_values import ReportValues
from indicators.model import COUNTRY
from language import HERE, Language
from layouts.province_view import full_name

PARTS: dict[str, Callable[[ReportValues, Pack, Language], list[Part]]] = {
    "summary": summary,
    "status": status,
    "maps": maps,
    "ranking": rankings,
    "paths": trends,
    "milestones": milestones,
    "tasks": tasks,
    "quality": quality,
    "definitions": annex,
}
ANNEXES = ("definitions",)


def report(pack: Pack, values: ReportValues, lang: Language) -> Report:
    """The report of a pack in a language; the same choice and the same values give the same report."""
    firm = [one.value for one in looked_at(values)]
    firm += [value for one in values.drawn for value in (one.table.national, *one.table.values)]
    deeds = [
        *(one.illustrative for one in values.milestones),
        *(one.illustrative for one in values.task_reports),
    ]
    load = values.load
    sections = tuple(
        Section(key, lang(word), tuple(PARTS[key](values, pack, lang)), annex=key in ANNEXES)
        for key, word in SECTIONS.items()
        if key in pack.sections
    )
    loaded = None if load is None or load.loaded_at is None else load.loaded_at
    return Report(
        title=title(values, lang),
        subtitle=capital(when(pack.period, lang)),
        agency=values.agency,
        locale=lang.code,
        scope=pack.scope,
        scope_name=scope_name(values, lang),
        period=pack.period,
        boundaries="34",
        load_id=None if load is None else load.load_id,
        data_date=None if loaded is None else loaded.replace(tzinfo=UTC).astimezone(HERE).date(),
        written_on=values.today,
        illustrative=any(value.illustrative for value in firm) or any(deeds),
        preliminary=any(value.preliminary or value.provisional for value in firm),
        sections=sections,
        link=f"/bao-cao?{pack.address()}",
        data=data(values, pack, lang),
    )


def title(values: ReportValues, lang: Language) -> str:
    """What the report is called."""
    if values.kind == "country":
        return lang("Báo cáo tình hình thực hiện các chỉ tiêu chuyển đổi số công tác dân tộc")
    return lang(
        "Báo cáo tình hình thực hiện các chỉ tiêu chuyển đổi số công tác dân tộc: {scope}",
        scope=scope_name(values, lang),
    )


def scope_name(values: ReportValues, lang: Language) -> str:
    """Whom the report is of, in words."""
    if values.kind == "country":
        return capital(values.name_of(COUNTRY, lang))
    if values.territory is not None:
        return full_name(values.territory.chosen, lang)
    names = [values.name_of(code, lang) for code in values.group]
    if values.group_kind == REGION:
        return lang("{area} và các tỉnh cùng vùng cũ", area=names[0])
    if not values.group_kind[:2].isdecimal():
        return lang("{area} và các tỉnh tương đồng", area=names[0])
    return listing(names, lang)
