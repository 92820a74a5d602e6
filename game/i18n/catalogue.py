"""The Danish catalogue: extracts the program's messages, adds new and removes unused ones.

Run ``python -m game.i18n.catalogue`` after changing a message. It adds new messages to the
catalogue, removes unused ones, compiles it, and lists the missing translations.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.i18n import LOCALE_DIR

PACKAGE: Final = Path(__file__).parents[1]
TEMPLATES: Final = tuple(PACKAGE.parent / "assets" / name for name in ("phones", "report"))
_METHODS: Final = [
    ("**.py", "game.i18n.catalogue:python_messages"),
    ("**.j2", "jinja2.ext:babel_extract"),
]
PO: Final = LOCALE_DIR / "da" / "LC_MESSAGES" / "gevinst.po"
MO: Final = PO.with_suffix(".mo")

KEYWORDS: Final = {"t": None, "mark": None, "plural": (1, 2), "mark_plural": (1, 2)}
"""The calls that take a message: ``t("…")``, ``mark("…")``, ``t.plural("one", "many", n)``."""
_DECLARING: Final = ("schema", "card_tables", "field_types", "rules_table")
_KEYS: Final = [(f"content/{name}.py", "python") for name in _DECLARING]
"""The modules in which ``key("…", …)`` declares a key of scenario files with what it means."""

MessageId = str | tuple[str, ...]


def extract_messages(*folders: Path) -> dict[MessageId, str]:
    """Every message in sources and templates, with its file and line.

    The folders are those of the program by default.
    """
    found: dict[MessageId, str] = {}
    for folder in folders or (PACKAGE, *TEMPLATES):
        for file, line, message, _comments, _context in _extract(folder):
            key = tuple(message) if isinstance(message, list | tuple) else message
            if key:
                found.setdefault(key, f"{file}:{line}")
    return found


def _extract(folder: Path) -> list[Any]:
    """The messages of a folder as Babel finds them.

    Babel warns of every f-string among the arguments of a call, which is no message: dropped here.
    A message within an f-string, which Babel might miss, is found by a test.
    """
    warned = StringIO()
    with redirect_stderr(warned):
        rows = list(extract_from_dir(folder, _METHODS, keywords=KEYWORDS))
        rows += extract_from_dir(folder, _KEYS, keywords={"key": None})
    for line in warned.getvalue().splitlines():
        if "Skipping f-string" not in line:
            print(line, file=sys.stderr)
    return rows


def python_messages(
    file: IO[bytes], keywords: Mapping[str, Any], *more: Any, **options: Any
) -> Iterator[tuple[Any, ...]]:
    """The messages of a module as Babel finds them, which takes each apart word by word.

    Modules that call none of the ``keywords`` are left out: every other one.
    """
    called = re.compile(rf"\b(?:{'|'.join(keywords)})\s*\(".encode())
    if called.search(file.read()):
        file.seek(0)
        yield from extract_python(file, keywords, *more, **options)


def read() -> Catalog:
    """The Danish catalogue as it is on disk."""
    with PO.open("rb") as file:
        return read_po(file, locale="da")


def translations(catalogue: Catalog) -> dict[MessageId, MessageId]:
    """Every message of a catalogue with its translation, empty if there is none."""
    return {_key(m.id): _key(m.string) for m in catalogue if m.id}


def _key(text: MessageId | list[str] | None) -> MessageId:
    return text or "" if isinstance(text, str | None) else tuple(text)


def compile_catalogue(catalogue: Catalog) -> bytes:
    """The catalogue in the compiled format of gettext."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update() -> list[str]:
    """Update the catalogue from the source; returns the places of untranslated messages."""
    catalogue, extracted = read(), extract_messages()
    for message in translations(catalogue).keys() - extracted.keys():
        catalogue.delete(message)
    for message in extracted.keys() - translations(catalogue).keys():
        catalogue.add(message)
    with PO.open("wb") as file:
        write_po(file, catalogue, sort_output=True, width=100)
    MO.write_bytes(compile_catalogue(catalogue))
    empty = [m for m, text in translations(catalogue).items() if not all(text) or not text]
    return [f"{extracted[m]}: {m if isinstance(m, str) else m[0]}" for m in empty]


def main() -> int:
    """Update the catalogue and list missing translations; the exit code is 1 if there are any."""
    missing = update()
    for place in missing:
        print(place)
    if missing:
        print(f"{len(missing)} messages lack Danish: translate them in {PO},")
        print("then run this again to compile it.")
    else:
        print("The Danish catalogue is complete, and compiled.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
