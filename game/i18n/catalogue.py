"""The Danish catalogue: what the program says, what is missing, what nobody says any more.

Run ``python -m game.i18n.catalogue`` after changing a message. It adds new messages to the
catalogue, takes unused ones out, compiles it, and lists what still has to be translated.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.i18n import LOCALE_DIR

PACKAGE: Final = Path(__file__).parents[1]
TEMPLATES: Final = PACKAGE.parent / "assets" / "report"
_METHODS: Final = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
PO: Final = LOCALE_DIR / "da" / "LC_MESSAGES" / "gevinst.po"
MO: Final = PO.with_suffix(".mo")

SAID_BY: Final = {"t": None, "mark": None, "plural": (1, 2), "mark_plural": (1, 2)}
"""The calls that say a message: ``t("…")``, ``mark("…")``, ``t.plural("one", "many", n)``."""

Message = str | tuple[str, ...]


def said(*folders: Path) -> dict[Message, str]:
    """Every message in the sources and templates of folders (the program's own), by its place."""
    found: dict[Message, str] = {}
    for folder in folders or (PACKAGE, TEMPLATES):
        rows = extract_from_dir(folder, _METHODS, keywords=SAID_BY)
        for file, line, message, _comments, _context in rows:
            key = tuple(message) if isinstance(message, list | tuple) else message
            if key:
                found.setdefault(key, f"{file}:{line}")
    return found


def read() -> Catalog:
    """The Danish catalogue as it is on disk."""
    with PO.open("rb") as file:
        return read_po(file, locale="da")


def translated(catalogue: Catalog) -> dict[Message, Message]:
    """Every message of a catalogue with its translation, empty where there is none."""
    return {_key(m.id): _key(m.string) for m in catalogue if m.id}


def _key(text: Message | list[str] | None) -> Message:
    return text or "" if isinstance(text, str | None) else tuple(text)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update() -> list[str]:
    """Bring the catalogue up to date with the source; gives the places that lack Danish."""
    catalogue, now = read(), said()
    for message in translated(catalogue).keys() - now.keys():
        catalogue.delete(message)
    for message in now.keys() - translated(catalogue).keys():
        catalogue.add(message)
    with PO.open("wb") as file:
        write_po(file, catalogue, sort_output=True, width=100)
    MO.write_bytes(compiled(catalogue))
    empty = [m for m, text in translated(catalogue).items() if not all(text) or not text]
    return [f"{now[m]}: {m if isinstance(m, str) else m[0]}" for m in empty]


def main() -> int:
    """Update, and say what is missing; 1 when something is."""
    missing = update()
    for place in missing:
        print(place)
    print(
        f"{len(missing)} messages lack Danish." if missing else "The Danish catalogue is complete."
    )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
