"""A phone comes in, sits down and gives its number."""

from __future__ import annotations

from pathlib import Path

from game.engine import actions as act
from tests import staging
from tests.browser import chromium, needs_browser
from tests.phones.hall import hall

pytestmark = needs_browser


def test_a_phone_comes_in_sits_down_and_gives_its_number(tmp_path: Path) -> None:
    with hall(tmp_path) as at, chromium() as browser:
        page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
        page.goto(at.link)
        page.fill("#name", "Ane")
        page.click("text=Kom ind")
        page.click('strong:text-is("Bo")')
        at.wait_for(lambda: at.room.asking())
        at.at_table(lambda: at.phones.let_sit(at.called("Ane")))
        card = at.at_table(lambda: at.game.state.idea_hands[0][0])
        at.at_table(lambda: at.game.do(act.CallEstimates(card, "citizen")))
        page.click(".numbers button >> text=4")
        at.wait_for(lambda: at.game.state.poker.given[1] == 4)
        decision = at.at_table(lambda: at.game.session.history[-1])
        assert decision.sender is not None
        assert decision.sender.who == "Ane"
    assert staging.NAMES[1] == "Bo"
