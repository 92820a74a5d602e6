"""Texts of moments about the whole group: trust, pauses, the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from game.debrief import moments as mo
from game.engine.events import Why
from game.i18n import mark
from game.wording import terms
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

_WHYS: Mapping[Why, str] = {
    "claim_missed": mark("a claim that reality asked about was far from the truth"),
    "unspoken_harm": mark("harm came that was not named as a downside"),
    "unbalanced": mark("the group leaned too far to one side"),
    "below_zero": mark("points stood below zero"),
    "patience": mark("patience was asked for"),
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


def trust_lost(fmt: DebriefFormatter, m: mo.TrustLost) -> MomentDescription:
    """The largest fall of trust."""
    counted = Counter(why for why, _ in m.reasons)
    whys = [text for why, n in counted.items() if (text := _why(fmt, why, n))]
    text = fmt.t("Trust fell from {before} to {left}", before=m.before, left=m.left)
    text = f"{text}: {fmt.t.listed(whys)}." if whys else f"{text}."
    if m.raised:
        rose = fmt.t("At the same time something else raised it by {n}.", n=m.raised)
        text = f"{text} {rose}"
    return MomentDescription(fmt.t("The largest fall of trust"), text, _trust_question(fmt, m))


def _why(fmt: DebriefFormatter, why: Why, n: int) -> str:
    """A reason in a few words that are true however often it came; empty for others."""
    if why == "word_broken":
        return fmt.t.plural("a claim was far from kept", "{n} claims were far from kept", n)
    return fmt.t(_WHYS[why]) if why in _WHYS else ""


def _trust_question(fmt: DebriefFormatter, m: mo.TrustLost) -> str:
    about = {why: idea for why, idea in reversed(m.reasons) if idea is not None}
    if "unspoken_harm" in about:
        return fmt.t(
            "Who bears what {idea} costs, and who could have told you so?",
            idea=fmt.idea(about["unspoken_harm"]),
        )
    if about:
        return fmt.t(
            "Who would have liked to hear sooner that {idea} would not give what was promised?",
            idea=fmt.idea(next(reversed(about.values()))),
        )
    question = next((_QUESTIONS[why] for why, _ in m.reasons if why in _QUESTIONS), None)
    if question is not None:
        return fmt.t(question, left=m.left)
    return fmt.t("What would have kept trust above {left} here?", left=m.left)


def trust_slid(fmt: DebriefFormatter, m: mo.TrustSlid) -> MomentDescription:
    """Trust that fell for rounds."""
    return MomentDescription(
        fmt.t("Trust fell round after round"),
        fmt.t(
            "At the end of each of the rounds {rounds} trust was lower than a round before: "
            "from {before} to {left}.",
            rounds=fmt.rounds(m.rounds),
            before=m.before,
            left=m.left,
        ),
        fmt.t("In which of these rounds could it have been turned around, and by whom?"),
    )


def project_paused(fmt: DebriefFormatter, m: mo.ProjectPaused) -> MomentDescription:
    """The project paused or ended because trust reached zero."""
    question = fmt.t("What did you need to say to each other before trust was gone?")
    if m.stopped:
        text = fmt.t("Trust was gone for the second time, after the last round.")
        if m.round is not None:
            text = fmt.t("Trust was gone for the second time, in round {n}.", n=m.round)
        return MomentDescription(fmt.t("The project is stopped"), text, question)
    if m.round is None:
        text = fmt.t("Trust was gone, and no round came after that.")
    else:
        text = fmt.t("Trust was gone. Nothing could be implemented in round {n}.", n=m.round)
    return MomentDescription(fmt.t("The project pauses"), text, question)


def verdict_decided(fmt: DebriefFormatter, m: mo.VerdictDecided) -> MomentDescription:
    """The decision after which the verdict did not change any more."""
    before, after = terms.verdict(fmt.t, m.before), terms.verdict(fmt.t, m.verdict)
    text = fmt.t(
        "Here the result went from “{before}” to “{after}”, and there it stayed.",
        before=before,
        after=after,
    )
    if m.tracks:
        crossed = fmt.t("Crossed its goal here: {tracks}.", tracks=fmt.tracks(m.tracks))
        text = f"{text} {crossed}"
    if not m.ideas:
        return MomentDescription(
            fmt.t("Here the result was decided"),
            text,
            fmt.t("Could you tell at the time that “{after}” was decided here?", after=after),
        )
    idea, round_ = m.ideas[0]
    realised = fmt.t("Realised: {ideas}.", ideas=fmt.ideas(idea for idea, _ in m.ideas))
    return MomentDescription(
        fmt.t("Here the result was decided"),
        f"{text} {realised}",
        fmt.t(
            "When you implemented {idea} in round {n}: how clear was it what hung on it?",
            idea=fmt.idea(idea),
            n=round_,
        ),
    )
