"""What is meant by words or signs where a choice, a flag, a range or arrows should stand."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from game.content.lenient.amounts import read_amount
from game.content.lenient.numbers import Judged
from game.content.lenient.shape import Shape
from game.content.lenient.strings import literal
from game.content.lenient.tree import UNREADABLE
from game.content.lenient.vocabulary import choice_for, flag_for, is_none
from game.content.toml_values import number
from game.content.toml_values import written as as_toml
from game.i18n.days import read_day

_SPAN: Final = re.compile(r"\s*[+-]?\d{1,3}\s*\.\.\s*[+-]?\d{1,3}\s*")
_ARROWS: Final = {
    "++": 2, "+2": 2, "2": 2, "↑↑": 2, "▲▲": 2, "⬆⬆": 2, "to op": 2, "two up": 2, "+": 1, "+1": 1,
    "1": 1, "↑": 1, "▲": 1, "⬆": 1, "op": 1, "up": 1, "én op": 1, "en op": 1, "one up": 1,
    "-": -1, "-1": -1, "↓": -1, "▼": -1, "⬇": -1, "ned": -1, "down": -1, "en ned": -1,
    "én ned": -1, "one down": -1,
}  # fmt: skip
_LONGEST: Final = 18
"""The digits of a number that may be meant."""
_BETWEEN: Final = re.compile(r"\s*(?:[,;/]|\bog\b|\band\b)\s*")
_MARKS: Final = re.compile(r"^[\"'“”„»«]+|[\"'“”„»«]+$")


def judge_text(value: Any, written: str) -> Judged:
    """A text: words without marks get them, and so does a number or a date."""
    if isinstance(value, str | bool):
        return Judged(value)
    bare = value is UNREADABLE
    content = _MARKS.sub("", written) if bare else written
    text = literal(content)
    code = "no_quotes" if bare else "number_for_text"
    return Judged(content, code, text, True, {"written": written})


def judge_flag(value: Any, written: str) -> Judged:
    """Yes or no, in either language, in any letters."""
    if isinstance(value, bool):
        return Judged(value)
    said = value if isinstance(value, str) else written
    meant = bool(value) if value in (0, 1) else flag_for(said)
    if meant is None:
        return Judged(code="not_yes_or_no", params={"written": said})
    return Judged(meant, "yes_no", as_toml(meant), True, {"written": said})


def judge_choice(value: Any, written: str, shape: Shape) -> Judged:
    """One of the choices, by its name or by another word for it."""
    bare = value is UNREADABLE
    if not bare and not isinstance(value, str):
        return Judged(value)
    said = _MARKS.sub("", written) if bare else value
    meant = said if said in shape.choices else choice_for(said, shape.choices)
    if meant is not None and meant != said:
        return Judged(meant, "other_choice", as_toml(meant), True, {"written": said, "key": meant})
    if meant is None and len(several(said, shape)) > 1:
        return one_of_several(several(said, shape), said)
    if bare:
        text = literal(said)
        return Judged(said, "no_quotes", text, True, {"text": text})
    return Judged(said)


def judge_day(value: Any, written: str) -> Judged:
    """A day; one that is written as people write it is certain where it can be no other day."""
    if isinstance(value, date):
        return Judged(value)
    said = value if isinstance(value, str) else _MARKS.sub("", written)
    meant = read_day(said)
    if meant is None or meant.day.isoformat() == value:
        return Judged(value) if isinstance(value, str) else Judged(code="bad_day")
    text = meant.day.isoformat()
    return Judged(meant.day, "other_day", text, meant.certain, {"written": said, "day": text})


def several(said: str, shape: Shape) -> list[str]:
    """The choices that are named in one text, if it names nothing else."""
    parts = [part for part in _BETWEEN.split(said) if part]
    meant = [part if part in shape.choices else choice_for(part, shape.choices) for part in parts]
    return [] if None in meant else [str(choice) for choice in meant]


def one_of_several(choices: list[str], said: str) -> Judged:
    """Several choices where one stands: the first is proposed."""
    params = {"written": said, "choices": ", ".join(choices)}
    return Judged(code="one_choice", text=as_toml(choices[0]), certain=False, params=params)


def judge_range(value: Any, written: str) -> Judged:
    """A range of points, however it is written."""
    if value is not UNREADABLE and not isinstance(value, str):
        return Judged(value)
    said = value if isinstance(value, str) else written
    if isinstance(value, str) and _SPAN.fullmatch(value):
        return Judged(value)
    amount = read_amount(said)
    whole = amount is not None and all(one == int(one) for one in amount.values)
    if amount is None or not whole or amount.unit not in ("", "points"):
        return Judged(code="not_a_range", params={"written": said})
    ends = [int(one) for one in amount.values]
    meant = ends if len(ends) == 2 else ends[0]
    return Judged(meant, "range_form", as_toml(meant), True, {"written": said})


def judge_arrows(value: Any, written: str) -> Judged:
    """The arrows of a promise, as a number or drawn."""
    if value is not UNREADABLE and not isinstance(value, str):
        return Judged(value)
    said = (value if isinstance(value, str) else written).strip()
    meant = _ARROWS.get(said.casefold().replace("−", "-").replace("–", "-"))
    if meant is None:
        return Judged(code="bad_arrows")
    return Judged(meant, "arrows_form", number(meant), True, {"written": said})


def judge_list(value: Any, written: str, shape: Shape) -> Judged:
    """A list from a single value, or from several in one text."""
    item = shape.item
    if item is None or shape.is_deck:
        return Judged(value)
    said = value if isinstance(value, str) else _MARKS.sub("", written)
    if is_none(said):
        return Judged([], "nothing", "[]", True, {"written": said})
    meant: list[Any]
    if item.kind in ("whole", "number"):
        numbers = re.findall(r"[+-]?\d+", said)
        if any(len(one) > _LONGEST for one in numbers):
            return Judged(value)
        meant = [int(one) for one in numbers]
    elif item.kind == "prose":
        meant = [said]
    else:
        meant = [one for one in _BETWEEN.split(said) if one]
        meant = [choice_for(one, item.choices) or one for one in meant]
    text = as_toml(meant)
    if len(meant) < shape.least:
        example = as_toml(shape.example)
        return Judged(code="list_of_some", text=example, certain=False, params={"n": shape.least})
    return Judged(meant, "list_needed", text, bool(meant), {"written": said, "text": text})
