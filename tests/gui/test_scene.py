"""What moved is found by comparing where everything lies, whatever the action was."""

from __future__ import annotations

from game.gui.geometry import Box
from game.gui.motion.scene import Arrangement, Gauge, Piece, compare

HERE, THERE, FAR = Box(0, 0, 10, 10), Box(50, 0, 10, 10), Box(90, 0, 20, 20)


def _nothing(*what: object) -> None:
    """Draws nothing."""


def piece(
    key: str,
    box: Box,
    look: object = None,
    *origins: str,
    door: Box | None = None,
    told: bool = True,
) -> Piece:
    return Piece(key, box, _nothing, look, origins, door, told)


def lying(*pieces: Piece, **gauges: tuple[float, ...]) -> Arrangement:
    counted = {key: Gauge(key, HERE, values, _nothing) for key, values in gauges.items()}
    return Arrangement({p.key: p for p in pieces}, counted)


def test_what_lies_still_has_no_course():
    changes = compare(lying(piece("a", HERE)), lying(piece("a", HERE)))
    assert (changes.courses, changes.told) == ((), frozenset())


def test_what_makes_room_slides_and_is_not_pointed_out():
    changes = compare(lying(piece("a", HERE)), lying(piece("a", THERE)))
    (course,) = changes.courses
    assert (course.start, course.end) == (HERE, THERE)
    assert course.was is course.now
    assert not changes.told


def test_a_card_from_the_hand_becomes_what_it_is_on_the_table():
    before, after = lying(piece("hand", HERE)), lying(piece("table", FAR, None, "hand"))
    (course,) = compare(before, after).courses
    assert (course.key, course.start, course.end) == ("table", HERE, FAR)
    assert compare(before, after).told == {"table"}


def test_undo_moves_it_back():
    before = lying(piece("table", FAR, None, "hand"))
    (course,) = compare(before, lying(piece("hand", HERE, told=False))).courses
    assert (course.key, course.start, course.end) == ("hand", FAR, HERE)
    assert course.was is not None
    assert course.was.key == "table"


def test_it_starts_where_it_was_let_go():
    before, after = lying(piece("hand", HERE)), lying(piece("table", FAR, None, "hand"))
    (course,) = compare(before, after, {"hand": THERE}).courses
    assert course.start == THERE


def test_what_looks_otherwise_turns_in_its_place():
    changes = compare(lying(piece("a", HERE, "claimed")), lying(piece("a", HERE, "anchored")))
    (course,) = changes.courses
    assert (course.was, course.now) != (course.now, course.was)
    assert changes.told == {"a"}


def test_what_was_nowhere_comes_out_of_its_idea_or_through_its_door():
    own = piece("benefit", THERE, None, "idea")
    (course,) = compare(lying(piece("idea", HERE)), lying(piece("idea", HERE), own)).courses
    assert course.start.centre == HERE.centre
    dealt = piece("card", HERE, door=FAR, told=False)
    changes = compare(lying(), lying(dealt))
    assert changes.courses[0].start == FAR
    assert not changes.told


def test_what_is_shelved_leaves_and_a_hand_that_changes_does_not():
    before = lying(piece("idea", HERE), piece("card", HERE, told=False))
    (course,) = compare(before, lying()).courses
    assert (course.key, course.now) == ("idea", None)
    assert course.end.right <= 0


def test_gauges_count_from_what_they_showed():
    before, after = lying(trust=(5,), capacity=(3,)), lying(trust=(6,), capacity=(3,))
    assert compare(before, after).counted == {"trust": (5,)}
