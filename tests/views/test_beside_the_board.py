"""What only the facilitator reads: what comes next, what to ask, and who has been quiet."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from game.content import Case
from game.engine import INDEX, State
from game.engine import actions as act
from game.engine.lookups import due_ideas
from game.i18n import words
from game.session import Decision, Session
from game.views import coming
from game.views.asking import Asking, askings
from game.views.quiet import LONG, Deed, ago, kind_word, last_deeds, longest_quiet
from game.wording import terms
from game.wording.case_names import CaseNames
from tests import staging

T = words("en")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session[Case], list[State]]:
    """A whole game of four, and each of its states."""
    session, decided = staging.whole_game(tmp_path_factory.mktemp("games"), "method", 3)
    return session, [one.before for one in decided] + [session.state]


# ------------------------------------------------------------------ questions
def holds(names: CaseNames, state: State, asking: Asking) -> bool:
    """Whether what a question rests on is so, asked of the state in another way."""
    said = asking.because
    if found := re.fullmatch(r"Nobody owns the benefit of (.+) on (.+)\.", said):
        return any(
            b.owner is None and b.estimate >= 0 and terms.track(T, track) == found[2]
            for idea in state.ideas
            if names.idea(idea) == found[1] and idea.status in ("proposed", "proven")
            for track, b in idea.claims()
        )
    if found := re.fullmatch(r"No risk is named at (.+)\.", said):
        return any(not idea.risks for idea in state.ideas if names.idea(idea) == found[1])
    if found := re.fullmatch(r"No downside is named at (.+)\.", said):
        named = [idea for idea in state.ideas if names.idea(idea) == found[1]]
        return any(all(b.estimate >= 0 for _, b in idea.claims()) for idea in named)
    if found := re.fullmatch(r"(.+) has not been tried\.", said):
        return any(
            idea.trial is None and not idea.was_proven
            for idea in state.ideas
            if names.idea(idea) == found[1]
        )
    if found := re.fullmatch(r"Nothing is claimed on (.+)\.", said):
        tracks = [track for track in INDEX if terms.track(T, track) == found[1]]
        return all(idea.benefit(track) is None for idea in state.ideas for track in tracks)
    if found := re.fullmatch(r"Trust is (\d+)\.", said):
        return state.trust == int(found[1])
    steps = {
        "There is no capacity left.": state.capacity == 0,
        "The reality check is next.": state.step == "check",
        "The reality check is over.": state.step == "opening",
        "Reality has asked about a claim.": state.step == "answer",
        "A trial did not work.": state.step == "adjust",
        "An event asks for a choice.": state.step == "choice",
        "The game is over.": state.step == "over",
        "Nothing stands out at the ideas on the table.": state.step == "turn",
    }
    return steps[said]


def test_every_question_rests_on_what_is_so(played: tuple[Session[Case], list[State]]) -> None:
    session, states = played
    names = CaseNames(T, session.case)
    asked = [(state, asking) for state in states for asking in askings(names, state)]
    assert not [asking for state, asking in asked if not holds(names, state, asking)]
    assert len({asking.question for _, asking in asked}) > 6


def test_no_question_suggests_a_number(played: tuple[Session[Case], list[State]]) -> None:
    session, states = played
    names = CaseNames(T, session.case)
    questions = {asking.question for state in states for asking in askings(names, state)}
    assert not [question for question in questions if re.search(r"\d", question)]


def test_a_question_is_not_asked_twice_before_every_other_was(
    played: tuple[Session[Case], list[State]],
) -> None:
    session, states = played
    names = CaseNames(T, session.case)
    asked = [[asking.question for asking in askings(names, state)] for state in states]
    assert any(len(set(questions)) < len(questions) for questions in asked)
    for questions in asked:
        different = len(set(questions))
        assert len(set(questions[:different])) == different


# ------------------------------------------------------------------ what comes next
def test_what_comes_next_is_what_comes(played: tuple[Session[Case], list[State]]) -> None:
    session, states = played
    names = CaseNames(T, session.case)
    for state, later in pairwise(states):
        if state.step == "turn":
            assert state.seats[state.turn].name in coming.now(names, state)
            for idea in due_ideas(state):
                assert names.idea(idea) in coming.then(names, state)
        if state.step == "turn" == later.step and later.turn != state.turn:
            assert state.seats[later.turn].name in coming.then(names, state)
    assert coming.now(names, states[-1]) == "The game is over."


# ------------------------------------------------------------------ who has been quiet
def test_the_last_deeds_are_those_of_the_log(tmp_path: Path) -> None:
    now = 1000.0
    session = Session.create(
        staging.case(), staging.seats(3), 5, tmp_path, lang="en", clock=lambda: now
    )
    for seconds, action in (
        (60, act.Rally(0)),
        (120, act.Pass(0)),
        (300, act.Pass(1)),
        (400, act.Rally(2)),
    ):
        now = 1000.0 + seconds
        staging.decide(session, action)
    session.undo(None)
    deeds = last_deeds(session.log)
    assert [(deed.at, deed.entry) for deed in deeds] == [(60.0, 1), (0.0, 0), (400.0, 4)]
    for deed in deeds:
        if deed.entry:
            record = session.log.records[deed.entry - 1]
            assert isinstance(record, Decision)
            assert getattr(record.action, "seat", None) == deed.seat
    assert ago(T, deeds[1], 59) == "nothing yet"
    assert [ago(T, deed, 460) for deed in deeds] == [
        "6 minutes ago",
        "nothing yet, 7 minutes",
        "1 minute ago",
    ]


def test_nobody_is_quiet_while_they_are_away_nor_before_they_came(tmp_path: Path) -> None:
    now = 1000.0
    session = Session.create(
        staging.case(), staging.seats(3), 5, tmp_path, lang="en", clock=lambda: now
    )
    for seconds, action in (
        (60, act.Leave(1)),
        (120, act.Arrive("Late")),
        (240, act.Replace(2, "New")),
        (300, act.Leave(2)),
        (360, act.Return(1)),
        (360, act.Rally(0)),
    ):
        now = 1000.0 + seconds
        staging.decide(session, action)
    deeds = last_deeds(session.log)
    assert [(deed.seat, deed.away) for deed in deeds] == [
        (0, False),
        (1, False),
        (2, True),
        (3, False),
    ]
    assert [ago(T, deed, 480) for deed in deeds] == [
        "2 minutes ago",
        "came back 2 minutes ago",
        "away",
        "nothing yet, 6 minutes",
    ]
    assert [deed.seat for deed in longest_quiet(deeds, 480)] == [3]
    session.undo(None)
    assert len(last_deeds(session.log)) == 4


def test_somebody_is_quiet_when_others_are_not() -> None:
    long = (LONG + 1) * 60.0
    early, late = Deed(0, 1, 0.0), Deed(1, 2, long)
    assert longest_quiet([early, late], long) == (early,)
    assert longest_quiet([early, Deed(1, 2, 30.0)], long) == (), "all are talking"
    assert longest_quiet([early, Deed(1, 2, 200.0)], 200.0) == (), "it is not long"
    assert longest_quiet([early], long) == ()
    as_long = Deed(2, 3, 20.0)
    assert longest_quiet([early, late, as_long], long + 30) == (early, as_long)


def test_it_is_said_kindly_and_as_a_question() -> None:
    said = kind_word(T, ["Bo"], 6)
    assert "Bo: the game has noted nothing for 6 minutes" in said
    assert "“Bo, what do you see that the others do not?”" in said
    assert "Ane and Bo: the game has noted nothing for 6" in kind_word(T, ["Ane", "Bo"], 6)
    assert kind_word(T, ["Ane", "Bo", "Eva", "Ib"], 6).startswith(
        "Several players: the game has noted nothing"
    )
