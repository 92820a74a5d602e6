"""Words for moments that stand in the record itself."""

from __future__ import annotations

from game.debrief import moments as mo
from game.engine import ACTIONS
from game.wording import actions, figures, names
from game.wording.debriefing.teller import Teller, Told

_ACTIONS = {action.__name__: action for action in ACTIONS}


def undone(say: Teller, m: mo.Undone) -> Told:
    """A decision was taken back."""
    verb = actions.verb(say.t, _ACTIONS[m.action])
    text = say.t("Taken back: {action}.", action=verb)
    if m.reason:
        reason = say.t("The reason: {reason}", reason=say.written(m.reason))
        text = f"{text} {reason}"
    return Told(
        say.t("A decision was taken back"),
        text,
        say.t(
            "What did you see a moment after “{action}” that you had not seen before?", action=verb
        ),
    )


def correction_made(say: Teller, m: mo.FacilitatorCorrection) -> Told:
    """The facilitator corrected something."""
    what, reason = names.corrected(say.t, m.what), say.written(m.reason)
    return Told(
        say.t("A correction"),
        say.t("{what} {by}: {reason}", what=what, by=figures.signed(say.t, m.by), reason=reason),
        say.t("What about your own world did {what} not show until it was corrected?", what=what),
    )


def bookmarked(say: Teller, m: mo.Bookmarked) -> Told:
    """The facilitator marked the moment."""
    note = say.written(m.note)
    return Told(
        say.t("Marked on the way"),
        note or say.t("The facilitator wanted to come back to this moment."),
        say.t("What was at stake here for each of you?")
        if not note
        else say.t("“{note}”: what do you see in it now?", note=note),
    )


def noted(say: Teller, m: mo.Noted) -> Told:
    """The trainer wrote a note."""
    note = say.written(m.text)
    return Told(say.t("A note"), note, say.t("“{note}”: what do you see in it now?", note=note))
