"""The paragraphs of the methodology page; what they name in braces is in force in the code, never typed."""

from language import N_

VALUES = (
    N_(
        "Tỷ lệ là tổng tử số chia tổng mẫu số của các địa bàn trong phạm vi, nhân 100. Không bao "
        "giờ lấy trung bình các tỷ lệ, và luôn nêu kèm n/N."
    ),
    N_(
        "Số đếm được cộng dồn giữa các địa bàn. Điểm đánh giá không cộng được nên lấy trung bình các địa bàn."
    ),
    N_(
        "Giá trị chưa biết được ghi là “chưa có số liệu”, không bao giờ là 0; thiếu tử số hoặc "
        "mẫu số thì không có giá trị."
    ),
    N_(
        "Nhiều lần nạp cùng một số thì lần nạp mới nhất đã duyệt được dùng. Làm tròn chỉ để hiển "
        "thị, không để so sánh."
    ),
)
HIDDEN = (
    N_(
        "Ở cấp xã và theo dân tộc, tử số hoặc mẫu số từ 1 đến dưới {min_cell} không được nêu, kể cả trong "
        "giao diện dữ liệu: ghi là “được ẩn”, khác với “chưa có số liệu”. Số 0 vẫn nêu. Số của tỉnh và cả "
        "nước không bao giờ bị ẩn."
    ),
    N_(
        "Để không ai lấy tổng trừ đi các số đã nêu mà tính ra số được ẩn, có thêm nơi khác bị ẩn cùng: một "
        "xã cùng tỉnh, cùng tỉnh cũ, cùng khu vực và báo cáo vào cùng những kỳ; nơi không có xã nào như vậy "
        "thì ẩn giá trị của khu vực. Theo dân tộc thì ẩn thêm một dân tộc và một tỉnh nữa."
    ),
    N_(
        "Chỉ số gộp (như S01) được ẩn ở xã có phần bị ẩn. Xã đang nêu số mà mốc gốc là số được ẩn thì không "
        "có mốc gốc và nhịp độ, nhưng vẫn có trạng thái."
    ),
)
NOT_HIDDEN = (
    N_("Theo cấu hình hiện tại, không số nào bị ẩn: mọi số của xã và của dân tộc được nêu dù nhỏ đến đâu."),
)
PERIODS = (
    N_("Kỳ là tháng, quý, 6 tháng, 9 tháng hoặc năm."),
    N_("Số thời điểm lấy số cuối cùng có trong kỳ, kèm ngày của số đó. Số phát sinh cộng các phần của kỳ."),
    N_("Số phát sinh còn thiếu một phần của kỳ là số tạm tính: tổng đến lúc đó, không phải tổng của cả kỳ."),
    N_(
        "Số liệu cũ là dấu hiệu đi kèm, không phải trạng thái: số mới nhất đã quá {stale} chu kỳ "
        "báo cáo của chỉ số."
    ),
)
COVERAGE = (
    N_("Độ phủ là tỷ lệ địa bàn có đủ cặp số hợp lệ, đếm ở cấp chi tiết nhất có báo cáo."),
    N_(
        "Dưới {enough} địa bàn có báo cáo thì giá trị là tạm tính: vẫn hiện, có đánh dấu, không "
        "xếp hạng. Mức này cũng quyết định một tỉnh được tính từ các xã hay từ số của chính tỉnh."
    ),
    N_("Cả nước là tổng các tỉnh khi đủ tỉnh có số, nếu không thì lấy số do trung ương báo cáo."),
)
BOUNDARIES = (
    N_("Hai thời điểm chỉ được so với nhau sau khi đưa về cùng một bộ ranh giới."),
    N_(
        "Với 34 tỉnh, thành phố, số trước ngày {merger} là tổng các đơn vị cũ hợp thành. Với 63 "
        "tỉnh, thành phố, số sau ngày đó lấy từ các xã nằm trong tỉnh cũ, và để trống khi không "
        "tách được; không chia theo ước lượng."
    ),
    N_("Giá trị cả nước không phụ thuộc bộ ranh giới đang xem."),
)
PACE = (
    N_(
        "B là mốc gốc, vào ngày t₀; y là giá trị mới nhất, vào ngày t; T là chỉ tiêu, "
        "và t với chỉ số dưới T là ngày phải đạt chỉ tiêu."
    ),
    N_(
        "R bằng 1 là đúng lộ trình. Phép tính theo điểm phần trăm trên đường thẳng chứ không theo "
        "tốc độ tăng kép: xuất phát gần 0 thì tốc độ tăng kép cho kết quả cao dù quãng đường đi được "
        "rất ngắn."
    ),
    N_(
        "Thời gian tính bằng ngày. Công thức dùng được cho cả chỉ tiêu cần giảm, vì tử số và mẫu "
        "số cùng đổi dấu."
    ),
    N_(
        "Kế hoạch có chỉ tiêu trung gian thì phần thời gian được thay bằng phần lẽ ra đã đạt trên "
        "đường nối các điểm đó."
    ),
    N_(
        "Kế hoạch không nêu mốc gốc thì quan sát đầu tiên là mốc gốc tạm, và nơi nào dùng đến đều "
        "ghi rõ. Tỉnh có chỉ tiêu riêng thì xét theo chỉ tiêu của tỉnh đó."
    ),
)
STATUS = (
    N_(
        "Xét lần lượt từ trên xuống; điều đầu tiên đúng là trạng thái. “Hôm nay” là ngày cuối của "
        "kỳ đang xem."
    ),
)
PROJECTION = (
    N_(
        "Dự báo trả lời câu hỏi khác với nhịp độ: nếu nhịp gần đây giữ nguyên thì tại hạn sẽ được "
        "bao nhiêu. Nhịp gần đây là độ dốc Theil–Sen của nhiều nhất {recent} tháng cuối, cần ít "
        "nhất {fewest} quan sát."
    ),
    N_(
        "Khoảng dự báo {interval} lấy từ phần lệch của các quan sát quanh đường đó; mọi giá trị "
        "được giữ trong khoảng có thể xảy ra. Dự báo không đổi trạng thái; khi hai bên khác nhau "
        "thì trang nói rõ."
    ),
)
MILESTONE = (
    N_("Mỗi địa bàn lấy báo cáo mới nhất về mốc, xét lần lượt theo bảng dưới."),
    N_(
        "Với mốc giao cho từng tỉnh, cả nước đếm số tỉnh đã hoàn thành; báo cáo của tỉnh cũ không "
        "được tính cho tỉnh hợp thành."
    ),
)
TASK = (N_("Xét theo báo cáo mới nhất của từng cơ quan, vào ngày hôm nay."),)
SURVEY = (
    N_(
        "Kết quả điều tra mẫu được kèm khoảng tin cậy {level} theo Wilson, vì cỡ mẫu ở từng tỉnh "
        "nhỏ. Hai giá trị có khoảng chồng lên nhau chưa thể coi là khác nhau."
    ),
)
RANKING = (
    N_("Các tỉnh được xếp theo giá trị, theo chiều mong muốn của chỉ số; bằng nhau thì cùng hạng."),
    N_("Giá trị tạm tính và tỷ lệ có mẫu số dưới {minimum} được liệt kê mà không có hạng."),
    N_("Không gộp các chỉ số khác loại thành một điểm chung; chỉ đếm số chỉ tiêu đã đạt."),
)
WRONG = (
    N_(
        "Dòng không thể đúng bị loại khỏi mọi con số và được liệt kê kèm lý do ở trang Chất lượng "
        "dữ liệu. Số cũ không tự quay lại thay cho dòng sai mới hơn."
    ),
    N_(
        "Tử số lớn hơn mẫu số thì cả cặp bị loại. Tổng của cấp trên lệch với các đơn vị dưới thì "
        "các đơn vị dưới được dùng."
    ),
    N_("Lần nạp chưa được duyệt không vào con số nào."),
)
MARKS = (
    N_(
        "Số minh họa do dự án tạo ra để trình diễn. Chỉ cần một số minh họa đứng sau một giá trị "
        "thì giá trị đó mang dấu minh họa, và trang có dải cảnh báo."
    ),
    N_("Số sơ bộ và số chính thức theo ghi nhận của nơi báo cáo."),
    N_("“Số liệu chốt” cho xem mọi trang đúng như những gì đã biết ở một lần nạp trước."),
)
TERMS = (
    N_(
        "Các từ dùng trên mọi trang. Nơi một từ có gạch chân chấm, trỏ vào hoặc bấm vào để xem nghĩa ngay "
        "tại chỗ."
    ),
)
ORIGIN = (
    N_(
        "Cách đánh giá tiến độ và các ngưỡng theo phương pháp của Open SDG, vốn dựa vào Eurostat "
        "(2021) và Cơ quan Thống kê Canada; dự báo theo báo cáo chỉ số của Đức; cách xét khi hạn "
        "đã qua theo EUSTAT; cách xử lý thiếu số theo SDG Index."
    ),
    N_("Dùng tỷ lệ tuyến tính thay cho tốc độ tăng kép là lựa chọn của bảng chỉ số này."),
)
