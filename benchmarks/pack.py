"""`python -m benchmarks.pack [address…]`: how long briefing packs take, from their address to their files."""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from benchmarks.served import Served
from benchmarks.table import Row
from callbacks.report_build import do_job, open_jobs
from config import Settings, settings_or_exit
from exports.jobs import Job

TIMES = 3
ADDRESSES = ("", "area=08")  # the whole country, a province; all parts, all kinds of files


@dataclass(frozen=True, slots=True)
class Timed:
    """A pack and the seconds it took, in all and up to its first drawing."""

    job: Job
    seconds: float
    read: float


def timed(settings: Settings, address: str, edition: str = "") -> Timed:
    """Builds a pack here and now, in a data folder that is gone afterwards; the cache stays."""
    with tempfile.TemporaryDirectory() as folder:
        own = settings.model_copy(update={"data_dir": Path(folder)})
        jobs = open_jobs(own)
        job_id = jobs.ask(address, "vi", edition)
        begun, steps = time.perf_counter(), list[float]()
        do_job(job_id, own, lambda job: steps.append(time.perf_counter() - begun) if job.done else None)
        seconds = time.perf_counter() - begun
        found = jobs.find(job_id)
    assert found is not None
    return Timed(found, seconds, steps[0] if steps else seconds)


def packs(server: Served, warehouse: URL) -> list[Row]:
    """Seconds from asking to the four files, of the country and of a province, once all is read ahead."""
    settings = settings_or_exit(warehouse_url=warehouse, cache_dir=server.cache)
    rows = []
    for address, name in zip(ADDRESSES, ("the country", "a province"), strict=True):
        done = [timed(settings, address) for _ in range(TIMES)]
        if any(one.job.state != "ready" or one.job.faults for one in done):
            raise RuntimeError(f"a pack of {name} was not made whole")
        rows.append(Row(f"briefing pack of {name}, four files", [one.seconds for one in done], "s", 1))
    return rows


def main() -> None:
    """Times the packs, each twice: the first may read what nobody asked for before."""
    settings = settings_or_exit()
    for address in sys.argv[1:] or ADDRESSES:
        for edition in ("", "new"):
            first, again = timed(settings, address, edition), timed(settings, address, edition)
            print(
                f"{address or 'VN':24} {'frozen' if edition else 'now':7} {first.seconds:6.1f} s, "
                f"again {again.seconds:5.1f} s (read {again.read:.1f} s), {again.job.state}, "
                f"{len(again.job.files)} files, {len(again.job.faults)} faults"
            )


if __name__ == "__main__":
    main()
