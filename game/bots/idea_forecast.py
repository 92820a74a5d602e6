"""The forecast of one idea: its expected points now, and when it is well prepared."""

from __future__ import annotations

from game.bots import expectations
from game.bots.expectations import Points
from game.bots.habits import Habits
from game.engine import INDEX, Idea, State

NOT_YET_CLAIMED = 0.55
"""The probability that a benefit not claimed yet is claimed in time."""

HANDLED = 0.3
"""The remaining share of a named risk when a careful group implements."""

FOUND = 0.5
"""The remaining share of a hidden risk by then."""

TRIED, TO_BE_TRIED = 0.7, 1.2
"""The capacity for mitigation and trials, besides the price, of a proven and an unproven idea."""


class IdeaForecast:
    """An idea with its expected points: ``as_is`` now, ``potential`` when it is well prepared.

    ``claims`` are the estimates that agree with what is known (0 where nothing is claimed).
    ``to_anchor`` and ``to_mitigate`` list what is still to be done with the points it adds: the
    track's index, points, and the id of a risk. ``work`` and ``cost`` are the actions and the
    capacity still needed to implement the idea. ``rank`` sorts ideas under way first, then by
    potential.
    """

    __slots__ = (
        "as_is",
        "claims",
        "cost",
        "effects",
        "habits",
        "hidden",
        "idea",
        "likelier",
        "potential",
        "rank",
        "rules",
        "steady",
        "to_anchor",
        "to_mitigate",
        "truth",
        "work",
    )

    def __init__(self, s: State, idea: Idea, habits: Habits) -> None:
        self.idea, self.habits, self.rules = idea, habits, s.setup.rules
        self.truth, self.likelier = s.truth.get(idea.id), s.likelier
        self.effects = expectations.effects(s, idea)
        self.steady = 1.0 if idea.was_proven else expectations.steadiness(idea.maturity)
        self.hidden = expectations.hidden_risks(idea)
        self.claims = honest_claims(idea, self.effects, anchoring=habits.anchoring)
        self.to_anchor: list[tuple[int, float]] = []
        self.to_mitigate: list[tuple[int, float, str]] = []
        self.as_is: Points = [0.0, 0.0, 0.0, 0.0]
        self.potential: Points = [0.0, 0.0, 0.0, 0.0]
        self._harvest()
        self._named_risks(s)
        if idea.name is None:
            self._hidden_risks()
        else:
            self._room_for_more()
            if not idea.risks:
                self._unknown()
        self.work, self.cost = len(self.to_anchor) + len(self.to_mitigate), 0.0
        if not idea.locked:
            self.work += 1 if idea.was_proven else 2
            self.cost = idea.price + (TRIED if idea.was_proven else TO_BE_TRIED)
        self.rank = 1e3 if idea.locked else sum(self.potential)

    def still_fits(self, s: State, idea: Idea, habits: Habits) -> bool:
        """Whether a new forecast would be the same."""
        return (
            self.habits is habits
            and self.rules is s.setup.rules
            and self.likelier == s.likelier
            and self.idea == idea
            and self.truth == s.truth.get(idea.id)
        )

    def _harvest(self) -> None:
        idea, steady = self.idea, self.steady
        may_try = self.habits.trials and not idea.locked
        later_steady = (1.0 + steady) / 2 if may_try else steady
        later_effects = self.effects
        if may_try and idea.name is not None:
            later_effects = expectations.of_claims(idea, expectations.PROVEN)
        for i, (effect, later) in enumerate(zip(self.effects, later_effects, strict=True)):
            b = idea.benefits[i]
            if effect <= 0:
                self.as_is[i] = self.potential[i] = effect
            elif b is None:
                self.potential[i] = 0.0 if idea.locked else effect * later_steady * NOT_YET_CLAIMED
            elif b.owner is not None:
                self.as_is[i], self.potential[i] = effect * steady, later * later_steady
            else:
                self.as_is[i] = now = effect * steady * expectations.CLAIMED_ONLY
                self.potential[i] = later * later_steady if self.habits.anchoring else now
                self.to_anchor.append((i, effect * steady - now))

    def _named_risks(self, s: State) -> None:
        idea, remaining = self.idea, HANDLED if self.habits.risks else 1.0
        for risk in idea.risks:
            limit = s.limit(risk)
            if s.can_mitigate(risk) and limit > 0:
                i = INDEX[risk.track]
                each = expectations.is_true(idea, risk) * risk.severity / 6
                self.as_is[i] -= each * limit
                self.potential[i] -= each * limit * remaining
                self.to_mitigate.append((i, each * min(limit, self.rules.mitigation), risk.id))

    def _hidden_risks(self) -> None:
        can_reveal = self.habits.risks or self.habits.trials
        loss = self.hidden * expectations.HIDDEN_COSTS / 4
        later_loss = loss * FOUND if can_reveal else loss
        for i in range(4):
            self.as_is[i] -= loss
            self.potential[i] -= later_loss

    def _room_for_more(self) -> None:
        """Add what a written idea may still claim on the tracks without a benefit of it."""
        idea = self.idea
        free = [i for i, b in enumerate(idea.benefits) if b is None]
        room = 0 if idea.locked else 6
        if room and free:
            gives = (expectations.PROVEN if self.habits.trials else expectations.UNTRIED)[room]
            part = gives * NOT_YET_CLAIMED / len(free)
            if not self.habits.anchoring:
                part *= expectations.CLAIMED_ONLY
            for i in free:
                self.potential[i] += part

    def _unknown(self) -> None:
        """Subtract the unknown risk, which strikes a written idea without a named risk."""
        rules = self.rules
        loss = rules.unknown_severity * rules.unknown_likelihood / 6
        i = INDEX[self.idea.card.track]
        self.as_is[i] -= loss
        self.potential[i] -= loss * FOUND if self.habits.risks else loss


def honest_claims(idea: Idea, effects: Points, *, anchoring: bool) -> list[int]:
    """An estimate for each claim of an idea, so that their sum is the known harvest.

    A group that does not anchor claims only the half that it will get. No claim can be below 1, so
    the greatest known claim is lowered to make up for known effects that are less.
    """
    claims, excess, greatest = [0, 0, 0, 0], 0, -1
    for i, b in enumerate(idea.benefits):
        if b is None:
            continue
        claims[i] = b.estimate
        if idea.opened >> i & 1 and idea.name is None:
            harvest = int(effects[i])
            if harvest > 0 and not anchoring:
                harvest //= 2
            claims[i] = expectations.estimate(harvest)
            excess += claims[i] - harvest
            if greatest < 0 or claims[i] > claims[greatest]:
                greatest = i
    if excess > 0:
        claims[greatest] = max(1, claims[greatest] - excess)
    return claims


_cache: dict[str, IdeaForecast] = {}
"""The last forecast of each idea: most decisions leave most ideas unchanged."""


def forecast_ideas(s: State, habits: Habits) -> list[IdeaForecast]:
    """A forecast of every idea on the table that is not yet realised."""
    forecasts = []
    for idea in s.ideas:
        if idea.status != "realised":
            x = _cache.get(idea.id)
            if x is None or not x.still_fits(s, idea, habits):
                x = _cache[idea.id] = IdeaForecast(s, idea, habits)
            forecasts.append(x)
    return forecasts
