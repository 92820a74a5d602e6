"""Every screen as a picture, from real games: ``python -m tests.pictures --to DIR``.

Look at them before you say that a screen is finished: as the last row would, in both languages, at
1280x720, 1920x1080 and 3840x2160.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.content import Case, summaries
from game.engine import Idea, Refusal, State, Track
from game.engine import actions as act
from game.engine import events as ev
from game.i18n import LANGS, Lang
from game.resources import SCENARIOS
from game.session import SaveError, Session
from game.table.app import App
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.economy import EconomyScreen
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.help import HelpScreen
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.save_error import SaveErrorDialog
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Game, Moment, fold
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.result import ResultScreen
from game.table.play.sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.table.screen import Screen
from game.table.screens.announcement import Announcement, AnnouncementFlow
from game.table.screens.choose_case import ChooseCase, ChooseFlow
from game.table.screens.seats import ChooseRole, Seats, SeatsFlow
from game.table.screens.start import Start, StartFlow
from game.table.screens.story import Notes, Story, StoryFlow
from game.table.text import Drawn
from tests import staging

Look = Callable[["Studio"], None]
LOOKS: dict[str, Look] = {}


def look(name: str) -> Callable[[Look], Look]:
    """Enter a picture under a name; they are made in the order of their names."""

    def enter(make: Look) -> Look:
        LOOKS[name] = make
        return make

    return enter


@dataclass
class Studio:
    """A window without a screen, a folder for sessions, and what is being looked at."""

    app: App
    folder: Path

    def show(self, *screens: Screen) -> None:
        """These screens, the first at the bottom."""
        self.app.reset(screens[0])
        for screen in screens[1:]:
            self.app.push(screen)

    def sit_down(self, session: Session[Case]) -> Game:
        """The table with a game."""
        game = Game(self.app, staging.case(), session)
        self.show(TableScreen(game))
        return game

    def play(self, count: int, seed: int, until: Callable[[State], bool]) -> Game:
        """The table with a game of the methodical group, at a wanted state."""
        session = staging.begin(self.folder, count, seed)
        return self.sit_down(staging.play(session, staging.by("method"), until))

    def point(self, key: str) -> None:
        """Rest the mouse on something."""
        self.app.draw()
        widget = self.app.top.ui.find(key)
        assert widget is not None, key
        x, y = widget.box.centre
        spot = (round(x * self.app.u), round(y * self.app.u))
        self.app.dispatch(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
        self.app.advance(1)

    def pick_up(self, key: str, over: str) -> None:
        """Carry something over a place."""
        self.point(key)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            at = (
                round(self.app.top.ui.at[0] * self.app.u),
                round(self.app.top.ui.at[1] * self.app.u),
            )
            self.app.dispatch(pygame.Event(kind, pos=at, button=1))
        self.point(over)


def _nothing(*what: object) -> None:
    """For screens that lead nowhere here."""


def _turn(round_: int) -> Callable[[State], bool]:
    return lambda s: s.round >= round_ and s.step == "turn"


# ------------------------------------------------------------------ before the table
@look("01-start")
def _start(studio: Studio) -> None:
    studio.show(Start(StartFlow(_nothing, _nothing, _nothing)))


@look("02-start-continue")
def _continue(studio: Studio) -> None:
    saved = staging.case().title.read(studio.app.lang)
    studio.show(Start(StartFlow(_nothing, _nothing, _nothing, _nothing, saved)))


@look("03-cases")
def _cases(studio: Studio) -> None:
    studio.show(ChooseCase(summaries(SCENARIOS), ChooseFlow(_nothing, _nothing)))


@look("04-story")
def _story(studio: Studio) -> None:
    studio.show(Story(staging.case(), StoryFlow(_nothing, _nothing)))


@look("05-notes")
def _notes(studio: Studio) -> None:
    _story(studio)
    studio.app.push(Notes(staging.case()))


@look("06-seats")
def _seats(studio: Studio) -> None:
    studio.show(Seats(staging.case(), SeatsFlow(_nothing, _nothing)))


@look("07-seats-eight")
def _eight(studio: Studio) -> Seats:
    taken = staging.begin(studio.folder, 8, 1)
    screen = Seats(staging.case(), SeatsFlow(_nothing, _nothing), taken.state.seats)
    taken.close()
    studio.show(screen)
    return screen


@look("08-roles")
def _roles(studio: Studio) -> None:
    screen = _eight(studio)
    studio.app.push(ChooseRole(screen, screen.places.seats[2]))


@look("09-announcement")
def _announcement(studio: Studio) -> None:
    studio.show(Announcement(staging.case(), AnnouncementFlow(_nothing, _nothing)))


# ------------------------------------------------------------------ the table
@look("10-table-early")
def _early(studio: Studio) -> Game:
    return studio.play(4, 3, lambda s: s.step == "turn" and len(s.ideas) == 1)


@look("11-table-middle")
def _middle(studio: Studio) -> Game:
    return studio.play(4, 3, _turn(4))


@look("12-table-late")
def _late(studio: Studio) -> Game:
    return studio.play(6, 3, _turn(7))


@look("13-table-fullest")
def _fullest(studio: Studio) -> Game:
    return studio.sit_down(staging.fullest(studio.folder))


@look("14-table-pointing")
def _pointing(studio: Studio) -> None:
    game = _fullest(studio)
    idea = next(i for i in game.state.ideas if i.status != "realised" and i.risks)
    studio.point(f"idea:{idea.id}")


@look("15-table-hand-card")
def _hand_card(studio: Studio) -> None:
    game = studio.play(1, 3, _turn(2))
    studio.point(f"hand:risks:{game.state.risk_hands[0][1]}")


@look("16-table-carrying-idea")
def _carrying(studio: Studio) -> None:
    game = _early(studio)
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.pick_up(f"hand:ideas:{card}", f"lane:{track}")


@look("17-table-refusing")
def _refusing(studio: Studio) -> None:
    game = _early(studio)
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.pick_up(f"hand:ideas:{card}", "lane:process" if track != "process" else "lane:citizen")


@look("18-table-check-due")
def _check_due(studio: Studio) -> None:
    studio.play(4, 3, lambda s: s.round == 5 and s.step == "check")


@look("19-table-round-over")
def _round_over(studio: Studio) -> None:
    studio.play(4, 3, lambda s: s.round == 5 and s.step == "opening")


# ------------------------------------------------------------------ an idea and its dialogs
def _busy(game: Game) -> Idea:
    """The idea on the table with most to show that is not yet implemented."""
    open_ = [i for i in game.state.ideas if not i.locked]
    return max(open_, key=lambda i: 2 * len(i.risks) + len(list(i.claims())))


def _claim(game: Game, *, owned: bool) -> tuple[Idea, Track]:
    for idea in game.state.ideas:
        for track, b in idea.claims():
            if (b.owner is not None) == owned and not idea.locked:
                return idea, track
    raise LookupError("no such benefit on the table")


@look("20-sheet")
def _sheet(studio: Studio) -> None:
    game = _middle(studio)
    studio.app.push(IdeaSheet(game, _busy(game).id))


@look("21-sheet-realised")
def _sheet_realised(studio: Studio) -> None:
    game = _late(studio)
    idea = next(i for i in game.state.ideas if i.status == "realised" and i.risks)
    studio.app.push(IdeaSheet(game, idea.id))


@look("22-estimate")
def _estimate(studio: Studio) -> None:
    game = _early(studio)
    card = game.state.idea_hands[game.state.turn][0]
    track = game.state.setup.by_id.ideas[card].track
    studio.app.push(EstimateDialog.for_placing(game, card, track, _nothing))


@look("23-revise")
def _revise(studio: Studio) -> None:
    game = _middle(studio)
    studio.app.push(EstimateDialog.for_revising(game, *_claim(game, owned=False)))


@look("24-anchor")
def _anchor(studio: Studio) -> None:
    game = _middle(studio)
    studio.app.push(AnchorDialog(game, *_claim(game, owned=False)))


@look("25-anchor-eight-seats")
def _anchor_eight(studio: Studio) -> None:
    game = studio.play(8, 3, _turn(4))
    studio.app.push(AnchorDialog(game, *_claim(game, owned=False)))


@look("26-hand-over")
def _hand_over(studio: Studio) -> None:
    game = _middle(studio)
    studio.app.push(HandOverDialog(game, *_claim(game, owned=True)))


@look("27-trial")
def _trial(studio: Studio) -> None:
    game = _middle(studio)
    studio.app.push(TrialDialog(game, next(i for i in game.state.ideas if not i.was_proven)))


@look("28-mitigate")
def _mitigate(studio: Studio) -> None:
    game = _middle(studio)
    idea = _busy(game)
    studio.app.push(MitigateDialog(game, idea, idea.risks[0]))


@look("29-write")
def _write(studio: Studio) -> None:
    studio.app.push(WriteDialog(_middle(studio)))


# ------------------------------------------------------------------ the facilitator
@look("30-facilitator")
def _console(studio: Studio) -> None:
    studio.app.push(Console(_middle(studio)))


@look("31-undo-reason")
def _undo(studio: Studio) -> None:
    studio.app.push(UndoDialog(_round_one_over(studio)))


def _round_one_over(studio: Studio) -> Game:
    return studio.play(4, 3, lambda s: s.round == 2 and s.step == "turn")


@look("32-correct")
def _correct(studio: Studio) -> None:
    studio.app.push(CorrectDialog(_middle(studio)))


@look("33-bookmark")
def _bookmark(studio: Studio) -> None:
    studio.app.push(BookmarkDialog(_middle(studio)))


@look("34-poker-ask")
def _ask(studio: Studio) -> None:
    studio.app.push(AskPoker(_middle(studio)))


def _poker(studio: Studio, given: int) -> None:
    game = _middle(studio)
    idea, track = _claim(game, owned=False)
    game.do(act.CallEstimates(idea.id, track))
    for seat, value in enumerate((2, 5, 3, 3)[:given]):
        game.do(act.GiveEstimate(seat, value))
    studio.app.advance(0.1)


@look("35-poker-cover")
def _poker_cover(studio: Studio) -> None:
    _poker(studio, 2)


@look("36-poker-turned")
def _poker_turned(studio: Studio) -> None:
    _poker(studio, 4)


@look("37-rules")
def _rules(studio: Studio) -> None:
    studio.app.push(HelpScreen(_middle(studio)))


@look("38-words")
def _words(studio: Studio) -> None:
    studio.app.push(HelpScreen(_middle(studio), tab="words"))


@look("39-keys")
def _keys(studio: Studio) -> None:
    studio.app.push(HelpScreen(_middle(studio), tab="keys"))


@look("40-economy")
def _economy(studio: Studio) -> None:
    studio.app.push(EconomyScreen(_middle(studio)))


@look("41-save-error")
def _save_error(studio: Studio) -> None:
    game = _middle(studio)
    error = SaveError("not_saved", folder="/media/usb/sessions", why="No space left on device")
    studio.app.push(SaveErrorDialog(game, error, _nothing))


# ------------------------------------------------------------------ moments
def _moment(studio: Studio, name: str, wanted: Callable[[State, tuple[Moment, ...]], bool]) -> None:
    """Play on, with a bot, until a decision brings about what is wanted; then show it."""
    for seed in range(60):
        session = staging.begin(studio.folder, 4, seed)
        game = studio.sit_down(session)
        wish, chance = staging.by(name), staging.random.Random(seed)
        while not session.state.over:
            before = session.state
            done = session.do(wish(before, chance))
            assert not isinstance(done, Refusal)
            moments = fold(before, done.events)
            if wanted(before, moments):
                show_aftermath(game, before, moments)
                return
        session.close()
    raise LookupError("no game has that moment")


def _has(*kinds: type[ev.Event]) -> Callable[[State, tuple[Moment, ...]], bool]:
    return lambda before, moments: {type(m.event) for m in moments} >= set(kinds)


@look("50-opening")
def _opening(studio: Studio) -> None:
    _moment(
        studio,
        "method",
        lambda s, m: _has(ev.EventTurned, ev.Dealt)(s, m) and m[-1].state.step == "turn",
    )


@look("51-opening-new-phase")
def _phase(studio: Studio) -> None:
    _moment(studio, "method", lambda s, m: s.phase == "ideas" and m[-1].state.phase == "concretise")


@look("52-choice")
def _choice(studio: Studio) -> None:
    _moment(studio, "method", lambda s, m: m[-1].state.step == "choice")


@look("53-trial-proven")
def _proven(studio: Studio) -> None:
    _moment(studio, "method", _has(ev.TrialThrown, ev.EffectsOpened))


@look("54-trial-learned-risk")
def _learned(studio: Studio) -> None:
    _moment(studio, "method", _has(ev.Learned, ev.RiskTurnedUp))


@look("55-trial-learned-effect")
def _learned_effect(studio: Studio) -> None:
    _moment(studio, "method", _has(ev.Learned, ev.EffectsOpened))


@look("56-ability")
def _ability(studio: Studio) -> None:
    _moment(studio, "method", _has(ev.AbilityUsed, ev.EffectsOpened))


@look("57-correction")
def _correction(studio: Studio) -> None:
    game = _middle(studio)
    before = game.state
    done = game.session.do(act.Correct("economy", -2, "Samme krone var talt med to gange"))
    assert not isinstance(done, Refusal)
    show_aftermath(game, before, fold(before, done.events))


# ------------------------------------------------------------------ the reality check
def _checks(studio: Studio) -> Iterator[tuple[str, CheckScreen]]:
    """A check at each kind of step, the first found in games of several groups."""
    seen: set[str] = set()
    for name, seed in (("method", 3), ("rush", 0), ("method-without-risks", 2), ("random", 3)):
        session = staging.begin(studio.folder, 4, seed)
        game = studio.sit_down(session)
        wish, chance = staging.by(name), staging.random.Random(seed)
        while not session.state.over:
            before = session.state
            done = session.do(wish(before, chance))
            assert not isinstance(done, Refusal)
            moments = fold(before, done.events)
            if not any(isinstance(m.event, ev.CheckBegan) for m in moments):
                continue
            screen = CheckScreen(game, before, moments, _nothing)
            for at, step in enumerate(screen.steps):
                kind = step.kind if step.due or step.kind != "due" else "due-nothing"
                if kind not in seen:
                    seen.add(kind)
                    screen.at = at
                    yield kind, screen
        session.close()


# ------------------------------------------------------------------ the end
def _verdict(verdict: ev.Verdict, page: str = "result") -> Look:
    def make(studio: Studio) -> None:
        game = studio.sit_down(staging.ended(studio.folder, verdict))
        screen = ResultScreen(game, _nothing, _nothing, _nothing)
        screen.page = page  # type: ignore[assignment]
        studio.app.push(screen)

    return make


for _number, _which in enumerate(ev.VERDICTS):
    LOOKS[f"8{_number}-verdict-{_which}"] = _verdict(_which)
for _number, _page in enumerate(("aims", "benefits", "talk")):
    LOOKS[f"9{_number}-result-{_page}"] = _verdict("price_paid", _page)


# ------------------------------------------------------------------ making them
def pictures(
    folder: Path, size: tuple[int, int], lang: Lang, log: list[Drawn] | None = None
) -> Iterator[tuple[str, pygame.Surface]]:
    """Every picture with its name; ``folder`` is for the sessions they come from."""
    studio = Studio(App(size, lang=lang, reduced_motion=True, log=log), folder)
    for name, make in sorted(LOOKS.items()):
        make(studio)
        yield name, studio.app.draw()
    for number, (kind, screen) in enumerate(_checks(studio)):
        studio.app.push(screen)
        yield f"{60 + number}-check-{kind}", studio.app.draw()
        studio.app.pop(screen)


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--size", default="1920x1080", metavar="WxH")
    parser.add_argument("--lang", choices=LANGS, default="da")
    wanted = parser.parse_args()
    wide, high = (int(part) for part in wanted.size.split("x"))
    wanted.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, surface in pictures(Path(folder), (wide, high), wanted.lang):
            pygame.image.save(surface, wanted.to / f"{name}.png")
            print(name)


if __name__ == "__main__":
    main()
