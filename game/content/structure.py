"""The second pass: keys and types of values; what is wrong with them becomes our findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content import schema
from game.content.findings import MOST, Finding, quoted, with_suggestion
from game.content.kinds import Wrong
from game.content.lenient.vocabulary import near_choice
from game.content.messages import KEEP_TWO, TWO_BRACKETS
from game.content.positions import KeyPath
from game.content.syntax import LISTS
from game.content.tables import TableError


def validate(data: dict[str, Any]) -> schema.ScenarioFile | list[Finding]:
    """The validated file, or all findings."""
    version = data.get("format", 1)
    if version != 1 or isinstance(version, bool):
        return [Finding("format", ("format",))]  # the rest would follow another schema
    missing = _missing_cards(data)
    try:
        scenario = schema.ScenarioFile.checked(data)
    except TableError as error:
        return [_finding(wrong) for wrong in error.wrong[: MOST + 1]] + missing
    return missing or scenario


def _missing_cards(data: Mapping[str, Any]) -> list[Finding]:
    """Findings for missing decks: only an own project needs no ideas and benefits."""
    if data.get("own_project") is True:
        return []
    empty = {"limit": 1, "actual": 0}
    return [
        Finding("too_few", (deck,), empty)
        if deck in data
        else Finding("missing_key", (deck,), {"key": deck})
        for deck in ("ideas", "benefits")
        if data.get(deck, []) == []
    ]


def _finding(wrong: Wrong) -> Finding:
    code, path, value = wrong.code, wrong.path, wrong.value
    match code:
        case "missing_key":
            return Finding(code, path, {"key": path[-1]})
        case "unknown_key":
            return _unknown_key(path)
        case "not_one_of":
            return _not_one_of(wrong)
        case "bad_id":
            return Finding(code, path, {"written": quoted(value)})
        case "too_many" if path[-1] == "options":
            return Finding("two_options", path, hint=KEEP_TWO)
        case "too_few" if path[-1] == "options":
            return Finding("two_options", path)
        case "not_list" if path[0] in LISTS and len(path) == 1:
            return Finding(code, path, hint=TWO_BRACKETS)
    limit = "" if wrong.limit is None else f"{wrong.limit:.10g}"
    actual = len(value) if code in ("text_too_long", "too_few") else 0
    return Finding(code, path, {"limit": limit, "actual": actual})


def _not_one_of(wrong: Wrong) -> Finding:
    written, choices = wrong.value, list(wrong.choices)
    params = {"value": quoted(written), "choices": ", ".join(choices)}
    near = near_choice(written, choices) if isinstance(written, str) else None
    found = Finding(wrong.code, wrong.path, params)
    return with_suggestion(found, near or written, choices)


def _unknown_key(path: KeyPath) -> Finding:
    keys = schema.keys_of(path[:-1])
    params = {"key": quoted(path[-1]), "keys": ", ".join(keys)}
    return with_suggestion(Finding("unknown_key", path, params), path[-1], keys)
