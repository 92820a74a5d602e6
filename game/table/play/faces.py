"""From the game's state to the faces of its cards, in the table's language."""

from __future__ import annotations

from game.engine import TRACKS, Idea, IdeaCard, Risk, Track
from game.table.cards.faces import BenefitFace, IdeaFace, RiskFace, RiskStatus
from game.table.parts.game_view import GameView

_RISK_STATUS: dict[str, RiskStatus] = {"struck": "struck", "held": "missed", "false": "false"}


def initials(name: str) -> str:
    """One or two letters for a player: of two words, or the beginning of one."""
    words = name.split()
    if len(words) > 1:
        return (words[0][:1] + words[-1][:1]).upper()
    return name[:2].capitalize()


# ------------------------------------------------------------------ in the hand
def idea_card(game: GameView, card: IdeaCard) -> IdeaFace:
    """An idea that is still in a hand: its promise, and nothing of its truth."""
    text = game.case.ideas[card.id]
    return IdeaFace(
        text.name.read(game.t.lang),
        text.text.read(game.t.lang),
        card.track,
        card.kind,
        card.cost,
        card.maturity,
        card.delay,
        tuple((track, card.promise[track]) for track in TRACKS if card.promise.get(track)),
    )


def benefit_card(game: GameView, id: str) -> BenefitFace:
    """A benefit that is still in a hand."""
    text = game.case.benefits[id]
    track = game.state.setup.by_id.benefits[id].track
    return BenefitFace(text.name.read(game.t.lang), text.measure.indicator.read(game.t.lang), track)


def risk_card(game: GameView, id: str, *, opened: bool = False) -> RiskFace:
    """A risk that is still in a hand, with the ideas it may concern.

    Small it shows the letters of those on the table and how many more there are; opened large it
    has room for their names.
    """
    card, text = game.state.setup.by_id.risks[id], game.case.risks[id]
    return RiskFace(
        text.name.read(game.t.lang),
        text.text.read(game.t.lang),
        card.track,
        card.severity,
        game.state.likelihood(card),
        about=_names(game, card.about) if opened else _letters(game, card.about),
    )


def _letters(game: GameView, about: tuple[str, ...]) -> tuple[str, ...]:
    letters = [idea.letter for id in about if (idea := game.state.idea(id))]
    missing = len(about) - len(letters)
    return (*letters, f"+{missing}") if missing else tuple(letters)


def _names(game: GameView, about: tuple[str, ...]) -> tuple[str, ...]:
    said = []
    for id in about:
        name, idea = game.names.idea_card(id), game.state.idea(id)
        said.append(f"{idea.letter} {name}" if idea else name)
    return tuple(said)


# ------------------------------------------------------------------ on the table
def idea_face(game: GameView, idea: Idea) -> IdeaFace:
    """An idea on the table, with the true effects that are open."""
    card = idea.card
    effects = ((track, game.state.effect(idea, track)) for track in TRACKS)
    due = ""
    if idea.status == "implemented":
        due = game.t("round {n}", n=idea.due)
    return IdeaFace(
        game.names.idea(idea),
        game.names.idea_text(idea),
        card.track,
        card.kind,
        idea.price,
        idea.maturity,
        card.delay,
        tuple((track, card.promise[track]) for track in TRACKS if card.promise.get(track)),
        tuple(
            (track, points)
            for track, points in effects
            if points or (points is not None and idea.benefit(track) is not None)
        ),
        idea.letter,
        "" if idea.status == "proposed" else idea.status,
        due,
    )


def benefit_face(game: GameView, idea: Idea, track: Track) -> BenefitFace:
    """A claimed benefit."""
    b = idea.benefit(track)
    if b is None:
        raise LookupError(f"idea {idea.id!r} has no benefit on {track}")
    owner = "" if b.owner is None else initials(game.seat_name(b.owner))
    own = not b.name and not b.card  # every idea brings one: its name tells more than that
    return BenefitFace(
        game.names.idea(idea) if own else game.names.benefit_beside(idea, track),
        game.names.indicator(track, idea.benefit(track)),
        track,
        b.estimate,
        idea.letter,
        owner,
        b.harvested,
    )


def risk_face(game: GameView, idea: Idea, risk: Risk) -> RiskFace:
    """A named risk at its idea."""
    text = "" if risk.name else game.case.risks[risk.id].text.read(game.t.lang)
    return RiskFace(
        game.names.risk(risk),
        text,
        risk.track,
        risk.severity,
        game.state.likelihood(risk),
        risk.mitigations,
        letter=idea.letter,
        status=_RISK_STATUS[risk.outcome] if risk.outcome else "",
    )
