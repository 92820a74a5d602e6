"""A discussion on the shared screen: parts with pages, one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pygame

from game.debrief.talk import Talk, minutes, nearest
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.keys import DIGITS, KeyBinding
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words, mark
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.paged_screen import PagedScreen
from game.table.parts.discussion.rests_on import EvidenceDialog


@frozen
class DiscussionPart:
    """The texts of a part: its question, and advice on leading it."""

    key: str
    name: str
    lead: str


class DiscussionScreen(PagedScreen):
    """Leads a room through the pages of a discussion; names can be hidden on any page."""

    bindings = (KeyBinding(DIGITS, mark("Go to a phase of the debrief"), display="1–6"),)
    discussion: Discussion
    pages: Sequence[DiscussionPage]

    def parts(self, t: Words) -> Sequence[DiscussionPart]:
        """The parts in order; each has at least one page."""
        raise NotImplementedError

    @property
    def counted_pages(self) -> Sequence[DiscussionPage]:
        """The pages whose talk makes up the time of the discussion."""
        return self.pages

    def minutes(self, part: str) -> int:
        """How long a part takes with its pages."""
        return minutes(self._talk().get(part, ()))

    def _talk(self) -> dict[str, list[Talk]]:
        """The talk about the pages of each part."""
        found: dict[str, list[Talk]] = {}
        for page in self.counted_pages:
            talk = found.setdefault(page.phase, [])
            if page.kind is not None:
                talk.append((page.kind, page.parts))
        return found

    def _time(self, t: Words) -> str:
        """How long the current part takes, and all of them."""
        talk = self._talk()
        return t.plural(
            "about {n} minute here, {all} in all",
            "about {n} minutes here, {all} in all",
            minutes(talk.get(self.phase, ())),
            all=nearest(sum(map(minutes, talk.values()))),
        )

    @property
    def phase(self) -> str:
        """The key of the current part."""
        return self.pages[self.at].phase

    def shown(self, app: ScreenHost) -> None:
        """Give the pages access to the application."""
        super().shown(app)
        self.discussion.app = app

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The part with its advice, the page, and the foot."""
        head, body, foot = self.lay_out(ui)
        self._head(ui, head)
        self.draw_foot(ui, foot)
        self.pages[self.at].build(ui, body)

    def _head(self, ui: Ui, box: Box) -> None:
        c, parts = ui.canvas, self.parts(ui.t)
        n = next(n for n, part in enumerate(parts) if part.key == self.phase)
        dots, words = box.cut_right(len(parts) * 78 - 14, 40)
        number, words = words.cut_left(box.h, 26)
        c.disc(number.centre, 96, theme.ACCENT)
        c.text(number, str(n + 1), 58, theme.INK, "bold", align="centre", valign="middle")
        title, lead = words.rows([5, 4], 2)
        c.text(title, parts[n].name, (54, 50, 46, 42), theme.CHALK, "bold", valign="middle")
        sizes = (34, 26)
        c.text(lead, parts[n].lead, sizes, theme.CHALK_SOFT, valign="middle")
        self._dots(ui, dots, parts)

    def _dots(self, ui: Ui, box: Box, parts: Sequence[DiscussionPart]) -> None:
        """Buttons to go to each part, and the suggested time of this one."""
        row, time = box.cut_top(58, 6)
        for n, (part, cell) in enumerate(zip(parts, row.columns(len(parts), 14), strict=True)):
            current = part.key == self.phase
            ui.frame.add(f"phase:{part.key}")
            ui.add(
                Button(
                    f"phase:{part.key}",
                    cell,
                    Label(str(n + 1), style="primary" if current else "quiet", size=32),
                    partial(self._enter, part.key),
                    tip=f"{n + 1}. {part.name}",
                    shortcut=pygame.K_1 + n,
                )
            )
        sizes, ink = (theme.ROOM, 24), theme.CHALK_SOFT
        ui.canvas.text(time, self._time(ui.t), sizes, ink, align="right", valign="middle")

    def foot_buttons(self) -> list[Button]:
        """The buttons that hide or show names, and show what the page rests on."""
        t, named = self.ui.t, self.discussion.named
        label, icon = (t("Hide names"), "eye-off") if named else (t("Show names"), "eye")
        action = Button("names", self.ui.area, Label(label, icon=icon, style="quiet"), self._names)
        action.shortcut = pygame.K_h
        if not self.pages[self.at].claims(t):
            return [action]
        rests = Label(t("How do we know this?"), icon="list", style="quiet")
        evidence = Button("evidence", self.ui.area, rests, self._evidence, shortcut=pygame.K_e)
        return [action, evidence]

    def progress(self) -> str:
        """The position of the page within its part."""
        mine = [n for n, page in enumerate(self.pages) if page.phase == self.phase]
        if len(mine) < 2:
            return ""
        return self.ui.t("page {n} of {all}", n=mine.index(self.at) + 1, all=len(mine))

    # ------------------------------------------------------------------ turning pages
    @property
    def count(self) -> int:
        """The number of pages of all parts."""
        return len(self.pages)

    def turn(self, to: int) -> None:
        """Show another page, saving the text fields of the current one."""
        self.pages[self.at].save_fields(self.ui)
        super().turn(to)

    def _enter(self, key: str) -> None:
        self.turn(next(n for n, page in enumerate(self.pages) if page.phase == key))

    def _names(self) -> None:
        self.discussion.named = not self.discussion.named
        self.refresh()

    def _evidence(self) -> None:
        claims = self.pages[self.at].claims(self.ui.t)
        self.app.push(EvidenceDialog(self.discussion, claims))

    def finish(self) -> None:
        """From the last page: what was agreed goes home in the report, so ask about it."""
        self.pages[self.at].save_fields(self.ui)
        if self.discussion.reported:
            self.leave()
            return
        t = self.ui.t
        question = Question(
            t("Finish without a report?"),
            t(
                "What you noted and agreed is saved with the game. It only comes home with you in "
                "the report, and what you talked about here is in none yet."
            ),
            t("Save the report"),
            self.discussion.save_report,
            no=t("Finish without it"),
            on_no=self.leave,
        )
        self.app.push(question)

    def closing(self) -> None:
        """What is being written is saved with the rest when the window is closed."""
        self.pages[self.at].save_fields(self.ui)

    def leave(self) -> None:
        """Leave the screen, saving the text fields of the current page."""
        self.pages[self.at].save_fields(self.ui)
        self.discussion.exits.leave()
