"""The moment when an ability has revealed something, or made an idea cheaper."""

from __future__ import annotations

from game.engine import Idea, Track
from game.engine import events as ev
from game.engine.harvest import carrying_out_price
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.table.cards.parts import coin, track_sign
from game.table.parts.card_signs import show_card
from game.table.parts.meters import FALLEN
from game.table.parts.named_idea import draw_named_idea
from game.table.play.moments.base import MomentScreen, find_event, first_event, note
from game.views import face_builder as faces
from game.wording import terms
from game.wording.event_texts import event_text


class AbilityScreen(MomentScreen):
    """An ability that revealed something, or made an idea cheaper."""

    sign = "star"

    @property
    def event(self) -> ev.AbilityUsed:
        """The event: the ability and who used it."""
        return first_event(self.moments, ev.AbilityUsed)

    def title(self) -> str:
        """The seat, its role and the ability."""
        t, e = self.game.t, self.event
        ability = self.state.setup.by_id.roles[e.role].ability
        who = f"{self.state.seats[e.seat].name}, {self.game.names.role(e.role)}"
        return f"{who}: {terms.ability(t, ability)}"

    def content(self, ui: Ui, box: Box) -> None:
        """A table of ideas and their true effects, or one idea and what changed for it."""
        idea = self.state.idea(self.event.idea or "")
        if idea is None:
            self._learned(ui.canvas, box)
        else:
            self._one(ui, box, idea)

    def _learned(self, c: Canvas, box: Box) -> None:
        """Every idea not yet realised, with its estimate and its true effect on the track."""
        t = self.game.t
        free = first_event(self.moments, ev.FreeClaimGiven)
        track = free.track
        foot, body = box.cut_bottom(96, 20)
        head, body = body.cut_top(64, 8)
        side = head.h
        track_sign(c, head.cut_left(side * 1.5)[0], track)
        text = t("What the ideas truly give on {track}", track=terms.track(t, track))
        c.text(
            head.cut_left(side * 1.5, 24)[1],
            text,
            (36, 32),
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        columns = _figure_columns(head)
        for cell, name in zip(columns, (t("Claimed"), t("In truth")), strict=True):
            c.text(cell, name, (theme.ROOM, 26), theme.CHALK_SOFT, align="right", valign="middle")
        known = (i for i in self.state.ideas if self.state.effect(i, track) is not None)
        ideas = [i for i in known if i.status != "realised"]
        high = min(84, (body.h - 8 * len(ideas)) / max(1, len(ideas)))
        for n, idea in enumerate(ideas):
            row = Box(body.x, body.y + n * (high + 8), body.w, high)
            self._row(c, row, idea, track)
        note(c, foot, event_text(free, self.state, self.game.case, t) or "")

    def _row(self, c: Canvas, row: Box, idea: Idea, track: Track) -> None:
        c.panel(row, theme.PANEL, 12)
        inner = row.inset(20, 2)
        draw_named_idea(c, inner.cut_right(420)[1], self.game, idea, side=76)
        b, effect = idea.benefit(track), self.state.effect(idea, track) or 0
        ink = FALLEN if effect < 0 else theme.GOOD if effect else theme.CHALK
        figures = (
            ("–" if b is None else c.t.number(b.estimate), theme.CHALK_SOFT),
            (c.t.number(effect, sign=effect != 0), ink),
        )
        for cell, (text, colour) in zip(_figure_columns(inner), figures, strict=True):
            c.text(
                cell, text, min(46, row.h * 0.74), colour, "bold", align="right", valign="middle"
            )

    def _one(self, ui: Ui, box: Box, idea: Idea) -> None:
        """One idea with the risk that was revealed, or with its new price."""
        c, names, state = ui.canvas, self.game.names, self.game.state
        foot, body = box.cut_bottom(120, 24)
        risk = find_event(self.moments, ev.RiskTurnedUp)
        found = idea.risk(risk.risk) if risk else None
        wide = min(400, body.w * 0.3)
        high = min(body.h, wide * 1.4)
        pair = body.place(2 * wide + 160, high)
        left, middle, right = pair.columns([wide, 160, wide])
        show_card(ui, "idea", left, self.game, faces.idea_on_table(names, state, idea))
        c.icon("arrow-right", middle.place(80, 80), theme.CHALK_SOFT)
        if found:
            face = faces.risk_on_table(names, state, idea, found)
            show_card(ui, "risk", right, self.game, face)
        elif find_event(self.moments, ev.CostLowered):
            coin(c, right.centre, 260, carrying_out_price(self.game.state, idea))
        else:
            c.icon("check", right.place(200, 200), theme.GOOD)
        note(c, foot, self._conclusion())

    def _conclusion(self) -> str:
        kinds = (ev.RiskTurnedUp, ev.NothingFound, ev.CostLowered)
        event = next(m.event for m in self.moments if isinstance(m.event, kinds))
        return event_text(event, self.state, self.game.case, self.game.t, before=self.before) or ""


def _figure_columns(box: Box) -> tuple[Box, Box]:
    right, rest = box.inset(20, 0).cut_right(180, 20)
    return rest.cut_right(180)[0], right
