"""Compiled catalogues of gettext: a message is looked up in the file, and read when it is asked for.

The standard library reads a whole catalogue at once: thousands of messages, of which most commands
show ten.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from pathlib import Path
from typing import Final

_MAGIC: Final = 0x950412DE


class Catalogue:
    """The translations of one language, whose plural is for any number but one.

    In the file there are two tables of texts, by length and place: the messages in the order of
    their bytes, and their translations. A message with a plural has both its forms in one text.
    """

    def __init__(self, file: Path) -> None:
        self._raw = file.read_bytes()
        order = "<" if struct.unpack_from("<I", self._raw)[0] == _MAGIC else ">"
        self._count, self._messages, self._translations = struct.unpack_from(
            f"{order}3I", self._raw, 8
        )
        self._place = struct.Struct(f"{order}2I").unpack_from
        self._found: dict[str, list[str]] = {}

    def gettext(self, message: str) -> str:
        """The translation of a message; the message where there is none."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The translation for a number of things."""
        forms = self._forms(one)
        if len(forms) < 2:
            return one if n == 1 else many
        return forms[n != 1]

    def _forms(self, message: str) -> list[str]:
        """The forms of a translation; none where there is no translation."""
        forms = self._found.get(message)
        if forms is None:
            forms = self._searched(message.encode(errors="replace"))
            if forms:
                self._found[message] = forms
        return forms

    def _searched(self, message: bytes) -> list[str]:
        at = bisect_left(range(self._count), message, key=self._message)
        if at == self._count or self._message(at).partition(b"\0")[0] != message:
            return []
        return self._text(self._translations, at).decode().split("\0")

    def _message(self, at: int) -> bytes:
        return self._text(self._messages, at)

    def _text(self, table: int, at: int) -> bytes:
        length, start = self._place(self._raw, table + 8 * at)
        return self._raw[start : start + length]
