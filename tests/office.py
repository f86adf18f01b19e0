"""LibreOffice and poppler, which open in tests what the exports wrote; `make office` installs them."""

import subprocess
from pathlib import Path
from shutil import which
from tempfile import mkdtemp

PROGRAMS = ("soffice", "pdftoppm", "pdffonts", "pdftotext")
LONGEST = 180  # seconds for one file, on a busy machine


class Office:
    """A LibreOffice with a profile of its own in `folder`, so that several can run beside each other."""

    def __init__(self, folder: Path) -> None:
        missing = [program for program in PROGRAMS if which(program) is None]
        if missing:
            raise RuntimeError(f"missing: {', '.join(missing)}; run `make office`")
        self.folder = folder

    def pdf(self, file: Path) -> Path:
        """The file (PPTX, DOCX, XLSX) as LibreOffice prints it: a PDF in a folder of this office."""
        out = Path(mkdtemp(prefix="pdf-", dir=self.folder))  # files of other tests have the same names
        command = [
            "soffice",
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
            str(file),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
        made = out / f"{file.stem}.pdf"
        if not made.exists():
            raise RuntimeError(f"LibreOffice did not open {file.name}: {done.stdout} {done.stderr}")
        return made

    def pages(self, pdf: Path, resolution: int = 60) -> list[Path]:
        """A PNG of each page, in order."""
        stem = pdf.with_suffix("")
        _run("pdftoppm", "-r", str(resolution), "-png", str(pdf), str(stem))
        return sorted(pdf.parent.glob(f"{stem.name}-*.png"), key=lambda page: int(page.stem.split("-")[-1]))

    def text(self, pdf: Path) -> str:
        """The words that can be selected in a PDF; a form feed ends each page."""
        return _run("pdftotext", "-layout", str(pdf), "-")

    def fonts(self, pdf: Path) -> str:
        """The fonts of a PDF as `pdffonts` lists them: name, type, whether embedded."""
        return _run("pdffonts", str(pdf))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=True)
    return done.stdout.decode("utf-8")
