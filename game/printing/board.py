"""The board: four tracks with what their points mean, the meters, the rounds, places for decks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.content import Case
from game.engine.limits import BALANCE_END, TRACK_HIGH, TRACK_LOW, TRUST_HIGH
from game.engine.lookups import income
from game.engine.setup import INDEX, PHASES, TRACKS, Track
from game.i18n import Words
from game.printing.labels import track_label
from game.wording import figures, terms

_CAPACITY_SHOWN: Final = 12
"""How far the meter of capacity goes; what is beyond it has a field of its own."""

_PLACES: Final = 4
"""How many decks have a place."""


def board(t: Words, case: Case) -> dict[str, Any]:
    """The board as data of its template."""
    rules = case.setup.rules
    return {
        "about": t("Claimed: hollow marker. Realised: solid marker."),
        "tracks": [_track(t, case, track) for track in TRACKS],
        "likelier": t("Risks more likely"),
        "trust": {"name": t("Trust"), "cells": _trust(t), "start": rules.trust},
        "trust_note": t("small: capacity a round"),
        "capacity": {
            "name": t("Capacity"),
            "cells": [[t.number(n), ""] for n in range(_CAPACITY_SHOWN + 1)] + [["+10", ""]],
            "start": rules.capacity,
        },
        "balance": _balance(t, case),
        "rounds": _rounds(t, case),
        "round": t("Round"),
        "decks": _decks(t, case),
        "joining": t("Cut at the dashed line, lay the halves edge to edge, tape them on the back."),
    }


def _track(t: Words, case: Case, track: Track) -> dict[str, Any]:
    text, goal = case.tracks[track], case.setup.goals[INDEX[track]]
    return {
        "track": track_label(t, track),
        "indicator": text.indicator.read(t.lang),
        "span": figures.track_span(t, case, track),
        "goal": goal,
        "cells": [
            [n, t.number(n), _measured(t, case, track, n)] for n in range(TRACK_LOW, TRACK_HIGH + 1)
        ],
    }


def _measured(t: Words, case: Case, track: Track, n: int) -> str:
    """What is measured at ``n`` points; past what can be measured that is told once, as a limit."""
    value = figures.track_value(t, case, track, n)
    if not figures.is_beyond(t, case, track, n):
        return t.number(value)
    if figures.is_beyond(t, case, track, n - 1 if n > 0 else n + 1):
        return ""
    return f"{'>' if value > case.tracks[track].baseline else '<'} {t.number(value)}"


def _trust(t: Words) -> list[list[str]]:
    return [[t.number(n), t.number(income(n), sign=True)] for n in range(TRUST_HIGH + 1)]


def _balance(t: Words, case: Case) -> Mapping[str, Any] | None:
    """The scale of a case that is played with it."""
    if "tension" not in case.setup.rules.modules:
        return None
    steps = range(-BALANCE_END, BALANCE_END + 1)
    return {
        "name": t("Balance"),
        "cells": [[t.number(abs(n)), ""] for n in steps],
        "start": case.setup.rules.balance + BALANCE_END,
        "ends": [t("Autonomy"), t("Steering")],
    }


def _rounds(t: Words, case: Case) -> list[list[str]]:
    """Each round with the name of its phase, and the follow-up."""
    names = [
        terms.phase(t, phase)
        for phase, rounds in zip(PHASES, case.setup.rules.rounds, strict=False)
        for _ in range(rounds)
    ]
    cells = [[t.number(n), name] for n, name in enumerate(names, 1)]
    return [*cells, ["", terms.phase(t, "follow_up")]]


def _decks(t: Words, case: Case) -> list[dict[str, str]]:
    """A place for each deck that the case has, and one for the cards that are out of play."""
    setup = case.setup
    decks = (
        ("idea", terms.deck(t, "ideas"), setup.ideas),
        ("benefit", terms.deck(t, "benefits"), setup.benefits),
        ("risk", terms.deck(t, "risks"), setup.risks),
        ("event", terms.deck(t, "events"), setup.events),
        ("prompt", t("Questions to help you"), case.prompts),
    )
    return [{"kind": kind, "name": name} for kind, name, cards in decks if cards][:_PLACES]
