"""The pictures of a case: PNG or JPEG files of limited size, judged by what is in them.

SVG is no picture here: it can hold programs and addresses, and what draws it would have to be
trusted with them. A picture is decoded only where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

MOST_BYTES: Final = 2_000_000
MOST_SIDE: Final = 4_000
"""The longest side of a picture, in pixels: decoded, it takes 64 MB at most."""
SUFFIXES: Final = (".png", ".jpg", ".jpeg")

Fault = Literal["image_too_large", "image_broken"]

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that say how large it is."""


def fault(data: bytes) -> Fault | None:
    """Why these bytes cannot be a picture of a case; ``None`` if they can."""
    if len(data) > MOST_BYTES:
        return "image_too_large"
    size = size_of(data)
    if size is None or 0 in size:
        return "image_broken"
    return "image_too_large" if max(size) > MOST_SIDE else None


def suffix_of(data: bytes) -> str:
    """How the name of a picture ends, by what is in it."""
    return ".png" if data.startswith(_PNG) else ".jpg"


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as the head of a PNG or JPEG says; else ``None``."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data.startswith(_JPEG):
        for kind, body in _segments(data):
            if kind in _FRAMES and len(body) >= 5:
                return int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG up to the picture itself, each with its kind."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if kind == 0xFF:  # a filling
            at += 1
            continue
        yield kind, data[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)
