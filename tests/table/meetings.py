"""Where a group meets each hint: the screens of whole games, sparse and full, without a window."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from game.content import Case, load
from game.engine import State, apply, start
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import Session
from game.table.guide.hint_model import Hint
from game.table.guide.hints import HINTS
from game.table.guide.overlay import HintOverlay
from game.table.guide.situation import Situation
from game.table.parts.folded_events import fold_events
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import steps_of
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.game import Decided, Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests import staging
from tests.pictures.studio import Studio, nothing
from tests.table.sitting import lay

GAMES = (
    ("foerste-spil", "method", 4),
    ("foerste-spil", "rush", 4),
    ("foerste-spil", "random", 4),
    ("foerste-spil", "economist", 4),
    ("foerste-spil", "method-without-trials", 4),
    ("gentofte-inklusion", "method", 6),
    ("herning-tidlig-indsats", "method", 5),
    ("herning-tidlig-indsats", "rush", 8),
    ("eget-projekt", "random", 5),
)
"""Cases, the groups that play them, and their seats: together they meet every hint."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A situation in which a hint applies; ``decided`` led to it, ``card`` is what is placed."""

    hint: Hint
    case: Case
    situation: Situation
    decided: Decided | None = None
    card: str = ""

    @property
    def crowd(self) -> int:
        """How much lies on the table."""
        ideas = self.situation.state.ideas
        return sum(1 + len(list(idea.claims())) + len(idea.risks) for idea in ideas)


@cache
def meetings() -> dict[str, tuple[Meeting, Meeting]]:
    """Of every hint that comes up, the meetings with least and with most on the table."""
    found: dict[str, tuple[Meeting, Meeting]] = {}
    for name, bot, seats in GAMES:
        for seed in (1, 2):
            for met in _of_game(load(SCENARIOS / f"{name}.toml"), bot, seats, seed):
                least, most = found.get(met.hint.id, (met, met))
                found[met.hint.id] = (
                    met if met.crowd < least.crowd else least,
                    met if met.crowd > most.crowd else most,
                )
    return found


def _of_game(case: Case, bot: str, seats: int, seed: int) -> Iterator[Meeting]:
    chance, wish = random.Random(seed), staging.by(bot)
    state, last = start(case.setup, staging.seats(seats), seed).state, None
    while not state.over:
        action = wish(state, chance)
        done = apply(state, action)
        decided = Decided(state, done.events, done.state)
        yield from _met(case, Situation(state), last)
        if isinstance(action, act.PlaceIdea):
            carried = Situation(state, "carrying", ("lane:citizen",), refused=chance.random() < 0.5)
            yield from _met(case, carried, last, action.card)
            yield from _met(case, Situation(state, "estimate"), last, action.card)
        if (idea := getattr(action, "idea", None)) is not None:
            yield from _met(case, Situation(state, "sheet", idea=idea), last)
        if isinstance(action, act.Proceed) and state.step == "check":
            for step in steps_of(state, fold_events(state, done.events)):
                yield from _met(case, Situation(done.state, "check", step=step.kind), decided)
        state, last = done.state, decided


def _met(
    case: Case, situation: Situation, decided: Decided | None, card: str = ""
) -> Iterator[Meeting]:
    for hint in HINTS:
        if hint.applies(situation):
            yield Meeting(hint, case, situation, decided, card)


class StillGame(Game):
    """A game at one moment."""

    at: State

    @property
    def state(self) -> State:
        return self.at


NEWS_READ = 6.0
"""Seconds after which news, which come before a hint, are gone again."""


def show(studio: Studio, met: Meeting, session: Session[Case]) -> HintOverlay:
    """Put up the screen where a hint is met, with this hint alone; the session is any."""
    game = StillGame(studio.app, met.case, session)
    game.at, game._last = met.situation.state, met.decided
    hints = HintOverlay(game)
    hints.guide.on = True
    hints.guide.shown_ids = {hint.id for hint in HINTS} - {met.hint.id}
    studio.app.decorate = hints
    studio.show(TableScreen(lay(game)))
    {"carrying": _carry, "estimate": _estimate, "sheet": _sheet, "check": _check}.get(
        met.situation.place, nothing
    )(studio, game, met)
    studio.app.draw()
    studio.app.advance(NEWS_READ)
    studio.app.draw()
    return hints


def _carry(studio: Studio, game: Game, met: Meeting) -> None:
    key = f"hand:ideas:{met.card}"
    studio.sort("ideas")
    studio.pick_up(key, key)
    drag = studio.app.top.ui.drag
    assert drag is not None
    refusing = [place for place, answer in drag.answers.items() if isinstance(answer, str)]
    if met.situation.refused:
        studio.click(refusing[0])


def _estimate(studio: Studio, game: Game, met: Meeting) -> None:
    track = game.state.setup.by_id.ideas[met.card].track
    studio.app.push(EstimateDialog.for_placing(game, met.card, track, nothing))


def _sheet(studio: Studio, game: Game, met: Meeting) -> None:
    studio.app.push(IdeaSheet(game, met.situation.idea))


def _check(studio: Studio, game: Game, met: Meeting) -> None:
    assert met.decided is not None
    before = met.decided.before
    studio.app.prefer(moments=False)  # every step can be met
    screen = CheckScreen(game, before, fold_events(before, met.decided.events), nothing)
    screen.at = next(n for n, s in enumerate(screen.steps) if s.kind == met.situation.step)
    studio.app.push(screen)
