"""The statuses of the methodology page: icon, word and when each holds, in the order of the test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from language import N_, Language
from layouts.components import status_mark


@dataclass(frozen=True, slots=True)
class Rule:
    """When a status holds; `anchor` is where links from other pages lead."""

    code: str
    rule: str
    anchor: str


def _rules(rules: Mapping[str, str], prefix: str = "") -> tuple[Rule, ...]:
    return tuple(Rule(code, rule, prefix + code) for code, rule in rules.items())


ALWAYS = _rules(
    {
        "not_applicable": N_(
            "Đối tượng tính không còn (ví dụ cấp huyện sau khi bãi bỏ), hoặc mọi chỉ tiêu đã bị văn "
            "bản sau thay thế. Vẫn được liệt kê, nhưng không vào phép đếm hay xếp hạng nào."
        ),
        "no_target": N_("Chỉ số bối cảnh hoặc số đếm: chỉ theo dõi xu hướng, không đánh giá."),
        "suppressed": N_(
            "Xã có báo cáo nhưng không được nêu số, vì quá ít người, hoặc vì số đó sẽ làm lộ số của nơi "
            "khác. Không phải là thiếu số liệu."
        ),
        "no_data": N_("Chưa có giá trị nào dùng được."),
    }
)
DEADLINE_PASSED = _rules(
    {
        "awaiting": N_(
            "Không có giá trị ứng với hạn: số cuối cùng cũ hơn hạn quá một chu kỳ báo cáo. Thiếu số "
            "không có nghĩa là không đạt."
        ),
        "achieved": N_("Giá trị tại hạn, chưa làm tròn, đạt chỉ tiêu theo chiều mong muốn."),
        "achieved_late": N_("Tại hạn chưa đạt, sau đó có giá trị đạt."),
        "missed": N_("Các trường hợp còn lại; khoảng cách đến chỉ tiêu được nêu kèm."),
    }
)
DEADLINE_AHEAD = (
    Rule("achieved", N_("Giá trị mới nhất đã đạt chỉ tiêu."), "achieved_ahead"),
    *_rules(
        {
            "slipped": N_("Trước đây từng đạt chỉ tiêu, giá trị mới nhất không còn đạt."),
            "no_baseline": N_(
                "Mới có một quan sát nên chưa có điểm xuất phát để đo; vẫn nêu khoảng cách và mức cần đạt "
                "mỗi năm."
            ),
            "too_early": N_("Chưa qua {too_early} thời gian từ mốc gốc đến hạn."),
            "on_track": N_("R từ {on_track} trở lên."),
            "accelerate": N_("R từ {accelerate} đến dưới {on_track}."),
            "behind": N_("R từ 0 đến dưới {accelerate}."),
            "reversing": N_("R nhỏ hơn 0: giá trị đang đi ngược chiều chỉ tiêu."),
        }
    ),
)
MILESTONES = _rules(
    {
        "completed": N_("Có ngày hoàn thành không sau hạn, kèm số và ngày của văn bản chứng minh."),
        "completed_late": N_("Có văn bản chứng minh, nhưng ngày hoàn thành sau hạn."),
        "claimed": N_("Có ngày hoàn thành mà chưa có văn bản chứng minh."),
        "overdue": N_("Chưa có ngày hoàn thành và hạn đã qua."),
        "at_risk": N_("Hạn chưa qua, nhưng ngày dự kiến xong nằm sau hạn."),
        "in_progress": N_("Đã có báo cáo và không thuộc trường hợp nào ở trên."),
        "not_started": N_("Chưa có báo cáo nào."),
    }
)
TASKS = _rules(
    {
        "no_report": N_("Cơ quan phải thực hiện chưa gửi báo cáo nào về nhiệm vụ này."),
        "done": N_("Ngày hoàn thành không sau thời hạn đã nhận."),
        "done_late": N_("Hoàn thành sau thời hạn đã nhận."),
        "overdue": N_(
            "Chưa hoàn thành và thời hạn đã qua; cơ quan không nêu thời hạn thì lấy ngày cuối năm "
            "trong danh mục."
        ),
        "in_progress": N_("Đã bắt đầu, hoặc tỷ lệ hoàn thành lớn hơn 0."),
        "not_started": N_("Đã nhận nhiệm vụ nhưng chưa bắt đầu."),
    },
    "task_",
)
GROUPS = (
    ("", ALWAYS),
    (N_("Hạn đã qua vào cuối kỳ đang xem: xét tại hạn, kết luận giữ nguyên về sau"), DEADLINE_PASSED),
    (N_("Hạn còn ở phía trước"), DEADLINE_AHEAD),
)


def status_tables(numbers: Mapping[str, str], lang: Language) -> list[Component]:
    """The statuses of indicators in the order of the test, under what the day says of the deadline."""
    shown: list[Component] = []
    place = 1
    for title, rules in GROUPS:
        shown += [html.H3(lang(title))] if title else []
        shown.append(rule_list(rules, numbers, lang, place))
        place += len(rules)
    return shown


def rule_list(rules: Sequence[Rule], numbers: Mapping[str, str], lang: Language, first: int = 1) -> Component:
    """Statuses with their rules, numbered in the order in which they are tried."""
    rows = [
        html.Li(
            [
                html.Span(str(place), className="rule-place", **{"aria-hidden": "true"}),
                status_mark(one.code, lang),
                html.Code(one.code),
                html.Span(lang(one.rule, **numbers), className="rule-text"),
            ],
            id=one.anchor,
        )
        for place, one in enumerate(rules, first)
    ]
    return html.Ol(rows, start=first, className="rules")
