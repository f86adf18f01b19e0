"""From choosing another indicator to the map painted with it, through the page's own control."""

from collections.abc import Sequence
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    NoSuchElementException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from benchmarks.browser import PATIENCE, painted, settle, transfers
from benchmarks.page import opened
from benchmarks.served import LOCAL, Served
from benchmarks.table import Row
from layouts.links import MAP

TIMES = 20
OPTION = "//label[.//*[@class='option-code'][.='{}']]"
CHANGING = (NoSuchElementException, ElementClickInterceptedException, StaleElementReferenceException)


def change(driver: Any, server: Served, codes: Sequence[str]) -> list[Row]:
    """Click to painted and its bytes, for indicators that no page has shown since the start, and again.

    Of the codes the page shows the last one first.
    """
    opened(driver, f"http://{LOCAL}:{server.port}{MAP}?i={codes[-1]}")
    new = [chosen(driver, code)[0] for code in codes[:-1]]
    again = [chosen(driver, codes[number % len(codes)]) for number in range(TIMES)]
    unseen = Row("indicator change to painted, first look since the start", new, "ms")
    return [
        unseen,
        Row(
            "indicator change to painted, looked at before", [taken for taken, _, _ in again], "ms", 0, unseen
        ),
        Row("bytes of the map's update", [size for _, size, _ in again], "KB", 1),
        Row("bytes of an indicator change, all parts of the page", [size for _, _, size in again], "KB", 1),
    ]


def chosen(driver: Any, code: str) -> tuple[float, float, float]:
    """Milliseconds from choosing an indicator to its map, KB of the map's answer, KB of all answers."""
    driver.find_element(By.ID, "indicator").click()
    transfers(driver)
    WebDriverWait(driver, PATIENCE, 0.05, CHANGING).until(lambda page: click(page, code))
    milliseconds = painted(driver)
    settle(driver)
    sizes = transfers(driver)
    of_the_map = sum(size for what, size in sizes.items() if "map.figure" in what)
    return milliseconds, of_the_map, sum(sizes.values())


def click(driver: Any, code: str) -> bool:
    """True once the option of that indicator was clicked."""
    option = driver.find_element(By.XPATH, OPTION.format(code))
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", option)
    option.click()
    return True
