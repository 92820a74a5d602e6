"""An idea and its dialogs."""

from __future__ import annotations

from game.engine import TRACKS, Idea, Risk, State, Track, check
from game.engine import actions as act
from game.engine.lookups import is_at_home
from game.table.parts.picture_picker import PicturePicker
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.table.play.dialogs.range import RangeDialog
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.wording import terms
from tests.pictures.studio import Studio, look, nothing, turn


def _busy(game: Game) -> Idea:
    """The idea on the table with most to show that is not yet implemented."""
    open_ = [i for i in game.state.ideas if not i.locked]
    return max(open_, key=lambda i: 2 * len(i.risks) + len(list(i.claims())))


def _can_strike(game: Game) -> tuple[Idea, Risk]:
    """A risk that mitigating helps against, and its idea."""
    state = game.state
    risks = ((i, risk) for i in state.ideas if not i.locked for risk in i.risks)
    return max(risks, key=lambda pair: state.limit(pair[1]))


def claim(game: Game, *, owned: bool) -> tuple[Idea, Track]:
    """A benefit that is claimed, with an owner or without one."""
    for idea in game.state.ideas:
        for track, b in idea.claims():
            if (b.owner is not None) == owned and not idea.locked and not b.downside:
                return idea, track
    raise LookupError("no such benefit on the table")


@look("20-sheet", IdeaSheet)
def _sheet(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(IdeaSheet(game, _busy(game).id))


@look("21-sheet-realised", IdeaSheet)
def _sheet_realised(studio: Studio) -> None:
    game = studio.late()
    idea = next(i for i in game.state.ideas if i.status == "realised" and i.risks)
    studio.app.push(IdeaSheet(game, idea.id))


def on_trial(game: Game) -> Idea:
    """An idea of which a trial has just been set up, on its main track."""
    seat = game.state.turn
    for idea in game.state.ideas:
        about = idea.card.track
        words = "En skranke om tirsdagen", "Vi tæller, hvem der kommer igen"
        trial = act.Trial(seat, idea.id, about, *words)
        if check(game.state, trial) is None:
            game.do(trial)
            return game.state.require_idea(idea.id)
    raise LookupError("no idea on the table may be tried")


def _something_to_try(studio: Studio) -> Game:
    """Concretisation, when there are ideas that nobody has tried yet."""
    return studio.play(4, lambda s: turn(3)(s) and any(_may_be_tried(s, i) for i in s.ideas))


def _may_be_tried(s: State, idea: Idea) -> bool:
    return check(s, act.Trial(s.turn, idea.id, idea.card.track)) is None


@look("21a-sheet-on-trial", IdeaSheet)
def _sheet_on_trial(studio: Studio) -> None:
    game = _something_to_try(studio)
    studio.app.push(IdeaSheet(game, on_trial(game).id))


@look("21b-table-on-trial", TableScreen)
def _table_on_trial(studio: Studio) -> None:
    idea = on_trial(_something_to_try(studio))
    studio.app.top.refresh()
    studio.point(f"idea:{idea.id}")


@look("22-estimate", EstimateDialog)
def _estimate(studio: Studio) -> None:
    game = studio.early()
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.app.push(EstimateDialog.for_placing(game, card, track, nothing))


@look("22a-estimate-pointed", EstimateDialog)
def _estimate_pointed(studio: Studio) -> None:
    game = studio.middle()
    idea = next(i for i in game.state.ideas if not i.locked)
    track = next(track for track in TRACKS if idea.benefit(track) is None)
    studio.app.push(EstimateDialog.for_placing(game, idea.id, track, nothing))
    studio.point("estimate:2")


@look("23-revise", EstimateDialog)
def _revise(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(EstimateDialog.for_revising(game, *claim(game, owned=False)))


@look("23-range", RangeDialog)
def _range(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(RangeDialog(game, *claim(game, owned=False)))


@look("24-anchor", AnchorDialog)
def _anchor(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(AnchorDialog(game, *claim(game, owned=False)))


@look("25-anchor-eight-seats", AnchorDialog)
def _anchor_eight(studio: Studio) -> None:
    game = studio.play(8, turn(4))
    studio.app.push(AnchorDialog(game, *claim(game, owned=False)))


@look("25b-anchor-away", AnchorDialog)
def _anchor_away(studio: Studio) -> None:
    """Somebody is chosen who is not at home on the track."""
    game = studio.middle()
    idea, track = claim(game, owned=False)
    dialog = AnchorDialog(game, idea, track)
    seats = range(len(game.state.seats))
    dialog.owner = next(n for n in seats if not is_at_home(game.state, n, track))
    studio.app.push(dialog)


@look("26-hand-over", HandOverDialog)
def _hand_over(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(HandOverDialog(game, *claim(game, owned=True)))


@look("27-trial", TrialDialog)
def _trial(studio: Studio) -> None:
    game = _something_to_try(studio)
    open_ = (i for i in game.state.ideas if _may_be_tried(game.state, i))
    idea = min(open_, key=lambda i: i.maturity)
    studio.app.push(TrialDialog(game, idea))
    studio.click(f"about:{idea.card.track}")
    studio.type("Syv borgere prøver appen")


@look("28-mitigate", MitigateDialog)
def _mitigate(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(MitigateDialog(game, *_can_strike(game)))


@look("29-write", WriteDialog)
def _write(studio: Studio) -> None:
    game = studio.middle()
    studio.app.push(WriteDialog(game, studio.services.drafts))


@look("29-write-picture", PicturePicker)
def _picture(studio: Studio) -> None:
    game = studio.early()
    studio.services.drafts.begun().name = "En bænk i solen ved rådhuset"
    studio.app.push(WriteDialog(game, studio.services.drafts))
    studio.click("picture")


@look("29b-pick-idea", PickIdeaDialog)
def _pick_idea(studio: Studio) -> None:
    game = studio.middle()
    ability = game.state.roles_of(game.state.turn)[0].ability
    studio.app.push(
        PickIdeaDialog(
            game,
            game.t("Which idea? {card}", card=terms.ability(game.t, ability)),
            lambda idea: act.Trial(game.state.turn, idea.id),
        )
    )
