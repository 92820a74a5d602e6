"""A game as it is drawn: its state, the case that has its words, what the last decision did."""

from __future__ import annotations

from game.content.case import Case
from game.engine import Action, Idea, Risk, State, Track, check
from game.gui.app import App
from game.i18n import Words
from game.wording.refusals import why


class GameView:
    """A game to look at: a state, the case that has its words, and what was told last.

    What only draws takes this, so that a game that is replayed is drawn as one that is played.
    """

    def __init__(self, app: App, case: Case) -> None:
        self.app = app
        self.case = case

    @property
    def state(self) -> State:
        """The game as it is drawn."""
        raise NotImplementedError

    @property
    def t(self) -> Words:
        """The words of the table's language."""
        return self.app.t

    @property
    def said(self) -> str:
        """What the last decision did, in one line for the room; empty before the first."""
        return ""

    def why_not(self, action: Action) -> str:
        """Why an action may not be done now, in plain words; empty when it may."""
        refusal = check(self.state, action)
        return "" if refusal is None else why(refusal, self.state, self.case, self.t)

    # ------------------------------------------------------------------ names
    def seat_name(self, seat: int) -> str:
        """The player at a seat."""
        return self.state.seats[seat].name

    def role_name(self, role: str) -> str:
        """A role of the case."""
        return self.case.roles[role].name.read(self.t.lang)

    def idea_name(self, idea: Idea) -> str:
        """An idea, by its card or in the group's own words."""
        return idea.name or self.case.ideas[idea.id].name.read(self.t.lang)

    def idea_text(self, idea: Idea) -> str:
        """What an idea is about."""
        return idea.text if idea.written else self.case.ideas[idea.id].text.read(self.t.lang)

    def benefit_name(self, idea: Idea, track: Track) -> str:
        """A benefit: its card, the group's own words, or the one that the idea itself brings."""
        b = idea.benefit(track)
        if b is not None and b.name:
            return b.name
        if b is not None and b.card:
            return self.case.benefits[b.card].name.read(self.t.lang)
        return self.t("The idea's own benefit")

    def measure_name(self, idea: Idea, track: Track) -> str:
        """The indicator that a benefit is measured by."""
        b = idea.benefit(track)
        if b is not None and b.measure is not None:
            return b.measure.indicator
        if b is not None and b.card:
            return self.case.benefits[b.card].measure.indicator.read(self.t.lang)
        return self.case.tracks[track].indicator.read(self.t.lang)

    def risk_name(self, risk: Risk) -> str:
        """A risk, by its card or in the group's own words."""
        return risk.name or self.case.risks[risk.id].name.read(self.t.lang)
