"""The pillars under which indicators are grouped, in the order in which they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pillar:
    """A group of indicators: a stable code and its names."""

    code: str
    name_vi: str
    name_en: str


# The code is written in definition files; a name may change, a code does not.
PILLARS: tuple[Pillar, ...] = (
    Pillar("digital_institution", "Thể chế số", "Digital institutions"),
    Pillar("digital_infrastructure", "Hạ tầng số", "Digital infrastructure"),
    Pillar("digital_government", "Chính phủ số", "Digital government"),
    Pillar("digital_data", "Dữ liệu số", "Digital data"),
    Pillar("digital_workforce", "Nhân lực số", "Digital workforce"),
    Pillar("digital_society", "Xã hội số", "Digital society"),
    Pillar("digital_economy", "Kinh tế số", "Digital economy"),
    Pillar("programme", "Chương trình mục tiêu quốc gia", "National Target Programme"),
    Pillar("security", "An toàn thông tin", "Information security"),
    Pillar("culture", "Văn hóa số", "Digital culture"),
    Pillar("governance", "Quản trị triển khai", "Governance of implementation"),
    Pillar("context", "Bối cảnh", "Context"),
)
PILLAR_ORDER: dict[str, int] = {pillar.code: order for order, pillar in enumerate(PILLARS)}
