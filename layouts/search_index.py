"""What is found by words: names and codes with or without diacritics, in any order, the likeliest first.

Nothing here knows what an entry is about: layouts/search_entries.py says what there is, this finds it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from layouts.search_words import KINDS, folded, one_off, sounded, without_kind

LONG = 48  # letters from which on a name is a sentence, in which most syllables stand somewhere
SHORTEST = 3  # letters of a word that may hold a slip, or that is looked for inside others


class Rank(IntEnum):
    """How an entry was found, the surest first."""

    EXACT = 0  # a code or a name, whole
    PREFIX = 1  # a name or a code begins so
    WORDS = 2  # each word begins a word of a name
    FORMER = 3  # a name that it had, or that what it was made of had
    SLIP = 4  # with a letter wrong, missing, too many or in its neighbour's place
    AROUND = 5  # some words are of its name, the others of what is around it
    INSIDE = 6  # somewhere inside a name, or scattered over a sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found. `names` find it beside its name, `around` narrows: its province, its pillar.

    `former` are names of before, each with its code; they count as much as today's where `lasting`. What
    stands before a name and is none of it (`Xã`, `Phường`) is left out of the comparison.
    Words around it find it without its name where it is `alone`.
    """

    kind: str
    code: str
    name: str
    note: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    anchor: str = ""
    names: tuple[str, ...] = ()
    former: tuple[tuple[str, str], ...] = ()
    around: str = ""
    lasting: bool = False
    alone: bool = False

    @property
    def key(self) -> str:
        """What it is known by, whatever the language."""
        return f"{self.kind}:{self.anchor or self.code or self.path}"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, how, and by which former name where by one."""

    entry: Entry
    rank: Rank
    former: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of a kind: the first of them, and how many there are in all."""

    kind: str
    found: tuple[Found, ...]
    total: int


class Index:
    """The entries, made ready to be found. Kinds are told in the order of their first entries."""

    def __init__(self, entries: Iterable[Entry]):
        self._rows = [_Row(entry) for entry in entries]
        self._kinds = {
            kind: at for at, kind in enumerate(dict.fromkeys(row.entry.kind for row in self._rows))
        }
        self._by_key = {row.entry.key: row.entry for row in self._rows}
        self._words = {word for row in self._rows for word in row.words}
        self._beginnings = {word[:end] for word in self._words for end in range(1, len(word) + 1)}

    def __len__(self) -> int:
        return len(self._rows)

    def entry(self, key: str) -> Entry | None:
        """The entry with a key; None where there is none any more."""
        return self._by_key.get(key)

    def of_kind(self, kind: str) -> list[Entry]:
        """All entries of a kind, in their order."""
        return [row.entry for row in self._rows if row.entry.kind == kind]

    def find(self, asked: str, most: int) -> tuple[Group, ...]:
        """What is found, by kind, at most so many of each; the kind with the surest find comes first."""
        query, bare = _Query(asked), _Query(without_kind(asked))
        if not query.words:
            return ()
        found = self._matched(query)
        if (
            not _sure(found) and bare.whole != query.whole
        ):  # "xã Hồng Thái", where names don't say what they are
            query, found = bare, self._matched(bare)
        found = _sure(found) or [*self._near(query), *found]
        by_kind: dict[str, list[tuple[tuple[int, int, int], Found]]] = {}
        for one in found:
            by_kind.setdefault(one.entry.kind, []).append((query.order(one), one))
        for listed in by_kind.values():
            listed.sort(key=lambda pair: pair[0])

        def sureness(kind: str) -> tuple[int, int]:
            rank, first = by_kind[kind][0][0][0], by_kind[kind][0][1].entry
            # There is a commune of nearly every name: it comes after an indicator that has the word.
            return rank if first.alone or first.lasting else max(rank, Rank.WORDS), self._kinds[kind]

        kinds = sorted(by_kind, key=sureness)
        return tuple(
            Group(kind, tuple(one for _, one in by_kind[kind][:most]), len(by_kind[kind])) for kind in kinds
        )

    def _matched(self, query: "_Query") -> list[Found]:
        return [one for row in self._rows if (one := row.match(query)) is not None]

    def _near(self, query: "_Query") -> list[Found]:
        """What begins with the words, or with those that they may be slips of."""
        meant = [self._slips(word, last=word is query.words[-1]) for word in query.words]
        if not all(meant):
            return []
        pattern = re.compile(" " + " ".join(f"(?:{'|'.join(sorted(words))})" for words in meant))
        return [one for row in self._rows if (one := row.near(pattern)) is not None]

    def _slips(self, word: str, *, last: bool) -> set[str]:
        """The words that were meant by one with a slip of the finger; the last one may still be typed."""
        known = self._beginnings if last else self._words
        found = {word} & known
        if len(word) >= SHORTEST and word.isalpha():
            found |= one_off(word) & known
        return found


class _Query:
    """What is asked for, in the forms in which it is compared."""

    def __init__(self, asked: str):
        self.whole = folded(asked)
        self.words = self.whole.split()
        self.solid = self.whole.replace(" ", "")
        self.sound = sounded(asked)
        self.marked = self.sound != self.whole  # typed with diacritics, which then are meant

    def within(self, name: str) -> bool:
        """Whether the words stand in a name: one after another, or in any order where it is no sentence."""
        return f" {self.whole}" in name or (len(name) <= LONG and _all(self.words, name))

    def begins(self, names: Iterable[str]) -> bool:
        """Whether a name, without its spaces, begins with the one word that was typed: laocai."""
        return len(self.words) == 1 and any(name.startswith(self.solid) for name in names)

    def order(self, one: Found) -> tuple[int, int, int]:
        """By rank, today's names before former ones, the same diacritics before others."""
        name = one.former[0] if one.former else one.entry.name
        former = 0 if one.former is None else 1 if folded(name).endswith(self.whole) else 2
        if sounded(one.entry.code) == self.sound:
            return one.rank, former, -1
        return one.rank, former, int(self.marked and self.sound not in sounded(name))


class _Row:
    """An entry with its names folded: each begins with a space, so that " bai" is the beginning of a word."""

    __slots__ = ("around", "code", "entry", "every", "former", "names", "own", "solid")

    def __init__(self, entry: Entry):
        self.entry = entry
        self.code = folded(entry.code)
        self.names = [" " + one for one in dict.fromkeys(map(folded, (entry.name, *entry.names)))]
        self.solid = [name.replace(" ", "") for name in self.names]
        self.former = [(" " + KINDS.sub("", folded(name)), code, (name, code)) for name, code in entry.former]
        self.around = " " + folded(entry.around)
        former = [part for name, code, _ in self.former for part in (name, " ", code)]
        self.own = "".join((" ", self.code, *self.names, *former))
        # Whatever it may be found by, so that most of the entries are left at a glance.
        self.every = "|".join(
            (self.own + self.around, *self.solid, *(name.replace(" ", "") for name, _, _ in self.former))
        )

    @property
    def words(self) -> Sequence[str]:
        return self.own.split()

    def match(self, query: _Query) -> Found | None:
        """How the entry is found, None where it isn't."""
        if query.solid not in self.every and not _all(query.words, self.every):
            return self._inside(query) if query.whole in self.own else None
        whole, rank = " " + query.whole, None
        if query.whole == self.code or whole in self.names:
            rank = Rank.EXACT
        elif self.code.startswith(query.whole) or any(name.startswith(whole) for name in self.names):
            rank = Rank.PREFIX
        elif any(query.within(name) for name in self.names) or query.begins(self.solid):
            rank = Rank.WORDS
        if rank is not None:
            return Found(self.entry, rank)
        former = self._former(query, whole)
        if former is not None:
            return former
        return self._loosely(query, whole)

    def _former(self, query: _Query, whole: str) -> Found | None:
        found = None
        for name, code, told in self.former:
            if whole == name or query.whole == code:
                rank = Rank.EXACT
            elif name.startswith(whole):
                rank = Rank.PREFIX
            elif query.within(name) or query.begins([name.replace(" ", "")]):
                rank = Rank.WORDS
            else:
                continue
            if found is None or rank < found.rank:
                found = Found(self.entry, rank, told)
        return found if found is None or self.entry.lasting else replace(found, rank=Rank.FORMER)

    def _loosely(self, query: _Query, whole: str) -> Found | None:
        others = [word for word in query.words if " " + word not in self.around]
        if not others and self.entry.alone:
            return Found(self.entry, Rank.AROUND)
        # What is around has some of the words; one name has to have the rest, or any where it has them all.
        own = [word for word in query.words if " " + word in self.own]
        for name, told in self._every_name():
            mine = [word for word in own if " " + word in name]
            if mine and _all((word for word in query.words if word not in mine), self.around):
                return Found(self.entry, Rank.AROUND if len(name) <= LONG else Rank.INSIDE, told)
        return self._inside(query)

    def _inside(self, query: _Query) -> Found | None:
        if len(query.solid) >= SHORTEST and any(query.whole in name for name in self.names):
            return Found(self.entry, Rank.INSIDE)
        return None

    def _every_name(self) -> Iterator[tuple[str, tuple[str, str] | None]]:
        """Today's names, then the former ones with what is told of them."""
        yield from ((name, None) for name in self.names)
        yield from ((name, told) for name, _, told in self.former)

    def near(self, pattern: re.Pattern[str]) -> Found | None:
        """The entry where one of its names is as a pattern says."""
        if not pattern.search(self.own):
            return None
        names = (told for name, told in self._every_name() if pattern.match(name))
        return next((Found(self.entry, Rank.SLIP, told) for told in names), None)


def _sure(found: Iterable[Found]) -> list[Found]:
    """Those that leave no room for guesses."""
    return [one for one in found if one.rank < Rank.SLIP]


def _all(words: Iterable[str], name: str) -> bool:
    """Whether each word begins one of a name."""
    return all(" " + word in name for word in words)
