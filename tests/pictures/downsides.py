"""Downsides at the table, and the answer to a tested claim."""

from __future__ import annotations

from game.engine import TRACKS, Idea, State, Track
from game.engine import actions as act
from game.engine.lookups import is_disproved
from game.table.play.dialogs.amends import AmendsDialog
from game.table.play.dialogs.answer import AnswerDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.drafts import CardDraft, DraftHolder
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests import staging
from tests.onward import onward
from tests.pictures.studio import Studio, look
from tests.staged_checks import CLOSING, ELDERLY, RIDE, WALK, Harmful
from tests.staging import decide


def free(game: Game) -> tuple[Idea, Track]:
    """An idea with room for a downside, and the track."""
    for idea in game.state.ideas:
        for track in TRACKS:
            downside = act.NameDownside(game.state.turn, idea.id, track, 1)
            if idea.benefit(track) is None and not game.why_not(downside):
                return idea, track
    raise LookupError("no room for a downside")


def spoken(game: Game) -> list[tuple[str, Track]]:
    """Three downsides are named, and one of them made up for; which."""
    session, named = game.session, []
    decide(session, act.Correct("capacity", 9, "So that nothing is lacking"))
    for size, name, bearer in ((3, WALK, ELDERLY), (1, "", ""), (2, "", "Hotlinen")):
        _turn(game)
        idea, track = free(game)
        downside = act.NameDownside(game.state.turn, idea.id, track, size, name, bearer)
        decide(session, downside)
        named.append((idea.id, track))
    _turn(game)
    decide(session, act.MakeAmends(game.state.turn, *named[0], RIDE))
    _turn(game)
    return named


def _turn(game: Game) -> None:
    while game.state.step != "turn" or game.state.actions < 2:
        decide(game.session, onward(game.state))


@look("13b-table-downsides", TableScreen)
def _table(studio: Studio) -> None:
    spoken(studio.middle())
    studio.app.top.refresh()


@look("13c-table-pointing-downside", TableScreen)
def _pointing(studio: Studio) -> None:
    idea, track = spoken(studio.middle())[0]
    studio.app.top.refresh()
    studio.point(f"benefit:{idea}:{track}")


@look("21c-sheet-downside", IdeaSheet)
def _sheet(studio: Studio) -> None:
    game = studio.middle()
    idea, track = spoken(game)[0]
    studio.app.push(IdeaSheet(game, idea, f"benefit:{idea}:{track}"))


@look("21d-sheet-harm-where-good-was-promised", IdeaSheet)
def _harm(studio: Studio) -> None:
    """Reality has opened a harm on a track where somebody had promised the opposite."""
    harmful = Harmful(studio.folder)
    harmful.turn()
    harmful.do(act.WriteBenefit(harmful.seat, "Kortere kø ved døren", "citizen", CLOSING, 3))
    while harmful.session.state.effect(harmful.idea, "citizen") is None:
        harmful.do(onward(harmful.session.state))
    harmful.turn()
    studio.app.push(IdeaSheet(studio.sit_down(harmful.session), CLOSING))


@look("23b-revise-downside", EstimateDialog)
def _revise(studio: Studio) -> None:
    game = studio.middle()
    id, track = spoken(game)[1]
    studio.app.push(EstimateDialog.for_revising(game, game.state.require_idea(id), track))


@look("29c-downside", WriteDialog)
def _downside(studio: Studio) -> None:
    game = studio.middle()
    idea, track = free(game)
    draft = CardDraft("downside", WALK, track=track, idea=idea.id, bearer=ELDERLY)
    studio.app.push(WriteDialog(game, DraftHolder(draft)))


@look("29c-downside-for-a-benefit", WriteDialog)
def _instead(studio: Studio) -> None:
    game = studio.middle()
    idea = next(idea for idea in game.state.ideas if not idea.locked)
    draft = CardDraft("downside", track=idea.card.track, idea=idea.id)
    studio.app.push(WriteDialog(game, DraftHolder(draft)))


@look("29d-amends", AmendsDialog)
def _amends(studio: Studio) -> None:
    game = studio.middle()
    id, track = spoken(game)[2]
    studio.app.push(AmendsDialog(game, game.state.require_idea(id), track))


@look("58b-answer-awaited", TableScreen)
def _awaited(studio: Studio) -> None:
    studio.play(4, lambda s: s.step == "answer")


@look("58d-answer-nothing", AnswerDialog)
def _nothing(studio: Studio) -> None:
    """The truth is nothing or less: 0 takes the claim off the table."""
    session = staging.begin(studio.folder, 4, 3)
    game = studio.sit_down(staging.play(session, staging.by("rush"), _is_nothing))
    studio.app.push(AnswerDialog(game))


def _is_nothing(s: State) -> bool:
    return s.tested is not None and is_disproved(s, s.require_idea(s.tested[0]), s.tested[1])


@look("58c-answer", AnswerDialog)
def _answer(studio: Studio) -> None:
    studio.app.push(AnswerDialog(studio.play(4, lambda s: s.step == "answer")))
