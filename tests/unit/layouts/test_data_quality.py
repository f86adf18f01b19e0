"""The quality page: tiles, the part that is open, and what narrows it."""

from dataclasses import replace

import pytest

from layouts.data_quality import content
from layouts.quality_filter import SECTIONS, known_kinds, listed_kind, section_of
from layouts.quality_heatmap import heatmap_tile, most_lacking, shown_frequency, shown_periods
from layouts.quality_kinds import KINDS, kind_advice, kind_title
from layouts.quality_list import SHOWN, chosen_lines, faults_table
from layouts.quality_loads import drafts_part, sources_part, totals_part
from layouts.quality_tiles import headline, tiles
from tests.unit.charts.examples import EN, VI
from tests.unit.layouts.look import attributes, parts, texts
from tests.unit.layouts.quality_examples import (
    DRAFT,
    LATE,
    LOAD,
    MISSING,
    REPORTING,
    SOURCE,
    TOTAL,
    WRONG,
    asked,
    heat,
    state,
)


def said(shown):
    return " ".join(texts(shown))


def shown_page(search="", *listed, **changed):
    chosen = asked(search)
    section = section_of(chosen.kind)
    drawn = heat(section, chosen) if section in ("completeness", "timeliness") else None
    return content(state(*listed, **changed), drawn, chosen)


def test_the_headline_tells_how_the_last_reports_came_and_what_is_left_out():
    found = headline(state(WRONG, replace(WRONG, count=2), MISSING, TOTAL, DRAFT), VI)
    assert found == (
        "Tháng 9/2026: 93,8% báo cáo đến hạn đã về (15/16), 62,5% đúng hạn; "
        "3 dòng số liệu bị loại khỏi mọi con số."
    )


def test_without_obligations_the_headline_says_so():
    nothing = replace(REPORTING, tallies=(), last_due=None)
    assert headline(state(reporting=nothing), VI).startswith("Chưa có báo cáo nào đến hạn")
    assert "Kho chưa có bảng nghĩa vụ báo cáo" in said(
        heatmap_tile(replace(heat(), periods=()), "completeness", None, VI)
    )


def test_every_part_has_a_tile_that_opens_it():
    choices = attributes(tiles(state(), "wrong", VI), "data-choose")
    assert choices == [f"kind={section if section != 'completeness' else ''}" for section in SECTIONS]
    current = [one for one in parts(tiles(state(), "wrong", VI)) if getattr(one, "aria-current", None)]
    assert [said(one) for one in current] == [said(tiles(state(), "wrong", VI).children[2])]


def test_a_stale_source_is_marked_in_its_tile():
    assert "đã cũ" in said(tiles(state(), "wrong", VI))
    fresh = replace(SOURCE, stale=False)
    assert "đã cũ" not in said(tiles(state(sources=(fresh,)), "wrong", VI))


@pytest.mark.parametrize(
    ("kind", "section", "kept"),
    [
        (None, "completeness", None),
        ("timeliness", "timeliness", None),
        ("wrong", "wrong", None),
        ("negative_value", "wrong", "negative_value"),
        ("missing_report", "wrong", "missing_report"),
        ("control_total_mismatch", "control_total_mismatch", "control_total_mismatch"),
    ],
)
def test_a_kind_opens_its_part(kind, section, kept):
    assert (section_of(kind), listed_kind(kind)) == (section, kept)


def test_a_kind_that_has_no_name_here_is_shown_by_its_code():
    assert kind_title("odd_kind", VI) == "odd_kind"
    assert kind_advice("odd_kind", VI)
    assert "odd_kind" in known_kinds([replace(WRONG, kind="odd_kind")])
    assert "odd_kind" in said(shown_page("kind=odd_kind", replace(WRONG, kind="odd_kind")))


def test_the_list_keeps_a_kind_and_a_province():
    elsewhere = replace(WRONG, province="04")
    assert chosen_lines([WRONG, elsewhere, TOTAL], "negative_value", "08") == [WRONG]
    assert chosen_lines([WRONG, LATE, MISSING], None, None) == [MISSING, LATE, WRONG]


def test_the_list_of_wrong_rows_leaves_out_what_has_its_own_part():
    found = said(shown_page("kind=wrong", WRONG, TOTAL, MISSING))
    assert "1 dòng trong danh sách" in found
    assert "Số đếm âm" in found


def test_a_long_list_is_cut_and_says_so():
    lines = [replace(WRONG, area_code=f"{number:05}") for number in range(SHOWN + 1)]
    rows = [one for one in parts(faults_table(lines, VI)) if type(one).__name__ == "Tr"]
    assert len(rows) == SHOWN + 1  # with its head
    assert f"Hiện {SHOWN} dòng đầu trong {SHOWN + 1}" in said(shown_page("kind=wrong", *lines))


def test_a_kind_alone_says_what_is_to_be_done():
    assert "Gửi lại số đúng" in said(shown_page("kind=negative_value", WRONG))
    assert "Cần làm gì" not in said(shown_page("kind=wrong", WRONG))


def test_the_province_chosen_has_its_reports_and_its_rows():
    found = shown_page("area=08", WRONG, MISSING, LATE)
    assert "Tuyên Quang: cần bổ sung, sửa" in said(found)
    assert "muộn 5 ngày" in said(found)
    assert "chưa có" in said(found)
    assert "Tải danh sách của tỉnh này" in said(found)


def test_every_part_can_be_taken_away():
    parts_of_page = {
        "": {"heatmap", "list"},
        "kind=wrong": {"list"},
        "kind=control_total_mismatch": {"list"},
        "kind=revisions": {"revisions"},
        "kind=drafts": {"drafts"},
        "kind=sources": {"sources"},
    }
    for search, things in parts_of_page.items():
        assert set(attributes(shown_page(search, WRONG), "data-export")) == things


def test_the_table_of_the_heat_map_lists_every_cell_with_its_counts():
    shown = heatmap_tile(heat(), "completeness", "2026-09", VI)
    assert attributes(shown, "data-heat-area") == ["04", "08"]
    assert {"7/8", "không có"} <= set(texts(shown))


def test_the_legend_counts_every_cell():
    shown = heatmap_tile(heat("timeliness"), "timeliness", "2026-09", VI)
    counted = [int(text.split()[0]) for text in texts(shown) if text.endswith(" ô")]
    assert sum(counted) == 4


def test_who_lacks_most_comes_first_and_who_lacks_nothing_is_not_there():
    names = texts(most_lacking(state(), heat(), "timeliness", VI))
    assert "Tuyên Quang" in names
    assert "Cao Bằng" not in names
    assert "10" in names


def test_periods_shown_end_with_the_one_asked_for():
    months = [replace(REPORTING.tallies[0], period=f"2026-{month:02}") for month in range(1, 11)]
    assert shown_periods(months, "2026-03") == ("2026-01", "2026-02", "2026-03")
    assert shown_periods(months, None)[-1] == "2026-10"
    assert (shown_frequency("2026-Q3"), shown_frequency("2026-9M"), shown_frequency(None)) == (
        "quarter",
        "month",
        "month",
    )


def test_a_total_stands_beside_the_sum_of_its_parts():
    assert {"12", "356,5", "-344,5", "3/5"} <= set(texts(totals_part([TOTAL], VI)))
    odd = replace(TOTAL, detail="worded otherwise")
    assert "worded otherwise" in texts(totals_part([odd], VI))


def test_drafts_tell_their_rows_and_lead_to_them():
    shown = drafts_part([LOAD], VI)
    assert {"31", "10", "9", "1"} <= set(texts(shown))
    assert "kind=draft_load" in attributes(shown, "data-choose")
    assert "Mọi lần nạp đều đã được duyệt." in said(drafts_part([], VI))


def test_sources_tell_their_age_and_empty_tables_stand_beside_them():
    empty = replace(WRONG, kind="empty_table", detail="target_override")
    found = said(sources_part([SOURCE], [empty], VI))
    assert "55 ngày" in found
    assert "target_override" in found


def test_every_part_is_there_in_both_languages():
    for section in SECTIONS:
        assert said(shown_page(f"kind={section}&lang=en", WRONG, TOTAL, MISSING, DRAFT, drafts=(LOAD,)))


def test_every_kind_of_wrong_content_has_a_name_and_an_advice():
    assert all(kind_title(code, EN) and kind_advice(code, EN) for code in KINDS)
