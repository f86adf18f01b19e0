"""The same bytes for the same slides: no file of an Office package tells when it was written."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
PACKED = (".xlsx", ".png", ".jpg", ".jpeg", ".gif")  # nothing is gained by packing them again


def settled(package: bytes, day: date) -> bytes:
    """The package with one day for all its files, and for those of the workbooks inside it."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(made, "w", ZIP_DEFLATED) as out:
        for name in given.namelist():
            content = given.read(name)
            if name.endswith(".xlsx"):
                content = settled(content, day)
            elif name == "docProps/core.xml":
                content = STAMP.sub(rb"\g<1>" + day.isoformat().encode() + rb"T00:00:00Z", content)
            entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name.lower().endswith(PACKED) else ZIP_DEFLATED
            out.writestr(entry, content)
    return made.getvalue()
