"""Reads many session files in several processes, in batches of bounded number.

At any time only a few batches are under way, so that memory does not grow with the number of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from game.content.shelf import case_texts
from game.i18n import mark
from game.i18n.message import Message, MessageError
from game.paths import as_text, from_text
from game.portfolio.facts import TABLES, Row, rows_of
from game.portfolio.reading import read_facts
from game.processes import (
    SECONDS_BETWEEN_QUESTIONS,
    interrupts_blocked,
    interrupts_noted,
    process_pool,
    worker_count,
)
from game.session.cases import look_for_cases_in
from game.session.errors import PASSING, SessionError

FILES_PER_BATCH: Final = 24
"""About half a second of work: worth sending to a process."""

FEW: Final = 3 * FILES_PER_BATCH
"""Up to so many files are read here: starting processes would take longer."""

_UNDER_WAY: Final = 2
"""Batches that wait or are read, for each process."""

_UNFORESEEN: Final = mark(
    "{file} cannot be counted, for a reason that the program does not know ({kind}). Please report "
    "it with the file."
)
_BOTH: Final = mark("{message} {remedy}")

NumberedFile = tuple[int, str]
"""The number of a file in the store, and its path."""

Trouble = tuple[int, Message]
"""The number of a file, and why it has no facts."""


@dataclass(slots=True)
class Batch:
    """What was read of some files: the rows of each table as JSON, and what is wrong with which.

    ``files`` are those that need not be read again as long as they stay the same.
    """

    files: list[int]
    rows: dict[str, str]
    troubles: list[Trouble] = field(default_factory=list)

    @classmethod
    def of(
        cls, files: list[int], rows: Mapping[str, list[Row]], troubles: Sequence[Trouble] = ()
    ) -> Batch:
        """A batch of these rows."""
        return cls(files, {name: json.dumps(some) for name, some in rows.items()}, list(troubles))


def read_batches(files: Sequence[NumberedFile], jobs: int) -> Iterator[Batch]:
    """Read files in ``jobs`` processes; the batches come in the order of completion."""
    parts = [files[n : n + FILES_PER_BATCH] for n in range(0, len(files), FILES_PER_BATCH)]
    if jobs < 2 or len(files) <= FEW:
        yield from map(read_batch, parts)
        return
    with process_pool(min(worker_count(jobs), len(parts))) as pool:
        yield from _completed(pool, iter(parts), jobs * _UNDER_WAY)


def _completed(
    pool: Executor, parts: Iterator[Sequence[NumberedFile]], most: int
) -> Iterator[Batch]:
    """Keep ``most`` batches under way until all are read."""
    waiting: set[Future[Batch]] = set()
    with interrupts_noted() as heed:
        try:
            while True:
                with interrupts_blocked():  # the pool starts its processes on the first submits
                    while len(waiting) < most and (part := next(parts, None)) is not None:
                        waiting.add(pool.submit(read_batch, part))
                if not waiting:
                    return
                heed()
                done, waiting = wait(waiting, SECONDS_BETWEEN_QUESTIONS, FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        finally:
            for future in waiting:
                future.cancel()


def read_batch(files: Sequence[NumberedFile]) -> Batch:
    """The facts of some files, and the message for each that has none."""
    look_for_cases_in(case_texts)  # in this process, which may be one of several
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    done: list[int] = []
    troubles: list[Trouble] = []
    for number, path in files:
        try:
            facts = rows_of(number, read_facts(from_text(path)))
        except Exception as error:  # one bad file among thousands stops nothing
            troubles.append((number, _message_of(error, path)))
            if _passes(error):
                continue
        else:
            for name, more in facts.items():
                rows[name] += more
        done.append(number)
    return Batch.of(done, rows, troubles)


def _message_of(error: Exception, path: str) -> Message:
    if isinstance(error, MessageError):
        return Message(_BOTH, {"message": error.message, "remedy": error.remedy})
    return Message(_UNFORESEEN, {"file": Path(path).name, "kind": type(error).__name__})


def _passes(error: Exception) -> bool:
    """Whether a file may be read next time though nothing of it has changed."""
    if isinstance(error, SessionError):
        return error.trouble.code in PASSING
    return isinstance(error, OSError | MemoryError)


# ------------------------------------------------------------------ messages in a store
def message_json(message: Message) -> str:
    """A message as JSON, to be told later in either language."""
    return json.dumps(_raw(message))


def _raw(message: Message) -> dict[str, Any]:
    params = {name: _value(value) for name, value in message.params.items()}
    return {"text": message.text, "params": params}


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _raw(value)
    return value if value is None or isinstance(value, int | float) else as_text(str(value))


def message_of(text: str) -> Message:
    """The message in such a JSON."""
    return _message(json.loads(text))


def _message(raw: dict[str, Any]) -> Message:
    params = {
        name: _message(value) if isinstance(value, dict) else value
        for name, value in raw["params"].items()
    }
    return Message(raw["text"], params)
