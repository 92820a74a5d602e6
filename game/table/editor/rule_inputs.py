"""Fields of the rules: promise and truth, a role's aim, rounds, the choice of an event."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from game.content.field_types import SPAN
from game.content.toml_values import is_number, is_whole
from game.engine.setup import AIM_KINDS, TRACKS, Aim, AimKind, Rules, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.widgets.choice import Choice
from game.table.cards.parts import track_sign
from game.table.editor.choice_inputs import ROW, listed_button
from game.table.editor.fields import AimInput, BargainInput, Below, OptionsInput, RoundsInput
from game.table.editor.form import Form
from game.table.editor.pickers import OptionsPicker, Picked
from game.table.editor.text_inputs import LABEL, label
from game.table.editor.widgets import CompactCounter
from game.table.parts.dialog_widgets import TrackChoice
from game.wording import aims, terms

_MOST: Final = 6
_ARROWS: Final = ((None, "–"), (-1, "↓"), (1, "↑"), (2, "↑↑"))
_TRUE: Final = {2: (3, 5), 1: (1, 3), -1: (-2, -1)}
"""What arrows promise, as usual values of the truth: from the lowest to the highest."""
_COLUMNS: Final = (84, 236, 176, 176)
_LISTED: Final = 88.0


# ------------------------------------------------------------------ promise and truth
def bargain_height(form: Form, field: BargainInput) -> float:
    """The height of the table of four tracks."""
    return LABEL * 2 + 4 * (ROW + 8)


def draw_bargain(form: Form, box: Box, field: BargainInput) -> None:
    """For each track the arrows on the card, and between which points the truth lies."""
    t, c = form.t, form.ui.canvas
    head, rest = box.cut_top(LABEL)
    label(form, head, t(field.label))
    names, rest = rest.cut_top(LABEL)
    texts = ("", t("Arrows on the card"), t("The truth, at least"), t("At most"))
    for cell, text in zip(_cells(names), texts, strict=True):
        c.text(cell, text, theme.LEAST, theme.CHALK_SOFT, valign="middle")
    for row, track in zip(rest.rows(4, 8), TRACKS, strict=True):
        _draw_track(form, row, track)


def _cells(row: Box) -> list[Box]:
    return row.columns(_COLUMNS, 14)


def _draw_track(form: Form, row: Box, track: Track) -> None:
    sign, arrows, low, high = _cells(row)
    track_sign(form.ui.canvas, sign.place(84, min(54, row.h)), track)
    path: Below = ("promise", track)
    tip = form.tip(path)
    put = partial(_put_arrows, form, track)
    form.ui.add(Choice(form.key(path), arrows, _ARROWS, form.get(path), put, size=24, tip=tip))
    least, most = span_of(form.get(("effects", track)))
    for cell, end, value in ((low, "least", least), (high, "most", most)):
        form.ui.add(
            CompactCounter(
                form.key(("effects", track), end),
                cell,
                value,
                partial(_put_span, form, track, end, (least, most)),
                low=-_MOST,
                high=_MOST,
                text=form.t.number(value),
                tip=form.tip(("effects", track)),
            )
        )


def _put_arrows(form: Form, track: Track, arrows: int | None) -> None:
    """Change a promise; where nothing is true on that track yet, it is true to begin with."""
    values: dict[Below, Any] = {("promise", track): arrows}
    if arrows and not any(span_of(form.get(("effects", track)))):
        values["effects", track] = list(_TRUE[arrows])
    form.put_all(values)


def span_of(value: Any) -> tuple[int, int]:
    """The lowest and the highest true effect as a file has it; 0 where it has none."""
    if is_whole(value):
        return value, value
    if isinstance(value, str):
        ends = SPAN.fullmatch(value)
        value = [int(ends[1]), int(ends[2])] if ends else None
    if isinstance(value, list) and len(value) == 2 and is_whole(*value):
        return value[0], value[1]
    return 0, 0


def _put_span(form: Form, track: Track, end: str, span: tuple[int, int], value: int) -> None:
    """Change one end of a true effect; the other follows where it would be on the wrong side."""
    least, most = (value, max(value, span[1])) if end == "least" else (min(value, span[0]), value)
    form.put(("effects", track), [least, most] if (least, most) != (0, 0) else None)


# ------------------------------------------------------------------ aims
_USUAL_VALUE: Final[dict[AimKind, float]] = {
    "track_at_least": 7,
    "anchored_at_least": 6,
    "proven_at_least": 4,
    "scaled_at_least": 3,
    "kinds_realised_at_least": 3,
    "everyone_owns_at_least": 1,
    "realism_at_least": 0.7,
    "no_track_ever_below": -1,
}


def aim_height(form: Form, field: AimInput) -> float:
    """The height of an aim: what it is, how much, and on which track."""
    return LABEL + _LISTED + 8 + ROW + 8 + (2 * ROW + 8 if _needs_track(form, field) else 0)


def _needs_track(form: Form, field: AimInput) -> bool:
    return bool(form.get((*field.path, "kind")) == "track_at_least")


def draw_aim(form: Form, box: Box, field: AimInput) -> None:
    """The aim in words, which opens the list of them; its number, and its track."""
    t = form.t
    head, rest = box.cut_top(LABEL)
    label(form, head, t(field.label))
    aim = aim_of(form.get(field.path))
    options = [Picked(a.kind, terms.aim(t, a), aims.aim_text(t, a)) for a in map(_usual, AIM_KINDS)]
    picker = OptionsPicker(t(field.label), options, aim.kind, partial(_choose_aim, form, field))
    line, rest = rest.cut_top(_LISTED, 8)
    key, tip = form.key((*field.path, "kind")), form.tip((*field.path, "kind"))
    listed_button(form, key, line, terms.aim(t, aim), aims.aim_text(t, aim), picker, tip)
    line, rest = rest.cut_top(ROW, 8)
    _draw_value(form, line, field, aim)
    if _needs_track(form, field):
        path = (*field.path, "track")
        place, put = rest.cut_top(2 * ROW)[0], form.setter(path)
        widget = TrackChoice(form.key(path), place, aim.track or "citizen", put, t, across=2)
        form.ui.add(widget).tip = form.tip(path)


def aim_of(value: Any) -> Aim:
    """The aim that a file has, or the first one there is."""
    table = value if isinstance(value, dict) else {}
    named = table.get("kind")
    kind: AimKind = next((k for k in AIM_KINDS if k == named), "track_at_least")
    number = table.get("value")
    number = number if is_number(number) else _USUAL_VALUE[kind]
    track = table.get("track")
    return Aim(kind, number, track if track in TRACKS else None)


def _usual(kind: AimKind) -> Aim:
    return Aim(kind, _USUAL_VALUE[kind], "citizen" if kind == "track_at_least" else None)


def _choose_aim(form: Form, field: AimInput, kind: AimKind) -> None:
    aim = _usual(kind)
    table = {"kind": aim.kind, "track": aim.track, "value": aim.value}
    form.put(field.path, {key: value for key, value in table.items() if value is not None})


def _draw_value(form: Form, row: Box, field: AimInput, aim: Aim) -> None:
    """How much of it: in percent for realism, else in points or as a count."""
    t, share = form.t, aim.kind == "realism_at_least"
    counter, words = row.cut_right(220, 16)
    text = t("How much of it")
    form.ui.canvas.text(words, text, (22, 18), theme.CHALK, "semibold", valign="middle")
    value = round(aim.value * 100) if share else round(aim.value)
    low, high, by = (0, 100, 1) if share else (-9, 0, 1) if aim.value < 0 else (0, 30, 1)
    path: Below = (*field.path, "value")
    form.ui.add(
        CompactCounter(
            form.key(path),
            counter,
            value,
            lambda n: form.put(path, n / 100 if share else n),
            low=low,
            high=high,
            text=t.percent(aim.value) if share else t.number(value),
            by=by,
            tip=form.tip(path),
        )
    )


# ------------------------------------------------------------------ rounds, events
def rounds_height(form: Form, field: RoundsInput) -> float:
    """The height of the three numbers of rounds."""
    return LABEL * 2 + ROW + 6


def draw_rounds(form: Form, box: Box, field: RoundsInput) -> None:
    """A number of rounds for each phase."""
    t = form.t
    head, rest = box.cut_top(LABEL)
    label(form, head, t(field.label))
    names, rest = rest.cut_top(LABEL)
    value = form.get(field.path)
    usual = list(Rules().rounds)
    rounds = value if isinstance(value, list) and is_whole(*value) and len(value) == 3 else usual
    phases = (terms.phase(t, "ideas"), terms.phase(t, "concretise"), terms.phase(t, "implement"))
    cells = zip(names.columns(3, 20), rest.cut_top(ROW)[0].columns(3, 20), phases, strict=True)
    for n, (name, cell, phase) in enumerate(cells):
        form.ui.canvas.text(name, phase, (20, theme.LEAST), theme.CHALK_SOFT, valign="middle")
        form.ui.add(
            CompactCounter(
                form.key(field.path, str(n)),
                cell,
                rounds[n],
                partial(_put_round, form, field, rounds, n),
                low=1,
                high=6,
                text=t.number(rounds[n]),
                tip=form.tip(field.path),
            )
        )


def _put_round(form: Form, field: RoundsInput, rounds: list[int], n: int, value: int) -> None:
    after = [*rounds[:n], value, *rounds[n + 1 :]]
    form.put(field.path, after)


def options_height(form: Form, field: OptionsInput) -> float:
    """The height of the choice between an effect and two options."""
    return LABEL + ROW + 6


def draw_options(form: Form, box: Box, field: OptionsInput) -> None:
    """Whether an event just happens, or the group chooses between two things."""
    t = form.t
    head, rest = box.cut_top(LABEL)
    label(form, head, t(field.label))
    options = [(False, t("It just happens")), (True, t("The group chooses between two"))]
    chooses = isinstance(form.get(field.path), list)
    put = partial(_put_options, form, field)
    tip = form.tip(field.path)
    line = rest.cut_top(ROW)[0]
    form.ui.add(Choice(form.key(field.path), line, options, chooses, put, size=22, tip=tip))


_EFFECTS: Final = (
    "capacity",
    "trust",
    "balance",
    "likelihood",
    "maturity",
    "owner_leaves",
    "reveal",
)


def _put_options(form: Form, field: OptionsInput, chooses: bool) -> None:
    """What the event did becomes its first choice, and the other way round."""
    draft, base = form.draft, form.base
    draft.flush()
    document, card = draft.document, draft.get(base, {})
    if chooses:
        kept = {key: card[key] for key in _EFFECTS if key in card}
        for key in kept:
            document = document.remove((*base, key))
        document = document.set(form.path(field.path), [kept or {"trust": 1}, {"trust": -1}])
    else:
        first = card["options"][0] if card.get("options") else {}
        document = document.remove(form.path(field.path))
        for key in _EFFECTS:
            if key in first:
                document = document.set((*base, key), first[key])
    draft.change(document)
    form.host.changed()
