"""What the page of communes asks first, read ahead."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repository import Repository


def read_commune_pages(repository: "Repository", code: str) -> None:
    """Has the newest communes and groups of every province read, while an indicator's facts are at hand."""
    definition = repository.catalogue[code]
    if definition.level != "commune" or definition.kind == "milestone":
        return
    newest = repository.read_values(code)
    for province in newest.values:
        repository.read_values(code, newest.period, parent=province.area_code)
        repository.read_zones(code, newest.period, parent=province.area_code)
        repository.read_ethnic_groups(code, newest.period, province.area_code)
