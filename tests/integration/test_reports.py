"""Packs from their address to their files over a demonstration warehouse: editions, queue, faults."""

from datetime import date, timedelta
from pathlib import Path

import psutil
import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from callbacks import report_build
from callbacks.report import read_report_view
from callbacks.report_build import NEW, do_job, open_editions, open_jobs
from callbacks.report_jobs import follow_job
from callbacks.report_work import Workers
from config import Settings
from exports.chromium import Chromium
from exports.errors import ChromiumFailed, ChromiumMissing
from geodata.provinces import newest
from indicators.catalogue import Catalogue, read_catalogue
from layouts.choice import choice
from repository.open import open_repository
from tests.integration.small import load, pair
from warehouse import tables
from warehouse.connect import open_warehouse

SMALL = "indicators=S02&sections=summary,status&files=xlsx"


@pytest.fixture
def settings(demo_url, demo_cache, tmp_path):
    return Settings(warehouse_url=demo_url, data_dir=tmp_path / "data", cache_dir=demo_cache)


@pytest.fixture
def small(warehouse, tmp_path):
    """The settings of a warehouse with one indicator in one province, which a test may add loads to."""
    warehouse(tables.load_log, load(1))
    warehouse(tables.fact_measure, *pair(60, 100))
    return Settings(warehouse_url=f"sqlite:///{warehouse.path}", data_dir=tmp_path / "small", min_cell=0)


@pytest.fixture
def later(warehouse):
    """Sends the figures of the small warehouse anew with a later load, changed."""

    def add():
        warehouse(tables.load_log, load(2))
        warehouse(tables.fact_measure, *pair(50, 100, load_id=2))

    return add


def build(settings, address, edition="", told=None):
    """The job of a pack, done here and now."""
    jobs = open_jobs(settings)
    job_id = jobs.ask(address, "vi", edition)
    do_job(job_id, settings, ([] if told is None else told).append)
    return jobs.find(job_id)


def left(settings):
    """Every file of reports that there is."""
    found = (settings.data_dir / "reports").rglob("*")
    return [path.name for path in found if path.is_file() and path.suffix != ".sqlite"]


def edition_of(settings, job):
    return open_editions(settings).find(job.edition)


def view_of(settings, edition):
    """What the page shows of an edition."""
    repository, search = (
        open_repository(settings, open_warehouse(settings.warehouse_url), read_catalogue()),
        f"?edition={edition}",
    )
    return read_report_view(repository, settings, search, choice(search, repository.catalogue, "vi"))


def test_a_pack_of_each_of_34_provinces_in_one_go(settings):
    names = []
    for code, province in newest("34").items():
        job = build(settings, f"area={code}&{SMALL}")
        assert (job.state, job.faults) == ("ready", ()), code
        (file,) = job.files
        assert province.name_vi in file.name
        book = load_workbook(open_jobs(settings).file(job.id, file.name), read_only=True)
        assert len(book.sheetnames) > 1
        names.append(file.name)
    assert len(set(names)) == 34


def test_all_kinds_of_files_with_each_step_in_words(settings):
    told = []
    job = build(settings, "area=08&indicators=S02&files=docx,xlsx,pdf,pptx", told=told)
    assert (job.state, job.faults) == ("ready", ())
    assert {Path(file.name).suffix for file in job.files} == {".docx", ".xlsx", ".pdf", ".pptx"}
    assert min(file.size for file in job.files) > 5000
    said = [one.said for one in told]
    assert said[0] == "Đang đọc số liệu"
    assert any(one.startswith("Đang vẽ bản đồ 1/") for one in said)
    assert "Đang ghi tệp: Văn bản (Word)" in said
    shares = [one.done / one.total for one in told if one.total]
    assert shares == sorted(shares)
    assert shares[-1] < 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("area=99&p=2027&indicators=Q1", ["“99”", "“2027” chưa bắt đầu", "“Q1”"]),
        ("p=1995", ["Kỳ “1995” chưa có số liệu nào"]),
        ("group=08", ["từ 2 đến 12"]),
        ("load=999", ["“999”"]),
        ("template=ministry", ["REPORT_TEMPLATE"]),
    ],
)
def test_bad_input_is_told_and_leaves_nothing(small, address, said):
    job = build(small, address)
    assert (job.state, job.files) == ("failed", ())
    for text in said:
        assert text in " ".join(job.faults)
    assert left(small) == []


def test_a_warehouse_that_is_away_is_told(small, tmp_path):
    away = small.model_copy(update={"warehouse_url": f"sqlite:///{tmp_path / 'none.sqlite'}"})
    job = build(away, SMALL)
    assert job.state == "failed"
    assert left(away) == []


def test_a_chart_that_fails_is_named_and_leaves_the_others(small, monkeypatch):
    drawn, draw = [], Chromium.draw

    def failing(self, *given, **named):
        drawn.append(given)
        if len(drawn) == 2:
            raise ChromiumFailed("hết giờ")
        return draw(self, *given, **named)

    monkeypatch.setattr(Chromium, "draw", failing)
    job = build(small, "indicators=S02&files=docx,xlsx")
    assert (job.state, len(job.files)) == ("ready", 2)
    (fault,) = job.faults
    assert fault.startswith("Không vẽ được “")
    assert "hết giờ" in fault


def test_a_file_that_fails_leaves_the_others(small, monkeypatch):
    def failing(*given):
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr("exports.document.write_docx", failing)
    job = build(small, "indicators=S02&sections=summary&files=docx,xlsx")
    assert [Path(file.name).suffix for file in job.files] == [".xlsx"]
    (fault,) = job.faults
    assert "Word" in fault
    assert "secret" not in fault


def test_without_chromium_the_document_has_tables_and_the_reason_is_told(small, monkeypatch):
    def missing():
        raise ChromiumMissing

    monkeypatch.setattr("exports.chromium.find_chromium", missing)
    job = build(small, "indicators=S02&sections=maps&files=docx,xlsx,pdf")
    assert {Path(file.name).suffix for file in job.files} == {".docx", ".xlsx"}
    assert any("apt-get install chromium" in fault for fault in job.faults)


def test_a_frozen_pack_has_a_number_and_a_checksum(small):
    first, second = (build(small, SMALL, NEW) for _ in range(2))
    today = date.today().isoformat()
    assert (first.edition, second.edition) == (f"{today}/01", f"{today}/02")
    one, other = edition_of(small, first), edition_of(small, second)
    assert one.checksum == other.checksum
    assert one.rests.load_id == 1
    assert f"load={one.rests.load_id}" in one.address
    assert today in first.files[0].name


def test_an_edition_built_again_is_the_same_after_a_new_load_and_after_midnight(small, later, monkeypatch):
    job = build(small, SMALL, NEW)
    later()

    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.today() + timedelta(days=1)

    monkeypatch.setattr(report_build, "date", Tomorrow)
    again = build(small, "area=08", job.edition)  # its own choice counts, not the address
    assert (again.state, again.faults) == ("ready", ())
    assert again.edition == job.edition
    assert again.files[0].name == job.files[0].name
    assert len(open_editions(small).newest()) == 1
    other = build(small, SMALL, NEW)
    assert edition_of(small, other).checksum != edition_of(small, job).checksum
    assert edition_of(small, other).day == Tomorrow.today()


def test_later_revisions_are_listed_against_an_edition(small, later):
    job = build(small, SMALL, NEW)
    later()
    view = view_of(small, job.edition)
    assert view.opened == edition_of(small, job)
    assert view.changes == ()
    assert [load.load_id for load in view.since.loads] == [2]
    assert {one.measure_code for one in view.since.revisions} == {"village_heads_trained"}
    assert "S02" in {one.indicator for one in view.since.national}


def test_an_edition_whose_definitions_have_changed_says_so_and_loses_its_number(small, monkeypatch):
    job = build(small, SMALL, NEW)
    known = read_catalogue()
    other = [
        one if one.code != "S02" else one.__class__(**{**_fields(one), "short_vi": "Khác"}) for one in known
    ]
    monkeypatch.setattr(report_build, "read_catalogue", lambda: Catalogue(other))
    again = build(small, "", job.edition)
    assert (again.state, again.edition) == ("ready", "")
    (fault,) = again.faults
    assert "định nghĩa chỉ số đã đổi" in fault
    assert "/" not in again.files[0].name
    assert date.today().isoformat() not in again.files[0].name


def _fields(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_an_edition_whose_loads_are_not_those_approved_then_says_so(small, later, warehouse):
    later()
    job = build(small, SMALL, NEW)
    assert view_of(small, job.edition).changes == ()
    log = tables.load_log
    with warehouse.engine.begin() as connection:
        connection.execute(update(log).where(log.c.load_id == 1).values(approved_by=None))
    assert view_of(small, job.edition).changes == ("approved",)


def test_an_unknown_edition_is_told(small):
    job = build(small, "", "2020-01-01/07")
    assert (job.state, job.faults) == ("failed", ("Không có bản chốt số “2020-01-01/07”.",))


def test_a_pack_that_fails_freezes_nothing(small, monkeypatch):
    def failing(*given):
        raise RuntimeError

    monkeypatch.setattr("exports.workbook.write_xlsx", failing)
    job = build(small, SMALL, NEW)
    assert job.state == "failed"
    assert open_editions(small).newest() == ()


def test_ten_asked_at_once_wait_for_each_other_and_all_are_done(small):
    jobs, workers = open_jobs(small), Workers(small)
    begin = workers.make_job_fn(follow_job, progress=True)
    ids = [jobs.ask(SMALL, "vi") for _ in range(10)]
    started = [psutil.Process(workers.call_job_fn(job_id, begin, [job_id], None)) for job_id in ids]
    most = 0
    while started:
        states = [job.state for job in map(jobs.find, ids)]
        most = max(most, states.count("working"))
        _, started = psutil.wait_procs(started, timeout=0.05)
    found = [jobs.find(job_id) for job_id in ids]
    assert [(job.state, job.faults, len(job.files)) for job in found] == [("ready", (), 1)] * 10
    assert most == 1
    assert list((small.data_dir / "reports" / "building").iterdir()) == []
    # Its result is what Dash asks for.
    assert {workers.handle.get(job_id) for job_id in ids} == set(ids)
