"""What is laid on the table beside the board, and written on: markers, ideas, economy, result."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any, Final

from game.content import Case
from game.engine.events import VERDICTS
from game.engine.limits import MATURITY_HIGH
from game.engine.setup import TRACKS
from game.i18n import Words
from game.printing import odds
from game.printing.labels import track_label
from game.typeset import Picture
from game.wording import figures, terms
from game.wording.rules_text import Section

_IDEA_SHEETS: Final = 12
_LIKELIER: Final = 8
"""Markers for risks that have become more likely."""
_GUESSES: Final = 30
_RISKS: Final = 3


def sheets(t: Words, case: Case, end: Section) -> dict[str, Any]:
    """The sheets as data of their template; ``end`` is how the rules say that it ends."""
    return {
        "markers": _markers(t, case),
        "ideas": _idea_sheet(t, case),
        "economy": _economy(t, case),
        "result": _result(t, case, end),
    }


# ------------------------------------------------------------------ markers
def _markers(t: Words, case: Case) -> dict[str, Any]:
    of_tracks = [
        {"track": track_label(t, track), "hollow": hollow}
        for track in TRACKS
        for hollow in (False, True)
    ]
    meters = [("handshake", t("Trust")), ("zap", t("Capacity")), ("plus", "+10"), ("plus", "+10")]
    meters += [("history", t("Round")), ("play", t("Begins the round"))]
    if "tension" in case.setup.rules.modules:
        meters.append(("scale", t("Balance")))
    return {
        "title": t("Markers to cut out"),
        "text": t("Solid: what is realised on a track. Hollow: what is claimed on it."),
        "tracks": of_tracks,
        "meters": [{"icon": icon, "name": name} for icon, name in meters],
        "likelier": [{"icon": "triangle-alert", "name": "+1"}] * _LIKELIER,
    }


# ------------------------------------------------------------------ an idea on the table
def _idea_sheet(t: Words, case: Case) -> dict[str, Any]:
    posts = "posts" in case.setup.rules.modules
    heads = [t("Track"), t("Benefit, or downside with who bears it"), t("Estimate"), t("Owner")]
    heads += [t("Item")] if posts else []
    heads += [t("The truth"), t("Harvested")]
    return {
        "letters": list(ascii_uppercase[:_IDEA_SHEETS]),
        "tracks": [track_label(t, track) for track in TRACKS],
        "idea": t("Idea"),
        "kind": t("Kind"),
        "cost": t("Cost"),
        "maturity": t("Maturity"),
        "maturities": [str(n) for n in range(1, MATURITY_HIGH + 1)],
        "steps": [t("On trial, asks:"), t("Proven"), t("Implemented in round"), t("due in round")],
        "realised": t("Realised"),
        "heads": heads,
        "posts": posts,
        "risk_heads": [
            t("Risk"),
            t("Track"),
            t("Severity"),
            t("Likelihood"),
            t("Mitigated"),
            t("Struck"),
        ],
        "risks": _RISKS,
        "sums": [t("Said in all:"), t("Given in all:"), t("Trust")],
    }


# ------------------------------------------------------------------ the economy overview
def _economy(t: Words, case: Case) -> dict[str, Any]:
    economy, posts = case.economy, case.setup.by_id.posts
    unit = economy.unit.read(t.lang)
    played = "posts" in case.setup.rules.modules
    rows = [
        {
            "name": post.name.read(t.lang),
            "note": post.note.read(t.lang),
            "value": figures.quantity(t, post.value, unit),
            "picture": Picture(post.picture),
            "points": posts[post.id].points if played and post.id in posts else None,
        }
        for post in economy.posts
    ]
    return {
        "title": t("The economy overview"),
        "announcement": economy.announcement.read(t.lang),
        "saving": [t("The announced saving"), figures.quantity(t, economy.saving, unit)],
        "heads": [t("Item"), t("Today"), *([t("Points it holds")] if played else [])],
        "played": played,
        "rows": rows,
    }


# ------------------------------------------------------------------ the result
def _result(t: Words, case: Case, end: Section) -> dict[str, Any]:
    rounds = sum(case.setup.rules.rounds)
    tracks = [terms.track(t, track) for track in TRACKS]
    names = [*(str(n) for n in range(1, rounds + 1)), terms.phase(t, "follow_up")]
    return {
        "title": t("The result, worked out by hand"),
        "log_title": t("After each round"),
        "log": [
            [t("Round"), *tracks, t("Trust"), t("Worth noting")],
            *([name, *[""] * 6] for name in names),
        ],
        "rates_title": t("How much of the goal is reached"),
        "rates": odds.rates(t, case.setup),
        "shares_title": t("Four shares"),
        "shares": _shares(t, end),
        "verdict_title": t("The verdict: the first of these that fits"),
        "verdicts": [[terms.verdict(t, code), terms.verdict_text(t, code)] for code in VERDICTS],
        "guesses_title": t("Guesses, for the realism"),
        "guesses_text": t(
            "Write a line whenever a true effect comes to light, or an idea is realised, on a "
            "track where you had an estimate: the last one from before you knew. Realism is the "
            "sum of all estimates, less the sum of what lies between, divided by the sum of all "
            "estimates; a downside counts without its minus."
        ),
        "guesses": [
            [t("Round"), t("Idea"), t("Track"), t("Estimate"), t("The truth"), t("Difference")],
            *([[""] * 6] * _GUESSES),
        ],
    }


def _shares(t: Words, end: Section) -> list[list[str]]:
    """Each share as the rules explain it, and a place for what it came to."""
    return [[item, t("{n}%", n="____")] for item in end.items]
