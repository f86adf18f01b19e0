"""How much memory a worker holds (Linux)."""

from pathlib import Path

from benchmarks.served import Served
from benchmarks.table import Row


def memory(server: Served, name: str, against: Row | None = None) -> Row:
    """The resident memory of each worker; of the process itself where it has none."""
    figures = [resident(pid) for pid in workers(server.pid) or [server.pid]]
    return Row(f"memory of a worker after the load, {name}", figures, "MB", 0, against)


def workers(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    started = [Path(f"/proc/{pid}/task/{task.name}/children") for task in Path(f"/proc/{pid}/task").iterdir()]
    return [int(child) for file in started for child in file.read_text().split()]


def resident(pid: int) -> float:
    """The memory of a process that is in RAM, in MB; pages that it shares are counted in full."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise ProcessLookupError(f"process {pid} has no memory")
