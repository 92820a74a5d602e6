"""That a check looks at few ideas is said while one is implemented, not first when it waits."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import check_round
from game.table.play.idea_sheet import IdeaSheet
from game.wording.event_texts import event_text
from tests.staging import begin, decisions, trusting
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


def test_the_button_says_how_many_meet_reality_and_which_are_under_way(tmp_path):
    session = begin(tmp_path, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    done = decisions(session, trusting)
    decided = next(d for d in done if d.has(ev.IdeaImplemented))
    driver, game = table(session)
    state = decided.after
    begun = next(idea for idea in state.ideas if idea.status == "implemented")
    other = next(idea for idea in state.ideas if not idea.locked)
    driver.app.push(IdeaSheet(game, other.id))
    driver.app.draw()
    tip = driver.app.top.ui.find("do:implement").tip
    assert "looks at 2 ideas at most" in tip
    assert f"Under way already: {begun.letter}." in tip
