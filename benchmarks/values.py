"""A call of /api/v1/values: how long it takes right after a start and later, and what goes over the wire."""

from collections.abc import Sequence
from time import perf_counter

from benchmarks.served import Served, get
from benchmarks.table import Row

PATH = "/api/v1/values?indicator={}"


def values(server: Served, codes: Sequence[str]) -> list[Row]:
    """The time of each call right after a start and of the same again, and the bytes of an answer.

    The server must not have been asked anything yet.
    """
    first = [_milliseconds(server, code) for code in codes]
    again = [_milliseconds(server, code) for code in codes]
    plain = [len(get(server.port, PATH.format(code))[2]) / 1000 for code in codes]
    packed = [len(get(server.port, PATH.format(code), Accept_Encoding="br")[2]) / 1000 for code in codes]
    asked_first = Row("values call right after a start", first, "ms", 1)
    uncompressed = Row("bytes of a values call, not compressed", plain, "KB", 1)
    return [
        asked_first,
        Row("values call, again", again, "ms", 1, asked_first),
        uncompressed,
        Row("bytes of a values call, brotli", packed, "KB", 1, uncompressed),
    ]


def _milliseconds(server: Served, code: str) -> float:
    start = perf_counter()
    status, _, _ = get(server.port, PATH.format(code))
    if status != 200:
        raise RuntimeError(f"{PATH.format(code)} answered {status}")
    return (perf_counter() - start) * 1000
