"""A page as PNG: its shapes by the table's own SVG reader, its text in our fonts."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from typing import Final

import pygame

from game.vector.fonts import FontWeight, font_file
from game.vector.page import Page, TextLine

DPI: Final = 200
_FINER: Final = 4
"""Text is drawn so many times as large and made smaller, which keeps sizes between two pixels."""
_SHARE: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB: Final = 2
"""The kind of colours, in the words of the PNG specification."""
_STEPS: Final = bytes(5 * round(value / 5) for value in range(256))
"""Each part of a colour in steps of five, which nobody sees, and which packs a quarter smaller."""
_PER_METRE: Final = round(DPI / 0.0254)


def as_png(page: Page, title: str) -> bytes:
    """The page at :data:`DPI`, with its title and its size on paper."""
    scale = DPI / 72
    size = round(page.width * scale), round(page.height * scale)
    shapes = io.BytesIO(page.svg(text=False).encode())
    drawn = pygame.image.load_sized_svg(shapes, size)  # its paper is white: nothing shows through
    for line in page.lines:
        _write(drawn, line, scale)
    return _file(drawn, title)


def _write(drawn: pygame.Surface, line: TextLine, scale: float) -> None:
    """Draw a line of text; what has no height or width is nothing to draw."""
    style = line.style
    exact = style.size * scale * _FINER
    font = _font(style.weight, max(1, round(exact)))
    if not font.size(line.text)[0]:
        return  # pygame renders no text without a width
    large = font.render(line.text, True, style.colour)
    smaller = exact / round(exact) / _FINER
    size = round(large.get_width() * smaller), round(large.get_height() * smaller)
    if not all(size):
        return
    left = line.x * scale - size[0] * _SHARE[style.align]
    top = line.y * scale - font.get_ascent() * smaller
    drawn.blit(pygame.transform.smoothscale(large, size), (round(left), round(top)))


@cache
def _font(weight: FontWeight, px: int) -> pygame.font.Font:
    pygame.font.init()
    return pygame.font.Font(font_file(weight), px)


def _file(drawn: pygame.Surface, title: str) -> bytes:
    """A PNG that also says what it shows, what made it, and how large it is on paper.

    Written here, as pygame's own takes twice the time and says none of that. Rows are not filtered:
    large areas of one colour pack best as they are. Packed harder it would be a twenty-fifth
    smaller, and take half as long again.
    """
    width, height = drawn.get_size()
    pixels, across = pygame.image.tobytes(drawn, "RGB").translate(_STEPS), 3 * width
    rows = b"".join(b"\0" + pixels[y * across : (y + 1) * across] for y in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _RGB, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", _PER_METRE, _PER_METRE, 1)),
        (b"tEXt", b"Software\0Gevinstbordet"),
        (b"iTXt", b"Title\0\0\0\0\0" + title.encode()),
        (b"IDAT", zlib.compress(rows, 4)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
