"""The page on which the facilitator chooses the moments that are talked about.

The program proposes those that tell most, and says why; each of the others can take the place of
one. The pages that follow, and the time that they take, go by the choice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.debrief import Moment
from game.debrief.talk import SECONDS, TALKED_OF, PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.table.after.debrief.figures import ICONS
from game.table.parts import stage_pieces
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.discussion.page import DiscussionPage
from game.wording import subject_pictures, terms
from game.wording.debrief_texts import DebriefPhase, why_proposed

_TALLEST, _LOWEST, _GAP = 90, 56, 10


class ChoosingPage(DiscussionPage):
    """The key moments as rows; a press takes one up or leaves it out."""

    phase: DebriefPhase = "happened"
    kind: PageKind = "choosing"

    def __init__(self, discussion: Discussion, chosen_anew: Callable[[], object]) -> None:
        super().__init__(discussion)
        self.chosen_anew = chosen_anew

    def build(self, ui: Ui, box: Box) -> None:
        """How many are chosen, a row for each key moment, then one for all that was marked."""
        t, chosen = ui.t, self.discussion.chosen
        head, body = box.cut_top(56, 14)
        told = t("Choose the moments to talk about: {n} of {most}", n=len(chosen), most=TALKED_OF)
        stage_pieces.heading(ui.canvas, head, told, "star")
        told_beside = [t("about {n} minutes each", n=SECONDS["moment"] // 60)]
        if any(why_proposed(t, moment) for moment in self.discussion.moments):
            told_beside.append(t("counted: games that the computer has played"))
        beside = head.cut_left(72 + ui.type.width(told, theme.HEADING, "semibold"), 24)[1]
        sizes = (theme.ROOM, 27, 25, 23)
        ui.canvas.text(
            beside, " · ".join(told_beside), sizes, theme.CHALK_SOFT, align="right", valign="middle"
        )
        moments = self.discussion.to_choose
        titles = self.discussion.titles(t, moments)
        high = min(_TALLEST, max(_LOWEST, (body.h + _GAP) / len(moments) - _GAP))
        with ui.scroll("moments", body, len(moments) * (high + _GAP) - _GAP) as content:
            places = content.rows([high + _GAP] * len(moments))
            for _ in ui.alike():
                for n, (moment, title) in enumerate(zip(moments, titles, strict=True), 1):
                    row = places[n - 1].cut_bottom(_GAP)[1]
                    draw, press = (
                        partial(self._draw, moment, title),
                        partial(self._press, ui, moment),
                    )
                    ui.add(Spot(f"choose:{n}", row, draw=draw, on_press=press, radius=16))

    def _draw(self, moment: Moment, title: str, c: Canvas, box: Box) -> None:
        chosen = moment in self.discussion.chosen
        paper = theme.PAPER if chosen else theme.PANEL
        c.panel(box, paper, 16, line=theme.ACCENT if chosen else theme.PANEL_LINE, width=3)
        ink, soft = (theme.INK, theme.INK_SOFT) if chosen else (theme.CHALK, theme.CHALK_SOFT)
        sign, rest = box.inset(18, 6).cut_left(44, 14)
        c.icon(
            "check" if chosen else "plus", sign.place(40, 40), theme.ACCENT_DARK if chosen else soft
        )
        number, rest = rest.cut_left(44, 14)
        sizes = (36, theme.ROOM)
        told = self.discussion.number(moment)
        c.text(number, told, sizes, ink, "bold", align="centre", valign="middle")
        spot, rest = rest.cut_left(min(64, rest.h), 18)
        if not c.emoji_on_paper(
            subject_pictures.of_subject(self.discussion.case, moment.about), spot
        ):
            c.icon(ICONS[type(moment.about)], spot.place(36, 36), soft)
        self._words(c, rest, moment, title, (ink, soft))

    def _words(
        self, c: Canvas, box: Box, moment: Moment, title: str, inks: tuple[Colour, Colour]
    ) -> None:
        """What it is about, when it was, and why it tells much."""
        what, when, why = box.columns([13, 2.6, 7.4], 24)
        ink, soft = inks
        rounds = sum(self.discussion.debrief.setup.rules.rounds)
        sizes = (theme.ROOM, 27, 25, 23)
        c.text(what, title, (34, 32, *sizes), ink, "semibold", valign="middle")
        c.text(when, terms.round_name(c.t, moment.round, rounds), sizes, soft, valign="middle")
        c.text(why, why_proposed(c.t, moment), sizes, soft, valign="middle")

    def _press(self, ui: Ui, moment: Moment) -> None:
        if not self.discussion.choose(moment):
            ui.refuse(ui.t("Three are chosen: leave one of them out first."))
        self.chosen_anew()
