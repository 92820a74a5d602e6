"""Who tells a debrief: a language, a case, and how people and cards are called in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.things import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import Track
from game.i18n import Words
from game.wording import figures, names

if TYPE_CHECKING:
    from game.content.case import Case


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in words: what it is called, what happened, and a question to the room."""

    title: str
    text: str
    question: str


def begun(sentence: str) -> str:
    """A sentence with a capital at its beginning, whatever stands there."""
    return sentence[:1].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells in one language. People are their roles; a name is told of an owner alone.

    Without ``named`` not even that: then nobody can be recognised. ``hide`` takes the players'
    names out of what they wrote.
    """

    t: Words
    case: Case
    named: bool = True
    hide: Callable[[str], str] | None = None

    def written(self, text: str | None) -> str:
        """What somebody wrote at the table; empty when nobody did."""
        return self.hide(text) if text and self.hide else text or ""

    # ------------------------------------------------------------------ people
    def person(self, who: Person) -> str:
        """Somebody by the roles played, standing alone: ``Team leader``."""
        return " + ".join(self._roles(who)) or self._seat(who)

    def doer(self, who: Person) -> str:
        """Somebody by the roles played, within a sentence: ``the role Team leader``."""
        roles = self._roles(who)
        if not roles:
            return self._seat(who)
        listed = self.t.listed(roles)
        return self.t.plural("the role {roles}", "the roles {roles}", len(roles), roles=listed)

    def owner(self, who: Person) -> str:
        """An owner, or whoever is in the room, standing alone: ``Ane (Team leader)``."""
        return self._with_name(who) or self.person(who)

    def owning(self, who: Person) -> str:
        """Somebody as an owner, within a sentence."""
        return self._with_name(who) or self.doer(who)

    def _with_name(self, who: Person) -> str:
        return f"{who.name} ({self.person(who)})" if self.named and who.name else ""

    def _roles(self, who: Person) -> list[str]:
        texts = (self.case.roles.get(role) for role in who.roles)
        return [text.name.read(self.t.lang) for text in texts if text is not None]

    def _seat(self, who: Person) -> str:
        return self.t("Seat {n}", n=who.seat + 1)

    # ------------------------------------------------------------------ cards
    def idea_name(self, idea: IdeaRef) -> str:
        """What an idea is called."""
        card = self.case.ideas.get(idea.id)
        own = self.written(idea.name)
        return own or (card.name.read(self.t.lang) if card else self.t("an idea of their own"))

    def idea(self, idea: IdeaRef) -> str:
        """An idea with its letter: ``“Book a time” (A)``."""
        name = self.idea_name(idea)
        if not idea.letter:
            return self.t("“{name}”", name=name)
        return self.t("“{name}” ({letter})", name=name, letter=idea.letter)

    def ideas(self, ideas: Iterable[IdeaRef]) -> str:
        """Several ideas in a row."""
        return self.t.listed([self.idea(idea) for idea in ideas])

    def benefit_name(self, benefit: BenefitRef) -> str:
        """What a benefit is called; the one an idea promises itself has the idea's name."""
        card = self.case.benefits.get(benefit.card or "")
        if card is not None:
            return card.name.read(self.t.lang)
        return self.written(benefit.name) or self.idea_name(benefit.idea)

    def benefit(self, benefit: BenefitRef) -> str:
        """A benefit with where it lies: ``“Shorter queue” (A, Citizen)``."""
        return self.t(
            "“{name}” ({letter}, {track})",
            name=self.benefit_name(benefit),
            letter=benefit.idea.letter,
            track=self.track(benefit.track),
        )

    def risk_name(self, risk: RiskRef) -> str:
        """What a risk is called."""
        card = self.case.risks.get(risk.id or "")
        if risk.id is None:
            return self.t("The unknown")
        own = self.written(risk.name)
        return own or (card.name.read(self.t.lang) if card else self.t("a risk of their own"))

    def risk(self, risk: RiskRef) -> str:
        """A risk between quotation marks."""
        return self.t("“{name}”", name=self.risk_name(risk))

    # ------------------------------------------------------------------ tracks and numbers
    def track(self, code: Track) -> str:
        """The name of a track."""
        return names.track(self.t, code)

    def tracks(self, codes: Iterable[Track]) -> str:
        """Several tracks in a row."""
        return self.t.listed([self.track(code) for code in codes])

    def points(self, n: int) -> str:
        """A number of points, with a true minus sign."""
        return figures.points(self.t, n).replace("-", "\N{MINUS SIGN}")

    def rounds(self, rounds: Iterable[int]) -> str:
        """Rounds in a row: ``2, 3 and 5``."""
        return self.t.listed([self.t.number(n) for n in rounds])
