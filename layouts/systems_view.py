"""What the page Hệ thống shows: the listed systems, how each stands, and which of them are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.catalogue import Catalogue
from indicators.systems import System, SystemState
from language import N_
from layouts.choice import Choice

NO_REPORT = "no_report"
# How a system exchanges data with the indicator set: the icon and the message id of the word.
FLOWS = {
    "in": ("↓", N_("Vào: cấp số liệu cho bộ chỉ số")),
    "out": ("↑", N_("Ra: nhận số liệu từ bộ chỉ số")),
    "both": ("↕", N_("Hai chiều")),
    "none": ("–", N_("Không trao đổi số liệu")),
}
DECISION_NUMBERS = {"1087": "1087/QĐ-TTg", "330": "330/QĐ-UBDT"}


@dataclass(frozen=True, slots=True)
class SystemsView:
    """What is chosen, and every listed system with its newest report."""

    choice: Choice
    catalogue: Catalogue
    systems: tuple[SystemState, ...]


def state(one: SystemState) -> str:
    """The code of a system's state; that nobody has reported is one, too."""
    return one.milestone.status if one.milestone else NO_REPORT


def of_decision(view: SystemsView) -> tuple[SystemState, ...]:
    """The systems that the decision asked for names; `other` are those that neither names."""
    wanted = view.choice.decision
    return tuple(one for one in view.systems if wanted is None or wanted in _decisions(one.system))


def asked_for(found: Sequence[SystemState], chosen: Choice) -> tuple[SystemState, ...]:
    """Those in the state and with the flow that are asked for."""
    flow = chosen.kind if chosen.kind in FLOWS else None
    return tuple(
        one for one in found if chosen.status in (None, state(one)) and flow in (None, one.system.flow)
    )


def _decisions(system: System) -> tuple[str, ...]:
    named = tuple(code for code, number in DECISION_NUMBERS.items() if number in system.decision)
    return named or ("other",)
