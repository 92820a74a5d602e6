"""Texts of refusals: why an action is not allowed, and what can be done instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.engine.actions import Action, Refusal
from game.engine.setup import PHASES, TRACKS
from game.engine.state import State
from game.i18n import Words, mark
from game.i18n.letters import told as letters_told
from game.wording import actions, terms
from game.wording.case_names import CaseNames
from game.wording.event_texts.formatter import EventFormatter

if TYPE_CHECKING:
    from game.content.case import Case

_PLAIN: Mapping[str, str] = {
    # ---- when
    "game_over": mark("The game is over. You can still look back on it in the debrief."),
    "ends_anyway": mark("All turns are over: just go on to the result."),
    "choice_first": mark(
        "An event has two ways out. Whoever begins the round chooses one of them first."
    ),
    "adjust_first": mark("A trial did not work. First whoever set it up chooses what to adjust."),
    "check_first": mark("The turns are over. First comes the reality check."),
    "answer_first": mark(
        "Reality has asked about a claim. First the one who made it stands by it or revises it."
    ),
    "round_first": mark("The reality check is over. First open the next round."),
    "estimates_first": mark("Estimates are being given. Wait until all are in, or put them away."),
    "paused": mark(
        "The project is paused in this round, because trust was gone. "
        "Nothing is implemented now; use the time to try and to anchor."
    ),
    # ---- cards and ideas
    "not_in_hand": mark("That card is not in your hand. Ask the one who has it."),
    "no_such_idea": mark("That idea is not on the table. Choose one that is."),
    "no_such_benefit": mark("The idea has no benefit on that track. Place one first."),
    "no_downside": mark(
        "That is not a downside: only what an idea costs somebody can be made up for."
    ),
    "downside": mark("A downside has no owner; make up for it instead."),
    "amends_made": mark("This downside is made up for already, and once is all."),
    "no_such_risk": mark("That risk is not named at the idea. Name it first."),
    # ---- modules
    "no_such_module": mark("This case is played without that."),
    "post_empty": mark("The item that this saving comes from holds no more."),
    "no_such_post": mark("That item is not in the economy overview. Choose one that is."),
    "same_post": mark("That is already its item. Choose another, or leave it."),
    "patience_used": mark("Patience has been asked for in this round. Ask again in the next."),
    "no_such_track": mark("Choose one of the four tracks."),
    "no_such_kind": mark("Choose a kind: product, service, work process or communication."),
    "no_such_seat": mark("Choose somebody who sits at this table."),
    "same_estimate": mark("That is already the estimate. Choose another number, or leave it."),
    "same_range": mark("That is already the range. Choose another, or leave it."),
    "bad_severity": mark("The severity of a risk is a whole number from 1 to 4."),
    "bad_likelihood": mark("The likelihood of a risk is a whole number from 1 to 5."),
    # ---- anchoring, risks, following up
    "not_anchored": mark("Only an anchored benefit can be followed up; nobody owns this one."),
    "gave_nothing": mark("The benefit gave nothing, so there is nothing to follow up."),
    "already_followed": mark("This benefit has been followed up once, and once is all."),
    "already_safe": mark(
        "This risk is prevented already. Save your capacity for one that can still strike."
    ),
    "mitigated_enough": mark(
        "You have done what can be done about a risk in your own words: nobody knows how likely "
        "it truly is, so there is an end to it."
    ),
    "same_owner": mark("That player owns the benefit already. Choose somebody else."),
    "bad_measure": mark(
        "A measure needs an indicator; baseline, target and months are numbers or left empty."
    ),
    # ---- trials
    "no_report_any_more": mark(
        "It is too late for a trial: no round opens any more in which it could be reported. Use "
        "the action for something else."
    ),
    "no_such_question": mark(
        "Choose what you want to know: what it gives on a track, or what may go wrong."
    ),
    "nothing_to_adjust": mark("There is nothing to adjust now. Go on with the round."),
    # ---- abilities
    "not_your_role": mark("That is another player's role. Use one of your own."),
    "ability_standing": mark("This ability counts by itself; you need not do anything."),
    "ability_used": mark("Used: you have this ability again in the next phase."),
    "nothing_to_learn": mark("There is nothing left to learn: you know all that can be known."),
    "no_free_claim": mark(
        "There is no free benefit to place now. Place one from the hand, or write it."
    ),
    # ---- estimates, events, texts
    "no_estimates_called": mark(
        "No estimates are called for now. The facilitator can call for them."
    ),
    "nothing_to_answer": mark("Reality has asked nothing now. Go on with the round."),
    "nothing_to_choose": mark("There is nothing to choose now. Go on with the round."),
    "no_such_option": mark("Choose one of the event's two ways out."),
    "empty_text": mark("Something must be written here. A few words will do."),
    # ---- who is there
    "last_present": mark("Somebody must stay at the table. Save and close the game instead."),
    "no_such_role": mark("Choose one of the case's roles."),
    "own_role": mark("That role is played from this seat already."),
    # ---- the facilitator
    "nothing_to_correct": mark("Choose a track, the capacity or the trust."),
    "bad_correction": mark("Choose a whole number other than 0 to correct by."),
    "unknown_action": mark("The rules do not know that move."),
    # ---- beside the rules
    "nothing_to_undo": mark("There is nothing to undo."),
    "nothing_to_redo": mark("There is nothing to redo."),
    "reason_needed": mark("Something was drawn or shown by it. Say why it is undone."),
    "not_writing": mark("Nobody writes any more, or the table is full of sheets."),
    "not_voting": mark("These dots are not for what is voted on now. Look, and give them again."),
}


def _not_your_turn(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("It is not your turn: {seat} has it.", seat=_seat(fmt, p["seat"]))


def _turns_first(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "{seat} still has the turn. Use the actions that are left, or end it.",
        seat=_seat(fmt, p["seat"]),
    )


def _no_capacity(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "That costs {need} capacity; you have {have}. Rally, or shelve an idea.",
        need=p["need"],
        have=p["have"],
    )


def _bad_estimate(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "Choose a whole number from {low} to {high} as an estimate.", low=p["low"], high=p["high"]
    )


def _bad_range(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    low, high = (fmt.t.number(n) if isinstance(n, int) else "" for n in (p["low"], p["high"]))
    return fmt.t(
        "A range goes from one whole number to another, between {low} and {high}.",
        low=low,
        high=high,
    )


def _range_beside(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    n = p["estimate"]
    return fmt.t(
        "The estimate is {n}. A range must hold it, and one number more.",
        n=fmt.t.number(n) if isinstance(n, int) else "",
    )


def _track_taken(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    track = next(code for code in TRACKS if code == p["track"])
    idea = fmt.find(str(p["idea"]))
    b = idea.benefit(track) if idea is not None else None
    if b is not None and b.downside:
        return fmt.t(
            "{idea} already has a downside on {track}. Revise that one instead.",
            idea=_idea(fmt, p),
            track=fmt.track(track),
        )
    return fmt.t(
        "{idea} already has a benefit on {track}, and one is the most. Revise that one instead.",
        idea=_idea(fmt, p),
        track=fmt.track(track),
    )


def _table_full(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    if fmt.state.phase == "ideas":
        return fmt.t(
            "{limit} ideas lie on the table already, and that is all it holds. "
            "Work on those you have.",
            limit=p["limit"],
        )
    return fmt.t(
        "{limit} ideas lie on the table already, and that is all it holds. Shelve "
        "one, or implement one.",
        limit=p["limit"],
    )


def _not_about(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    card = fmt.case.setup.by_id.risks.get(str(p["risk"]))
    fits = [fmt.called(i.id) for i in fmt.state.ideas if card is not None and i.id in card.about]
    if fits:
        return fmt.t(
            "{idea} is not printed on this risk card. It fits: {ideas}.",
            idea=_idea(fmt, p),
            ideas=fmt.t.listed(fits),
        )
    return fmt.t(
        "{idea} is not printed on this risk card. Write the risk in your own words instead.",
        idea=_idea(fmt, p),
    )


def _already_anchored(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "{seat} already owns this benefit. The owner can hand it over.",
        seat=_seat(fmt, p["owner"]),
    )


def _not_owner(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    if p["owner"] is None:
        return fmt.t("Nobody owns this benefit yet. Anchor it first.")
    return fmt.t(
        "Only the owner can hand a benefit over, and that is {seat}.", seat=_seat(fmt, p["owner"])
    )


def _not_your_claim(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("Whoever claimed the saving names its item: {seat}.", seat=_seat(fmt, p["seat"]))


def _trust_too_low(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("Patience takes trust: there must be {n} at least.", n=p["least"])


def _out_of_bounds(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    low, high = (fmt.t.number(n) if isinstance(n, int) else "" for n in (p["low"], p["high"]))
    return fmt.t("It must stay between {low} and {high}. Choose less.", low=low, high=high)


def _not_proven(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "Before the Implementation phase an idea is implemented only if it is proven or costs at "
        "most {limit}. Try {idea} first, or wait.",
        limit=p["limit"],
        idea=_idea(fmt, p),
    )


def _long_text(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("The text is too long: at most {limit} characters.", limit=p["limit"])


def _bad_text(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    letters = letters_told(fmt.t, str(p["letters"]))
    return fmt.t("This cannot be shown: {letters}. Write the text without it.", letters=letters)


def _on_trial(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "{idea} is being tried. Wait for the answer when round {n} opens.",
        idea=_idea(fmt, p),
        n=fmt.state.round + 1,
    )


def _known_already(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    track = next(code for code in TRACKS if code == p["track"])
    return fmt.t(
        "What {idea} truly gives on {track} is known already. Ask something else.",
        idea=_idea(fmt, p),
        track=fmt.track(track),
    )


def _no_seat_left(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("There is room for {limit} seats, and all are taken.", limit=p["limit"])


def _seat_away(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("{seat} is away. Choose somebody who is there.", seat=_seat(fmt, p["seat"]))


def _not_away(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t("{seat} is at the table already.", seat=_seat(fmt, p["seat"]))


def _role_in_use(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.t(
        "{seat} plays that role. Choose a free one, or one of somebody who is away.",
        seat=_seat(fmt, p["seat"]),
    )


_ABOUT_IDEAS: Mapping[str, str] = {
    "idea_locked": mark("{idea} is already implemented, so that is settled. Choose another."),
    "idea_realised": mark(
        "{idea} is already realised, so it is too late for that. Follow up what it gave."
    ),
    "not_realised": mark(
        "{idea} is not realised yet. Implement it, and wait for its reality check."
    ),
    "already_proven": mark("{idea} is proven already. Implement it."),
    "already_named": mark("This risk is already named at {idea}. Mitigate it, or name another."),
    "cheap_already": mark("{idea} costs only 1, and it cannot be cheaper. Choose another."),
    "not_looked_at": mark(
        "The free benefit is for an idea you have looked at. {idea} was not one."
    ),
}

_WITH_PARAMS: Mapping[str, Callable[[EventFormatter, Mapping[str, object]], str]] = {
    "not_your_turn": _not_your_turn,
    "not_proven": _not_proven,
    "turns_first": _turns_first,
    "no_capacity": _no_capacity,
    "bad_estimate": _bad_estimate,
    "bad_range": _bad_range,
    "range_beside": _range_beside,
    "track_taken": _track_taken,
    "not_your_claim": _not_your_claim,
    "trust_too_low": _trust_too_low,
    "table_full": _table_full,
    "not_about": _not_about,
    "already_anchored": _already_anchored,
    "not_owner": _not_owner,
    "no_seat_left": _no_seat_left,
    "seat_away": _seat_away,
    "not_away": _not_away,
    "role_in_use": _role_in_use,
    "on_trial": _on_trial,
    "known_already": _known_already,
    "out_of_bounds": _out_of_bounds,
    "long_text": _long_text,
    "bad_text": _bad_text,
}

CODES = frozenset({*_PLAIN, *_ABOUT_IDEAS, *_WITH_PARAMS, "too_early"})
"""Every refusal code that has a text."""


def refusal_text(
    refusal: Refusal, state: State, case: Case, t: Words, *, action: type[Action] | None = None
) -> str:
    """The reason of a refusal in one or two sentences; ``action`` is the refused action, if known.

    Raises :class:`KeyError` for a code that neither the rules nor a session has.
    """
    fmt, code, params = EventFormatter(CaseNames(t, case), state), refusal.code, refusal.params
    if code == "too_early":
        return _too_early(fmt, params, action)
    if code in _WITH_PARAMS:
        return _WITH_PARAMS[code](fmt, params)
    if code in _ABOUT_IDEAS:
        return t(_ABOUT_IDEAS[code], idea=_idea(fmt, params))
    return t(_PLAIN[code])


def _too_early(fmt: EventFormatter, p: Mapping[str, object], action: type[Action] | None) -> str:
    first = next(code for code in PHASES if code == p["phase"])
    number, phase = terms.phase_number(first), terms.phase(fmt.t, first)
    if action is None:
        return fmt.t("That begins in phase {n}, {phase}.", n=number, phase=phase)
    verb = actions.verb(fmt.t, action)
    return fmt.t("“{verb}” begins in phase {n}, {phase}.", verb=verb, n=number, phase=phase)


def _seat(fmt: EventFormatter, seat: object) -> str:
    return fmt.seat(seat) if isinstance(seat, int) else ""


def _idea(fmt: EventFormatter, p: Mapping[str, object]) -> str:
    return fmt.called(str(p["idea"]))
