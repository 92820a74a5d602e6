"""The moments that a debrief talks about are found again in the session, whatever came since."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Case, parse
from game.debrief import Debrief, debrief, select_highlights
from game.debrief.talk import TALKED_OF
from game.debrief.talked import talked_moment
from game.session import Session, TalkedMoment
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
        moments = looked_at(session).moments
        assert len({talked_moment(m) for m in moments}) == len(moments) > 10


def test_until_the_session_says_which_they_are_those_worth_it(over: Saved) -> None:
    d = looked_at(over)
    assert d.talked_of is None
    assert d.to_talk_of(TALKED_OF) == d.highlights(TALKED_OF)


def test_they_stay_the_same_when_notes_have_become_moments(again: Saved) -> None:
    first = looked_at(again).highlights(TALKED_OF)
    again.talk_of(map(talked_moment, first), "program")
    for m in looked_at(again).moments:
        again.note(m.entry, "What was said about it", bookmark=True)
    d = looked_at(again)
    assert d.to_talk_of(TALKED_OF) == d.talked_of == first
    assert set(first) <= set(d.highlights())
    assert select_highlights(d.moments, TALKED_OF) != first  # the notes would have outdone them


def test_what_nobody_knows_any_more_is_passed_over(again: Saved) -> None:
    gone = TalkedMoment(1, "ToldByALaterProgram", None, None)
    kept = looked_at(again).moments[0]
    again.talk_of([gone, talked_moment(kept)], "group")
    assert looked_at(again).talked_of == (kept,)
    again.talk_of([gone], "group")
    assert looked_at(again).talked_of is None
    again.talk_of([], "group")
    assert looked_at(again).to_talk_of(TALKED_OF) == ()
