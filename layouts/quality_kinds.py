"""What each kind of wrong or lacking content is called, and what is to be done about it."""

from dataclasses import dataclass

from indicators.listed import LATE_REPORT, MISSING_REPORT
from language import N_, Language

CONTROL_TOTAL, DRAFT = "control_total_mismatch", "draft_load"
TABLES = ("empty_table", "missing_table")
OTHER_ADVICE = N_("Đơn vị vận hành kho xem mã loại này trong tài liệu của kho.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind as readers see it: the message ids of its name and of what is to be done."""

    title: str
    advice: str


KINDS = {
    MISSING_REPORT: Kind(
        N_("Báo cáo còn thiếu"), N_("Đã qua hạn mà chưa có số liệu. Đề nghị gửi báo cáo của kỳ này.")
    ),
    LATE_REPORT: Kind(
        N_("Báo cáo về muộn"), N_("Số liệu về sau hạn. Không phải gửi lại; các kỳ sau cần gửi đúng hạn.")
    ),
    "numerator_exceeds_denominator": Kind(
        N_("Tử số lớn hơn mẫu số"), N_("Kiểm tra cả hai số rồi gửi lại cả cặp.")
    ),
    "zero_denominator": Kind(
        N_("Mẫu số bằng 0"), N_("Nếu không có đối tượng thì không gửi cặp số này; nếu có thì gửi lại mẫu số.")
    ),
    "negative_value": Kind(N_("Số đếm âm"), N_("Số đếm không thể nhỏ hơn 0. Gửi lại số đúng.")),
    "value_missing": Kind(
        N_("Ghi là chưa có số liệu"),
        N_("Gửi số liệu ngay khi có; trong lúc chờ, địa bàn được tính là chưa báo cáo."),
    ),
    "not_a_number": Kind(N_("Giá trị không phải là số"), N_("Gửi lại giá trị bằng chữ số.")),
    "duplicate_row": Kind(
        N_("Trùng trong một lần nạp"),
        N_("Hai dòng cùng số đo, địa bàn và kỳ nên không biết dòng nào đúng. Gửi lại một dòng duy nhất."),
    ),
    "period_in_future": Kind(
        N_("Kỳ chưa kết thúc"), N_("Số của kỳ sau hôm nay chưa thể là số báo cáo. Kiểm tra ngày của kỳ.")
    ),
    "period_reversed": Kind(
        N_("Kỳ kết thúc trước khi bắt đầu"), N_("Ngày đầu và ngày cuối kỳ bị đảo. Gửi lại với ngày đúng.")
    ),
    "unreadable_period": Kind(
        N_("Ngày của kỳ không đọc được"), N_("Gửi lại với ngày đầu và ngày cuối kỳ hợp lệ.")
    ),
    "unreadable_date": Kind(N_("Ngày không đọc được"), N_("Gửi lại báo cáo với ngày hợp lệ.")),
    "date_in_future": Kind(
        N_("Ngày hoàn thành ở tương lai"), N_("Việc chưa thể hoàn thành sau hôm nay. Gửi lại ngày đúng.")
    ),
    "percent_out_of_range": Kind(
        N_("Tỷ lệ hoàn thành ngoài 0 đến 100"), N_("Gửi lại tỷ lệ hoàn thành từ 0 đến 100.")
    ),
    "area_not_in_force": Kind(
        N_("Địa bàn không có hiệu lực trong kỳ"),
        N_("Báo cáo theo đơn vị hành chính có hiệu lực trong kỳ, trước hoặc sau sắp xếp."),
    ),
    "area_not_asked": Kind(
        N_("Cấp này không phải báo cáo"), N_("Nội dung này giao cho cấp khác. Kiểm tra địa bàn của dòng.")
    ),
    "area_without_province": Kind(
        N_("Xã không thuộc tỉnh nào"), N_("Đơn vị vận hành kho bổ sung tỉnh của xã trong danh mục địa bàn.")
    ),
    "unknown_area": Kind(
        N_("Địa bàn không có trong danh mục"), N_("Kiểm tra mã địa bàn, hoặc bổ sung danh mục của kho.")
    ),
    "unknown_measure": Kind(
        N_("Số đo không có trong danh mục"), N_("Kiểm tra mã số đo, hoặc khai báo số đo trong kho.")
    ),
    "unknown_ethnic_group": Kind(
        N_("Dân tộc không có trong danh mục"), N_("Kiểm tra mã dân tộc theo danh mục 54 dân tộc.")
    ),
    "unknown_milestone": Kind(
        N_("Mốc công việc không có trong danh mục"),
        N_("Kiểm tra mã mốc theo bộ chỉ số và danh mục hệ thống."),
    ),
    "unknown_task": Kind(
        N_("Nhiệm vụ ngoài danh mục"),
        N_("Kiểm tra mã nhiệm vụ; nhiệm vụ tự thêm chỉ được tính vào chỉ số về giao nhiệm vụ."),
    ),
    "unknown_load": Kind(
        N_("Lần nạp không có trong nhật ký"), N_("Đơn vị vận hành kho ghi lần nạp vào nhật ký, hoặc nạp lại.")
    ),
    "rejected_row": Kind(
        N_("Bị từ chối khi nạp"), N_("Kho đã không nhận dòng này, lý do ở cột chi tiết. Sửa rồi gửi lại.")
    ),
    "wrong_target": Kind(
        N_("Chỉ tiêu riêng không dùng được"),
        N_("Chỉ tiêu riêng của tỉnh chưa dùng được, lý do ở cột chi tiết. Đề nghị gửi lại."),
    ),
    "wrong_succession": Kind(
        N_("Kế tục địa bàn sai"), N_("Đơn vị vận hành kho sửa bảng kế tục của địa bàn.")
    ),
    CONTROL_TOTAL: Kind(
        N_("Tổng kiểm soát lệch"),
        N_("Số của cấp trên khác tổng các đơn vị dưới. Các đơn vị dưới được dùng; hai cấp cần đối chiếu."),
    ),
    DRAFT: Kind(
        N_("Chờ phê duyệt"), N_("Lần nạp chưa được duyệt nên chưa vào số nào. Duyệt hoặc trả lại lần nạp.")
    ),
    "empty_table": Kind(N_("Bảng chưa có dòng nào"), N_("Đơn vị vận hành kho kiểm tra việc nạp bảng này.")),
    "missing_table": Kind(
        N_("Kho không có bảng này"), N_("Bảng không bắt buộc; phần dựa vào nó để trống cho đến khi có.")
    ),
}


def kind_title(code: str, lang: Language) -> str:
    """The name of a kind; one that has none here is shown by its code."""
    return lang(KINDS[code].title) if code in KINDS else code


def kind_advice(code: str, lang: Language) -> str:
    """What is to be done about a kind."""
    return lang(KINDS[code].advice if code in KINDS else OTHER_ADVICE)
