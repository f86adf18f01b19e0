"""Walks over a map by its arrows: who can't be reached from whom, and how often the way back is the way."""

WAYS = {"ArrowRight": 0, "ArrowUp": 90, "ArrowLeft": 180, "ArrowDown": 270}
BACK = {
    "ArrowRight": "ArrowLeft",
    "ArrowLeft": "ArrowRight",
    "ArrowUp": "ArrowDown",
    "ArrowDown": "ArrowUp",
}

Directions = dict[str, dict[str, str]]


def lost(found: Directions) -> dict[str, set[str]]:
    """The areas that can't be reached, by the area that one starts from."""
    missing = {}
    for start in found:
        seen, waiting = {start}, [start]
        while waiting:
            new = set(found[waiting.pop()].values()) - seen
            seen |= new
            waiting += new
        if len(seen) < len(found):
            missing[start] = set(found) - seen
    return missing


def returning(found: Directions) -> float:
    """The share of steps from which the opposite arrow leads back."""
    steps = [(code, way, to) for code, each in found.items() for way, to in each.items()]
    return sum(found[to].get(BACK[way]) == code for code, way, to in steps) / len(steps)
