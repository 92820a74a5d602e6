"""Everyday words of municipal work, by which people look for a picture whose name is another.

Unicode's annotations name what a picture shows; here is what it stands for at work: *ældrepleje*,
*sagsbehandling*, *waiting time*. Each line of the file has pictures, Danish words and English ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from game.i18n import Lang
from game.resources import ASSETS

_FILE: Final = ASSETS / "pictures" / "everyday.tsv"


@cache
def places(lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """The keys of the pictures that each everyday word stands for, the first one meant before all.

    A row's pictures are told apart only by their order, so each word of a row has all of them.
    """
    from game.pictures.sequences import runs  # which reads the set

    found: dict[str, dict[str, None]] = {}
    for row in _FILE.read_text("utf-8").splitlines():
        pictures, danish, english = row.split("\t")
        keys = [run.picture for run in runs(pictures) if run.picture]
        for word in (danish if lang == "da" else english).split(","):
            found.setdefault(word.strip(), {}).update(dict.fromkeys(keys))
    return {word: tuple(keys) for word, keys in found.items()}
