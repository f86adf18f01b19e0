"""The theme that the reader's system wishes."""

import pytest
from flask import Flask

from callbacks.view import wished_theme


@pytest.mark.parametrize(
    ("cookie", "theme"),
    [
        ("wished-theme=dark", "dark"),
        ("wished-theme=contrast", "contrast"),
        ("wished-theme=sepia", "light"),
        ("wished-theme=", "light"),
        ("", "light"),
    ],
)
def test_it_is_told_by_a_cookie_and_anything_else_is_light(cookie, theme):
    with Flask(__name__).test_request_context(headers={"Cookie": cookie}):
        assert wished_theme() == theme


def test_without_a_request_nothing_is_wished():
    assert wished_theme() == "light"
