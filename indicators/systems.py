"""The information systems that the decisions name: what each is, how it stands, what it is to the set."""

from dataclasses import dataclass
from typing import Literal

from indicators.milestones import Milestone


@dataclass(frozen=True, slots=True)
class System:
    """A system as the list of systems states it.

    `flow` is seen from the indicator set: it takes from the system (`in`), gives to it (`out`), both, or
    neither. `milestone` is the code under which its state is reported; where that is its own it is due on
    the last day of `due_year`.
    """

    code: str
    name_vi: str
    name_en: str
    category: str
    decision: str
    clause: str
    owner_then: str
    owner_now: str
    role_vi: str
    role_en: str
    flow: Literal["in", "out", "both", "none"]
    note_vi: str = ""
    note_en: str = ""
    indicators: tuple[str, ...] = ()
    milestone: str = ""
    due_year: int = 2030
    category_en: str = ""


@dataclass(frozen=True, slots=True)
class SystemState:
    """A system with its newest milestone report; None where nobody has reported on it."""

    system: System
    milestone: Milestone | None
