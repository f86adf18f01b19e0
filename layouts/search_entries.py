"""What there is to be found: indicators, areas, tasks, systems, pages, parts of the method and terms."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from charts.statuses import STATUSES
from indicators.areas import Areas
from indicators.catalogue import Catalogue
from indicators.pillars import PILLARS
from indicators.systems import System
from indicators.tasks import Task
from language import LOCALES, N_, Language, collation_key, language
from layouts.links import COMMUNES, INDICATOR, METHODOLOGY, PROVINCE, SYSTEMS, TASKS
from layouts.methodology import TITLES
from layouts.pages import PAGES
from layouts.search_index import Entry
from layouts.tasks_view import title as task_title
from layouts.terms import REGISTER

INDICATORS, PROVINCES, COMMUNE_LIST = "indicator", "province", "commune"
TASK_LIST, SYSTEM_LIST, PAGE_LIST, METHOD, TERM = "task", "system", "page", "method", "term"
HEADINGS = {
    INDICATORS: N_("Chỉ số"),
    PROVINCES: N_("Tỉnh, thành phố"),
    COMMUNE_LIST: N_("Xã, phường, đặc khu"),
    TASK_LIST: N_("Nhiệm vụ, giải pháp"),
    SYSTEM_LIST: N_("Hệ thống thông tin"),
    PAGE_LIST: N_("Trang"),
    METHOD: N_("Phương pháp"),
    TERM: N_("Thuật ngữ"),
}
# What is on a page, for those who don't know it by its name.
ON_PAGES = {
    "/": N_("Kết luận chung, việc cần chú ý, mốc công việc, thẻ từng chỉ số"),
    "/ban-do": N_("Từng chỉ số theo tỉnh trên bản đồ, bảng xếp hạng"),
    "/so-sanh": N_("Mọi tỉnh theo mọi chỉ số, đặt tối đa sáu tỉnh cạnh nhau"),
    "/tinh": N_("Một tỉnh qua mọi chỉ số, bên cạnh cả nước và các tỉnh tương đồng"),
    "/xa": N_("Các xã của một tỉnh, đóng góp của từng xã"),
    "/chi-tieu": N_("Định nghĩa, xu hướng, phân bố và lịch sử của một chỉ số"),
    "/nhiem-vu": N_("Ai làm, kết quả gì, hạn nào"),
    "/he-thong": N_("Các hệ thống thông tin mà quyết định nêu tên"),
    "/chat-luong": N_("Đầy đủ, đúng hạn, lỗi số liệu, số sửa lại"),
    "/bao-cao": N_("Bộ tài liệu PowerPoint, Word, Excel, PDF"),
    "/phuong-phap": N_("Cách tính giá trị và trạng thái, các ngưỡng"),
}


def entries(
    catalogue: Catalogue,
    areas: Areas,
    day: date,
    kind: Callable[[str, date], str],
    tasks: Sequence[Task],
    systems: Sequence[System],
    lang: Language,
) -> Iterator[Entry]:
    """Everything that can be found on a day, by kind, each in its own order.

    `kind` tells whether a province is a city. Names are found in both languages, whichever is shown.
    """
    yield from _indicators(catalogue, lang)
    yield from _provinces(areas, day, kind, lang)
    yield from _communes(areas, day, lang)
    yield from _tasks(tasks, lang)
    yield from _systems(systems, lang)
    yield from _pages(lang)
    yield from _method(lang)
    yield from _terms(lang)


def _indicators(catalogue: Catalogue, lang: Language) -> Iterator[Entry]:
    pillars = {pillar.code: pillar for pillar in PILLARS}
    for one in catalogue:
        pillar = pillars[one.pillar]
        yield Entry(
            INDICATORS,
            one.code,
            lang.pick(one.short_vi, one.short_en),
            lang.pick(pillar.name_vi, pillar.name_en),
            INDICATOR,
            (("i", one.code),),
            names=(one.short_vi, one.name_vi, one.short_en, one.name_en, pillar.name_vi, pillar.name_en),
            around=f"chỉ số chỉ tiêu indicator {one.decision} {one.clause}",
            alone=True,
        )


def _provinces(areas: Areas, day: date, kind: Callable[[str, date], str], lang: Language) -> Iterator[Entry]:
    listed = []
    for unit in areas.provinces("34", day):
        now = areas.named_at(unit, "34", day)
        merged = [areas.members(earlier)[-1] for earlier in areas.predecessors(unit)]
        before = [one for earlier in areas.predecessors(unit) for one in areas.members(earlier)]
        renamed = [one for one in areas.members(unit) if one.name_vi != now.name_vi]
        what = lang("Thành phố") if kind(now.code, day) == "city" else lang("Tỉnh")
        made_of = ", ".join(lang.pick(one.name_vi, one.name_en) for one in merged)
        entry = Entry(
            PROVINCES,
            now.code,
            lang.pick(now.name_vi, now.name_en),
            lang("{what} · hợp nhất từ {former}", what=what, former=made_of) if made_of else what,
            PROVINCE,
            (("area", now.code),),
            names=(now.name_vi, now.name_en, *_initials(now.name_vi)),
            former=tuple((lang.pick(one.name_vi, one.name_en), one.code) for one in (*before, *renamed)),
            lasting=True,  # readers go on using them
        )
        listed.append((collation_key(now.name_vi), entry))
    yield from (entry for _, entry in sorted(listed, key=lambda pair: pair[0]))


def _initials(name: str) -> list[str]:
    """A long name as it is often typed: HCM."""
    words = name.split()
    return ["".join(word[0] for word in words)] if len(words) > 2 else []


def _communes(areas: Areas, day: date, lang: Language) -> Iterator[Entry]:
    listed = []
    for unit in areas.provinces("34", day):
        province = areas.named_at(unit, "34", day)
        merged = (areas.members(earlier)[-1].name_vi for earlier in areas.predecessors(unit))
        around = " ".join((province.name_vi, *merged))
        shown = lang.pick(province.name_vi, province.name_en)
        for commune in areas.communes(unit, day):
            earlier = (areas.members(one)[-1] for one in areas.predecessors(areas.unit_of(commune.key)))
            entry = Entry(
                COMMUNE_LIST,
                commune.code,
                lang.pick(commune.name_vi, commune.name_en),
                shown,
                COMMUNES,
                (("area", province.code), ("commune", commune.code)),
                former=tuple((lang.pick(one.name_vi, one.name_en), one.code) for one in earlier),
                around=around,
            )
            listed.append(((collation_key(commune.name_vi), collation_key(province.name_vi)), entry))
    yield from (entry for _, entry in sorted(listed, key=lambda pair: pair[0]))


def _tasks(tasks: Sequence[Task], lang: Language) -> Iterator[Entry]:
    for task in tasks:
        kind = lang("nhiệm vụ") if task.kind == "task" else lang("giải pháp")
        decision = {"1087": "1087/QĐ-TTg", "330": "330/QĐ-UBDT"}[task.decision]
        yield Entry(
            TASK_LIST,
            task.code,
            task_title(task, lang),
            lang("{kind}, Quyết định {decision}", kind=kind.capitalize(), decision=decision),
            TASKS,
            anchor=f"task-{task.code}",
            names=(task.title_vi, task.title_en),
            around=f"{task.group_vi} {task.group_en} {decision} nhiệm vụ giải pháp",
            alone=True,
        )


def _systems(systems: Sequence[System], lang: Language) -> Iterator[Entry]:
    for system in systems:
        yield Entry(
            SYSTEM_LIST,
            system.code,
            lang.pick(system.name_vi, system.name_en),
            lang.pick(system.category, system.category_en),
            SYSTEMS,
            anchor=f"system-{system.code}",
            names=(system.name_vi, system.name_en),
            around=f"hệ thống system {system.category} {system.category_en} {system.decision}",
            alone=True,
        )


def _pages(lang: Language) -> Iterator[Entry]:
    for page in PAGES:
        note = lang(ON_PAGES[page.path]) if page.path in ON_PAGES else ""
        names = tuple(language(code)(page.title) for code in LOCALES)
        yield Entry(PAGE_LIST, "", lang(page.title), note, page.path, names=names, around=note, alone=True)


def _method(lang: Language) -> Iterator[Entry]:
    for anchor, part in TITLES.items():
        words = (part, *(one.word for one in STATUSES.values() if anchor == "method-statuses"))
        yield Entry(
            METHOD,
            "",
            lang(part),
            lang("Phần của trang Phương pháp"),
            METHODOLOGY,
            anchor=anchor,
            names=tuple(language(code)(word) for word in words for code in LOCALES),
        )


def _terms(lang: Language) -> Iterator[Entry]:
    for term in REGISTER:
        word = lang(term.word)
        yield Entry(
            TERM,
            "",
            word[:1].upper() + word[1:],
            lang("Nghĩa của từ, ở trang Phương pháp"),
            METHODOLOGY,
            anchor=term.anchor,
            names=term.names,
        )
