"""What the last screen of a check tells together: a row for each idea, a place for each benefit.

Nothing of the check is left out here, whether it was shown by itself or not: promised → true →
harvested of every benefit and downside, every risk, and what the whole check did to the group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.engine import Track
from game.engine import events as ev
from game.frozen import frozen
from game.table.play.check.steps import CheckStep

_JUDGED = ("word", "unspoken")


@dataclass(slots=True)
class ToldIdea:
    """The steps of one idea.

    Its harvests by track; ``signs`` are its risks and its stumble, and ``judged`` what it came to
    for trust: the word, and a harm that nobody had named.
    """

    idea: str
    harvests: dict[Track, CheckStep] = field(default_factory=dict)
    signs: list[CheckStep] = field(default_factory=list)
    judged: list[CheckStep] = field(default_factory=list)

    def steps(self) -> Iterator[CheckStep]:
        """All of them."""
        yield from self.signs
        yield from self.harvests.values()
        yield from self.judged


@frozen
class Told:
    """All that a check tells: idea by idea, and what it did to the whole group."""

    ideas: tuple[ToldIdea, ...]
    group: tuple[CheckStep, ...]

    def steps(self) -> Iterator[CheckStep]:
        """Every step that is told here."""
        for idea in self.ideas:
            yield from idea.steps()
        yield from self.group


def told_of(steps: Sequence[CheckStep], due: Sequence[str]) -> Told:
    """Sort the steps of a check into the rows of its ideas, and the rest."""
    rows, group = {idea: ToldIdea(idea) for idea in due}, []
    for step in steps:
        row, event = rows.get(step.idea or ""), step.events[0]
        if row is not None and isinstance(event, ev.Harvested):
            row.harvests[event.track] = step
        elif row is not None and isinstance(
            event, ev.RiskThrown | ev.FalseAlarm | ev.StumbleThrown
        ):
            row.signs.append(step)
        elif row is not None and step.kind in _JUDGED:
            row.judged.append(step)
        else:
            group.append(step)
    return Told(tuple(rows.values()), tuple(group))
