"""Texts of moments that the session records itself."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording import figures, terms
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription


def undone(fmt: DebriefFormatter, m: mo.Undone) -> MomentDescription:
    """A decision was undone."""
    pressed = fmt.pressed(m.action, m.opened)
    text = fmt.t("Undone: {action}.", action=pressed)
    if m.idea is not None:
        text = fmt.t("Undone at {idea}: {action}.", action=pressed, idea=fmt.idea(m.idea))
    if m.reason:
        reason = fmt.t("The reason: {reason}", reason=fmt.written(m.reason))
        text = f"{text} {reason}"
    return MomentDescription(
        fmt.t("A decision was undone"),
        text,
        fmt.t(
            "What did you see a moment after “{action}” that you had not seen before?",
            action=pressed,
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
        fmt.t("Marked afterwards") if m.looking_back else fmt.t("Marked on the way"),
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
