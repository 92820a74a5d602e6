"""The preview: pages at the left, the problems of the file at the right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

import pygame

from game.bots import bot
from game.content import Case, Problem
from game.engine import Refusal, Seat, State, observe
from game.engine.actions import Proceed
from game.gui import theme
from game.gui.app import App
from game.gui.geometry import Box
from game.gui.keys import DIGITS, KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.gui.widgets.scroll import Scroll
from game.i18n import Words
from game.session import Session
from game.table.parts.game_view import GameView
from game.table.parts.troubles import Trouble, counted
from game.table.preview.pages import HIDDEN, PAGES
from game.table.preview.watched_file import WatchedFile

Troubles = Callable[[Words], Sequence[Trouble]]
SHOWN_ROUND = 4
"""The round shown on the page with the table, or the last one of a shorter game."""
WIDE = ("economy", "table")
"""Pages that are drawn as in the game, and need the whole width."""
_SEATS = 4
_SIZE = 23
"""The size of the text that tells what is wrong."""
_SIGN = 36
"""The width of the sign before it, with its gap."""


class PreviewedGame(GameView):
    """A game of a case that is being written, for display only."""

    def __init__(self, app: ScreenHost, session: Session[Case]) -> None:
        super().__init__(app, session.case)
        self.session = session
        self.first = session.state
        self.on_table = False
        """Whether the table is shown, at which some rounds have been played; else nothing was."""

    @property
    def state(self) -> State:
        """The state of the game that is shown."""
        return self.session.state if self.on_table else self.first


class Preview(Screen):
    """A case that is being written. ``folder`` is for the game that the table page shows.

    ``leave`` is called in place of closing the window; ``edit`` opens the case editor.
    ``troubles`` tell what is wrong to whoever does not read the file; else it is told by lines.
    """

    rim = True
    bindings = (KeyBinding(DIGITS[1 : len(PAGES) + 1], action="turn", values=tuple(PAGES)),)

    def __init__(
        self,
        watched: WatchedFile,
        folder: Path,
        *,
        leave: Callable[[], object] | None = None,
        edit: Callable[[], object] | None = None,
        troubles: Troubles | None = None,
    ) -> None:
        self.watched = watched
        self.troubles = troubles
        self.leave = leave
        self.edit = edit
        self.folder = folder
        self.page = "case"
        self.opened = False
        """Whether what is hidden in the game is shown; the room may be looking on."""
        self._game: PreviewedGame | None = None
        self._game_case: Case | None = None

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Tabs above; the page and the problems below."""
        area = ui.area.inset(44, 30)
        head, rest = area.cut_top(64, 18)
        t = ui.t
        head = self._ways_out(ui, head)
        languages, tabs = head.cut_right(220, 18)
        options = [(page, t(name)) for page, (name, _) in PAGES.items()]
        ui.add(Choice("pages", tabs, options, self.page, self.turn, size=24))
        ui.add(
            Choice(
                "language",
                languages,
                [("da", "Dansk"), ("en", "English")],
                ui.host.lang,
                self.app.set_language,
                size=22,
            )
        )
        page = rest
        if self.page not in WIDE:
            side, page = rest.cut_right(440, 24)
            self._problems(ui, side)
        game = self.game()
        if game is None:
            text = t("The case is shown when its file has no errors.")
            ui.canvas.text(page, text, 34, theme.CHALK_SOFT, align="centre", valign="middle")
            return
        self._draw_page(ui, page, game)

    def _draw_page(self, ui: Ui, box: Box, game: PreviewedGame) -> None:
        """The page as the group sees it, or with what is hidden from it."""
        hidden = HIDDEN.get(self.page)
        if hidden is None:
            PAGES[self.page][1](ui, box, game)
            return
        told, draw = hidden
        foot, box = box.cut_bottom(70, 14)
        button, words = foot.cut_left(380, 20)
        t = ui.t
        label = (
            Label(t("Hide the truth"), icon="eye-off", style="quiet", size=26)
            if self.opened
            else Label(t("Show the truth"), icon="eye", style="quiet", size=26)
        )
        ui.add(Button("truth", button, label, self._open))
        text = t(told) if self.opened else t("This is how the group sees it.")
        ui.canvas.text(words, text, (24, 20), theme.CHALK_SOFT, valign="middle")
        (draw if self.opened else PAGES[self.page][1])(ui, box, game)

    def _open(self) -> None:
        """Show what is hidden in the game, or hide it again."""
        self.opened = not self.opened
        self.refresh()

    def _ways_out(self, ui: Ui, head: Box) -> Box:
        """Back to where it was opened, and on to the editor; returns the rest of the head."""
        if self.leave is not None:
            back, head = head.cut_left(64, 16)
            face = Label(icon="arrow-left", style="quiet")
            ui.add(Button("back", back, face, self.leave, tip=ui.t("Back")))
        if self.edit is not None:
            edit, head = head.cut_right(64, 14)
            face = Label(icon="pencil", style="primary")
            ui.add(Button("edit", edit, face, self.edit, tip=ui.t("Edit the case")))
        return head

    def turn(self, page: str) -> None:
        """Show another page, scrolled to the top."""
        self.page = page
        self.ui.memory.pop("cards", None)

    def _problems(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, ui.t
        found = (
            self.troubles(t) if self.troubles else [_by_line(t, p) for p in self.watched.problems]
        )
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        head, rest = box.inset(20, 16).cut_top(76, 10)
        upper, lower = head.rows((1, 1), 2)
        name = self.watched.path.name
        c.text(upper, name, (26, 22, 20, theme.LEAST), theme.CHALK, "bold", valign="middle")
        errors = sum(trouble.wrong for trouble in found)
        text = counted(t, errors, len(found) - errors) or t("No errors, no warnings.")
        ink = theme.ACCENT if found else theme.GOOD
        c.text(lower, text, (22, 18), ink, "semibold", valign="middle")
        highs = [_height(c, trouble, rest.w - 70) for trouble in found]
        with ui.scroll("problems", rest, sum(highs)) as inner:
            for n, (trouble, row) in enumerate(zip(found, inner.rows(highs or 1), strict=False)):
                self._trouble(ui, n, row.inset(4, 0).cut_bottom(10)[1], trouble)

    def _trouble(self, ui: Ui, n: int, box: Box, trouble: Trouble) -> None:
        """What is wrong; where it leads somewhere, it can be pressed."""
        if trouble.go is None:
            _draw_trouble(trouble, ui.canvas, box)
            return
        draw, press = partial(_draw_trouble, trouble), partial(self._go, trouble.go)
        ui.add(Spot(f"problem-{n}", box, draw=draw, on_press=press, radius=10))

    def _go(self, go: Callable[[], object]) -> None:
        self.back()
        go()

    # ------------------------------------------------------------------ the game behind it
    def game(self) -> PreviewedGame | None:
        """A game of the case; for the table page it is played to the middle."""
        case = self.watched.case
        if case is None:
            return None
        if self._game is None or self._game_case is not case:
            self.close()
            seats = [Seat(str(n + 1), ()) for n in range(min(_SEATS, len(case.setup.roles)))]
            session = Session.create(case, seats, 1, self.folder, lang=self.app.lang)
            self._game, self._game_case = PreviewedGame(self.app, session), case
        self._game.on_table = self.page == "table"
        if self._game.on_table:
            _play_on(self._game)
        return self._game

    def close(self) -> None:
        """Close the game's file."""
        if self._game is not None:
            self._game.session.close()
            self._game = None

    def update(self, dt: float) -> None:
        """Check the file regularly, and show a saved change at once."""
        if self.watched.poll(dt, self.app.lang):
            self.refresh()

    def back(self) -> None:
        """Esc closes the preview, or the window if there is nothing else in it."""
        (self.leave or self.app.quit)()


def _by_line(t: Words, problem: Problem) -> Trouble:
    where = t("line {line}", line=problem.line) if problem.line else ""
    return Trouble(problem.severity == "error", where, problem.told)


def _height(c: Canvas, trouble: Trouble, wide: float) -> float:
    """The height of what is wrong, in a list that gives it so much width."""
    return _head_height(c, trouble, wide) + c.type.height(trouble.told, wide, _SIZE) + 34


def _head_height(c: Canvas, trouble: Trouble, wide: float) -> float:
    return c.type.height(trouble.head(c.t), wide - _SIGN, _SIZE, "bold")


def _draw_trouble(trouble: Trouble, c: Canvas, box: Box) -> None:
    wrong = trouble.wrong
    c.panel(box, theme.PAPER, 10)
    inner = box.inset(14, 10)
    head, words = inner.cut_top(_head_height(c, trouble, inner.w), 4)
    sign, where = head.cut_left(_SIGN - 8, 8)
    ink = theme.BAD_DARK if wrong else theme.INK
    c.icon("triangle-alert" if wrong else "info", sign.cut_top(_SIZE * 1.3)[0], ink)
    c.text(where, trouble.head(c.t), (_SIZE, 20), ink, "bold")
    c.text(words, trouble.told, (_SIZE, 20), theme.INK)


def _play_on(game: PreviewedGame) -> None:
    """Let the bot of a methodical group play to the middle of the game."""
    last = sum(game.state.setup.rules.rounds)
    strategy, rng = bot("method"), random.Random(1)
    while game.state.round < min(SHOWN_ROUND, last) or game.state.step != "turn":
        state = game.state
        if state.over:
            return
        proceeding = state.step in ("check", "opening")
        outcome = game.session.do(Proceed() if proceeding else strategy(observe(state), rng))
        if isinstance(outcome, Refusal):
            return


def show(app: App, path: Path, folder: Path, edit: Callable[[], object] | None = None) -> Preview:
    """Show the preview of a file in a window; ``edit`` opens it in the case editor."""
    preview = Preview(WatchedFile(path, app.lang), folder, edit=edit)
    app.reset(preview)
    return preview


def views(app: App, preview: Preview) -> Iterator[tuple[str, pygame.Surface]]:
    """Pictures of every page with their names; a scrolled page takes several pictures."""
    ui = preview.ui
    for number, page in enumerate(PAGES, 1):
        preview.turn(page)
        for piece in range(100):
            preview.refresh()
            surface = app.draw()
            scrolled = ui.find("cards") or ui.find("case")
            yield f"{number}-{page}" + (f"-{piece + 1}" if piece else ""), surface
            if not isinstance(scrolled, Scroll) or scrolled.offset >= scrolled.furthest:
                break
            ui.memory[scrolled.key] = scrolled.offset + scrolled.box.h * 0.9


def as_png(surface: pygame.Surface) -> bytes:
    """A picture as the bytes of a file."""
    data = BytesIO()
    pygame.image.save(surface, data, "page.png")
    return data.getvalue()
