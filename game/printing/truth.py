"""What is true of each idea, on slips that are folded and sealed until the game asks.

The engine draws an effect from its range when a game begins, which nobody sees until it is told:
thrown for when it is told, it has the same chances.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from game.content import Case
from game.engine.limits import (
    HARM_SPREAD,
    HARMFUL,
    MAIN_SPREAD,
    MORE_RISKS,
    RISK_LEAST,
    RISK_SPREAD,
)
from game.engine.setup import INDEX, KINDS, SUITED, TRACKS, IdeaCard, Kind, Track
from game.i18n import Words
from game.printing.labels import track_label
from game.printing.odds import Rows, faces, left_over
from game.typeset import Picture
from game.wording import terms

PER_SHEET: Final = 4
_OWN: Final = 4
"""Slips for ideas in the group's own words: with a deck at least a sheet's."""
_OWN_ALONE: Final = 16
"""As many in an own project."""


def sealed(t: Words, case: Case) -> dict[str, Any]:
    """The sealed part as data of its template."""
    slips = [_slip(t, case, card) for card in case.setup.ideas]
    own = _OWN_ALONE if case.own_project else _OWN
    own += -(len(slips) + own) % PER_SHEET
    slips += [_own_slip(t) for _ in range(own)]
    return {
        "slips": [slips[n : n + PER_SHEET] for n in range(0, len(slips), PER_SHEET)],
        "own": own_tables(t, case),
        "own_title": t("Ideas in the group's own words: draw what is true"),
        "heading": t("Sealed: do not look before reality asks"),
        "how": how_to_seal(t),
        "labels": {
            "cover": t("Fold and seal: do not look before reality asks"),
            "effects": t("What it truly gives"),
            "risks": t("What can truly go wrong"),
            "drawn": t("drawn:"),
            "known": t("told"),
            "severity": t("Severity"),
            "likelihood": t("Likelihood"),
            "no_risk": t("Nothing: whatever was named is a false alarm."),
            "first": t("If one of them is to come to light, throw; again for one that is named:"),
        },
    }


def how_to_seal(t: Words) -> list[str]:
    """What is done with the slips, from printing to the reality check."""
    return [
        t("Print these pages on both sides, turned on the long edge, and cut along the marks."),
        t(
            "Fold each slip in the middle so that its cover is outside, and close it with a piece "
            "of tape. Do not read what is inside: then you can be surprised together."
        ),
        t(
            "Open a slip only when the game asks about its idea: when a trial is reported, an "
            "ability or an event looks into it, reality asks about a claim, or it is realised. One "
            "person opens it, and says nothing but what was asked."
        ),
        t(
            "Where a line has several numbers, a die decides which of them is true. Throw when "
            "it is first asked for, out of sight, and write it on the slip: from then on it stands."
        ),
        t("Fold the slip again afterwards, and lay it under its idea."),
    ]


# ------------------------------------------------------------------ an idea of the case
def _slip(t: Words, case: Case, card: IdeaCard) -> dict[str, Any]:
    text = case.ideas[card.id]
    ways = faces(len(card.risks)) if card.risks else []
    again = bool(card.risks) and left_over(len(card.risks))
    return {
        "place": f"ideas {card.id}",
        "name": text.name.read(t.lang),
        "picture": Picture(text.picture),
        "effects": [_effect(t, card, track) for track in TRACKS],
        "risks": [
            {**_risk(t, case, id), "die": ways[n] if len(ways) > 1 else ""}
            for n, id in enumerate(card.risks)
        ],
        "again": _again(t) if again else "",
    }


def _effect(t: Words, card: IdeaCard, track: Track) -> dict[str, Any]:
    """The values that an effect may have, each with its throws; a single one is certain."""
    low, high = card.effects.get(track, (0, 0))
    values = [t.number(n, sign=n != 0) for n in range(low, high + 1)]
    dice = faces(len(values)) if len(values) > 1 else [""]
    again = len(values) > 1 and left_over(len(values))
    return {
        "track": track_label(t, track),
        "values": list(zip(dice, values, strict=True)),
        "again": _again(t) if again else "",
    }


def _again(t: Words) -> str:
    return t("anything else: throw again")


def _risk(t: Words, case: Case, id: str) -> dict[str, Any]:
    card = case.setup.by_id.risks[id]
    return {
        "name": case.risks[id].name.read(t.lang),
        "track": track_label(t, card.track),
        "severity": t.number(card.severity),
        "likelihood": t.number(card.likelihood),
    }


# ------------------------------------------------------------------ an idea of the group's own
def _own_slip(t: Words) -> dict[str, Any]:
    return {
        "name": "",
        "cover": t("An idea in our own words:"),
        "picture": "",
        "tracks": [track_label(t, track) for track in TRACKS],
        "effects": [],
        "risks": [],
        "again": "",
    }


def own_tables(t: Words, case: Case) -> list[dict[str, Any]]:
    """How the truth of a written idea is thrown for, step by step, as the engine draws it."""
    low = max(1, case.setup.rules.written_cost - 1)
    main = [t.number(low + n, sign=True) for n in range(MAIN_SPREAD)]
    second = [t.number(n, sign=n != 0) for n in range(MAIN_SPREAD)]
    grave = [t.number(RISK_LEAST + n) for n in range(RISK_SPREAD)]
    return [
        {"text": t("1. Look the idea up by its kind and main track."), "rows": _kinds(t)},
        {
            "text": t("2. Its main track: throw. Where the table says +1, add one."),
            "rows": _throw(t, t("Points"), main),
        },
        {"text": t("3. The second track: throw."), "rows": _throw(t, t("Points"), second)},
        {
            "text": t("4. Does it harm somebody? Throw. If so, throw for the track and how much."),
            "rows": _harm(t),
        },
        {
            "text": t("5. A risk on its main track: throw for its severity and its likelihood."),
            "rows": _throw(t, t("Each"), grave),
        },
        {
            "text": t("6. Is there a second risk? Throw. If so, throw for its track, and as in 5."),
            "rows": _more_risks(t),
        },
    ]


def _throw(t: Words, name: str, values: Sequence[str]) -> Rows:
    return [[t("Die"), *faces(len(values))], [name, *values]]


def _kinds(t: Words) -> Rows:
    """By kind and main track: whether it suits, the second track, and those that may be harmed."""
    head = [t("Kind"), t("Main track"), t("Add"), t("Second track"), t("May be harmed")]
    return [head, *(_suited(t, kind, main) for kind in KINDS for main in TRACKS)]


def _suited(t: Words, kind: Kind, main: Track) -> list[str]:
    suited = SUITED[kind]
    second = next(track for track in suited if track != main)
    others = [track for track in TRACKS if track not in (main, second)]
    ways = zip(faces(len(others)), others, strict=True)
    harmed = [f"{die} {terms.track(t, track)}" for die, track in ways]
    added = "+1" if main in suited else "–"
    names = [terms.kind(t, kind), terms.track(t, main), added, terms.track(t, second)]
    return [*names, " · ".join(harmed)]


def _harm(t: Words) -> Rows:
    """Whether somebody is harmed, and how much."""
    amounts = [f"{die}: {t.number(-1 - n)}" for n, die in enumerate(faces(HARM_SPREAD))]
    return [
        [t("Does it?"), t("How much")],
        [t("{die}: yes", die=faces(HARMFUL)[0]), " · ".join(amounts)],
    ]


def _more_risks(t: Words) -> Rows:
    """Whether there is a second risk; its track by the main one, the next in turn first."""
    rows = [[t("Is there?"), t("{die}: yes", die=faces(MORE_RISKS)[0])]]
    for main in TRACKS:
        others = [TRACKS[(INDEX[main] + 1 + n) % len(TRACKS)] for n in range(len(TRACKS) - 1)]
        ways = zip(faces(len(others)), others, strict=True)
        said = " · ".join(f"{die} {terms.track(t, track)}" for die, track in ways)
        rows.append([t("Main track {track}", track=terms.track(t, main)), said])
    return rows
