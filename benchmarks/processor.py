"""How much processor time a server has used (Linux)."""

import os
from pathlib import Path

from benchmarks.memory import workers


def processor_seconds(pid: int) -> float:
    """Processor time of a process and of those that it started and that still run, in seconds."""
    return sum(_used(one) for one in (pid, *workers(pid)))


def _used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
