"""Which action dropping a card would take, and why it may be refused."""

from __future__ import annotations

from game.engine import Action, Idea, Track
from game.engine import actions as act
from game.gui.widgets.drag import Answer
from game.table.parts.game_view import GameView
from game.views.hand import HandCard
from game.wording import terms
from game.wording.case_names import AMONG_OTHERS

_NAMED = 2
"""So many ideas are named in a line at most."""


def on_track(game: GameView, held: HandCard, track: Track) -> Answer:
    """Whether a card may be dropped on a track: on its own; of what is put on an idea one asks."""
    t = game.t
    if held.deck != "ideas":
        return _beside_ideas(game, held, track)
    main = game.state.setup.by_id.ideas[held.card].track
    if main != track:
        return t("This idea belongs on {track}.", track=terms.track(t, main))
    return game.why_not(act.PlaceIdea(game.state.turn, held.card, 1)) or True


def _beside_ideas(game: GameView, held: HandCard, track: Track) -> Answer:
    """Whether a benefit or a risk may be dropped on a track: where an idea can take it."""
    t, own = game.t, track_of(game, held)
    if not game.state.ideas:
        return t("Place an idea first: this card is put on an idea.")
    if not takers(game, held):
        return _nowhere(game, held)
    if track != own:
        return t(
            "It belongs on {track}: put it there, or on an idea that is lit.",
            track=terms.track(t, own),
        )
    return True


def _nowhere(game: GameView, held: HandCard) -> str:
    """Why no idea can take a card now: the reason of the one idea there is, or of them all."""
    if awaits_ideas(game, held):
        return game.t("No idea that it may hit is on the table yet.")
    told = {on_idea(game, held, idea.id) for idea in game.state.ideas}
    return str(told.pop()) if len(told) == 1 else game.t("No idea can take it now.")


def awaits_ideas(game: GameView, held: HandCard) -> bool:
    """Whether a card is a risk of ideas none of which is on the table."""
    s = game.state
    about = s.setup.by_id.risks[held.card].about if held.deck == "risks" else ()
    return bool(about) and not any(s.idea(id) for id in about)


def _awaited(game: GameView, held: HandCard) -> str:
    """The ideas that a risk may hit, by name; of many only how many they are."""
    t, about = game.t, game.state.setup.by_id.risks[held.card].about
    if len(about) > _NAMED:
        return t.plural("{n} idea", "{n} ideas", len(about))
    names = game.names
    return t.listed([names.quoted(names.idea_card(id), AMONG_OTHERS) for id in about])


def takers(game: GameView, held: HandCard) -> list[Idea]:
    """The ideas that a benefit or a risk can be put on."""
    return [idea for idea in game.state.ideas if on_idea(game, held, idea.id) is True]


def on_idea(game: GameView, held: HandCard, idea: str) -> Answer:
    """Whether a card may be dropped on an idea; an idea card goes to the track below it."""
    if held.deck == "ideas":
        return None
    return game.why_not(placing(game, held, idea, 1)) or True


def placing(game: GameView, held: HandCard, idea: str, estimate: int) -> Action:
    """The action of dropping a card on an idea (an idea card: on its track)."""
    seat = game.state.turn
    if held.deck == "benefits":
        return act.PlaceBenefit(seat, held.card, idea, estimate)
    if held.deck == "claim":
        return act.Claim(seat, idea, estimate)
    if held.deck == "risks":
        return act.PlaceRisk(seat, held.card, idea)
    return act.PlaceIdea(seat, held.card, estimate)


def track_of(game: GameView, held: HandCard) -> Track:
    """The track that a card belongs to."""
    cards = game.state.setup.by_id
    if held.deck == "ideas":
        return cards.ideas[held.card].track
    if held.deck == "risks":
        return cards.risks[held.card].track
    if held.deck == "benefits":
        return cards.benefits[held.card].track
    return game.state.free_claim or "citizen"


def while_carried(game: GameView, name: str) -> str:
    """What is said of a card that is carried: where it may lie."""
    return game.t("In your hand: {name}. Put it where it lights up; Esc puts it back.", name=name)


def while_stuck(game: GameView, held: HandCard, name: str) -> str:
    """What is said of a card that is carried and may lie nowhere now."""
    t = game.t
    if awaits_ideas(game, held):
        return t(
            "In your hand: {name}. Not on the table yet: {ideas}. Esc puts it back.",
            name=name,
            ideas=_awaited(game, held),
        )
    if held.deck != "ideas" and game.state.ideas and not takers(game, held):
        why = _nowhere(game, held)
        return t("In your hand: {name}. {why} Esc puts it back.", name=name, why=why)
    return t("In your hand: {name}. It can lie nowhere now; Esc puts it back.", name=name)
