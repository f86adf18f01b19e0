"""The way down as links back up."""

import pytest

from indicators.catalogue import read_catalogue
from layouts.breadcrumbs import breadcrumbs, province_way
from layouts.choice import choice
from tests.unit.layouts.look import attributes, parts, texts

TUYEN_QUANG = ("08", "Tuyên Quang")


def trail(search="", **more):
    return breadcrumbs(choice(search, read_catalogue(), "vi"), TUYEN_QUANG, **more)


def current(shown):
    return [part.children for part in parts(shown) if getattr(part, "aria-current", None) == "page"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ["Cả nước", "Tuyên Quang"]),
        ({"communes": True}, ["Cả nước", "Tuyên Quang", "Các xã"]),
        ({"commune": "Xã Lũng Cú"}, ["Cả nước", "Tuyên Quang", "Các xã", "Xã Lũng Cú"]),
    ],
)
def test_every_step_above_is_a_link_and_this_page_is_none(more, words):
    shown = trail(**more)
    assert texts(shown) == words
    assert current(shown) == words[-1:]
    assert len(attributes(shown, "href")) == len(words) - 1


def test_links_carry_what_is_looked_at_along():
    shown = trail(
        "?i=N01&p=2026-Q3&b=63&area=08&lang=en&theme=contrast&load=12&group=peers", commune="Lũng Cú"
    )
    kept = "lang=en&theme=contrast&load=12"
    assert attributes(shown, "href") == [
        f"/ban-do?i=N01&p=2026-Q3&b=63&{kept}",
        f"/tinh?area=08&i=N01&p=2026-Q3&b=63&{kept}",
        f"/xa?area=08&i=N01&p=2026-Q3&b=63&{kept}",
    ]


def test_what_is_the_default_is_not_said():
    assert attributes(trail(communes=True), "href") == ["/ban-do?i=S02", "/tinh?area=08&i=S02"]


def test_a_name_is_never_read_as_markup():
    assert "<b>Lũng</b>" in texts(trail(commune="<b>Lũng</b>"))


def test_the_panel_leads_to_the_page_of_its_province():
    shown = province_way(choice("?i=N01&area=08&lang=en", read_catalogue(), "vi"))
    assert attributes(shown, "href") == ["/tinh?area=08&i=N01&lang=en"]
