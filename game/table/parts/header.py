"""The header of the table: the course of the game, and the values shared by the group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.engine import PHASES
from game.engine.limits import BALANCE_EXTREME
from game.engine.setup import Phase
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.motion.scene import Values
from game.gui.paint.canvas import Canvas
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.shortcuts import CONSOLE, ECONOMY, HELP
from game.table.parts.sound_switch import add_sound_switch, standing
from game.views import explained
from game.views.status import PhaseView, StatusView, status_view

HEIGHT = 122
_DOORS = 5
"""The buttons on the right of the first line."""
_DOT = 26
_DOTTED = 280
_MARKER = 40
"""The diameter of the disc on the balance scale, which holds the number with its sign."""
_ROOMY = 1300
"""Below this width, as beside three timers, the balance takes most of the room."""
PIPS, _LEAST_PIP = 10, 12.0
"""The usual dots of capacity, and their least diameter; below that ten are a disc."""
_TEN = 34
"""The diameter of a disc that is ten dots."""

DrawGauge = Callable[[Canvas, Box, Values, Values], None]


@frozen
class HeaderActions:
    """The callbacks of the header's buttons."""

    economy: Callable[[], object]
    rules: Callable[[], object]
    undo: Callable[[], object]
    console: Callable[[], object]
    cannot_undo: str


def draw_header(
    ui: Ui,
    box: Box,
    game: GameView,
    doors: HeaderActions,
    clocks: Callable[[Ui, Box], Box] | None = None,
) -> None:
    """Draw the status of the game, the active timers, and the buttons on the right.

    ``clocks`` declares the timers on the right of a row, and returns the box that is left.
    """
    first, second = _lines(box)
    row, first = first.cut_right(_DOORS * 66, 18)
    status = status_view(game.names, game.state)
    _course(ui, first, game, status)
    ui.places |= _shared_values(ui, clocks(ui, second) if clocks else second, game, status)
    inputs = (row, game, doors.cannot_undo, standing(game.app))
    ui.part("doors", inputs, lambda: _doors(ui, row, doors, game.app))


def draw_standing(ui: Ui, box: Box, game: GameView, room: float) -> Box:
    """Draw two lines: the case and the course of the game, then capacity, trust and balance.

    On the right of the first line there is ``room`` for buttons; returns the box for them.
    """
    first, second = _lines(box)
    doors, first = first.cut_right(room, 18)
    status = status_view(game.names, game.state)
    _course(ui, first, game, status)
    _shared_values(ui, second, game, status)
    return doors


def _lines(box: Box) -> list[Box]:
    return box.rows((1, 1.1), 8)


def _doors(ui: Ui, box: Box, doors: HeaderActions, app: ScreenHost) -> None:
    t = ui.t
    undo, sound, *others = box.columns(_DOORS, 10)
    tip, why = t("Undo the last decision (Ctrl+Z)"), doors.cannot_undo
    ui.add(
        Button(
            "undo",
            undo,
            Label(icon="undo-2", style="quiet"),
            on_click=doors.undo,
            reason=why,
            tip=tip,
        )
    )
    add_sound_switch(ui, sound, app)
    console = Door("console", doors.console, t("Facilitator (F10)"), CONSOLE.key)
    add_doors(ui, others, doors.economy, doors.rules, console)


@frozen
class Door:
    """The button to whatever has all that can be done here."""

    name: str
    go: Callable[[], object]
    tip: str
    key: int


def add_doors(
    ui: Ui,
    boxes: Sequence[Box],
    economy: Callable[[], object],
    rules: Callable[[], object],
    menu: Door,
) -> None:
    """The buttons to what can be looked up, and to what can be done."""
    t = ui.t
    doors = (
        ("coins", Door("economy", economy, t("Economy overview (F2)"), ECONOMY.key)),
        ("circle-help", Door("rules", rules, t("Rules, words and keys (F1)"), HELP.key)),
        ("menu", menu),
    )
    for box, (icon, door) in zip(boxes, doors, strict=True):
        face = Label(icon=icon, style="quiet")
        button = Button(door.name, box, face, door.go, tip=door.tip, shortcut=door.key)
        button.while_held = True
        ui.add(button)


# ------------------------------------------------------------------ course of the game
def _course(ui: Ui, box: Box, game: GameView, status: StatusView) -> None:
    inputs = (box, game, status.title, status.round, status.phases)
    ui.part("course", inputs, lambda: _draw_course(ui, box, game, status))


def _draw_course(ui: Ui, box: Box, game: GameView, status: StatusView) -> None:
    c = ui.canvas
    title, rest = box.cut_left(box.w * 0.26, 16)
    c.text(title, status.title, (30, 26, 22, 20), theme.CHALK, "semibold", valign="middle")
    number, phases = rest.cut_right(230, 12)
    text, sizes = status.round, (30, 26, 22)
    c.text(number, text, sizes, theme.CHALK, "semibold", align="right", valign="middle")
    ui.explain("round", number, lambda: explained.course(game.t, game.state))
    size = _common_size(c, [phase.name for phase in status.phases], phases.w)
    wide = [c.type.width(phase.name, size, "bold") + _DOT + 20 for phase in status.phases]
    for cell, phase, code in zip(phases.columns(wide), status.phases, PHASES, strict=True):
        _phase(c, cell, phase, size)
        ui.explain(f"phase:{code}", cell, partial(_told_of_phase, game, code))


def _told_of_phase(game: GameView, code: Phase) -> str:
    return explained.phase(game.t, game.state, code)


def _common_size(c: Canvas, names: list[str], width: float) -> float:
    """The largest text size at which all phases fit side by side."""
    for size in (30.0, 28.0, 26.0, 24.0, 22.0, 20.0):
        if sum(c.type.width(name, size, "bold") + _DOT + 20 for name in names) <= width:
            return size
    return 18.0


def _phase(c: Canvas, box: Box, phase: PhaseView, size: float) -> None:
    """Draw a phase in the line: past, current or still to come."""
    ink = {"past": theme.CHALK, "now": theme.ACCENT, "ahead": theme.CHALK_SOFT}[phase.when]
    now = phase.when == "now"
    dot, words = box.cut_right(10)[1].cut_left(_DOT, 8)
    if phase.when == "past":
        c.icon("check", dot.place(24, 24), ink)
    else:
        c.disc(dot.centre, 22, ink, 0 if now else 3)
    c.text(words, phase.name, (size, 18), ink, "bold" if now else "regular", valign="middle")


# ------------------------------------------------------------------ shared values
def _shared_values(ui: Ui, box: Box, game: GameView, s: StatusView) -> dict[str, Box]:
    """Draw capacity, trust and, if played, balance; changes are animated by counting."""
    gauges: list[tuple[str, int, DrawGauge]] = [
        ("capacity", s.capacity, _capacity),
        ("trust", s.trust, _trust),
    ]
    if s.balance is not None:
        gauges.append(("balance", s.balance, _balance))
    shares = (1, 1, 1.15) if box.w > _ROOMY else (0.72, 0.9, 1.3)
    cells = box.columns(shares[: len(gauges)], 14)
    for (name, value, draw), cell in zip(gauges, cells, strict=True):
        ui.part(
            name, (game, cell, value), partial(_shared_value, ui, cell, game, name, value, draw)
        )
    return {name: cell for (name, *_), cell in zip(gauges, cells, strict=True)}


_TOLD = {"capacity": explained.capacity, "trust": explained.trust, "balance": explained.balance}


def _shared_value(ui: Ui, box: Box, game: GameView, name: str, value: int, draw: DrawGauge) -> None:
    ui.canvas.panel(box, theme.PANEL, 14, line=theme.PANEL_LINE)
    ui.add_gauge(name, box.inset(16, 6), (value,), draw)
    ui.explain(name, box, lambda: _TOLD[name](game.t, game.state))


def _label(c: Canvas, box: Box, icon: str, name: str, share: float = 0.5) -> Box:
    """Draw icon and name on the left, in at most a share of the box; returns the rest."""
    sign, rest = box.cut_left(30, 10)
    c.icon(icon, sign.place(30, 30), theme.ACCENT)
    wide = min(rest.w * share, c.type.width(name, 26 * c.type.grow, "semibold") + 4)
    words, rest = rest.cut_left(wide, 14)
    c.text(words, name, (26, 20), theme.CHALK, "semibold", valign="middle")
    return rest


def _number(c: Canvas, box: Box, current: Values, was: Values) -> Box:
    """Draw the number on the right with its latest change; returns the rest of the box."""
    text = str(round(current[0]))
    number, rest = box.cut_right(max(44.0, c.type.width(text, 36, "bold") + 4), 10)
    c.text(number, text, 36, theme.CHALK, "bold", align="right", valign="middle")
    by = round(current[0] - was[0])
    if by:
        wide = 30 + c.type.width(c.t.number(by, sign=True), 24, "bold")
        change, rest = rest.cut_right(wide, 8)
        stage_pieces.changed(c, change, by, 24)
    return rest


def _capacity(c: Canvas, box: Box, current: Values, was: Values) -> None:
    rest = _number(c, box, current, was)
    n = round(current[0])
    dots = rest.w > _DOTTED and 0.4 * rest.w / max(n, PIPS) >= _LEAST_PIP
    rest = _label(c, rest, "zap", c.t("Capacity"), 0.5 if dots else 1)
    size = min(24.0, rest.h * 0.5)
    if dots:
        pips = rest.place(rest.w, size)
        c.pips(pips, n, max(n, PIPS), theme.ACCENT, theme.FELT)
    else:
        _in_tens(c, rest, n)


def _in_tens(c: Canvas, box: Box, n: int) -> None:
    """Draw more dots than have room as discs of ten and single ones, if those have room."""
    tens, ones = divmod(n, 10)
    disc, dot = min(_TEN, box.h), min(_LEAST_PIP, box.h)
    if tens * (disc + 2) + ones * (dot + 2) > box.w:
        return
    x = box.x
    for side, count, text in ((disc, tens, "10"), (dot, ones, "")):
        for _ in range(count):
            place = Box(x, box.centre[1] - side / 2, side, side)
            c.disc(place.centre, side, theme.ACCENT)
            if text:
                with c.type.growing(1):  # it stays within its disc
                    c.text(place, text, 20, theme.INK, "bold", align="centre", valign="middle")
            x += side + 2


def _trust(c: Canvas, box: Box, current: Values, was: Values) -> None:
    rest = _number(c, _label(c, box, "handshake", c.t("Trust")), current, was)
    stage_pieces.trust_squares(c, rest.place(rest.w, rest.h * 0.55), round(current[0]))


def _balance(c: Canvas, box: Box, current: Values, was: Values) -> None:
    """Draw a scale from autonomy to steering; the cost grows with the distance from the middle."""
    t = c.t
    sign, rest = box.cut_left(30, 10)
    c.icon("scale", sign.place(30, 30), theme.ACCENT)
    left, right = t("Autonomy"), t("Steering")
    wide = min(rest.w * 0.3, max(c.type.width(x, 22) for x in (left, right)) + 4)
    start, rest = rest.cut_left(wide, 12)
    end, scale = rest.cut_right(wide, 12)
    with c.type.growing(1):  # both labels in one size, leaving the scale its room
        c.text(start, left, (22, theme.LEAST), theme.CHALK, align="right", valign="middle")
        c.text(end, right, (22, theme.LEAST), theme.CHALK, valign="middle")
    cells = scale.place(scale.w, scale.h * 0.5).columns(11, 4)
    for i, cell in enumerate(cells):
        calm = abs(i - 5) < BALANCE_EXTREME
        c.shape(cell, theme.GOOD_DARK if i == 5 else theme.FELT if calm else theme.WOOD, 4)
    step = (cells[-1].x - cells[0].x) / 10
    side = min(_MARKER, scale.h)
    for value, colour in ((was[0], theme.CHALK_SOFT), (current[0], theme.CHALK)):
        at = (cells[5].centre[0] + step * value, cells[5].centre[1])
        c.disc(at, side, colour, 3 if colour != theme.CHALK else 0)
    value_text = t.number(round(current[0]), sign=round(current[0]) != 0)
    place = Box(at[0] - side / 2, at[1] - side / 2, side, side).inset(4, 0)
    with c.type.growing(1):  # it stays within its disc
        c.text(place, value_text, (22, 18), theme.INK, "bold", align="centre", valign="middle")
