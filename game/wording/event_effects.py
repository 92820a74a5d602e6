"""The effects of an event's option as lines of text with icons."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import KINDS, Effect
from game.engine.setup import ModuleName
from game.i18n import Words
from game.wording import terms


def consequences(t: Words, effect: Effect, modules: Sequence[ModuleName]) -> list[tuple[str, str]]:
    """The effects of an event's option, each with its icon, in a case with these modules."""
    lines = [
        (sign, f"{name} {t.number(by, sign=True)}")
        for sign, name, by in (
            ("zap", t("Capacity"), effect.capacity),
            ("handshake", t("Trust"), effect.trust),
        )
        if by
    ]
    if effect.balance and "tension" in modules:
        towards = t("towards steering") if effect.balance > 0 else t("towards autonomy")
        lines.append(("scale", t("Balance {n} {towards}", n=abs(effect.balance), towards=towards)))
    if effect.likelihood:
        track = terms.track(t, effect.likelihood)
        lines.append(("triangle-alert", t("The risks on {track} become more likely", track=track)))
    if effect.maturity in KINDS:
        kind = terms.kind(t, effect.maturity)
        lines.append(
            ("gauge", t("Unproven ideas of the kind “{kind}” become less mature", kind=kind))
        )
    if effect.owner_leaves:
        lines.append(("anchor", t("Whoever owns most loses a benefit")))
    if effect.reveal:
        track = terms.track(t, effect.reveal)
        lines.append(("eye", t("What the ideas truly give on {track} comes to light", track=track)))
    return lines or [("minus", t("Nothing more happens"))]
