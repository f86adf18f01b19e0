"""The register of everything that can be taken away, by page and by name."""

from collections.abc import Callable, Mapping

from callbacks import (
    files_communes,
    files_compare,
    files_indicator,
    files_map,
    files_overview,
    files_province,
    files_quality,
    files_spine,
    files_systems,
    files_tasks,
)
from callbacks.asked import Asked
from exports.thing import Thing
from layouts import links

HOME = "tong-quan"  # what the page at "/" is called where an address needs a name

PAGES: Mapping[str, Mapping[str, Callable[[Asked], Thing]]] = {
    links.MAP.strip("/"): files_map.THINGS,
    links.COMPARE.strip("/"): files_compare.THINGS | files_spine.THINGS,
    links.PROVINCE.strip("/"): files_province.THINGS,
    links.TASKS.strip("/"): files_tasks.THINGS,
    links.SYSTEMS.strip("/"): files_systems.THINGS,
    links.INDICATOR.strip("/"): files_indicator.THINGS,
    links.COMMUNES.strip("/"): files_communes.THINGS,
    links.QUALITY.strip("/"): files_quality.THINGS,
    HOME: files_overview.THINGS,
}
