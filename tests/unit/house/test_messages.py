"""Every text for readers has an English translation, whole."""

import tomllib

import pytest

from language import CATALOGUES
from locales.messages import catalogue, forms, messages_in_code, placeholders, source, texts

IN_CODE = [message for message in messages_in_code() if message.id]


def test_texts_are_found():
    assert {"Năm {year}", "chưa có số liệu"} <= {source(message) for message in IN_CODE}


@pytest.fixture(scope="module")
def english():
    return catalogue("en")


def test_every_text_has_a_translation(english):
    missing = [
        source(message)
        for message in IN_CODE
        if (found := english.get(source(message))) is None or found.fuzzy or not all(forms(found))
    ]
    assert not missing, "run `make messages` and translate"


def test_no_translation_is_without_a_text(english):
    known = {source(message) for message in IN_CODE}
    assert not [source(message) for message in english if message.id and source(message) not in known]


def test_no_translation_is_given_twice(english):
    halves = [(form[: len(form) // 2], form[len(form) // 2 :]) for one in english for form in forms(one)]
    assert not [begun for begun, rest in halves if begun == rest and len(begun) > 20]


def written_in_english(found, key=""):
    """What a file of definitions says in English."""
    if isinstance(found, dict):
        return [text for name, each in found.items() for text in written_in_english(each, name)]
    if isinstance(found, list):
        return [text for each in found for text in written_in_english(each, key)]
    return [found] if isinstance(found, str) and key.endswith("_en") else []


def test_english_has_one_apostrophe(english):
    said = [form for one in english if one.id for form in forms(one)]
    for file in (CATALOGUES.parent / "indicators").rglob("*.toml"):
        said += written_in_english(tomllib.loads(file.read_text("utf-8")))
    assert any("’s " in text for text in said)
    assert not [text for text in said if "'" in text], "’ is the apostrophe"


def test_placeholders_are_kept(english):
    changed = [
        (source(message), translation)
        for message in english
        if message.id
        for number, translation in enumerate(forms(message))
        # "this commune" needs no number where there is one.
        if translation
        and placeholders(translation) | ({"n"} if message.pluralizable and number == 0 else set())
        != placeholders(source(message))
    ]
    assert not changed


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('lang("Một")', [("Một", 1, False)]),
        ('lang.text("Một " "hai", x=1)', [("Một hai", 1, False)]),
        ('lang("Có" if x else "Không")', [("Có", 1, False), ("Không", 1, False)]),
        ('lang.plural("{n} tỉnh", 3)', [("{n} tỉnh", 1, True)]),
        ('NAMES = {"a": N_("Tên")}', [("Tên", 1, False)]),
        ('chosen.language("Một")', [("Một", 1, False)]),
        ('language("vi")', []),
        ('lang(NAMES["a"])', []),
        ("lang(word)", []),
    ],
)
def test_extraction(code, found):
    assert list(texts(code)) == found


def test_an_f_string_is_refused():
    with pytest.raises(ValueError, match="f-string"):
        list(texts('lang(f"Năm {year}")'))
