"""What a file is asked for: the choice of the address it was taken from, and what surrounds it."""

from dataclasses import dataclass
from datetime import date

from callbacks.shell import read_credits
from callbacks.view import View, read_view
from config import Settings
from exports.captions import Circumstances
from indicators.loads import Load
from indicators.model import COUNTRY
from language import Language
from layouts.choice import Choice, Problem
from layouts.shell import map_credits
from repository import Repository
from repository.sources import ILLUSTRATIVE


class Refused(Exception):
    """A parameter of the address that can't be used, found while reading what it asks for."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice in the light theme, as paper is white, and what answers it.

    What can't be used of the choice raises Refused.
    """

    repository: Repository
    settings: Settings
    choice: Choice

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.choice.language

    @property
    def load(self) -> Load | None:
        """The load as of which all is told."""
        found = self.choice.load if self.choice.load is not None else self.repository.read_load()
        return next((load for load in self.repository.read_loads() if load.load_id == found), None)

    @property
    def today(self) -> date:
        """The day on which the file is written."""
        return self.repository.today()

    @property
    def around(self) -> Circumstances:
        """What all captions say alike."""
        credits = map_credits(read_credits(self.settings), self.lang)
        return Circumstances(self.settings.agency_name, self.load, self.lang, tuple(credits))

    @property
    def made_up(self) -> bool:
        """Whether any of the loads brought made-up rows: what is told of reports is then made up, too."""
        return any(source.name == ILLUSTRATIVE for source in self.repository.read_sources(self.choice.load))

    def view(self) -> View:
        """The values of what is chosen."""
        found = read_view(self.repository, self.choice)
        if found.choice.problems:
            raise Refused(*found.choice.problems)
        return found

    def area(self) -> str:
        """The province that is chosen, without which some things are not there."""
        if self.choice.area in (None, COUNTRY):
            raise Refused(Problem("area", "", self.repository.read_province_codes()))
        return str(self.choice.area)
