"""The names of ideas, benefits, risks and roles: from their cards or as the group wrote them.

Everything that shows a name (the table, event texts, the debrief, reports, the command line) uses
:class:`CaseNames`, so that a name is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from game.engine.events import Seat
from game.engine.setup import Track
from game.engine.state import Benefit, Idea, RiskOutcome
from game.frozen import frozen
from game.i18n import Words, mark
from game.wording import figures, terms

if TYPE_CHECKING:  # the start screen does not wait for the cases
    from game.content.case import Case, Prose

Filter = Callable[[str], str]
CUT = "…"
"""The end of a name that was shortened."""
AMONG_OTHERS = 28
"""The most letters of a name where several are listed in a sentence, or room is short."""


class Named(Protocol):
    """An idea or a risk: the id of its card and, where the group wrote it, its name."""

    @property
    def id(self) -> str | None:
        """The id of its card, or its own id if it was written; ``None``: the unknown risk."""

    @property
    def name(self) -> str | None:
        """The name that the group wrote, if any."""


class NamedRisk(Named, Protocol):
    """A risk of an idea on a track."""

    @property
    def track(self) -> Track:
        """The track that it hits."""


class Claimed(Protocol):
    """A claim: its card or a written name; with neither, the one its idea promises itself."""

    @property
    def card(self) -> str | None:
        """The id of its card."""

    @property
    def name(self) -> str | None:
        """The name that the group wrote, if any."""


class NamedBenefit(Claimed, Protocol):
    """A benefit, or a downside of an idea."""

    @property
    def downside(self) -> bool:
        """Whether it says what the idea costs somebody."""


_DRAWN: Mapping[Track, str] = {
    "citizen": mark("Some citizens are left behind"),
    "process": mark("The new way of working does not take hold"),
    "economy": mark("It costs more than expected"),
    "employee": mark("The staff have no time for it"),
}
"""The names of risks that are drawn for ideas in the group's own words."""
_NAMELESS = mark("a risk in the group's own words")


def unchanged(text: str) -> str:
    """The filter that changes nothing."""
    return text


def shortened(name: str, longest: int | None) -> str:
    """A name, with an ellipsis at its end if it has more than ``longest`` letters."""
    if longest is None or len(name) <= longest:
        return name
    return name[: longest - 1].rstrip(" ,.–-") + CUT


@frozen
class CaseNames:
    """The names of one case in one language.

    ``written`` is a filter for texts that players wrote and ``printed`` one for texts of cards:
    anonymous output replaces players' names with them.

    A written name takes precedence over a card's; where neither is known (a damaged file), a
    description is used.
    """

    t: Words
    case: Case
    written: Filter = unchanged
    printed: Filter = unchanged

    def _print(self, prose: Prose) -> str:
        return self.printed(prose.read(self.t.lang))

    def _write(self, text: str | None) -> str:
        return self.written(text) if text else ""

    # ------------------------------------------------------------------ players and roles
    def player(self, seats: Sequence[Seat], seat: int) -> str:
        """Who sits at a seat, by name; with the role where another seat has the same name."""
        name, roles = seats[seat].name, seats[seat].roles
        alike = [other for other in seats if other.name.casefold() == name.casefold()]
        if len(alike) == 1:
            return name
        return f"{name} ({self.by_roles(seat, roles[:1])})"

    def role(self, id: str) -> str:
        """The name of a role; its id if the case does not have it."""
        text = self.case.roles.get(id)
        return text.name.read(self.t.lang) if text is not None else id

    def roles(self, ids: Iterable[str]) -> list[str]:
        """The names of those roles that the case has."""
        return [self.role(id) for id in ids if id in self.case.roles]

    def by_roles(self, seat: int, roles: Iterable[str]) -> str:
        """A seat by its roles: ``Team leader + Controller``; by its number if it has none."""
        return " + ".join(self.roles(roles)) or self.t("Seat {n}", n=seat + 1)

    # ------------------------------------------------------------------ ideas
    def idea(self, idea: Named) -> str:
        """The name of an idea, as written or from its card."""
        return self._write(idea.name) or self.idea_card(idea.id or "")

    def called(self, idea: Named, longest: int | None = None) -> str:
        """An idea within a sentence: its name in quotation marks, of ``longest`` letters at most.

        What people remember of an idea is its name, and not the letter that it has on the table.
        """
        return self.quoted(self.idea(idea), longest)

    def quoted(self, name: str, longest: int | None = None) -> str:
        """A name in quotation marks, of ``longest`` letters at most."""
        return self.t("“{name}”", name=shortened(name, longest))

    def idea_card(self, id: str) -> str:
        """The name of an idea of which only the id is known."""
        card = self.case.ideas.get(id)
        return self._print(card.name) if card else self.t("an idea of the group's own")

    def idea_text(self, idea: Idea) -> str:
        """The description of an idea; empty if the group wrote none."""
        card = self.case.ideas.get(idea.id)
        return self._write(idea.text) if idea.written or card is None else self._print(card.text)

    # ------------------------------------------------------------------ benefits
    def benefit(self, benefit: Claimed) -> str:
        """The name of a benefit, as written or from its card; empty for an idea's own benefit."""
        card = self.case.benefits.get(benefit.card or "")
        return self._write(benefit.name) or (self._print(card.name) if card else "")

    def benefit_beside(self, idea: Idea, track: Track) -> str:
        """The name of a benefit where its idea is shown beside it, as the board calls it."""
        b = idea.benefit(track)
        if b is None or not b.downside:
            return (self.benefit(b) if b is not None else "") or self.idea(idea)
        return self.benefit(b) or self._unnamed_downside(b)

    def _unnamed_downside(self, b: Benefit) -> str:
        if b.bearer:
            return self.t("A downside for {bearer}", bearer=self._write(b.bearer))
        return self.t("A downside")

    def downside_facts(self, b: Benefit) -> list[str]:
        """Who bears a downside, and what makes up for it; a sentence each."""
        facts = []
        if b.bearer:
            facts.append(self.t("Who bears it: {bearer}.", bearer=self._write(b.bearer)))
        if b.amends:
            facts.append(self.t("What makes up for it: {amends}.", amends=self._write(b.amends)))
        elif b.amends is not None:
            facts.append(self.t("It is made up for."))
        return facts

    def benefit_alone(self, idea: Named, benefit: NamedBenefit) -> str:
        """The name of a benefit on its own; that of the idea for the idea's own benefit."""
        if benefit.downside:
            return self.benefit(benefit) or self.t("A downside of {idea}", idea=self.idea(idea))
        return self.benefit(benefit) or self.idea(idea)

    def benefit_title(self, idea: Named, track: Track, benefit: NamedBenefit) -> str:
        """The name of a benefit in a list: a downside that nobody named has its track besides."""
        name = self.benefit_alone(idea, benefit)
        if benefit.downside and not self.benefit(benefit):
            return self.t("{name} ({track})", name=name, track=terms.track(self.t, track))
        return name

    def indicator(self, track: Track, benefit: Benefit | None) -> str:
        """The indicator of a benefit's measure: as written, from its card, else of its track."""
        name = figures.measure(self.t, self.case, track, benefit).indicator
        written = benefit is not None and benefit.measure is not None
        return (self.written if written else self.printed)(name)

    # ------------------------------------------------------------------ risks
    def risk(self, risk: NamedRisk) -> str:
        """The name of a risk, as written or from its card; the unknown risk has no id."""
        if risk.id is None:
            return self.t("The unknown")
        return self._write(risk.name) or self.risk_card(risk.id, risk.track)

    def risk_card(self, id: str, track: Track | None = None) -> str:
        """The name of a risk of which only the id is known, and its track.

        One that was drawn for an idea in the group's own words has a name by its track.
        """
        card = self.case.risks.get(id)
        if card is not None:
            return self._print(card.name)
        return self.t(_DRAWN[track] if track is not None else _NAMELESS)

    def post(self, id: str) -> str:
        """The name of a post of the economy overview."""
        names = {post.id: post.name for post in self.case.economy.posts}
        return self._print(names[id]) if id in names else id

    def risk_text(self, risk: Named) -> str:
        """The text of a risk's card; empty for a written risk."""
        if risk.name:
            return ""
        card = self.case.risks.get(risk.id or "")
        if card is not None:
            return self._print(card.text)
        return self.t("The game has drawn it for an idea of your own: a stress test, not a fact.")

    def outcome(self, outcome: RiskOutcome) -> str:
        """The outcome of a risk, in lower case for use within a sentence.

        A group's own project is only played at: there no risk is said to be no true one.
        """
        if outcome == "false" and self.case.own_project:
            return self.t("it did not strike in play")
        return terms.outcome(self.t, outcome)

    # ------------------------------------------------------------------ events
    def event(self, id: str) -> str:
        """The name of an event."""
        return self._print(self.case.events[id].name)
