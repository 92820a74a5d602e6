"""Kinds of moments about estimates and claims."""

from __future__ import annotations

from game.debrief.references import BenefitRef, IdeaRef, Person
from game.frozen import frozen


@frozen
class EstimateChanged:
    """The largest change of an estimate of which nobody knew the truth yet."""

    benefit: BenefitRef
    person: Person
    before: int
    after: int


@frozen
class EstimatesSpread:
    """The widest spread in estimate poker; ``given`` are those who answered, with their number.

    Whoever has no opinion has none, and whoever was away is not among them.
    """

    benefit: BenefitRef
    given: tuple[tuple[Person, int | None], ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers alone."""
        return tuple(n for _, n in self.given if n is not None)

    @property
    def lowest(self) -> tuple[Person, ...]:
        """All who gave the least."""
        return self._who_gave(min(self.values))

    @property
    def highest(self) -> tuple[Person, ...]:
        """All who gave the most."""
        return self._who_gave(max(self.values))

    def _who_gave(self, number: int) -> tuple[Person, ...]:
        return tuple(person for person, n in self.given if n == number)


@frozen
class ClaimFaced:
    """A claim that reality asked about and found far off: its true ``effect``, and the answer.

    ``person`` put it at its last ``estimate``; ``answer`` is the estimate afterwards.
    """

    benefit: BenefitRef
    person: Person
    estimate: int
    effect: int
    answer: int | None


@frozen
class HarvestedNothing:
    """A claimed benefit that truly gave nothing or less.

    ``values`` are its last poker estimates, where everybody who was there gave one;
    ``open_since`` is the round in which that came to light, if it did before it was implemented.
    """

    benefit: BenefitRef
    estimate: int
    points: int
    values: tuple[int, ...]
    open_since: int | None


@frozen
class HarvestWithoutOwner:
    """Part of a benefit was lost because nobody owned it; with an owner it had given ``owned``."""

    benefit: BenefitRef
    estimate: int
    owned: int
    points: int


@frozen
class WordKept:
    """An idea gave exactly what was claimed for it while nobody knew the truth."""

    idea: IdeaRef
    claimed: int
