"""An idea's sheet: its card, all that is linked to it, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.engine import TRACKS, Benefit, Idea, Risk, Track
from game.engine import actions as act
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button, Style
from game.table.cards import draw_card
from game.table.cards.parts import track_sign
from game.table.parts.game_view import GameView
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.game import Game
from game.views import face_builder as faces
from game.views.board import benefit_key, risk_key
from game.wording import terms

_RISK_ROW = 78
_BENEFIT_ROW = 96
_SIZES = (24, 22, 20, 18)


@dataclass(frozen=True, slots=True)
class Move:
    """Something that can be done on the sheet; ``reason`` says why it cannot now."""

    key: str
    label: str
    icon: str
    reason: str
    go: Callable[[], object]
    style: Style = "secondary"

    def button(self, key: str, box: Box, size: float) -> Button:
        """The button for it."""
        return Button(
            key,
            box,
            self.label,
            self.go,
            style=self.style,
            icon=self.icon,
            size=size,
            reason=self.reason,
        )


class SheetView(Screen):
    """Everything about one idea, to be read."""

    overlay = True
    room = (0.0, 0.0)
    """How much of a benefit's and of a risk's row is kept free for what can be done."""

    def __init__(self, game: GameView, idea: str, key: str = "") -> None:
        self.game = game
        self.id = idea
        self.key = key

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The card and its moves at the left, benefits and risks at the right."""
        idea = self.game.state.idea(self.id)
        if idea is None:
            self.app.pop(self)
            return
        title = f"{idea.letter} · {self.game.names.idea(idea)}"
        rest = dialog(ui, 1760, 990, title, self.back)
        left, right = rest.cut_left(400, 36)
        self._card(ui, left, idea)
        benefits, risks = right.cut_top(40 + 4 * (_BENEFIT_ROW + 8), 14)
        self._benefits(ui, benefits, idea)
        self._risks(ui, risks, idea)
        self._first_focus(ui)

    def _first_focus(self, ui: Ui) -> None:
        """What was pressed on the table has its first move in focus here."""
        wanted = f"{self.key}:" if self.key.startswith(("benefit", "risk")) else "do:"
        for widget in ui.widgets:
            if widget.key.startswith(wanted) and not getattr(widget, "reason", ""):
                ui.focus_on(widget.key)
                return
        ui.focus_on("close")

    def _card(self, ui: Ui, box: Box, idea: Idea) -> None:
        moves = self._moves(idea)
        buttons, card = box.cut_bottom(max(0, len(moves) * 70 - 10), 18)
        height = min(card.h, 560)
        draw_card(
            ui.canvas,
            card.place(min(card.w, height * 0.74), height, 0.5, 0),
            faces.idea_on_table(self.game.names, self.game.state, idea),
        )
        for row, move in zip(buttons.rows(len(moves), 10), moves, strict=True):
            ui.add(move.button(f"do:{move.key}", row, 26))

    # ------------------------------------------------------------------ benefits
    def _benefits(self, ui: Ui, box: Box, idea: Idea) -> None:
        head, rest = box.cut_top(34, 6)
        ui.canvas.text(head, ui.t("Benefits"), 28, theme.ACCENT, "semibold", valign="middle")
        for row, track in zip(rest.rows(4, 8), TRACKS, strict=True):
            ui.canvas.panel(row, theme.PANEL, 12, line=theme.PANEL_LINE)
            sign, inner = row.inset(12, 10).cut_left(84, 14)
            track_sign(ui.canvas, sign.place(84, 54), track)
            b = idea.benefit(track)
            if b is None:
                self._no_benefit(ui.canvas, inner, idea, track)
            else:
                self._benefit(ui, inner, idea, track, b)

    def _no_benefit(self, c: Canvas, box: Box, idea: Idea, track: Track) -> None:
        t, known = self.game.t, self.game.state.effect(idea, track)
        said = t("No benefit claimed here.")
        if known is not None:
            said += " " + t("True effect: {n}", n=t.number(known, sign=known != 0))
        c.text(box, said, (22, 20, 18), theme.CHALK_SOFT, valign="middle")

    def _benefit(self, ui: Ui, box: Box, idea: Idea, track: Track, b: Benefit) -> None:
        c, game = ui.canvas, self.game
        buttons, words = box.cut_right(self.room[0], 14)
        number, words = words.cut_left(64, 12)
        c.text(
            number, str(b.estimate), (44, 38), theme.CHALK, "bold", align="centre", valign="middle"
        )
        name, facts = words.rows((1, 1.3), 0)
        c.text(
            name,
            game.names.benefit_beside(idea, track),
            _SIZES,
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        c.text(
            facts, self._facts(idea, track, b), (20, 18, 17, 16), theme.CHALK_SOFT, valign="middle"
        )
        moves = self._benefit_moves(idea, track, b)
        for cell, move in zip(buttons.columns(2, 10), moves, strict=False):
            key = f"{benefit_key(idea.id, track)}:{move.key}"
            ui.add(move.button(key, cell.place(cell.w, 58), 22))

    def _facts(self, idea: Idea, track: Track, b: Benefit) -> str:
        """Owner, measure, and what is known or was harvested."""
        game, t = self.game, self.game.t
        facts = [game.names.indicator(track, idea.benefit(track))]
        if b.owner is not None:
            facts.insert(0, t("owned by {name}", name=game.seat_name(b.owner)))
        known = game.state.effect(idea, track)
        if b.harvested is not None:
            facts.append(t("harvested {n}", n=t.number(b.harvested)))
        elif known is not None:
            facts.append(t("true effect {n}", n=t.number(known, sign=known != 0)))
        return " · ".join(facts)

    # ------------------------------------------------------------------ risks
    def _risks(self, ui: Ui, box: Box, idea: Idea) -> None:
        head, rest = box.cut_top(34, 6)
        ui.canvas.text(head, ui.t("Risks"), 28, theme.ACCENT, "semibold", valign="middle")
        if not idea.risks:
            said = ui.t("Nobody has named a risk here. What nobody names strikes more often.")
            ui.canvas.text(rest, said, (24, 22, 20), theme.CHALK_SOFT)
            return
        height = len(idea.risks) * (_RISK_ROW + 8)
        with ui.scroll("risks", rest, height) as content:
            for i, risk in enumerate(idea.risks):
                y = content.y + i * (_RISK_ROW + 8)
                self._risk(ui, Box(content.x, y, content.w, _RISK_ROW), idea, risk)

    def _risk(self, ui: Ui, box: Box, idea: Idea, risk: Risk) -> None:
        c, game = ui.canvas, self.game
        c.panel(box, theme.PANEL, 12, line=theme.PANEL_LINE)
        sign, inner = box.inset(12, 10).cut_left(84, 14)
        track_sign(c, sign.place(84, 54), risk.track)
        button, words = inner.cut_right(self.room[1], 14)
        name, facts = words.rows((1.1, 1), 2)
        c.text(name, game.names.risk(risk), _SIZES, theme.CHALK, "semibold", valign="middle")
        c.text(facts, self._risk_facts(risk), (20, 18, 17, 16), theme.CHALK_SOFT, valign="middle")
        for move in self._risk_moves(idea, risk):
            key = f"{risk_key(idea.id, risk.id)}:{move.key}"
            ui.add(move.button(key, button.place(button.w, 56), 22))

    def _risk_facts(self, risk: Risk) -> str:
        t, s = self.game.t, self.game.state
        facts = [t("severity {n}", n=risk.severity)]
        if risk.outcome is not None:
            facts.append(terms.outcome(t, risk.outcome))
            return " · ".join(facts)
        limit = s.limit(risk)
        if limit > 0:
            facts.append(t("strikes at {n} or less", n=limit) if limit < 6 else t("strikes surely"))
        else:
            facts.append(t("cannot strike any more"))
        if risk.mitigations:
            facts.append(t.plural("mitigated once", "mitigated {n} times", risk.mitigations))
        return " · ".join(facts)

    # ------------------------------------------------------------------ what can be done
    def _moves(self, idea: Idea) -> list[Move]:
        """What can be done with the idea: here nothing, it is only looked at."""
        return []

    def _benefit_moves(self, idea: Idea, track: Track, b: Benefit) -> list[Move]:
        """What can be done with a benefit."""
        return []

    def _risk_moves(self, idea: Idea, risk: Risk) -> list[Move]:
        """What can be done about a risk."""
        return []


class IdeaSheet(SheetView):
    """Everything about one idea; what cannot be done says why."""

    topic = "actions"
    room = (460.0, 225.0)
    game: Game

    def __init__(self, game: Game, idea: str, key: str = "") -> None:
        super().__init__(game, idea, key)

    def _moves(self, idea: Idea) -> list[Move]:
        if idea.locked:
            return []
        game, t, seat = self.game, self.game.t, self.game.state.turn
        implement, shelve = act.Implement(seat, idea.id), act.Shelve(seat, idea.id)
        return [
            Move(
                "trial",
                t("Try it small"),
                "flask-conical",
                game.why_not(act.Trial(seat, idea.id)),
                partial(self._open, TrialDialog, idea),
            ),
            Move(
                "implement",
                t("Implement, {n} capacity", n=idea.price),
                "rocket",
                game.why_not(implement),
                partial(self._do, implement),
                "primary",
            ),
            Move(
                "shelve",
                t("Shelve it"),
                "archive",
                game.why_not(shelve),
                partial(self._ask_to_shelve, idea),
                "quiet",
            ),
        ]

    def _benefit_moves(self, idea: Idea, track: Track, b: Benefit) -> list[Move]:
        if idea.status == "realised":
            return [] if b.followed else [self._follow_up(idea, track)]
        moves = [] if idea.locked else [self._revise_move(idea, track, b)]
        if b.owner is None:
            return [*moves, self._anchor(idea, track)]
        if len(self.game.state.seats) > 1:
            moves.append(self._hand_over(idea, track, b.owner))
        return moves

    def _follow_up(self, idea: Idea, track: Track) -> Move:
        action = act.FollowUp(self.game.state.turn, idea.id, track)
        why, go = self.game.why_not(action), partial(self._do, action)
        return Move("follow", self.game.t("Follow up"), "trending-up", why, go)

    def _revise_move(self, idea: Idea, track: Track, b: Benefit) -> Move:
        other = b.estimate + 1 if b.estimate < 6 else b.estimate - 1
        why = self._revise_reason(act.Revise(self.game.state.turn, idea.id, track, other))
        return Move(
            "revise", self.game.t("Revise"), "pencil", why, lambda: self._revise(idea, track)
        )

    def _anchor(self, idea: Idea, track: Track) -> Move:
        seat = self.game.state.turn
        why = self.game.why_not(act.Anchor(seat, idea.id, track, max(0, seat)))
        go = partial(self._open, AnchorDialog, idea, track)
        return Move("anchor", self.game.t("Anchor"), "anchor", why, go)

    def _hand_over(self, idea: Idea, track: Track, owner: int) -> Move:
        to = (owner + 1) % len(self.game.state.seats)
        why = self.game.why_not(act.HandOver(owner, idea.id, track, to))
        go = partial(self._open, HandOverDialog, idea, track)
        return Move("hand", self.game.t("Hand over"), "hand", why, go)

    def _revise_reason(self, revise: act.Revise) -> str:
        """A written idea may be at its limit: then it can still be revised downwards."""
        reason = self.game.why_not(revise)
        lower = act.Revise(revise.seat, revise.idea, revise.track, max(1, revise.estimate - 2))
        return reason and self.game.why_not(lower) and reason

    def _revise(self, idea: Idea, track: Track) -> None:
        self.app.push(EstimateDialog.for_revising(self.game, idea, track))

    def _risk_moves(self, idea: Idea, risk: Risk) -> list[Move]:
        if idea.status == "realised":
            return []
        why = self.game.why_not(act.Mitigate(self.game.state.turn, idea.id, risk.id))
        go = partial(self._open, MitigateDialog, idea, risk)
        return [Move("mitigate", self.game.t("Mitigate"), "shield", why, go)]

    # ------------------------------------------------------------------ doing
    def _ask_to_shelve(self, idea: Idea) -> None:
        """What is linked to the idea goes with it, so one press too many must not be enough."""
        t, s = self.game.t, self.game.state
        question = Question(
            t("Shelve {idea}?", idea=f"{idea.letter} · {self.game.names.idea(idea)}"),
            t(
                "The idea leaves the table, and its benefits and risks with it. The group gains "
                "{n} capacity. It can be undone.",
                n=s.setup.rules.shelve_gain,
            ),
            t("Shelve it"),
            partial(self._do, act.Shelve(s.turn, idea.id)),
        )
        self.app.push(question)

    def _open(self, dialog_class: Callable[..., Screen], *things: object) -> None:
        self.app.push(dialog_class(self.game, *things))

    def _do(self, action: act.Action) -> None:
        if self.game.state.step == "turn" and not self.game.why_not(action):
            self.app.pop(self)
        self.game.do(action)
