"""Settings: defaults, one line for each wrong variable, and passwords that are never shown."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy import create_engine

from config import Settings, as_environment, faults, settings_or_exit

ROOT = Path(__file__).parents[3]
SECRET = "s3cret-word"
URL_WITH_SECRET = f"postgresql+psycopg://reader:{SECRET}@db.example:5432/kho"


def test_defaults(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert settings.data_dir == tmp_path / "data"
    assert settings.cache_dir == tmp_path / "data" / "cache"
    assert str(settings.warehouse_url) == f"sqlite:///{tmp_path}/data/warehouse.sqlite"
    assert (settings.host, settings.port) == ("127.0.0.1", 8050)
    assert (settings.agency_name, settings.default_locale) == ("Bộ Dân tộc và Tôn giáo", "vi")
    assert (settings.min_denominator, settings.min_coverage) == (30, 0.8)
    assert (settings.on_track, settings.accelerate, settings.too_early) == (0.95, 0.60, 0.10)


@pytest.mark.parametrize("url", ["sqlite:////tmp/kho.sqlite", URL_WITH_SECRET])
def test_another_process_reads_the_same_settings_from_the_environment(tmp_path, monkeypatch, url):
    settings = Settings(warehouse_url=url, data_dir=tmp_path, port=8123, min_cell=0, accelerate=0.5)
    for name, said in as_environment(settings).items():
        monkeypatch.setenv(name, said)
    assert Settings() == settings
    assert Settings().warehouse_url.password == settings.warehouse_url.password


def test_variables_are_read(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("AGENCY_NAME", "  Ban  Dân tộc Cao Bằng ")
    settings = Settings()
    assert settings.warehouse_url.database == str(tmp_path / "warehouse.sqlite")
    assert (settings.port, settings.log_level) == (9000, "DEBUG")
    assert settings.agency_name == "Ban Dân tộc Cao Bằng"


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("WAREHOUSE_URL", "")
    assert Settings().warehouse_url.drivername == "sqlite"


def test_settings_are_frozen():
    with pytest.raises(ValidationError):
        Settings().port = 1


@pytest.mark.parametrize(
    ("variable", "value", "accepted"),
    [
        ("WAREHOUSE_URL", "not a url", "SQLAlchemy"),
        ("WAREHOUSE_URL", f"nosuchdatabase://reader:{SECRET}@h/kho", "SQLAlchemy"),
        ("WAREHOUSE_URL", f"postgresql://reader@h/kho?password={SECRET}", "SQLAlchemy"),
        ("WAREHOUSE_URL", f"postgresql://reader:{SECRET}@h:port/kho", "SQLAlchemy"),
        ("HOST", "http://here", "127.0.0.1"),
        ("PORT", "0", "1 đến 65535"),
        ("PORT", "web", "1 đến 65535"),
        ("DATA_DIR", __file__, "thư mục"),
        ("CACHE_DIR", f"{__file__}/cache", "ghi được"),
        ("AGENCY_NAME", "   ", "tên cơ quan"),
        ("DEFAULT_LOCALE", "fr", "vi hoặc en"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO"),
        ("MIN_DENOMINATOR", "-1", "từ 0 trở lên"),
        ("MIN_COVERAGE", "80", "từ 0 đến 1"),
        ("MIN_COVERAGE", "nan", "từ 0 đến 1"),
        ("ON_TRACK", "0,95", "dấu chấm thập phân"),
        ("ACCELERATE", "0.95", "nhỏ hơn ON_TRACK"),
        ("TOO_EARLY", "soon", "từ 0 đến 1"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_variable(monkeypatch, capsys, variable, value, accepted):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit) as stopped:
        settings_or_exit()
    said = capsys.readouterr().err.splitlines()
    assert stopped.value.code == 2
    assert len(said) == 1
    assert said[0].startswith(f"{variable}: ")
    assert accepted in said[0]
    assert SECRET not in said[0]


def test_every_wrong_variable_is_told_at_once(monkeypatch, capsys):
    for variable in ("WAREHOUSE_URL", "PORT", "DEFAULT_LOCALE"):
        monkeypatch.setenv(variable, "wrong://")
    with pytest.raises(SystemExit):
        settings_or_exit()
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "WAREHOUSE_URL",
        "PORT",
        "DEFAULT_LOCALE",
    ]


def test_a_wrong_folder_is_told_once(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ValidationError) as wrong:
        Settings(data_dir=tmp_path / "file")
    assert len(faults(wrong.value)) == 1


def test_every_setting_says_what_it_accepts():
    assert all(field.description for field in Settings.model_fields.values())


def test_a_password_is_never_shown(monkeypatch):
    monkeypatch.setenv("WAREHOUSE_URL", URL_WITH_SECRET)
    settings = Settings()
    shown = [repr(settings), str(settings), str(settings.warehouse_url), f"{settings.warehouse_url}"]
    shown += [
        settings.model_dump_json(),
        repr(settings.model_dump()),
        repr(create_engine(settings.warehouse_url)),
    ]
    assert not [text for text in shown if SECRET in text]
    assert settings.warehouse_url.password == SECRET


def test_an_error_does_not_repeat_what_was_given(monkeypatch):
    monkeypatch.setenv("WAREHOUSE_URL", f"nosuchdatabase://reader:{SECRET}@h/kho")
    with pytest.raises(ValidationError) as wrong:
        Settings()
    assert SECRET not in str(wrong.value) + repr(wrong.value)


def test_the_application_stops_with_one_line_and_no_traceback(tmp_path):
    stopped = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={"PORT": "x", "DATA_DIR": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    assert stopped.returncode == 2
    assert stopped.stderr.splitlines() == ["PORT: giá trị sai; chấp nhận một số nguyên từ 1 đến 65535"]
