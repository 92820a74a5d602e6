"""Chooses one of many from a list that scrolls: what an item belongs to, and whence it came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from game.debrief import BenefitRef, IdeaRef, RiskRef
from game.debrief.action_items import NOTHING, NOWHERE, Origin, Subject, origin_at, subjects
from game.engine import Track
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.i18n import Words
from game.table.cards.parts import track_sign
from game.table.parts.discussion.discussion import Discussion
from game.table.parts.subject_sign import draw_sign, kind_of, letter_of
from game.wording import subject_pictures
from game.wording.debrief_texts.action_items import origin_text, subject_text

V = TypeVar("V")
_ROW, _GAP = 76.0, 10.0
_SIZES = (30, 20)
_ICONS = {IdeaRef: "lightbulb", RiskRef: "shield"}
"""What stands where a benefit has its track."""


@frozen
class PickOption(Generic[V]):
    """One of the list: its value, its text, and before it the sign of a card or an icon."""

    value: V
    text: str
    icon: str = ""
    picture: str = ""
    kind: str = ""
    letter: str = ""
    track: Track | None = None


class PickDialog(Screen, Generic[V]):
    """A list of options over the screen, one of them chosen."""

    overlay = True

    def __init__(
        self,
        title: str,
        options: Sequence[PickOption[V]],
        chosen: V,
        on_choose: Callable[[V], object],
    ) -> None:
        self.title = title
        self.options = list(options)
        self.chosen = chosen
        self.on_choose = on_choose

    def build(self, ui: Ui) -> None:
        """The options, each a button; the chosen one has a sign."""
        high = len(self.options) * (_ROW + _GAP) + 10
        rest = dialog(ui, 1360, min(1000.0, high + 150), self.title, self.back)
        with ui.scroll("options", rest, high) as inner:
            for n, option in enumerate(self.options):
                row = Box(inner.x + 6, inner.y + 6 + n * (_ROW + _GAP), inner.w - 12, _ROW)
                chosen = option.value == self.chosen
                draw, press = partial(_draw, option, chosen), partial(self._choose, option.value)
                ui.add(Spot(f"option:{n}", row, draw=draw, on_press=press, radius=14))
        values = [option.value for option in self.options]
        ui.focus_on(f"option:{values.index(self.chosen) if self.chosen in values else 0}")

    def _choose(self, value: V) -> None:
        self.app.pop(self)
        self.on_choose(value)


def _draw(option: PickOption[V], chosen: bool, c: Canvas, box: Box) -> None:
    c.panel(box, theme.PAPER, 14, lift=0 if chosen else 4, line=theme.ACCENT if chosen else None)
    marks, words = box.inset(18, 8).cut_left(150, 18)
    middle = marks.centre[1]
    if option.letter:
        draw_sign(c, (marks.x + 27, middle), 56, option.picture, option.kind, option.letter)
    if option.track is not None:
        track_sign(c, Box(marks.x + 70, middle - 24, 76, 48), option.track)
    elif option.icon:
        c.icon(option.icon, Box(marks.x + 84, middle - 20, 40, 40), theme.INK)
    if chosen:
        sign, words = words.cut_right(44, 14)
        c.icon("check", sign.place(38, 38), theme.INK)
    c.text(words, option.text, _SIZES, theme.INK, "semibold", valign="middle")


# ------------------------------------------------------------------ what there is to choose from
def subject_options(discussion: Discussion, t: Words) -> list[PickOption[Subject]]:
    """Nothing, then each idea with its benefits and risks."""
    fmt = discussion.formatter(t)
    found = [PickOption(NOTHING, t("Nothing in particular"), icon="minus")]
    for subject, ref in subjects(discussion.debrief).items():
        option = PickOption(
            subject,
            fmt.written(subject_text(fmt, ref)),
            _ICONS.get(type(ref), ""),
            picture=subject_pictures.of(discussion.case, ref),
            kind=kind_of(ref),
            letter=letter_of(ref),
            track=ref.track if isinstance(ref, BenefitRef) else None,
        )
        found.append(option)
    return found


def subject_called(discussion: Discussion, t: Words, subject: Subject) -> str:
    """What a subject is called; empty for nothing, and for what is not there."""
    ref = subjects(discussion.debrief).get(subject)
    fmt = discussion.formatter(t)
    return "" if ref is None else fmt.written(subject_text(fmt, ref))


def origin_options(discussion: Discussion, t: Words, chosen: Origin) -> list[PickOption[Origin]]:
    """Nothing, then the key moments; what is ``chosen`` is among them."""
    moments = sorted(discussion.moments, key=lambda moment: moment.entry)
    origins = [origin_at(moment) for moment in moments]
    if chosen not in (NOWHERE, *origins):
        origins.append(chosen)
    nowhere = PickOption(NOWHERE, t("Nothing in particular"), icon="minus")
    return [nowhere, *(PickOption(o, origin_called(discussion, t, o), icon="gem") for o in origins)]


def origin_called(discussion: Discussion, t: Words, origin: Origin) -> str:
    """What an item came from is called; empty where it came from nothing."""
    fmt = discussion.formatter(t)
    return fmt.written(origin_text(fmt, discussion.debrief, origin))
