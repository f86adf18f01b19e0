"""The register of everything that can be taken away, by page and by name."""

from collections.abc import Callable, Mapping

from callbacks import files_map
from callbacks.asked import Asked
from exports.thing import Thing
from layouts import links

PAGES: Mapping[str, Mapping[str, Callable[[Asked], Thing]]] = {
    links.MAP.strip("/"): files_map.THINGS,
}
