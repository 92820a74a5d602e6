"""Where a number is asked for, it says what it moves on the track, whatever is measured besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Case, load
from game.engine import actions as act
from game.i18n import words
from game.resources import SCENARIOS
from game.session import Session
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.range import RangeDialog
from game.table.play.game import Game
from game.table.play.table import TableScreen
from game.wording import figures, worth
from tests import staging
from tests.table.driver import Cloth, Driver
from tests.table.sitting import lay, nothing

EN = words("en")
CASES = [f for f in sorted(SCENARIOS.glob("*.toml")) if f.stem != "eget-projekt"]  # it has no cards


class Table(Driver):
    """A table with one idea of a case, whose own benefit was claimed at 2 points."""

    def __init__(self, folder: Path, file: Path) -> None:
        super().__init__(Cloth())
        self.case: Case = load(file).as_usual
        session = Session.create(self.case, staging.seats(4), 5, folder)
        self.game = Game(self.app, self.case, session)
        self.app.reset(TableScreen(lay(self.game)))
        self.idea = self.game.state.idea_hands[0][0]
        self.game.do(act.PlaceIdea(0, self.idea, 2))
        self.track = self.case.setup.by_id.ideas[self.idea].track
        (self.card, *_) = [b for b in self.case.setup.benefits if b.track != self.track]

    @property
    def flat(self) -> str:
        """What can be read, on one line."""
        return self.texts.replace("\n", " ")

    @property
    def of_the_track(self) -> set[str]:
        """What the numbers on the card's track mean by the track's measure."""
        return {worth.on_a_scale(EN, self.case, self.card.track, n) for n in range(1, 7)}

    def ask(self) -> None:
        """Ask what the card gives on the idea."""
        track, card = self.card.track, self.card.id
        self.app.push(EstimateDialog.for_placing(self.game, self.idea, track, nothing, card))
        self.app.draw()


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_card_s_own_goal_is_weighed_by_what_it_moves_on_the_track(
    tmp_path: Path, file: Path
) -> None:
    table = Table(tmp_path, file)
    table.ask()
    text = table.case.benefits[table.card.id]
    own = figures.printed_measure(EN, text.measure)
    assert text.name.read("en") in table.flat
    assert worth.asked_by(EN, own) in table.flat
    assert worth.track_scale(EN, table.case, table.card.track) in table.flat
    assert {t for t in table.of_the_track if t in table.flat} == table.of_the_track
    table.assert_readable()


def test_poker_asks_by_the_same_measure(tmp_path: Path) -> None:
    table = Table(tmp_path, CASES[0])
    table.ask()
    table.click("poker")
    table.click("ready")
    assert isinstance(table.app.top, PokerScreen)
    own = figures.printed_measure(EN, table.case.benefits[table.card.id].measure)
    assert worth.asked_by(EN, own) in table.flat
    assert {t for t in table.of_the_track if t in table.flat} == table.of_the_track
    table.assert_readable()


def test_an_idea_s_own_benefit_goes_by_the_track_and_says_so(tmp_path: Path) -> None:
    table = Table(tmp_path, CASES[0])
    idea = table.game.state.require_idea(table.idea)
    table.app.push(EstimateDialog.for_revising(table.game, idea, table.track))
    table.app.draw()
    assert worth.track_scale(EN, table.case, table.track) in table.flat
    assert worth.by_track(EN, table.case, table.track, 4) in table.flat


@pytest.mark.parametrize("of_a_card", [False, True])
def test_the_ends_of_a_range_are_in_the_unit_of_the_register(
    tmp_path: Path, of_a_card: bool
) -> None:
    table, track = Table(tmp_path, CASES[0]), None
    if of_a_card:
        hand = [table.case.setup.by_id.benefits[card] for card in table.game.state.benefit_hands[0]]
        table.card = next(card for card in hand if card.track != table.track)
        assert table.game.do(act.PlaceBenefit(0, table.card.id, table.idea, 3))
        track = table.card.track
    idea = table.game.state.require_idea(table.idea)
    table.app.push(RangeDialog(table.game, idea, track or table.track))
    table.app.draw()
    if of_a_card:
        own = figures.printed_measure(EN, table.case.benefits[table.card.id].measure)
        assert worth.reached(EN, own, 2, 3) in table.flat
        assert worth.reached(EN, own, 4, 3) in table.flat
    else:
        assert worth.on_the_track(EN, table.case, table.track, 1) in table.flat
