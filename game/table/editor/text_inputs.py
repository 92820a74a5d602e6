"""Fields that are typed: prose in one language or two, and amounts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from typing import Final

from game.content.lenient.quantities import QuantityError, read_quantity
from game.content.toml_values import is_number
from game.gui import theme
from game.gui.geometry import Box
from game.gui.widgets.field import TextField
from game.i18n import Lang, Words, mark
from game.i18n.days import parse_day, short_day
from game.table.editor.cards import EMPTY
from game.table.editor.fields import AmountInput, DayInput, TextInput, longest
from game.table.editor.form import Form, Wrong
from game.table.editor.languages import shown_text, text_in, with_text
from game.table.parts.numbers import MAX_NUMBER, NO_DAY, TOO_LARGE, typed_number
from game.wording.quantities import quantity_fault

LABEL: Final = 36.0
LINE: Final = 54.0
_TAG: Final = 58.0
_SIZE: Final = 24
_LARGEST: Final = 1e9
_SOME_DAY: Final = date(2027, 1, 31)


def label(form: Form, box: Box, text: str) -> None:
    """The label over a field."""
    form.ui.canvas.text(box, text, (22, 18), theme.CHALK, "semibold", valign="middle")


# ------------------------------------------------------------------ prose
def text_height(form: Form, field: TextInput) -> float:
    """The height of a text field with its label, for each language that is written."""
    return LABEL + len(_langs(form, field)) * (_field_height(form, field) + 6)


def _langs(form: Form, field: TextInput) -> tuple[Lang, ...]:
    """The languages in which a text is written: its own, where it is the same in both."""
    return (form.draft.plain,) if field.plain else form.langs


def _field_height(form: Form, field: TextInput) -> float:
    if field.lines == 1:
        return LINE
    grow = form.ui.type.grow
    lines = field.lines + (len(_langs(form, field)) > 1) + (grow > 1)  # with two they are narrower
    return lines * 33.0 * grow + 18


def draw_text(form: Form, box: Box, field: TextInput) -> None:
    """The label, and below it a field for each language."""
    head, rest = box.cut_top(LABEL)
    label(form, head, form.t(field.label))
    for lang in _langs(form, field):
        line, rest = rest.cut_top(_field_height(form, field), 6)
        if len(_langs(form, field)) > 1:
            tag, line = line.cut_left(_TAG, 0)
            sizes = (20, 18)
            form.ui.canvas.text(tag, lang.upper(), sizes, theme.CHALK_SOFT, valign="middle")
        _prose_field(form, line, field, lang)


def _prose_field(form: Form, box: Box, field: TextInput, lang: Lang) -> None:
    key = form.key(field.path, lang)
    value, plain = form.get(field.path), form.draft.plain
    value = None if value == EMPTY else value
    other = shown_text(value, lang)
    text = form.host.typed.get(key, text_in(value, lang, plain))
    widget = TextField(
        key,
        box,
        text,
        partial(_write, form, field, lang),
        lines=field.lines,
        limit=longest(form.path(field.path)),
        placeholder=_said_elsewhere(form, other, lang) if other and not text else "",
        size=_SIZE,
        tip=form.tip(field.path),
    )
    _at_its_start(form, key, widget)
    form.ui.add(widget)


def _said_elsewhere(form: Form, other: str, lang: Lang) -> str:
    """In an empty field: that it is empty, and what the other language says."""
    said = mark("Empty – Danish: {text}") if lang == "en" else mark("Empty – English: {text}")
    return form.t(said, text=_one_line(other))


def _one_line(text: str) -> str:
    line = text.partition("\n")[0]
    return line[:80] + "…" if len(line) > 80 or "\n" in text else line


def _at_its_start(form: Form, key: str, widget: TextField) -> None:
    """A field that is not written in shows the beginning of its text."""
    if form.ui.focus != key:
        form.ui.memory.setdefault(key, widget.edit).go(0)


def _write(form: Form, field: TextInput, lang: Lang, text: str) -> None:
    path = form.path(field.path)
    value = form.draft.get(path)
    value = None if value == EMPTY else value
    written = text if text.strip() else ""
    after = with_text(value, lang, form.draft.plain, written)
    if after is None and isinstance(path[-1], int):
        after = EMPTY  # an item of a list cannot be left out: its number is its name
    form.draft.type(path, after)
    form.host.typing(form.key(field.path, lang), text)


# ------------------------------------------------------------------ amounts
def draw_amount(form: Form, box: Box, field: AmountInput) -> None:
    """A number as it is typed; its unit, as it is known, stands beside it.

    What is no number stands here, too, as it was typed or as the file has it.
    """
    head, rest = box.cut_top(LABEL)
    label(form, head, form.t(field.label))
    line = rest.cut_top(LINE)[0]
    place, unit = line.columns([5, 4], 16)
    key, lang = form.key(field.path), form.t.lang
    value = form.get(field.path)
    known = typed_number(value, lang) if is_number(value) else value
    widget = TextField(
        key,
        place,
        form.host.typed.get(key, known if isinstance(known, str) else ""),
        partial(_write_amount, form, field),
        limit=MAX_NUMBER,
        placeholder=form.t("For example: {example}", example=form.t.number(2.5)),
        size=_SIZE,
        tip=form.tip(field.path),
    )
    _at_its_start(form, key, widget)
    form.ui.add(widget)
    name = shown_text(form.get(field.unit), lang)
    form.ui.canvas.text(unit, name, (24, 18), theme.CHALK_SOFT, valign="middle")


def _write_amount(form: Form, field: AmountInput, text: str) -> None:
    key, path = form.key(field.path), form.path(field.path)
    number = _number(form, field, text)
    form.host.wrong.pop(key, None)
    if isinstance(number, str):
        form.host.wrong[key] = Wrong(path, text, number)
        form.draft.pending.pop(path, None)  # the beginning of it may have been a number
    else:
        form.draft.type(path, number)
    form.host.typing(key, text)


def _number(form: Form, field: AmountInput, text: str) -> float | str | None:
    """The number that was typed, or what is wrong with it; ``None`` for nothing."""
    t, lang = form.t, form.t.lang
    unit = shown_text(form.get(field.unit), lang)
    try:
        return _taken(t, read_quantity(text, lang, unit))
    except QuantityError as error:
        return quantity_fault(t, error, unit)


def _taken(t: Words, value: float | None) -> float | str | None:
    """The number as it is written into the file, or that it is too large."""
    if value is None:
        return None
    if abs(value) > _LARGEST:
        return t(TOO_LARGE)
    return int(value) if float(value).is_integer() else value


# ------------------------------------------------------------------ days
def draw_day(form: Form, box: Box, field: DayInput) -> None:
    """A day as it is written in the language; what is none stands here as it was typed."""
    head, rest = box.cut_top(LABEL)
    label(form, head, form.t(field.label))
    key = form.key(field.path)
    widget = TextField(
        key,
        rest.cut_top(LINE)[0].columns([5, 4], 16)[0],
        form.host.typed.get(key, _shown_day(form.t, form.get(field.path))),
        partial(_write_day, form, field),
        limit=MAX_NUMBER,
        placeholder=form.t("For example: {example}", example=short_day(form.t, _SOME_DAY)),
        size=_SIZE,
        tip=form.tip(field.path),
    )
    _at_its_start(form, key, widget)
    form.ui.add(widget)


def _shown_day(t: Words, value: object) -> str:
    if isinstance(value, date):
        return short_day(t, value)
    if not isinstance(value, str):
        return ""
    with suppress(ValueError):
        return short_day(t, date.fromisoformat(value))
    return value


def _write_day(form: Form, field: DayInput, text: str) -> None:
    key, path = form.key(field.path), form.path(field.path)
    form.host.wrong.pop(key, None)
    try:
        day = parse_day(text).isoformat() if text.strip() else None
    except ValueError:
        why = form.t(NO_DAY, example=short_day(form.t, _SOME_DAY))
        form.host.wrong[key] = Wrong(path, text, why)
        form.draft.pending.pop(path, None)
    else:
        form.draft.type(path, day)
    form.host.typing(key, text)
