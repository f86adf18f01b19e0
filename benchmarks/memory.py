"""How much memory a worker holds (Linux)."""

from pathlib import Path
from time import monotonic, sleep

from benchmarks.served import Served
from benchmarks.table import Row


def memory(server: Served, name: str, against: Row | None = None) -> Row:
    """The resident memory of each worker of gunicorn; of the process itself where that serves."""
    serving = workers(server.pid) if name == "gunicorn" else [server.pid]
    return Row(f"memory of a worker after the load, {name}", list(map(resident, serving)), "MB", 0, against)


def proportional(server: Served, against: Row) -> Row:
    """The memory of each worker of gunicorn where pages that several share are counted in parts."""
    figures = [_kilobytes(pid, "smaps_rollup", "Pss:") * 1024 / 1e6 for pid in workers(server.pid)]
    return Row("the same, pages shared with other processes counted in parts", figures, "MB", 0, against)


def until_read_ahead(server: Served) -> float:
    """Seconds until the process that computes what pages show first has ended."""
    started = monotonic()
    while not (reading := _reading(server.pid)) and monotonic() < started + 20:
        sleep(0.2)
    while reading and _reading(server.pid):
        sleep(0.2)
    return monotonic() - started


def _reading(pid: int) -> bool:
    for one in workers(pid):
        try:
            if b"-m\0callbacks" in Path(f"/proc/{one}/cmdline").read_bytes() or _reading(one):
                return True
        except OSError:  # it has just ended
            continue
    return False


def workers(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    started = [Path(f"/proc/{pid}/task/{task.name}/children") for task in Path(f"/proc/{pid}/task").iterdir()]
    return [int(child) for file in started for child in file.read_text().split()]


def resident(pid: int) -> float:
    """The memory of a process that is in RAM, in MB; pages that it shares are counted in full."""
    return _kilobytes(pid, "status", "VmRSS:") * 1024 / 1e6


def _kilobytes(pid: int, file: str, name: str) -> int:
    for line in Path(f"/proc/{pid}/{file}").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    raise ProcessLookupError(f"process {pid} has no memory")
