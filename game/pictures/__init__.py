"""The pictures of cards: a set of emoji drawn as SVG, found by the emoji or by words.

A picture is named by its emoji, as a case file writes it: ``picture = "🚲"``. Skin tones and the
marks that choose between text and picture do not count. The set is read when the first picture is
asked for.
"""

from game.pictures.library import inline, known, svg
from game.pictures.near import ENDINGS, near
from game.pictures.search import named, search
from game.pictures.sequences import Run, emoji, key_of, letters_of, runs

__all__ = [
    "ENDINGS",
    "Run",
    "emoji",
    "inline",
    "key_of",
    "known",
    "letters_of",
    "named",
    "near",
    "runs",
    "search",
    "svg",
]
