"""What a Fault says of itself, in the reader's language where its wording is known."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from language import N_, Language

NUMBER, DAY = r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?", r"\d{4}-\d\d-\d\d"
OF_INDICATOR = re.compile(r"(?P<code>[A-Z]\d\d[a-z]?): (?P<rest>.+)")
TOTAL = re.compile(
    rf"total (?P<total>{NUMBER}), sum of (?P<have>\d+) of (?P<all>\d+) parts (?P<sum>{NUMBER})"
)

# Those that say nothing beyond the name of their kind.
SAID_BY_KIND = frozenset(
    {
        "the load is not yet approved",
        "the load log does not know this load",
        "several rows with one key in one load",
        "the measure is not in dim_measure",
        "a date of the period can't be read",
        "the area version was not in force in the period",
        "no province contains this commune",
        "reported as not available",
        "the denominator is zero",
        "neither an indicator nor a listed system has this milestone",
        "the area version was not in force when the report came",
        "the area version was not in force when it is said to have completed",
        "not among the listed tasks: counted in D04 alone",
    }
)
WORDINGS = (
    (TOTAL, N_("tổng {total}, cộng {have}/{all} đơn vị dưới được {sum}")),
    (re.compile(rf"(?P<n>{NUMBER}) of (?P<d>{NUMBER})"), N_("tử số {n}, mẫu số {d}")),
    (
        re.compile(rf"(?P<n>{NUMBER}) on (?P<day>{DAY}) of (?P<d>{NUMBER}) on (?P<other>{DAY})"),
        N_("tử số {n} ngày {day}, mẫu số {d} ngày {other}"),
    ),
    (re.compile(r"area_key (?P<key>-?\d+) is not in dim_area"), N_("khóa địa bàn {key}")),
    (re.compile(r"area_key (?P<key>-?\d+) to (?P<other>-?\d+)"), N_("khóa địa bàn từ {key} sang {other}")),
    (re.compile(r"ethnic_code (?P<key>.+) is not in dim_ethnic_group"), N_("mã dân tộc {key}")),
    (
        re.compile(rf"the period ends before it starts: (?P<day>{DAY}) to (?P<other>{DAY})"),
        N_("từ {day} đến {other}"),
    ),
    (re.compile(rf"the period ends after today: (?P<day>{DAY})"), N_("kết thúc ngày {day}")),
    (re.compile(rf"(?P<field>\w+) lies after today: (?P<day>{DAY})"), N_("{field} là {day}")),
    (re.compile(r"(?P<field>\w+) can't be read"), N_("{field} không đọc được")),
    (re.compile(rf"(?P<field>percent_complete) is (?P<n>{NUMBER})"), N_("{field} là {n}")),
    (re.compile(r"(?P<field>percent_complete) is not a number"), N_("{field} không phải là số")),
    (re.compile(r"nothing is asked of a (?P<level>\w+) here"), N_("{level} không phải báo cáo nội dung này")),
    (
        re.compile(r"the load has no day: not counted in D04"),
        N_("lần nạp không có ngày nên không được tính vào chỉ số về giao nhiệm vụ"),
    ),
    (re.compile(r"value '(?P<key>.*)'"), N_("ghi là “{key}”")),
    (re.compile(r"numbers hidden: too few people"), N_("số được ẩn vì quá ít người")),
    (re.compile(rf"a count of (?P<n>{NUMBER})"), N_("số đếm {n}")),
    (
        re.compile(r"target of (?P<key>\S+): no such indicator: \S+"),
        N_("chỉ tiêu của {key}: không có chỉ số này"),
    ),
    (
        re.compile(r"target of (?P<key>\S+): (?:the date or the value|the date|the value) can't be read"),
        N_("chỉ tiêu của {key}: ngày hoặc giá trị không đọc được"),
    ),
    (
        re.compile(r"target of (?P<key>\S+): several targets with one key in one load"),
        N_("chỉ tiêu của {key}: nhiều chỉ tiêu cùng ngày trong một lần nạp"),
    ),
    (
        re.compile(r"target of (?P<key>\S+): the load log does not know this load"),
        N_("chỉ tiêu của {key}: lần nạp không có trong nhật ký"),
    ),
    (
        re.compile(r"target of (?P<key>\S+): area_key -?\d+ is not in dim_area"),
        N_("chỉ tiêu của {key}: địa bàn không có trong danh mục"),
    ),
)
NUMBERS, DAYS = ("total", "sum", "have", "all", "n", "d"), ("day", "other")
FIELDS = {
    "planned_date": N_("ngày dự kiến"),
    "completed_date": N_("ngày hoàn thành"),
    "completed_on": N_("ngày hoàn thành"),
    "started_on": N_("ngày bắt đầu"),
    "due_date": N_("hạn hoàn thành"),
    "percent_complete": N_("tỷ lệ hoàn thành"),
}
LEVELS = {"country": N_("cấp trung ương"), "province": N_("cấp tỉnh"), "commune": N_("cấp xã")}


@dataclass(frozen=True, slots=True)
class ControlTotal:
    """A control total beside the sum of the parts that are there."""

    total: float
    sum: float
    parts: int
    parts_expected: int


def control_total(detail: str) -> ControlTotal | None:
    """The numbers in the detail of a disagreeing total; None where it is worded otherwise."""
    found = TOTAL.fullmatch(detail)
    if found is None:
        return None
    return ControlTotal(float(found["total"]), float(found["sum"]), int(found["have"]), int(found["all"]))


def detail_text(detail: str, lang: Language) -> str | None:
    """The detail in the reader's language, empty where its kind says it all; None where it isn't known."""
    if detail in SAID_BY_KIND:
        return ""
    for pattern, wording in WORDINGS:
        if found := pattern.fullmatch(detail):
            return lang(wording, **_written(found.groupdict(), lang))
    if found := OF_INDICATOR.fullmatch(detail):
        rest = detail_text(found["rest"], lang)
        return None if rest is None else ": ".join(filter(None, (found["code"], rest)))
    return None


def _written(groups: Mapping[str, str], lang: Language) -> dict[str, str]:
    """Numbers, days, fields and levels as they are written here; anything else stays as it is."""
    written = dict(groups)
    for name, text in groups.items():
        if name in NUMBERS:
            written[name] = lang.number(float(text))
        elif name in DAYS:
            with suppress(ValueError):  # a reason that another system wrote may name a day that is none
                written[name] = lang.date(date.fromisoformat(text))
        elif name in ("field", "level") and text in FIELDS | LEVELS:
            written[name] = lang((FIELDS | LEVELS)[text])
    return written
