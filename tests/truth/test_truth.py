"""Every sentence that is said of a game is proved from its log: the debrief, the checks, the end.

The proofs (:mod:`tests.truth.proving`) know nothing of the observers: they look into the log. Games
of all cases are played with all bots, half of them by lively tables that take back, pass, write and
play estimate poker: a few here, more among the slow tests, all by ``python -m tests.truth``.
"""

from __future__ import annotations

import re

import pytest

from game.debrief import MOST_SHOWN, debrief
from game.debrief.history import history_of
from game.debrief.observers import MARKED, OBSERVERS
from game.wording.debrief_texts import moment_description
from tests.rows import each_row
from tests.truth.games import Game, case_named, games
from tests.truth.judging import all_judged, is_so, judged
from tests.truth.told import Sentence
from tests.wording.cases import EN

FEW = games(range(1, 2))[::11]
MORE = games(range(2, 3))[::5]


@pytest.mark.parametrize("game", FEW, ids=str)
def test_what_is_said_of_a_game_is_so(game: Game) -> None:
    assert judged(game).said
    assert judged(game).false == []


def test_a_sentence_that_nobody_proved_does_not_pass() -> None:
    raw = judged(FEW[0]).raw
    assert not is_so(raw, Sentence("Nobody had thought of {idea}.", {"idea": "A"}, None))


@pytest.mark.slow
def test_what_is_said_of_more_games_is_so() -> None:
    assert [line for game in all_judged(MORE) for line in game.false] == []


@each_row("game", FEW)
def test_every_moment_rests_on_entries_of_the_log(game: Game) -> None:
    raw = judged(game).raw
    history = history_of(raw.log, raw.setup)
    for m in [m for observe in (*OBSERVERS, *MARKED) for m in observe(history)]:
        entries = [position.entry for position in m.evidence.entries]
        assert m.entry in entries
        assert entries == sorted(set(entries))
        assert all(0 <= n < len(raw.entries) for n in entries)
        if m.evidence.searched is not None:
            first, last = m.evidence.searched
            assert 0 <= first.entry <= last.entry < len(raw.entries)


DENIES = re.compile(r"\b(not|no|nobody|nothing|never|neither|without|untried)\b", re.IGNORECASE)
SAID_BY_ITS_ENTRY = {"FalseAlarmRaised", "RiskPrevented", "HarvestedNothing", "ProjectPaused"}
"""The entry itself says what was not: nothing has to be looked for."""
SAID_BY_THE_RULES = {"OwnerGone", "TrustLost"}


@pytest.mark.parametrize("game", FEW, ids=str)
def test_what_a_moment_denies_was_looked_for(game: Game) -> None:
    raw = judged(game).raw
    case = case_named(game.case)
    for m in (*(d := debrief(raw.log, raw.setup)).moments, *d.marked):
        found = moment_description(EN, case, m)
        denies = DENIES.search(re.sub("“[^”]*”", "", f"{found.title} {found.text}"))
        if denies and m.kind not in SAID_BY_ITS_ENTRY | SAID_BY_THE_RULES:
            assert m.evidence.searched is not None, found.text


@pytest.mark.parametrize("game", FEW, ids=str)
def test_no_story_is_told_twice(game: Game) -> None:
    raw = judged(game).raw
    shown = debrief(raw.log, raw.setup).highlights()
    assert len(shown) <= MOST_SHOWN
    benefits = [(m.entry, b.key) for m in shown if (b := getattr(m.about, "benefit", None))]
    assert len(benefits) == len(set(benefits))


@pytest.mark.slow
def test_a_benefit_is_called_what_it_was_called_when_it_happened() -> None:
    """A downside may take the place of a benefit, so that its name is another one afterwards."""
    looked_at = 0
    for game in MORE:
        raw = judged(game).raw
        history = history_of(raw.log, raw.setup)
        for m in [m for observe in (*OBSERVERS, *MARKED) for m in observe(history)]:
            ref = getattr(m.about, "benefit", None)
            idea = None if ref is None else raw.entries[m.entry].before.idea(ref.idea.id)
            b = None if idea is None else idea.benefit(ref.track)
            if b is not None:
                looked_at += 1
                called = (ref.card, ref.name or None, ref.downside)
                assert called == (b.card, b.name or None, b.downside), (game, m)
    assert looked_at
