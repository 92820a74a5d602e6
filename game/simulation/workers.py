"""Tasks shared out to processes, threads or machines; interrupted or cancelled at any time."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from typing import Any, TypeVar

from game.processes import (
    SECONDS_BETWEEN_QUESTIONS,
    begin_worker,
    interrupts_blocked,
    interrupts_noted,
    process_pool,
    worker_count,
)

Key = TypeVar("Key")
Result = TypeVar("Result")

Cancels = Callable[[], bool]
"""Asked now and then whether to stop; it is called in the thread that waits for the tasks."""


class StoppedError(Exception):
    """Raised when whoever started the tasks does not want them any more."""


OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""Games make few cycles and many short-lived objects: to look for cycles less often saves 6%."""


@contextmanager
def workers(jobs: int | None = None, executor: Executor | None = None) -> Iterator[Executor]:
    """An executor: the one given, which is left open, or ``jobs`` processes until exit."""
    if executor is not None:
        yield executor
        return
    count = worker_count(jobs)
    with process_pool(count, _begin_worker) as pool:
        # the pool starts its processes on the first submits
        with interrupts_noted(), interrupts_blocked():
            for _ in range(count):
                pool.submit(os.getpid)
        yield pool


def _begin_worker() -> None:
    """What a process does first; what the program consists of is never looked through again."""
    begin_worker()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def completed(
    executor: Executor,
    function: Callable[..., Result],
    tasks: Iterable[tuple[Key, tuple[Any, ...]]],
    cancels: Cancels | None = None,
) -> Iterator[tuple[Key, Result]]:
    """The result of each task by its key, in the order of completion.

    A task is a key and the arguments of ``function``. Raises :class:`StoppedError` when ``cancels``
    says so. What has not begun when this ends is never begun.
    """
    waiting: dict[Future[Result], Key] = {}
    with interrupts_noted() as heed_interrupts:
        try:
            for key, args in tasks:
                heed_interrupts()
                future = executor.submit(function, *args)
                if future.done():  # a synchronous executor
                    heed(cancels)
                    yield key, future.result()
                else:
                    waiting[future] = key
            while waiting:
                heed_interrupts()
                heed(cancels)
                done, _ = wait(waiting, SECONDS_BETWEEN_QUESTIONS, FIRST_COMPLETED)
                for future in done:
                    yield waiting.pop(future), future.result()
        finally:
            for future in waiting:
                future.cancel()


def heed(cancels: Cancels | None) -> None:
    """Ask whether to stop; raises :class:`StoppedError` where that is wanted."""
    if cancels is not None and cancels():
        raise StoppedError
