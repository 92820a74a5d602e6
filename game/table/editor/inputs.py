"""Which function draws a field, and how high it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from game.gui.geometry import Box
from game.table.editor import choice_inputs as choice
from game.table.editor import rule_inputs as rule
from game.table.editor import text_inputs as text
from game.table.editor.fields import (
    AimInput,
    AmountInput,
    BargainInput,
    CardsInput,
    Field,
    FlagInput,
    OptionInput,
    OptionsInput,
    PictureInput,
    RoundsInput,
    SeveralInput,
    TextInput,
    WholeInput,
)
from game.table.editor.form import Form
from game.table.parts.dialog_parts import ALERT

Height = Callable[[Form, Any], float]
Draw = Callable[[Form, Box, Any], None]
_APART: Final = 16.0
_WRONG: Final = (20, 18, 17, 16)


def _always(height: float) -> Height:
    return lambda form, field: height


_INPUTS: Final[Mapping[type[Field], tuple[Height, Draw]]] = {
    TextInput: (text.text_height, text.draw_text),
    AmountInput: (_always(text.LABEL + text.LINE), text.draw_amount),
    WholeInput: (_always(choice.ROW), choice.draw_whole),
    OptionInput: (choice.option_height, choice.draw_option),
    FlagInput: (_always(choice.ROW), choice.draw_flag),
    SeveralInput: (choice.several_height, choice.draw_several),
    PictureInput: (_always(choice.ROW + 8), choice.draw_picture),
    CardsInput: (_always(text.LABEL + 88), choice.draw_cards),
    BargainInput: (rule.bargain_height, rule.draw_bargain),
    AimInput: (rule.aim_height, rule.draw_aim),
    RoundsInput: (rule.rounds_height, rule.draw_rounds),
    OptionsInput: (rule.options_height, rule.draw_options),
}


def draw_fields(form: Form, name: str, box: Box, fields: Sequence[Field]) -> None:
    """The fields of a card, one below the other, in an area that scrolls."""
    wide = box.w - 30
    complaints = [form.complaint(field) for field in fields]
    highs = [
        _INPUTS[type(field)][0](form, field) + _wrong_height(form, wide, wrong) + _APART
        for field, wrong in zip(fields, complaints, strict=True)
    ]
    with form.ui.scroll(name, box, sum(highs) + 8) as inner:
        inner = inner.inset(6, 4).cut_left(inner.w - 12)[0]
        at = inner.y
        for field, high, wrong in zip(fields, highs, complaints, strict=True):
            place = Box(inner.x, at, inner.w, high - _APART)
            at += high
            if wrong:
                below, place = place.cut_bottom(_wrong_height(form, wide, wrong) - 4, 4)
                form.ui.canvas.text(below, wrong, _WRONG, ALERT, "semibold")
            _INPUTS[type(field)][1](form, place, field)


def _wrong_height(form: Form, wide: float, wrong: str) -> float:
    if not wrong:
        return 0.0
    return form.ui.type.height(wrong, wide - 20, _WRONG[0] * form.ui.type.grow, "semibold") + 10
