"""Benefits with a measure of their own, and letters that a field could not take."""

from __future__ import annotations

from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.range import RangeDialog
from game.table.play.dialogs.write import WriteDialog
from tests.pictures.studio import Studio, look, nothing


def own(studio: Studio) -> EstimateDialog:
    """The question about a benefit card, on an idea of the table."""
    game = studio.early()
    idea = game.state.ideas[0]
    free = [b for b in game.state.setup.benefits if idea.benefit(b.track) is None]
    return EstimateDialog.for_placing(game, idea.id, free[0].track, nothing, free[0].id)


@look("22b-estimate-own-measure", EstimateDialog)
def _estimate(studio: Studio) -> None:
    studio.app.push(own(studio))


@look("35b-poker-own-measure", PokerScreen)
def _poker(studio: Studio) -> None:
    studio.app.push(own(studio))
    studio.click("poker")
    studio.click("ready")


@look("23c-range-own-measure", RangeDialog)
def _range(studio: Studio) -> None:
    game = studio.middle()
    claims = [(i, t) for i in game.state.ideas for t, b in i.claims() if b.card and not b.downside]
    studio.app.push(RangeDialog(game, *claims[0]))


@look("29-write-left-out", WriteDialog)
def _left_out(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(WriteDialog(game, studio.services.drafts))
    studio.click("name")
    studio.type("Kaffe ☕ på 中国")
