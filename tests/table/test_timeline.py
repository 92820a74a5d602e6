"""The marks of key moments stand over the rounds that they belong to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from game.debrief import debrief
from game.gui.geometry import Box
from game.i18n import words
from game.table.after.debrief.track_lanes import Axis, places, rounds_of, spread
from game.table.play.dialogs.write_notes import explanation
from tests import staging

BOX = Box(100, 0, 1000, 10)


def test_marks_keep_their_distance_and_stay_within() -> None:
    found = spread([100, 100, 100, 1099], BOX, 50)
    assert all(b - a >= 50 for a, b in pairwise(found))
    assert found[-1] <= BOX.right
    assert found[0] >= BOX.x


def test_no_mark_is_pushed_beyond_its_end_while_there_is_room_before_it() -> None:
    found = spread([400, 400, 400], BOX, 50, [390, 390, 390])
    assert found == [290, 340, 390]
    assert spread([110, 110], BOX, 50, [110, 110]) == [100, 150]


def test_a_moment_of_a_check_stands_over_the_round_that_was_checked(tmp_path: Path) -> None:
    session, _ = staging.whole_game(tmp_path, "method", 3, 4)
    d = debrief(session.log, session.case.setup)
    axis = Axis(Box(0, 0, 1900, 10), len(d.curves.rounds) - 1)
    ends = {round_: axis.x(last) for round_, _, last in rounds_of(d.curves)}
    moments = sorted(d.moments, key=lambda m: m.decision_index)
    assert len(moments) > 3
    for moment, (_, mark) in zip(moments, places(moments, axis, d.curves, 58, 10), strict=True):
        assert mark + 29 <= ends[d.curves.rounds[moment.decision_index]] + 1


def test_an_idea_that_is_written_last_is_told_what_time_it_has() -> None:
    rules = staging.case().setup.rules
    last = sum(rules.rounds)
    late = "This is the last round"
    assert any(late in text for text in explanation(words("en"), rules, "idea", last))
    assert not any(late in text for text in explanation(words("en"), rules, "idea", last - 1))
    assert not any(late in text for text in explanation(words("en"), rules, "benefit", last))
