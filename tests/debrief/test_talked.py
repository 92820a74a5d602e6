"""The moments that a debrief talks about are found again in the session, whatever came since."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Case, parse
from game.debrief import Debrief, debrief
from game.debrief.talk import TALKED_OF
from game.debrief.talked import talked_moment
from game.session import Bookmark, Session, TalkedMoment
from tests import staging

Saved = Session[Case]


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    return staging.whole_game(tmp_path_factory.mktemp("talked"), "rush", 4, 6)[0]


@pytest.fixture
def again(over: Saved, tmp_path: Path) -> Saved:
    """A game of its own, which may be added to."""
    return Session.branch(over.path, over.log.now, parse, tmp_path)


def looked_at(session: Saved) -> Debrief:
    return debrief(session.log, session.case.setup)


def test_no_two_moments_of_a_game_are_taken_for_one_another(tmp_path: Path) -> None:
    for n, player in enumerate(("method", "rush", "random")):
        session = staging.whole_game(tmp_path / player, player, n, 3 + n)[0]
        for _ in range(2):
            session.note(9, "The same moment, noted twice")
            session.bookmark("Here")
        d = looked_at(session)
        moments = (*d.moments, *d.marked)
        assert len(d.marked) == 4 + sum(isinstance(r, Bookmark) for r in session.log.records) - 2
        assert len({talked_moment(m) for m in moments}) == len(moments) > 10


def test_until_the_session_says_which_they_are_those_worth_it(over: Saved) -> None:
    d = looked_at(over)
    assert d.talked_of is None
    shown = (*d.highlights(), *d.marked_apart())
    assert len(d.to_talk_of(TALKED_OF)) == TALKED_OF
    assert set(d.to_talk_of(TALKED_OF)) <= set(shown)


def test_nothing_written_later_changes_which_moments_are_shown_or_their_order(
    again: Saved,
) -> None:
    before = looked_at(again).highlights()
    for step in looked_at(again).steps[:-1]:
        again.note(step.position.entry, "What was said there", bookmark=step.position.round > 2)
    d = looked_at(again)
    for several in (d.moments[:3], d.highlights()[-3:], d.marked_apart()[:2], ()):
        again.talk_of(map(talked_moment, several), "group")
        shown = looked_at(again).highlights()
        assert [m for m in shown if m in before] == list(before)
        assert set(shown) - set(before) <= set(d.moments[:3]), "only what was once talked about"


def test_what_is_marked_where_a_moment_stands_is_told_with_it_and_the_rest_beside_it(
    again: Saved,
) -> None:
    d = looked_at(again)
    moment, told = d.highlights()[1], {m.decision_index for m in d.highlights()}
    bare = next(s.position for s in d.steps[1:] if s.position.decision_index not in told)
    again.note(moment.entry, "They had waited")
    again.note(bare.entry, "Nobody spoke")
    d = looked_at(again)
    assert "They had waited" in d.written_at(moment)
    apart = d.marked_apart()
    assert not told & {m.decision_index for m in apart}
    assert "Nobody spoke" in [m.about.written for m in apart]


def test_they_stay_the_same_when_much_has_been_noted(again: Saved) -> None:
    first = looked_at(again).to_talk_of(TALKED_OF)
    again.talk_of(map(talked_moment, first), "program")
    for step in looked_at(again).steps[:-1]:
        again.note(step.position.entry, "What was said about it", bookmark=True)
    d = looked_at(again)
    assert d.to_talk_of(TALKED_OF) == d.talked_of == first
    assert set(first) <= {*d.highlights(), *d.marked_apart()}


def test_what_nobody_knows_any_more_is_passed_over(again: Saved) -> None:
    gone = TalkedMoment(1, "ToldByALaterProgram", None, None)
    kept = looked_at(again).moments[0]
    again.talk_of([gone, talked_moment(kept)], "group")
    assert looked_at(again).talked_of == (kept,)
    again.talk_of([gone], "group")
    assert looked_at(again).talked_of is None
    again.talk_of([], "group")
    assert looked_at(again).to_talk_of(TALKED_OF) == ()
