"""What is found by words, and in which order."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import fold
from layouts import search_words
from layouts.search_index import Entry, Index, Rank
from layouts.search_words import folded, sounded


def province(code, name, *former, note=""):
    return Entry("province", code, name, note, "/tinh", former=former, lasting=True)


def commune(code, name, where, *former):
    return Entry("commune", code, name, where, "/xa", former=former, around=where)


def indicator(code, name, *names, around=""):
    return Entry("indicator", code, name, "", "/chi-tieu", names=names, around=around, alone=True)


INDEX = Index(
    [
        indicator("S02", "Trưởng thôn được tập huấn", "Village heads trained", around="Quyết định 1087"),
        indicator("A03", "Trung tâm dữ liệu", around="Quyết định 1087"),
        province("15", "Lào Cai", ("Lào Cai", "10"), ("Yên Bái", "15")),
        province("08", "Tuyên Quang", ("Hà Giang", "02"), ("Tuyên Quang", "08")),
        province("24", "Bắc Ninh", ("Bắc Giang", "24"), ("Bắc Ninh", "27")),
        province("25", "Phú Thọ", ("Hòa Bình", "17"), ("Vĩnh Phúc", "26")),
        province("79", "Hồ Chí Minh", ("Bà Rịa - Vũng Tàu", "77")),
        commune("04252", "Yên Bái", "Lào Cai", ("Phường Đồng Tâm", "04254")),
        commune("02260", "Hồng Thái", "Tuyên Quang", ("Xã Đà Vị", "02260")),
        commune("00097", "Hồng Hà", "Hà Nội", ("Phường Phúc Xá", "00001"), ("Phường Hồng Thái", "00002")),
        commune("11533", "Hòa Bình", "Hải Phòng"),
        commune("06688", "Hạ Long", "Quảng Ninh"),
        commune("15274", "Hà Long", "Thanh Hóa"),
        commune("02266", "Long", "Tuyên Quang"),
    ]
)


def found(asked, most=9):
    return [one for group in INDEX.find(asked, most) for one in group.found]


def codes(asked):
    return [one.entry.code for one in found(asked)]


def test_doctests():
    assert doctest.testmod(search_words).attempted == 3
    assert doctest.testmod(search_words).failed == 0


@pytest.mark.parametrize(
    "asked",
    [
        "Lào Cai",
        "lao cai",
        "LÀO  CAI",
        "Lao Cai",
        "cai lào",
        "laocai",
        "lào",
        "Tỉnh Lào Cai",
        "la\u0300o cai",
    ],
)
def test_a_name_is_found_however_it_is_typed(asked):
    assert codes(asked)[0] == "15"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("S02", "S02"),
        ("s02", "S02"),
        ("A0", "A03"),
        ("08", "08"),
        ("02260", "02260"),
        ("village heads", "S02"),
        ("xã Hồng Thái", "02260"),
        ("thái hồng", "02260"),
        ("hong thai tuyen quang", "02260"),
        ("phuc xa", "00097"),
        ("Phường Phúc Xá", "00097"),
        ("da vi", "02260"),
        ("đồng tâm", "04252"),
    ],
)
def test_what_is_meant_comes_first(asked, code):
    assert codes(asked)[0] == code


@pytest.mark.parametrize("asked", ["Yên Bái", "yen bai", "YÊN BÁI", "yenbai", "yen b", "yem bai", "yeen bai"])
def test_a_former_province_is_found_as_what_it_became_and_that_is_told(asked):
    first = found(asked)[0]
    assert (first.entry.code, first.former) == ("15", ("Yên Bái", "15"))
    assert "04252" in codes(asked)  # after it, the commune of that name


def test_todays_name_needs_no_former_one():
    assert [one.former for one in found("lao cai")] == [None]
    assert found("10")[0].former == ("Lào Cai", "10")


@pytest.mark.parametrize("asked", ["Hòa Bình", "hoà bình", "hoa binh", "hòa bình", "HOÀ BÌNH"])
def test_either_way_of_writing_a_tone_is_the_same(asked):
    assert codes(asked) == ["25", "11533"]
    assert sounded(asked) in (sounded("Hòa Bình"), "hoa binh")


def test_what_is_typed_with_diacritics_comes_before_what_has_others():
    assert codes("hạ long")[:2] == ["06688", "15274"]
    assert codes("hà long")[:2] == ["15274", "06688"]


def test_a_whole_name_comes_before_its_beginning_and_that_before_a_word_of_it():
    ranked = {one.entry.code: one.rank for one in found("long")}
    assert ranked == {"02266": Rank.EXACT, "06688": Rank.WORDS, "15274": Rank.WORDS}
    assert codes("long")[0] == "02266"


def test_what_surely_is_meant_leaves_no_room_for_guesses():
    assert {one.rank for one in found("1087")} == {Rank.AROUND}
    assert codes("1087") == ["S02", "A03"]
    assert "15" not in codes("tuyen quang")
    assert codes("tuyen quang") == ["08"]  # and not all communes that lie in it


def test_kinds_come_by_their_surest_find_then_in_their_order():
    assert [group.kind for group in INDEX.find("yen bai", 9)] == ["province", "commune"]
    assert [group.kind for group in INDEX.find("h", 9)] == ["province", "indicator", "commune"]
    assert [group.kind for group in INDEX.find("hong thai", 9)] == ["commune"]
    assert [group.kind for group in INDEX.find("long", 9)] == ["commune"]
    both = Index([indicator("N03", "Hệ thống đủ an toàn thông tin"), commune("21622", "An Toàn", "Gia Lai")])
    assert [group.kind for group in both.find("an toan", 9)] == ["indicator", "commune"]


def test_more_than_asked_for_are_counted():
    (group,) = [group for group in INDEX.find("h", 2) if group.kind == "commune"]
    assert (len(group.found), group.total) == (2, 5)


@pytest.mark.parametrize(
    ("asked", "code"),
    [("lao cia", "15"), ("tuyn quang", "08"), ("tuyeen quang", "08"), ("bac nimh", "24")],
)
def test_a_slip_of_the_finger_is_forgiven(asked, code):
    assert code in codes(asked)
    assert all(one.rank is Rank.SLIP for one in found(asked))


@pytest.mark.parametrize("asked", ["xq", "S99", "09", "zzzz zzz", "ab cd ef"])
def test_codes_and_short_words_are_not_guessed_at(asked):
    assert found(asked) == []


@pytest.mark.parametrize("asked", ["", "   ", "-", "%", "'", "\0", "…", "\u0301"])
def test_no_word_finds_nothing(asked):
    assert INDEX.find(asked, 9) == ()


@given(st.text(max_size=40))
def test_nothing_that_is_typed_fails(asked):
    for group in INDEX.find(asked, 3):
        assert 0 < len(group.found) <= min(3, group.total)


@given(st.sampled_from(INDEX.of_kind("province") + INDEX.of_kind("commune") + INDEX.of_kind("indicator")))
def test_every_entry_is_found_by_all_its_names_and_codes(entry):
    for asked in (
        entry.code,
        entry.name,
        fold(entry.name),
        *entry.names,
        *(name for name, _ in entry.former),
    ):
        assert entry in [one.entry for one in found(asked, 99)], asked


def test_an_entry_is_known_by_its_key():
    (entry,) = [one for one in INDEX.of_kind("province") if one.code == "15"]
    assert INDEX.entry(entry.key) is entry
    assert INDEX.entry("province:99") is None


def test_punctuation_is_no_letter():
    assert folded("TP. Hồ-Chí-Minh") == "tp ho chi minh"
