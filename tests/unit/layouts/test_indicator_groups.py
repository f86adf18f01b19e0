"""An indicator by zone, by ethnic group and by commune, and what is said where there is none of them."""

from dataclasses import replace

from indicators.groups import GroupValue
from layouts.indicator_communes import communes_card, listed
from layouts.indicator_groups import SHOWN, breakdowns, ethnic_groups_card, zones_card
from tests.unit.charts.examples import INDICATOR, KNOWN, VI, table
from tests.unit.layouts.look import attributes, texts


def said(shown):
    return " ".join(texts(shown))


def group(code, value, **changed):
    return replace(GroupValue(code, f"Nhóm {code}", code, 10, 20, value, False, False), **changed)


def test_zones_are_bars_with_their_counts():
    zones = [group("I", 50.0, reported=3, expected=4), group("III", None, numerator=None, denominator=None)]
    shown = zones_card(zones, INDICATOR, "Cả nước", VI)
    assert not isinstance(shown, str)
    for part in ("50,0%", "10/20", "3/4", VI.missing):
        assert part in texts(shown)
    assert attributes(shown, "value") == ["50.0"]


def test_ethnic_groups_after_the_first_are_folded_away():
    groups = [group(str(place), 50.0 - place) for place in range(SHOWN + 3)]
    shown = ethnic_groups_card(groups, INDICATOR, "Cả nước", VI)
    assert "Xem 3 dân tộc còn lại" in said(shown)
    assert len(attributes(shown, "value")) == SHOWN + 3
    assert "còn lại" not in said(ethnic_groups_card(groups[:SHOWN], INDICATOR, "Cả nước", VI))


def test_a_group_without_a_value_shows_what_was_counted():
    shown = said(ethnic_groups_card([group("1", None, denominator=None)], INDICATOR, "Cả nước", VI))
    assert " 10 " in shown


def test_what_cannot_be_broken_down_is_said_in_one_line():
    lacking = [
        zones_card([], replace(INDICATOR, level="province"), "", VI),
        ethnic_groups_card([], INDICATOR, "", VI),
        communes_card(None, "", replace(INDICATOR, level="province"), VI),
    ]
    (line,) = breakdowns(lacking)
    assert "không báo cáo đến cấp xã" in said(line)
    assert "không tách theo dân tộc" in said(line)
    assert breakdowns([""]) == []


def communes(*levels):
    """A table of communes with these values, in this order."""
    values = [
        replace(KNOWN, value=level, area_name=f"Xã {place}", area_code=f"{place:05}", zone="III")
        for place, level in enumerate(levels)
    ]
    return replace(table(), values=tuple(values))


def test_many_communes_show_their_ends_and_few_all():
    many = communes(*range(34))
    shown = communes_card(many, "Tuyên Quang", INDICATOR, VI)
    assert "10 xã thấp nhất" in said(shown)
    assert "Xã 15" not in texts(shown)
    assert any("Xã 15 |" in text for text in texts(shown))  # in the table that unfolds
    few = communes_card(communes(5, 1, 3), "Tuyên Quang", INDICATOR, VI)
    names = [text for text in texts(few) if text.startswith("Xã ")]
    assert names == ["Xã 1", "Xã 2", "Xã 0"]


def test_without_a_province_the_communes_ask_for_one():
    assert "Chọn một tỉnh" in communes_card(None, "", INDICATOR, VI)
    assert "chưa xã nào có số liệu" in communes_card(communes(None), "Huế", INDICATOR, VI)


def test_a_name_cannot_write_markdown():
    hostile = replace(KNOWN, area_name="[x](javascript:1) | <b>*y*\n# z", zone="I")
    lines = listed([hostile], INDICATOR, VI).splitlines()
    assert len(lines) == 3
    assert r"\[x\]\(javascript:1\) \| \<b\>\*y\* \# z" in lines[2]
