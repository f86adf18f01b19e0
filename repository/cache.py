"""Answers that are kept: the newest in this process, all on disk for every process of the machine.

Of those who ask for an answer at once one computes and the others wait, threads and processes alike.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any, TypeVar

from cachetools import LRUCache

from repository.shared import LEASE_SECONDS, Kept, Shared

KEPT_BYTES = 8_000_000  # of answers in the process, about; all others are a millisecond away
SMALLEST = 2_000  # bytes that an answer counts for at least: so many answers at most
IN_MEMORY = 6  # an object is about so much larger than it is written
POLL_SECONDS = 0.02
Answer = TypeVar("Answer")


class Answers:
    """Answers by their keys."""

    def __init__(self, folder: Path):
        self.shared = Shared(folder)
        self._kept: LRUCache[Hashable, Kept] = LRUCache(KEPT_BYTES, getsizeof=_weight)
        self._making: dict[Hashable, Future[Any]] = {}
        self._lock = Lock()

    def find(
        self,
        key: Hashable,
        mark: Callable[[], str],
        make: Callable[[], Answer],
        finish: Callable[[Answer], Answer] = lambda answer: answer,
    ) -> Answer:
        """The answer of a key, made where nobody has it; `mark` is its name among all processes.

        Several keys may lead to one mark; `finish` gives what is kept there the last touch of the key.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                return kept[0]
            making = self._making.get(key)
            if making is None:
                mine = self._making[key] = Future[Any]()
        if making is not None:
            return making.result()
        try:
            answer, size = self._shared_or_made(mark(), make)
            kept = finish(answer), size
        except BaseException as error:
            mine.set_exception(error)
            raise
        else:
            mine.set_result(kept[0])
        finally:
            with self._lock:
                if kept is not None and _weight(kept) <= self._kept.maxsize:
                    self._kept[key] = kept
                del self._making[key]
        return kept[0]

    def __len__(self) -> int:
        return len(self._kept)

    def _shared_or_made(self, mark: str, make: Callable[[], Any]) -> Kept:
        """What another process has kept, or will have in a moment; else made, and kept for all."""
        patience = monotonic() + LEASE_SECONDS
        while (found := self.shared.get(mark)) is None:
            leased = self.shared.lease(mark)
            if not leased and monotonic() < patience:
                sleep(POLL_SECONDS)
                continue
            try:
                found = self.shared.get(mark) if leased else None  # kept while we asked
                if found is None:
                    answer = make()
                    found = answer, self.shared.set(mark, answer)
            finally:
                if leased:
                    self.shared.release(mark)
            break
        return found


def _weight(kept: Kept) -> int:
    """What an answer counts for among those in memory."""
    return max(IN_MEMORY * kept[1], SMALLEST)
