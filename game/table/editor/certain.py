"""Which values of a case become others, shown before it is done; and what is mended for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from game.content.document import Document
from game.content.lenient.fixing import fix
from game.content.positions import KeyPath
from game.content.toml_values import is_number
from game.engine.setup import TRACKS
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import LANGS, Words, mark
from game.table.editor.card_list import card_name
from game.table.editor.draft import Draft
from game.table.editor.fields import CardsInput, OptionInput
from game.table.editor.places import place_of, told_place
from game.wording import terms

_ROW: Final = 84.0
_LONGEST: Final = 60
_SIZES: Final = (24, theme.LEAST)
_ARROW: Final = 60.0


@frozen
class Change:
    """A value that becomes another; ``None`` where there is none."""

    path: KeyPath
    old: Any
    new: Any


_fixed = lru_cache(maxsize=1)(fix)
"""A list of problems is drawn more often than the case is changed."""


def mended(document: Document) -> Document:
    """The document with all mended that is certain; the same one where nothing is."""
    text = _fixed(document.text).text
    return document if text == document.text else Document(text)


def changes(old: Document, new: Document) -> list[Change]:
    """Which values differ, in the order of the new document.

    A value that moves to the key where it belongs is told once, where it comes to stand. A text
    is the same one whether it names its language or not.
    """
    before = dict(_leaves(old.data, new.data))
    after = dict(_leaves(new.data, old.data))
    gone = {path: value for path, value in before.items() if path not in after}
    put = []
    for path, value in after.items():
        if path in before and before[path] == value:
            continue
        was = before[path] if path in before else _moved_to(path, value, gone)
        put.append(Change(path, was, value))
    return [*put, *(Change(path, value, None) for path, value in gone.items())]


def _moved_to(path: KeyPath, value: Any, gone: dict[KeyPath, Any]) -> Any:
    """What was taken from another key of the same table, or the same value from anywhere."""
    beside = (other for other in gone if other[:-1] == path[:-1])
    same = (other for other, was in gone.items() if was == value)
    found = next(beside, None) or next(same, None)
    return None if found is None else gone.pop(found)


def _leaves(value: Any, other: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value with its path; ``other`` is what stands there in the other document."""
    if isinstance(value, Mapping):
        beside = other if isinstance(other, Mapping) else {}
        for key, inner in value.items():
            yield from _leaves(inner, beside.get(key), (*path, key))
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in _both(value, other)):
        beside = dict(enumerate(other if isinstance(other, list) else []))
        for n, inner in enumerate(value):
            yield from _leaves(inner, beside.get(n), (*path, n))
    elif isinstance(value, str) and isinstance(other, Mapping) and other.keys() & set(LANGS):
        yield (*path, _language(value, other)), value
    else:
        yield path, value


def _both(value: list[Any], other: Any) -> list[Any]:
    return [*value, *other] if isinstance(other, list) else value


def _language(text: str, texts: Mapping[str, Any]) -> str:
    """Which of the texts that name their languages a text is that names none."""
    same = (lang for lang in LANGS if texts.get(lang) == text)
    return next(same, None) or next(lang for lang in LANGS if lang in texts)


@frozen
class Asked:
    """What a dialog with changes is called, and its button."""

    title: str
    yes: str


CERTAIN: Final = Asked(mark("What will be fixed"), mark("Fix it"))


class ChangesDialog(Screen):
    """What will be changed, and the question whether it shall be.

    The places are named as they are in ``draft``; ``do`` makes the changes.
    """

    overlay = True

    def __init__(
        self,
        draft: Draft,
        found: Sequence[Change],
        do: Callable[[], object],
        asked: Asked = CERTAIN,
    ) -> None:
        self.draft = draft
        self.found = found
        self.do = do
        self.asked = asked

    def build(self, ui: Ui) -> None:
        """The places with what stands there and what will, and two buttons."""
        t = ui.t
        rest = dialog(ui, 1500, 960, t(self.asked.title), self.back)
        foot, rest = rest.cut_bottom(72, 18)
        note, answers = foot.columns((3, 2), 20)
        text = t("Nothing is lost by it: Undo takes it back.")
        ui.canvas.text(note, text, (24, 18), theme.CHALK_SOFT, valign="middle")
        face = Label(t(self.asked.yes), icon="badge-check", style="primary", size=28)
        ui.add(Button("mend", answers, face, self._agree))
        row, step = _ROW * ui.type.grow, _ROW * ui.type.grow + 10
        with ui.scroll("changes", rest.inset(-6), len(self.found) * step + 12) as inner:
            for n, change in enumerate(self.found):
                place = Box(inner.x + 6, inner.y + 6 + n * step, inner.w - 12, row)
                self._draw(ui, place, change)
        ui.focus_on("mend")

    def _draw(self, ui: Ui, box: Box, change: Change) -> None:
        c, t = ui.canvas, ui.t
        c.panel(box, theme.PAPER, 12)
        where, words = box.inset(18, 10).rows((1, 1.2), 4)
        place = told_place(t, self.draft, change.path)
        c.text(where, place, (20, theme.LEAST), theme.INK_SOFT, "semibold", valign="middle")
        old, new = (shown_value(t, self.draft, change.path, v) for v in (change.old, change.new))
        if change.old is None or _bare(old) == _bare(new):
            same = t("{value}: it stays as it is, only how the file writes it is fixed", value=new)
            told = new if change.old is None else same
            c.text(words, told, _SIZES, theme.INK, valign="middle")
            return
        before, after = words.columns((1, 1), _ARROW)
        c.text(before, old, _SIZES, theme.INK_SOFT, valign="middle")
        c.icon("arrow-right", Box(before.right, words.y, _ARROW, words.h).place(30, 30), theme.INK)
        c.text(after, new, _SIZES, theme.INK, "semibold", valign="middle")

    def _agree(self) -> None:
        self.app.pop(self)
        self.do()


def _bare(shown: str) -> str:
    """What is shown without quotation marks, by which a text differs from a name of the game."""
    return shown.strip("“”»«").casefold()


def shown_value(t: Words, draft: Draft, path: KeyPath, value: Any) -> str:
    """A value of a file as somebody reads it who knows only the screen."""
    field = place_of(draft, path).field
    if value is None:
        return t("nothing")
    if isinstance(field, OptionInput) and value in field.options:
        return field.name(t, value)
    if isinstance(field, CardsInput) and isinstance(value, str):
        value = _name_of(t, draft, field.deck, value)
    if isinstance(value, bool):
        return t("Yes") if value else t("No")
    if is_number(value):
        return t.number(value)
    if isinstance(value, list):
        return ", ".join(shown_value(t, draft, path, inner) for inner in value) or t("nothing")
    if path[-1] == "track" and value in TRACKS:
        return terms.track(t, value)
    text = " ".join(str(value).split())
    return t("“{text}”", text=f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text)


def _name_of(t: Words, draft: Draft, deck: str, id: str) -> str:
    """What the card with an id is called; the id where there is none, or it has no name."""
    cards: Any = draft.get((deck,), [])
    named = (card for card in cards if isinstance(card, dict) and card.get("id") == id)
    return card_name(t, next(named, None)) or id
