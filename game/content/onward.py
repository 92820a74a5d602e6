"""Judges a file on behind its errors: what cannot be trusted is filled in, and rests on nothing.

A value that is wrong hides nothing else. In its place stands a value that could be there, once in
the middle, once at either end of what is allowed; what is found with each of them does not come
from the filling, and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from game.content import structure
from game.content.findings import Finding
from game.content.lenient.shape import Shape, case_shape
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile
from game.content.syntax import copied

Filling = Literal["usual", "low", "high"]
FILLINGS: Final[tuple[Filling, ...]] = ("usual", "low", "high")
_ROUNDS: Final = 12
"""How often what is wrong is filled in; each round goes a table deeper."""
_WHOLE_FILE: Final = ("tracks", "economy", "rules", "minutes")
_OF_WHAT_IS_THERE: Final = {"event_does_nothing"}
"""Findings that something is missing anywhere in a card."""
_OF_A_VALUE: Final = {"empty_range", "range_too_wide", "aim_out_of_reach", "aim_not_whole"}
"""Findings of the judgement that a value cannot be what it is."""
_REFERENCES: Final = {"unknown_idea": "ideas", "unknown_risk": "risks"}
_OF_LINKS: Final = {
    "low_severity",
    "high_severity",
    "low_likelihood",
    "high_likelihood",
    "few_true_pairs",
    "many_true_pairs",
    "unprinted_risk",
    "idle_risk",
}
"""Warnings about which risk belongs to which idea: open while a card points to none."""

Judgement = Callable[[ScenarioFile, dict[str, Any]], Iterable[Finding]]


@dataclass
class Completed:
    """A file that can be judged: all that is wrong in it is filled in, and its paths doubted."""

    data: dict[str, Any]
    scenario: ScenarioFile | None = None
    findings: list[Finding] = field(default_factory=list)
    doubted: set[KeyPath] = field(default_factory=set)


def judge(
    data: Mapping[str, Any], doubted: Collection[KeyPath], judgement: Judgement
) -> tuple[Completed, list[Finding]]:
    """The file, completed with its findings on keys and values; and those of ``judgement`` on it.

    Only what does not rest on the ``doubted`` paths is found, nor on values that the judgement
    itself refuses.
    """
    completed = _completed(data, doubted, "usual")
    if completed.scenario is None:
        return completed, []
    found = list(judgement(completed.scenario, completed.data))
    refused = [one for one in found if one.code in _OF_A_VALUE and one.path not in doubted]
    if refused:
        paths = {one.path for one in refused}
        completed, more = judge(_without(data, paths), {*doubted, *paths}, judgement)
        return completed, [*refused, *more]
    if completed.doubted:
        for filling in FILLINGS[1:]:
            other = _completed(data, doubted, filling)
            if other.scenario is not None:
                also = {_said(finding) for finding in judgement(other.scenario, other.data)}
                found = [finding for finding in found if _said(finding) in also]
        found = [finding for finding in found if trusted(finding, completed.doubted)]
    if any(finding.code in _REFERENCES for finding in found):
        found = [finding for finding in found if finding.code not in _OF_LINKS]
    return completed, found


def _without(data: Mapping[str, Any], paths: Collection[KeyPath]) -> dict[str, Any]:
    """The data without the values at these paths."""
    left = copied(dict(data))
    for *parents, last in paths:
        table = _at(left, tuple(parents))
        if isinstance(table, dict):
            table.pop(last, None)
    return left


def _said(finding: Finding) -> tuple[str, KeyPath, str]:
    return finding.code, finding.path, repr(sorted(finding.params.items()))


def trusted(finding: Finding, doubted: Collection[KeyPath]) -> bool:
    """Whether a finding rests on nothing that is doubted, as far as its place says."""
    path = finding.path
    if any(path[:n] in doubted for n in range(1, len(path) + 1)):
        return False
    if finding.code == "missing_key":
        return (*path[:-1], "*") not in doubted and (len(path) > 1 or () not in doubted)
    if finding.code in _OF_WHAT_IS_THERE and any(one[: len(path)] == path for one in doubted):
        return False
    if deck := _REFERENCES.get(finding.code):
        return not any(_may_be_an_id(one, deck) for one in doubted)
    if finding.severity == "warning" and (len(path) < 2 or path[0] in _WHOLE_FILE):
        return not any(_is_of_many(one) for one in doubted)
    return True


def _may_be_an_id(path: KeyPath, deck: str) -> bool:
    """Whether what is doubted may be the id of a card, or a whole card."""
    return not path or (path[0] == deck and (len(path) <= 2 or path[2:] == ("id",)))


def _is_of_many(path: KeyPath) -> bool:
    """Whether what is doubted holds more than a value: sums over the file rest on it."""
    shape = case_shape().at(path)
    return shape is None or shape.kind in ("table", "list")


# ------------------------------------------------------------------ filling in
def _completed(
    data: Mapping[str, Any], doubted: Collection[KeyPath], filling: Filling
) -> Completed:
    done = Completed(copied(dict(data)), doubted=set(doubted))
    _fill_doubted(done.data, doubted, filling)
    for _ in range(_ROUNDS):
        result = structure.validate(done.data)
        if not isinstance(result, list):
            done.scenario = result
            return done
        if any(finding.code == "format" for finding in result):
            done.findings = result  # the rest follows another schema
            return done
        for finding in result:
            if trusted(finding, done.doubted) and finding not in done.findings:
                done.findings.append(finding)
        if any(finding.code == structure.MORE_UNKNOWN for finding in result):
            done.data = structure.without_unknown_keys(done.data)
        for finding in sorted(result, key=lambda finding: len(finding.path), reverse=True):
            if not _fill(done.data, finding, filling):
                return done
            done.doubted.add(finding.path)
    return done


def _fill_doubted(root: dict[str, Any], doubted: Collection[KeyPath], filling: Filling) -> None:
    """Put something where a key has a value that cannot be read, even if it may be left out."""
    for path in sorted(doubted, key=len):
        shape = case_shape().at(path)
        table = _at(root, path[:-1])
        if shape is not None and path and isinstance(table, dict):
            table.setdefault(str(path[-1]), value_for(shape, filling))


def _at(root: Any, path: KeyPath) -> Any:
    """What stands at a path; ``None`` where nothing does."""
    try:
        for part in path:
            root = root[part]
    except (KeyError, IndexError, TypeError):
        return None
    return root


def _fill(root: dict[str, Any], finding: Finding, filling: Filling) -> bool:
    """Put something that fits where a finding is; whether there was a place for it."""
    *parents, last = finding.path or ("",)
    data = _at(root, tuple(parents))
    if data is None:
        return True  # it went with something else in this round
    shape = case_shape().at(finding.path)
    if finding.code in ("unknown_key", structure.MORE_UNKNOWN) and isinstance(data, dict):
        data.pop(last, None)
        return True
    fits = isinstance(data, dict) or (isinstance(data, list) and last in range(len(data)))
    if shape is None or not fits:
        return False
    if finding.code in ("too_few", "too_many") and isinstance(data[last], list):
        data[last] = _of_length(data[last], int(str(finding.params["limit"])), shape, filling)
    else:
        data[last] = value_for(shape, filling)
    return True


def _of_length(items: list[Any], length: int, shape: Shape, filling: Filling) -> list[Any]:
    """A list cut to a length, or filled up to it."""
    item = shape.item or Shape("text")
    more = [value_for(item, filling, n) for n in range(len(items), length)]
    return [*items[:length], *more]


def value_for(shape: Shape, filling: Filling, n: int = 0) -> Any:
    """A value that may stand at a place, the ``n``-th in its list."""
    match shape.kind:
        case "table":
            return {key: value_for(shape.keys[key], filling, n) for key in sorted(shape.needed)}
        case "list":
            return _list_for(shape, filling)
        case "id":
            return f"filled-{n}"
        case "prose" if filling == "low":
            return "…"  # what follows from how many languages it has is not known
        case "prose" | "text":
            return shape.example if isinstance(shape.example, str | dict) else "…"
        case "range":
            return {"usual": [1, 2], "low": [-6, -6], "high": [6, 6]}[filling]
        case "arrows":
            return {"usual": 1, "low": -1, "high": 2}[filling]
        case "flag":
            return filling == "high"
        case "choice":
            return shape.choices[-1 if filling == "high" else 0]
    return _number_for(shape, filling)


def _list_for(shape: Shape, filling: Filling) -> list[Any]:
    if isinstance(shape.example, list) and (shape.is_deck or not shape.item):
        return deepcopy(shape.example)
    item = shape.item or Shape("text")
    return [value_for(item, filling, n) for n in range(max(1, shape.most if shape.most < 4 else 1))]


def _number_for(shape: Shape, filling: Filling) -> float:
    usual = shape.example if isinstance(shape.example, int | float) else shape.low
    if filling == "usual" or shape.low <= -1e9:
        shift = {"usual": 0, "low": -7, "high": 11}[filling]
        return usual + shift
    return shape.high if filling == "high" else shape.low or usual
