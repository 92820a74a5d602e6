"""What is told of a damaged session and of its repair, by the command and on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from game.i18n import Words
from game.i18n.message import MessageError
from game.session.containers import plain_stem
from game.session.errors import CannotContinueError, ReadError, SessionError, Trouble
from game.session.log import read
from game.session.repairing import Repair
from game.session.verification import Parse, verify

_MOST_NAMED: Final = 12
_NO_BEGINNING: Final = "head_damaged"


def troubles_of(path: Path, parse: Parse[Any]) -> list[Trouble]:
    """What is wrong with a session, even with one that does not open, or that breaks a rule."""
    try:
        return read(path).troubles or list(_altered(path, parse))
    except ReadError as error:
        if error.trouble.code != _NO_BEGINNING:
            raise
        return [error.trouble]


def _altered(path: Path, parse: Parse[Any]) -> Iterator[Trouble]:
    """Where a session was altered whose seals are whole, if its case can be read."""
    with suppress(MessageError):
        flaw = verify(path, parse).first_flaw
        if flaw is not None and is_damage(flaw):
            yield flaw


def is_damage(trouble: Trouble) -> bool:
    """Whether a repair may help: something is lost, and the file is a session of this version."""
    return not (trouble.harmless or trouble.newer or trouble.foreign)


def damage_of(path: Path, error: SessionError) -> Trouble | None:
    """The damage because of which a session was refused; ``None`` if it was something else."""
    if not isinstance(error, CannotContinueError):
        return error.trouble if error.trouble.code == _NO_BEGINNING else None
    try:
        found = read(path).damage
    except ReadError:
        return None
    return found if found is not None and is_damage(found) else None


def name_of_repaired(t: Words, path: Path) -> str:
    """What the file is called in which a session is saved that was repaired."""
    suffix = t("repaired")
    return f"{plain_stem(path)}-{suffix}.jsonl"


def told(t: Words, done: Repair) -> Iterator[str]:
    """What was kept, and what is missing."""
    yield t.plural("{n} entry is saved.", "{n} entries are saved.", done.kept)
    if done.restored:
        yield t("Damaged, and known nevertheless: no. {entries}.", entries=_numbers(done.restored))
    if done.wordless:
        known = _numbers(done.wordless)
        yield t("Known, but not what may have been written with it: no. {entries}.", entries=known)
    if done.missing:
        lost = _numbers(done.missing)
        yield t("Lost, since their lines are damaged: no. {entries}.", entries=lost)
    if done.dependent:
        yield t(
            "Left out, since they rest on what is lost: no. {entries}.",
            entries=_numbers(done.dependent),
        )
    if done.lacks_its_end:
        yield t("The end of the file is damaged: nothing tells how much more stood there.")
    if not done.playable:
        yield t("The case is lost, too: the game can be looked at, and cannot go on.")
    if done.complete:
        yield t("Nothing is missing.")


def _numbers(entries: Sequence[int]) -> str:
    """Some entries by their numbers, runs of them as from – to."""
    runs: list[list[int]] = []
    for n in sorted(entries):
        if runs and n == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], n]
        else:
            runs.append([n])
    named = ["–".join(map(str, run)) for run in runs[:_MOST_NAMED]]
    return ", ".join([*named, *(["…"] if len(runs) > _MOST_NAMED else [])])
