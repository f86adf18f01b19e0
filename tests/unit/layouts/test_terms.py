"""The register of terms: whole in both languages, the same in the glossary, found by the search."""

import re
from pathlib import Path

import pytest

from indicators.progress import Thresholds
from language import LOCALES, fold, language
from layouts.methodology import TITLES, Method, content, in_force
from layouts.search_entries import TERM, _terms
from layouts.terms import REGISTER, TERMS
from tests.unit.layouts.look import attributes, texts

GLOSSARY = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text("utf-8")
DEFAULT = Method(Thresholds(), 0.8, 30)


def meaning(term, lang):
    return lang(term.meaning, **in_force(DEFAULT, lang))


def test_no_term_is_told_twice_and_each_leads_to_a_part_of_the_method():
    assert len(TERMS) == len(REGISTER)
    for code in LOCALES:
        words = [fold(language(code)(term.word)) for term in REGISTER]
        assert len(set(words)) == len(words)
    assert {term.part for term in REGISTER} <= set(TITLES)


@pytest.mark.parametrize("term", REGISTER, ids=lambda term: term.code)
def test_the_glossary_says_the_same(term):
    vi, en = (language(code) for code in ("vi", "en"))
    said = re.escape(f"{meaning(term, vi)} {meaning(term, en)}")
    words = rf"{re.escape(vi(term.word))} \| {re.escape(en(term.word))}(?: \(`\w+`\))?"
    row = rf"^\|(?: `\w+` \|)? {words} \| {said} \|$"
    assert len(re.findall(row, GLOSSARY, flags=re.MULTILINE)) == 1


@pytest.mark.parametrize("code", LOCALES)
def test_the_methodology_page_lists_every_term_with_its_basis(code):
    lang = language(code)
    shown = content(DEFAULT, lang)
    assert {term.anchor for term in REGISTER} <= set(attributes(shown, "id"))
    said = set(texts(shown))
    assert all(meaning(term, lang) in said for term in REGISTER)
    assert {term.basis for term in REGISTER if term.basis} <= said


def test_a_number_in_a_meaning_is_the_one_in_force():
    strict = Method(Thresholds(), 0.9, 30)
    said = " ".join(texts(content(strict, language("vi"))))
    assert "Độ phủ dưới 90%" in said
    assert "Độ phủ dưới 80%" not in said


def test_the_search_finds_every_term_in_both_languages():
    entries = list(_terms(language("vi")))
    assert [one.anchor for one in entries] == [term.anchor for term in REGISTER]
    assert {one.kind for one in entries} == {TERM}
    assert all(one.names == term.names for one, term in zip(entries, REGISTER, strict=True))
