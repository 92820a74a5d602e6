"""Which function draws a field, and how high it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from game.gui import theme
from game.gui.geometry import Box
from game.table.editor import choice_inputs as choice
from game.table.editor import rule_inputs as rule
from game.table.editor import text_inputs as text
from game.table.editor.fields import (
    AimInput,
    AmountInput,
    BargainInput,
    CardsInput,
    DayInput,
    Field,
    FileInput,
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
TOLD_HIGH: Final = 34.0
"""The height of the line below a field that tells what is wrong with it."""
_WRONG: Final = (22, 20, theme.LEAST)


def _always(height: float) -> Height:
    return lambda form, field: height


_INPUTS: Final[Mapping[type[Field], tuple[Height, Draw]]] = {
    TextInput: (text.text_height, text.draw_text),
    AmountInput: (_always(text.LABEL + text.LINE), text.draw_amount),
    DayInput: (_always(text.LABEL + text.LINE), text.draw_day),
    WholeInput: (_always(choice.ROW), choice.draw_whole),
    OptionInput: (choice.option_height, choice.draw_option),
    FlagInput: (_always(choice.ROW), choice.draw_flag),
    SeveralInput: (choice.several_height, choice.draw_several),
    PictureInput: (_always(choice.ROW + 8), choice.draw_picture),
    FileInput: (_always(choice.ROW + 8), choice.draw_file),
    CardsInput: (_always(text.LABEL + 88), choice.draw_cards),
    BargainInput: (rule.bargain_height, rule.draw_bargain),
    AimInput: (rule.aim_height, rule.draw_aim),
    RoundsInput: (rule.rounds_height, rule.draw_rounds),
    OptionsInput: (rule.options_height, rule.draw_options),
}


def draw_fields(form: Form, name: str, box: Box, fields: Sequence[Field]) -> None:
    """The fields of a card, one below the other, in an area that scrolls.

    Between two of them is always the same room: what is wrong with one is said there, so that
    nothing moves while somebody types.
    """
    apart = TOLD_HIGH * form.ui.type.grow + 4
    highs = [_INPUTS[type(field)][0](form, field) + apart for field in fields]
    with form.ui.scroll(name, box, sum(highs) + 8) as inner:
        inner = inner.inset(6, 4).cut_left(inner.w - 12)[0]
        for field, row in zip(fields, inner.cut_top(sum(highs))[0].rows(highs or 1), strict=False):
            below, place = row.cut_bottom(apart)
            _complain(form, below.cut_bottom(6)[1], field)
            _INPUTS[type(field)][1](form, place, field)


def _complain(form: Form, box: Box, field: Field) -> None:
    """What is wrong or unusual about a field, in a line below it; pointed at it tells the rest."""
    told = form.complaint(field)
    if told is None:
        return
    ink = ALERT if told.wrong else theme.ACCENT
    form.ui.canvas.text(box, told.said, _WRONG, ink, "semibold", valign="middle")
    if told.helps or form.ui.type.fit(told.said, box, _WRONG, "semibold").cut:
        more = "\n".join(filter(None, (told.said, told.helps)))
        form.ui.explain(form.key(field.path, "wrong"), box, more)
