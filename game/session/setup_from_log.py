"""Reconstructs a case's setup from a session's events alone: the cards and roles they mention.

Without a readable scenario a session loses its texts, but not its decisions: all cards and roles
that the events mention are collected here, with their known properties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from game.engine import (
    PHASES,
    TRACKS,
    Aim,
    BenefitCard,
    Effect,
    Event,
    EventCard,
    IdeaCard,
    Phase,
    RiskCard,
    Role,
    Rules,
    Setup,
    Track,
)
from game.engine import events as ev
from game.session.log import Log
from game.session.records import Decision

_UNKNOWN_AIM = Aim("track_at_least", 20, "citizen")


def recorded_setup(log: Log) -> Setup:
    """The setup as far as a session's events reveal it, with the usual values for the rest."""
    mentions = _Mentions()
    for event in _events(log):
        collect = _COLLECTORS.get(type(event))
        if collect is not None:
            collect(mentions, event)
    return mentions.setup()


def _events(log: Log) -> Iterator[Event]:
    yield from log.begun
    for record in log.records:
        if isinstance(record, Decision):
            yield from record.events


@dataclass(slots=True)
class _Mentions:
    """Every card and role that was mentioned, in order of first mention."""

    truth: dict[str, tuple[int, ...]] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)
    costs: dict[str, int] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    benefits: dict[str, Track] = field(default_factory=dict)
    risks: dict[str, RiskCard] = field(default_factory=dict)
    options: dict[str, int] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    rounds: dict[Phase, int] = field(default_factory=lambda: dict.fromkeys(PHASES, 0))

    def setup(self) -> Setup:
        """The setup with everything mentioned."""
        cards = (EventCard(id, (Effect(),) * n) for id, n in self.options.items())
        return Setup(
            id="recorded",
            ideas=tuple(self._idea(id) for id in self.truth if id not in self.written),
            benefits=tuple(BenefitCard(id, track) for id, track in self.benefits.items()),
            risks=tuple(card for id, card in self.risks.items() if id not in self.written),
            events=tuple(cards),
            roles=tuple(Role(id, "analyst", _UNKNOWN_AIM) for id in self.roles),
            rules=Rules(rounds=self._rounds()),
        )

    def _idea(self, id: str) -> IdeaCard:
        """An idea's card; its track is that of its own benefit, else the one with most effect."""
        effects = self.truth[id]
        track = self.tracks.get(id) or TRACKS[effects.index(max(effects))]
        spans = {t: (n, n) for t, n in zip(TRACKS, effects, strict=True) if n}
        return IdeaCard(id, track, "service", cost=self.costs.get(id, 2), effects=spans)

    def _rounds(self) -> tuple[int, int, int]:
        """The rounds of each phase; a phase that never ended had as many as usual, or more."""
        known, so_far = [], 0
        for phase, following, usual in zip(PHASES, PHASES[1:], Rules().rounds, strict=False):
            count = max(0, self.rounds[phase] - so_far)
            known.append(count if self.rounds[following] else max(usual, count))
            so_far += known[-1]
        return known[0], known[1], known[2]

    # ------------------------------------------------------------------ what events mention
    def name(self, ideas: Iterable[str], benefits: Iterable[str], risks: Iterable[str]) -> None:
        """Add cards of which only the ids are known."""
        for id in ideas:
            self.truth.setdefault(id, (0, 0, 0, 0))
        for id in benefits:
            self.benefits.setdefault(id, TRACKS[0])
        for id in risks:
            self.risks.setdefault(id, RiskCard(id, TRACKS[0]))

    def begun(self, e: ev.Begun) -> None:
        self.truth |= e.truth
        self.name(e.ideas, e.benefits, e.risks)
        self.options |= dict.fromkeys(e.events, 1)
        self.roles |= {role: None for seat in e.seats for role in seat.roles}

    def added(self, e: ev.SeatAdded) -> None:
        self.roles |= dict.fromkeys(e.roles)

    def dealt(self, e: ev.Dealt) -> None:
        self.name(*([id for _, id in deck] for deck in (e.ideas, e.benefits, e.risks)))

    def opened(self, e: ev.RoundOpened) -> None:
        self.rounds[e.phase] = max(self.rounds[e.phase], e.round)

    def turned(self, e: ev.EventTurned) -> None:
        self.options[e.card] = 2 if e.choice else 1

    def chosen(self, e: ev.OptionChosen) -> None:
        self.options[e.card] = 2

    def about_idea(self, e: ev.IdeaPlaced | ev.EstimatesCalled) -> None:
        self.truth.setdefault(e.idea, (0, 0, 0, 0))

    def idea_written(self, e: ev.IdeaWritten) -> None:
        self.written.add(e.idea)

    def truth_drawn(self, e: ev.TruthDrawn) -> None:
        """What was drawn for an idea in the group's own words is in no case."""
        self.written.update(risk.id for risk in e.risks)

    def risk_written(self, e: ev.RiskWritten) -> None:
        self.written.add(e.risk)

    def claimed(self, e: ev.BenefitClaimed) -> None:
        if e.card is not None:
            self.benefits[e.card] = e.track
        elif e.name is None:
            self.tracks.setdefault(e.idea, e.track)

    def implemented(self, e: ev.IdeaImplemented) -> None:
        self.costs.setdefault(e.idea, e.cost)

    def risk(self, e: ev.RiskNamed | ev.RiskTurnedUp) -> None:
        self.risks.setdefault(e.risk, RiskCard(e.risk, self.tracks.get(e.idea, TRACKS[0])))

    def thrown(self, e: ev.RiskThrown) -> None:
        if e.risk is not None:
            self.risks[e.risk] = RiskCard(e.risk, e.track, e.severity)

    def role(self, e: ev.AbilityUsed | ev.PerkUsed | ev.RoleMoved) -> None:
        self.roles[e.role] = None


_COLLECTORS: dict[type[Event], Callable[[_Mentions, Any], None]] = {
    ev.Begun: _Mentions.begun,
    ev.Dealt: _Mentions.dealt,
    ev.RoundOpened: _Mentions.opened,
    ev.EventTurned: _Mentions.turned,
    ev.OptionChosen: _Mentions.chosen,
    ev.IdeaPlaced: _Mentions.about_idea,
    ev.EstimatesCalled: _Mentions.about_idea,
    ev.IdeaWritten: _Mentions.idea_written,
    ev.BenefitClaimed: _Mentions.claimed,
    ev.IdeaImplemented: _Mentions.implemented,
    ev.TruthDrawn: _Mentions.truth_drawn,
    ev.RiskWritten: _Mentions.risk_written,
    ev.RiskNamed: _Mentions.risk,
    ev.RiskTurnedUp: _Mentions.risk,
    ev.RiskThrown: _Mentions.thrown,
    ev.AbilityUsed: _Mentions.role,
    ev.PerkUsed: _Mentions.role,
    ev.SeatAdded: _Mentions.added,
    ev.RoleMoved: _Mentions.role,
}
