"""What an answer is known as of: kept apart from it, since most loads leave most answers as they are."""

from dataclasses import replace
from typing import Any

from indicators.cards import Card
from indicators.loads import Origin
from indicators.model import Series, ValueTable
from indicators.scorecard import Column


def known_as_of(answer: Any, load: int | None) -> Any:
    """An answer as of a load, which it is kept without."""
    match answer:
        case ValueTable() | Series():
            return replace(answer, load_id=load)
        case Origin():
            return replace(answer, as_of_load=load)
        case Card():
            return replace(answer, series=known_as_of(answer.series, load))
        case Column():
            return replace(answer, table=known_as_of(answer.table, load))
        case dict():
            return {name: known_as_of(one, load) for name, one in answer.items()}
    return answer
