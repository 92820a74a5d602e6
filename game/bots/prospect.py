"""One idea on the table, read for what it would give as it stands and what it could give."""

from __future__ import annotations

from game.bots import beliefs
from game.bots.beliefs import Points
from game.bots.habits import Habits
from game.engine import INDEX, Idea, State

NOT_YET_CLAIMED = 0.55
"""How likely a benefit that nobody has claimed yet is to find its card in time."""

HANDLED = 0.3
"""What is left of a named risk by the time a careful group implements."""

FOUND = 0.5
"""What is left of a hidden risk by then."""


class Prospect:
    """An idea with its expected points: ``as_is`` now, ``potential`` when it is well prepared.

    ``work`` is how many actions of preparing it still takes: anchoring, and handling named risks.
    """

    __slots__ = (
        "as_is",
        "effects",
        "habits",
        "hidden",
        "idea",
        "likelier",
        "potential",
        "steady",
        "truth",
        "work",
    )

    def __init__(self, s: State, idea: Idea, habits: Habits) -> None:
        self.idea, self.habits = idea, habits
        self.truth, self.likelier = s.truth.get(idea.id), s.likelier
        self.effects = beliefs.effects(s, idea)
        self.steady = 1.0 if idea.was_proven else beliefs.steadiness(idea.maturity)
        self.hidden = beliefs.hidden_risks(idea)
        self.work = 0
        self.as_is: Points = [0.0, 0.0, 0.0, 0.0]
        self.potential: Points = [0.0, 0.0, 0.0, 0.0]
        self._harvest()
        self._risks(s)

    def still_fits(self, s: State, idea: Idea, habits: Habits) -> bool:
        """Whether a new reading would be no different."""
        return (
            self.habits is habits
            and self.likelier == s.likelier
            and self.idea == idea
            and self.truth == s.truth.get(idea.id)
        )

    def _harvest(self) -> None:
        idea, steady = self.idea, self.steady
        may_try = self.habits.trials and not idea.locked
        hoped = (1.0 + steady) / 2 if may_try else steady
        for i, effect in enumerate(self.effects):
            b = idea.benefits[i]
            if effect <= 0:
                self.as_is[i] = self.potential[i] = effect
            elif b is None:
                self.potential[i] = 0.0 if idea.locked else effect * hoped * NOT_YET_CLAIMED
            elif b.owner is not None:
                self.as_is[i], self.potential[i] = effect * steady, effect * hoped
            else:
                self.as_is[i] = effect * steady * beliefs.CLAIMED_ONLY
                self.potential[i] = effect * hoped if self.habits.anchoring else self.as_is[i]
                self.work += 1

    def _risks(self, s: State) -> None:
        idea, habits = self.idea, self.habits
        for risk in idea.risks:
            limit = s.limit(risk)
            if limit > 0:
                i = INDEX[risk.track]
                loss = beliefs.is_true(idea, risk) * risk.severity * limit / 6
                self.as_is[i] -= loss
                self.potential[i] -= loss * HANDLED if habits.risks else loss
                self.work += 1
        loss = self.hidden * beliefs.HIDDEN_COSTS / 4
        part = loss * FOUND if habits.risks or habits.trials else loss
        for i in range(4):
            self.as_is[i] -= loss
            self.potential[i] -= part


_last: dict[str, Prospect] = {}
"""The last reading of each idea: most decisions leave most ideas as they were."""


def prospects(s: State, habits: Habits) -> list[Prospect]:
    """The ideas on the table that are not yet realised, each read once."""
    found = []
    for idea in s.ideas:
        if idea.status != "realised":
            x = _last.get(idea.id)
            if x is None or not x.still_fits(s, idea, habits):
                x = _last[idea.id] = Prospect(s, idea, habits)
            found.append(x)
    return found
