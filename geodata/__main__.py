"""`python -m geodata build | import`: makes the project's own maps again; takes official outlines."""

import argparse
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import URL

from config import settings_or_exit
from geodata.build import build
from geodata.official.checks import Known
from geodata.official.importing import Level, import_outlines
from geodata.provinces import MERGER, Boundaries
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseError
from warehouse.queries import select_areas
from warehouse.read import read_rows
from warehouse.values import day


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 when all is well, 1 on faults, 2 on wrong use."""
    parser = argparse.ArgumentParser(prog="python -m geodata", description="Ranh giới của bảng chỉ số.")
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="dựng lại bản đồ kèm theo dự án từ gói npm")
    building.add_argument("--archive", type=Path, help="tệp .tgz của gói, nếu đã có")
    taking = commands.add_parser("import", help="nhập ranh giới chính thức vào DATA_DIR")
    taking.add_argument("files", type=Path, nargs="+", metavar="FILE", help="GeoJSON, GeoPackage, Shapefile")
    taking.add_argument("--level", choices=("province", "commune"), required=True)
    taking.add_argument("--boundaries", choices=("34", "63"), default="34", help="mặc định: 34")
    taking.add_argument(
        "--attribution", help="ranh giới của ai, hiện cùng bản đồ; mặc định: tên tệp và ngày nhập"
    )
    taking.add_argument("--code-column", default="code", help="cột mã đơn vị hành chính; mặc định: code")
    taking.add_argument("--layer", help="lớp cần đọc, nếu tệp có nhiều lớp")
    chosen = parser.parse_args(arguments)
    if chosen.command == "build":
        for file in build(chosen.archive):
            print(f"{file.name}: {file.stat().st_size:,} bytes")
        return 0
    attribution = credit(chosen.attribution, chosen.files)
    if chosen.level == "commune" and chosen.boundaries != "34":
        taking.error("xã chỉ nhập được theo 34 tỉnh")
    return _import(chosen, attribution)


def _import(chosen: argparse.Namespace, attribution: str) -> int:
    settings = settings_or_exit()
    try:
        known = read_known(settings.warehouse_url, chosen.level, chosen.boundaries)
        report = import_outlines(
            chosen.files,
            chosen.level,
            chosen.boundaries,
            known,
            settings.data_dir,
            attribution,
            chosen.code_column,
            chosen.layer,
        )
    except WarehouseError as error:
        print(f"Không đối chiếu được mã với kho dữ liệu: {error.message}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Không ghi được vào {settings.data_dir}: {error.strerror}.", file=sys.stderr)
        return 1
    for note in report.notes:
        print(f"ghi chú  {note}")
    for fault in report.faults:
        print(f"LỖI  {fault}", file=sys.stderr)
    if report.faults:
        print(f"Không nhập: {len(report.faults)} lỗi. Ranh giới đang dùng vẫn như trước.", file=sys.stderr)
        return 1
    what = (
        f"{len(known)} xã, phường, đặc khu" if chosen.level == "commune" else f"{len(known)} tỉnh, thành phố"
    )
    print(f"Đã nhập ranh giới {what} vào {report.written[0].parent}. Không cần khởi động lại.")
    return 0


def credit(given: str | None, files: Sequence[Path]) -> str:
    """Whose the outlines are, on one line; who does not say it has the files and the day named."""
    said = " ".join(unicodedata.normalize("NFC", given or "").split())
    names = ", ".join(file.name for file in files)
    return said or f"Ranh giới do cơ quan vận hành nhập từ {names} ngày {date.today():%d/%m/%Y}"


def read_known(url: str | URL, level: Level, boundaries: Boundaries) -> dict[str, Known]:
    """The areas of a level that the warehouse has in force, by code: today, or on the last day of the 63."""
    on = max(date.today(), MERGER) if boundaries == "34" else MERGER - timedelta(days=1)
    rows = read_rows(open_warehouse(url), select_areas())
    codes = {row.area_key: row.area_code for row in rows}
    known = {}
    for row in rows:
        since, until = day(row.valid_from), day(row.valid_to)
        if row.level != level or since is None or since > on or (until is not None and until <= on):
            continue
        province = row.area_code if level == "province" else codes.get(row.parent_key, "")
        known[row.area_code] = Known(row.name_vi, row.name_en, province)
    if not known:
        raise WarehouseError("dim_area không có đơn vị nào đang có hiệu lực ở cấp này.")
    return known


if __name__ == "__main__":
    raise SystemExit(main())
