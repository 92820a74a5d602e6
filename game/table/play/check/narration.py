"""What the facilitator can read aloud at each step of the reality check: what happened, and why.

:mod:`game.wording.event_texts.check` words the same events one at a time, each in a line that can
be read on its own. Here the idea, the die and the points are on the screen beside the text, and the
reasons matter: so each step is worded in whole sentences that cover all of its events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import TRACKS, Idea
from game.engine import events as ev
from game.engine.limits import CLAIM_HELD, TRUST_HIGH
from game.engine.lookups import stand_in
from game.i18n import Words, mark
from game.table.parts.game_view import GameView
from game.table.play.check import idea_narration
from game.table.play.check.step_facts import (
    PEOPLE,
    benefit_totals,
    downside_totals,
    totals,
    tracks_below_zero,
    waiting_ideas,
)
from game.table.play.check.steps import CheckStep, Why
from game.wording import terms
from game.wording.case_names import AMONG_OTHERS
from game.wording.event_texts import event_text
from game.wording.pauses import what_pauses


def narrate(game: GameView, step: CheckStep) -> str:
    """The sentences for a step, in the table's language."""
    return _NARRATE[step.kind](game, step)


# ------------------------------------------------------------------ the ideas that are due
def _due(game: GameView, step: CheckStep) -> str:
    t = game.t
    ideas = step.ideas
    named = _listed(game, ideas)
    follow_up = step.after.phase == "follow_up"
    if not ideas and follow_up:
        return t("No idea is under way any more. The result is what lies on the table.")
    if step.asked is not None:
        return _asks(game, step, step.asked)
    if any(isinstance(e, ev.NothingTested) for e in step.events):
        return t("No idea is due, and there is nothing left for reality to ask about.")
    if not ideas and any(idea.status == "implemented" for idea in step.after.ideas):
        return t("No idea is due in this round. What is under way takes a little longer.")
    if not ideas:
        return t("No idea is under way: only one that is implemented can meet reality.")
    if follow_up:
        return t(
            "The last reality check: {ideas}. Now everything under way meets what is true.",
            ideas=named,
        )
    today = t("Today we check {ideas}: what was claimed meets what is true.", ideas=named)
    return f"{today} {_wait(game, step)}".rstrip()


def _listed(game: GameView, ideas: Sequence[Idea]) -> str:
    """The names of ideas; a single one in full."""
    longest = AMONG_OTHERS if len(ideas) > 1 else None
    return game.t.listed([game.names.called(idea, longest) for idea in ideas])


def _wait(game: GameView, step: CheckStep) -> str:
    """The ideas that are due and wait, so that each is given its time."""
    t, waiting = game.t, waiting_ideas(step)
    if not waiting:
        return ""
    most = step.after.setup.rules.check_ideas
    return t.plural(
        "{ideas} waits for the next one: a reality check looks at {most} ideas at most.",
        "{ideas} wait for the next one: a reality check looks at {most} ideas at most.",
        len(waiting),
        ideas=_listed(game, waiting),
        most=most,
    )


# ------------------------------------------------------------------ nothing is due
def _asks(game: GameView, step: CheckStep, asked: ev.ClaimTested | ev.RiskTested) -> str:
    """What reality asks about, before the answer is turned over."""
    t = game.t
    if isinstance(asked, ev.RiskTested):
        return t(
            "No idea is due. So reality asks what may go wrong with {idea}.",
            idea=game.names.called(step.about[0]),
        )
    return t(
        "No idea is due. So reality asks about {idea}: of those that still hide something, "
        "it claims the most. Its largest claim that nobody knows the truth about is {n} on "
        "{track}, from {name}. What do you think now?",
        idea=game.names.called(step.about[0]),
        name=game.seat_name(asked.seat),
        n=asked.estimate,
        track=terms.track(t, asked.track),
    )


def _claim(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.ClaimTested)
    t = game.t
    told = t(
        "It stood at {n}; the truth is {truth}.",
        n=e.estimate,
        truth=t.number(e.effect),
    )
    name = game.seat_name(stand_in(game.state, e.seat))
    if e.effect > 0:
        answer = t("Now {name} answers: stand by it, or say another number.", name=name)
    else:
        answer = t(
            "Now {name} answers: withdraw it, stand by it, or say another number.", name=name
        )
    return f"{told} {_nearness(t, step, abs(e.estimate - e.effect))} {answer}"


def _nearness(t: Words, step: CheckStep, beside: int) -> str:
    if step.trust > 0:
        return t("The word holds: trust rises by 1.")
    if step.trust < 0:
        return t("That is off by {n}: trust falls by 1.", n=beside)
    if beside <= CLAIM_HELD:
        return t("The word holds, and trust is already at its highest.")
    return t("Trust stays where it is.")


def _found(game: GameView, step: CheckStep) -> str:
    return game.t(
        "A true risk that was not named has come to light. It is named now, and strikes less "
        "often for it."
    )


# ------------------------------------------------------------------ the whole check
def _module(game: GameView, step: CheckStep) -> str:
    """What a module of the case has done, in the words of the log."""
    return event_text(step.events[0], step.after, game.case, game.t, before=step.before) or ""


def _balance(game: GameView, step: CheckStep) -> str:
    t, balance = game.t, step.before.balance
    if step.trust > 0:
        return t("Autonomy and steering are in balance: trust rises by 1.")
    towards = t("Then the balance moves one step towards the middle.")
    if step.trust >= 0:
        return t("The balance leans a little. It moves one step towards the middle.")
    if balance > 0:
        return t("There is too much steering: trust falls by 1.") + " " + towards
    return t("There is too much autonomy: trust falls by 1.") + " " + towards


def _below_zero(game: GameView, step: CheckStep) -> str:
    t = game.t
    tracks = [terms.track(t, track) for track in tracks_below_zero(step.after)]
    told = t("{tracks} below zero: trust falls by 1.", tracks=t.listed(tracks))
    return f"{told} {_others_below(game, step)}".rstrip()


def _others_below(game: GameView, step: CheckStep) -> str:
    """That a track which is below zero too costs no trust, so that nobody looks for it here."""
    t, counted = game.t, tracks_below_zero(step.after)
    below = [track for track, n in zip(TRACKS, step.after.points, strict=True) if n < 0]
    others = [terms.track(t, track) for track in below if track not in counted]
    if not others:
        return ""
    return t.plural(
        "{tracks} is below zero too, but only {people} cost trust.",
        "{tracks} are below zero too, but only {people} cost trust.",
        len(others),
        tracks=t.listed(others),
        people=t.listed([terms.track(t, track) for track in PEOPLE]),
    )


def _pause(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.Paused)
    return game.t(
        "Trust was gone. The project is paused: {what}. Trust begins again at {trust}.",
        what=what_pauses(game.t, step.after.setup.rules, e.round),
        trust=step.after.trust,
    )


def _stop(game: GameView, step: CheckStep) -> str:
    return game.t("Trust was gone for the second time. The project is stopped.")


def _summary(game: GameView, step: CheckStep) -> str:
    t = game.t
    trust = _trust_after(t, step)
    if not step.ideas:
        return trust
    claimed, given = benefit_totals(step.ideas)
    text = t(
        "{claimed} claimed, {given} harvested.", claimed=t.number(claimed), given=t.number(given)
    )
    parts = (text, _downsides(t, step, given), _taken(game, step), trust)
    return " ".join(part for part in parts if part)


def _trust_after(t: Words, step: CheckStep) -> str:
    before, after = step.before.trust, step.after.trust
    if before != after:
        return t("Trust goes from {before} to {after}.", before=before, after=after)
    if after == TRUST_HIGH:
        return t("Trust stays at its highest, {n}.", n=after)
    return t("Trust stays at {n}.", n=after)


def _downsides(t: Words, step: CheckStep, given: int) -> str:
    """What came of the downsides that were named, and what is left of the harvest."""
    named, came = downside_totals(step.ideas)
    if not named:
        return ""
    if not came:
        return t.plural(
            "The downsides that were named, {n} point, cost nothing in the end.",
            "The downsides that were named, {n} points, cost nothing in the end.",
            named,
        )
    if came < 0:
        return t("Where downsides were named, it did good instead: {n}.", n=-came)
    return t(
        "Downsides that were named took {came}: {given} − {came} = {left}.",
        came=came,
        given=t.number(given),
        left=t.number(given - came),
    )


def _taken(game: GameView, step: CheckStep) -> str:
    """What the tracks lost besides, as a sum that the room can follow."""
    t, moved = game.t, sum(step.after.points) - sum(step.before.points)
    _, given = totals(step.ideas)
    if given <= moved:
        return ""
    return t(
        _TOOK[_losses(step, given - moved)],
        lost=given - moved,
        given=t.number(given),
        moved=t.number(moved),
    )


_TOOK = {
    None: mark(
        "What came besides the claims took {lost}: {given} − {lost} = {moved} on the tracks."
    ),
    (True, False): mark("Risks that struck took {lost}: {given} − {lost} = {moved} on the tracks."),
    (False, True): mark("Stumbling took {lost}: {given} − {lost} = {moved} on the tracks."),
    (True, True): mark(
        "Risks that struck and stumbling took {lost}: {given} − {lost} = {moved} on the tracks."
    ),
}
"""What took points besides the claims: by whether risks struck, and whether ideas stumbled."""


def _losses(step: CheckStep, lost: int) -> tuple[bool, bool] | None:
    """Whether risks and whether stumbles took what was lost; ``None`` if something else did too."""
    rules, ideas = step.after.setup.rules, step.ideas
    struck = sum(r.severity for idea in ideas for r in idea.risks if r.outcome == "struck")
    stumbled = rules.stumble * sum(idea.stumbled for idea in ideas)
    if step.after.edition < 2 or struck + stumbled != lost:
        return None
    return struck > 0, stumbled > 0


_NARRATE: dict[str, Callable[[GameView, CheckStep], str]] = {
    "overview": _summary,
    "due": _due,
    "claim": _claim,
    "found": _found,
    "risk": idea_narration.risk,
    "alarm": idea_narration.alarm,
    "stumble": idea_narration.stumble,
    "harvest": idea_narration.harvest,
    "word": idea_narration.word,
    "unspoken": idea_narration.unspoken,
    "module": _module,
    "balance": _balance,
    "below_zero": _below_zero,
    "pause": _pause,
    "stop": _stop,
    "told": _summary,
    "summary": _summary,
}
_WHY: dict[Why, str] = {
    "stop": mark("Here everything stops"),
    "asked": mark("Reality asks"),
    "far": mark("A surprise: not what was promised"),
    "harm": mark("A harm that nobody had named"),
    "struck": mark("A risk that struck"),
    "stumbled": mark("It stumbled"),
    "held": mark("It could have gone wrong"),
    "unowned": mark("Points were lost: nobody owned the benefit"),
    "short": mark("Points were lost, though somebody owned the benefit"),
    "first": mark("You meet this rule for the first time"),
    "trust": mark("This moved trust"),
    "came": mark("What became of this idea"),
}


def why_told(t: Words, step: CheckStep) -> str:
    """Why a step is one of the moments of its check; empty where it is not told as one.

    Of the screen that tells all of them, how many were shown: nobody is to look for a die in vain.
    """
    if step.shown < len(step.told):
        shown, steps = step.shown, len(step.told)
        return t(
            "{n} of {all} steps were shown by themselves; all of them stand here.",
            n=shown,
            all=steps,
        )
    return t(_WHY[step.why]) if step.why is not None else ""
