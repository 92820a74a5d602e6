"""What became of it in the real world: told when the session was opened again, weeks later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from game.i18n import mark
from game.report.benefits import measure
from game.report.items import Claimed, Lying, ideas_of
from game.report.played import Played
from game.report.rows import OutcomeRow
from game.session import Outcome
from game.wording import figures

_HELD: Final[Mapping[str, str]] = {
    "yes": mark("it held"),
    "partly": mark("it held in part"),
    "no": mark("it did not hold"),
}


def outcome_rows(played: Played, claims: list[Claimed]) -> list[OutcomeRow]:
    """Every outcome that was told, in that order."""
    ideas = ideas_of(played.history)
    return [_row(played, told, ideas, claims) for told in played.log.outcomes]


def _row(
    played: Played, told: Outcome, ideas: dict[str, Lying], claims: list[Claimed]
) -> OutcomeRow:
    claim = next((c for c in claims if (c.idea.id, c.track) == (told.idea, told.track)), None)
    name = ""
    if claim is not None:
        name = f"{claim.id} {played.names.benefit_title(claim.idea, claim.track, claim.benefit)}"
    elif told.idea in ideas:
        idea = ideas[told.idea].idea
        name = f"{idea.letter}: {played.names.idea(idea)}"
    elif told.track is not None:
        name = played.case.tracks[told.track].indicator.read(played.t.lang)
    return OutcomeRow(
        day=date.fromisoformat(told.date),
        what=told.what,
        name=name,
        track=told.track,
        found=_found(played, told, claim),
        text=told.text,
    )


def _found(played: Played, told: Outcome, claim: Claimed | None) -> str:
    """Whether a trial held, or the value with its unit."""
    t, parts = played.t, []
    if told.held is not None:
        parts.append(t(_HELD[told.held]))
    if told.value is not None:
        unit = _unit(played, told, claim)
        parts.append(figures.quantity(t, told.value, unit))
    return ", ".join(parts)


def _unit(played: Played, told: Outcome, claim: Claimed | None) -> str:
    if claim is not None:
        return measure(played, claim.track, claim.benefit).unit
    if told.track is not None:
        return played.case.tracks[told.track].unit.read(played.t.lang)
    return ""
