"""What must hold between the keys of a definition, beyond the type of each.

A rule is a plain function. The names of its parameters are the keys that it reads, so that it still runs when
other keys of the file are wrong. It yields (key, message) for each fault, in the words of who mends the file.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise
from typing import Any

from indicators.model import Baseline, Indicator, Target
from indicators.pillars import PILLAR_ORDER

Finding = tuple[str, str]
Rule = Callable[..., Iterator[Finding]]

CODE = re.compile(r"[A-Z][A-Za-z0-9]{1,39}")
MEASURE = re.compile(r"[a-z][a-z0-9_]{0,39}")
PROVINCE = re.compile(r"[0-9]{2}")
UNITS = {"ratio": "%", "score": "điểm", "milestone": "mốc"}  # a count has what it counts


def findings(rules: Sequence[Rule], known: Mapping[str, Any]) -> Iterator[Finding]:
    """The faults found by those rules whose keys are all known."""
    for rule in rules:
        keys = inspect.signature(rule).parameters
        if keys.keys() <= known.keys():
            yield from rule(**{key: known[key] for key in keys})


def code_is_well_formed(code: str) -> Iterator[Finding]:
    if not CODE.fullmatch(code):
        yield "code", f'"{code}" sai dạng; chấp nhận: chữ hoa rồi chữ hoặc số, không dấu, ví dụ S01a'


def pillar_is_known(pillar: str) -> Iterator[Finding]:
    if pillar not in PILLAR_ORDER:
        yield "pillar", f'không có nhóm "{pillar}"; chấp nhận: {", ".join(PILLAR_ORDER)}'


def unit_fits_kind(kind: str, unit: str) -> Iterator[Finding]:
    expected = UNITS.get(kind)
    if expected and unit != expected:
        yield "unit", f'"{unit}" không hợp với loại {kind}; chấp nhận: "{expected}"'
    if kind == "count" and unit in UNITS.values():
        yield "unit", f'"{unit}" không hợp với loại count; chấp nhận: tên đơn vị đếm, ví dụ "người"'


def survey_is_ratio(kind: str, survey: bool) -> Iterator[Finding]:
    """A survey's interval comes from how many were asked: without a denominator there is none."""
    if survey and kind != "ratio":
        yield "survey", f"true không hợp với loại {kind}; chấp nhận: true chỉ với loại ratio"


def milestone_stops_at_provinces(kind: str, level: str) -> Iterator[Finding]:
    """Milestones are reported by the country and by provinces; no commune has one of its own."""
    if kind == "milestone" and level == "commune":
        yield "level", '"commune" không hợp với loại milestone; chấp nhận: "country" hoặc "province"'


def measures_are_well_formed(numerator: Sequence[str], denominator: Sequence[str]) -> Iterator[Finding]:
    for key, side in (("numerator", numerator), ("denominator", denominator)):
        for measure in side:
            if not MEASURE.fullmatch(measure):
                yield key, f'"{measure}" không phải mã số đo; chấp nhận: chữ thường không dấu, số và dấu _'
        if len(set(side)) < len(side):
            yield key, "có số đo lặp lại; chấp nhận: mỗi số đo một lần"
    for measure in sorted(set(numerator) & set(denominator)):
        yield "denominator", f'"{measure}" đứng ở cả tử số và mẫu số; chấp nhận: chỉ ở một bên'


def measures_fit_kind(kind: str, numerator: Sequence[str], denominator: Sequence[str]) -> Iterator[Finding]:
    above, below = len(numerator), len(denominator)
    if kind == "milestone" and above:
        yield "numerator", "loại milestone không có tử số; chấp nhận: []"
    if kind == "score" and above != 1:
        yield "numerator", f"loại score có {above} số đo ở tử số; chấp nhận: đúng một"
    if kind in ("ratio", "count") and not above:
        yield "numerator", f"loại {kind} không có tử số; chấp nhận: ít nhất một số đo"
    if kind == "ratio" and below != above:
        yield (
            "denominator",
            f"có {below} số đo, tử số có {above}; chấp nhận: số lượng bằng nhau, từng cặp một",
        )
    if kind != "ratio" and below:
        yield "denominator", f"loại {kind} không có mẫu số; chấp nhận: []"


def scale_is_usable(kind: str, scale: tuple[float, float]) -> Iterator[Finding]:
    low, high = scale
    if low >= high:
        yield "scale", f"[{low:g}, {high:g}] không tăng dần; chấp nhận: [thấp, cao] với thấp < cao"
    elif kind == "ratio" and not 0 <= low < high <= 100:
        yield "scale", f"[{low:g}, {high:g}] ra ngoài khoảng của tỷ lệ; chấp nhận: trong [0, 100]"


def both_languages(disputed_vi: str, disputed_en: str) -> Iterator[Finding]:
    if bool(disputed_vi.strip()) != bool(disputed_en.strip()):
        empty = "disputed_en" if disputed_vi.strip() else "disputed_vi"
        yield empty, "còn trống; chấp nhận: ghi cả disputed_vi và disputed_en, hoặc để trống cả hai"


def end_is_explained(
    applicable_until: date | None, ended_because_vi: str, ended_because_en: str
) -> Iterator[Finding]:
    for key, reason in (("ended_because_vi", ended_because_vi), ("ended_because_en", ended_because_en)):
        if applicable_until and not reason.strip():
            yield key, "thiếu khi có applicable_until; chấp nhận: một câu nêu lý do"
        if reason.strip() and not applicable_until:
            yield key, "có lý do kết thúc nhưng thiếu applicable_until; chấp nhận: ghi cả hai hoặc bỏ cả hai"


def value_is_possible(kind: str, value: float) -> Iterator[Finding]:
    possible, wanted = {
        "ratio": (0 <= value <= 100, "từ 0 đến 100"),
        "milestone": (value == 1, "1 (hoàn thành)"),
    }.get(kind, (value >= 0, "từ 0 trở lên"))
    if not possible:
        yield "value", f"{value:g} ngoài khoảng của đơn vị; chấp nhận: {wanted}"


def score_lies_on_scale(kind: str, scale: tuple[float, float], value: float) -> Iterator[Finding]:
    """A score has no range of its own: what is to be reached must at least be on the scale that is drawn."""
    if kind == "score" and not scale[0] <= value <= scale[1]:
        yield "value", f"{value:g} ngoài thang màu; chấp nhận: từ {scale[0]:g} đến {scale[1]:g}"


def operator_fits_direction(direction: str, operator: str) -> Iterator[Finding]:
    wanted = {"up": ">=", "down": "<="}[direction]
    if operator not in (wanted, "="):
        yield "operator", f'"{operator}" trái với direction = "{direction}"; chấp nhận: "{wanted}" hoặc "="'


def superseding_is_whole(date: date, superseded_on: date | None, superseded_by: str) -> Iterator[Finding]:
    if superseded_on and not superseded_by.strip():
        yield "superseded_by", "thiếu khi có superseded_on; chấp nhận: số, ngày của văn bản thay thế"
    if superseded_by.strip() and not superseded_on:
        yield "superseded_on", "thiếu khi có superseded_by; chấp nhận: ngày văn bản thay thế có hiệu lực"
    if superseded_on and superseded_on > date:
        yield "superseded_on", f"{superseded_on} sau hạn {date}; chấp nhận: không muộn hơn hạn của chỉ tiêu"


def provinces_are_codes(provinces: Sequence[str]) -> Iterator[Finding]:
    for province in provinces:
        if not PROVINCE.fullmatch(province):
            yield "provinces", f'"{province}" không phải mã tỉnh; chấp nhận: hai chữ số, ví dụ "46"'
    if len(set(provinces)) < len(provinces):
        yield "provinces", "có tỉnh lặp lại; chấp nhận: mỗi tỉnh một lần"


def own_plan_names_provinces(basis: str, level: str, provinces: Sequence[str]) -> Iterator[Finding]:
    """A target is either of provinces' own plans or everyone's; own targets beside that come as data."""
    if basis == "province" and not provinces:
        yield "provinces", 'thiếu khi basis = "province"; chấp nhận: mã các tỉnh có kế hoạch, ví dụ ["46"]'
    if provinces and basis != "province":
        yield "provinces", f'không hợp với basis = "{basis}"; chấp nhận: chỉ khi basis = "province"'
    if provinces and level == "country":
        yield "provinces", 'không hợp với level = "country"; chấp nhận: level = "province" hoặc "commune"'


def context_has_no_target(basis: str, targets: Sequence[Target]) -> Iterator[Finding]:
    if basis == "context" and targets:
        yield "targets", 'không hợp với basis = "context"; chấp nhận: không có chỉ tiêu, hoặc một basis khác'


def targets_are_in_order(targets: Sequence[Target]) -> Iterator[Finding]:
    in_force = [target for target in targets if target.superseded_on is None]
    for earlier, later in pairwise(in_force):
        if later.date <= earlier.date:
            yield (
                "targets",
                f"hạn {later.date} đứng sau {earlier.date}; chấp nhận: các hạn khác nhau, tăng dần",
            )
    if in_force and in_force[-1].interim:
        yield (
            "targets",
            "chỉ tiêu cuối cùng là chỉ tiêu trung gian (interim); chấp nhận: chỉ tiêu của hạn cuối",
        )


def milestone_has_one_deadline(kind: str, targets: Sequence[Target]) -> Iterator[Finding]:
    """An amended deadline supersedes the one before, so at most one is in force."""
    in_force = [target for target in targets if target.superseded_on is None]
    if kind == "milestone" and (not targets or len(in_force) > 1):
        yield (
            "targets",
            f"loại milestone có {len(in_force)} hạn còn hiệu lực; chấp nhận: một chỉ tiêu với value = 1",
        )


def milestone_has_no_baseline(kind: str, baseline: Baseline | None) -> Iterator[Finding]:
    if kind == "milestone" and baseline:
        yield "baseline", "loại milestone không có đường đi để đo; chấp nhận: bỏ [baseline]"


def baseline_precedes_targets(
    direction: str, targets: Sequence[Target], baseline: Baseline | None
) -> Iterator[Finding]:
    if baseline is None or not targets:
        return
    first = min(target.date for target in targets)
    if baseline.date >= first:
        yield "baseline.date", f"{baseline.date} không trước hạn đầu tiên; chấp nhận: trước {first}"
    goal = targets[-1].value
    beyond = baseline.value > goal if direction == "up" else baseline.value < goal
    if beyond:  # equal is allowed: it means "hold"
        yield "baseline.value", f"mốc gốc {baseline.value:g} đã vượt chỉ tiêu; chấp nhận: không quá {goal:g}"


def check_is_whole(checked_by: str, checked_on: date | None, next_review: date | None) -> Iterator[Finding]:
    if checked_by.strip() and not checked_on:
        yield "checked_on", "thiếu trong khi có checked_by; chấp nhận: ngày kiểm tra"
    if checked_on and not checked_by.strip():
        yield "checked_by", "còn trống trong khi có checked_on; chấp nhận: người hoặc đơn vị đã kiểm tra"
    if checked_on and next_review and next_review <= checked_on:
        yield "next_review", f"{next_review} không sau ngày kiểm tra; chấp nhận: sau {checked_on}"


def parts_exist(parts: Sequence[str], part_of: str, files: Set[str]) -> Iterator[Finding]:
    """Faults of parts and wholes that no file defines; `files` holds the codes of all definition files."""
    for key, codes in (("parts", parts), ("part_of", [part_of] if part_of else [])):
        for code in codes:
            if code not in files:
                yield key, f'không có chỉ số "{code}"; chấp nhận: mã của một tệp định nghĩa có trong thư mục'


def parts_make_whole(indicator: Indicator, by_code: Mapping[str, Indicator]) -> Iterator[Finding]:
    """Faults between an indicator and its parts: they name each other, and together they are its measures."""
    parts = [by_code[code] for code in indicator.parts if code in by_code]
    for part in parts:
        if part.part_of != indicator.code:
            yield (
                "parts",
                f'{part.code} không nhận là thành phần; chấp nhận: part_of = "{indicator.code}" ở tệp đó',
            )
    if parts and len(parts) == len(indicator.parts):
        for key in ("numerator", "denominator"):
            joined = tuple(measure for part in parts for measure in getattr(part, key))
            if joined != getattr(indicator, key):
                yield key, f"không bằng các thành phần cộng lại; chấp nhận: {', '.join(joined)}"
    whole = by_code.get(indicator.part_of)
    if whole and indicator.code not in whole.parts:
        yield "part_of", f'{whole.code} không kể nó; chấp nhận: thêm "{indicator.code}" vào parts ở tệp đó'


INDICATOR_RULES: tuple[Rule, ...] = (
    code_is_well_formed,
    pillar_is_known,
    unit_fits_kind,
    survey_is_ratio,
    milestone_stops_at_provinces,
    measures_are_well_formed,
    measures_fit_kind,
    scale_is_usable,
    both_languages,
    end_is_explained,
    context_has_no_target,
    targets_are_in_order,
    milestone_has_one_deadline,
    milestone_has_no_baseline,
    baseline_precedes_targets,
    parts_exist,
)
TARGET_RULES: tuple[Rule, ...] = (
    value_is_possible,
    score_lies_on_scale,
    operator_fits_direction,
    superseding_is_whole,
    provinces_are_codes,
    own_plan_names_provinces,
)
BASELINE_RULES: tuple[Rule, ...] = (value_is_possible, score_lies_on_scale)
REVIEW_RULES: tuple[Rule, ...] = (check_is_whole,)
