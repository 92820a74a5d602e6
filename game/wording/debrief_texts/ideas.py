"""Texts of moments about ideas."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription
from game.wording.debrief_texts.mentions import harm_mentioned


def untried_stumbled(fmt: DebriefFormatter, m: mo.UntriedStumbled) -> MomentDescription:
    """An idea that was implemented untried and stumbled."""
    idea = fmt.idea(m.idea)
    lost = (
        fmt.t("It stumbled, and that cost {points}.", points=fmt.points(m.lost))
        if m.lost
        else fmt.t("It stumbled, but that took nothing.")
    )
    untried = fmt.t("{idea} was implemented without a trial.", idea=idea)
    return MomentDescription(
        fmt.t("Implemented untried, and it stumbled"),
        f"{untried} {lost}",
        fmt.t(
            "What is the smallest trial of {idea} that would have taught you something?", idea=idea
        ),
    )


def trial_changed_minds(fmt: DebriefFormatter, m: mo.TrialChangedMinds) -> MomentDescription:
    """A trial after which the group changed its estimates."""
    idea = fmt.idea(m.idea)
    changes = [
        fmt.t(
            "“{benefit}” ({track}) from {before} to {after}",
            benefit=fmt.benefit_name(benefit),
            track=fmt.track(benefit.track),
            before=before,
            after=fmt.points(after),
        )
        for benefit, before, after in m.revised
    ]
    if m.shelved:
        changes.append(fmt.t("and it was shelved") if changes else fmt.t("it was shelved"))
    trial = fmt.t("{idea} ({trial})", idea=idea, trial=m.trial) if m.trial else idea
    return MomentDescription(
        fmt.t("After a trial you changed something"),
        fmt.t("After the trial of {trial}: {changes}.", trial=trial, changes=", ".join(changes)),
        fmt.t(
            "What did you know after the trial of {idea} that you had not known before?", idea=idea
        ),
    )


def track_harmed(fmt: DebriefFormatter, m: mo.TrackHarmed) -> MomentDescription:
    """An idea that gained points on one track and lost some on another."""
    idea, gained, harmed = fmt.idea(m.idea), fmt.track(m.gained), fmt.track(m.harmed)
    said = [
        fmt.t(
            "{idea} gave {gain} on {gained} and took {loss} from {harmed}.",
            idea=idea,
            gain=fmt.points(m.gain),
            gained=gained,
            loss=fmt.points(m.loss),
            harmed=harmed,
        ),
        harm_mentioned(fmt.t, m.mention, m.since),
        fmt.t("It was not named as a downside.") if m.could_be_named else "",
    ]
    return MomentDescription(
        fmt.t("Good for {gained}, hard on {harmed}", gained=gained, harmed=harmed),
        " ".join(filter(None, said)),
        fmt.t(
            "Who pays on {harmed} for what {idea} gives, and who talks with them about it?",
            harmed=harmed,
            idea=idea,
        ),
    )


def harm_foreseen(fmt: DebriefFormatter, m: mo.HarmForeseen) -> MomentDescription:
    """A harm that came and had been named beforehand."""
    idea, track = fmt.idea(m.benefit.idea), fmt.track(m.benefit.track)
    text = fmt.t(
        "{idea} truly costs {loss} on {track}, and that had been said beforehand. "
        "Said by: {person}.",
        idea=idea,
        loss=fmt.points(m.loss),
        track=track,
        person=fmt.person(m.person),
    )
    if m.bearer:
        text += " " + fmt.t("Who bears it: {bearer}.", bearer=fmt.written(m.bearer))
    if m.left < m.loss:
        text += " " + fmt.t("It was made up for, and came to {points}.", points=fmt.points(m.left))
    return MomentDescription(
        fmt.t("A harm that had been spoken of"),
        text,
        fmt.t(
            "What made it possible to say aloud what {idea} costs on {track}?",
            idea=idea,
            track=track,
        ),
    )


def harm_known(fmt: DebriefFormatter, m: mo.HarmKnown) -> MomentDescription:
    """An idea implemented although its harm lay open."""
    idea, track = fmt.idea(m.idea), fmt.track(m.track)
    text = fmt.t(
        "{idea} was implemented. Since round {n} everybody could see that it takes {loss} "
        "from {track}, and nothing made up for it.",
        idea=idea,
        loss=fmt.points(m.loss),
        track=track,
        n=m.since,
    )
    if m.named:
        text += " " + fmt.t("It was named as a downside.")
    return MomentDescription(
        fmt.t("Known, and done all the same"),
        text,
        fmt.t(
            "What made {idea} worth its price on {track}, and who told those who pay it?",
            idea=idea,
            track=track,
        ),
    )


def claim_against_known(fmt: DebriefFormatter, m: mo.ClaimAgainstKnown) -> MomentDescription:
    """A number that was locked far above the truth that lay open."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("A number that stood although the truth was known"),
        fmt.t(
            "{benefit} stood at {claimed} when its idea was implemented. Since round {n} "
            "everybody could see that it truly gives {effect}.",
            benefit=benefit,
            claimed=fmt.points(m.estimate),
            effect=fmt.points(m.effect),
            n=m.since,
        ),
        fmt.t("Where does a number of yours stand although you know better?"),
    )
