"""The register of terms: what the words on the pages mean, and the legal text behind them where there is one.

The page Phương pháp lists them, the search finds them, pages explain them where they stand
(layouts/term_notes.py), and docs/glossary.md says the same.
"""

from dataclasses import dataclass

from charts.statuses import STATUSES
from language import LOCALES, N_, language

DECISIONS = "Quyết định 1087/QĐ-TTg; Quyết định 330/QĐ-UBDT"
STATISTICS = "Luật Thống kê số 89/2015/QH13"


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its word and its meaning (message ids), and the part of the method that tells more.

    `{...}` in the meaning is a number in force (layouts/methodology.py). Without a legal basis it is a
    convention of this dashboard. `also` are other wordings of it on the pages.
    """

    code: str
    word: str
    meaning: str
    part: str
    basis: str = ""
    also: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where it stands on the page Phương pháp."""
        return f"term-{self.code}"

    @property
    def names(self) -> tuple[str, ...]:
        """Its word in every language."""
        return tuple(language(code)(self.word) for code in LOCALES)


def _status(code: str, meaning: str) -> Term:
    return Term(code, STATUSES[code].word, meaning, "method-statuses")


REGISTER = (
    Term("indicator", N_("chỉ số"), N_("Điều cần theo dõi, tính từ các số đo đã báo cáo."), "method-values"),
    Term(
        "ratio",
        N_("tỷ lệ"),
        N_("Tổng tử số chia tổng mẫu số, theo phần trăm; không bao giờ là trung bình của các tỷ lệ."),
        "method-values",
    ),
    Term(
        "target",
        N_("chỉ tiêu"),
        N_("Giá trị phải đạt vào một hạn, kèm căn cứ pháp lý."),
        "method-statuses",
        DECISIONS,
    ),
    Term(
        "interim_target",
        N_("chỉ tiêu trung gian"),
        N_("Điểm trên lộ trình mà kế hoạch nêu; định hình lộ trình, không bị chấm riêng."),
        "method-pace",
    ),
    Term("baseline", N_("mốc gốc"), N_("Giá trị xuất phát để đo tiến độ."), "method-pace"),
    Term(
        "provisional_baseline",
        N_("mốc gốc tạm"),
        N_("Quan sát đầu tiên, dùng khi kế hoạch không nêu mốc gốc."),
        "method-pace",
    ),
    Term(
        "milestone",
        N_("mốc công việc"),
        N_("Việc có hạn: xong hay chưa, và văn bản nào chứng minh."),
        "method-milestones",
        DECISIONS,
    ),
    Term(
        "pace",
        N_("nhịp độ"),
        N_("Phần quãng đường đã đi chia phần thời gian đã qua; 1 (100%) là đúng lộ trình."),
        "method-pace",
    ),
    Term("gap", N_("khoảng cách"), N_("Chỉ tiêu trừ giá trị."), "method-pace"),
    Term(
        "coverage",
        N_("độ phủ"),
        N_("Tỷ lệ địa bàn có đủ cặp số hợp lệ, ở cấp chi tiết nhất có báo cáo."),
        "method-coverage",
    ),
    Term(
        "provisional",
        N_("tạm tính"),
        N_("Độ phủ dưới {enough}, hoặc số phát sinh chưa trọn kỳ: vẫn hiện, có đánh dấu, không xếp hạng."),
        "method-coverage",
    ),
    Term(
        "preliminary",
        N_("sơ bộ"),
        N_("Số mà nơi báo cáo ghi là chưa chính thức; có thể còn được sửa."),
        "method-marks",
        STATISTICS,
        also=(N_("số sơ bộ"),),
    ),
    Term(
        "illustrative",
        N_("minh họa"),
        N_("Số do dự án tạo ra để trình diễn, không phải số thật."),
        "method-marks",
    ),
    Term(
        "stale",
        N_("số liệu cũ"),
        N_("Số mới nhất đã cũ hơn {stale} chu kỳ báo cáo."),
        "method-periods",
        also=(N_("số liệu đã cũ"),),
    ),
    Term(
        "suppressed",
        N_("được ẩn"),
        N_("Số có, nhưng không nêu: quá ít người, hoặc sẽ làm lộ số khác. Khác với chưa có số liệu."),
        "method-hidden",
        STATISTICS,
    ),
    Term(
        "boundaries",
        N_("ranh giới"),
        N_(
            "Bộ đơn vị dùng để xem: 34 tỉnh (từ {merger}), 63 tỉnh (trước đó), hoặc như báo cáo, "
            "tức theo đơn vị có hiệu lực cuối kỳ."
        ),
        "method-boundaries",
        "Nghị quyết 202/2025/QH15",
    ),
    Term(
        "zone",
        N_("khu vực I, II, III"),
        N_(
            "Phân định xã vùng đồng bào dân tộc thiểu số và miền núi theo trình độ phát triển; "
            "khu vực III khó khăn nhất."
        ),
        "method-boundaries",
        "Quyết định 861/QĐ-TTg ngày 04/6/2021",
        also=(N_("khu vực I–III"), N_("khu vực")),
    ),
    Term(
        "peers",
        N_("tỉnh tương đồng"),
        N_(
            "Năm tỉnh gần nhất theo ba đặc điểm đã chuẩn hóa: tỷ lệ người dân tộc thiểu số, "
            "số xã khu vực I–III, dân số (lô-ga-rít)."
        ),
        "method-ranking",
    ),
    Term(
        "ranking",
        N_("xếp hạng"),
        N_(
            "Theo mức, theo thay đổi hoặc theo nhịp độ; bằng nhau cùng hạng, "
            "ai không so được thì không có hạng."
        ),
        "method-ranking",
    ),
    Term(
        "load",
        N_("lần nạp"),
        N_("Một đợt ghi số liệu, có số thứ tự; chưa có người duyệt thì là bản nháp."),
        "method-values",
    ),
    Term("as_of", N_("số liệu chốt"), N_("Xem số liệu như khi mới nạp đến lần đó."), "method-marks"),
    Term(
        "revision",
        N_("số sửa lại"),
        N_("Số mới cho cùng số đo, địa bàn, kỳ: lần nạp sau thay lần nạp trước."),
        "method-values",
        also=(N_("được sửa"),),
    ),
    Term(
        "fault",
        N_("lỗi số liệu"),
        N_("Nội dung sai: bị loại khỏi phép tính, được đếm và liệt kê."),
        "method-wrong",
        also=(N_("bị loại"),),
    ),
    Term(
        "status",
        N_("trạng thái"),
        N_("Kết luận về tiến độ so với chỉ tiêu, xét theo các quy tắc ở trang Phương pháp."),
        "method-statuses",
    ),
    _status("achieved", N_("Đạt chỉ tiêu.")),
    _status("on_track", N_("Nhịp độ từ {on_track}: theo kịp lộ trình đến chỉ tiêu.")),
    _status(
        "accelerate", N_("Nhịp độ từ {accelerate} đến dưới {on_track}: có tiến bộ nhưng chưa kịp lộ trình.")
    ),
    _status("behind", N_("Nhịp độ từ 0 đến dưới {accelerate}: tiến bộ quá ít so với lộ trình.")),
    _status("reversing", N_("Nhịp độ âm: đi ngược chiều chỉ tiêu.")),
    _status("slipped", N_("Từng đạt, nay không còn đạt.")),
    _status("missed", N_("Qua hạn, không đạt.")),
    _status("no_baseline", N_("Mới có một quan sát nên chưa đo được tiến độ.")),
    _status("too_early", N_("Chưa qua {too_early} thời gian từ mốc gốc đến hạn.")),
)
TERMS = {term.code: term for term in REGISTER}
