"""Puts a damaged line right again where only one byte of it is wrong.

A CRC-32 does not only tell that a line is damaged: the difference between the stated and the actual
sum depends on nothing but which byte was changed, and how. Each place in the line is asked whether
one wrong byte there explains it. That is a guess until something else agrees: the mark that the
next line carries, or the fingerprint of the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from zlib import crc32

from game.session.limits import MAX_LINE
from game.session.line_format import CHECK, SEAL

_POLYNOMIAL: Final = 0xEDB88320
_DIGITS: Final = re.compile(rb'([0-9a-f]{8})"}', re.ASCII)


def _steps() -> list[int]:
    """What each byte does to a sum."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return table


_TABLE: Final = _steps()
_FROM_TOP: Final = {step >> 24: byte for byte, step in enumerate(_TABLE)}
"""The byte that a step came from, by its uppermost byte, which is another one for each."""
_BYTE: Final = {step: byte for byte, step in enumerate(_TABLE) if byte}


def corrected(line: bytes, confirmed: Callable[[bytes], bool]) -> bytes | None:
    """The line (without its end) as it was, if one byte is wrong and that is confirmed."""
    if not SEAL + len(CHECK) < len(line) <= MAX_LINE:
        return None
    return next(filter(confirmed, _candidates(line)), None)


def _candidates(line: bytes) -> Iterator[bytes]:
    body, end = line[:-SEAL], line[-SEAL:]
    right = body + b'%08x"}' % crc32(body)
    if sum(a != b for a, b in zip(right, line, strict=True)) == 1:
        yield right  # only the seal itself is wrong
    digits = _DIGITS.fullmatch(end)
    if digits is None:
        return
    difference = crc32(body) ^ int(digits[1], 16)
    for place in range(len(body) - 1, -1, -1):
        change = _BYTE.get(difference)
        if change is not None:
            wrong = body[place]
            mended = body[:place] + bytes([wrong ^ change]) + body[place + 1 :]
            if mended.endswith(CHECK):
                yield mended + end
        byte = _FROM_TOP[difference >> 24]
        difference = (difference ^ _TABLE[byte]) << 8 & 0xFFFFFFFF | byte
