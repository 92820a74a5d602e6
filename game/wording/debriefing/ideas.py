"""Words for moments about ideas."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debriefing.teller import Teller, Told


def untried_stumbled(say: Teller, m: mo.UntriedStumbled) -> Told:
    """An idea that was carried out untried, and stumbled."""
    idea = say.idea(m.idea)
    lost = (
        say.t("It stumbled and lost {points}.", points=say.points(m.lost))
        if m.lost
        else say.t("It stumbled, but there was nothing to lose.")
    )
    untried = say.t("{idea} was implemented without a trial.", idea=idea)
    return Told(
        say.t("Implemented untried, and it stumbled"),
        f"{untried} {lost}",
        say.t(
            "What is the smallest trial of {idea} that would have taught you something?", idea=idea
        ),
    )


def trial_changed_minds(say: Teller, m: mo.TrialChangedMinds) -> Told:
    """A trial after which the group thought otherwise."""
    idea = say.idea(m.idea)
    changes = [
        say.t(
            "{track} from {before} to {after}",
            track=say.track(benefit.track),
            before=before,
            after=after,
        )
        for benefit, before, after in m.revised
    ]
    if m.shelved:
        changes.append(say.t("and it was shelved") if changes else say.t("it was shelved"))
    trial = say.t("{idea} ({trial})", idea=idea, trial=m.trial) if m.trial else idea
    return Told(
        say.t("A trial changed minds"),
        say.t("After the trial of {trial}: {changes}.", trial=trial, changes=", ".join(changes)),
        say.t("What did the trial of {idea} show you that no discussion had shown?", idea=idea),
    )


def track_harmed(say: Teller, m: mo.TrackHarmed) -> Told:
    """Good for one track, hard on another."""
    idea, gained, harmed = say.idea(m.idea), say.track(m.gained), say.track(m.harmed)
    text = say.t(
        "{idea} gave {gain} on {gained} and took {loss} from {harmed}.",
        idea=idea,
        gain=say.points(m.gain),
        gained=gained,
        loss=say.points(m.loss),
        harmed=harmed,
    )
    if not m.claimed:
        text += " " + say.t("Nobody had spoken of that beforehand.")
    return Told(
        say.t("Good for {gained}, hard on {harmed}", gained=gained, harmed=harmed),
        text,
        say.t(
            "Who pays on {harmed} for what {idea} gives, and who talks with them about it?",
            harmed=harmed,
            idea=idea,
        ),
    )
