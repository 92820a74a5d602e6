"""A group's own project in play: questions are answered with cards, and estimates are its own."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.content import load
from game.content import own_project as own
from game.engine import Seat
from game.engine import actions as act
from game.i18n import Lang, words
from game.session import Session
from game.table.play.game import Game
from game.table.play.prompts import prompts_now
from game.table.play.table import TableScreen
from tests.table.driver import Driver, squeezed
from tests.table.sitting import lay

ENTER = pygame.K_RETURN


class Playing(Driver):
    """A table with the template as it is, and nothing on it yet."""

    def __init__(self, folder: Path, lang: Lang = "da") -> None:
        super().__init__(lang=lang)
        case = load(own.TEMPLATE)
        session = Session.create(case, [Seat("Ane", ()), Seat("Bo", ())], 1, folder)
        self.game = Game(self.app, case, session)
        self.app.push(TableScreen(lay(self.game)))
        self.look()


def test_a_question_is_answered_with_a_card(tmp_path: Path) -> None:
    table = Playing(tmp_path)
    t = words("da")
    assert t("Answer a question with a card of your own: press it.") in table.texts
    asked = prompts_now(table.game)[0].text.read("da")
    table.click("prompt:idea")
    assert asked in table.texts.replace("\n", " "), "the question stays in sight"
    table.assert_readable()
    table.type('Ét "klart" brev \\ æøå')
    for choice in ("track", "kind", "estimate"):
        table.tab_to(choice)
        table.key(pygame.K_RIGHT)
    table.tab_to("yes")
    table.key(ENTER)
    (idea,) = table.game.state.ideas
    assert idea.name == 'Ét "klart" brev \\ æøå'


def test_a_benefit_may_claim_as_much_as_the_group_believes(tmp_path: Path) -> None:
    table = Playing(tmp_path)
    table.game.do(act.WriteIdea(0, "Ét brev", "citizen", "communication", 6))
    table.look()
    table.click("prompt:benefit")
    table.type("Færre opkald")
    table.tab_to("track")
    table.key(pygame.K_RIGHT, pygame.K_RIGHT)  # the idea has one on the first
    table.tab_to("estimate")
    table.key(*[pygame.K_RIGHT] * 6)
    table.tab_to("yes")
    table.key(ENTER)
    claims = dict(table.game.state.ideas[0].claims())
    assert [b.estimate for b in claims.values()] == [6, 6]


def test_a_risk_of_an_own_idea_is_told_to_be_an_estimate(tmp_path: Path) -> None:
    table = Playing(tmp_path, "en")
    table.game.do(act.WriteIdea(0, "One letter", "citizen", "communication", 3))
    table.look()
    table.click("prompt:risk")
    said = squeezed(table.texts)
    assert squeezed("If the idea has a true risk on that track, you have found it.") in said
    assert squeezed("How severe and how likely it is, is your own estimate") in said
