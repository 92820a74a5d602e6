"""What a result says of corrections, and of what was undone after it had been seen."""

from __future__ import annotations

from game.debrief import Interventions
from game.i18n import Words


def interventions_text(t: Words, found: Interventions) -> str:
    """What else went into the result, in a sentence each; empty when there was nothing."""
    said = []
    if found.corrections:
        said.append(
            t.plural(
                "The facilitator made {n} correction.",
                "The facilitator made {n} corrections.",
                found.corrections,
            )
        )
    if found.undone:
        said.append(
            t.plural(
                "{n} decision was undone after its outcome had been seen.",
                "{n} decisions were undone after their outcome had been seen.",
                found.undone,
            )
        )
    return " ".join(said)
