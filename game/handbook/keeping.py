"""The handbook as a file that a browser can open: among what can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.handbook.book import as_html
from game.handbook.topics import Topic, name_of
from game.i18n import Words
from game.resources import cache_folder
from game.writing import write


def keep(t: Words, topics: Sequence[Topic]) -> Path:
    """Write these pages as HTML, in place of those that were there; raises ``OSError``."""
    name = name_of(topics[0], t.lang) if len(topics) == 1 else t.lang
    path = cache_folder() / f"gevinstbordet-{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, as_html(t, topics).encode())
    return path
