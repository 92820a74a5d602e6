"""Worker processes: Ctrl-C is kept from them, since the program answers it when it can, and they
end with the program, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import Final

SECONDS_BETWEEN_QUESTIONS: Final = 0.1
"""How long Ctrl-C may go unanswered while all workers are busy."""
_MOST_ON_WINDOWS: Final = 61
"""Windows cannot wait for more processes at a time."""


def worker_count(jobs: int | None = None) -> int:
    """How many worker processes there can be: ``jobs``, or one for each processor."""
    wanted = jobs or os.cpu_count() or 1
    return min(wanted, _MOST_ON_WINDOWS) if sys.platform == "win32" else wanted


def process_pool(count: int, begin: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """A pool of worker processes, each of which does at first what ``begin`` does.

    They are spawned on every system: forking a program in which a thread draws a progress bar may
    hang.
    """
    return ProcessPoolExecutor(
        count, mp_context=multiprocessing.get_context("spawn"), initializer=begin or begin_worker
    )


def begin_worker() -> None:
    """What a worker process does first: it ignores Ctrl-C, and ends when the program is gone.

    A program that is killed tells its workers nothing, and they would wait for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    program = multiprocessing.parent_process()
    if program is not None:
        program.join()
        os._exit(1)


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block Ctrl-C until exit; processes started in between never receive it.

    A process that is interrupted while it starts breaks the pool, which may then hang. Windows
    cannot block signals.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interrupts_noted() -> Iterator[Callable[[], None]]:
    """Note Ctrl-C until exit; it is raised where the function that is given is called, or at exit.

    Raised in the midst of a pool's own code it may leave a lock held, for which the pool then
    waits for ever. Only the main thread is interrupted; in another one nothing changes.
    """
    noted = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal noted
        noted = True

    def heed() -> None:
        nonlocal noted
        if noted:
            noted = False
            raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield heed
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, before)
    heed()
