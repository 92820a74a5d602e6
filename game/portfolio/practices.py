"""What the method asks for, and whether a game did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.debrief.action_items import noted_steps
from game.debrief.history import GameHistory
from game.engine import events as ev
from game.frozen import frozen
from game.i18n import mark
from game.portfolio.facts import PracticeFact
from game.session import Log


@frozen
class Practice:
    """A practice: its name, how a session shows it, and since which version of the rules."""

    name: str
    done: Callable[[GameHistory, Log], bool]
    since: int = 1


def _happened(*kinds: type[ev.Event]) -> Callable[[GameHistory, Log], bool]:
    """Whether any event of these kinds is in the game."""
    return lambda history, _: any(history.of(kind) for kind in kinds)


def _measured_otherwise(history: GameHistory, _: Log) -> bool:
    """Whether the group wrote a measure of its own."""
    return any(b.measure is not None for idea in history.end.ideas for _, b in idea.claims())


def _agreed(history: GameHistory, log: Log) -> bool:
    """Whether somebody stands at a next step; before there was a list, steps were notes."""
    listed = any(item.who for item in log.action_items)
    return listed or bool(noted_steps(log, history.steps[-1].position.entry))


PRACTICES: Final[Mapping[str, Practice]] = {
    "trial": Practice(mark("tried an idea small"), _happened(ev.TrialSetUp, ev.TrialThrown)),
    "owner": Practice(mark("gave a benefit an owner"), _happened(ev.BenefitAnchored)),
    "measure": Practice(mark("wrote a measure of its own"), _measured_otherwise),
    "risk": Practice(mark("named a risk"), _happened(ev.RiskNamed, ev.RiskWritten)),
    "mitigation": Practice(mark("mitigated a risk"), _happened(ev.RiskMitigated)),
    "downside": Practice(mark("named a downside"), _happened(ev.DownsideNamed), 2),
    "amends": Practice(mark("made up for a downside"), _happened(ev.AmendsMade), 2),
    "poker": Practice(mark("estimated together"), _happened(ev.EstimatesTurned)),
    "revised": Practice(
        mark("changed an estimate"), _happened(ev.EstimateRevised, ev.ClaimWithdrawn)
    ),
    "range": Practice(mark("gave an estimate a range"), _happened(ev.RangeSet), 2),
    "check_in": Practice(
        mark("checked in after the game"),
        lambda _, log: bool(log.check_ins or log.nameless_check_ins),
    ),
    "actions": Practice(mark("wrote down who does what"), _agreed),
    "follow_up": Practice(
        mark("told what became of it in reality"), lambda _, log: bool(log.outcomes)
    ),
}
"""The practices, in the order in which a workshop comes to them."""


def practices_of(history: GameHistory, log: Log) -> tuple[PracticeFact, ...]:
    """What a game that was played to its end did and left out."""
    return tuple(
        PracticeFact(code, practice.done(history, log))
        for code, practice in PRACTICES.items()
        if history.end.edition >= practice.since
    )
