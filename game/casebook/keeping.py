"""What a workbook has no column for stays as it is in the case file that it is taken into.

Whoever deletes a column in a spreadsheet wants it out of the way; whoever wants a value gone
empties its cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from game.casebook.columns import Column
from game.casebook.plan import SheetPlan
from game.content.positions import KeyPath
from game.i18n import LANGS, Lang

Table = dict[str, Any]
PLAIN: Final[Lang] = "da"
"""In the column of which language the texts of a case stand that name none."""


def place_of(column: Column) -> KeyPath:
    """Where a column's values stand in a record: a text in its language, options as a whole."""
    path = column.path[:1] if any(isinstance(part, int) for part in column.path) else column.path
    return (*path, column.lang) if column.lang and path == column.path else path


def keep_columns(
    data: Table, old: Mapping[str, Any], plan: SheetPlan, present: Collection[KeyPath]
) -> None:
    """Take over what stands in the old data where the sheet has no column ``present`` for it."""
    missing = dict.fromkeys(place_of(column) for column in plan.columns if column.path)
    kept = [place for place in missing if place not in present]
    for new_record, old_record in _records(plan, data, old):
        for place in kept:
            _keep(new_record, old_record, place, present)


def _records(
    plan: SheetPlan, data: Table, old: Mapping[str, Any]
) -> Iterator[tuple[Table, Mapping[str, Any]]]:
    """The records of a sheet that both have, each with what it was."""
    new_part, old_part = _at(data, plan.root), _at(old, plan.root)
    if plan.shape == "form" and isinstance(new_part, dict) and isinstance(old_part, Mapping):
        yield new_part, old_part
    elif plan.shape == "tracks" and isinstance(new_part, dict) and isinstance(old_part, Mapping):
        yield from ((new_part[track], old_part[track]) for track in new_part.keys() & old_part)
    elif plan.shape == "cards" and isinstance(new_part, list) and isinstance(old_part, list):
        known = {str(card.get("id", card.get("name"))): card for card in old_part}
        for card in new_part:
            name = str(card.get("id", card.get("name")))
            if name in known:
                yield card, known[name]


def _keep(new: Table, old: Mapping[str, Any], place: KeyPath, present: Collection[KeyPath]) -> None:
    path, lang = (place[:-1], str(place[-1])) if place[-1] in ("da", "en") else (place, "")
    was, now = _at(old, path), _at(new, path)
    if was is None:
        return
    if not lang or not isinstance(was, Mapping):
        others = any(one[:-1] == path for one in present) if lang else False
        if now is None and not others:
            _put(new, path, deepcopy(was))
    elif lang in was:
        other = "en" if lang == "da" else "da"
        texts = now if isinstance(now, Mapping) else {other: now} if now is not None else {}
        _put(new, path, {lang: was[lang], **texts})


def names_a_language(value: Any) -> bool:
    """Whether a text in the data of a case says in which language it is."""
    if isinstance(value, Mapping):
        named = bool(value) and value.keys() <= set(LANGS)
        return named or any(map(names_a_language, value.values()))
    return isinstance(value, list) and any(map(names_a_language, value))


def plainly(value: Any) -> Any:
    """Data in which a text in one language, the one of plain texts, does not name it."""
    if isinstance(value, Mapping):
        if value.keys() == {PLAIN}:
            return value[PLAIN]
        return {key: plainly(inner) for key, inner in value.items()}
    return [plainly(inner) for inner in value] if isinstance(value, list) else value


def _at(data: Any, path: KeyPath) -> Any:
    """What stands at a path of tables; ``None`` where nothing does."""
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data


def _put(table: Table, path: KeyPath, value: Any) -> None:
    for part in path[:-1]:
        table = table.setdefault(str(part), {})
    table[str(path[-1])] = value
