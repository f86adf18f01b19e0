"""The choice of a briefing pack as its address states it: `/bao-cao?area=08&p=2026-Q3&indicators=S01,S02`.

Everything is checked here, at the edge, before anything is read or written: a value that can't be used is a
fault that names what is allowed, and a choice with faults is never built.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, urlencode

from indicators.catalogue import Catalogue
from indicators.errors import UnknownParameter
from indicators.model import COUNTRY
from indicators.periods import EXAMPLES, Period
from language import LOCALES, N_, Language, Locale, collation_key

PEERS, REGION = "peers", "region"  # groups named by a province; others are named by their codes
LARGEST_GROUP = 12  # provinces named one by one; more are the country
QUOTED = 60  # so many characters of a value are repeated to the reader, no more
NAMED = 40  # so many allowed values are named

SECTIONS: dict[str, str] = {
    "summary": N_("Tóm tắt"),
    "status": N_("Tình hình bộ chỉ số"),
    "maps": N_("Bản đồ"),
    "ranking": N_("Xếp hạng và so sánh"),
    "paths": N_("Diễn biến các chỉ số"),
    "milestones": N_("Mốc công việc"),
    "tasks": N_("Nhiệm vụ"),
    "quality": N_("Chất lượng số liệu"),
    "definitions": N_("Phụ lục: định nghĩa và nguồn"),
}
FORMATS: dict[str, str] = {
    "pptx": N_("Trình chiếu (PowerPoint)"),
    "docx": N_("Văn bản (Word)"),
    "xlsx": N_("Bảng tính (Excel)"),
    "pdf": N_("Bản in (PDF)"),
}
OWN, MINISTRY = "own", "ministry"
TEMPLATES = (OWN, MINISTRY)
KEY_INDICATORS = ("S02", "S01", "G09")  # drawn one by one where nothing else is asked for

# What a parameter of the address is called where it has to be named to a reader.
PARAMETERS = {
    "area": N_("tỉnh, thành phố"),
    "group": N_("nhóm tỉnh"),
    "p": N_("kỳ báo cáo"),
    "indicators": N_("các chỉ số"),
    "sections": N_("các phần"),
    "written": N_("ngôn ngữ của báo cáo"),
    "files": N_("loại tệp"),
    "template": N_("mẫu trình chiếu"),
    "load": N_("lần nạp số liệu"),
}
NO_PROVINCE = N_("Nhóm “{value}” cần biết là của tỉnh nào. Hãy chọn một tỉnh, thành phố.")
NOT_BEGUN = N_("Kỳ “{value}” chưa bắt đầu. Hãy chọn kỳ có số liệu: {allowed}.")
EMPTY = N_("Kỳ “{value}” chưa có số liệu nào. Hãy chọn kỳ có số liệu: {allowed}.")
HOW_MANY = N_("Nhóm tự chọn cần từ 2 đến {allowed} tỉnh, thành phố; địa chỉ đang có “{value}”.")
NO_TEMPLATE = N_("Chưa có tệp mẫu của cơ quan (biến REPORT_TEMPLATE). Chấp nhận: {allowed}.")
NOT_USED = N_("{meaning} ({parameter}): không dùng được giá trị “{value}”. Chấp nhận: {allowed}.")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is of and what stands in it. `area` is "VN" or a province of today.

    `group` is empty for the country or the province alone; else the pack is of several provinces: "peers" or
    "region" (of `area`, which is one of them), or their codes joined by commas. `indicators` are drawn one by
    one; what counts the whole set counts all. `load` None is what is known now.
    """

    area: str
    group: str
    period: str
    indicators: tuple[str, ...]
    sections: tuple[str, ...]
    locale: Locale
    formats: tuple[str, ...]
    template: str = OWN
    load: int | None = None

    @property
    def scope(self) -> str:
        """The scope in one word: "VN", "08", "peers:08", "region:08" or "04,08,11"."""
        if self.group in (PEERS, REGION):
            return f"{self.group}:{self.area}"
        return self.group or self.area

    @property
    def kind(self) -> str:
        """Whether it is of the "country", of a "province" or of a "group"."""
        return "group" if self.group else "country" if self.area == COUNTRY else "province"

    def address(self) -> str:
        """The query that asks for exactly this pack; `pack` reads it back."""
        given = {
            "area": "" if self.area == COUNTRY else self.area,
            "group": self.group,
            "p": self.period,
            "indicators": ",".join(self.indicators),
            "sections": ",".join(self.sections),
            "written": self.locale,
            "files": ",".join(self.formats),
            "template": "" if self.template == OWN else self.template,
            "load": "" if self.load is None else str(self.load),
        }
        return urlencode({name: value for name, value in given.items() if value}, safe=",")


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to choose from: today's provinces by code with both names, periods with data, loads.

    `template` tells whether the ministry's own file for slides is set.
    """

    catalogue: Catalogue
    provinces: Mapping[str, tuple[str, str]]
    periods: tuple[str, ...]
    loads: tuple[int, ...]
    today: date
    template: bool = False

    @property
    def newest(self) -> str:
        """The newest quarter with data that is over, else the newest period; this year if there is none."""
        over = [code for code in self.periods if Period.parse(code).end <= self.today]
        quarters = [code for code in over if Period.parse(code).frequency == "quarter"]
        found = quarters or over or self.periods
        return max(found, key=lambda code: Period.parse(code).end) if found else str(self.today.year)


@dataclass(frozen=True, slots=True)
class PackFault:
    """A parameter with a value that can't be used, and the values that can; `reason` is a message id."""

    parameter: str
    value: str
    allowed: tuple[str, ...]
    reason: str = NOT_USED

    def told(self, lang: Language) -> str:
        """What is wrong, and what is allowed, in a sentence."""
        meaning = lang(PARAMETERS[self.parameter])
        more = ", …" if len(self.allowed) > NAMED else ""
        return lang(
            self.reason,
            meaning=meaning[0].upper() + meaning[1:],
            parameter=self.parameter,
            value=self.value if len(self.value) <= QUOTED else f"{self.value[:QUOTED]}…",
            allowed=", ".join(self.allowed[:NAMED]) + more,
        )


def pack(search: str | None, known: Known, locale: Locale) -> tuple[Pack, tuple[PackFault, ...]]:
    """What an address asks for, with its faults; what can't be used stands at its default.

    `locale` is the language of a pack that names none. A pack with faults is shown, but not built.
    """
    given = {name: values[-1].strip() for name, values in parse_qs((search or "").lstrip("?")).items()}
    faults: list[PackFault] = []
    refuse = faults.append

    def one_of(name: str, allowed: Sequence[str], default: str, reason: str = NOT_USED) -> str:
        value = given.get(name, default)
        if value in allowed:
            return value
        refuse(PackFault(name, value, tuple(allowed), reason))
        return default

    area = one_of("area", (COUNTRY, *sorted(known.provinces)), COUNTRY)
    load = one_of("load", ("", *map(str, known.loads)), "")
    written = one_of("written", LOCALES, locale)
    template = TEMPLATES if known.template else (OWN,)
    why = NOT_USED if known.template or given.get("template") != MINISTRY else NO_TEMPLATE
    key = tuple(code for code in known.catalogue.codes if code in KEY_INDICATORS) or known.catalogue.codes[:3]
    codes, sections, formats = known.catalogue.codes, tuple(SECTIONS), tuple(FORMATS)
    found = Pack(
        area=area,
        group=_group(given.get("group", ""), area, known, refuse),
        period=_period(given.get("p"), known, refuse),
        indicators=_some_of("indicators", given.get("indicators"), codes, key, refuse),
        sections=_some_of("sections", given.get("sections"), sections, sections, refuse),
        locale="en" if written == "en" else "vi",
        formats=_some_of("files", given.get("files"), formats, formats, refuse),
        template=one_of("template", template, OWN, why),
        load=int(load) if load else None,
    )
    return found, tuple(faults)


def changed(found: Pack, **changes: object) -> str:
    """The query of a pack that differs in this."""
    return replace(found, **changes).address()  # type: ignore[arg-type]


def _some_of(
    name: str,
    given: str | None,
    allowed: tuple[str, ...],
    default: tuple[str, ...],
    refuse: Callable[[PackFault], None],
) -> tuple[str, ...]:
    """Those named, each once and in the order in which they are listed; one unknown refuses the whole."""
    if given is None:
        return default
    named = set(given.split(","))
    wrong = sorted(named - set(allowed))
    if wrong:
        refuse(PackFault(name, ",".join(wrong), allowed))
        return default
    return tuple(one for one in allowed if one in named)


def _period(code: str | None, known: Known, refuse: Callable[[PackFault], None]) -> str:
    """The period asked for: one with data. One that hasn't begun or is empty is refused as such."""
    if code is None:
        return known.newest
    try:
        asked = Period.parse(code)
    except UnknownParameter:
        refuse(PackFault("p", code, EXAMPLES))
        return known.newest
    begun = asked.start <= known.today
    if code in known.periods and begun:
        return code
    like = [one for one in known.periods if Period.parse(one).frequency == asked.frequency]
    newest_first = sorted(like or known.periods, key=lambda one: Period.parse(one).end, reverse=True)
    refuse(PackFault("p", code, tuple(newest_first[:8]), EMPTY if begun else NOT_BEGUN))
    return known.newest


def _group(given: str, area: str, known: Known, refuse: Callable[[PackFault], None]) -> str:
    """A named group of a province, or two provinces of today and more, by the order of their names."""
    if not given:
        return ""
    if given in (PEERS, REGION):
        if area != COUNTRY:
            return given
        refuse(PackFault("area", given, (), NO_PROVINCE))
        return ""
    codes = set(given.split(","))
    if codes <= set(known.provinces) and not 2 <= len(codes) <= LARGEST_GROUP:
        refuse(PackFault("group", given, (str(LARGEST_GROUP),), HOW_MANY))
        return ""
    if codes <= set(known.provinces):
        return ",".join(sorted(codes, key=lambda code: collation_key(known.provinces[code][0])))
    refuse(
        PackFault("group", given, (PEERS, REGION, f"04,08,11 (2–{LARGEST_GROUP})", *sorted(known.provinces)))
    )
    return ""
