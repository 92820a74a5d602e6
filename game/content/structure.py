"""The second pass: keys and types of values; pydantic's errors become our findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.content import field_types, schema
from game.content.choice_names import choices_by_name, what_they_are
from game.content.findings import MOST_PROBLEMS, Finding, quoted, unshown_in, with_suggestion
from game.content.lenient.vocabulary import near_choice, near_key
from game.content.messages import KEEP_TWO, TWO_BRACKETS
from game.content.nested import found_at
from game.content.positions import KeyPath
from game.content.syntax import LISTS, copied

_UNKNOWN: Final = "extra_forbidden"
MORE_UNKNOWN: Final = "more_unknown_keys"
MOST_UNKNOWN: Final = 50
"""The most keys that no case has which are told one by one, each with what may be meant by it:
where there are more of them it is another kind of file."""
_CODES: Final[Mapping[str, str]] = {
    "missing": "missing_key",
    _UNKNOWN: "unknown_key",
    "string_type": "not_text",
    "string_unicode": "unprintable",
    "union_tag_not_found": "not_prose",
    "union_tag_invalid": "not_prose",
    "int_type": "not_whole",
    "int_from_float": "not_whole",
    "float_type": "not_number",
    "finite_number": "not_finite",
    "bool_type": "not_flag",
    "list_type": "not_list",
    "model_type": "not_table",
    "model_attributes_type": "not_table",
    "dict_type": "not_table",
    "bad_range": "bad_range",
    "bad_arrows": "bad_arrows",
    "bad_day": "bad_day",
    "empty_text": "empty_text",
    "string_too_short": "empty_text",
    "string_too_long": "text_too_long",
    "too_long": "too_many",
    "too_short": "too_few",
    "greater_than": "not_positive",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "literal_error": "not_one_of",
}
_PATTERNS: Final = {
    field_types.ID: "bad_id",
    field_types.IMAGE_NAME: "bad_image_name",
    field_types.ONE_LINE: "unprintable",
    field_types.LINES: "unprintable",
}
_LIMITS: Final = ("max_length", "min_length", "gt", "ge", "le")
_QUOTED: Final = re.compile(r"'([^']*)'")


def validate(data: dict[str, Any]) -> schema.ScenarioFile | list[Finding]:
    """The validated file, or all findings."""
    version = data.get("format", 1)
    if version != 1 or isinstance(version, bool):
        return [Finding("format", ("format",))]  # the rest would follow another schema
    missing = _missing_cards(data)
    try:
        scenario = schema.ScenarioFile.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        unknown = [n for n, detail in enumerate(details) if detail["type"] == _UNKNOWN]
        more = set(unknown[MOST_UNKNOWN:])
        told = [detail for n, detail in enumerate(details) if n not in more][: MOST_PROBLEMS + 1]
        found = [_finding(detail) for detail in told]
        if more:
            found.append(Finding(MORE_UNKNOWN, _path(details[min(more)]), {"n": len(more)}))
        return [*found, *missing]
    return missing or scenario


def without_unknown_keys(data: dict[str, Any]) -> dict[str, Any]:
    """The data without the keys that no case has."""
    data = copied(data)
    try:
        schema.ScenarioFile.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            if detail["type"] == _UNKNOWN:
                *way, last = _path(detail)
                table = found_at(data, tuple(way))
                if isinstance(table, dict):
                    table.pop(last, None)
    return data


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


def _path(detail: ErrorDetails) -> KeyPath:
    *parents, last = detail["loc"]
    path = tuple(part for part in parents if part not in field_types.TAGS)
    return (*path, last) if last not in field_types.TAGS or detail["type"] == _UNKNOWN else path


def _finding(detail: ErrorDetails) -> Finding:
    path, context = _path(detail), detail.get("ctx", {})
    code = _CODES.get(detail["type"]) or _PATTERNS.get(context.get("pattern", ""), "wrong")
    match code:
        case "missing_key":
            return Finding(code, path, {"key": path[-1]})
        case "unknown_key":
            return _unknown_key(path)
        case "not_one_of":
            choices = _QUOTED.findall(context["expected"])
            written, what = detail["input"], what_they_are(choices)
            told = {"value": quoted(written), "what": what, "choices": choices_by_name(choices)}
            near = near_choice(written, choices) if isinstance(written, str) else None
            return with_suggestion(Finding(code, path, told), near or written, choices)
        case "unprintable" if isinstance(detail["input"], str):
            allowed = context.get("pattern", field_types.ONE_LINE)
            return Finding(code, path, unshown_in(detail["input"], allowed))
        case "bad_id":
            return Finding(code, path, {"written": quoted(detail["input"])})
        case "too_many" if path[-1] == "options":
            return Finding("two_options", path, hint=KEEP_TWO)
        case "too_few" if path[-1] == "options":
            return Finding("two_options", path)
        case "not_number" if type(detail["input"]) is int and detail["input"] > 0:
            return Finding("too_large", path, {"limit": f"{field_types.LARGEST:.0f}"})
        case "not_list" if path[0] in LISTS and len(path) == 1:
            return Finding(code, path, hint=TWO_BRACKETS)
    limit = next((f"{context[name]:.10g}" for name in _LIMITS if name in context), "")
    actual = len(detail["input"]) if code in ("text_too_long", "too_few") else 0
    return Finding(code, path, {"limit": limit, "actual": actual})


def _unknown_key(path: KeyPath) -> Finding:
    keys = schema.keys_of(path[:-1])
    params = {"key": quoted(path[-1]), "keys": ", ".join(keys)}
    near = near_key(str(path[-1]), keys) or path[-1]
    return with_suggestion(Finding("unknown_key", path, params), near, keys)
