"""Lists written as bullets or numbers, one a line, as a word processor makes them."""

from __future__ import annotations

import re
from typing import Final

from game.content.lenient.characters import QUOTES, SPACES, stripped
from game.content.lenient.strings import basic, literal
from game.content.lenient.tree import Items, Token

BULLET: Final = re.compile(rf"(?:[-–—*•·▪◦‣●○■□➢]|\d{{1,2}}[.)])[{SPACES}]+(?=\S)")
"""The mark before a line of a list."""
_LINE: Final = re.compile(rf"[{SPACES}]*{BULLET.pattern}(?P<text>[^\n]*)")
_MARKS: Final = f"\"'{QUOTES}"


class Bullets(Items):
    """A run of bullets, read as a list of texts."""

    __slots__ = ()

    def as_list(self) -> str:
        """The list as TOML, an item a line."""
        rows = "".join(f"\n  {item.literal}," for item in self.items if isinstance(item, Token))
        return f" [{rows}\n]"


def bullet_list(text: str, at: int) -> Bullets:
    """The bullets of the lines from a place, which is where a line begins; there may be none."""
    found = Bullets(at, at)
    start = at
    while line := _LINE.match(text, start):
        written = stripped(line["text"]).rstrip(",;")
        content = written.strip(_MARKS)
        start_of_item = line.start("text")
        to_toml = literal if content == written else basic
        item = Token(start_of_item, start_of_item + len(written), written, to_toml(content))
        found.items.append(item)
        found.end = line.end() - line["text"].endswith("\r")
        start = line.end() + 1
        if start > len(text):
            break
    return found
