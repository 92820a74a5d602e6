"""Texts of moments that the session records itself."""

from __future__ import annotations

from game.debrief import moments as mo
from game.engine import ACTIONS
from game.wording import actions, figures, terms
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

_ACTIONS = {action.__name__: action for action in ACTIONS}


def undone(fmt: DebriefFormatter, m: mo.Undone) -> MomentDescription:
    """A decision was undone."""
    verb = actions.verb(fmt.t, _ACTIONS[m.action])
    text = fmt.t("Undone: {action}.", action=verb)
    if m.idea is not None:
        text = fmt.t("Undone at {idea}: {action}.", action=verb, idea=fmt.idea(m.idea))
    if m.reason:
        reason = fmt.t("The reason: {reason}", reason=fmt.written(m.reason))
        text = f"{text} {reason}"
    return MomentDescription(
        fmt.t("A decision was undone"),
        text,
        fmt.t(
            "What did you see a moment after “{action}” that you had not seen before?", action=verb
        ),
    )


def correction_made(fmt: DebriefFormatter, m: mo.FacilitatorCorrection) -> MomentDescription:
    """The facilitator corrected something."""
    what, reason = terms.corrected(fmt.t, m.what), fmt.written(m.reason)
    return MomentDescription(
        fmt.t("A correction"),
        fmt.t("{what} {by}: {reason}", what=what, by=figures.signed(fmt.t, m.by), reason=reason),
        fmt.t("What about your own world did {what} not show until it was corrected?", what=what),
    )


def bookmarked(fmt: DebriefFormatter, m: mo.Bookmarked) -> MomentDescription:
    """The moment was bookmarked."""
    note = fmt.written(m.note)
    return MomentDescription(
        fmt.t("Marked on the way"),
        note or fmt.t("A bookmark was set here."),
        fmt.t("What was at stake here for each of you?")
        if not note
        else fmt.t("“{note}”: what do you see in it now?", note=note),
    )


def noted(fmt: DebriefFormatter, m: mo.Noted) -> MomentDescription:
    """The trainer wrote a note."""
    note = fmt.written(m.text)
    return MomentDescription(
        fmt.t("A note"), note, fmt.t("“{note}”: what do you see in it now?", note=note)
    )
