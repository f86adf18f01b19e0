"""A question on its way to an answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indicators.disclosure import Hidden
from indicators.errors import UnknownParameter
from indicators.model import Indicator
from indicators.readings import Readings
from repository.state import State

if TYPE_CHECKING:
    from repository import Repository


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is answered from: a state of the warehouse, and the answers to other questions.

    An answer is a function of this and of what the question names; both are its key, so nothing else may
    enter it.
    """

    repository: "Repository"
    state: State
    code: str = ""  # of the indicator; empty where the question is about all

    @property
    def indicator(self) -> Indicator:
        """The definition of the indicator asked about."""
        return self.state.catalogue[self.code]

    @property
    def as_of_load(self) -> int | None:
        """The load asked for."""
        return self.state.as_of_load

    def readings(self) -> Readings:
        """The facts of the indicator asked about."""
        return self.repository.facts.of(self.state, self.code, self.hidden)

    def hidden(self) -> Hidden:
        """What is hidden of the indicator asked about, found once for all loads."""
        return self.hidden_of(self.code)

    def hidden_of(self, code: str) -> Hidden:
        """What is hidden of an indicator."""
        return self.repository.read_hidden(code)


def one_of(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raises UnknownParameter for a value that is none of those allowed."""
    if value not in allowed:
        raise UnknownParameter(parameter, value, allowed)
