"""The dialog that lists what was told after a game, and in which it is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n.days import short_day
from game.report.told import told_entries
from game.session import ActionItem, Note, Outcome, RegisterEntry, Withdrawable
from game.table.after.follow_up.meeting import DOT, FollowUpMeeting
from game.table.parts.told_rows import Press, Told, draw_told

_ICONS: Final[dict[type[Withdrawable], str]] = {
    Note: "pencil",
    Outcome: "trending-up",
    ActionItem: "list",
    RegisterEntry: "folder-open",
}
_LEAD = (theme.ROOM, 24)


def told_button(ui: Ui, meeting: FollowUpMeeting, press: Callable[[], object]) -> Button:
    """The button at the foot of the meeting that opens the dialog."""
    nothing = not any(isinstance(record, Withdrawable) for record in meeting.log.standing)
    reason = ui.t("Nothing has been told yet.") if nothing else ""
    label = Label(ui.t("What was told"), icon="history", style="quiet")
    return Button("told", ui.area, label, press, reason=reason)


class ToldDialog(Screen):
    """All that was told, the latest first; ``done`` is called when something is withdrawn."""

    overlay = True

    def __init__(self, meeting: FollowUpMeeting, done: Callable[[], object]) -> None:
        self.meeting = meeting
        self.done = done

    def build(self, ui: Ui) -> None:
        """A line on what withdrawing is, and a row for each entry."""
        t = ui.t
        rest = dialog(ui, 1500, 960, t("What was told after the game"), self.back)
        head, rest = rest.cut_top(56, 18)
        lead = self.meeting.why_read_only(t) or t("Withdraw what is wrong.")
        ui.canvas.text(head, lead, _LEAD, theme.CHALK, valign="middle")
        draw_told(ui, rest, self._rows(), ("told", "withdraw"))
        ui.focus_on("close")

    def _rows(self) -> list[Told]:
        meeting, t = self.meeting, self.app.t
        entries = told_entries(meeting.formatter(t), meeting.debrief, meeting.log)
        return [self._row(record, parts) for record, parts in reversed(list(entries))]

    def _row(self, record: Withdrawable, parts: tuple[str, ...]) -> Told:
        meeting, t = self.meeting, self.app.t
        about, *said = [meeting.written(t, part) for part in parts]
        day = short_day(t, meeting.log.header.moment(record.at).date())
        text = DOT.join([*said, t("told on {day}", day=day)])
        press = Press(t("Withdraw …"), "undo-2", partial(self._ask, record.n, about, text))
        offered = None if meeting.why_read_only(t) else press
        return Told(_ICONS[type(record)], about, text, press=offered)

    def _ask(self, entry: int, about: str, text: str) -> None:
        t = self.app.t
        what = t(
            "It stays in the file of the game, but from now on it counts in no sum and no report. "
            "What was told of the same before counts again."
        )
        told = f"{about}\n{text}\n\n{what}"
        withdraw = partial(self._withdraw, entry)
        self.app.push(
            Question(t("Withdraw this?"), told, t("Withdraw it"), withdraw, style="secondary")
        )

    def _withdraw(self, entry: int) -> None:
        if self.meeting.add(lambda: self.meeting.additions.withdraw(entry)):
            self.app.toast(self.app.t("Withdrawn: it counts no longer."))
            self.done()
            self.refresh()
