"""From definition files to the running dashboard: wrong ones stop the start, a new one is shown."""

import shutil

import pytest

import app as application
from config import Settings
from indicators.catalogue import DEFINITIONS, read_catalogue
from layouts.links import INDICATOR, MAP, OVERVIEW
from tests.integration.test_addresses import answers

FAULTS = {
    'operator = ">="': 'operator = "=>"',
    "value = 80": "value = 120",
    'unit = "%"': 'unit = "%"\nheight = 3',
    "scale = [0, 100]": 'scale = [0, 100]\nparts = ["S99"]',
    'cycle = "quarter"': 'cycle = "week"',
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of definitions of the test's own, from which the application reads."""
    copied = tmp_path / "definitions"
    shutil.copytree(DEFINITIONS, copied)
    monkeypatch.setattr(application, "read_catalogue", lambda: read_catalogue(copied))
    return copied


def test_a_definition_with_five_faults_stops_the_start_and_names_all_five(
    folder, demo_url, tmp_path, monkeypatch, capsys
):
    text = (folder / "S02.toml").read_text("utf-8")
    for right, wrong in FAULTS.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    (folder / "S02.toml").write_text(text, "utf-8")
    settings = Settings(warehouse_url=demo_url, data_dir=tmp_path)
    monkeypatch.setattr(application, "settings_or_exit", lambda: settings)
    with pytest.raises(SystemExit) as stopped:
        application.create_server()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    lines = [line for line in said.splitlines() if "S02.toml" in line]
    assert len(lines) == 5
    for key in ("targets[1].operator", "targets[1].value", "height", "parts", "cycle"):
        assert any(key in line for line in lines), (key, said)


def test_one_new_file_is_an_indicator_on_every_page_and_in_the_api(folder, demo_url, tmp_path):
    text = (folder / "G09.toml").read_text("utf-8")
    text = text.replace('code = "G09"', 'code = "G10"').replace(
        'short_vi = "Cán bộ', 'short_vi = "Thêm: cán bộ'
    )
    (folder / "G10.toml").write_text(text, "utf-8")
    app = application.create_app(Settings(warehouse_url=demo_url, data_dir=tmp_path))
    client = app.server.test_client()
    client.get("/")
    listed = client.get("/api/v1/indicators").json["data"]
    assert "G10" in {one["code"] for one in listed}
    new, old = (client.get(f"/api/v1/values?indicator={code}&period=2026-Q3").json for code in ("G10", "G09"))
    assert new["national"] == old["national"]
    assert new["national"]["value"] is not None
    for path in (OVERVIEW, MAP, INDICATOR):
        assert "Thêm: cán bộ" in answers(app, path, "?i=G10"), path
