"""Looking at everything that the application has to show, as a browser and its readers would ask for it."""

from typing import Any
from urllib.parse import quote

from flask import request, request_started

from benchmarks.pack import timed
from config import Settings
from indicators.catalogue import read_catalogue
from layouts.links import COMMUNES, INDICATOR, MAP
from layouts.pages import PAGES
from tests.integration.answers import answers, frame
from tests.integration.test_files import NEEDS, THINGS

AREA, OLD_AREA = "08", "02"  # a province of today, and one of the 63 that is in it
VIEWS = ("", f"?area={AREA}&areas=08,04", f"?area={OLD_AREA}&b=63&p=2024", "?load={load}")
OF_ONE = (
    (MAP, "?i={code}&area=08&c=change&origin={code}:08:{period}:34"),
    (INDICATOR, "?i={code}&area=08"),
    (COMMUNES, "?i={code}&area=08"),
)
CALLS_OF_ONE = (
    "/api/v1/values?indicator={code}",
    "/api/v1/values?indicator={code}&parent=08",
    "/api/v1/values?indicator={code}&boundaries=63&as_of_load={load}",
    "/api/v1/series?indicator={code}&area=08&frequency=month",
)
CALLS = (
    *("/api/v1/indicators", "/api/v1/milestones", "/api/v1/quality", "/api/v1/quality?as_of_load={load}"),
    *("/healthz", "/readyz", "/api/nothing", "/tim?q=Tuyên Quang", "/geo/34.json", "/geo/communes/08.json"),
    *("/chat-luong/danh-sach.csv", "/_dash-dependencies"),
)
PACKS = ("", f"area={AREA}&group=peers&load={{load}}")
# What the server answers from files alone.
FILES = {"static", "_dash_assets.static", "report-file", "pieces"}


def look_at_everything(app: Any, settings: Settings) -> set[str]:
    """Asks for every page, indicator, file, picture, call and pack; the endpoints that this came to."""
    reached = set[str]()

    def reach(_server: Any) -> None:
        reached.add(request.endpoint or "")

    with request_started.connected_to(reach, app.server):
        _ask(app, settings)
    return reached


def _ask(app: Any, settings: Settings) -> None:
    client = app.server.test_client()

    def get(address: str) -> Any:
        answer = client.get(quote(address, safe="/?&=:,"), headers={"Accept-Encoding": "gzip"})
        assert answer.status_code in (200, 302, 404), (address, answer.text)
        return answer

    load = client.get("/readyz").json["load_id"] - 1
    for page in PAGES:
        get(page.path)
        frame(app, page.path, "")
        for view in VIEWS:
            answers(app, page.path, view.format(load=load))
    for code in read_catalogue().codes:
        period = client.get(f"/api/v1/values?indicator={code}").json["period"]
        told = {"code": code, "period": period, "load": load}
        for path, search in OF_ONE:
            answers(app, path, search.format(**told))
        for call in CALLS_OF_ONE:
            get(call.format(**told))
        get(f"{MAP}/so-lieu/{code}?f=year")
    for call in CALLS:
        get(call.format(load=load))
    communes = client.get(f"/api/v1/values?indicator=S02&parent={AREA}").json["data"]
    told = next(one["area_code"] for one in communes if one["value"] is not None)
    for folder, name in THINGS:
        needs = NEEDS.get((folder, name), NEEDS.get(folder, ""))
        get(f"/tep/{folder}/{name}.csv?{needs.format(commune=told)}")
    for pack in PACKS:
        job = timed(settings, f"{pack.format(load=load)}&files=xlsx").job
        assert (job.state, job.faults) == ("ready", ())
