"""What the quality page and its file are asked for, held against what there is."""

from dataclasses import replace

from layouts.choice import Choice, Problem
from layouts.quality_filter import known_kinds
from repository import Repository


def checked(repository: Repository, chosen: Choice) -> Choice:
    """The choice without a province or a kind that is not there; each of them is a problem of it."""
    provinces = repository.read_reporting(chosen.load).provinces
    allowed = {
        "area": tuple(code for code, _, _ in provinces),
        "kind": known_kinds(repository.read_listed(chosen.load)),
    }
    problems = [
        Problem(name, given, known)
        for name, known in allowed.items()
        if (given := getattr(chosen, name)) is not None and given not in known
    ]
    refused = {problem.parameter for problem in problems}
    return replace(
        chosen,
        area=None if "area" in refused else chosen.area,
        kind=None if "kind" in refused else chosen.kind,
        problems=(*chosen.problems, *problems),
    )
