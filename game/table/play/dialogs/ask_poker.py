"""Calling for estimates: choose the idea and the track."""

from __future__ import annotations

from functools import partial

from game.engine import Track
from game.engine import actions as act
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.dialog_parts import complaint, labelled
from game.table.parts.dialog_widgets import TrackChoice
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.pick_idea import ICON, idea_label
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.game import Game
from game.wording import card_pictures as pictures

_ROW = 74


def ideas_to_ask(game: Game) -> list[tuple[str, Label]]:
    """The ideas that estimates may be called for: those on the table, then the current seat's hand.

    Pairs of an id and a label, with the letter of ideas on the table.
    """
    s, case = game.state, game.case
    hand = s.idea_hands[s.turn] if s.step == "turn" else ()
    return [
        *((i.id, idea_label(game, i)) for i in s.ideas if not i.locked),
        *(
            (id, Label(game.names.idea_card(id), icon=ICON, picture=pictures.idea(case, id)))
            for id in hand
        ),
    ]


class AskPoker(Dialog):
    """Choose an idea and a track; then the keyboard is passed round."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.track: Track = "citizen"
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The track first, since it stays selected; pressing an idea confirms."""
        t, ideas = self.t, ideas_to_ask(self.game)
        rest = dialog(ui, 1300, 950, t("Estimate poker"), self.back)
        top, rest = rest.cut_top(118, 16)
        field = labelled(ui, top, t("On which track?"))
        ui.add(TrackChoice("track", field.cut_top(72)[0], self.track, self._track, t))
        head, rest = rest.cut_top(40, 8)
        ui.canvas.text(
            head,
            t("Which idea is it about?"),
            (24, 20),
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        wrong, rest = rest.cut_bottom(44, 8) if self.wrong else (Box(0, 0, 0, 0), rest)
        complaint(ui.canvas, wrong, self.wrong)
        step = _ROW + 10
        with ui.scroll("ideas", rest, step * len(ideas)) as content:
            for i, (id, label) in enumerate(ideas):
                cell = Box(content.x, content.y + i * step, content.w, _ROW)
                ui.add(TwoLineButton(f"idea:{id}", cell, label, partial(self._call, id)))
        if ideas:
            ui.focus_on(f"idea:{ideas[0][0]}")

    def _track(self, track: Track) -> None:
        self.track = track

    def _call(self, id: str) -> None:
        action = act.CallEstimates(id, self.track)
        self.wrong = self.busy or self.game.why_not(action)
        if self.wrong:
            return
        self.app.pop(self)
        self.game.do(action, self._open)

    def _open(self) -> None:
        self.game.app.push(PokerScreen(self.game))  # on the board, wherever it was asked for
