"""What the page So sánh is made of, and what of its address can be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.model import Value
from indicators.scorecard import Column
from language import N_, Language
from layouts.choice import Choice, Problem

MOST = 6  # provinces laid side by side; more lines can't be told apart
BY_NAME, BY_MET = "name", "met"
TOO_MANY = N_(
    "So sánh nhiều nhất 6 tỉnh, thành phố một lúc, nên chưa thêm {value}. Hãy bỏ bớt một tỉnh rồi chọn lại."
)
NO_PROVINCE = N_(
    "Nhóm so sánh “{value}” cần một tỉnh, thành phố để so: hãy chọn tỉnh trước. Đang hiện tất cả."
)

Names = Mapping[str, tuple[str, str]]  # of provinces by code: Vietnamese and English


@dataclass(frozen=True, slots=True)
class CompareView:
    """The columns of the scorecard, the provinces that are its rows, and the indicator that is looked at.

    `looked_at` is its column, None where it is measured nationally only. `quarters` can be chosen.
    """

    choice: Choice
    columns: tuple[Column, ...]
    looked_at: Column | None
    names: Names
    rows: tuple[str, ...]
    quarters: tuple[str, ...]
    min_denominator: int

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns of indicators that still apply to somebody."""
        return tuple(column for column in self.columns if column.applies)

    def name(self, code: str) -> str:
        """The name of a province."""
        return self.choice.language.pick(*self.names[code])

    def in_group(self, values: Sequence[Value]) -> list[Value]:
        """The values of the provinces that are shown."""
        return [value for value in values if value.area_code in self.rows]


def checked(chosen: Choice, names: Names, codes: Sequence[str]) -> Choice:
    """The choice with provinces and an order that are there; what is not, and a seventh province, is told.

    The province looked at is one of those chosen: the one that the address names, else the first. `codes` are
    those of the columns.
    """
    problems = list(chosen.problems)
    unknown = [code for code in chosen.areas if code not in names]
    if unknown:
        problems.append(Problem("areas", ", ".join(unknown), tuple(names)))
    areas = [code for code in chosen.areas if code in names]
    if chosen.area is not None and chosen.area not in names:
        problems.append(Problem("area", chosen.area, tuple(names)))
    elif chosen.area is not None and chosen.area not in areas:
        areas.append(chosen.area)
    if len(areas) > MOST:
        over = ", ".join(chosen.language.pick(*names[code]) for code in areas[MOST:])
        problems.append(Problem("areas", over, reason=TOO_MANY))
    areas = areas[:MOST]
    area = chosen.area if chosen.area in areas else next(iter(areas), None)
    group = chosen.group
    if group is not None and not group[0].isdigit() and area is None:
        problems.append(Problem("group", group, reason=NO_PROVINCE))
        group = None
    elif group is not None and group[0].isdigit():
        strangers = [code for code in group.split(",") if code not in names]
        if strangers:
            problems.append(Problem("group", ", ".join(strangers), tuple(names)))
        group = ",".join(code for code in group.split(",") if code in names) or None
    sort = chosen.sort
    allowed = (BY_NAME, BY_MET, *codes)
    if sort is not None and sort.removeprefix("-") not in allowed:
        problems.append(Problem("sort", sort, tuple(f"{sign}{one}" for one in allowed for sign in ("", "-"))))
        sort = None
    return replace(
        chosen,
        areas=tuple(areas),
        area=area,
        group=group,
        sort=sort,
        boundaries="34",
        problems=tuple(problems),
    )


def with_area(chosen: Choice, code: str) -> str:
    """The codes of the provinces chosen with one more, as the address has them."""
    return ",".join(dict.fromkeys((*chosen.areas, code)))


def without_area(chosen: Choice, code: str) -> str:
    """The codes of the provinces chosen without one, as the address has them."""
    return ",".join(each for each in chosen.areas if each != code)


def short_period(code: str, lang: Language) -> str:
    """A period in as few letters as the head of a narrow column holds: "Q3/26", "T10/26", "2024"."""
    year, _, part = code.partition("-")
    if not part:
        return year
    if part.isdecimal():
        part = lang("T{month}", month=int(part))
    return f"{part}/{year[2:]}"
