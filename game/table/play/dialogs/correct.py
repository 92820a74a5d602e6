"""A correction by the facilitator: the value, the change and the reason."""

from __future__ import annotations

from game.engine import INDEX
from game.engine import actions as act
from game.engine.actions import CORRECTED, Corrected
from game.engine.limits import TRACK_HIGH, TRACK_LOW, TRUST_HIGH
from game.gui.dialogs.modal import dialog
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.table.parts.dialog_parts import answers, complaint, labelled, note
from game.table.parts.dialog_widgets import Counter
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.wording import terms
from game.wording.pauses import what_pauses

_MOST_CAPACITY = 99


class CorrectDialog(Dialog):
    """Corrects a track, the capacity or the trust; the reason is kept in the log."""

    stops_clock = True

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.what: Corrected = "citizen"
        self.by = 0
        self.reason = ""
        self.wrong = ("", "")
        """The field with a problem, and the message."""

    def build(self, ui: Ui) -> None:
        """The value, the change, the reason."""
        t = self.t
        rest = dialog(ui, 1400, 860, t("Correct"), self.back)
        buttons, rest = rest.cut_bottom(76, 24)
        besides, rest = rest.cut_bottom(64, 12)
        what, by, reason = rest.rows((1, 1.15, 1.5), 14)
        field = labelled(ui, what, t("What is corrected?"))
        options = [(code, terms.corrected(t, code)) for code in CORRECTED]
        ui.add(Choice("what", field.cut_top(min(72, field.h))[0], options, self.what, self._choose))
        field = labelled(ui, by, t("To what?"), self._wrong("by"))
        low, high, now = self._bounds()
        text = f"{t.number(now)} → {t.number(now + self.by)}"
        ui.add(
            Counter(
                "by",
                field.cut_top(min(90, field.h))[0],
                now + self.by,
                self._set,
                low=low,
                high=high,
                text=text,
            )
        )
        field = labelled(ui, reason, t("Why?"), self._wrong("reason"))
        example = t("for example: a benefit was counted twice")
        note(ui, field, "reason", self.reason, self._typed, self._correct, example)
        label, warning = self._consequence()
        complaint(ui.canvas, besides, warning)
        answers(ui, buttons, label, self._correct, self.back)
        ui.focus_on("what")

    def _consequence(self) -> tuple[str, str]:
        """What the button says, and a warning where the correction takes the last trust."""
        s, t = self.game.state, self.t
        if self.what != "trust" or not self.by or s.trust + self.by > 0:
            return t("Correct it"), ""
        if s.pauses:
            warning = t(
                "If trust is gone for the second time, the project is stopped: the game is over."
            )
            return t("Correct it, and stop the project"), warning
        warning = t(
            "Without trust the project pauses: trust becomes 2, and {what}.",
            what=what_pauses(t, s.setup.rules, s.round + 1),
        )
        return t("Correct it, and pause"), warning

    def _wrong(self, place: str) -> str:
        return self.wrong[1] if self.wrong[0] == place else ""

    def _bounds(self) -> tuple[int, int, int]:
        """The lowest and highest value, and the current one."""
        s = self.game.state
        if self.what == "capacity":
            return 0, _MOST_CAPACITY, s.capacity
        if self.what == "trust":
            return 0, TRUST_HIGH, s.trust
        return TRACK_LOW, TRACK_HIGH, s.points[INDEX[self.what]]

    # ------------------------------------------------------------------ actions
    def _choose(self, what: Corrected) -> None:
        self.what, self.by, self.wrong = what, 0, ("", "")

    def _set(self, value: int) -> None:
        self.by, self.wrong = value - self._bounds()[2], ("", "")

    def _typed(self, text: str) -> None:
        self.reason = text

    def _correct(self) -> None:
        if self.busy:
            self.wrong = ("by", self.busy)
            return
        if self.by == 0:
            self.wrong = ("by", self.t("Choose a value other than the one it has now."))
            return
        action = act.Correct(self.what, self.by, self.reason.strip())
        code, why = self.refusal(action)
        if code:
            texts = ("empty_text", "long_text", "bad_text")
            self.wrong = ("reason" if code in texts else "by", why)
            return
        self.finish(action)
