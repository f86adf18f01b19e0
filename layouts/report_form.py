"""What can be chosen for a pack: of what, of which period, which indicators and parts, in which files."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from exports.pack import FORMATS, LARGEST_GROUP, MINISTRY, OWN, PEERS, REGION, SECTIONS
from indicators.periods import Period
from indicators.pillars import PILLARS
from language import N_, Language, collation_key
from layouts.components import Children, segment
from layouts.controls import FREQUENCY_WORDS, control_group
from layouts.report_view import ReportView, province
from layouts.term_notes import explained
from layouts.wording import name

WRITTEN = {"vi": N_("Tiếng Việt"), "en": N_("Tiếng Anh")}
TEMPLATE_WORDS = {OWN: N_("Mẫu của bảng chỉ số"), MINISTRY: N_("Mẫu của cơ quan")}
ABOUT = {
    "summary": N_("Một trang: mức, thay đổi, nhịp độ, ai dẫn đầu, còn thiếu gì"),
    "status": N_("Bao nhiêu chỉ số đạt, đúng tiến độ, chậm; cả bộ trong một bảng"),
    "maps": N_("Mỗi chỉ số đã chọn một bản đồ 34 tỉnh, tô lại được trong PowerPoint"),
    "ranking": N_("Các tỉnh theo mức, theo thay đổi và theo nhịp độ"),
    "paths": N_("Đường đi của từng chỉ số, đường chỉ tiêu và dự báo"),
    "milestones": N_("Mốc của các quyết định: xong, quá hạn, ai chịu trách nhiệm"),
    "tasks": N_("Nhiệm vụ, giải pháp: chưa giao, quá hạn, đến hạn"),
    "quality": N_("Báo cáo thiếu, chậm, số bị loại và lý do"),
    "definitions": N_("Cách tính, nguồn, căn cứ pháp lý của từng chỉ số"),
}
KINDS = {"country": N_("Cả nước"), "province": N_("Một tỉnh"), "group": N_("Nhóm tỉnh")}


def report_form(view: ReportView) -> list[Component]:
    """The choices, each a step of its own."""
    lang = view.choice.language
    return [
        _step(lang("Phạm vi và kỳ"), "scope", *_scope(view)),
        _step(lang("Các phần"), "parts", _sections(view)),
        _step(explained(lang("Chỉ số được vẽ riêng"), lang, "indicator"), "indicators", _indicators(view)),
        _step(lang("Tệp và ngôn ngữ"), "files", *_files(view)),
    ]


def _step(title: Children, key: str, *content: Component) -> Component:
    heading = f"report-{key}-title"
    return html.Section(
        [html.H2(title, id=heading), *content],
        className=f"report-step report-step--{key}",
        **{"aria-labelledby": heading},
    )


def _segments(label: str, buttons: Sequence[Component]) -> Component:
    return control_group(
        label, html.Div(list(buttons), className="segments", role="group", **{"aria-label": label})
    )


def _scope(view: ReportView) -> list[Component]:
    lang, pack = view.choice.language, view.pack
    first = province(pack) or (view.areas or _by_name(view, lang))[0]
    addresses = {
        "country": {"area": "", "group": ""},
        "province": {"area": first, "group": ""},
        "group": {"area": first, "group": PEERS},
    }
    kinds = [segment(lang(word), pack.kind == kind, **addresses[kind]) for kind, word in KINDS.items()]
    named = pack.kind == "group" and pack.group not in (PEERS, REGION)
    asks_province = pack.kind != "country" and not named
    first_row = [_segments(lang("Phạm vi"), kinds), *([_province(view)] if asks_province else [])]
    content: list[Component] = [html.Div([*first_row, _periods(view)], className="report-row")]
    if pack.kind == "group":
        own = ",".join(view.areas[:LARGEST_GROUP])
        groups = [
            segment(lang("Tương đồng"), pack.group == PEERS, area=first, group=PEERS),
            segment(lang("Cùng vùng cũ"), pack.group == REGION, area=first, group=REGION),
            segment(lang("Tự chọn"), named, area="", group=own),
        ]
        content.append(_segments(lang("Nhóm"), groups))
        content.append(_group_of(view, named))
    return content


def _province(view: ReportView) -> Component:
    lang = view.choice.language
    options = [
        html.Option(lang.pick(*view.known.provinces[code]), value=code, selected=code == view.pack.area)
        for code in _by_name(view, lang)
    ]
    return html.Div(
        [
            html.Label(lang("Tỉnh, thành phố"), htmlFor="report-area"),
            html.Select(options, id="report-area", className="select", **{"data-choose-by": "area"}),
        ],
        className="control",
    )


def _group_of(view: ReportView, named: bool) -> Component:
    """The provinces of a group: to be ticked where the reader names them, else as words."""
    lang = view.choice.language
    names = {code: lang.pick(*view.known.provinces[code]) for code in _by_name(view, lang)}
    if not named:
        said = ", ".join(names[code] for code in view.areas if code in names)
        return html.P(said or lang("Không có tỉnh nào trong nhóm này."), className="quiet report-members")
    chips = [_tick("group", code, word, code in view.areas) for code, word in names.items()]
    note = lang("Từ 2 đến {n} tỉnh; đang chọn {chosen}.", n=LARGEST_GROUP, chosen=len(view.areas))
    return html.Div(
        [
            html.P(note, className="quiet"),
            html.Div(chips, className="ticks ticks--chips", role="group", **{"aria-label": lang("Các tỉnh")}),
        ]
    )


def _by_name(view: ReportView, lang: Language) -> list[str]:
    names = view.known.provinces
    return sorted(names, key=lambda code: collation_key(lang.pick(*names[code])))


def _periods(view: ReportView) -> Component:
    """The periods with data by kind, the newest first."""
    lang = view.choice.language
    begun = [code for code in view.known.periods if Period.parse(code).start <= view.known.today]
    found: dict[str, list[str]] = {kind: [] for kind in FREQUENCY_WORDS}
    for code in sorted({*begun, view.pack.period}, reverse=True):
        found[Period.parse(code).frequency].append(code)
    order = ("quarter", "half", "nine_months", "year", "month")
    groups = [
        html.Optgroup(
            [
                html.Option(lang.period(code), value=code, selected=code == view.pack.period)
                for code in found[kind]
            ],
            label=lang(FREQUENCY_WORDS[kind]),
        )
        for kind in order
        if found[kind]
    ]
    return html.Div(
        [
            html.Label(lang("Số liệu đến hết"), htmlFor="report-period"),
            html.Select(groups, id="report-period", className="select", **{"data-choose-by": "p"}),
        ],
        className="control",
    )


def _sections(view: ReportView) -> Component:
    lang = view.choice.language
    ticks = [
        _tick("sections", key, lang(word), key in view.pack.sections, lang(ABOUT[key]))
        for key, word in SECTIONS.items()
    ]
    return html.Div(ticks, className="ticks", role="group", **{"aria-label": lang("Các phần")})


def _indicators(view: ReportView) -> Component:
    """All indicators by pillar, to be ticked; folded, because the three that stand at first mostly do."""
    lang, chosen = view.choice.language, view.pack.indicators
    catalogue = view.known.catalogue
    pillars = {one.code: lang.pick(one.name_vi, one.name_en) for one in PILLARS}
    groups = [
        html.Div(
            [
                html.H3(pillars[code]),
                *(
                    _tick("indicators", one.code, one.code, one.code in chosen, name(one, lang))
                    for one in found
                ),
            ],
            className="report-pillar",
            role="group",
            **{"aria-label": pillars[code]},
        )
        for code, found in groupby(catalogue, key=lambda one: one.pillar)
    ]
    words = [html.Li([html.Strong(code), " ", name(catalogue[code], lang)]) for code in chosen[:MOST_NAMED]]
    if len(chosen) > MOST_NAMED:
        words.append(html.Li(lang.plural("và {n} chỉ số khác", len(chosen) - MOST_NAMED)))
    return html.Div(
        [
            html.Ul(words, className="report-chosen"),
            html.Details(
                [
                    html.Summary(lang("Chọn chỉ số ({n}/{all})", n=len(chosen), all=len(catalogue))),
                    html.Div(groups, className="report-pillars"),
                ],
                id="report-indicators",
                className="report-all",
            ),
        ]
    )


MOST_NAMED = 6  # indicators chosen are named beside the folded list; of more, how many


def _files(view: ReportView) -> list[Component]:
    lang, pack = view.choice.language, view.pack
    formats = [_tick("files", key, lang(word), key in pack.formats) for key, word in FORMATS.items()]
    written = [segment(lang(word), pack.locale == code, written=code) for code, word in WRITTEN.items()]
    without = "" if view.known.template else lang("Chưa đặt tệp mẫu của cơ quan (REPORT_TEMPLATE)")
    templates = [
        segment(
            lang(word),
            pack.template == key,
            disabled=without if key == MINISTRY else "",
            template="" if key == OWN else key,
        )
        for key, word in TEMPLATE_WORDS.items()
    ]
    return [
        html.Div(formats, className="ticks ticks--files", role="group", **{"aria-label": lang("Loại tệp")}),
        html.Div(
            [
                _segments(lang("Ngôn ngữ của tài liệu"), written),
                _segments(lang("Mẫu trình chiếu"), templates),
            ],
            className="report-row",
        ),
    ]


def _tick(name: str, value: str, text: str, ticked: bool, about: str = "") -> Component:
    """A box to tick; assets/2_choice.js writes all that are ticked of a name to the address."""
    words = [html.Span(text, className="tick-text")]
    if about:
        words.append(html.Span(about, className="tick-about"))
    attributes: Mapping[str, str] = {
        "data-tick": name,
        "data-value": value,
        "aria-checked": "true" if ticked else "false",
    }
    return html.Button(
        [html.Span(className="tick-box", **{"aria-hidden": "true"}), html.Span(words)],
        type="button",
        role="checkbox",
        className="tick",
        **attributes,
    )
