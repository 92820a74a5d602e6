"""Games to look back on: a table whose decisions are written to a log as a session would."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.bots import bot
from game.content.case import Case, IdeaText, Prose, RiskText
from game.debrief import Debrief, Moment, debrief
from game.debrief.history import history_of
from game.debrief.observers import OBSERVERS
from game.engine import Applied, Seat, Setup, State, apply, check, digest, observe, start
from game.engine import actions as act
from game.session import Bookmark, Decision, Header, Log, Note, Redo, Undo
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter, MomentDescription, describe_moment
from tests.engine.random_games import seated_otherwise
from tests.engine.table import Table, case, idea, seed_for
from tests.wording.cases import EN, tiny_case


def header(seats: tuple[Seat, ...], seed: int = 1) -> Header:
    """What a session is begun with."""
    return Header(1, "", "case.toml", "", seed, seats, "en", "2026-03-04T09:00:00+00:00", "1")


class Recorded(Table):
    """A table that keeps a log. Roles are those that the seats ask for."""

    def __init__(
        self,
        setup: Setup | None = None,
        *,
        seats: int | tuple[Seat, ...] = 1,
        seed: int = 1,
        dice: tuple[int, ...] = (),
    ) -> None:
        self.setup = setup or case()
        super().__init__(self.setup, seats=seats, seed=seed, dice=dice)
        number = seed_for(*dice) if dice else seed
        mark = digest(self.state)
        path = Path("game.jsonl")
        self.record = Log(path, header(self.state.seats, number), self.last, mark)
        self._states = [self.state]

    def do(self, *actions: Any) -> Recorded:
        """Do actions that must be accepted, and write them down."""
        for action in actions:
            super().do(action)
            n = self.next
            self.record.add(Decision(n, float(n), action, self.last, digest(self.state)))
            self._states.append(self.state)
        return self

    def undo(self, reason: str | None = None) -> Recorded:
        """Take the last decision back."""
        n = self.next
        self.record.add(Undo(n, float(n), self.record.now, reason))
        self._states.pop()
        self.state = self._states[-1]
        return self

    def redo(self) -> Recorded:
        """Put it back."""
        n, decision = self.next, self.record.undone[-1]
        self.record.add(Redo(n, float(n), decision.n))
        applied = apply(self.state, decision.action)
        assert isinstance(applied, Applied)
        self.state = applied.state
        self._states.append(self.state)
        return self

    def bookmark(self, note: str = "") -> Recorded:
        """The facilitator marks the moment."""
        self.record.add(Bookmark(self.next, float(self.next), note))
        return self

    def note(self, of: int, text: str, *, mark: bool = False) -> Recorded:
        """The trainer writes about an entry."""
        self.record.add(Note(self.next, float(self.next), of, text, mark))
        return self

    @property
    def next(self) -> int:
        """The number of the next entry."""
        return len(self.record.records) + 1

    # ------------------------------------------------------------------ looking back
    @property
    def debrief(self) -> Debrief:
        """What it has to tell so far."""
        return debrief(self.record, self.setup)

    def moments(self, kind: type) -> list[Moment]:
        """The moments of a kind."""
        found = (*self.debrief.moments, *self.debrief.marked)
        return [m for m in found if isinstance(m.about, kind)]

    def found(self, kind: type) -> list[Moment]:
        """The moments of a kind that its observer finds, also those that another tells of."""
        history = history_of(self.record, self.setup)
        every = (m for observe in OBSERVERS for m in observe(history))
        return [m for m in every if isinstance(m.about, kind)]

    def words(self, kind: type) -> MomentDescription:
        """The English words of the only moment of a kind."""
        return describe_moment(DebriefFormatter(CaseNames(EN, self.case)), self.moment(kind))

    @property
    def case(self) -> Case:
        """The case in words: its cards are named by their ids."""
        ideas = {c.id: IdeaText(Prose(c.id, c.id), Prose()) for c in self.setup.ideas}
        risks = {c.id: RiskText(Prose(c.id, c.id)) for c in self.setup.risks}
        return replace(tiny_case(), setup=self.setup, ideas=ideas, risks=risks)

    def moment(self, kind: type) -> Moment:
        """The only moment of a kind."""
        (found,) = self.moments(kind)
        return found


def log_of_bot(setup: Setup, name: str, seed: int, count: int = 4) -> Log:
    """A whole game of a bot; in random ones estimates are asked for, and people come and go."""
    chance = random.Random(seed)
    began = start(setup, [Seat(f"Player {n}", ()) for n in range(count)], seed)
    log = Log(Path("game.jsonl"), header(began.state.seats, seed), began.events, "")
    wish, state = bot(name), began.state
    while not state.over:
        action = _wish(state, wish, chance, poker=name == "random")
        applied = apply(state, action)
        assert isinstance(applied, Applied), (action, applied)
        n = len(log.records) + 1
        log.add(Decision(n, float(n), action, applied.events, digest(applied.state)))
        state = applied.state
        if chance.random() < 0.03:
            log.add(Bookmark(n + 1, float(n + 1), "here"))
    return log


def _wish(state: State, wish: Any, chance: random.Random, *, poker: bool) -> act.Action:
    if poker and state.poker is not None and not state.poker.open:
        value = chance.choice([*range(7), None])
        return act.GiveEstimate(state.poker.missing[0], value)
    if poker and chance.random() < 0.05:
        seated = seated_otherwise(state, chance)
        if check(state, seated) is None:
            return seated
    if poker and state.step == "turn" and chance.random() < 0.1:
        open_ = [idea for idea in state.ideas if not idea.locked]
        if open_:
            idea = chance.choice(open_)
            return act.CallEstimates(idea.id, chance.choice([t for t, _ in idea.claims()]))
    if state.step in ("check", "opening"):
        return act.Proceed()
    action: act.Action = wish(observe(state), chance)
    return action


def harmful(**more: object) -> Recorded:
    """An idea that costs citizens something and gives on economy."""
    card = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", maturity=6, **more)
    return Recorded(case(card, capacity=30)).place("a")
