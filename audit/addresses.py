"""The pages that are looked over, and how they are told to change in place."""

from benchmarks.pages import ADDRESSES
from layouts.pages import PAGES

THEMES = ("light", "dark", "contrast")
DESKTOP, PHONE = (1440, 900), (390, 844)
# As a button of the page does it: the address says it, and whoever is asked for colours answers anew.
CHOOSE = "document.dispatchEvent(new CustomEvent('choose', { detail: { changes: arguments[0] } }))"


def addresses() -> list[str]:
    """One address a page; what other pages lead to is opened with what they would ask for."""
    return [ADDRESSES.get(page.path, page.path) for page in PAGES]
