"""All that is wrong with a file that cannot be played: its syntax, keys, values and references.

This is imported for a file with errors only: one without is read strictly and costs nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from game.content import onward, semantics
from game.content.card_names import with_cards
from game.content.case import Case
from game.content.compiler import build
from game.content.findings import MOST_PROBLEMS, Finding, quoted
from game.content.lenient.edits import Edit, Fault, with_mended_lines
from game.content.lenient.reading import Reading, read, readable
from game.content.lenient.shape import case_shape
from game.content.nested import found_at
from game.content.positions import KeyPath, Positions
from game.content.schema import ScenarioFile
from game.content.toml_values import entry, is_number, number, written
from game.content.weighing import usual
from game.content.weighing.checks import weigh
from game.i18n import mark
from game.i18n.message import Message

ExtraCheck = Callable[[Case], Iterable[Finding]]

_WEIGHED: Final = {"spoilt_letters"}
"""What is mended when a file is, and told when it is weighed."""
_BACKSLASHES: Final = {"bad_escape", "code_in_text"}
"""What is not told of the folder before a file's name, which goes anyway."""
_CARDS: Final[Mapping[str, str]] = {
    "roles": mark("The role"),
    "ideas": mark("The idea"),
    "benefits": mark("The benefit"),
    "risks": mark("The risk"),
    "events": mark("The event"),
}
_PARTS: Final[Mapping[str, str]] = {
    "id": mark("id"),
    "name": mark("name"),
    "text": mark("text"),
    "track": mark("track"),
    "kind": mark("kind"),
    "ability": mark("ability"),
    "aim": mark("aim"),
    "measure": mark("measure"),
}


def all_findings(
    text: str, strict: object, file: str, extra_checks: Sequence[ExtraCheck], *, weighed: bool
) -> tuple[list[Finding], Positions]:
    """All findings on a text with errors, and where things stand in it.

    ``weighed``: warnings, too. ``strict`` is its data, or the finding of the strict reader where
    the text is no TOML.
    """
    if not readable(text):
        return [strict if isinstance(strict, Finding) else Finding("gave_up")], Positions("")
    reading = read(text)
    told = [one for one in with_mended_lines(text, reading.faults) if one.code not in _WEIGHED]
    is_toml = not isinstance(strict, Finding)
    positions = Positions(text) if is_toml else reading.positions
    told = [_placed(one, positions) for one in told] if is_toml else told
    if reading.gave_up:
        return [
            *told[: MOST_PROBLEMS - 1],
            Finding("gave_up", at=told[MOST_PROBLEMS - 1].at),
        ], positions
    if isinstance(strict, Finding) and not told:
        return [strict], positions
    more = findings_on(reading.data, reading.doubted, text, file, extra_checks, weighed=weighed)
    folders = {positions.locate(one.path)[0] for one in more if one.code == "bad_image_name"}
    told = [one for one in told if one.code not in _BACKSLASHES or _line(one) not in folders]
    return [*told, *(_shown(finding, reading, text) for finding in more)], positions


def _line(finding: Finding) -> int:
    return finding.at[0] if finding.at else 0


def findings_on(
    data: Mapping[str, Any],
    doubted: Collection[KeyPath],
    text: str,
    file: str,
    extra_checks: Sequence[ExtraCheck],
    *,
    weighed: bool,
) -> list[Finding]:
    """All findings on data in which what stands at the ``doubted`` paths could not be read.

    Nothing that rests on those paths is told; warnings, too, if it is ``weighed``.
    """

    def judgement(scenario: ScenarioFile, data: dict[str, Any]) -> list[Finding]:
        return [*semantics.check(scenario), *(weigh(scenario, data, text) if weighed else ())]

    completed, found = onward.judge(data, doubted, judgement)
    return [*completed.findings, *found, *_fitting(completed, text, file, extra_checks)]


def _placed(found: Finding, positions: Positions) -> Finding:
    """A finding of a place in a text that is TOML, with the path of what stands there."""
    if found.path or found.at is None:
        return found
    return replace(found, path=positions.path_at(*found.at))


def _fitting(
    completed: onward.Completed,
    text: str,
    file: str,
    extra_checks: Sequence[ExtraCheck],
) -> Iterator[Finding]:
    """What the extra checks find in the completed file, apart from what was filled in.

    Nothing where it holds no case: errors that are not told, since they rest on others, count too.
    """
    scenario: ScenarioFile | None = completed.scenario
    if scenario is None or any(one.severity == "error" for one in semantics.check(scenario)):
        return
    case = build(scenario, text, file, "scenario")
    for check in extra_checks:
        for finding in check(case):
            if onward.trusted(finding, completed.doubted):
                yield finding


# ------------------------------------------------------------------ mended lines
def _shown(finding: Finding, reading: Reading, text: str) -> Finding:
    """The finding with what is meant, and the line as it should read, where that can be said."""
    finding = with_cards(finding, reading.data)
    if finding.code == "missing_key":
        return _in_words(finding, reading.data, text)
    if finding.code == "empty_text" and (hint := _cannot_go(finding.path)):
        finding = replace(finding, hint=hint)
    value = _instead(finding, reading.data)
    spot = reading.spots.get(finding.path)
    if not value or spot is None:
        return finding
    fault = Fault(finding, *spot, (Edit(*spot, value),))
    (mended,) = with_mended_lines(text, [fault])
    return replace(finding, mended=mended.mended)


def _instead(finding: Finding, data: Mapping[str, Any]) -> str:
    """What to write in place of a value, if there is one thing to propose; else nothing."""
    params = finding.params
    match finding.code:
        case "not_one_of" | "unknown_idea" | "unknown_risk" if "near" in params:
            return written(params["near"])
        case "too_small" | "too_large":
            return _usual(finding.path, str(params["limit"]))
        case "empty_range":
            return str(params["range"])
        case "duplicate_id":
            return written(_free_id(str(params["id"]), data.get(str(finding.path[0]))))
        case "empty_text":
            return written("…")
        case "bad_image_name" if name := _name_alone(found_at(data, finding.path)):
            return written(name)
        case "bad_arrows":
            return number(_arrows(found_at(data, finding.path)))
    return ""


def _usual(path: KeyPath, limit: str) -> str:
    """What is usual at a path, and nearest to a bound of what may be written there."""
    keys = tuple(part for part in path if isinstance(part, str))
    values = usual.OF_KEYS.get(keys)
    return number(values.nearest(float(limit))) if values else limit


def _arrows(promised: object) -> int:
    """The promise that is nearest to a number that is none."""
    if not is_number(promised):
        return 1
    return -1 if promised < 0 else min(2, max(1, round(promised)))


def _name_alone(file: object) -> str:
    """The name of a file without the folder before it; empty where there is none."""
    name = re.split(r"[\\/]", file)[-1] if isinstance(file, str) else ""
    return name if name != file else ""


def _free_id(id: str, deck: object) -> str:
    cards = deck if isinstance(deck, list) else []
    taken = {card.get("id") for card in cards if isinstance(card, dict)}
    return next(f"{id}_{n}" for n in range(2, 999) if f"{id}_{n}" not in taken)


def _cannot_go(path: KeyPath) -> str:
    """What to do about an empty text whose key cannot be deleted; empty where it can."""
    if isinstance(path[-1], int):
        return mark("Write something, or take the empty text out of the list.")
    around = case_shape().at(path[:-1])
    return mark("Write something.") if around is not None and path[-1] in around.needed else ""


def _in_words(finding: Finding, data: Mapping[str, Any], text: str) -> Finding:
    """A key that a card lacks, said of the card by its name; a heading is for the end of the file.

    Before anything else it would take the keys below it to itself.
    """
    path = finding.path
    finding = replace(finding, mended=_missing_line(path))
    if finding.mended.startswith("["):
        at_end = mark("Add it at the end of the file, and below it what belongs to it.")
        return replace(finding, at=(len(text.splitlines()) or 1, 1), hint=at_end)
    key = str(path[-1])
    if len(path) != 3 or path[0] not in _CARDS or key not in _PARTS:
        return finding
    params = {
        "kind": Message(_CARDS[str(path[0])]),
        "card": _called(data, path),
        "part": Message(_PARTS[key]),
    }
    return replace(finding, code="card_lacks", params=params)


def _missing_line(path: KeyPath) -> str:
    """The line to add for a key: its texts are left to the author, a large table is a heading."""
    shape, key = case_shape().at(path), str(path[-1])
    if shape is None:
        return ""
    if shape.is_deck:
        return f"[[{key}]]"
    if shape.kind == "table" and len(path) < 3:
        return f"[{'.'.join(map(str, path))}]"
    return entry(key, "…" if shape.kind in ("prose", "text", "id") else shape.example)


def _called(data: Mapping[str, Any], path: KeyPath) -> str | Message:
    """The name of the card that a path leads through, or its id, or its number."""
    card = data[str(path[0])][path[1]]
    name = card.get("name", card.get("id")) if isinstance(card, dict) else None
    if isinstance(name, dict):
        name = next(iter(name.values()), None)
    if isinstance(name, str) and name:
        return quoted(name)
    return Message(mark("no. {n}"), {"n": int(path[1]) + 1})
