"""How each status of the methodology looks: one colour a theme, one icon, one word, the same on every screen.

The colours keep apart for eyes that lack red or green (tests/unit/charts/test_colours.py measures it); the
icons are glyphs that the fonts of every common system have.
"""

from dataclasses import dataclass, replace

from charts.tokens import THEMES
from language import N_


@dataclass(frozen=True, slots=True)
class Status:
    """A status as it is shown: `word` is a message id; `order` runs from the best to what can't be judged.

    `pattern` names the drawing (PATTERNS) that tells an unjudged status from the others without colour.
    """

    light: str
    dark: str
    contrast: str
    icon: str
    word: str
    order: int
    pattern: str = ""

    def colour(self, theme: str) -> str:
        """The fill of the status in a theme, as #rrggbb."""
        return str(getattr(self, theme))


_LIGHT, _DARK, _CONTRAST = THEMES["light"], THEMES["dark"], THEMES["contrast"]

STATUSES = {
    "achieved": Status("#1f5fa8", "#4a8fe8", "#4c9bff", "✓", N_("Đã đạt"), 1),
    "achieved_late": Status("#7db4e6", "#a4cdf7", "#a9d4ff", "»", N_("Đạt muộn"), 2),
    "on_track": Status("#2a9d7c", "#3cb893", "#2fd3a0", "●", N_("Đúng tiến độ"), 3),
    "accelerate": Status("#f3c846", "#f3d668", "#ffe066", "▲", N_("Cần tăng tốc"), 4),
    "behind": Status("#e0772a", "#e9822f", "#ff9a3c", "▼", N_("Chậm tiến độ"), 5),
    "reversing": Status("#6e1b4e", "#c2559f", "#d94fa8", "↓", N_("Thụt lùi"), 6),
    "slipped": Status("#995588", "#f4b3c2", "#ffccdd", "↘", N_("Đã đạt, nay giảm"), 7),
    "missed": Status("#b0231f", "#ee5c57", "#ff5a52", "×", N_("Không đạt"), 8),
    "awaiting": Status(
        _LIGHT.unjudged, _DARK.unjudged, _CONTRAST.unjudged, "…", N_("Chờ số liệu"), 9, "lines"
    ),
    "no_baseline": Status(
        _LIGHT.unjudged, _DARK.unjudged, _CONTRAST.unjudged, "◦", N_("Chưa có mốc gốc"), 10
    ),
    "too_early": Status(
        _LIGHT.unjudged, _DARK.unjudged, _CONTRAST.unjudged, "○", N_("Quá sớm để đánh giá"), 11, "rings"
    ),
    "no_target": Status(_LIGHT.neutral, _DARK.neutral, _CONTRAST.neutral, "–", N_("Không có chỉ tiêu"), 12),
    "not_applicable": Status(
        _LIGHT.missing, _DARK.missing, _CONTRAST.missing, "∅", N_("Không áp dụng"), 13, "dots"
    ),
    "suppressed": Status(_LIGHT.unjudged, _DARK.unjudged, _CONTRAST.unjudged, "*", N_("Được ẩn"), 14, "mesh"),
    "no_data": Status(
        _LIGHT.missing, _DARK.missing, _CONTRAST.missing, "?", N_("Chưa có số liệu"), 15, "hatch"
    ),
}

# A milestone's state looks like the status that says as much of a value; no map shows both kinds.
MILESTONE_STATUSES = {
    "completed": replace(STATUSES["achieved"], word=N_("Hoàn thành")),
    "completed_late": replace(STATUSES["achieved_late"], word=N_("Hoàn thành muộn")),
    "in_progress": replace(STATUSES["on_track"], word=N_("Đang thực hiện")),
    "claimed": replace(STATUSES["accelerate"], icon="◐", word=N_("Báo xong, thiếu văn bản")),
    "at_risk": replace(STATUSES["behind"], word=N_("Có nguy cơ chậm")),
    "overdue": replace(STATUSES["missed"], icon="!", word=N_("Quá hạn")),
    "not_started": replace(STATUSES["no_baseline"], word=N_("Chưa bắt đầu")),
}
# A task's state uses a milestone's look and word where both have that state.
TASK_STATUSES = {
    "done": MILESTONE_STATUSES["completed"],
    "done_late": MILESTONE_STATUSES["completed_late"],
    "in_progress": MILESTONE_STATUSES["in_progress"],
    "not_started": MILESTONE_STATUSES["not_started"],
    "overdue": MILESTONE_STATUSES["overdue"],
    "no_report": replace(STATUSES["no_data"], word=N_("Chưa có báo cáo")),
}
ALL_STATUSES = STATUSES | MILESTONE_STATUSES | TASK_STATUSES
