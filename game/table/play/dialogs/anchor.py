"""Anchoring a benefit: who is responsible for it, and how it will be measured."""

from __future__ import annotations

from dataclasses import replace

from game.engine import Idea, Measure, State, Track
from game.engine import actions as act
from game.engine.events import Short
from game.engine.limits import MAX_NAME, MAX_UNIT
from game.engine.lookups import is_at_home, owned_by, present
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.field import TextField
from game.i18n import Words
from game.table.parts.dialog_parts import (
    about_line,
    answers,
    complaint,
    labelled,
    remark,
    seats,
    subject_picture,
)
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.wording import figures, terms
from game.wording.actions import cost_now
from game.wording.measures import MeasureForm


def printed(game: Game, idea: Idea, track: Track) -> MeasureForm:
    """The measure printed on the card; without a card, how far it takes the track's indicator."""
    t, b = game.t, idea.benefit(track)
    m = figures.measure(t, game.case, track, None if b is None else replace(b, measure=None))
    return MeasureForm(
        m.indicator,
        m.unit,
        _plain(t, m.baseline),
        _plain(t, m.target),
        "" if m.months is None else str(m.months),
    )


def _plain(t: Words, value: float | None) -> str:
    """A number as it is typed: with a plain minus sign, which keyboards have."""
    return "" if value is None else t.number(value).replace("\N{MINUS SIGN}", "-")


def likely_owner(s: State, track: Track) -> int:
    """Whom to propose: the seat in turn, or one at home on the track if it is not."""
    free = [n for n in present(s) if owned_by(s, n) < s.setup.rules.owner_load]
    home = [n for n in free if is_at_home(s, n, track)]
    return home[0] if home and s.turn not in home else s.turn


class AnchorDialog(Dialog):
    """The owner at the left, the measure at the right; Enter accepts both as filled in."""

    of_turn = True

    def __init__(self, game: Game, idea: Idea, track: Track) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.track: Track = track
        self.owner = likely_owner(game.state, track)
        self.form = printed(game, idea, track)
        self.printed = printed(game, idea, track)
        self.wrong: dict[str, str] = {}

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The benefit, its owner, its measure."""
        idea = self.game.state.idea(self.idea)
        if idea is None:
            self.app.pop(self)
            return
        t, c = self.t, ui.canvas
        rest = dialog(ui, 1760, 960, t("Anchor a benefit"), self.back)
        about, rest = rest.cut_top(60, 18)
        text = f"{idea.letter} · {self._name(idea)} → {terms.track(t, self.track)}"
        picture = subject_picture(self.game, idea.id, idea.benefit(self.track))
        about_line(c, about, self.track, picture, text)
        buttons, rest = rest.cut_bottom(76, 12)
        wrong, rest = rest.cut_bottom(40, 8)
        text = self._takes()
        takes, wrong = wrong.cut_left(min(wrong.w / 2, c.type.width(text, 26) + 4), 20)
        c.text(takes, text, (26, 22), theme.CHALK_SOFT, valign="middle")
        complaint(c, wrong, self.wrong.get("", ""))
        if "" not in self.wrong:
            remark(c, wrong, self._falls_short() or self._same_without())
        owners, measure = rest.columns((1, 1.12), 44)
        self._owners(ui, owners)
        self._measure(ui, measure)
        label = t("Anchor with {name}", name=self.game.seat_name(self.owner))
        answers(ui, buttons, label, self._anchor, self.back, icon="anchor")
        ui.focus_on("yes")

    def _name(self, idea: Idea) -> str:
        """The benefit; the idea itself for the one that it promises."""
        b = idea.benefit(self.track)
        names = self.game.names
        return names.idea(idea) if b is None else names.benefit_alone(idea, b)

    def _owners(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, self.t
        head, rest = box.cut_top(44, 4)
        c.text(head, t("Who answers for it?"), (30, 26), theme.ACCENT, "semibold", valign="middle")
        hint, rest = rest.cut_top(64, 10)
        text = t(
            "An owner says yes. All of it is harvested by one who is at home on the track (the "
            "house) and owns no more than {n} at once.",
            n=self.game.state.setup.rules.owner_load,
        )
        c.text(hint, text, (22, 18), theme.CHALK_SOFT, valign="middle")
        seats(ui, rest, self.game, self._own, track=self.track, chosen=self.owner)

    def _takes(self) -> str:
        """What anchoring takes here and now."""
        action = act.Anchor(self.game.state.turn, self.idea, self.track, self.owner)
        return cost_now(self.t, self.game.state, action)

    def _falls_short(self) -> str:
        """Why the chosen owner will give less, if that is to be expected."""
        t, s = self.t, self.game.state
        short: Short | None = None
        if not is_at_home(s, self.owner, self.track):
            short = "away"
        elif owned_by(s, self.owner) >= s.setup.rules.owner_load:
            short = "overloaded"
        if short is None:
            return ""
        name = self.game.seat_name(self.owner)
        return t("With {name} one point less: {why}.", name=name, why=terms.short(t, short))

    def _same_without(self) -> str:
        """That an owner changes nothing in the harvest any more, where that is known."""
        s = self.game.state
        known = s.effect(s.require_idea(self.idea), self.track)
        if known is None or known > s.setup.rules.unowned:
            return ""
        return self.t(
            "All is harvested without an owner too: the true effect is known, {n}.",
            n=figures.signed(self.t, known),
        )

    def _measure(self, ui: Ui, box: Box) -> None:
        c, t, f = ui.canvas, self.t, self.form
        head, rest = box.cut_top(44, 4)
        c.text(head, t("How will we see it?"), (30, 26), theme.ACCENT, "semibold", valign="middle")
        hint, rest = rest.cut_top(64, 10)
        text = t("Take it as it stands, or change it if you have a better one.")
        c.text(hint, text, (22, 18), theme.CHALK_SOFT, valign="middle")
        indicator, numbers, when, _ = rest.rows((1, 1, 1, 0.3), 14)
        self._field(ui, indicator, "indicator", t("What is measured"), f.indicator, MAX_NAME)
        left, right = numbers.columns(2, 24)
        self._field(ui, left, "baseline", t("Today"), f.baseline, 16)
        self._field(ui, right, "target", t("Target"), f.target, 16)
        left, right = when.columns(2, 24)
        self._field(ui, left, "unit", t("Unit"), f.unit, MAX_UNIT)
        self._field(ui, right, "months", t("Measured after (months)"), f.months, 4)

    def _field(self, ui: Ui, box: Box, name: str, label: str, value: str, limit: int) -> None:
        """One field, with its problem below."""
        field, wrong = labelled(ui, box, label).cut_top(62, 2)
        ui.add(
            TextField(
                name,
                field,
                value,
                lambda text: setattr(self.form, name, text),
                limit=limit,
                size=26,
                on_enter=self._anchor,
            )
        )
        complaint(ui.canvas, wrong.cut_top(min(56, wrong.h))[0], self.wrong.get(name, ""))

    # ------------------------------------------------------------------ actions
    def _own(self, seat: int) -> None:
        self.owner = seat

    def _anchor(self) -> None:
        measure = self._read()
        if isinstance(measure, dict):
            self.wrong = measure
            return
        action = act.Anchor(self.game.state.turn, self.idea, self.track, self.owner, measure)
        why = self.game.why_not(action)
        if why:
            self.wrong = {"": why}
            return
        self.finish(action)

    def _read(self) -> Measure | dict[str, str] | None:
        """The measure as entered; ``None`` when it is unchanged from the card."""
        return None if self.form == self.printed else self.form.read(self.t)
