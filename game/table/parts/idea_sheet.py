"""An idea's sheet: its card and everything linked to it, read-only."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import TRACKS, Benefit, Idea, Risk, Track
from game.engine.state import TrialPlan
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.table.cards.parts import named_track
from game.table.parts.card_signs import show_card
from game.table.parts.game_view import GameView
from game.table.parts.meters import FALLEN
from game.views import explained
from game.views import face_builder as faces
from game.views.board import benefit_key, idea_key, risk_key
from game.views.faces import DownsideFace
from game.wording import card_pictures as pictures

_REMARK = 76
"""The height of what has to be known of an idea: up to three lines."""
_RISK_ROW = 78
_BENEFIT_ROWS = (98, 132)
"""The least and the greatest height of a benefit: its facts have two lines, or three."""
_SIGN = 108
"""The width of the sign of a track with its name."""
_MOVE = 172
"""The least width of an action of a benefit."""
_IN_LINE = 3
"""Actions of a benefit that stand below those of the others."""
_ICON = 80
"""The width that an action's icon and margins take."""
_PICTURE = 60
"""The largest side of the picture of a benefit or a risk."""
_SIZES, _FACTS = (24, 22, 20, theme.LEAST), (22, 20, theme.LEAST)


@frozen
class SheetMove:
    """An action on the sheet; ``reason`` says why it is not possible now, ``tip`` what it means."""

    key: str
    label: str
    icon: str
    reason: str
    go: Callable[[], object]
    style: Style = "secondary"
    tip: str = ""

    def button(self, key: str, box: Box, size: float) -> Button:
        """The button for the action."""
        return Button(
            key,
            box,
            Label(self.label, icon=self.icon, style=self.style, size=size),
            self.go,
            reason=self.reason,
            tip=self.tip,
        )


def _columns(c: Canvas, box: Box, moves: list[SheetMove]) -> list[Box]:
    """A place for each action: in line with the other rows, or as wide as their labels need.

    Who owns it is decided last in every row, so that stands in one column.
    """
    if len(moves) <= _IN_LINE:
        return box.columns(_IN_LINE, 10)[_IN_LINE - len(moves) :]
    return box.columns([c.type.width(m.label, 22, "semibold") + _ICON for m in moves], 10)


def _has_room(c: Canvas, places: list[Box], name: str, facts: str) -> bool:
    """Whether both texts are whole in their places."""
    upper, lower = places
    cut = c.type.fit(name, upper, _SIZES, "semibold").cut or c.type.fit(facts, lower, _FACTS).cut
    return not cut


def _draw_card_row(
    c: Canvas, box: Box, picture: str, name: str, facts: str, shares: tuple[float, float]
) -> tuple[Box | None, Box]:
    """Draw a card's picture, its name and the facts below it. Returns where picture and facts are.

    Where a text would be cut beside the picture, it is left out: the idea's card shows another.
    """
    spot, words = box.cut_left(min(_PICTURE, box.h), 12)
    called = pictures.bare(name, picture)
    shown = _has_room(c, words.rows(shares), called, facts) and c.emoji_on_paper(picture, spot)
    upper, lower = (words if shown else box).rows(shares)
    c.text(upper, called, _SIZES, theme.CHALK, "semibold", valign="bottom")
    c.text(lower, facts, _FACTS, theme.CHALK_SOFT)
    return spot if shown else None, lower


class SheetView(Screen):
    """Everything about one idea, read-only."""

    overlay = True
    room = (0.0, 0.0)
    """The space reserved for actions in a benefit's and a risk's row."""

    def __init__(self, game: GameView, idea: str, key: str = "") -> None:
        self.game = game
        self.id = idea
        self.key = key

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The card and its actions on the left, benefits and risks on the right."""
        idea = self.game.state.idea(self.id)
        if idea is None:
            self.app.pop(self)
            return
        title = f"{idea.letter} · {self.game.names.idea(idea)}"
        rest = dialog(ui, 1760, 990, title, self.back)
        left, right = rest.cut_left(400, 36)
        self._card(ui, left, idea)
        below = 40 + len(idea.risks) * (_RISK_ROW + 8)
        least, most = (40 + 4 * (row + 8) for row in _BENEFIT_ROWS)
        benefits, risks = right.cut_top(max(least, min(most, right.h - 14 - below)), 14)
        self._benefits(ui, benefits, idea)
        self._risks(ui, risks, idea)
        self._first_focus(ui)

    def _first_focus(self, ui: Ui) -> None:
        """Put the focus on the first action of the card that was pressed on the table."""
        wanted = f"{self.key}:" if self.key not in ("", idea_key(self.id)) else "do:"
        for widget in ui.widgets:
            if widget.key.startswith(wanted) and not getattr(widget, "reason", ""):
                ui.focus_on(widget.key)
                return
        ui.focus_on("close")

    def _card(self, ui: Ui, box: Box, idea: Idea) -> None:
        moves = self._moves(idea)
        buttons, card = box.cut_bottom(max(0, len(moves) * 70 - 10), 18)
        if plan := faces.running_trial(self.game.state, idea):
            told, card = card.cut_bottom(62, 10)
            self._trial(ui, told, idea, plan)
        elif remark := self._remark(idea):
            told, card = card.cut_bottom(_REMARK, 10)
            sign, words = told.cut_left(34, 12)
            ui.canvas.icon("info", sign.place(32, 32), theme.ACCENT)
            ui.canvas.text(words, remark, (24, 18), theme.CHALK, valign="middle")
        height = min(card.h, 560)
        place = card.place(min(card.w, height * 0.74), height, 0.5, 0)
        face = faces.idea_on_table(self.game.names, self.game.state, idea)
        show_card(ui, "card", place, self.game, face)
        for row, move in zip(buttons.rows(len(moves), 10), moves, strict=True):
            ui.add(move.button(f"do:{move.key}", row, 26))

    def _remark(self, idea: Idea) -> str:
        """What has to be known of the idea before anything is done to it."""
        if idea.status == "implemented":
            return self.game.t("Implemented: what is claimed is settled now.")
        return ""

    def _trial(self, ui: Ui, box: Box, idea: Idea, plan: TrialPlan) -> None:
        """Who tries the idea, what that is called, and how it is measured."""
        c, game = ui.canvas, self.game
        face = faces.idea_on_table(game.names, game.state, idea)
        ui.explain("trial", box, game.sign(face, ("trial",)))
        told = self.game.t("{seat} tries it", seat=self.game.seat_name(plan.seat))
        if plan.name:
            told = f"{told}: {plan.name}"
        if plan.measure:
            told = f"{told} · {plan.measure}"
        sign, words = box.cut_left(34, 12)
        c.icon("flask-conical", sign.place(32, 32), theme.ACCENT)
        c.text(words, told, _SIZES, theme.CHALK, valign="middle")

    # ------------------------------------------------------------------ benefits
    def _benefits(self, ui: Ui, box: Box, idea: Idea) -> None:
        head, rest = box.cut_top(34, 6)
        ui.canvas.text(
            head, ui.t("Benefits and downsides"), 28, theme.ACCENT, "semibold", valign="middle"
        )
        for row, track in zip(rest.rows(4, 8), TRACKS, strict=True):
            ui.canvas.panel(row, theme.PANEL, 12, line=theme.PANEL_LINE)
            sign, inner = row.inset(12, 10).cut_left(_SIGN, 14)
            named_track(ui.canvas, sign, track)
            measured = explained.indicator(self.game.names, self.game.state, track)
            ui.explain(f"track:{track}", sign, measured)
            b = idea.benefit(track)
            if b is None:
                self._no_benefit(ui, inner, idea, track)
            else:
                self._benefit(ui, inner, idea, track, b)

    def _no_benefit(self, ui: Ui, box: Box, idea: Idea, track: Track) -> None:
        t, known = self.game.t, self.game.state.effect(idea, track)
        buttons, words = box.cut_right(self.room[0], 14)
        moves = self._no_benefit_moves(idea, track)
        for move, place in zip(moves, buttons.columns(2, 10)[-len(moves) :], strict=False):
            key = f"{benefit_key(idea.id, track)}:{move.key}"
            ui.add(move.button(key, place.place(place.w, 58), 22))
        message = t("No benefit claimed here.")
        if known is not None:
            message += " " + t("True effect: {n}", n=t.number(known, sign=known != 0))
        elif self._is_asked(idea, track):
            message += " " + t("The trial will tell.")
        ui.canvas.text(words, message, (22, 18), theme.CHALK_SOFT, valign="middle")

    def _benefit(self, ui: Ui, box: Box, idea: Idea, track: Track, b: Benefit) -> None:
        c, game = ui.canvas, self.game
        moves = self._benefit_moves(idea, track, b)
        buttons, words = box.cut_right(max(self.room[0], len(moves) * _MOVE), 14)
        number, words = words.cut_left(64, 12)
        face = faces.benefit_on_table(game.names, game.state, idea, track)
        ink = FALLEN if b.downside else theme.CHALK
        points = c.t.number(b.estimate)
        if isinstance(face, DownsideFace) and face.left is not None and b.harvested is None:
            upper, lower = number.rows([1, 1])
            left = f"→ {c.t.number(face.left)}"
            c.text(upper, points, (30, 26), ink, "bold", align="centre", valign="middle")
            c.text(lower, left, (30, 26), theme.GOOD, "bold", align="centre", valign="middle")
        else:
            c.text(number, points, (44, 38), ink, "bold", align="centre", valign="middle")
        name, told = game.names.benefit_beside(idea, track), self._facts(idea, track, b)
        picture, _ = _draw_card_row(c, words, face.picture, name, told, (1, 1.7))
        if picture is not None:
            whole = game.sign(face, ("type",))
            ui.explain(f"picture:{track}", picture, whole)
        what = "points" if b.downside else "estimate"
        ui.explain(f"number:{track}", number, game.sign(face, (what,)))
        for cell, move in zip(_columns(c, buttons, moves), moves, strict=False):
            key = f"{benefit_key(idea.id, track)}:{move.key}"
            ui.add(move.button(key, cell.place(cell.w, 58), 22))

    def _facts(self, idea: Idea, track: Track, b: Benefit) -> str:
        """Owner, measure, and the true effect if known or the harvested points."""
        game, t = self.game, self.game.t
        if b.downside:
            facts = [fact.removesuffix(".") for fact in game.names.downside_facts(b)]
        else:
            facts = [game.names.indicator(track, b)]
        if b.owner is not None:
            facts.insert(0, t("owned by {name}", name=game.seat_name(b.owner)))
        if b.low is not None and b.high is not None:
            facts.append(t("between {low} and {high}", low=t.number(b.low), high=t.number(b.high)))
        known = game.state.effect(idea, track)
        if b.harvested is not None:
            facts.append(t("harvested {n}", n=t.number(b.harvested)))
            facts += [t("followed up, {by} more", by=t.number(1, sign=True))] * b.followed
        elif known is not None:
            facts.insert(0, t("true effect {n}", n=t.number(known, sign=known != 0)))
        elif self._is_asked(idea, track):
            facts.append(t("the trial will tell"))
        return " · ".join(facts)

    def _is_asked(self, idea: Idea, track: Track) -> bool:
        """Whether a trial that is under way asks about this track."""
        plan = faces.running_trial(self.game.state, idea)
        return plan is not None and plan.about == track

    # ------------------------------------------------------------------ risks
    def _risks(self, ui: Ui, box: Box, idea: Idea) -> None:
        head, rest = box.cut_top(34, 6)
        ui.canvas.text(head, ui.t("Risks"), 28, theme.ACCENT, "semibold", valign="middle")
        if not idea.risks:
            message = ui.t("No risk is named here. What is not named strikes more often.")
            if idea.status == "realised":
                message = ui.t("No risk was named here.")
            elif not idea.locked:
                message += " " + ui.t("Put a risk card on the idea, or write one.")
            ui.canvas.text(rest, message, (24, 20), theme.CHALK_SOFT)
            return
        height = len(idea.risks) * (_RISK_ROW + 8)
        with ui.scroll("risks", rest, height) as content:
            for i, risk in enumerate(idea.risks):
                y = content.y + i * (_RISK_ROW + 8)
                self._risk(ui, Box(content.x, y, content.w, _RISK_ROW), idea, risk)

    def _risk(self, ui: Ui, box: Box, idea: Idea, risk: Risk) -> None:
        c, game = ui.canvas, self.game
        c.panel(box, theme.PANEL, 12, line=theme.PANEL_LINE)
        sign, inner = box.inset(12, 8).cut_left(_SIGN, 14)
        named_track(c, sign, risk.track)
        button, words = inner.cut_right(self.room[1], 14)
        face = faces.risk_on_table(game.names, game.state, idea, risk)
        called, known = game.names.risk(risk), self._risk_facts(risk)
        picture, facts = _draw_card_row(c, words, face.picture, called, known, (1.1, 1))
        if picture is not None:
            ui.explain(f"picture:{risk.id}", picture, game.sign(face, ("type",)))
        told = "stamp" if face.stamp else "mitigations" if face.mitigations else "likelihood"
        ui.explain(f"risk:{risk.id}", facts, game.sign(face, (told,)))
        ui.explain(f"track:{risk.id}", sign, game.sign(face, ("track",)))
        for move in self._risk_moves(idea, risk):
            key = f"{risk_key(idea.id, risk.id)}:{move.key}"
            ui.add(move.button(key, button.place(button.w, 56), 22))

    def _risk_facts(self, risk: Risk) -> str:
        t = self.game.t
        facts = [self._gravity(risk)]
        if risk.outcome is not None:
            facts.append(self.game.names.outcome(risk.outcome))
            return " · ".join(facts)
        facts.append(self._danger(risk))
        if risk.mitigations:
            facts.append(t.plural("mitigated once", "mitigated {n} times", risk.mitigations))
        return " · ".join(facts)

    def _gravity(self, risk: Risk) -> str:
        """The severity of a risk; of one in the group's own words, what the group believes."""
        t = self.game.t
        if risk.name is None:
            return t("severity {n}", n=risk.severity)
        return t(
            "we believe: severity {n}, likelihood {likelihood}",
            n=risk.severity,
            likelihood=risk.likelihood,
        )

    def _danger(self, risk: Risk) -> str:
        """How likely it is to strike, as far as anybody knows."""
        t, limit = self.game.t, self.game.state.limit(risk)
        if risk.name is not None:
            return t("nobody knows how likely it truly is")
        if limit <= 0:
            return t("cannot strike any more")
        return (
            t("strikes when a six-sided die shows {n} or less", n=limit)
            if limit < 6
            else t("certain to strike")
        )

    # ------------------------------------------------------------------ actions
    def _moves(self, idea: Idea) -> list[SheetMove]:
        """The actions on the idea: none on this read-only sheet."""
        return []

    def _benefit_moves(self, idea: Idea, track: Track, b: Benefit) -> list[SheetMove]:
        """The actions on a benefit."""
        return []

    def _no_benefit_moves(self, idea: Idea, track: Track) -> list[SheetMove]:
        """The actions on a track on which nothing is claimed."""
        return []

    def _risk_moves(self, idea: Idea, risk: Risk) -> list[SheetMove]:
        """The actions on a risk."""
        return []
