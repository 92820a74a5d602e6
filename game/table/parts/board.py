"""The board: a column for each track, with all cards on it, laid out as a benefit map.

Ideas stand above their benefits and risks. What is realised leaves the bands of what is worked on
for the harvest at the foot of the track, so that what is left is what needs attention.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from game.engine import TRACKS, Track
from game.engine.lookups import turns_to_come
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import ROUND_TOP
from game.gui.ui import Ui
from game.gui.widgets.drag import DropTarget, Spot
from game.i18n import Words, mark
from game.table import marks
from game.table.cards import draw_card, draw_done
from game.table.parts import gestures, outcome
from game.table.parts.board_layout import (
    OPEN,
    Band,
    Column,
    Open,
    Plan,
    cells,
    plan,
    tokens,
)
from game.table.parts.card_signs import CardSigns
from game.table.parts.game_view import GameView
from game.table.parts.meters import Counted
from game.table.parts.pile import Fan, fan_out, pile_spot
from game.table.parts.stacks import draw_deck
from game.views import explained
from game.views.board import (
    BenefitChip,
    IdeaChip,
    RiskChip,
    TrackView,
    board_view,
    idea_key,
    lane_key,
)
from game.views.hand import HandCard, hand_key

Chip = IdeaChip | BenefitChip | RiskChip
_NAMES: Mapping[Band, tuple[str, str]] = {
    "ideas": ("💡", mark("Ideas")),
    "benefits": ("🎁", mark("Benefits")),
    "risks": ("⚠️", mark("Risks")),
    "harvest": ("🌾", mark("Harvest")),
}
"""The picture and the name of each band."""
_DECK = (46.0, 42.0)
"""The size of the deck beside the name of a band."""
_PICTURED = 74
"""From this height on the name of a band has its deck above it, below it its picture alone."""
_NAME = 24
"""The height of the name of a low band; where it is all there is, the picture stands beside it."""


@frozen
class BoardActions:
    """The callbacks of the board: an idea was pressed, a card was dropped."""

    open_idea: Callable[[str, str], object]
    """Gets the idea's id, and the key of the pressed widget."""
    drop: Callable[[HandCard, str | None], object] | None = None
    """Gets the card and the idea it was dropped on (``None``: its track); ``None`` for no drops."""


def draw_board(ui: Ui, box: Box, game: GameView, hands: BoardActions) -> None:
    """Draw the four tracks side by side, with the names of their bands at the left."""
    tracks = board_view(game.names, game.state).tracks
    done = tuple(tuple(_has_numbers(chip) for chip in _cards(track, "harvest")) for track in tracks)
    places = _plan(box, _counts(tracks), done, ui.type.grow)
    left = {band: len(explained.deck_of(game.state, band)) for band in OPEN}
    ui.part("bands", (places, left), lambda: _names(ui.canvas, places, game.t, left))
    for band in OPEN:
        told = partial(_told_of_deck, game, band)
        ui.explain(f"deck:{band}", places.names[band], told)
    ui.part("grounds", places.columns, lambda: _grounds(ui.canvas, places.columns))
    boxes = [column.head for column in places.columns]
    heads = [_Head(track.track, track.letter, track.name, track.span) for track in tracks]
    ui.part("heads", (boxes, heads), lambda: _heads(ui.canvas, boxes, heads))
    room = turns_to_come(game.state)
    for column, track in zip(places.columns, tracks, strict=True):
        piles = [ui.memory.get(_pile_key(track, band)) for band in places.names]
        inputs = (game, track, column, room, hands.drop is None, piles)
        declare = partial(_track, ui, column, game, track, hands)
        ui.part(f"track:{track.track}", inputs, declare)


def _cards(track: TrackView, band: Band) -> list[Chip]:
    """The cards of a track that lie in a band; what is done with lies in the harvest."""
    lying: Mapping[Band, Sequence[Chip]] = {
        "ideas": track.ideas,
        "benefits": track.benefits,
        "risks": track.risks,
    }
    if band == "harvest":
        return [chip for part in lying.values() for chip in part if chip.done]
    return [chip for chip in lying[band] if not chip.done]


def _counts(tracks: Sequence[TrackView]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(len(_cards(track, band)) for band in OPEN) for track in tracks)


@lru_cache(maxsize=8)
def _plan(
    box: Box, counts: tuple[tuple[int, ...], ...], done: tuple[tuple[bool, ...], ...], grow: float
) -> Plan:
    return plan(box, [dict(zip(OPEN, of_one, strict=True)) for of_one in counts], done, grow)


def _has_numbers(chip: Chip) -> bool:
    """Whether there is more to tell of what came of a card than whether it did."""
    return isinstance(chip, BenefitChip)


# ------------------------------------------------------------------ what lies below the cards
def _names(c: Canvas, places: Plan, t: Words, left: Mapping[Open, int]) -> None:
    """Draw the names of the bands with what is left in their decks, and of the meters' numbers."""
    sizes = (20, theme.LEAST)
    realised, claimed = places.meters.inset(2, 0).rows([13, 6])
    for _ in c.alike():
        for place, text, ink in (
            (realised, t("Realised of goal"), theme.CHALK_SOFT),
            (claimed, t("Claimed"), theme.ACCENT),
        ):
            c.text(place, text, sizes, ink, "semibold", valign="middle", whole=True)
    for _ in c.alike():
        for band, place in places.names.items():
            picture, name = _NAMES[band]
            words = place.inset(2, 0)
            if place.h >= _PICTURED:
                sign, words = words.cut_top(_DECK[1], 2)
                draw_deck(c, sign.place(*_DECK, 0), picture, 0 if band == "harvest" else left[band])
                words = words.cut_top(30 * c.type.grow)[0]
            elif place.h >= 2 * _NAME * c.type.grow:
                words, sign = words.cut_bottom(_NAME * c.type.grow, 2)
                c.emoji(picture, sign.place(min(sign.h, 36), min(sign.h, 36), 0, 1))
            else:
                sign, words = words.cut_left(_NAME, 4)
                c.emoji(picture, sign.place(_NAME, _NAME))
            c.text(words, t(name), sizes, theme.CHALK_SOFT, "semibold", valign="middle")


def _told_of_deck(game: GameView, band: Open) -> str:
    """What a deck says when it is pointed at."""
    return explained.deck(game.t, game.state, band)


@frozen
class _Head:
    """What stands above a track."""

    track: Track
    letter: str
    name: str
    span: str


def _grounds(c: Canvas, columns: Sequence[Column]) -> None:
    for column, track in zip(columns, TRACKS, strict=True):
        ground = theme.mix(theme.FELT_DARK, marks.TRACK[track].colour, 0.1)
        c.panel(column.whole, ground, 16, line=theme.PANEL_LINE)
        for place in tuple(column.bands.values())[1:]:
            c.fill(Box(place.x, place.y - 6, place.w, 2), theme.PANEL_LINE)


def _heads(c: Canvas, boxes: Sequence[Box], heads: Sequence[_Head]) -> None:
    for _ in c.alike():
        for box, head in zip(boxes, heads, strict=True):
            _head(c, box, head)


def _head(c: Canvas, box: Box, track: _Head) -> None:
    """Draw letter, icon, name, and the indicator from baseline to target."""
    look = marks.TRACK[track.track]
    ink = theme.ink_on(look.colour)
    c.shape(box, look.colour, 16, ROUND_TOP)
    letter, rest = box.inset(14, 0).cut_left(26, 4)
    c.text(letter, track.letter, (34, 30), ink, "bold", valign="middle")
    sign, rest = rest.cut_left(30, 8)
    c.icon(look.icon, sign.place(28, 28), ink)
    least = min(rest.w * 0.6, c.type.width(track.name, 20, "semibold") + 8)
    wide = min(rest.w - least, c.type.width(track.span, 20) + 2)
    span, name = rest.cut_right(wide, 8)
    c.text(name, track.name, (28, 18), ink, "semibold", valign="middle")
    c.text(span, track.span, (20, theme.LEAST), ink, align="right", valign="middle", whole=True)


# ------------------------------------------------------------------ cards on a track
def _track(ui: Ui, column: Column, game: GameView, track: TrackView, hands: BoardActions) -> None:
    """Declare the meter of a track, the place for its ideas, and its cards band by band."""
    code = track.track
    ui.explain(
        f"track:{code}", column.head, lambda: explained.indicator(game.names, game.state, code)
    )
    if drop := hands.drop:
        ui.add(
            DropTarget(
                lane_key(code),
                column.body.inset(3),
                accepts=lambda held: gestures.on_track(game, held, code),
                on_drop=lambda held: drop(held, None),
                outcome=lambda held: outcome.of_dropping(game, held, None),
                radius=14,
                reach=column.whole,
            )
        )
    if not _cards(track, "ideas") and turns_to_come(game.state):
        _empty(ui.canvas, column.bands["ideas"], game.t("Place ideas here"))
    for band in column.bands:
        chips = _cards(track, band)
        spots = _places(column, band, chips)
        fan = fan_out(ui, _pile_key(track, band), chips, len(spots))
        _lay(ui, fan, spots, game, hands)
    reached = track.meter
    values = (reached.points, reached.claimed)
    ui.explain(f"meter:{code}", column.meter, lambda: explained.meter(game.names, game.state, code))
    ui.add_gauge(f"meter:{code}", column.meter, values, Counted(reached))


def _pile_key(track: TrackView, band: Band) -> str:
    return f"pile:{track.track}:{band}"


def _empty(c: Canvas, box: Box, text: str) -> None:
    c.text(box, text, (22, 18), theme.CHALK_SOFT, "italic", align="centre", valign="middle")


def _places(column: Column, band: Band, chips: Sequence[Chip]) -> Sequence[Box]:
    if band == "harvest":
        return tokens(column.bands[band], tuple(_has_numbers(chip) for chip in chips))
    return cells(column.bands[band], len(chips), column.rows[band], column.high[band])


def _lay(ui: Ui, fan: Fan[Chip], spots: Sequence[Box], game: GameView, hands: BoardActions) -> None:
    """Declare the cards of a band, and the pile of those that there is no room for."""
    for chip, box in zip(fan.shown, spots, strict=False):
        if isinstance(chip, IdeaChip):
            _idea(ui, box, game, chip, hands)
        elif isinstance(chip, BenefitChip):
            cards = (hand_key("benefits", chip.card or ""), hand_key("claim", ""))
            _linked(ui, box, game, chip, cards, hands)
        else:
            _linked(ui, box, game, chip, (hand_key("risks", chip.risk),), hands)
    if fan.hidden:
        ui.add(pile_spot(ui, fan, spots[-1], [chip.face.name for chip in fan.hidden]))


def _linked(
    ui: Ui, box: Box, game: GameView, chip: Chip, cards: tuple[str, ...], hands: BoardActions
) -> None:
    """Declare a benefit or risk, which comes from a card of the hand or out of its idea."""
    origins = (*cards, idea_key(chip.idea))
    ui.add_piece(_spot(ui, box, game, chip, hands), appearance=_look(chip), origins=origins)


def _look(chip: Chip) -> object:
    """What a card shows: where it changes, the card turns over."""
    return (chip.face, chip.done, chip.followed if isinstance(chip, BenefitChip) else None)


def _idea(ui: Ui, box: Box, game: GameView, idea: IdeaChip, hands: BoardActions) -> None:
    if drop := hands.drop:
        ui.add(
            DropTarget(
                f"on:{idea.idea}",
                box,
                accepts=lambda held: gestures.on_idea(game, held, idea.idea),
                on_drop=lambda held: drop(held, idea.idea),
                outcome=lambda held: outcome.of_dropping(game, held, idea.idea),
                radius=12,
            )
        )
    origins, entrance = (hand_key("ideas", idea.idea),), _from_below(ui, box)
    spot = _spot(ui, box, game, idea, hands)
    ui.add_piece(spot, appearance=_look(idea), origins=origins, entrance=entrance)


def _spot(ui: Ui, box: Box, game: GameView, chip: Chip, hands: BoardActions) -> Spot:
    press, draw = partial(hands.open_idea, chip.idea, chip.key), partial(_draw, chip)
    spot = Spot(chip.key, box, draw=draw, on_press=press, radius=12)
    spot.tells = CardSigns(game, ui.type, box, chip.face, draw, lambda: chip.face)
    return spot


def _draw(chip: Chip, c: Canvas, box: Box) -> None:
    if chip.done:
        draw_done(c, box, chip.face)
    else:
        draw_card(c, box, chip.face)


def _from_below(ui: Ui, box: Box) -> Box:
    """The start of the animation of a card that was in no hand: it was written at the table."""
    return Box(ui.area.centre[0] - box.w / 2, ui.area.bottom, box.w, box.h)
