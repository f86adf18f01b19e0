"""The queue: whose turn it is, what is left of a job that ends in any way, and for how long files live."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from exports.jobs import MOST_WAITING, Busy, Jobs

ROOT = Path(__file__).parents[3]
# Takes a job on and works at it until it is ended, or its input is closed.
WORKER = """
import sys
from pathlib import Path
from exports.jobs import Jobs
jobs, job_id = Jobs(Path(sys.argv[1])), sys.argv[2]
assert jobs.begin(job_id)
print(jobs.ahead(job_id), flush=True)
with jobs.building(job_id) as folder:
    (folder / "half.docx").write_text("half")
    print("writes", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def clock():
    class Clock:
        now = 1_000_000.0

        def __call__(self):
            return self.now

    return Clock()


@pytest.fixture
def jobs(tmp_path, clock):
    return Jobs(tmp_path / "reports", hours=24, now=clock)


@pytest.fixture
def worker(jobs):
    """Starts a process that works at a job; answers with how many are ahead of it."""
    started = []

    def start(job_id):
        command = [sys.executable, "-c", WORKER, str(jobs.folder), job_id]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        ahead = int(process.stdout.readline())
        assert process.stdout.readline() == "writes\n"
        return process, ahead

    yield start
    for process in started:
        process.kill()
        process.communicate()


def left(jobs):
    """Every file that there is, but for the list itself."""
    return sorted(path.name for path in jobs.folder.rglob("*") if path.is_file() and path.suffix != ".sqlite")


def publish(jobs, job_id, *names):
    assert jobs.begin(job_id)
    assert jobs.ahead(job_id) == 0
    with jobs.building(job_id) as folder:
        for name in names:
            (folder / name).write_text(name)
        return jobs.publish(job_id)


def test_a_job_from_asked_to_ready(jobs):
    job_id = jobs.ask("area=08", "vi")
    assert (jobs.find(job_id).state, jobs.find(job_id).open) == ("asked", True)
    assert jobs.begin(job_id)
    assert jobs.find(job_id).state == "waiting"
    assert jobs.ahead(job_id) == 0
    jobs.tell(job_id, "Đang đọc số liệu", 1, 9)
    found = jobs.find(job_id)
    assert (found.state, found.said, found.done, found.total) == ("working", "Đang đọc số liệu", 1, 9)
    with jobs.building(job_id) as folder:
        (folder / "Báo cáo - Cả nước.docx").write_bytes(b"12345")
        assert jobs.file(job_id, "Báo cáo - Cả nước.docx") is None, "not before all is there"
        assert jobs.publish(job_id, ("một biểu đồ hỏng",), "2026-11-25/01")
    found = jobs.find(job_id)
    assert (found.state, found.open, found.faults) == ("ready", False, ("một biểu đồ hỏng",))
    assert [(file.name, file.size) for file in found.files] == [("Báo cáo - Cả nước.docx", 5)]
    assert found.edition == "2026-11-25/01"
    assert jobs.file(job_id, "Báo cáo - Cả nước.docx").read_bytes() == b"12345"


def test_ids_can_not_be_guessed(jobs):
    ids = {jobs.ask("", "vi") for _ in range(20)}
    assert len(ids) == 20
    assert min(map(len, ids)) >= 22


@pytest.mark.parametrize("name", ["../jobs.sqlite", "..", ".", "", "a/b", "other.docx", "/etc/passwd"])
def test_only_a_file_of_the_job_is_found(jobs, name):
    job_id = jobs.ask("", "vi")
    publish(jobs, job_id, "a.docx")
    assert jobs.file(job_id, "a.docx")
    assert jobs.file(job_id, name) is None
    assert jobs.file("../files/" + job_id, "a.docx") is None


def test_a_job_in_other_hands_is_not_begun_again(jobs, worker):
    job_id = jobs.ask("", "vi")
    worker(job_id)
    assert not jobs.begin(job_id)


def test_one_works_and_the_others_say_their_place(jobs, worker):
    first, second, third = (jobs.ask("", "vi") for _ in range(3))
    _, ahead = worker(second)  # begun first, so its turn is first
    assert ahead == 0
    _, ahead = worker(first)
    assert ahead == 1
    assert jobs.begin(third)
    assert jobs.ahead(third) == 2
    assert jobs.find(third).state == "waiting"
    jobs.cancel(first)
    assert jobs.ahead(third) == 1


def test_a_killed_job_holds_up_nobody_and_leaves_nothing(jobs, worker):
    first, second = jobs.ask("", "vi"), jobs.ask("", "vi")
    process, _ = worker(first)
    assert left(jobs) == ["half.docx"]
    process.kill()
    process.wait()
    assert jobs.find(first).state == "broken"
    assert jobs.begin(second)
    assert jobs.ahead(second) == 0
    jobs.sweep()
    assert left(jobs) == []


def test_a_killed_job_can_be_begun_anew(jobs, worker):
    job_id = jobs.ask("", "vi")
    process, _ = worker(job_id)
    process.kill()
    process.wait()
    assert publish(jobs, job_id, "a.docx")
    assert left(jobs) == ["a.docx"]


def test_cancelling_ends_the_process_and_leaves_nothing(jobs, worker):
    job_id = jobs.ask("", "vi")
    process, _ = worker(job_id)
    jobs.cancel(job_id)
    assert not psutil.pid_exists(process.pid)
    assert jobs.find(job_id).state == "cancelled"
    assert left(jobs) == []
    assert not jobs.begin(job_id)


def test_a_job_cancelled_at_the_last_moment_is_not_published(jobs):
    job_id, done = jobs.ask("", "vi"), []
    assert jobs.begin(job_id)
    assert jobs.ahead(job_id) == 0
    with jobs.building(job_id) as folder:
        (folder / "a.docx").write_text("a")
        jobs.cancel(job_id)
        folder.mkdir(exist_ok=True)
        assert not jobs.publish(job_id, also=lambda: done.append(1))
    assert (left(jobs), done) == ([], [])


def test_what_is_done_with_publishing_fails_with_it(jobs):
    job_id = jobs.ask("", "vi")
    assert jobs.begin(job_id)
    assert jobs.ahead(job_id) == 0

    def fails():
        raise RuntimeError("no")

    with jobs.building(job_id) as folder:
        (folder / "a.docx").write_text("a")
        with pytest.raises(RuntimeError):
            jobs.publish(job_id, also=fails)
    assert left(jobs) == []
    assert jobs.find(job_id).state == "working"


def test_an_ended_job_is_not_cancelled(jobs):
    job_id = jobs.ask("", "vi")
    publish(jobs, job_id, "a.docx")
    jobs.cancel(job_id)
    assert jobs.find(job_id).state == "ready"
    jobs.fail(job_id, ("x",))
    assert jobs.find(job_id).state == "ready"


def test_files_are_gone_after_their_time(jobs, clock):
    old = jobs.ask("", "vi")
    publish(jobs, old, "old.docx")
    clock.now += 20 * 3600
    new = jobs.ask("", "vi")
    publish(jobs, new, "new.docx")
    assert jobs.find(old).until == 1_000_000 + 24 * 3600
    clock.now += 4 * 3600 + 1
    assert jobs.find(old) is None
    assert jobs.file(old, "old.docx") is None
    jobs.sweep()
    assert left(jobs) == ["new.docx"]


def test_too_many_waiting_are_refused(jobs):
    for _ in range(MOST_WAITING):
        jobs.ask("", "vi")
    with pytest.raises(Busy):
        jobs.ask("", "vi")
