"""A pack from what was asked for to its files, in a process of its own; each step is told in words."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import structlog

from callbacks.report_known import read_known, read_rests
from callbacks.report_values import read_report_values
from callbacks.report_writing import Told, write_files
from config import Settings
from exports.contents import report as report_of
from exports.editions import Edition, Editions, Rests, changes_told, content_checksum
from exports.errors import ExportError
from exports.jobs import Job, Jobs
from exports.pack import PARAMETERS, Pack, PackFault, pack
from exports.report import Report
from indicators.catalogue import read_catalogue
from indicators.errors import UnknownParameter
from language import N_, Language, language
from repository import Repository
from repository.open import open_repository
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseError

NEW = "new"  # what a job asks for as its edition where it is to become one
LOOK_SECONDS = 0.25  # between looks whether it is one's turn, and at a job in other hands
WAITS = N_("Đang chờ: còn {n} yêu cầu phía trước")
READS, WRITES = N_("Đang đọc số liệu"), N_("Đang viết nội dung")
FAULT = N_("Hệ thống gặp lỗi khi tạo tệp; lỗi đã được ghi vào nhật ký.")
NO_EDITION = N_("Không có bản chốt số “{number}”.")
NOT_THE_SAME = N_(
    "Nội dung dựng lại không còn đúng như bản chốt {number}, vì {why}. Các tệp này không mang số bản chốt."
)


class Refused(ExportError):
    """What was asked for can't be built as it is."""


def open_jobs(settings: Settings) -> Jobs:
    """The queue of this machine."""
    return Jobs(settings.data_dir / "reports", hours=settings.files_kept)


def open_editions(settings: Settings) -> Editions:
    """What has been frozen."""
    return Editions(settings.data_dir / "editions.sqlite")


def do_job(job_id: str, settings: Settings, tell: Callable[[Job], None]) -> None:
    """Builds what a job asks for when its turn comes; where another process is at it, tells how far that is.

    Whatever goes wrong is noted with the job.
    """
    jobs = open_jobs(settings)
    while not jobs.begin(job_id):
        found = jobs.find(job_id)
        if found is None or found.state in ("ready", "failed", "cancelled"):
            return
        tell(found)
        time.sleep(LOOK_SECONDS)
    job = jobs.find(job_id)
    assert job is not None
    lang = language(job.locale)

    def told(said: str, done: int = 0, total: int = 0) -> None:
        jobs.tell(job_id, said, done, total)
        if (now := jobs.find(job_id)) is not None:
            tell(now)

    while ahead := jobs.ahead(job_id):
        told(lang(WAITS, n=ahead))
        time.sleep(LOOK_SECONDS)
    try:
        _build(job, jobs, settings, lang, told)
    except ExportError as error:
        jobs.fail(job_id, (error.said(lang),))
    except WarehouseError as error:
        jobs.fail(job_id, (error.message,))
    except UnknownParameter as error:
        jobs.fail(job_id, (_unknown(error).told(lang),))
    except Exception:
        structlog.stdlib.get_logger("reports").exception("pack not built", address=job.address)
        jobs.fail(job_id, (lang(FAULT),))


def _build(job: Job, jobs: Jobs, settings: Settings, lang: Language, told: Told) -> None:
    editions = open_editions(settings)
    frozen = editions.find(job.edition) if job.edition not in ("", NEW) else None
    if frozen is None and job.edition not in ("", NEW):
        raise Refused(NO_EDITION, number=job.edition)
    day = frozen.day if frozen else date.today()
    # A frozen pack is read as it was on its day, any other as of one day from its first step to its last.
    engine = open_warehouse(settings.warehouse_url)
    repository = open_repository(settings, engine, read_catalogue(), today=lambda: day)
    told(lang(READS), 0, 1)
    chosen = checked(repository, settings, frozen.address if frozen else job.address, lang)
    if job.edition == NEW:
        chosen = replace(chosen, load=chosen.load if chosen.load is not None else repository.read_load())
    rests = read_rests(repository, settings, chosen.load)
    made = made_report(repository, settings, chosen, lambda: told(lang(WRITES), 0, 1))
    faults: list[str] = []
    new: Edition | None = None
    if job.edition == NEW:
        new = _frozen(made, chosen, rests, day, editions)
        made = replace(made, edition=new.number, checksum=new.checksum)
    elif frozen is not None and content_checksum(made) == frozen.checksum:
        made = replace(made, edition=frozen.number, checksum=frozen.checksum)
    elif frozen is not None:
        why = changes_told(frozen.changes(rests), lang)
        faults.append(lang(NOT_THE_SAME, number=frozen.number, why=why))
    with jobs.building(job.id) as folder:
        faults += write_files(made, chosen, folder, settings, lang, told)
        if not any(folder.iterdir()):
            jobs.fail(job.id, tuple(faults))
            return
        jobs.publish(job.id, tuple(faults), made.edition, lambda: _keep(new, editions))


def checked(repository: Repository, settings: Settings, address: str, lang: Language) -> Pack:
    """The pack that an address asks for; raises Refused with every fault of it."""
    found, faults = pack(address, read_known(repository, settings), lang.code)
    if faults:
        raise Refused("{faults}", faults=" ".join(fault.told(lang) for fault in faults))
    return found


def made_report(
    repository: Repository, settings: Settings, chosen: Pack, read: Callable[[], None] = lambda: None
) -> Report:
    """The report of a checked pack; `read` hears when all numbers are there."""
    values = read_report_values(repository, settings, chosen)
    read()
    return report_of(chosen, values, language(chosen.locale))


def _frozen(made: Report, chosen: Pack, rests: Rests, day: date, editions: Editions) -> Edition:
    return Edition(
        number=editions.next_number(day),
        day=day,
        frozen_at=datetime.now(UTC).replace(tzinfo=None),
        title=made.title,
        address=chosen.address(),
        rests=rests,
        checksum=content_checksum(made),
    )


def _keep(edition: Edition | None, editions: Editions) -> None:
    if edition is not None and not editions.freeze(edition):
        raise RuntimeError(f"edition {edition.number} was given away meanwhile")


def _unknown(error: UnknownParameter) -> PackFault:
    """What the repository doesn't know, in the words of the pack's address."""
    names = {"period": "p", "as_of_load": "load", "indicator": "indicators"}
    name = names.get(error.parameter, error.parameter)
    return PackFault(name if name in PARAMETERS else "area", error.value, tuple(error.allowed))
