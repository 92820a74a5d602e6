"""Fields in which something is chosen: a word of the rules, a number by steps, a picture, cards."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from game.content.picture_names import picture as named_picture
from game.engine.setup import TRACKS
from game.gui import theme
from game.gui.geometry import Box
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.editor.fields import (
    CardsInput,
    FileInput,
    FlagInput,
    OptionInput,
    PictureInput,
    SeveralInput,
    WholeInput,
    bounds,
)
from game.table.editor.form import Form
from game.table.editor.languages import shown_text
from game.table.editor.pickers import CardsPicker, OptionsPicker, Picked
from game.table.editor.sections import modules_of
from game.table.editor.text_inputs import LABEL, label
from game.table.editor.widgets import CompactCounter
from game.table.parts.dialog_widgets import TrackChoice
from game.table.parts.picture_picker import PicturePicker

ROW: Final = 56.0
_COUNTER: Final = 220.0
_FEW: Final = 5
"""So many options stand side by side; more are chosen from a list."""
_LISTED: Final = 88.0


# ------------------------------------------------------------------ numbers
def draw_whole(form: Form, box: Box, field: WholeInput) -> None:
    """A whole number between minus and plus, with what is usual beside it."""
    t, row = form.t, box.cut_top(ROW)[0]
    counter, words = row.cut_right(_COUNTER, 16)
    if field.usual is not None:
        note, words = words.cut_right(170, 16)
        form.ui.canvas.text(
            note,
            _usual(form, field),
            theme.LEAST,
            theme.CHALK_SOFT,
            align="right",
            valign="middle",
        )
    form.ui.canvas.text(
        words, t(field.label), (22, theme.LEAST), theme.CHALK, "semibold", valign="middle"
    )
    low, high = bounds(form.path(field.path))
    value = form.get(field.path, field.default)
    value = value if type(value) is int else field.default
    form.ui.add(
        CompactCounter(
            form.key(field.path),
            counter,
            value,
            partial(_put_whole, form, field),
            low=low,
            high=high,
            text=t.number(value),
            by=field.by,
            tip=form.tip(field.path),
        )
    )


def _usual(form: Form, field: WholeInput) -> str:
    usual = field.usual
    assert usual is not None, "it is asked only where something is usual"
    if usual.high == usual.low:
        return form.t("usually {n}", n=form.t.number(usual.low))
    return form.t(
        "usually {low}–{high}", low=form.t.number(usual.low), high=form.t.number(usual.high)
    )


def _put_whole(form: Form, field: WholeInput, value: int) -> None:
    """What is the default anyway is left out of the file, unless it stands there already.

    It never stands there where no module reads it.
    """
    idle = field.module is not None and field.module not in modules_of(form.draft)
    known = form.get(field.path) is not None and not idle
    form.put(field.path, None if value == field.default and not known else value)


# ------------------------------------------------------------------ one of several
def option_height(form: Form, field: OptionInput) -> float:
    """The height of a choice with its label."""
    if field.options == TRACKS:
        return LABEL + 2 * ROW + 6
    return LABEL + (ROW if len(field.options) <= _FEW else _LISTED) + 6


def draw_option(form: Form, box: Box, field: OptionInput) -> None:
    """The options side by side, or the chosen one, which opens a list of them."""
    head, rest = box.cut_top(LABEL)
    label(form, head, form.t(field.label))
    value, key = form.get(field.path, field.default), form.key(field.path)
    options = [(code, field.name(form.t, code)) for code in field.options]
    if len(options) > _FEW:
        _draw_listed(form, rest.cut_top(_LISTED)[0], field, value)
        return
    put, tip = form.setter(field.path), form.tip(field.path)
    if field.options == TRACKS:
        place = rest.cut_top(2 * ROW)[0]
        put = partial(_put_track, form, field)
        form.ui.add(TrackChoice(key, place, value, put, form.t, across=2)).tip = tip
    else:
        line = rest.cut_top(ROW)[0]
        form.ui.add(Choice(key, line, options, value, put, size=22, tip=tip))


def _put_track(form: Form, field: OptionInput, track: Any) -> None:
    """Another track; what the card promises and gives goes along where it is all on the old one."""
    old, values = form.get(field.path), {field.path: track}
    for table in ("promise", "effects"):
        there = form.get((table,)) if field.path == ("track",) else None
        if isinstance(there, dict) and set(there) == {old} and track != old:
            values[table, track] = there[old]
            values[table, old] = None
    form.put_all(values)


def _draw_listed(form: Form, box: Box, field: OptionInput, value: Any) -> None:
    t = form.t
    chosen = field.name(t, value) if value in field.options else t("Choose …")
    about = field.about(t, value) if field.about and value in field.options else ""
    options = [
        Picked(code, field.name(t, code), field.about(t, code) if field.about else "")
        for code in field.options
    ]
    show = OptionsPicker(t(field.label), options, value, form.setter(field.path))
    listed_button(form, form.key(field.path), box, chosen, about, show, form.tip(field.path))


def listed_button(
    form: Form, key: str, box: Box, text: str, about: str, show: Any, tip: str
) -> None:
    """A button with what was chosen, which opens a dialog with all there is."""
    press = partial(form.host.push, show)
    button = TwoLineButton(
        key, box, Label(text, caption=about, icon="list", size=26), press, tip=tip
    )
    if about and not button.tells_whole(form.ui.type):
        button = TwoLineButton(key, box, Label(text, icon="list", size=26), press, tip=about)
    form.ui.add(button)


def draw_flag(form: Form, box: Box, field: FlagInput) -> None:
    """Yes or no."""
    row, t = box.cut_top(ROW)[0], form.t
    place, words = row.cut_right(_COUNTER, 16)
    form.ui.canvas.text(
        words, t(field.label), (22, theme.LEAST), theme.CHALK, "semibold", valign="middle"
    )
    value = form.get(field.path) is True
    put = partial(_put_flag, form, field)
    options = [(False, t("No")), (True, t("Yes"))]
    form.ui.add(
        Choice(form.key(field.path), place, options, value, put, size=22, tip=form.tip(field.path))
    )


def _put_flag(form: Form, field: FlagInput, value: bool) -> None:
    form.put(field.path, True if value else None)


# ------------------------------------------------------------------ some of several
def several_height(form: Form, field: SeveralInput) -> float:
    """The height of options of which several can be chosen."""
    if field.about:
        return LABEL + len(field.options) * (_LISTED + 8)
    return LABEL + _pairs(field) * (ROW + 8)


def _pairs(field: SeveralInput) -> int:
    """In how many rows of two its options stand: side by side, the longest words would break."""
    return -(-len(field.options) // 2)


def draw_several(form: Form, box: Box, field: SeveralInput) -> None:
    """Each option as a button that is pressed or not."""
    head, rest = box.cut_top(LABEL)
    label(form, head, form.t(field.label))
    chosen = _chosen(form, field)
    if field.about is None:
        rows = _pairs(field)
        cells = rest.cut_top(rows * (ROW + 8) - 8)[0].grid(2, rows, 8)[: len(field.options)]
    else:
        cells = rest.rows(len(field.options), 8)
    for cell, code in zip(cells, field.options, strict=True):
        _draw_toggle(form, cell, field, code, chosen)


def _chosen(form: Form, field: SeveralInput) -> list[Any]:
    """What counts: what is chosen, or else what is implied."""
    value = form.get(field.path, [])
    return value if value and isinstance(value, list) else _implied(form, field)


def _implied(form: Form, field: SeveralInput) -> list[Any]:
    by = form.get(field.by) if field.by else None
    return list(field.implied.get(by, ())) if isinstance(by, str) else []


def _draw_toggle(form: Form, cell: Box, field: SeveralInput, code: Any, chosen: list[Any]) -> None:
    t, on = form.t, code in chosen
    after = [c for c in field.options if (c in chosen) != (c == code)]
    same = set(after) == set(_implied(form, field))
    press = partial(form.put, field.path, None if same else after or None)
    key, icon = form.key(field.path, str(code)), "check" if on else "plus"
    style: Style = "primary" if on else "quiet"
    if field.about is None:
        face = Label(field.name(t, code), icon=icon, style=style, size=22)
        form.ui.add(Button(key, cell, face, press, tip=form.tip(field.path)))
        return
    name, about = field.name(t, code), field.about(t, code)
    button = TwoLineButton(
        key, cell, Label(name, caption=about, icon=icon, style=style, size=26), press
    )
    if not button.tells_whole(form.ui.type):
        button = TwoLineButton(
            key, cell, Label(name, icon=icon, style=style, size=26), press, tip=about
        )
    form.ui.add(button)


# ------------------------------------------------------------------ pictures and cards
def draw_picture(form: Form, box: Box, field: PictureInput) -> None:
    """The picture, which opens the choice of pictures; and a button to have none."""
    row, t = box.cut_top(ROW + 8)[0], form.t
    place, words = row.cut_right(_COUNTER + 120, 16)
    form.ui.canvas.text(words, t(field.label), (22, 18), theme.CHALK, "semibold", valign="middle")
    value = form.get(field.path, "")
    shown = named_picture(value) if isinstance(value, str) else ""
    name = form.get(("name",)) or form.get(("title",)) or ""
    picker = PicturePicker(shown_text(name, t.lang), form.setter(field.path))
    if shown:
        away, place = place.cut_right(ROW + 8, 10)
        label_ = Label(icon="x", style="quiet")
        remove = partial(form.put, field.path, None)
        form.ui.add(
            Button(
                form.key(field.path, "none"), away, label_, remove, tip=t("Take the picture away")
            )
        )
    text = t("Another picture") if shown else t("Choose a picture")
    face = Label(text, picture=shown, icon="" if shown else "search", size=24)
    press = partial(form.host.push, picker)
    form.ui.add(TwoLineButton(form.key(field.path), place, face, press, tip=form.tip(field.path)))


def draw_file(form: Form, box: Box, field: FileInput) -> None:
    """The picture file that lies beside the case; Browse chooses one, which is copied there."""
    row, t = box.cut_top(ROW + 8)[0], form.t
    place, words = row.cut_right(_COUNTER + 120, 16)
    form.ui.canvas.text(words, t(field.label), (22, 18), theme.CHALK, "semibold", valign="middle")
    name = form.get(field.path)
    if name:
        away, place = place.cut_right(ROW + 8, 10)
        remove = partial(form.put, field.path, None)
        face = Label(icon="x", style="quiet")
        form.ui.add(
            Button(form.key(field.path, "none"), away, face, remove, tip=t("Take the picture away"))
        )
    face = Label(str(name or t("Browse …")), icon="folder-open", size=24)
    press = partial(form.host.choose_picture, form.setter(field.path))
    form.ui.add(TwoLineButton(form.key(field.path), place, face, press, tip=form.tip(field.path)))


def draw_cards(form: Form, box: Box, field: CardsInput) -> None:
    """How many cards were chosen, and their names; pressed, all cards of that deck."""
    head, rest = box.cut_top(LABEL)
    t = form.t
    label(form, head, t(field.label))
    ids = form.get(field.path, [])
    ids = [id for id in ids if isinstance(id, str)] if isinstance(ids, list) else []
    cards = form.draft.get((field.deck,), [])
    names = {
        card["id"]: shown_text(card.get("name"), t.lang) or t("Without a name")
        for card in cards
        if isinstance(card, dict) and isinstance(card.get("id"), str)
    }
    chosen = [names.get(id, str(id)) for id in ids]
    text = ", ".join(chosen) or t("None")
    picker = CardsPicker(t(field.label), t(field.about), names, ids, form.setter(field.path))
    count = t.plural("{n} chosen", "{n} chosen", len(ids))
    listed_button(
        form,
        form.key(field.path),
        rest.cut_top(_LISTED)[0],
        count,
        text,
        picker,
        form.tip(field.path),
    )
