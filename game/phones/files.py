"""The files that a phone loads: a page, its style and its script, and the pictures of cards.

They are read once, and found by their names alone: no name leads to any other file.
"""

from __future__ import annotations

import gzip
from typing import Final

from game.frozen import frozen
from game.pictures import known, svg
from game.resources import ASSETS

FOLDER: Final = ASSETS / "phones"
_ALWAYS_NEW: Final = "no-cache"
_KEPT: Final = "max-age=86400"
_PICTURE: Final = "picture/"
_FILES: Final = {
    "": ("index.html", "text/html; charset=utf-8"),
    "phone.css": ("phone.css", "text/css; charset=utf-8"),
    "phone.js": ("phone.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}


@frozen
class PhoneFile:
    """A file: its bytes plain and packed, what it is, and how long a browser may keep it."""

    content: bytes
    packed: bytes
    kind: str
    caching: str


class PhoneFiles:
    """All files, by the path under which a browser asks for them."""

    def __init__(self) -> None:
        self._files = {
            path: _file((FOLDER / name).read_bytes(), kind, _ALWAYS_NEW)
            for path, (name, kind) in _FILES.items()
        }

    def get(self, path: str) -> PhoneFile | None:
        """The file under a path, if there is one."""
        if not path.startswith(_PICTURE):
            return self._files.get(path)
        key = path.removeprefix(_PICTURE).removesuffix(".svg")
        return _file(svg(key).encode(), "image/svg+xml", _KEPT) if known(key) else None


def picture_path(key: str) -> str:
    """Where a browser finds the picture of a key."""
    return f"/{_PICTURE}{key}.svg"


def _file(content: bytes, kind: str, caching: str) -> PhoneFile:
    return PhoneFile(content, gzip.compress(content, 6, mtime=0), kind, caching)
