"""What moved is found by comparing where everything lies, whatever the action was."""

from __future__ import annotations

from game.gui.geometry import Box
from game.gui.motion.scene import Gauge, Piece, Scene, compare

HERE, THERE, FAR = Box(0, 0, 10, 10), Box(50, 0, 10, 10), Box(90, 0, 20, 20)


def _nothing(*what: object) -> None:
    """Draws nothing."""


def piece(
    key: str,
    box: Box,
    appearance: object = None,
    *origins: str,
    entrance: Box | None = None,
    highlighted: bool = True,
) -> Piece:
    return Piece(key, box, _nothing, appearance, origins, entrance, highlighted)


def lying(*pieces: Piece, **gauges: tuple[float, ...]) -> Scene:
    counted = {key: Gauge(key, HERE, values, _nothing) for key, values in gauges.items()}
    return Scene({p.key: p for p in pieces}, counted)


def test_what_lies_still_has_no_course():
    changes = compare(lying(piece("a", HERE)), lying(piece("a", HERE)))
    assert (changes.moves, changes.highlighted) == ((), frozenset())


def test_what_makes_room_slides_and_is_not_pointed_out():
    changes = compare(lying(piece("a", HERE)), lying(piece("a", THERE)))
    (move,) = changes.moves
    assert (move.start, move.end) == (HERE, THERE)
    assert move.was is move.now
    assert not changes.highlighted


def test_a_card_from_the_hand_becomes_what_it_is_on_the_table():
    before, after = lying(piece("hand", HERE)), lying(piece("table", FAR, None, "hand"))
    (move,) = compare(before, after).moves
    assert (move.key, move.start, move.end) == ("table", HERE, FAR)
    assert compare(before, after).highlighted == {"table"}


def test_undo_moves_it_back():
    before = lying(piece("table", FAR, None, "hand"))
    (move,) = compare(before, lying(piece("hand", HERE, highlighted=False))).moves
    assert (move.key, move.start, move.end) == ("hand", FAR, HERE)
    assert move.was is not None
    assert move.was.key == "table"


def test_it_starts_where_it_was_let_go():
    before, after = lying(piece("hand", HERE)), lying(piece("table", FAR, None, "hand"))
    (move,) = compare(before, after, {"hand": THERE}).moves
    assert move.start == THERE


def test_what_looks_otherwise_turns_in_its_place():
    changes = compare(lying(piece("a", HERE, "claimed")), lying(piece("a", HERE, "anchored")))
    (move,) = changes.moves
    assert (move.was, move.now) != (move.now, move.was)
    assert changes.highlighted == {"a"}


def test_what_was_nowhere_comes_out_of_its_idea_or_through_its_door():
    own = piece("benefit", THERE, None, "idea")
    (move,) = compare(lying(piece("idea", HERE)), lying(piece("idea", HERE), own)).moves
    assert move.start.centre == HERE.centre
    dealt = piece("card", HERE, entrance=FAR, highlighted=False)
    changes = compare(lying(), lying(dealt))
    assert changes.moves[0].start == FAR
    assert not changes.highlighted


def test_what_is_shelved_leaves_and_a_hand_that_changes_does_not():
    before = lying(piece("idea", HERE), piece("card", HERE, highlighted=False))
    (move,) = compare(before, lying()).moves
    assert (move.key, move.now) == ("idea", None)
    assert move.end.right <= 0


def test_gauges_count_from_what_they_showed():
    before, after = lying(trust=(5,), capacity=(3,)), lying(trust=(6,), capacity=(3,))
    assert compare(before, after).counted == {"trust": (5,)}
