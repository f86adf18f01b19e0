"""What the page Báo cáo shows: the pack chosen, what there is to choose from, and what has been frozen."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports.editions import Edition
from exports.pack import Known, Pack, PackFault
from indicators.loads import Changes
from indicators.model import COUNTRY
from language import Language
from layouts.choice import Choice


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything the page is made of. `areas` are the provinces of a group, the named ones or those it has.

    `opened` is the edition that the address names; `changes` is what its numbers follow from that is
    otherwise now, `since` what later loads revised. `wrong` is a number in the address that no edition has.
    """

    choice: Choice
    known: Known
    pack: Pack
    faults: tuple[PackFault, ...]
    areas: tuple[str, ...]
    editions: tuple[Edition, ...]
    opened: Edition | None = None
    changes: tuple[str, ...] = ()
    since: Changes | None = None
    wrong: str = ""


def scope_words(pack: Pack, names: Mapping[str, tuple[str, str]], lang: Language) -> str:
    """What a pack is of, in words."""

    def name(code: str) -> str:
        return lang.pick(*names.get(code, (code, code)))

    if pack.kind == "country":
        return lang("Cả nước")
    if pack.group == "peers":
        return lang("{area} và các tỉnh tương đồng", area=name(pack.area))
    if pack.group == "region":
        return lang("{area} và các tỉnh cùng vùng cũ", area=name(pack.area))
    if pack.group:
        return ", ".join(name(code) for code in pack.group.split(","))
    return name(pack.area)


def province(pack: Pack) -> str:
    """The province that a pack is of or that names its group; empty for none."""
    return "" if pack.area == COUNTRY else pack.area
