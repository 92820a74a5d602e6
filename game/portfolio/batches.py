"""Reads many session files in several processes, in batches of bounded number.

At any time only a few batches are under way, so that memory does not grow with the number of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from game.i18n import mark
from game.i18n.message import Message, MessageError
from game.paths import as_text, from_text
from game.portfolio.facts import TABLES, Row, rows_of
from game.portfolio.reading import read_facts
from game.processes import (
    SECONDS_BETWEEN_QUESTIONS,
    begin_worker,
    interrupts_blocked,
    interrupts_noted,
)

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

NumberedFile = tuple[int, str]
"""The number of a file in the store, and its path."""

Trouble = tuple[int, Message]
"""The number of a file, and why it has no facts."""


@dataclass(slots=True)
class Batch:
    """What was read of some files: the rows of each table as JSON, and what is wrong with which."""

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
    with ProcessPoolExecutor(
        min(jobs, len(parts)), mp_context=get_context("spawn"), initializer=begin_worker
    ) as pool:
        yield from _completed(pool, iter(parts), jobs * _UNDER_WAY)


def _completed(
    pool: ProcessPoolExecutor, parts: Iterator[Sequence[NumberedFile]], most: int
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
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    troubles: list[Trouble] = []
    for number, path in files:
        found = _facts_or_trouble(number, path)
        if isinstance(found, Message):
            troubles.append((number, found))
            continue
        for name, more in found.items():
            rows[name] += more
    return Batch.of([number for number, _ in files], rows, troubles)


def _facts_or_trouble(number: int, path: str) -> dict[str, list[Row]] | Message:
    """The rows of a file, or why it has none: one bad file among thousands stops nothing."""
    try:
        return rows_of(number, read_facts(from_text(path)))
    except MessageError as error:
        return error.message
    except Exception as error:
        kind = type(error).__name__
        return Message(_UNFORESEEN, {"file": Path(path).name, "kind": kind})


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
