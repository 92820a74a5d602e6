"""letters: which of them can be shown, for the rules, the fields, the checker and the typesetter.

A letter can be shown that every font of ours has, or that is a picture of the set. What has no
width says nothing and is left out; what no font has is told, since somebody meant it. It needs the
standard library only.
"""

from game.letters.cleaning import cleaned, one_line, with_lines
from game.letters.showing import can_be_shown, printable, refused, seen, shown, unshown, unwritable

__all__ = [
    "can_be_shown",
    "cleaned",
    "one_line",
    "printable",
    "refused",
    "seen",
    "shown",
    "unshown",
    "unwritable",
    "with_lines",
]
