"""`python -m locales.messages`: brings the catalogues up to date with the texts in the code."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from language import CATALOGUES

ROOT = CATALOGUES.parent
# The files and folders where texts for readers are written, and the calls that mark them there.
SOURCES = (
    "app.py",
    "language.py",
    "repository",
    "serving.py",
    "api",
    "callbacks",
    "charts",
    "exports",
    "indicators",
    "layouts",
)
CALLS = {"N_", "lang", "plural", "text"}
OF_ANOTHER = CALLS | {"language"}  # lang.text("..."), chosen.language("...")


def sources() -> Iterator[Path]:
    """The Python files that hold texts for readers."""
    for path in map(ROOT.joinpath, SOURCES):
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []


def texts(code: str) -> Iterator[tuple[str, int, bool]]:
    """The marked texts of a Python file: each with its line, and whether it is a plural.

    Babel's own extractor also takes strings inside an index for texts: `lang(NAMES["achieved"])`.
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        of_another = isinstance(node.func, ast.Attribute)
        called = getattr(node.func, "attr" if of_another else "id", "")
        given = node.args[0]
        wordings = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
        for wording in wordings if called in (OF_ANOTHER if of_another else CALLS) else []:
            if isinstance(wording, ast.JoinedStr):
                raise ValueError(f"line {node.lineno}: an f-string can't be translated, name its values")
            if isinstance(wording, ast.Constant) and isinstance(wording.value, str) and wording.value:
                yield wording.value, node.lineno, called == "plural"


def messages_in_code() -> Catalog:
    """Every text that the code marks for translation, with the files where it stands."""
    found = Catalog(charset="utf-8")
    for file in sources():
        for text, line, plural in texts(file.read_text("utf-8")):
            found.add((text, text) if plural else text, None, [(str(file.relative_to(ROOT)), line)])
    return found


def catalogue(locale: str) -> Catalog:
    """The translations of a language as they stand in its file."""
    with (CATALOGUES / locale / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=locale)


def source(message: Message) -> str:
    """The Vietnamese text of a message."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form; empty strings where there is none."""
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string or "",)


def placeholders(text: str) -> set[str]:
    """The names in braces in a text."""
    return set(re.findall(r"{(\w+)[^}]*}", text))


def update(locale: str) -> list[str]:
    """The texts that still have no translation, after the file has gained the new and lost the unused."""
    old, found = catalogue(locale), messages_in_code()
    found.creation_date = old.creation_date  # else each run would change the file
    old.update(found, no_fuzzy_matching=True)
    with (CATALOGUES / locale / "LC_MESSAGES" / "messages.po").open("wb") as file:
        write_po(file, old, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return [source(message) for message in old if message.id and not all(forms(message))]


if __name__ == "__main__":
    locales = [file.parts[-3] for file in CATALOGUES.glob("*/*/*.po")]
    untranslated = [f"{locale}: {text}" for locale in locales for text in update(locale)]
    print("\n".join(untranslated) or "Mọi câu đều đã có bản dịch.")
    sys.exit(bool(untranslated))
