"""Formats the people, cards and numbers of a debrief, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.content.case import Case
from game.debrief.follow_up import OutcomeSubject
from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import ACTIONS, Measure, Track
from game.frozen import frozen
from game.i18n import Words
from game.wording import actions, figures, terms
from game.wording.case_names import CaseNames

_ACTIONS = {action.__name__: action for action in ACTIONS}


@frozen
class MomentDescription:
    """The texts of a moment: its title, what happened, and a question for the discussion."""

    title: str
    text: str
    question: str


MeasuredAs = Callable[[OutcomeSubject, Measure], Measure]
"""How a track, or an idea's benefit on it, is measured by now, from how it was in the game."""


def as_it_was(subject: OutcomeSubject, m: Measure) -> Measure:
    """The measure that the game knew."""
    return m


@frozen
class DebriefFormatter:
    """Formats in one language. People are shown by their roles; only owners are named.

    Without ``named`` nobody is: the result is anonymous if ``names`` also filter the players out of
    written texts. ``measured_as`` says how a benefit is measured by now: more may have been filled
    in since the game.
    """

    names: CaseNames
    named: bool = True
    measured_as: MeasuredAs = as_it_was

    @property
    def t(self) -> Words:
        """The texts of the language."""
        return self.names.t

    @property
    def case(self) -> Case:
        """The case that was played."""
        return self.names.case

    def written(self, text: str | None) -> str:
        """A text that a player wrote, filtered; empty without one."""
        return self.names.written(text) if text else ""

    # ------------------------------------------------------------------ people
    def person(self, who: Person) -> str:
        """A person by roles, outside a sentence: ``Team leader``."""
        return self.names.by_roles(who.seat, who.roles)

    def person_in_sentence(self, who: Person) -> str:
        """A person by roles, within a sentence: ``the role Team leader``."""
        roles = self.names.roles(who.roles)
        if not roles:
            return self.person(who)
        listed = self.t.listed(roles)
        return self.t.plural("the role {roles}", "the roles {roles}", len(roles), roles=listed)

    def owner(self, who: Person) -> str:
        """An owner, or a person in the room, outside a sentence: ``Ane (Team leader)``."""
        return self._with_name(who) or self.person(who)

    def owner_in_sentence(self, who: Person) -> str:
        """An owner within a sentence."""
        return self._with_name(who) or self.person_in_sentence(who)

    def _with_name(self, who: Person) -> str:
        return f"{who.name} ({self.person(who)})" if self.named and who.name else ""

    # ------------------------------------------------------------------ decisions
    def pressed(self, action: str, opened: int | None) -> str:
        """What was pressed for an action, by the name of its class and the round it opened."""
        rounds = sum(self.case.setup.rules.rounds)
        return actions.pressed(self.t, _ACTIONS[action], opened, rounds)

    # ------------------------------------------------------------------ cards
    def idea_name(self, idea: IdeaRef) -> str:
        """The name of an idea."""
        return self.names.idea(idea)

    def idea(self, idea: IdeaRef) -> str:
        """An idea with its letter: ``“Book a time” (idea A)``."""
        name = self.idea_name(idea)
        if not idea.letter:
            return self.t("“{name}”", name=name)
        return self.t("“{name}” (idea {letter})", name=name, letter=idea.letter)

    def ideas(self, ideas: Iterable[IdeaRef]) -> str:
        """A list of ideas."""
        return self.t.listed([self.idea(idea) for idea in ideas])

    def benefit_name(self, benefit: BenefitRef) -> str:
        """The name of a benefit; that of the idea for the benefit that the idea itself promises."""
        return self.names.benefit_alone(benefit.idea, benefit)

    def benefit(self, benefit: BenefitRef, called: str = "") -> str:
        """A benefit with its idea and track: ``“Shorter queue” (idea A, Citizen)``.

        It may be ``called`` otherwise by now than in the game.
        """
        name = called or self.benefit_name(benefit)
        if benefit.downside and not called:  # the letter says of which idea
            name = self.names.benefit(benefit) or self.t("A downside")
        return self.t(
            "“{name}” (idea {letter}, {track})",
            name=name,
            letter=benefit.idea.letter,
            track=self.track(benefit.track),
        )

    def risk_name(self, risk: RiskRef) -> str:
        """The name of a risk."""
        return self.names.risk(risk)

    def risk(self, risk: RiskRef) -> str:
        """The name of a risk in quotation marks."""
        return self.t("“{name}”", name=self.risk_name(risk))

    # ------------------------------------------------------------------ tracks and numbers
    def track(self, code: Track) -> str:
        """The name of a track."""
        return terms.track(self.t, code)

    def tracks(self, codes: Iterable[Track]) -> str:
        """A list of tracks."""
        return self.t.listed([self.track(code) for code in codes])

    def points(self, n: int) -> str:
        """A number of points, with a true minus sign."""
        return figures.points(self.t, n).replace("-", "\N{MINUS SIGN}")

    def rounds(self, rounds: Iterable[int]) -> str:
        """A list of rounds: ``2, 3 and 5``."""
        return self.t.listed([self.t.number(n) for n in rounds])
