"""The register of terms: whole in both languages, the same in the glossary, found by the search."""

import re
from pathlib import Path

import pytest

from charts.classes import MapClass
from charts.statuses import STATUSES
from indicators.progress import Thresholds
from language import LOCALES, fold, language
from layouts.legend import legend
from layouts.methodology import TITLES, Method, content, in_force
from layouts.search_entries import TERM, _terms
from layouts.tables import data_table, row
from layouts.term_notes import explained, term_note
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


@pytest.mark.parametrize(
    ("text", "lang", "codes", "marked"),
    [
        ("7 chỉ tiêu dựa trên số tạm tính hoặc số liệu đã cũ.", "vi", ("provisional", "stale"), [1, 3]),
        ("7 targets rest on provisional or old data.", "en", ("provisional", "stale"), [1, 3]),
        ("mốc gốc tạm · mốc gốc", "vi", ("provisional_baseline",), [0]),
        ("Độ phủ, độ phủ", "vi", ("coverage",), [0]),  # once
        ("dựa trên", "vi", ("coverage", "pace"), []),
        ("Status against the target", "en", ("target", "status"), [0, 2]),
        ("provisional baseline", "en", ("provisional", "provisional_baseline"), [0]),
        ("Milestones", "en", ("milestone",), [0]),
        ("Theo khu vực I, II, III", "vi", ("zone",), [1]),  # the whole of it, not "khu vực" alone
        ("Communes in zones I–III", "en", ("zone",), [1]),
    ],
)
def test_a_text_is_the_same_with_its_terms_marked(text, lang, codes, marked):
    shown = explained(text, language(lang), *codes)
    assert "".join(texts(shown)) == text
    assert [at for at, part in enumerate(shown) if not isinstance(part, str)] == marked


def test_of_two_terms_that_begin_together_the_longer_is_explained():
    [mark] = explained("provisional baseline", language("en"), "provisional", "provisional_baseline")
    assert getattr(mark, "data-term") == "provisional_baseline"


def test_the_whole_wording_is_marked_and_names_the_cells_of_its_column():
    vi = language("vi")
    [before, mark] = explained("Theo khu vực I, II, III", vi, "zone")
    assert (before, mark.children) == ("Theo ", "khu vực I, II, III")
    table = data_table(
        "Xã", [("Xã", ""), (explained("Xã khu vực I–III", vi, "zone"), "number")], [row("A", ("1", "number"))]
    )
    assert attributes(table, "data-label") == ["Xã", "Xã khu vực I–III"]


@pytest.mark.parametrize("code", LOCALES)
def test_a_marked_term_is_described_by_its_meaning_in_the_note(code):
    lang = language(code)
    numbers = in_force(DEFAULT, lang)
    known = set(attributes(term_note(numbers, lang), "id"))
    for term in REGISTER:
        [mark] = explained(lang(term.word), lang, term.code)
        described = getattr(mark, "aria-describedby")
        assert described in known
        assert getattr(mark, "aria-controls") in known


def test_the_legend_explains_the_statuses():
    found = [
        MapClass(code, STATUSES[code].word, "#000000", area_codes=("01",)) for code in ("on_track", "no_data")
    ]
    shown = legend(found, MapClass("over", "x", "#000000"), "status", language("vi"))
    assert attributes(shown, "data-term") == ["status", "target", "on_track"]
