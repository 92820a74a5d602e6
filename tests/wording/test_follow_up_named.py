"""The follow-up comes after the last round and has a name: nothing calls it a round."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.debrief import debrief
from game.engine import events as ev
from game.i18n import words
from game.report.page_debrief import rounds
from game.report.registers import registers
from game.report.source import open_session
from game.session import Session
from game.views import explained
from game.views.status import status_view
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.action_items import origin_text
from game.wording.event_texts import event_text, headline
from tests import staging

T = words("en")


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A whole game, the follow-up included."""
    return staging.whole_game(tmp_path_factory.mktemp("over"), "method", 2, 4)[0]


def test_no_text_counts_the_follow_up_as_a_round(over: Session) -> None:
    d, state = debrief(over.log, over.case.setup), over.state
    names, last = CaseNames(T, over.case), sum(state.setup.rules.rounds)
    assert state.round == last + 1
    step = d.steps[-1]
    began = next(e for e in step.events if isinstance(e, ev.CheckBegan) and e.round > last)
    with_ideas = replace(began, ideas=tuple(idea.id for idea in state.ideas[:2]))
    texts = (
        status_view(names, state).round,
        explained.course(T, state),
        event_text(replace(began, ideas=()), step.after, over.case, T) or "",
        event_text(with_ideas, step.after, over.case, T) or "",
        headline(step.events, step.after, over.case, T, before=step.before),
        origin_text(DebriefFormatter(names), d, (step.position.entry, None)),
    )
    assert all(texts)
    assert not [text for text in texts if re.search(rf"\b{last + 1}\b", text)]


def test_the_report_gives_the_follow_up_no_number(over: Session) -> None:
    source = open_session(over.path, T)
    last = sum(source.debrief.setup.rules.rounds)
    *played, after = rounds(source)
    assert [row.round for row in played] == [str(n) for n in range(1, last + 1)]
    assert (after.round, after.phase) == ("–", "Follow-up")
    timeline = registers(source).timeline
    assert {row.round for row in timeline if row.phase == "Follow-up"} == {None}
    assert max(row.round or 0 for row in timeline) == last
