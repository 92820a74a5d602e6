"""The what-if page: entries from which a new session can branch off."""

from __future__ import annotations

from game.debrief import Debrief, Moment
from game.debrief.talk import PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts import stage_pieces
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.play_on import play_on
from game.wording import terms
from game.wording.debrief_texts import DebriefPhase


def before(d: Debrief, moment: Moment) -> int:
    """The entry to branch from so that a moment can be played differently.

    This is right before its decision. For a moment in a reality check it is the beginning of that
    round, where there was still something to decide; for one at the opening of a round, such as
    the report of a trial, that of the round before.
    """
    position = moment.position
    if position.step in ("check", "opening"):
        return opening(d, position.round - (position.step == "opening"))
    if position.decision_index == 0:
        return opening(d, position.round)
    return d.steps[position.decision_index - 1].position.entry


def opening(d: Debrief, round_: int) -> int:
    """The entry at which a round's first turn began; for follow-up, that of the last round."""
    found = 0
    for step in d.steps:
        if step.after.round_now > round_:
            break
        if step.after.step == "turn" and step.before.step != "turn":
            found = step.position.entry
    return found


class BranchButton(Button):
    """A button for an entry to branch from: its number or icon on the left, then its label."""

    def _face(self, c: Canvas, ink: Colour) -> None:
        sign, words = self.box.inset(20, 4).cut_left(46, 18)
        if self.icon:
            c.icon(self.icon, sign.place(38, 38), theme.ACCENT)
        else:
            c.text(sign, self.hint, 36, theme.ACCENT, "bold", align="centre", valign="middle")
        sizes = (self.size, theme.ROOM, 28, 26, 24)
        c.text(words, self.label, sizes, ink, "semibold", valign="middle")


class WhatIfPage(DiscussionPage):
    """The key moments and the rounds from which a new session can branch off."""

    phase: DebriefPhase = "what_if"
    kind: PageKind = "what_if"

    def build(self, ui: Ui, box: Box) -> None:
        """A button per entry."""
        c, t = ui.canvas, ui.t
        left, right = box.columns([7, 4], 30)
        inner = stage_pieces.panel(c, left)
        head, body = inner.cut_top(56, 18)
        stage_pieces.heading(c, head, t("Just before a key moment"), "git-branch")
        self._moments(ui, body)
        inner = stage_pieces.panel(c, right)
        head, body = inner.cut_top(56, 18)
        stage_pieces.heading(c, head, t("At the beginning of a round"), "repeat")
        self._rounds(ui, body)

    def _moments(self, ui: Ui, box: Box) -> None:
        moments = self.discussion.moments
        playing = sum(self.discussion.debrief.setup.rules.rounds)
        high = min(84.0, (box.h + 10) / max(1, len(moments)) - 10)
        titles = self.discussion.titles(ui.t, moments)
        for n, (moment, title) in enumerate(zip(moments, titles, strict=True), start=1):
            row = Box(box.x, box.y + (n - 1) * (high + 10), box.w, high)
            when = terms.round_name(ui.t, moment.round, playing)
            label = ui.t("{when}: {title}", when=when, title=title)
            entry = before(self.discussion.debrief, moment)
            self._place(ui, f"from:{n}", row, label, entry, str(n))

    def _rounds(self, ui: Ui, box: Box) -> None:
        d = self.discussion.debrief
        playing = sum(d.setup.rules.rounds)
        rounds = [story for story in d.rounds if story.round <= playing]
        high = min(84.0, (box.h + 10) / max(1, len(rounds)) - 10)
        for n, story in enumerate(rounds):
            row = Box(box.x, box.y + n * (high + 10), box.w, high)
            phase = terms.phase(ui.t, story.phase)
            label = ui.t("Round {n} · {phase}", n=story.round, phase=phase)
            self._place(ui, f"round:{story.round}", row, label, opening(d, story.round))

    def _place(self, ui: Ui, key: str, box: Box, label: str, entry: int, number: str = "") -> None:
        reason = (
            "" if self.discussion.exits.branch else ui.t("A new game cannot be begun from here.")
        )
        ui.add(
            BranchButton(
                key,
                box,
                Label(label, icon="" if number else "play", style="quiet", size=32, hint=number),
                lambda: self._confirm(ui, label, entry),
                reason=reason,
            )
        )

    def _confirm(self, ui: Ui, label: str, entry: int) -> None:
        """Ask for confirmation, so that no session is started by accident."""
        branch = self.discussion.exits.branch
        if branch is not None:
            self.discussion.app.push(play_on(ui.t, label, lambda: branch(entry)))
