"""Formats the names and numbers of a sentence about an event, for one moment of a game."""

from __future__ import annotations

from game.content.case import Case
from game.engine.lookups import moved_by
from game.engine.setup import INDEX, Track
from game.engine.state import Idea, State
from game.frozen import frozen
from game.i18n import Words
from game.wording import figures, terms
from game.wording.case_names import CaseNames, Claimed, shortened

_ROOMY = 40
"""From this length of names on, tracks have theirs."""


@frozen
class EventFormatter:
    """Formats for one state. Names are cut to ``longest`` characters, if it is not ``None``.

    ``before`` is the state before the action, if known: only that has who rallied, and an idea that
    the action removed.
    """

    names: CaseNames
    state: State
    before: State | None = None
    longest: int | None = None

    @property
    def t(self) -> Words:
        """The texts of the language."""
        return self.names.t

    @property
    def case(self) -> Case:
        """The case that is played."""
        return self.names.case

    def short(self, name: str) -> str:
        """A name, shortened with an ellipsis if it is too long."""
        return shortened(name, self.longest)

    @property
    def brief(self) -> bool:
        """Whether names are cut so short that tracks are letters, too."""
        return self.longest is not None and self.longest < _ROOMY

    def signed(self, n: int) -> str:
        """A change: ``+3``, ``−2``, ``0``."""
        return figures.signed(self.t, n)

    def points(self, n: int) -> str:
        """A number of points."""
        return figures.points(self.t, n)

    # ------------------------------------------------------------------ people and tracks
    def seat(self, n: int) -> str:
        """The player's name; with the role where two have the same.

        Of many roles in its place the first is enough where there is little room: no two seats play
        the same.
        """
        name = self.names.player(self.state.seats, n)
        first, *others = name.split(" + ")
        if others and self.short(name) != name:
            return f"{self.short(first)} +{len(others)}"
        return self.short(name)

    def actor(self) -> str | None:
        """The player who had the turn before the action, if known."""
        if self.before is None or self.before.turn < 0:
            return None
        return self.seat(self.before.turn)

    def role(self, id: str) -> str:
        """The name of a role."""
        return self.short(self.names.role(id))

    def track(self, code: Track) -> str:
        """The name of a track."""
        return terms.track(self.t, code)

    def moved(self, code: Track, by: int) -> str:
        """A track with a change of points: ``Citizen −3``, or ``C −3`` in little room."""
        name = terms.track_letter(self.t, code) if self.brief else self.track(code)
        return f"{name} {self.signed(by)}"

    def truly_moved(self, code: Track, by: int) -> str:
        """The same of a move: by no more than its end lets it, where that is known."""
        before = self.before
        return self.moved(code, by if before is None else moved_by(before.points[INDEX[code]], by))

    # ------------------------------------------------------------------ cards
    def find(self, id: str) -> Idea | None:
        """The idea on the table, or on the table before the action."""
        return self.state.idea(id) or (self.before.idea(id) if self.before else None)

    def name(self, id: str) -> str:
        """The name of an idea, on the table or not."""
        idea = self.find(id)
        return self.short(self.names.idea(idea) if idea is not None else self.names.idea_card(id))

    def called(self, id: str) -> str:
        """An idea within a sentence: its name in quotation marks."""
        return self.names.quoted(self.name(id))

    def letter(self, id: str) -> str:
        """The letter of an idea on the table."""
        idea = self.find(id)
        return idea.letter if idea is not None else self.name(id)

    def idea(self, id: str) -> str:
        """An idea by letter and name: ``A: Book a time``."""
        idea = self.find(id)
        return f"{idea.letter}: {self.name(id)}" if idea is not None else self.name(id)

    def benefit(self, benefit: Claimed) -> str:
        """The name of a benefit; empty for the one that the idea itself promises."""
        return self.short(self.names.benefit(benefit))

    def own_name(self, idea: str, track: Track) -> str:
        """The name of what lies, or lay, on a track of an idea; empty where it has no own one."""
        for state in filter(None, (self.state, self.before)):
            on_table = state.idea(idea)
            b = on_table.benefit(track) if on_table is not None else None
            if b is not None:
                return self.benefit(b)
        return ""

    def called_benefit(self, idea: str, track: Track) -> str:
        """A benefit within a sentence: its name in quotation marks, as its card has it.

        One without a name of its own is called by its idea.
        """
        name = self.own_name(idea, track)
        return self.names.quoted(name) if name else self.called(idea)

    def risk(self, idea: str, id: str) -> str:
        """The name of a risk, from its card or as written."""
        on_table = self.find(idea)
        risk = on_table.risk(id) if on_table is not None else None
        if risk is not None:
            return self.short(self.names.risk(risk))
        drawn = self.state.own_risks.get(id)
        return self.short(self.names.risk_card(id, drawn.track if drawn is not None else None))

    def owner(self, idea: str, track: Track) -> str | None:
        """The owner of a benefit, if it has one."""
        on_table = self.find(idea)
        b = on_table.benefit(track) if on_table is not None else None
        return None if b is None or b.owner is None else self.seat(b.owner)
