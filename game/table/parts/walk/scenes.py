"""The pictures of the walk: staged scenes of the game's own cards, pawns, tracks and dice.

Each is declared as it is at a beat; what differs from one beat to the next moves by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from game.engine.setup import TRACKS
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import ROUND_TOP
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.i18n import mark
from game.table import marks
from game.table.cards import draw_card, parts
from game.table.parts import stage_pieces
from game.table.parts.meters import Counted
from game.views.faces import Face, IdeaStamp
from game.views.meter import MeterView
from game.views.walk import WalkView
from game.wording import terms
from game.wording.figures import points
from game.wording.walk import StopName

BEATS: Final = 3
"""What a picture shows one after the other."""
_STAMPS: Final[tuple[IdeaStamp, ...]] = ("proven", "implemented", "realised")
_ROW_NAMES: Final = (mark("Nobody named it"), mark("Named"), mark("Mitigated"))
_STRIKES: Final = ("zap", theme.CORAL), ("shield", theme.GOOD)
_PROVES: Final = ("badge-check", theme.GOOD), ("lightbulb", theme.ACCENT)
_GAP: Final = 28.0
_CARD: Final = 400.0
"""The width of a card."""
Draw = Callable[[Canvas, Box], None]


@frozen
class Scene:
    """A picture at a ``beat``: it is declared on ``ui``, within ``box``."""

    ui: Ui
    box: Box
    view: WalkView
    beat: int

    def piece(
        self,
        key: str,
        box: Box,
        draw: Draw,
        *,
        appearance: object = None,
        entrance: Box | None = None,
        origins: tuple[str, ...] = (),
    ) -> None:
        """Declare something that moves; nothing can be done with it."""
        self.ui.add_piece(
            Staged(f"walk:{key}", box, draw),
            appearance=appearance,
            entrance=entrance,
            origins=tuple(f"walk:{origin}" for origin in origins),
            highlighted=False,
        )

    def card(
        self,
        key: str,
        box: Box,
        face: Face,
        *,
        entrance: Box | None = None,
        origins: tuple[str, ...] = (),
    ) -> None:
        """Declare a card; one with another face turns over."""
        draw = partial(_draw_card, face)
        self.piece(key, box, draw, appearance=face, entrance=entrance, origins=origins)


class Staged(Spot):
    """A piece of a picture: it can be looked at, and neither pressed nor tabbed to."""

    def __init__(self, key: str, box: Box, draw: Draw) -> None:
        super().__init__(key, box, draw=draw)
        self.focusable = False

    def hit(self, at: tuple[float, float]) -> bool:
        """Nothing can be done with it."""
        return False


def _draw_card(face: Face, c: Canvas, box: Box) -> None:
    draw_card(c, box, face)


def _below(scene: Scene, box: Box) -> Box:
    """Where a card from somebody's hand comes from."""
    return box.move(dy=scene.ui.area.bottom - box.y)


def _halves(scene: Scene) -> tuple[Box, Box]:
    """A large card at the left, and the rest."""
    left, rest = scene.box.cut_left(_CARD, 60)
    high = min(left.h, _CARD * 1.42)
    return left.place(left.w, high), rest


# ------------------------------------------------------------------ goal
def goal(scene: Scene) -> None:
    """The four tracks: what is realised grows to the goal."""
    cells = scene.box.grid(2, 2, _GAP)
    for cell, track, aim in zip(cells, TRACKS, scene.view.setup.goals, strict=True):
        reached = round(aim * scene.beat / (BEATS - 1))
        look, ink = marks.TRACK[track], theme.ink_on(marks.TRACK[track].colour)
        scene.ui.canvas.panel(cell, theme.PANEL, 20, line=theme.PANEL_LINE)
        head, body = cell.cut_top(min(84, cell.h * 0.34), 10)
        scene.ui.canvas.shape(head, look.colour, 20, ROUND_TOP)
        sign, name = head.inset(24, 0).cut_left(52, 18)
        scene.ui.canvas.icon(look.icon, sign.place(50, 50), ink)
        text = terms.track(scene.ui.t, track)
        scene.ui.canvas.text(name, text, (44, 36), ink, "bold", valign="middle")
        meter = MeterView(
            track=track, points=reached, claimed=aim, goal=aim, baseline=0, target=aim, unit=""
        )
        place = body.inset(28, 8).place(cell.w - 56, min(126, body.h - 16))
        scene.ui.add_gauge(f"walk:meter:{track}", place, (reached, aim), Counted(meter))


# ------------------------------------------------------------------ turn
def turn(scene: Scene) -> None:
    """A card goes from player to player: whoever holds it decides, and the others advise."""
    c, players = scene.ui.canvas, scene.view.players
    seats, holder = scene.box.columns(len(players), _GAP), scene.beat % len(players)
    for n, (place, who) in enumerate(zip(seats, players, strict=True)):
        upper, lower = place.rows([5, 3], 24)
        if n == holder:
            wide = min(upper.w, upper.h / 1.3)
            scene.card("idea", upper.place(wide, upper.h, 0.5, 0), scene.view.idea)
        else:
            c.emoji("💬", upper.place(150, 150, 0.5, 0.9))
        pawn, actions = lower.cut_top(min(150, lower.h - 50), 18)
        if n == holder:
            c.disc(pawn.centre, pawn.h + 22, theme.ACCENT)
        parts.pawn(c, pawn.centre, pawn.h, who, n)
        _actions(c, actions, scene.view.share(n))


def _actions(c: Canvas, box: Box, count: int) -> None:
    """The actions of a player, as the dots of a turn."""
    size = 28.0
    start = box.centre[0] - size * 0.7 * (count - 1)
    for n in range(count):
        c.disc((start + n * size * 1.4, box.y + size / 2), size, theme.ACCENT)


# ------------------------------------------------------------------ benefit
def benefit(scene: Scene) -> None:
    """An idea is placed, and a benefit comes out of it: the group chooses the number."""
    place, rest = _halves(scene)
    scene.card("idea", place, scene.view.idea, entrance=_below(scene, place))
    if not scene.beat:
        return
    gap, rest = rest.cut_left(110, 40)
    middle = place.centre[1]
    ends = (gap.x - 40, middle), (gap.right + 20, middle)
    scene.ui.canvas.curve(*ends, theme.CHALK, 7, arrow=True)
    card, numbers = rest.cut_left(_CARD, 60)
    face = scene.view.benefit(None)
    scene.card("benefit", card.place(card.w, place.h), face, origins=("idea",))
    if scene.beat > 1:
        _numbers(scene, numbers.place(numbers.w, min(numbers.h, 340)))


def _numbers(scene: Scene, box: Box) -> None:
    """The estimates there are. None stands out: whoever sees a number first believes in it."""
    c = scene.ui.canvas
    for n, cell in zip(scene.view.estimates, box.grid(3, 2, 24), strict=True):
        c.panel(cell, theme.PANEL, 18, line=theme.PANEL_LINE, width=3)
        sizes = (72, 60, 48, 40)
        c.text(cell, str(n), sizes, theme.CHALK, "bold", align="centre", valign="middle")


# ------------------------------------------------------------------ risk
def risk(scene: Scene) -> None:
    """At which dice the risk strikes: unnamed, named, and mitigated."""
    place, rest = _halves(scene)
    face = scene.view.risk(mitigations=int(scene.beat > 1))
    scene.card("risk", place, face, entrance=_below(scene, place))
    rows = rest.rows(len(_ROW_NAMES), 26)
    shown = zip(rows, _ROW_NAMES, scene.view.strikes, strict=True)
    for row, name, strikes in list(shown)[: scene.beat + 1]:
        words, dice = row.cut_left(row.w * 0.27, 24)
        text = scene.ui.t(name)
        sizes = (40, 36, 32, theme.ROOM)
        scene.ui.canvas.text(
            words, text, sizes, theme.CHALK, "semibold", align="right", valign="middle", whole=True
        )
        stage_pieces.odds(scene.ui.canvas, dice, strikes, 0, _STRIKES)


# ------------------------------------------------------------------ trial
def trial(scene: Scene) -> None:
    """A die is thrown against the maturity of the idea."""
    place, rest = _halves(scene)
    proven, thrown = scene.beat > 1, scene.beat > 0
    scene.card("idea", place, scene.view.stamped("proven" if proven else "on_trial"))
    upper, lower = rest.rows([5, 6], 40)
    die, odds = upper.cut_left(190, 50)
    die = die.place(170, 170)
    stage_pieces.odds(
        scene.ui.canvas, odds, scene.view.idea.maturity, scene.view.die * thrown, _PROVES
    )
    if thrown:
        start = die.move(dx=scene.ui.area.right - die.x)
        scene.piece("die", die, partial(_draw_die, scene.view.die), entrance=start)
    else:
        stage_pieces.waiting_die(scene.ui.canvas, die)
    if proven:
        text = scene.ui.t(parts.STAMP_NAME["proven"])
        banner = lower.place(min(lower.w, 620), 120, 0.5, 0.2)
        stage_pieces.banner(scene.ui.canvas, banner, "badge-check", text, "good")


def _draw_die(eyes: int, c: Canvas, box: Box) -> None:
    c.die(box, eyes)


# ------------------------------------------------------------------ owner
def owner(scene: Scene) -> None:
    """Two benefits alike: one with an owner, one without, and what is harvested of them."""
    view, most = scene.view, scene.view.estimates[-1]
    faces = view.benefit(most, owned=scene.beat > 0), view.benefit(most)
    for n, (half, face) in enumerate(zip(scene.box.columns(2, 60), faces, strict=True)):
        card, rest = half.cut_left(min(_CARD, half.w * 0.5), 30)
        scene.card(f"benefit-{n}", card.place(card.w, min(card.h, card.w * 1.42)), face)
        upper, lower = rest.rows([4, 5], 20)
        _owner_of(scene, n, upper)
        if scene.beat > 1:
            _harvest(scene, lower, view.harvests[n])


def _owner_of(scene: Scene, n: int, box: Box) -> None:
    """The pawn over a benefit: the owner's, or the red one of a benefit that nobody owns."""
    size = min(150.0, box.h)
    place = box.place(size, size)
    taken = n == 0 and scene.beat > 0
    who, seat = scene.view.owner if taken else ("", None)
    start = place.move(dx=-place.right) if taken else None
    draw = partial(_draw_pawn, who, seat)
    scene.piece(f"pawn-{n}-{who}", place, draw, entrance=start)


def _draw_pawn(who: str, seat: int | None, c: Canvas, box: Box) -> None:
    parts.pawn(c, box.centre, box.h, who, seat)


def _harvest(scene: Scene, box: Box, count: int) -> None:
    """A basket with the points that come home."""
    c, sizes = scene.ui.canvas, (60, 52, 46, 40)
    basket, words = box.cut_top(min(160, box.h * 0.6), 6)
    c.emoji("🧺", basket)
    c.text(words, points(c.t, count), sizes, theme.CHALK, "bold", align="centre")


# ------------------------------------------------------------------ check
def check(scene: Scene) -> None:
    """What was claimed beside what the idea truly gave; its track moves by what was true."""
    view, c, t = scene.view, scene.ui.canvas, scene.ui.t
    place, rest = _halves(scene)
    scene.card("idea", place, view.stamped(_STAMPS[scene.beat]))
    upper, lower = rest.rows([5, 4], 40)
    claimed, true = upper.columns(2, 40)
    _named_number(c, claimed, "📣", t("Claimed"), view.claimed, theme.ACCENT)
    if scene.beat > 1:
        _named_number(c, true, "🎯", t("In truth"), view.truth, theme.GOOD)
    realised, aim = (
        view.truth if scene.beat > 1 else 0,
        view.setup.goals[TRACKS.index(view.idea.track)],
    )
    meter = MeterView(
        track=view.idea.track,
        points=realised,
        claimed=view.claimed,
        goal=aim,
        baseline=0,
        target=aim,
        unit="",
    )
    c.panel(lower, theme.PANEL, 20, line=theme.PANEL_LINE)
    place = lower.inset(36, 16).place(lower.w - 72, min(128, lower.h - 32))
    draw = partial(_draw_meter, meter)
    scene.ui.add_gauge("walk:check", place, (realised, view.claimed), draw)


def _draw_meter(
    meter: MeterView, c: Canvas, box: Box, now: tuple[float, ...], was: tuple[float, ...]
) -> None:
    sign, rest = box.cut_left(110, 28)
    parts.track_sign(c, sign.place(110, 72), meter.track)
    Counted(meter)(c, rest, now, was)


def _named_number(
    c: Canvas, box: Box, picture: str, name: str, count: int, colour: theme.Colour
) -> None:
    """A number with its name, on a panel of its own."""
    c.panel(box, theme.PANEL, 20, line=colour, width=4)
    sign, words = box.inset(30, 20).cut_left(min(150, box.w * 0.3), 26)
    c.emoji(picture, sign)
    upper, lower = words.rows([2, 3])
    c.text(upper, name, (40, 36, 32, 30), theme.CHALK, "semibold", valign="bottom")
    c.text(lower, points(c.t, count), (64, 56, 48, 40), colour, "bold", valign="top")


# ------------------------------------------------------------------ trust
def trust(scene: Scene) -> None:
    """Trust at the start, after a word kept and after some broken, and the capacity it gives."""
    view, c = scene.view, scene.ui.canvas
    t = scene.ui.t
    broken = t.plural("{n} word broken", "{n} words broken", view.broken)
    names = (("🤝", t("At the start")), ("😀", t("Word kept")), ("💔", broken))
    rows = zip(scene.box.rows(BEATS, 30), names, view.trust, view.incomes, strict=True)
    for row, (picture, name), height, income in list(rows)[: scene.beat + 1]:
        sign, rest = row.place(row.w, min(row.h, 150)).cut_left(130, 24)
        c.emoji(picture, sign.place(124, 124))
        words, rest = rest.cut_left(rest.w * 0.16, 24)
        sizes = (38, 34, theme.ROOM)
        c.text(words, name, sizes, theme.CHALK, "semibold", valign="middle", whole=True)
        coins, meter = rest.cut_right(rest.w * 0.4, 30)
        stage_pieces.trust_row(c, meter.place(meter.w, 104), height, view.trust[0])
        _capacity(c, coins, income)


def _capacity(c: Canvas, box: Box, count: int) -> None:
    """The capacity of a round as coins and a number."""
    arrow, rest = box.cut_left(60, 20)
    c.icon("arrow-right", arrow.place(56, 56), theme.CHALK)
    number, rest = rest.cut_left(76, 14)
    text = c.t.number(count, sign=True)
    c.text(number, text, (60, 50, 40), theme.ACCENT, "bold", valign="middle")
    size = min(70.0, rest.w / max(1, count) / 1.1)
    for n in range(count):
        parts.coin(c, (rest.x + size * (0.5 + n * 1.1), rest.centre[1]), size, 1)


SCENES: Final[Mapping[StopName, Callable[[Scene], None]]] = {
    "goal": goal,
    "turn": turn,
    "benefit": benefit,
    "risk": risk,
    "trial": trial,
    "owner": owner,
    "check": check,
    "trust": trust,
}
