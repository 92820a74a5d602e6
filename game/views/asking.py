"""Questions that a facilitator can ask the group now, each with what it rests on at this moment.

They are open and blame nobody. What is said of the table is true of the state; a claim's number is
never repeated, since it would anchor the next estimate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from game.engine import INDEX, PHASES, SPECS, TRACKS, Idea, State
from game.engine import actions as act
from game.frozen import frozen
from game.wording import terms
from game.wording.case_names import CaseNames

_LITTLE_TRUST = 3


@frozen
class Asking:
    """A question to the group, and why it is asked now."""

    question: str
    because: str


def askings(names: CaseNames, state: State) -> list[Asking]:
    """The questions that suit this moment, the most pressing first; there is always one.

    A question comes again, about something else, when every other one has been asked.
    """
    if state.step != "turn":
        return [_between_turns(names, state)]
    found = [*_of_means(names, state), *_of_ideas(names, state), *_of_tracks(names, state)]
    return _varied(found) or [_of_the_rest(names)]


def _varied(found: list[Asking]) -> list[Asking]:
    """First each question once, then each a second time, and so on."""
    asked = Counter[str]()
    times = []
    for asking in found:
        times.append(asked[asking.question])
        asked[asking.question] += 1
    return [asking for _, asking in sorted(zip(times, found, strict=True), key=itemgetter(0))]


def _between_turns(names: CaseNames, state: State) -> Asking:
    """What to ask while nobody has the turn."""
    t = names.t
    asked = {
        "check": Asking(
            t("What do you expect to harvest this time, and what makes you think so?"),
            t("The reality check is next."),
        ),
        "opening": Asking(
            t("What surprised you, and what do you do differently in the next round?"),
            t("The reality check is over."),
        ),
        "answer": Asking(
            t("What do you know about it today, and from whom?"),
            t("Reality has asked about a claim."),
        ),
        "adjust": Asking(
            t("What did the trial teach you that you did not know before?"),
            t("A trial did not work."),
        ),
        "choice": Asking(
            t("Who does it hit first, and what would they choose?"),
            t("An event asks for a choice."),
        ),
        "over": Asking(
            t("What do you take home from here, and who hears of it first?"),
            t("The game is over."),
        ),
    }
    return asked[state.step]


def _of_means(names: CaseNames, state: State) -> Iterator[Asking]:
    """What is short concerns the whole group."""
    t = names.t
    if state.trust <= _LITTLE_TRUST:
        yield Asking(
            t("Who do you owe a word, and what would they need to hear?"),
            t("Trust is {n}.", n=state.trust),
        )
    if state.capacity == 0:
        yield Asking(
            t("What can wait, so that the most important thing can be done?"),
            t("There is no capacity left."),
        )


def _of_ideas(names: CaseNames, state: State) -> Iterator[Asking]:
    """What is still missing at an idea that can be changed, the longest on the table first."""
    owners = _has_begun(state, act.Anchor)
    for idea in state.ideas:
        if idea.locked:
            continue
        if owners:
            yield from _of_owners(names, idea)
        yield from _of_candour(names, idea)
        if idea.status == "proposed" and idea.trial is None:
            yield Asking(
                names.t("How could you find out in the small whether it works?"),
                names.t("{idea} has not been tried.", idea=names.idea(idea)),
            )


def _of_owners(names: CaseNames, idea: Idea) -> Iterator[Asking]:
    t = names.t
    for track, benefit in idea.claims():
        if benefit.owner is None and not benefit.downside:
            yield Asking(
                t("Who is at home there, and would answer for it?"),
                t(
                    "Nobody owns the benefit of {idea} on {track}.",
                    idea=names.idea(idea),
                    track=terms.track(t, track),
                ),
            )


def _of_candour(names: CaseNames, idea: Idea) -> Iterator[Asking]:
    t = names.t
    if not idea.risks:
        yield Asking(
            t("What could make it go wrong, and who would see it first?"),
            t("No risk is named at {idea}.", idea=names.idea(idea)),
        )
    if not any(benefit.downside for _, benefit in idea.claims()):
        yield Asking(
            t("Who gets more to do because of it, or has to wait longer?"),
            t("No downside is named at {idea}.", idea=names.idea(idea)),
        )


def _of_tracks(names: CaseNames, state: State) -> Iterator[Asking]:
    """Where nothing is claimed while the goal is still ahead."""
    t = names.t
    for track in TRACKS:
        ahead = state.points[INDEX[track]] < state.setup.goals[INDEX[track]]
        if ahead and not any(idea.benefit(track) for idea in state.ideas):
            yield Asking(
                t("What would be better there, and for whom?"),
                t("Nothing is claimed on {track}.", track=terms.track(t, track)),
            )


def _of_the_rest(names: CaseNames) -> Asking:
    t = names.t
    return Asking(
        t("What is it that you have not talked about yet?"),
        t("Nothing stands out at the ideas on the table."),
    )


def _has_begun(state: State, action: type[act.Anchor]) -> bool:
    """Whether an action can be done in this phase."""
    return PHASES.index(state.phase) >= PHASES.index(SPECS[action].first_phase)
