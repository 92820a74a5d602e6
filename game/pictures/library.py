"""The set itself: the drawings in one file, and their words in one for each language.

Each line is the key of a picture and, after a tab, what stands inside its ``<svg>`` element, or its
name and its other words. The words are few and read at once; the drawings wait for the first
picture that is drawn.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from typing import Final

from game.i18n import Lang
from game.resources import ASSETS

FOLDER: Final = ASSETS / "pictures"
DRAWINGS: Final = FOLDER / "fluent-emoji-flat.tsv.gz"

LONGEST: Final = 8
"""The most code points that an emoji of the set has."""

_HEAD: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'


def known(key: str) -> bool:
    """Whether the set has a picture of this key."""
    return key in words("en")


def svg(key: str) -> str:
    """A picture as an SVG document. Raises :class:`KeyError` for one that the set does not have."""
    return f"{_HEAD}{_drawings()[key]}</svg>"


def inline(key: str) -> str:
    """A picture as an SVG element inside a page, for the eye alone. Raises as :func:`svg` does."""
    return f'<svg class="pic" viewBox="0 0 32 32" aria-hidden="true">{_drawings()[key]}</svg>'


@cache
def words(lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """The name and the other words of every picture, in Unicode's order by subject."""
    found = rows((FOLDER / f"words-{lang}.tsv.gz").read_bytes())
    return {key: tuple(texts.split("|")) for key, texts in found}


@cache
def _drawings() -> Mapping[str, str]:
    return dict(rows(DRAWINGS.read_bytes()))


def rows(packed: bytes) -> list[tuple[str, str]]:
    """The two columns of a packed file."""
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return [(key, value) for key, _, value in (line.partition("\t") for line in lines)]
