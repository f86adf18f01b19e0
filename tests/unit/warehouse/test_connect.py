"""Opening a warehouse: read-only files, no secrets in what is said."""

import pytest
from sqlalchemy import NullPool, make_url

from warehouse.connect import database_file, open_warehouse, place
from warehouse.errors import WarehouseError


def test_a_relative_file_is_found_from_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert database_file(open_warehouse("sqlite:///kho.sqlite").url) == tmp_path / "kho.sqlite"


def test_an_odd_path_survives_the_way_into_a_uri(tmp_path):
    file = tmp_path / "kho số 1?#%20.sqlite"
    assert database_file(open_warehouse(make_url("sqlite://").set(database=str(file))).url) == file


def test_a_file_is_opened_read_only_and_without_a_pool(tmp_path):
    engine = open_warehouse(f"sqlite:///{tmp_path / 'kho.sqlite'}")
    assert engine.url.query == {"mode": "ro", "uri": "true"}
    assert isinstance(engine.pool, NullPool)


def test_a_server_is_asked_whether_it_is_still_there():
    engine = open_warehouse("postgresql+psycopg://reader:secret@db.local/kho")
    assert engine.pool._pre_ping is True
    assert engine.get_execution_options()["postgresql_readonly"] is True


@pytest.mark.parametrize("url", ["kho.sqlite", "nosuchdialect://reader:secret@db/kho"])
def test_a_wrong_url_is_refused_without_repeating_it(url):
    with pytest.raises(WarehouseError) as caught:
        open_warehouse(url)
    assert "secret" not in caught.value.message
    assert url not in caught.value.message


def test_a_place_names_no_account():
    said = place(make_url("postgresql://reader:secret@db.local:5433/kho?password=other&sslmode=require"))
    assert said == "postgresql: db.local:5433/kho"
