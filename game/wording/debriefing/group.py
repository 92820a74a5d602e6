"""Words for moments about the whole group: trust, pauses, the verdict."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief import moments as mo
from game.engine.events import Why
from game.i18n import mark
from game.wording import names
from game.wording.debriefing.teller import Teller, Told

_WHYS: Mapping[Why, str] = {
    "word_broken": mark("a promise was far from kept"),
    "unbalanced": mark("the group leaned too far to one side"),
    "below_zero": mark("a track was below zero"),
    "event": mark("an event"),
    "correction": mark("a correction"),
}
_QUESTIONS: Mapping[Why, str] = {
    "unbalanced": mark(
        "How did you share out steering and freedom before the trust fell to {left}?"
    ),
    "below_zero": mark(
        "What did those who were worse off hear from you before trust fell to {left}?"
    ),
    "event": mark("What would have had to be in place before this event, so that trust held?"),
}


def trust_lost(say: Teller, m: mo.TrustLost) -> Told:
    """The largest fall of trust."""
    whys = say.t.listed([say.t(_WHYS[why]) for why in m.whys if why in _WHYS])
    text = say.t("Trust fell by {by} to {left}", by=m.by, left=m.left)
    return Told(
        say.t("The largest fall of trust"),
        f"{text}: {whys}." if whys else f"{text}.",
        _trust_question(say, m),
    )


def _trust_question(say: Teller, m: mo.TrustLost) -> str:
    if m.ideas:
        return say.t(
            "Who would have liked to hear sooner that {idea} would not give what was promised?",
            idea=say.idea(m.ideas[0]),
        )
    question = next((_QUESTIONS[why] for why in m.whys if why in _QUESTIONS), None)
    if question is not None:
        return say.t(question, left=m.left)
    return say.t("What would have kept trust above {left} here?", left=m.left)


def project_paused(say: Teller, m: mo.ProjectPaused) -> Told:
    """Trust was gone."""
    question = say.t("What did you need to say to each other in round {n}?", n=max(1, m.round - 1))
    if m.stopped:
        return Told(
            say.t("The project is stopped"),
            say.t("Trust was gone for the second time, in round {n}.", n=m.round),
            question,
        )
    return Told(
        say.t("The project pauses"),
        say.t("Trust was gone. Nothing could be implemented in round {n}.", n=m.round),
        question,
    )


def verdict_decided(say: Teller, m: mo.VerdictDecided) -> Told:
    """From here on the verdict stood."""
    before, after = names.verdict(say.t, m.before), names.verdict(say.t, m.verdict)
    text = say.t("From “{before}” to “{after}”.", before=before, after=after)
    if m.tracks:
        crossed = say.t("Crossed its goal here: {tracks}.", tracks=say.tracks(m.tracks))
        text = f"{text} {crossed}"
    if not m.ideas:
        return Told(
            say.t("Here the result was decided"),
            text,
            say.t("How did you notice at the time that “{after}” was decided here?", after=after),
        )
    idea, round_ = m.ideas[0]
    realised = say.t("Realised: {ideas}.", ideas=say.ideas(idea for idea, _ in m.ideas))
    return Told(
        say.t("Here the result was decided"),
        f"{text} {realised}",
        say.t(
            "When you implemented {idea} in round {n}: how clear was it what hung on it?",
            idea=say.idea(idea),
            n=round_,
        ),
    )
