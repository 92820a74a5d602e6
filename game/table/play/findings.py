"""What a trial or an ability brought to light."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import TRACKS, Idea, State, Track
from game.engine import events as ev
from game.i18n import names
from game.i18n.telling import tell
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import draw_card
from game.table.cards.parts import coin, letter_badge, track_sign
from game.table.frame import Box
from game.table.play import faces, pieces
from game.table.play.game import Game, Moment
from game.table.play.meters import FALLEN
from game.table.play.moment import MomentScreen, note, nothing
from game.table.ui import Ui


def _only(moments: Sequence[Moment], kind: type[ev.Event]) -> ev.Event | None:
    return next((m.event for m in moments if isinstance(m.event, kind)), None)


def _opened(moments: Sequence[Moment]) -> tuple[tuple[str, Track, int], ...]:
    event = _only(moments, ev.EffectsOpened)
    return event.effects if isinstance(event, ev.EffectsOpened) else ()


class TrialScreen(MomentScreen):
    """A trial: the die against the maturity, and what was learned by it."""

    sign = "flask-conical"

    def __init__(
        self,
        game: Game,
        before: State,
        moments: Sequence[Moment],
        on_done: Callable[[], object] = nothing,
    ) -> None:
        super().__init__(game, moments[-1].state, on_done)
        self.before = before
        event = _only(moments, ev.TrialThrown)
        assert isinstance(event, ev.TrialThrown)
        self.event = event
        self.moments = moments
        self.dice = (event.die,)

    def title(self) -> str:
        """Who tries what, or the name of the experiment."""
        name = self.event.name or self.game.t("Trial")
        return f"{self.game.seat_name(self.event.seat)}: {name}"

    def _idea(self, state: State) -> Idea:
        idea = state.idea(self.event.idea)
        assert idea is not None  # a trial never takes an idea off the table
        return idea

    def content(self, ui: Ui, box: Box) -> None:
        """The idea, the die with its odds, and what came to light."""
        c, e = ui.canvas, self.event
        left, rest = box.cut_left(min(360, box.w * 0.26), 44)
        idea = self._idea(self.state if self.thrown else self.before)
        draw_card(
            c,
            left.place(left.w, min(left.h, left.w * 1.45), 0, 0),
            faces.idea_face(self.game, idea),
        )
        top, rest = rest.cut_top(190, 24)
        die, odds = top.cut_left(170, 40)
        self.die_box = die.place(160, 160)
        signs = (("badge-check", theme.GOOD), ("lightbulb", theme.ACCENT))
        pieces.odds(c, odds, e.maturity, e.die * self.thrown, signs)
        if not self.thrown:
            pieces.waiting_die(c, self.die_box)
            return
        c.die(self.die_box, e.die)
        banner, rest = rest.cut_top(92, 24)
        self._banner(c, banner)
        self._found(c, rest, idea)

    def _banner(self, c: Canvas, box: Box) -> None:
        t, e = self.game.t, self.event
        params = {"die": e.die, "maturity": e.maturity}
        if e.proven:
            pieces.banner(
                c,
                box,
                "badge-check",
                t("Proven: {die} is within maturity {maturity}", **params),
                "good",
            )
        else:
            pieces.banner(
                c,
                box,
                "lightbulb",
                t("Wiser: {die} is above maturity {maturity}", **params),
                "plain",
            )

    def _found(self, c: Canvas, box: Box, idea: Idea) -> None:
        """The truth beside the estimates, or the risk that came to light; and what to do now."""
        t = self.game.t
        foot, body = box.cut_bottom(96, 20)
        risk = _only(self.moments, ev.RiskTurnedUp)
        found = idea.risk(risk.risk) if isinstance(risk, ev.RiskTurnedUp) else None
        if found:
            tile, rest = body.cut_left(min(640, body.w * 0.62), 30)
            draw_card(c, tile.place(tile.w, 104, 0, 0.5), faces.risk_face(self.game, idea, found))
            said = t("A true risk has come to light")
            c.text(rest, said, (32, theme.ROOM, 26), theme.CHALK, valign="middle")
        else:
            draw_truth(c, body, self.game, idea, self._tracks(idea))
        note(c, foot, self._hint(idea, named=found is not None))

    def _tracks(self, idea: Idea) -> list[Track]:
        """The tracks to look at: all that a proven idea moves or claims, else what was opened."""
        if not self.event.proven:
            return [track for _, track, _ in _opened(self.moments)]
        return [t for t in TRACKS if self.state.effect(idea, t) or idea.benefit(t)]

    def _hint(self, idea: Idea, *, named: bool) -> str:
        """What the group may do with what it knows now."""
        t = self.game.t
        if self.event.proven and idea.written:
            return t("Scaling it costs 1 less now.")
        if self.event.proven:
            off = any(_off(self.state, idea, track) for track in TRACKS)
            if off:
                return t("Revise the estimates that do not match. Scaling costs 1 less now.")
            return t("The estimates hold. Scaling costs 1 less now.")
        grown = t("Maturity rises to {n}.", n=idea.maturity)
        return f"{grown} " + (
            t("Work on the risk, or try again.") if named else t("Try again, or revise.")
        )


def _off(state: State, idea: Idea, track: Track) -> bool:
    """Whether what is known of an idea differs from what is claimed."""
    effect, b = state.effect(idea, track), idea.benefit(track)
    return effect is not None and b is not None and b.estimate != effect


def draw_truth(c: Canvas, box: Box, game: Game, idea: Idea, tracks: Sequence[Track]) -> None:
    """The true effects on some tracks beside the estimates."""
    t = game.t
    if idea.written:
        said = t(
            "Nobody knows yet what the group's own idea gives. At the reality check it throws "
            "two dice, and the better counts."
        )
        c.text(box, said, (34, theme.ROOM, 26), theme.CHALK, valign="middle")
        return
    if not tracks:
        said = t("All of its effects were known already.")
        c.text(box, said, (34, theme.ROOM, 26), theme.CHALK, valign="middle")
        return
    names_, figures = box.cut_left(190, 10)
    for row, (sign, name) in zip(
        names_.rows([3, 4, 4], 6)[1:], (("flag", t("Claimed")), ("eye", t("In truth"))), strict=True
    ):
        icon, words = row.cut_left(36, 12)
        c.icon(sign, icon, theme.CHALK)
        c.text(words, name, (theme.ROOM, 26, 24), theme.CHALK, valign="middle")
    width = min(210, figures.w / 4)
    for n, track in enumerate(tracks):
        cell = Box(figures.x + n * width, figures.y, width - 12, figures.h)
        _truth_column(c, cell, game, idea, track)


def _truth_column(c: Canvas, box: Box, game: Game, idea: Idea, track: Track) -> None:
    head, claimed, true = box.rows([3, 4, 4], 6)
    side = min(head.h, 64)
    track_sign(c, head.place(side * 1.5, side), track)
    b, effect = idea.benefit(track), game.state.effect(idea, track) or 0
    said = "–" if b is None else str(b.estimate)
    size = min(56, claimed.h * 0.9)
    c.text(claimed, said, size, theme.CHALK_SOFT, "bold", align="centre", valign="middle")
    differs = b is not None and b.estimate != effect
    ink = FALLEN if effect < 0 else theme.ACCENT if differs else theme.GOOD
    c.text(
        true,
        c.t.number(effect, sign=effect != 0),
        size,
        ink,
        "bold",
        align="centre",
        valign="middle",
    )


# ------------------------------------------------------------------ abilities
class AbilityScreen(MomentScreen):
    """An ability that brought something to light, or made an idea cheaper."""

    sign = "star"

    def __init__(
        self,
        game: Game,
        before: State,
        moments: Sequence[Moment],
        on_done: Callable[[], object] = nothing,
    ) -> None:
        super().__init__(game, moments[-1].state, on_done)
        self.before = before
        self.moments = moments
        event = _only(moments, ev.AbilityUsed)
        assert isinstance(event, ev.AbilityUsed)
        self.event = event

    def title(self) -> str:
        """Who, as what, does what."""
        t, e = self.game.t, self.event
        ability = self.state.setup.by_id.roles[e.role].ability
        who = f"{self.game.seat_name(e.seat)}, {self.game.role_name(e.role)}"
        return f"{who}: {names.ability(t, ability)}"

    def content(self, ui: Ui, box: Box) -> None:
        """A table of ideas and what they truly give, or one idea and what became of it."""
        idea = self.state.idea(self.event.idea or "")
        if idea is None:
            self._learned(ui.canvas, box)
        else:
            self._one(ui.canvas, box, idea)

    def _learned(self, c: Canvas, box: Box) -> None:
        """Every idea not yet realised, with its estimate and its true effect on the track."""
        t = self.game.t
        free = _only(self.moments, ev.FreeClaimGiven)
        assert isinstance(free, ev.FreeClaimGiven)
        track = free.track
        foot, body = box.cut_bottom(96, 20)
        head, body = body.cut_top(64, 8)
        side = head.h
        track_sign(c, head.cut_left(side * 1.5)[0], track)
        said = t("What the ideas truly give on {track}", track=names.track(t, track))
        c.text(
            head.cut_left(side * 1.5, 24)[1],
            said,
            (36, 32),
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        columns = _figure_columns(head)
        for cell, name in zip(columns, (t("Claimed"), t("In truth")), strict=True):
            c.text(cell, name, (theme.ROOM, 26), theme.CHALK_SOFT, align="right", valign="middle")
        ideas = [i for i in self.state.ideas if i.status != "realised" and not i.written]
        high = min(84, (body.h - 8 * len(ideas)) / max(1, len(ideas)))
        for n, idea in enumerate(ideas):
            row = Box(body.x, body.y + n * (high + 8), body.w, high)
            self._row(c, row, idea, track)
        note(c, foot, tell(free, self.state, self.game.case, t) or "")

    def _row(self, c: Canvas, row: Box, idea: Idea, track: Track) -> None:
        c.panel(row, theme.PANEL, 12)
        inner = row.inset(20, 2)
        side = min(52, inner.h)
        badge, words = inner.cut_left(side, 20)
        letter_badge(c, badge.centre, side, idea.letter)
        name, _ = words.cut_left(words.w - 420)
        c.text(
            name,
            self.game.idea_name(idea),
            (34, theme.ROOM, 26, 24),
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        b, effect = idea.benefit(track), self.state.effect(idea, track) or 0
        ink = FALLEN if effect < 0 else theme.GOOD if effect else theme.CHALK
        figures = (
            ("–" if b is None else str(b.estimate), theme.CHALK_SOFT),
            (c.t.number(effect, sign=effect != 0), ink),
        )
        for cell, (said, colour) in zip(_figure_columns(inner), figures, strict=True):
            c.text(
                cell, said, min(46, row.h * 0.74), colour, "bold", align="right", valign="middle"
            )

    def _one(self, c: Canvas, box: Box, idea: Idea) -> None:
        """One idea with the risk that was turned up, or with its new price."""
        foot, body = box.cut_bottom(120, 24)
        risk = _only(self.moments, ev.RiskTurnedUp)
        found = idea.risk(risk.risk) if isinstance(risk, ev.RiskTurnedUp) else None
        wide = min(400, body.w * 0.3)
        high = min(body.h, wide * 1.4)
        pair = body.place(2 * wide + 160, high)
        left, middle, right = pair.columns([wide, 160, wide])
        draw_card(c, left, faces.idea_face(self.game, idea))
        c.icon("arrow-right", middle.place(80, 80), theme.CHALK_SOFT)
        if found:
            draw_card(c, right, faces.risk_face(self.game, idea, found))
        elif _only(self.moments, ev.CostLowered):
            coin(c, right.centre, 260, idea.price)
        else:
            c.icon("check", right.place(200, 200), theme.GOOD)
        note(c, foot, self._said())

    def _said(self) -> str:
        kinds = (ev.RiskTurnedUp, ev.NothingFound, ev.CostLowered)
        event = next(m.event for m in self.moments if isinstance(m.event, kinds))
        return tell(event, self.state, self.game.case, self.game.t, before=self.before) or ""


def _figure_columns(box: Box) -> tuple[Box, Box]:
    right, rest = box.inset(20, 0).cut_right(180, 20)
    return rest.cut_right(180)[0], right
