"""What the signs on a benefit and on a downside mean."""

from __future__ import annotations

from game.engine import actions as act
from game.engine.limits import DOWNSIDES, ESTIMATES
from game.engine.lookups import is_at_home
from game.views.faces import BenefitFace, DownsideFace
from game.views.signs.card import Card, Signs, counts_on, letter
from game.wording import figures


def _benefit(card: Card[BenefitFace]) -> str:
    t, face = card.t, card.face
    track = card.track(face.track)
    if face.letter:
        if face.harvested is not None:
            return _benefit_harvested(card)
        return _benefit_on_the_table(card)
    price = t("no action") if face.free else card.price(act.PlaceBenefit)
    return t(
        "A benefit on {track}. Putting it on an idea takes {price}; then you say how much it "
        "gives, {low} to {high} points.",
        track=track,
        price=price,
        low=ESTIMATES[0],
        high=ESTIMATES[-1],
    )


def _benefit_on_the_table(card: Card[BenefitFace]) -> str:
    """What can still be done with it: it keeps its number once its idea is implemented."""
    t, face = card.t, card.face
    names = {"idea": card.idea, "track": card.track(face.track)}
    if face.seat is not None:
        owner = card.names.player(card.state.seats, face.seat)
        return t("A benefit of {idea}, on {track}: {name} owns it.", name=owner, **names)
    if not card.playing:
        return t("A benefit of {idea}, on {track}. Nobody owns it.", **names)
    locked = card.of is not None and card.of.locked
    if not card.begun(act.Anchor):
        if card.too_soon:
            return t(
                "A benefit of {idea}, on {track}. Its number stands now, and it meets reality "
                "before it can have an owner.",
                **names,
            )
        if locked:
            return t(
                "A benefit of {idea}, on {track}. Its number stands now; it is given an owner from "
                "the next phase on.",
                **names,
            )
        return t(
            "A benefit of {idea}, on {track}. Press it to give it another number; it is "
            "given an owner from the next phase on.",
            **names,
        )
    if locked:
        return t("A benefit of {idea}, on {track}. Press it to give it an owner.", **names)
    return t(
        "A benefit of {idea}, on {track}. Press it to give it an owner or another number.",
        **names,
    )


def _estimate(card: Card[BenefitFace]) -> str:
    t, face = card.t, card.face
    if face.estimate is None:
        return t(
            "You say how much when you place it: {low} to {high} points. Reality shows what "
            "truly comes.",
            low=ESTIMATES[0],
            high=ESTIMATES[-1],
        )
    return t(
        "You claim {points} on {track}. What truly comes shows when the idea meets reality.",
        points=figures.points(t, face.estimate),
        track=card.track(face.track),
    )


def _owner(card: Card[BenefitFace]) -> str:
    t, face = card.t, card.face
    track = card.track(face.track)
    if face.seat is None:
        return t.plural(
            "Nobody owns this benefit yet: at most {n} point of it is harvested. Anchoring gives "
            "it an owner.",
            "Nobody owns this benefit yet: at most {n} points of it are harvested. Anchoring gives "
            "it an owner.",
            card.state.setup.rules.unowned,
        )
    name = card.names.player(card.state.seats, face.seat)
    if is_at_home(card.state, face.seat, face.track):
        return t(
            "{name} owns this benefit and is at home on {track}: all of it is harvested.",
            name=name,
            track=track,
        )
    return t(
        "{name} owns this benefit, but is not at home on {track}: a point less is harvested.",
        name=name,
        track=track,
    )


def _benefit_harvested(card: Card[BenefitFace]) -> str:
    t, face = card.t, card.face
    claimed, given = face.estimate or 0, face.given or 0
    text = t(
        "{name}: {claimed} on {track} was claimed, {harvested} was harvested.",
        name=face.name,
        claimed=t.number(claimed),
        track=card.track(face.track),
        harvested=t.number(given),
    )
    said = [text, t("Following it up gave 1 of them.")] if face.followed else [text]
    idea = card.of
    if idea is not None and idea.stumbled and idea.card.track == face.track:
        stumbled = t(
            "The idea stumbled, too, which takes from {track}.", track=card.track(face.track)
        )
        said.append(stumbled)
    return " ".join(said)


BENEFIT: Signs[BenefitFace] = {
    "type": _benefit,
    "track": counts_on,
    "estimate": _estimate,
    "owner": _owner,
    "harvested": _benefit_harvested,
    "letter": letter,
}


# ------------------------------------------------------------------ downsides
def _downside(card: Card[DownsideFace]) -> str:
    return card.t(
        "A downside of {idea}: what it costs somebody on {track}. Said beforehand, it "
        "costs no trust.",
        idea=card.idea,
        track=card.track(card.face.track),
    )


def _points(card: Card[DownsideFace]) -> str:
    return card.t(
        "{n}: this is how much you believe it takes from {track} ({low} to {high} points). "
        "Reality shows what truly comes.",
        n=card.t.number(card.face.points),
        track=card.track(card.face.track),
        low=DOWNSIDES[0],
        high=DOWNSIDES[-1],
    )


def _made_up(card: Card[DownsideFace]) -> str:
    less = card.state.setup.rules.amends
    if card.face.left is not None:
        return card.t.plural(
            "Something is done for those who bear it: the harm is {n} point less. You believe that "
            "{left} is left of it.",
            "Something is done for those who bear it: the harm is {n} points less. You believe "
            "that {left} is left of it.",
            less,
            left=card.t.number(card.face.left),
        )
    return card.t.plural(
        "Nothing has been done yet for those who bear it. It takes {price}, and makes the "
        "harm {n} point smaller.",
        "Nothing has been done yet for those who bear it. It takes {price}, and makes the "
        "harm {n} points smaller.",
        less,
        price=card.price(act.MakeAmends),
    )


def _downside_harvested(card: Card[DownsideFace]) -> str:
    t, face = card.t, card.face
    return t(
        "{name}: {claimed} on {track} was named, {harvested} came of it.",
        name=face.name,
        claimed=t.number(face.points),
        track=card.track(face.track),
        harvested=t.number(face.harvested or 0),
    )


DOWNSIDE: Signs[DownsideFace] = {
    "type": _downside,
    "track": counts_on,
    "points": _points,
    "made_up": _made_up,
    "harvested": _downside_harvested,
    "letter": letter,
}
