"""The moment of a trial by the first version of the rules: a die at once, and what was learned."""

from __future__ import annotations

from game.engine import TRACKS, Idea, State, Track
from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.table.cards import draw_card
from game.table.parts import stage_pieces
from game.table.parts.card_signs import show_card
from game.table.parts.dice import decides
from game.table.play.moments.base import MomentScreen, find_event, first_event, note
from game.table.play.moments.truth import draw_truth, estimates_hold
from game.views import face_builder as faces


class TrialScreen(MomentScreen):
    """A trial: the die against the maturity, and what was learned."""

    sign = "flask-conical"

    @property
    def event(self) -> ev.TrialThrown:
        """The event: the roll, who tried, and which idea."""
        return first_event(self.moments, ev.TrialThrown)

    @property
    def die(self) -> int:
        """The face that was rolled."""
        return self.event.die if decides(self.event.maturity) else 0

    @property
    def thrower(self) -> int:
        """Whoever tries it throws."""
        return self.event.seat

    def title(self) -> str:
        """The seat and the idea, or the name of the experiment."""
        name = self.event.name or self.game.t("Trial")
        return f"{self.game.seat_name(self.event.seat)}: {name}"

    def _idea(self, state: State) -> Idea:
        idea = state.idea(self.event.idea)
        assert idea is not None  # a trial never removes an idea from the table
        return idea

    def content(self, ui: Ui, box: Box) -> None:
        """The idea, the die with its odds, and what was revealed."""
        c, e = ui.canvas, self.event
        left, rest = box.cut_left(min(360, box.w * 0.26), 44)
        idea = self._idea(self.state if self.thrown else self.before)
        place = left.place(left.w, min(left.h, left.w * 1.45), 0, 0)
        face = faces.idea_on_table(self.game.names, self.game.state, idea)
        show_card(ui, "card", place, self.game, face)
        top, rest = rest.cut_top(190, 24)
        die, odds = top.cut_left(170, 40)
        signs = (("badge-check", theme.GOOD), ("lightbulb", theme.ACCENT))
        stage_pieces.odds(c, odds, e.maturity, self.die * self.thrown, signs)
        self.draw_die(c, die.place(160, 160), rest.cut_top(min(rest.h, 170))[0])
        if not self.thrown:
            return
        banner, rest = rest.cut_top(92, 24)
        self._banner(c, banner)
        self._found(c, rest, idea)

    def _banner(self, c: Canvas, box: Box) -> None:
        t, e = self.game.t, self.event
        params = {"die": e.die, "maturity": e.maturity}
        if e.proven:
            text = t("Proven: {die} is within maturity {maturity}", **params)
            if not self.die:
                text = t("Proven: at maturity {maturity} it always works", **params)
            stage_pieces.banner(c, box, "badge-check", text, "good")
        else:
            stage_pieces.banner(
                c,
                box,
                "lightbulb",
                t("Wiser: {die} is above maturity {maturity}", **params),
                "plain",
            )

    def _found(self, c: Canvas, box: Box, idea: Idea) -> None:
        """The truth beside the estimates, or the risk that was revealed; and what to do now."""
        t = self.game.t
        foot, body = box.cut_bottom(96, 20)
        risk = find_event(self.moments, ev.RiskTurnedUp)
        found = idea.risk(risk.risk) if risk else None
        if found:
            tile, rest = body.cut_left(min(640, body.w * 0.62), 30)
            draw_card(
                c,
                tile.place(tile.w, 104, 0, 0.5),
                faces.risk_on_table(self.game.names, self.game.state, idea, found),
            )
            text = t("A true risk has come to light")
            c.text(rest, text, (32, theme.ROOM, 26), theme.CHALK, valign="middle")
        else:
            self._truth(c, body, idea)
        note(c, foot, self._hint(idea, named=found is not None))

    def _truth(self, c: Canvas, box: Box, idea: Idea) -> None:
        """The truth beside the estimates, or why there is none to show."""
        t, tracks = self.game.t, self._tracks(idea)
        if tracks and not idea.written:
            draw_truth(c, box, t, self.state, idea, tracks)
            return
        text = t("All of its effects were known already.")
        if idea.written:
            text = t(
                "Nobody knows yet what the group's own idea gives. At the reality check you "
                "throw two dice for it, and the better counts."
            )
        c.text(box, text, (34, theme.ROOM, 26), theme.CHALK, valign="middle")

    def _tracks(self, idea: Idea) -> list[Track]:
        """The tracks to show: those a proven idea affects or claims, else the revealed ones."""
        if not self.event.proven:
            opened = find_event(self.moments, ev.EffectsOpened)
            return [track for _, track, _ in opened.effects] if opened else []
        return [t for t in TRACKS if self.state.effect(idea, t) or idea.benefit(t)]

    def _hint(self, idea: Idea, *, named: bool) -> str:
        """What the group may do with its new knowledge."""
        t = self.game.t
        if self.event.proven and idea.written:
            return t("Implementing it costs 1 less now.")
        if self.event.proven:
            if estimates_hold(self.state, idea):
                return t("The estimates hold. Implementing it costs 1 less now.")
            return t("Revise the estimates that do not match. Implementing it costs 1 less now.")
        grown = t("Maturity rises to {n}.", n=idea.maturity)
        return f"{grown} " + (
            t("Mitigate the risk, or try again.") if named else t("Try again, or revise.")
        )
