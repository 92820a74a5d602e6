"""What the things on a table are called: ideas, benefits, risks and roles, by card or as written.

Everything that names them (the table, the telling of events, the debrief, reports, the command
line) asks :class:`CaseNames`, so that a thing has one name wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.engine.setup import Track
from game.engine.state import Benefit, Idea
from game.i18n import Words
from game.wording import figures

if TYPE_CHECKING:  # the content package speaks through this one
    from game.content.case import Case, Prose

Filter = Callable[[str], str]


class Named(Protocol):
    """An idea or a risk: the id of its card and, where the group wrote it, its name."""

    @property
    def id(self) -> str | None:
        """The id of its card, or one of its own where it was written; ``None``: the unknown."""

    @property
    def name(self) -> str | None:
        """The group's own words."""


class NamedBenefit(Protocol):
    """A benefit: its card or the group's own words; with neither, what the idea promises itself."""

    @property
    def card(self) -> str | None:
        """The id of its card."""

    @property
    def name(self) -> str | None:
        """The group's own words."""


def unchanged(text: str) -> str:
    """The filter that shows a text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class CaseNames:
    """The names of one case in one language.

    ``written`` is applied to what players wrote and ``printed`` to what the case's cards say,
    before it is shown: anonymous output replaces players' names there.

    Written words come before a card's; where neither is known (a damaged file), a description
    stands in.
    """

    t: Words
    case: Case
    written: Filter = unchanged
    printed: Filter = unchanged

    def _print(self, prose: Prose) -> str:
        return self.printed(prose.read(self.t.lang))

    def _write(self, text: str | None) -> str:
        return self.written(text) if text else ""

    # ------------------------------------------------------------------ roles
    def role(self, id: str) -> str:
        """A role; its id where the case does not have it."""
        text = self.case.roles.get(id)
        return text.name.read(self.t.lang) if text is not None else id

    def roles(self, ids: Iterable[str]) -> list[str]:
        """Those of some roles that the case has."""
        return [self.role(id) for id in ids if id in self.case.roles]

    def by_roles(self, seat: int, roles: Iterable[str]) -> str:
        """A seat without its player's name: ``Team leader + Controller``, else its number."""
        return " + ".join(self.roles(roles)) or self.t("Seat {n}", n=seat + 1)

    # ------------------------------------------------------------------ ideas
    def idea(self, idea: Named) -> str:
        """An idea, in the group's own words or by its card."""
        return self._write(idea.name) or self.idea_card(idea.id or "")

    def idea_card(self, id: str) -> str:
        """An idea of which no more is known than its id."""
        card = self.case.ideas.get(id)
        return self._print(card.name) if card else self.t("an idea of the group's own")

    def idea_text(self, idea: Idea) -> str:
        """What an idea is about; empty when nobody wrote it down."""
        card = self.case.ideas.get(idea.id)
        return self._write(idea.text) if idea.written or card is None else self._print(card.text)

    # ------------------------------------------------------------------ benefits
    def benefit(self, benefit: NamedBenefit) -> str:
        """A benefit, in the group's own words or by its card; empty for an idea's own."""
        card = self.case.benefits.get(benefit.card or "")
        return self._write(benefit.name) or (self._print(card.name) if card else "")

    def benefit_beside(self, idea: Idea, track: Track) -> str:
        """A benefit where the name of its idea stands beside it."""
        b = idea.benefit(track)
        return (self.benefit(b) if b is not None else "") or self.t("The idea's own benefit")

    def benefit_alone(self, idea: Named, benefit: NamedBenefit) -> str:
        """A benefit where its idea is not named beside it; an idea's own bears the idea's name."""
        return self.benefit(benefit) or self.idea(idea)

    def benefit_title(self, idea: Named, track: Track, benefit: NamedBenefit) -> str:
        """A benefit in a register; an idea's own is told by the indicator it is to move."""
        indicator = self._print(self.case.tracks[track].indicator)
        return self.benefit(benefit) or f"{self.idea(idea)}: {indicator}"

    def indicator(self, track: Track, benefit: Benefit | None) -> str:
        """What a benefit is measured by: in the group's words, by its card, else by its track."""
        name = figures.measure(self.t, self.case, track, benefit).indicator
        own = benefit is not None and benefit.measure is not None
        return (self.written if own else self.printed)(name)

    # ------------------------------------------------------------------ risks
    def risk(self, risk: Named) -> str:
        """A risk, in the group's own words or by its card; the unknown has no id."""
        if risk.id is None:
            return self.t("The unknown")
        return self._write(risk.name) or self.risk_card(risk.id)

    def risk_card(self, id: str) -> str:
        """A risk of which no more is known than its id."""
        card = self.case.risks.get(id)
        return self._print(card.name) if card else self.t("a risk in the group's own words")

    def risk_text(self, risk: Named) -> str:
        """What a risk's card says happens; empty for what the group wrote itself."""
        card = self.case.risks.get(risk.id or "")
        return "" if risk.name or card is None else self._print(card.text)

    # ------------------------------------------------------------------ events
    def event(self, id: str) -> str:
        """An event, by the headline of its card."""
        return self._print(self.case.events[id].name)
