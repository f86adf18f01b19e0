"""The routes of the API: parameters in, JSON out, errors as problem+json (RFC 9457)."""

import json
from collections.abc import Callable
from typing import Any

import structlog
from flask import Blueprint, Response, request

from api.records import indicator_record, milestone_record, quality_record, series_record, table_record
from indicators.errors import UnknownParameter
from repository import Repository
from warehouse.errors import WarehouseError

RETRY_AFTER_SECONDS = 5
LONGEST_NUMBER = 18  # digits of a load


def api_routes(repository: Repository, contract_faults: Callable[[], list[str]]) -> Blueprint:
    """The blueprint of /api/v1, /healthz and /readyz.

    `contract_faults` lists what the warehouse lacks of the contract.
    """
    routes = Blueprint("api", __name__)

    @routes.get("/api/v1/indicators")
    def show_indicators() -> Response:
        return _answer(repository, lambda: {"data": [indicator_record(one) for one in repository.catalogue]})

    @routes.get("/api/v1/values")
    def show_values() -> Response:
        indicator, parent = _required("indicator", repository.catalogue.codes), request.args.get("parent")
        period, boundaries, as_of_load = _common()
        return _answer(
            repository,
            lambda: table_record(repository.read_values(indicator, period, boundaries, parent, as_of_load)),
        )

    @routes.get("/api/v1/series")
    def show_series() -> Response:
        indicator, area = _required("indicator", repository.catalogue.codes), request.args.get("area", "VN")
        _, boundaries, as_of_load = _common()
        frequency = request.args.get("frequency", "quarter")
        return _answer(
            repository,
            lambda: series_record(repository.read_series(indicator, area, boundaries, frequency, as_of_load)),
        )

    @routes.get("/api/v1/milestones")
    def show_milestones() -> Response:
        period, boundaries, as_of_load = _common()
        return _answer(
            repository,
            lambda: {
                "data": [
                    milestone_record(one)
                    for one in repository.read_milestones(period, boundaries, as_of_load)
                ]
            },
        )

    @routes.get("/api/v1/quality")
    def show_quality() -> Response:
        as_of_load = _common()[2]
        return _answer(repository, lambda: quality_record(repository.read_quality(as_of_load)))

    @routes.get("/api/<path:path>")
    def show_nothing(path: str) -> Response:
        return problem(404, "Không có địa chỉ này", f"/api/{path}")

    @routes.get("/healthz")
    def show_health() -> Response:
        return _json({"status": "ok"})

    @routes.get("/readyz")
    def show_readiness() -> Response:
        faults = contract_faults()
        if faults:
            return _away("; ".join(faults))
        return _json({"status": "ready", "load_id": repository.read_load()})

    # Of the other plain routes too: one family of errors.
    routes.app_errorhandler(UnknownParameter)(_unknown)
    routes.app_errorhandler(WarehouseError)(lambda error: _away(str(error)))
    return routes


def _answer(repository: Repository, record: Callable[[], dict]) -> Response:
    """The record as JSON under the state's ETag; 304 without computing it where the caller already has it."""
    etag = repository.read_state()
    response = Response(status=304) if etag in request.if_none_match else _json(record())
    response.set_etag(etag)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _common() -> tuple[str | None, str, int | None]:
    """The parameters that every call takes: period, boundaries, load."""
    asked = request.args.get("as_of_load")
    if asked is not None and not (asked.isdecimal() and len(asked) <= LONGEST_NUMBER):
        raise UnknownParameter("as_of_load", asked, ("1", "2", "…"))
    return request.args.get("period"), request.args.get("boundaries", "34"), int(asked) if asked else None


def _required(parameter: str, allowed: tuple[str, ...]) -> str:
    value = request.args.get(parameter)
    if not value:
        raise UnknownParameter(parameter, "", allowed)
    return value


def _unknown(error: UnknownParameter) -> Response:
    status, title = (404, "Không tìm thấy") if error.missing else (400, "Tham số sai")
    detail = f"{error.parameter} = “{error.value}”; chấp nhận: {', '.join(error.allowed)}"
    return problem(status, title, detail, parameter=error.parameter, allowed=list(error.allowed))


def _away(reason: str) -> Response:
    structlog.stdlib.get_logger("api").warning("warehouse not ready", reason=reason)
    response = problem(503, "Kho dữ liệu chưa sẵn sàng", reason)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def problem(status: int, title: str, detail: str, **more: Any) -> Response:
    """An error as RFC 9457 describes it."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    response = _json(body, status)
    response.content_type = "application/problem+json"
    return response


def _json(record: dict, status: int = 200) -> Response:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(text, status, content_type="application/json; charset=utf-8")
