"""What the signs on a risk mean."""

from __future__ import annotations

from game.engine import actions as act
from game.engine.limits import LIKELIHOOD_HIGH, MITIGATIONS_OF_WRITTEN, SEVERITIES
from game.views.faces import RiskFace
from game.views.signs.card import DIE, Card, Signs, counts_on, letter


def _risk(card: Card[RiskFace]) -> str:
    t, face = card.t, card.face
    track = card.track(face.track)
    if not face.letter:
        return t(
            "A risk on {track}. Putting it on an idea takes {price}: named, it strikes less often, "
            "and can be mitigated.",
            track=track,
            price=card.price(act.PlaceRisk),
        )
    if face.stamp or not card.playing or card.too_soon:
        return t("A risk of {idea}, on {track}.", idea=card.idea, track=track)
    if not card.begun(act.Mitigate):
        return t(
            "A risk of {idea}, on {track}. It is mitigated from the next phase on.",
            idea=card.idea,
            track=track,
        )
    if not _can_be_mitigated(card):
        return t(
            "A risk of {idea}, on {track}. You have done what can be done about it.",
            idea=card.idea,
            track=track,
        )
    return t(
        "A risk of {idea}, on {track}. Press it to mitigate it, which takes {price}.",
        idea=card.idea,
        track=track,
        price=card.price(act.Mitigate),
    )


def _can_be_mitigated(card: Card[RiskFace]) -> bool:
    """Whether work on it can still make a difference."""
    if card.face.believed:
        return card.face.mitigations < MITIGATIONS_OF_WRITTEN
    return _limit(card) > 0


def _severity(card: Card[RiskFace]) -> str:
    t, face = card.t, card.face
    params = {"n": face.severity, "most": SEVERITIES[-1], "track": card.track(face.track)}
    if face.believed:
        return t(
            "You believe: severity {n} of {most}. That is how much {track} would lose if it "
            "strikes.",
            **params,
        )
    return t("Severity {n} of {most}: if it strikes, {track} loses {n}.", **params)


def _limit(card: Card[RiskFace]) -> int:
    face = card.face
    return face.likelihood - card.state.setup.rules.mitigation * face.mitigations


def _likelihood(card: Card[RiskFace]) -> str:
    t, face = card.t, card.face
    n, most = face.likelihood, LIKELIHOOD_HIGH
    if face.believed:
        return t(
            "You believe: likelihood {n} of {most}. How likely it truly is, nobody knows.",
            n=n,
            most=most,
        )
    if face.letter:
        return t("Likelihood {n} of {most}.", n=n, most=most) + " " + _strikes(card)
    return t(
        "Likelihood {n} of {most}: it strikes if a six-sided die shows {n} or less; if nobody "
        "names it, {unnamed} or less.",
        n=n,
        most=most,
        unnamed=min(DIE, n + card.state.setup.rules.unnamed),
    )


def _strikes(card: Card[RiskFace]) -> str:
    limit = _limit(card)
    if limit <= 0:
        return card.t("It cannot strike any more.")
    return card.t("It strikes if a six-sided die shows {n} or less.", n=min(DIE, limit))


def _mitigations(card: Card[RiskFace]) -> str:
    done = card.t.plural("Mitigated once.", "Mitigated {n} times.", card.face.mitigations)
    if card.face.believed:
        return done + " " + card.t("How likely it truly is, nobody knows.")
    return done + " " + _strikes(card)


def _about(card: Card[RiskFace]) -> str:
    t, about = card.t, card.face.about
    if card.face.stuck:
        return t("It can lie nowhere any more: {why}.", why=card.face.stuck)
    unseen = card.face.unseen
    known = [idea for idea in about if not idea.startswith("+") and idea not in unseen]
    if known:
        return t("It may hit {ideas}: put it on one of them.", ideas=t.listed(known))
    return t("It may hit {ideas}: not on the table yet.", ideas=t.listed(list(unseen)))


def _risk_stamp(card: Card[RiskFace]) -> str:
    t, face = card.t, card.face
    track = card.track(face.track)
    if face.stamp == "struck":
        return t(
            "{name}: it struck, and {track} lost {n}.", name=face.name, track=track, n=face.severity
        )
    if face.stamp == "false":
        return t("{name}: a false alarm, it was never true of this idea.", name=face.name)
    return t("{name}: it can strike no more.", name=face.name)


RISK: Signs[RiskFace] = {
    "type": _risk,
    "track": counts_on,
    "severity": _severity,
    "likelihood": _likelihood,
    "mitigations": _mitigations,
    "about": _about,
    "stamp": _risk_stamp,
    "letter": letter,
}
