"""What only the modules of some cases bring to the table."""

from __future__ import annotations

from game.engine import Idea, State
from game.table.parts.economy_screen import EconomyScreen
from game.table.play.dialogs.post import PostDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests.pictures.studio import Studio, look, turn

ELDER_CARE, CITY = "aeldrepleje-besparelse", "koebenhavn-tmf"


def saving(s: State) -> list[Idea]:
    """The ideas that are to save something, and are not yet carried out."""
    return [i for i in s.ideas if not i.locked and (b := i.benefits[2]) and b.estimate > 0]


def _to_save(studio: Studio) -> tuple[Game, Idea]:
    """A game of the posts' case, and an idea in it that is to save something."""
    game = studio.play(4, lambda s: turn(2)(s) and bool(saving(s)), ELDER_CARE)
    return game, saving(game.state)[0]


@look("c0-post", PostDialog)
def _post(studio: Studio) -> None:
    studio.app.push(PostDialog(*_to_save(studio)))


@look("c0-sheet", IdeaSheet)
def _sheet(studio: Studio) -> None:
    game, idea = _to_save(studio)
    studio.app.push(IdeaSheet(game, idea.id))


@look("c1-posts", EconomyScreen)
def _posts(studio: Studio) -> None:
    game = studio.play(4, turn(5), ELDER_CARE)
    studio.app.push(EconomyScreen(game))


@look("c2-patience", TableScreen)
def _patience(studio: Studio) -> None:
    studio.play(6, turn(3), CITY)
    studio.point("patience")


@look("c3-tension", TableScreen)
def _tension(studio: Studio) -> None:
    studio.play(8, turn(4), "gentofte-inklusion")
