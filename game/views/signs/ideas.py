"""What the signs on an idea mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine import SPECS
from game.engine import actions as act
from game.engine.limits import ESTIMATES, MATURITY_HIGH
from game.engine.lookups import check_round
from game.i18n import mark
from game.views.faces import IdeaFace
from game.views.signs.card import Card, Signs, letter
from game.wording import figures, terms


def _idea(card: Card[IdeaFace]) -> str:
    t, face = card.t, card.face
    track = card.track(face.track)
    if not face.letter:
        return t(
            "An idea for {track}. Placing it takes {price}; then you say how much it gives there, "
            "{low} to {high} points.",
            track=track,
            price=card.price(act.PlaceIdea),
            low=ESTIMATES[0],
            high=ESTIMATES[-1],
        )
    if face.stamp in _OUT_OF_HAND:
        return t(
            "{idea} on {track}. {now}",
            idea=card.idea,
            track=track,
            now=_OUT_OF_HAND[face.stamp](card),
        )
    if not card.playing:
        return t("{idea} on {track}.", idea=card.idea, track=track)
    return t(_TO_BE_DONE[_choices(card)], idea=card.idea, track=track)


_TO_BE_DONE: Mapping[tuple[bool, bool], str] = {
    (False, False): mark("{idea} on {track}. Press it to try it small."),
    (True, False): mark("{idea} on {track}. Press it to try it small or to implement it."),
    (False, True): mark("{idea} on {track}. Press it to try it small or to shelve it."),
    (True, True): mark(
        "{idea} on {track}. Press it to try it small, to implement it or to shelve it."
    ),
}
"""What is said of an idea that is open, by whether it may be implemented, and shelved."""


def _choices(card: Card[IdeaFace]) -> tuple[bool, bool]:
    """Whether this phase is one to implement the idea in, and one to shelve it in."""
    face, small = card.face, card.state.setup.rules.small_cost
    ready = card.begun(act.Implement) or face.stamp == "proven" or face.cost <= small
    return ready, card.begun(act.Shelve)


def _kind(card: Card[IdeaFace]) -> str:
    return card.t(
        "{kind}: the kind of idea. An event may hit all ideas of one kind, and some roles want "
        "several kinds realised.",
        kind=terms.kind(card.t, card.face.kind),
    )


def _home_track(card: Card[IdeaFace]) -> str:
    return card.t(
        "{track}: the track of this idea. It lies there, and its first benefit counts there.",
        track=card.track(card.face.track),
    )


def _cost(card: Card[IdeaFace]) -> str:
    t, cost = card.t, card.face.cost
    if card.face.stamp in ("implemented", "realised"):
        return t.plural(
            "Implementing this idea took {n} capacity.",
            "Implementing this idea took {n} capacity.",
            cost,
        )
    taken = SPECS[act.Implement].price.actions
    return t.plural(
        "To implement this idea takes {actions} and {n} capacity; the group has {capacity}.",
        "To implement this idea takes {actions} and {n} capacity; the group has {capacity}.",
        cost,
        actions=t.plural("{n} action", "{n} actions", taken),
        capacity=card.state.capacity,
    )


def _maturity(card: Card[IdeaFace]) -> str:
    t, n = card.t, card.face.maturity
    if card.face.stamp == "proven":
        return t(
            "Maturity {n} of {most}: it is proven, so no die is thrown for it any more.",
            n=n,
            most=MATURITY_HIGH,
        )
    if n >= MATURITY_HIGH:
        return t(
            "Maturity {n} of {most}: a trial always works, and the idea does not stumble.",
            n=n,
            most=MATURITY_HIGH,
        )
    return t(
        "Maturity {n} of {most}: a trial works, and the idea does not stumble, if a six-sided die "
        "shows {n} or less.",
        n=n,
        most=MATURITY_HIGH,
    )


def _delay(card: Card[IdeaFace]) -> str:
    return card.t.plural(
        "It takes time: it meets reality {n} round after the one in which it is implemented.",
        "It takes time: it meets reality {n} rounds after the one in which it is implemented.",
        card.face.delay,
    )


def _promise(card: Card[IdeaFace]) -> str:
    t, n = card.t, dict(card.face.promise).get(card.on, 0)
    track = card.track(card.on)
    if n < 0:
        return t.plural(
            "{n} arrow down: the card warns of harm on {track}. How much it truly is, a trial or "
            "reality tells.",
            "{n} arrows down: the card warns of harm on {track}. How much it truly is, a trial or "
            "reality tells.",
            -n,
            track=track,
        )
    return t.plural(
        "{n} arrow up: the card promises good on {track}. How much it truly is, a trial or "
        "reality tells.",
        "{n} arrows up: the card promises good on {track}. How much it truly is, a trial or "
        "reality tells.",
        n,
        track=track,
    )


def _effect(card: Card[IdeaFace]) -> str:
    t, n = card.t, dict(card.face.effects).get(card.on, 0)
    track = card.track(card.on)
    if n > 0:
        return t(
            "Known: {n} on {track} is what it truly gives. It is harvested only if you claim it "
            "there.",
            n=figures.signed(t, n),
            track=track,
        )
    if n < 0:
        taken = figures.signed(t, n)
        return t.plural(
            "Known: {taken} on {track} is what it truly takes. If nobody names it, it is {n} "
            "point more.",
            "Known: {taken} on {track} is what it truly takes. If nobody names it, it is {n} "
            "points more.",
            card.state.setup.rules.unspoken,
            taken=taken,
            track=track,
        )
    return t("Known: on {track} it truly gives nothing.", track=track)


def _on_trial(card: Card[IdeaFace]) -> str:
    return card.t(
        "On trial ({due}): then you hear the answer, and a six-sided die says if it works.",
        due=card.face.due,
    )


def _implemented(card: Card[IdeaFace]) -> str:
    idea = card.of
    if idea is not None and check_round(card.state, idea) > idea.due:
        return card.t(
            "Implemented: it meets reality ({due}). It has to wait: {most} ideas at a time at "
            "most, those that were implemented first.",
            due=card.face.due,
            most=card.state.setup.rules.check_ideas,
        )
    if card.too_soon:
        return card.t(
            "Implemented: it meets reality ({due}), before benefits can be anchored and risks "
            "mitigated.",
            due=card.face.due,
        )
    if card.state.phase == "ideas":
        return card.t(
            "Implemented: it meets reality ({due}). Benefits are anchored and risks mitigated from "
            "the next phase on.",
            due=card.face.due,
        )
    return card.t(
        "Implemented: it meets reality ({due}). Until then you can anchor its benefits and "
        "mitigate its risks.",
        due=card.face.due,
    )


def _realised(card: Card[IdeaFace]) -> str:
    return card.t("Realised: reality has shown what this idea truly gives.")


_OUT_OF_HAND: Mapping[str, Callable[[Card[IdeaFace]], str]] = {
    "on_trial": _on_trial,
    "implemented": _implemented,
    "realised": _realised,
}
"""What is said of an idea that can be neither tried nor implemented nor shelved any more."""


def _idea_stamp(card: Card[IdeaFace]) -> str:
    t, stamp = card.t, card.face.stamp
    if stamp in _OUT_OF_HAND:
        return _OUT_OF_HAND[stamp](card)
    if stamp == "proven":
        return t(
            "Proven: its trial worked. It can be implemented in every phase, and no longer "
            "stumbles."
        )
    if stamp == "shelved":
        return t("Shelved: the idea is out of the game, with all that was linked to it.")
    return _idea(card)


def _trial(card: Card[IdeaFace]) -> str:
    return card.t(
        "What its trial asks. The answer comes when the next round opens, whatever the die shows."
    )


IDEA: Signs[IdeaFace] = {
    "type": _idea,
    "kind": _kind,
    "track": _home_track,
    "cost": _cost,
    "maturity": _maturity,
    "delay": _delay,
    "promise": _promise,
    "effect": _effect,
    "letter": letter,
    "stamp": _idea_stamp,
    "trial": _trial,
}
