"""The four tracks look different to everybody, whichever colours they see."""

from __future__ import annotations

from itertools import combinations
from math import dist

from game.table import marks
from tests.pictures.eyes import EYES, lab
from tests.rows import each_row

CLEARLY = 20
"""In CIE76: ten times what can just be told apart side by side."""


@each_row("eyes", [eyes for eyes in EYES if eyes != "none"])
@each_row("one, other", list(combinations(marks.TRACK, 2)))
def test_two_tracks_are_told_apart_without_their_letters(eyes, one, other):
    colours = (marks.TRACK[one].colour, marks.TRACK[other].colour)
    assert dist(*(lab(colour, eyes) for colour in colours)) > CLEARLY


def test_every_track_and_kind_of_card_has_a_mark_beside_its_colour():
    icons = [look.icon for look in marks.TRACK.values()]
    assert len(set(icons)) == len(icons)
    assert len(set(marks.KIND_ICON.values())) == len(marks.KIND_ICON)
