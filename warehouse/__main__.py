"""`python -m warehouse check | rollup | demo`: the contract met or not; the rollup; the demonstration."""

import argparse
import sys

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from config import settings_or_exit
from warehouse.checks import check
from warehouse.connect import open_warehouse, place
from warehouse.errors import WarehouseError


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 when all is well, 1 on faults, 2 on wrong use."""
    parser = argparse.ArgumentParser(prog="python -m warehouse", description="Kho dữ liệu của bảng chỉ số.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="đối chiếu kho dữ liệu với hợp đồng dữ liệu")
    demo = commands.add_parser("demo", help="dựng kho dữ liệu minh họa")
    rolling = commands.add_parser("rollup", help="cập nhật bảng tổng hợp rollup_measure")
    rolling.add_argument("--rebuild", action="store_true", help="tổng hợp lại mọi lần nạp")
    for command in (checking, demo, rolling):
        command.add_argument("--url", help="địa chỉ SQLAlchemy (mặc định: WAREHOUSE_URL)")
    demo.add_argument("--scale", choices=("small", "full"), default="full")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--facts", type=int, default=0, help="ít nhất từng này dòng, thêm dòng theo dân tộc")
    demo.add_argument("--force", action="store_true", help="ghi đè cả kho không phải kho minh họa")
    chosen = parser.parse_args(arguments)
    given = {"warehouse_url": chosen.url} if chosen.url else {}
    settings = settings_or_exit(**given)
    url = settings.warehouse_url
    try:
        if chosen.command == "check":
            return _check(url)
        if chosen.command == "rollup":
            from warehouse.rollup import refresh

            url = url if chosen.url else settings.rollup_url
            print(f"Đã tổng hợp {refresh(url, chosen.rebuild)} lần nạp.")
            return 0
        from warehouse.demo.build import build_demo

        facts = build_demo(url, chosen.scale, chosen.seed, chosen.force, facts=chosen.facts)
        print(f"Đã dựng kho minh họa: {facts} dòng số liệu.")
        return 0
    except WarehouseError as error:
        print(error.message, file=sys.stderr)
    except SQLAlchemyError as error:  # while building; a driver's words can hold the address
        print(f"Không ghi được kho dữ liệu ({place(url)}): {type(error).__name__}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Đã dừng; kho dữ liệu vẫn như trước.", file=sys.stderr)
    return 1


def _check(url: str | URL) -> int:
    findings = check(open_warehouse(url))
    for finding in findings:
        print(f"{'LỖI' if finding.fault else 'ghi chú'}  {finding.message}")
    faults = sum(finding.fault for finding in findings)
    print(f"Kho dữ liệu có {faults} lỗi so với hợp đồng." if faults else "Kho dữ liệu đúng hợp đồng.")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
