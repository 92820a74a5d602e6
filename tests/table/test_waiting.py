"""That a check looks at few ideas is said while one is implemented, not first when it waits."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import Applied, State, apply, legal
from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import check_round
from game.table.play.idea_sheet import IdeaSheet
from game.views import sheet_moves
from game.wording.case_names import CaseNames
from game.wording.event_texts import event_text
from tests.staging import begin, decisions, trusting
from tests.table.driver import squeezed
from tests.table.sitting import table


def test_an_idea_that_has_to_wait_is_told_so_when_it_is_implemented(tmp_path):
    session = begin(tmp_path, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    _, game = table(session)
    told = {True: 0, False: 0}
    for decided in decisions(session, trusting):
        for moment in decided.moments:
            e, state = moment.event, moment.state
            if isinstance(e, ev.IdeaImplemented):
                waits = check_round(state, state.require_idea(e.idea)) > e.due
                text = event_text(e, state, game.case, game.t) or ""
                assert ("looks at 2 ideas at most" in text) == waits
                told[waits] += 1
    assert all(told.values())


def test_that_an_idea_would_have_to_wait_is_said_before_it_is_implemented(tmp_path):
    """On the sheet and on its button, and just where it would."""
    session = begin(tmp_path, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    driver, game = table(session)
    names = game.names
    told = {True: 0, False: 0}
    for _ in decisions(session, trusting):
        state = session.state
        for idea, said, waits in implementable(names, state):
            assert bool(said) == waits
            told[waits] += 1
            if waits and told[waits] == 1:
                driver.app.push(IdeaSheet(game, idea))
                driver.look()
                assert squeezed(said) in squeezed(driver.texts)
                assert said in driver.app.top.ui.find("do:implement").tip
                driver.assert_readable()
                driver.app.pop(driver.app.top)
    assert all(told.values())


def implementable(names: CaseNames, state: State) -> Iterator[tuple[str, str, bool]]:
    """What can be implemented, what is said of it before, and whether it then has to wait."""
    last = sum(state.setup.rules.rounds)
    for action in legal(state):
        if isinstance(action, act.Implement):
            done = apply(state, action)
            assert isinstance(done, Applied)
            idea = done.state.require_idea(action.idea)
            said = sheet_moves.waiting(names, state, state.require_idea(action.idea))
            yield idea.id, said, idea.due < check_round(done.state, idea) and idea.due <= last
