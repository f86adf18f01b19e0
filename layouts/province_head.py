"""The head of the page Tỉnh: what the province is, one sentence on where it stands, the counts by status."""

from dash import html
from dash.development.base_component import Component

from indicators.territory import Named, Territory
from language import Language
from layouts.breadcrumbs import carried
from layouts.choice import DEFAULT_INDICATOR, Choice
from layouts.components import SPOKEN, choosing
from layouts.links import COMMUNES, COMPARE, MAP, PROVINCE, link
from layouts.overview_counts import caveat, counts_by_status, sentence, uncounted
from layouts.province_view import ProvinceView, full_name, short_name
from layouts.term_notes import explained

MOST_COMPARED = 6  # provinces that the page So sánh lays side by side


def head(view: ProvinceView) -> Component:
    """The head of a province."""
    chosen, lang, counts = view.choice, view.choice.language, view.counts
    weak = caveat([one.value for one in view.standings if not one.indicator.part_of], lang)
    beside = uncounted(counts, chosen)
    return html.Section(
        [
            html.P([*_when(view), *_history(view.territory, lang)], className="eyebrow province-when"),
            html.H1(_title(view), id="province-title", tabIndex="-1", **SPOKEN),
            *_former_note(view),
            html.P(sentence(counts, lang), className="province-sentence", **SPOKEN),
            *([html.P(explained(weak, lang, "provisional", "stale"), className="quiet")] if weak else []),
            counts_by_status(counts, chosen),
            *([beside] if beside is not None else []),
            html.P(_ways(view), className="ways"),
        ],
        className="tile province-head",
        **{"aria-labelledby": "province-title"},
    )


def _title(view: ProvinceView) -> str:
    """What it is called; a former province is told from the one that bears its name today."""
    lang, name = view.choice.language, full_name(view.territory.chosen, view.choice.language)
    return lang("{name} (cũ)", name=name) if view.former else name


def _when(view: ProvinceView) -> list[Component]:
    """As of when; with the way back to the newest where an earlier period is looked at."""
    chosen, lang = view.choice, view.choice.language
    if chosen.period is None:
        days = [
            one.value.observed_on
            for one in view.standings
            if one.value.observed_on and one.indicator.kind != "milestone"
        ]
        newest = lang("số liệu đến {day}", day=lang.date(max(days))) if days else lang.missing
        return [html.Span(newest)]
    back = html.Button(lang("xem mới nhất"), type="button", className="text-button", **choosing(p=""))
    return [html.Span(lang("tính đến hết {period}", period=lang.period(chosen.period))), back]


def _history(found: Territory, lang: Language) -> list[Component]:
    """Since when the province has been what it is: a merger, another name, another kind."""
    said = []
    if found.merged_on and not found.of_former and not found.past:
        former = " + ".join(short_name(one, lang) for one in found.former)
        said.append(lang("hợp nhất {former} từ {day}", former=former, day=lang.date(found.merged_on)))
    one = found.chosen
    if one.since is not None and (changed := _changed(one, lang)):
        said.append(changed)
    return [html.Span(text) for text in said]


def _changed(one: Named, lang: Language) -> str:
    was, day = lang.pick(one.was_vi, one.was_en), lang.date(one.since)
    if was != short_name(one, lang):
        return lang("mang tên này từ {day}, trước đó là {was}", day=day, was=was)
    return lang("là thành phố từ {day}", day=day) if one.kind == "city" else ""


def _former_note(view: ProvinceView) -> list[Component]:
    """That a former province is looked at, and what it became."""
    found, lang = view.territory, view.choice.language
    if not view.former:
        return []
    said = lang(
        "Theo ranh giới trước {day}. Số liệu sau ngày đó lấy từ các xã nằm trên địa bàn cũ; "
        "không tách được thì ghi rõ là không xác định được.",
        day=lang.date(found.merged_on),
    )
    ways = []
    if found.today is not None:
        kept = carried(view.choice) | {"b": None}
        today = full_name(found.today, lang)
        text = lang("Nay thuộc {name}", name=today)
        ways = [link(f"{text} ›", PROVINCE, view.choice, "", area=found.today.code, **kept)]
    return [html.P([said, " ", *ways], className="former-note")]


def _ways(view: ProvinceView) -> list[Component]:
    """On to the communes, to other provinces beside it, and to the map."""
    chosen, lang, kept = view.choice, view.choice.language, carried(view.choice)
    on_map = link(lang("Trên bản đồ cả nước"), MAP, chosen, "", area=view.area, **kept)
    if view.former:
        return [on_map]
    commune = chosen.indicator.code if chosen.indicator.level == "commune" else DEFAULT_INDICATOR
    compared = ",".join((view.area, *view.group)[:MOST_COMPARED])
    return [
        link(lang("Các xã của tỉnh"), COMMUNES, chosen, "", area=view.area, **(kept | {"i": commune})),
        link(lang("So sánh với nhóm này"), COMPARE, chosen, "", areas=compared, **kept),
        on_map,
    ]


def missing_province(chosen: Choice) -> Component:
    """What stands in the place of the head where no province is chosen."""
    lang = chosen.language
    return html.Section(
        [
            html.H1(lang("Chọn một tỉnh, thành phố"), id="province-title", tabIndex="-1"),
            html.P(
                lang(
                    "Tìm theo tên hiện nay hoặc tên tỉnh cũ, có dấu hay không dấu; hoặc chọn trên bản đồ, "
                    "trong danh sách."
                ),
                className="quiet",
            ),
        ],
        className="tile province-head",
        **{"aria-labelledby": "province-title"},
    )
