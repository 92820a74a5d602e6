"""The table in the course of a game."""

from __future__ import annotations

from game.engine import actions as act
from game.table.play.table import TableScreen
from game.views.hand import hand_cards
from tests import staging
from tests.onward import onward
from tests.pictures.studio import Studio, look, turn


@look("10-table-early", TableScreen)
def _early(studio: Studio) -> None:
    studio.early()


@look("11-table-middle", TableScreen)
def _middle(studio: Studio) -> None:
    studio.middle()


@look("12-table-late", TableScreen)
def _late(studio: Studio) -> None:
    studio.late()


@look("13-table-fullest", TableScreen)
def _fullest(studio: Studio) -> None:
    studio.fullest()


@look("13a-table-crowded", TableScreen)
def _crowded(studio: Studio) -> None:
    """All is open yet: eight ideas, and as many benefits and risks as they can have."""
    studio.sit_down(staging.crowded(studio.folder))


@look("14-table-pointing", TableScreen)
def _pointing(studio: Studio) -> None:
    game = studio.fullest()
    idea = next(i for i in game.state.ideas if i.status != "realised" and i.risks)
    studio.point(f"idea:{idea.id}")


@look("14a-table-explained", TableScreen)
def _explained(studio: Studio) -> None:
    studio.middle()
    studio.point("about:trust")


@look("15-table-hand-card", TableScreen)
def _hand_card(studio: Studio) -> None:
    game = studio.play(1, turn(2))
    studio.sort("risks")
    studio.point(f"hand:risks:{game.state.risk_hands[0][1]}")


@look("16-table-carrying-idea", TableScreen)
def _carrying(studio: Studio) -> None:
    game = studio.early()
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.pick_up(f"hand:ideas:{card}", f"lane:{track}")


@look("17-table-refusing", TableScreen)
def _refusing(studio: Studio) -> None:
    game = studio.early()
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.pick_up(f"hand:ideas:{card}", "lane:process" if track != "process" else "lane:citizen")


@look("18-table-check-due", TableScreen)
def _check_due(studio: Studio) -> None:
    studio.play(4, lambda s: s.round == 5 and s.step == "check")


@look("19-table-round-over", TableScreen)
def _round_over(studio: Studio) -> None:
    studio.play(4, lambda s: s.round == 5 and s.step == "opening")


def _placed(studio: Studio) -> None:
    """A seat has just placed an idea."""
    game = studio.middle()
    studio.app.draw()
    card = game.state.idea_hands[game.state.turn][0]
    game.do(act.PlaceIdea(game.state.turn, card, 3))
    studio.app.top.refresh()


@look("19a-table-what-changed", TableScreen)
def _changed(studio: Studio) -> None:
    _placed(studio)


@look("19b-table-sliding", TableScreen)
def _sliding(studio: Studio) -> None:
    studio.app.animator.reduced = False
    _placed(studio)
    studio.app.draw()
    studio.app.advance(0.08)
    studio.app.animator.reduced = True


@look("19c-table-one-seat", TableScreen)
def _one_seat(studio: Studio) -> None:
    studio.play(1, turn(1))


@look("19d-table-two-seats", TableScreen)
def _two_seats(studio: Studio) -> None:
    studio.play(2, turn(3))
    studio.sort("benefits")


@look("13e-table-hand-over-each-other", TableScreen)
def _fan(studio: Studio) -> None:
    session = staging.begin(studio.folder, 2, 3)
    while session.state.round < 3 or session.state.step != "turn":
        staging.decide(session, onward(session.state))
    game = studio.sit_down(session)
    studio.look()
    studio.point(hand_cards(game.state)[1].key)
