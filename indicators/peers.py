"""Provinces alike: what a province is compared by, how far two lie apart, and which lie nearest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import dist, log
from statistics import fmean, pstdev
from typing import Literal

NEAREST = 5

Feature = Literal["minority_share", "zone_communes", "population"]


@dataclass(frozen=True, slots=True)
class Features:
    """What a province is compared by; None is not known.

    `minority_share` in percent of the population, `zone_communes` counts the communes of zones I to III.
    """

    area_code: str
    area_name: str
    area_name_en: str
    minority_share: float | None
    zone_communes: int | None
    population: float | None

    @property
    def missing(self) -> tuple[Feature, ...]:
        """The features that aren't known, or of which no distance can be taken: a population of nobody."""
        lacking: list[Feature] = [] if self.minority_share is not None else ["minority_share"]
        if self.zone_communes is None:
            lacking.append("zone_communes")
        if not self.population or self.population < 0:
            lacking.append("population")
        return tuple(lacking)


@dataclass(frozen=True, slots=True)
class Peer:
    """A province beside another: its features, and how far it lies from the other."""

    features: Features
    distance: float


@dataclass(frozen=True, slots=True)
class Peers:
    """Every other province by its distance from one, the nearest first; none where it lacks a feature itself.

    `left_out` lack a feature and are compared with nobody; `compared` is how many provinces were, itself
    included. `census` is the period of share and population, None where there are none.
    """

    own: Features
    others: tuple[Peer, ...]
    left_out: tuple[Features, ...]
    compared: int
    census: str | None = None
    illustrative: bool = False

    @property
    def nearest(self) -> tuple[Peer, ...]:
        """The provinces most like it."""
        return self.others[:NEAREST]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the nearest."""
        return tuple(peer.features.area_code for peer in self.nearest)


def peers(provinces: Sequence[Features], area_code: str) -> Peers:
    """How far the others of `provinces` lie from one.

    A province without one of the features is compared on none: a distance over fewer features would be
    smaller for knowing less.
    """
    own = next(one for one in provinces if one.area_code == area_code)
    complete = [one for one in provinces if not one.missing]
    left_out = tuple(one for one in provinces if one.missing)
    if own.missing:
        return Peers(own, (), left_out, len(complete))
    apart = distances(complete)
    others = [Peer(one, apart(own, one)) for one in complete if one.area_code != area_code]
    others.sort(key=lambda peer: (peer.distance, peer.features.area_code))
    return Peers(own, tuple(others), left_out, len(complete))


def distances(provinces: Sequence[Features]) -> Callable[[Features, Features], float]:
    """How far two provinces lie apart: the Euclidean distance of their standardised features.

    Each feature less its mean over `provinces` and divided by its standard deviation over them, so that all
    weigh alike; the population by its logarithm, else the two large cities would be alike and all others the
    same. A feature that is everywhere the same tells nothing and adds nothing.
    """
    columns = list(zip(*(_numbers(one) for one in provinces), strict=True))
    scales = [(fmean(column), pstdev(column)) for column in columns]

    def point(one: Features) -> list[float]:
        return [
            (number - mean) / spread if spread else 0.0
            for number, (mean, spread) in zip(_numbers(one), scales, strict=True)
        ]

    return lambda one, other: dist(point(one), point(other))


def _numbers(one: Features) -> tuple[float, float, float]:
    """The features of a province that lacks none, on the scales on which they are compared."""
    assert one.minority_share is not None
    assert one.zone_communes is not None
    assert one.population
    return one.minority_share, float(one.zone_communes), log(one.population)
