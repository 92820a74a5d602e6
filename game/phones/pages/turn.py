"""The turn of a seat by phone: what may be done, chosen field by field as the rules list it.

Nothing is decided here: an action is one that the rules allow, and when it is sent the rules are
asked again. What they do not allow stands there with their own reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any, Final, get_type_hints

from game.engine import ACTIONS, SPECS, Action, Refusal, State, check, legal, observe
from game.engine import actions as act
from game.engine.enumeration import candidates, closed_fields, free_fields, is_listed
from game.engine.fields import Measure, Words
from game.engine.json_values import encode
from game.frozen import frozen
from game.phones.pages.looking import Looking
from game.phones.pages.outcome import as_owner, measured_by, outcome, worth_of
from game.phones.pages.values import Choice, choice, question
from game.views.written import lacking
from game.wording import actions
from game.wording.refusals import refusal_text

_PLAYED: Final = ("turn", "owner")
"""Who asks for what a seat does in its turn, as actions declare it."""
_AT_THE_SCREEN: Final = (act.Adjust, act.Answer)
"""What everybody looks at while it is asked."""
_POINTS: Final = ("estimate", "size", "low", "high")
"""The fields that hold points."""
_OWNERS: Final = ("owner", "to")
"""The fields that hold who answers for a benefit."""
_NOT_MEANT: Final = ("not_in_hand", "not_your_role", "no_downside", "no_such_module")
"""Refusals of what nobody has chosen: somebody else's card, or what the case does without."""
_SAMPLES: Final[dict[type, object]] = {str: "…", Measure: Measure("…")}
"""What stands in free fields while it is asked what the rules allow."""


@frozen
class Deed:
    """A kind of action: its name in messages, its verb, what it does, or why it may not be done."""

    name: str
    verb: str
    text: str
    picture: str = ""


@frozen
class Field:
    """Something to write: its name in the action, what is asked, and how much may be written."""

    name: str
    label: str
    limit: int
    required: bool


def is_asked(looking: Looking) -> bool:
    """Whether the seat that looks has the turn."""
    state = looking.state
    return state.step == "turn" and state.poker is None and looking.seat == state.turn


def content(looking: Looking) -> dict[str, Any]:
    """The kinds of action, or the next thing to choose, or what is to be written and confirmed."""
    draft = looking.member.draft
    kind = _kind(draft[0]) if draft else None
    may = is_asked(looking) and looking.room.allows_turns
    found = _found(_Game(looking.game), draft[0], looking.seat) if may and draft else ()
    empty: dict[str, Any] = {"kinds": [], "not_now": [], "asked": None, "ready": None, "may": may}
    empty["changed"] = False
    if not may:
        return empty
    if kind is None or not found:
        return empty | _kinds(looking) | {"changed": bool(draft)}
    left, used, field = _narrowed(found, kind, draft[1:])
    # the rest fits no more: something was undone, or done by others
    empty["changed"], draft = len(draft) > 1 + used, draft[: 1 + used]
    head = {
        "verb": actions.verb(looking.t, kind),
        "back": list(draft[:-1]),
        "chosen": _chosen(looking, kind, left),
    }
    if field is not None:
        examples = {getattr(action, field): action for action in reversed(left)}
        values = dict.fromkeys(getattr(action, field) for action in left)
        options = [_option(looking, examples[value], field) for value in values]
        asked = _question(looking, kind, field, draft, options)
        about = measured_by(looking, left[0]) if field in _POINTS else ""
        return empty | {"asked": head | asked | {"about": about}}
    return empty | {"ready": head | _ready(looking, left[0])}


def _chosen(looking: Looking, kind: type[Action], left: Sequence[Action]) -> list[Choice]:
    """What is settled of an action, whether somebody chose it or there was nothing to choose."""
    settled = [
        field
        for field in closed_fields(kind)
        if field != "seat" and len({getattr(action, field) for action in left}) == 1
    ]
    options = [
        _option(looking, left[0], field) for field in settled if getattr(left[0], field) is not None
    ]
    return [option for option in options if option.name]


def _option(looking: Looking, example: Action, field: str) -> Choice:
    """A value of a field: points by the measure of what the action is about, owners by theirs."""
    value = getattr(example, field)
    found = choice(looking, type(example), field, value)
    if isinstance(example, act.Anchor | act.HandOver) and field in _OWNERS:
        return replace(found, told=as_owner(looking, example.track, value))
    if field not in _POINTS or not isinstance(value, int):
        return found
    return replace(found, told=worth_of(looking, example, value))


# ------------------------------------------------------------------ kinds
def is_played(kind: type[Action]) -> bool:
    """Whether a kind of action is one that seats do in their turns by phone."""
    return kind.__name__ in _kinds_of_seats()


@cache
def _kinds_of_seats() -> dict[str, type[Action]]:
    played = (kind for kind in ACTIONS if SPECS[kind].who in _PLAYED)
    return {kind.__name__: kind for kind in played if kind not in _AT_THE_SCREEN}


def _kind(name: str) -> type[Action] | None:
    return _kinds_of_seats().get(name)


def _kinds(looking: Looking) -> dict[str, Any]:
    """What the seat may do now, and what it may not, with the rules' reason."""
    t, state, seat = looking.t, looking.state, looking.seat
    assert seat is not None  # it has the turn
    rules = state.setup.rules
    kinds, not_now = [], []
    for kind, refusal in _answers(_Game(looking.game), seat).items():
        name, verb = kind.__name__, actions.verb(t, kind)
        if refusal is None:
            kinds.append(Deed(name, verb, actions.effect(t, kind, rules)))
        else:
            reason = refusal_text(refusal, state, looking.case, t)
            not_now.append(Deed(name, verb, reason))
    return {"kinds": kinds, "not_now": not_now}


# ------------------------------------------------------------------ asked once of each state
class _Game:
    """A state, known by which one it is; nothing in it is compared."""

    def __init__(self, state: State) -> None:
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Game) and other.state is self.state

    def __hash__(self) -> int:
        return id(self.state)


@lru_cache(maxsize=8)
def _answers(game: _Game, seat: int) -> Mapping[type[Action], Refusal | None]:
    """The kinds that a seat may do now (``None``), and those it may not, with the reason.

    What there is nothing to do with is left out. The rules are asked a thousand times for this, so
    it is done once for each state, however often a page is made.
    """
    state = observe(game.state, seat)
    listed = {type(action) for action in legal(state)}
    answers: dict[type[Action], Refusal | None] = {}
    for kind in _kinds_of_seats().values():
        if kind in listed or next(iter(_allowed(state, kind, seat)), None) is not None:
            answers[kind] = None
        elif refusal := _refusal(state, kind, seat):
            answers[kind] = refusal
    return answers


def _refusal(state: State, kind: type[Action], seat: int) -> Refusal | None:
    """Why nothing of a kind may be done now; ``None`` where there is nothing to do it with."""
    refusals = (check(state, one) for one in candidates(state, kind, (seat,), _SAMPLES))
    return next((r for r in refusals if r is not None and r.code not in _NOT_MEANT), None)


@lru_cache(maxsize=8)
def _found(game: _Game, kind: str, seat: int | None) -> tuple[Action, ...]:
    """The actions of a kind, by its name, that a seat may do now."""
    return tuple(_allowed(observe(game.state, seat), _kind(kind), seat))


# ------------------------------------------------------------------ one kind
def _allowed(state: State, kind: type[Action] | None, seat: int | None) -> Iterable[Action]:
    """The actions of a kind that a seat may do now, with samples where something is written."""
    if kind is None or seat is None:
        return ()
    if is_listed(kind):
        return (a for a in legal(state) if type(a) is kind and getattr(a, "seat", seat) == seat)
    asked = candidates(state, kind, (seat,), _SAMPLES)
    return (action for action in asked if check(state, action) is None)


def _narrowed(
    found: Sequence[Action], kind: type[Action], picks: Sequence[str]
) -> tuple[Sequence[Action], int, str | None]:
    """The actions that picks leave, how many of them fit, and the field to be chosen next.

    Where one value is left there is nothing to choose, unless another one has been chosen: then it
    is asked again, since nobody has agreed to this one.
    """
    used = 0
    for field in closed_fields(kind):
        values = {getattr(action, field) for action in found}
        picked = picks[used] if used < len(picks) else ""
        if len(values) == 1 and not picked.startswith(_pick(field)):
            continue
        left = [action for action in found if _pick(field, getattr(action, field)) == picked]
        if not left:
            return found, used, field
        found, used = left, used + 1
    return found, used, None


def _pick(field: str, *value: object) -> str:
    """A value that was chosen of a field as it stands in a message; how any of the field begins."""
    return f"{field}={''.join(map(json.dumps, value))}"


def _question(
    looking: Looking,
    kind: type[Action],
    field: str,
    draft: Sequence[str],
    options: Sequence[Choice],
) -> dict[str, Any]:
    picks = [(option, [*draft, _pick(field, option.value)]) for option in options]
    return {"question": question(looking, kind, field), "options": picks}


def _ready(looking: Looking, action: Action) -> dict[str, Any]:
    """An action that lacks only what is written: what it is about, what it takes, its fields."""
    kind = type(action)
    return {
        "takes": actions.takes(looking.t, looking.state, action),
        "effect": actions.effect(looking.t, kind, looking.state.setup.rules),
        "outcome": outcome(looking, action),
        "fields": _fields(looking, action),
        "measured": Measure in free_fields(kind).values(),
        "action": encode(action) | _emptied(kind),
        "keep": f"{kind.__name__}-{getattr(action, 'idea', '')}",
    }


def _fields(looking: Looking, action: Action) -> list[Field]:
    kind = type(action)
    written = free_fields(kind).items()
    return [
        Field(
            name,
            question(looking, kind, name),
            words.limit,
            not words.empty or lacking(_without(action, name)) is not None,
        )
        for name, words in written
        if isinstance(words, Words)
    ]


def _without(action: Action, field: str) -> Action:
    """An action in which one field is left empty."""
    whole: Any = action
    emptied: Action = replace(whole, **{field: ""})
    return emptied


def _emptied(kind: type[Action]) -> dict[str, Any]:
    """The fields that are written, before they are; a measure is the card's own."""
    record: Any = kind
    hints = get_type_hints(record)
    return {
        part.name: "" if hints[part.name] is str else None
        for part in fields(record)
        if part.name in free_fields(kind)
    }
