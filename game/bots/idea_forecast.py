"""The forecast of one idea: its expected points now, and when it is well prepared."""

from __future__ import annotations

from game.bots import expectations
from game.bots.expectations import Points
from game.bots.habits import Habits
from game.engine import INDEX, TRACKS, Benefit, Idea, State
from game.engine.actions import TrialQuestion
from game.engine.lookups import is_at_home

NOT_YET_CLAIMED = 0.55
"""The probability that a benefit not claimed yet is claimed in time."""

HANDLED = 0.3
"""The remaining share of a named risk when a careful group implements."""

FOUND = 0.5
"""The remaining share of a hidden risk by then."""

TRIED, TO_BE_TRIED = 0.7, 1.2
"""The capacity for mitigation and trials, besides the price, of a proven and an unproven idea."""

FORESEEN = -1.0
"""From this expected effect on, a harm is foreseen."""

FAR_OFF = 2.0
"""How far an estimate of a hidden effect may be from what is expected before it is revised."""

WORTH_ASKING = 0.4
"""From so many hidden risks on, a trial asks about risks."""

LARGEST_DOWNSIDE = 4

_CITIZEN, _PROCESS, _ECONOMY = INDEX["citizen"], INDEX["process"], INDEX["economy"]


class IdeaForecast:
    """An idea with its expected points: ``as_is`` now, ``potential`` when it is well prepared.

    ``to_anchor``, ``to_mitigate``, ``to_amend`` and ``to_name`` list what is still to be done with
    the points it adds (for a downside to be named: with its size): the track's index, points, and
    the id of a risk. ``to_claim`` has, by the track's index, the points of what is not claimed yet
    and what to claim; ``to_hand_over`` the owners who are not at home on their track; ``to_revise``
    the first estimate that disagrees with what is known, and the one that agrees; ``to_try`` what a
    trial would ask, ``None`` when there may be none.

    ``work`` and ``cost`` are the actions and the capacity still needed to implement the idea.
    ``leaves_behind`` is whether citizens drop out. ``rank`` sorts ideas under way first, then by
    potential.
    """

    __slots__ = (
        "as_is",
        "cost",
        "effects",
        "habits",
        "hidden",
        "idea",
        "leaves_behind",
        "likelier",
        "locked",
        "potential",
        "rank",
        "rules",
        "seats",
        "steady",
        "to_amend",
        "to_anchor",
        "to_claim",
        "to_hand_over",
        "to_mitigate",
        "to_name",
        "to_revise",
        "to_try",
        "truth",
        "work",
    )

    def __init__(self, s: State, idea: Idea, habits: Habits) -> None:
        self.idea, self.habits, self.rules, self.seats = idea, habits, s.setup.rules, s.seats
        self.truth, self.likelier, self.locked = s.truth.get(idea.id), s.likelier, idea.locked
        self.effects = expectations.effects(s, idea, habits)
        self.steady = 1.0 if idea.was_proven else expectations.steadiness(idea.maturity)
        self.hidden = expectations.hidden_risks(idea)
        self.to_claim = {} if self.locked else self._to_claim()
        self.to_hand_over = self._to_hand_over(s)
        self.to_revise = None if self.locked else self._to_revise()
        self.to_try = None if self.locked else self._to_try()
        self.to_anchor: list[tuple[int, float]] = []
        self.to_mitigate: list[tuple[int, float, str]] = []
        self.to_amend: list[tuple[int, float]] = []
        self.to_name: list[tuple[int, int]] = []
        self.as_is: Points = [0.0, 0.0, 0.0, 0.0]
        self.potential: Points = [0.0, 0.0, 0.0, 0.0]
        self._harvest(s)
        self._named_risks(s)
        self._hidden_risks()
        self._modules()
        self.work, self.cost = len(self.to_anchor) + len(self.to_mitigate), 0.0
        if not self.locked:
            self.work += 1 if idea.was_proven or idea.trial is not None else 2
            self.cost = idea.cost + (TRIED if idea.was_proven else TO_BE_TRIED)
        self.rank = 1e3 if self.locked else sum(self.potential)

    def still_fits(self, s: State, habits: Habits) -> bool:
        """Whether a new forecast of the same idea would be the same."""
        return (
            self.habits is habits
            and self.rules is s.setup.rules
            and self.seats is s.seats
            and self.likelier == s.likelier
            and self.truth == s.truth.get(self.idea.id)
        )

    # -------------------------------------------------------------- what is to be done
    def _to_claim(self) -> dict[int, tuple[float, int]]:
        found, opened, benefits, habits = {}, self.idea.opened, self.idea.benefits, self.habits
        for i, effect in enumerate(self.effects):
            if effect >= 1 and benefits[i] is None:
                known = bool(opened >> i & 1)
                if known or habits.claims != "opened":
                    found[i] = effect * self.steady, habits.claim(effect, known=known)
        return found

    def _to_hand_over(self, s: State) -> list[tuple[int, int]]:
        return [
            (i, b.owner)
            for i, b in enumerate(self.idea.benefits)
            if b is not None and b.owner is not None and not is_at_home(s, b.owner, TRACKS[i])
        ]

    def _to_revise(self) -> tuple[int, int] | None:
        claims = honest_claims(self.idea, self.effects, self.habits, self.rules.unowned)
        for i, b in enumerate(self.idea.benefits):
            if b is not None and b.estimate != claims[i]:
                return i, claims[i]
        return None

    def _to_try(self) -> TrialQuestion | None:
        """About risks where some may be hidden, else about the greatest effect."""
        idea, effects = self.idea, self.effects
        if idea.was_proven or idea.trial is not None:
            return None
        hidden = [i for i in range(4) if not idea.opened >> i & 1]
        if self.hidden >= WORTH_ASKING or not hidden:
            return "risk"
        return TRACKS[max(hidden, key=lambda i: abs(effects[i]))]

    # -------------------------------------------------------------- what it will give
    def _harvest(self, s: State) -> None:
        may_try = self.habits.trials and not self.locked
        later_steady = (1.0 + self.steady) / 2 if may_try else self.steady
        for i, effect in enumerate(self.effects):
            b = self.idea.benefits[i]
            if effect <= 0:
                self._harm(i, effect, b)
            elif b is None:
                self.potential[i] = 0.0 if self.locked else effect * later_steady * NOT_YET_CLAIMED
            elif not b.downside:
                self._claimed(s, i, effect, later_steady, b)

    def _harm(self, i: int, effect: float, b: Benefit | None) -> None:
        """A harm comes as it is; less if it is made up for, more if nobody spoke of it."""
        rules, named, now = self.rules, b is not None and b.downside, effect
        if effect > FORESEEN:
            self.as_is[i] = self.potential[i] = effect
            return
        if named and b is not None and b.amends is not None:
            now = effect = min(0.0, effect + rules.amends)
        elif named:
            self.to_amend.append((i, min(-effect, rules.amends)))
        else:
            now = effect - rules.unspoken
            if self.locked or not self.habits.downsides:
                effect = now
            else:
                self.to_name.append((i, min(LARGEST_DOWNSIDE, round(-effect))))
        self.as_is[i], self.potential[i] = now, effect

    def _claimed(self, s: State, i: int, effect: float, later_steady: float, b: Benefit) -> None:
        """A benefit gives less without an owner, or with one who is not at home."""
        now, later = effect * self.steady, effect * later_steady
        if b.owner is not None:
            short = 0.0 if is_at_home(s, b.owner, TRACKS[i]) else 1.0
            self.as_is[i], self.potential[i] = max(0.0, now - short), max(0.0, later - short)
            return
        alone = min(now * expectations.CLAIMED_ONLY, self.rules.unowned)
        self.as_is[i] = alone
        self.potential[i] = later if self.habits.anchoring else alone
        self.to_anchor.append((i, now - alone))

    def _named_risks(self, s: State) -> None:
        idea, remaining = self.idea, HANDLED if self.habits.risks else 1.0
        for risk in idea.risks:
            true = expectations.is_true(idea, risk) * expectations.severity(risk)
            now = expectations.strikes(s, risk, risk.mitigations)
            if not now or not true:
                continue
            i = INDEX[risk.track]
            self.as_is[i] -= true * now
            self.potential[i] -= true * now * remaining
            if s.can_mitigate(risk):
                saved = now - expectations.strikes(s, risk, risk.mitigations + 1)
                self.to_mitigate.append((i, true * saved, risk.id))

    def _hidden_risks(self) -> None:
        can_reveal = self.habits.risks or self.habits.trials
        loss = self.hidden * expectations.HIDDEN_COSTS
        later_loss = loss * FOUND if can_reveal else loss
        if self.idea.name is not None:  # mostly it is on the main track
            i = INDEX[self.idea.card.track]
            self.as_is[i] -= loss
            self.potential[i] -= later_loss
            return
        for i in range(4):
            self.as_is[i] -= loss / 4
            self.potential[i] -= later_loss / 4

    def _modules(self) -> None:
        """What the modules of a case take when an idea is carried out or realised."""
        modules = self.rules.modules
        self.leaves_behind = "dropouts" in modules and self._leaves_citizens_behind()
        if "invest" in modules and not self.locked:
            self.as_is[_ECONOMY] -= 1
            self.potential[_ECONOMY] -= 1
        if self.leaves_behind:
            self.as_is[_CITIZEN] -= 1

    def _leaves_citizens_behind(self) -> bool:
        """Whether it eases the process, gives citizens nothing, and nobody has spoken of it."""
        process, citizen = self.idea.benefits[_PROCESS], self.idea.benefits[_CITIZEN]
        if process is None or self.effects[_PROCESS] <= 0:
            return False
        return citizen is None or (not citizen.downside and self.effects[_CITIZEN] <= 0)


def honest_claims(idea: Idea, effects: Points, habits: Habits, unowned: int) -> list[int]:
    """An estimate for each claim of an idea, so that their sum is the known harvest.

    A group that does not anchor claims only what it will get. No other claim can be below 1, so
    the greatest known claim is lowered to make up for known effects that are less. A downside of
    which nothing is true stays, since it tells whom the idea leaves behind.
    """
    claims, excess, greatest = [0, 0, 0, 0], 0, -1
    for i, b in enumerate(idea.benefits):
        if b is None:
            continue
        claims[i] = b.estimate
        if not idea.opened >> i & 1:
            claims[i] = _credible(b, effects[i], habits)
            continue
        harvest = int(effects[i])
        if b.downside:
            claims[i] = max(-LARGEST_DOWNSIDE, min(-1, harvest))
            continue
        if harvest <= 0:  # nothing of it is true: it is withdrawn
            claims[i] = 0
            continue
        if not habits.anchoring:
            harvest = min(harvest, unowned)
        claims[i] = habits.claim(harvest, known=True)
        excess += claims[i] - harvest
        if greatest < 0 or claims[i] > claims[greatest]:
            greatest = i
    if excess > 0 and habits.claims == "expected":
        claims[greatest] = max(1, claims[greatest] - excess)
    return claims


def _credible(b: Benefit, effect: float, habits: Habits) -> int:
    """An estimate of a hidden effect: kept, unless it is far from what is expected."""
    if b.downside or abs(b.estimate - effect) < FAR_OFF:
        return b.estimate
    return habits.claim(effect, known=False)


def forecast_ideas(s: State, habits: Habits) -> list[IdeaForecast]:
    """A forecast of every idea on the table that is not yet realised.

    An idea remembers its last one: most decisions leave most ideas unchanged.
    """
    forecasts = []
    for idea in s.ideas:
        if idea.status != "realised":
            x: IdeaForecast | None = idea.memo.get(IdeaForecast)
            if x is None or not x.still_fits(s, habits):
                x = idea.memo[IdeaForecast] = IdeaForecast(s, idea, habits)
            forecasts.append(x)
    return forecasts
