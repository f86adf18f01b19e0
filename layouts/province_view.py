"""What the page Tỉnh shows of one province, and what it is called."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from indicators.province import Measured, Standing
from indicators.territory import Named, Territory
from language import N_, Language
from layouts.breadcrumbs import carried
from layouts.choice import Choice
from layouts.components import Children
from layouts.links import PROVINCE, link

GROUP_WORDS = {"peers": N_("Tỉnh tương đồng"), "region": N_("Cùng vùng cũ")}
OWN_GROUP = N_("Nhóm tự chọn")
MEDIAN_WORDS = {"peers": N_("Trung vị các tỉnh tương đồng"), "region": N_("Trung vị các tỉnh cùng vùng cũ")}
OWN_MEDIAN = N_("Trung vị nhóm tự chọn")


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """A province of the address with where it stands; `group` are the codes it is compared with.

    `choice` has its area checked, `names` are those of the provinces that these boundaries have, by code.
    """

    choice: Choice
    area: str
    boundaries: str
    territory: Territory
    measured: tuple[Measured, ...]
    standings: tuple[Standing, ...]
    group: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]

    @property
    def former(self) -> bool:
        """Whether it is a former province, of which peers, tasks and reports of today are none."""
        return self.territory.of_former

    @property
    def counts(self) -> Counter[str]:
        """How many indicators have each status. Parts are counted with their whole."""
        return Counter(one.value.status for one in self.standings if not one.indicator.part_of)

    @property
    def name(self) -> str:
        """Its name without its kind."""
        return short_name(self.territory.chosen, self.choice.language)

    def name_of(self, code: str) -> str:
        """The name of a province by its code."""
        return self.choice.language.pick(*self.names.get(code, (code, code)))


def short_name(one: Named, lang: Language) -> str:
    """The name of a province without its kind."""
    return lang.pick(one.name_vi, one.name_en)


def full_name(one: Named, lang: Language) -> str:
    """The name of a province with what it is at the end of the period, "Thành phố Huế", "Hue City"."""
    name = short_name(one, lang)
    if one.kind == "city":
        return name if lang.code == "en" and name.endswith("City") else lang("Thành phố {name}", name=name)
    return lang("Tỉnh {name}", name=name) if one.kind == "province" else name


def province_link(content: Children, code: str, chosen: Choice, class_name: str = "") -> Component:
    """A link to the page of another province, seen as this one is."""
    return link(content, PROVINCE, chosen, class_name, area=code, group=chosen.group, **carried(chosen))
