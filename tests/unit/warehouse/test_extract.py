"""Succession of communes from the package's tables, on a sample made by hand."""

from warehouse.demo.extract import New, Old, succession

NEW = {
    ("p", "an"): New("00001", "An", "Xã", "08", (22.0, 105.0)),
    ("p", "binh"): New("00002", "Bình", "Xã", "08", (22.1, 105.1)),
    ("p", "tan"): New("00003", "Tân", "Xã", "08", (23.5, 105.0)),
}
OLD = {
    "a": Old("10001", "Xã An", "08", (22.0, 105.0)),
    "b": Old("10002", "Xã Bình", "08", (22.1, 105.1)),
    "t": Old("10003", "Xã Tân", "02", (23.5, 105.0)),
    "d": Old("10004", "Xã Chia", "08", (22.05, 105.05)),
}
WHOLE = {"p": {"an": ["a"], "binh": ["b"], "tan": ["t"]}}


def heirs(*parts):
    return succession(
        {
            "DICT_PROVINCE_WARD_NO_DIVIDED": WHOLE,
            "DICT_PROVINCE_WARD_DIVIDED": {"p": {"d": [{"newWardKey": key} for key in parts]}},
        },
        OLD,
        NEW,
    )


def test_whole_communes_follow_each_other():
    assert heirs()["10001"] == {"00001"}


def test_a_divided_commune_has_several_heirs():
    assert heirs("an", "binh")["10004"] == {"00001", "00002"}


def test_a_namesake_in_another_old_province_is_left_out():
    assert heirs("an", "tan")["10004"] == {"00001"}
