"""Worker processes: Ctrl-C is kept from them, since the program answers it when it can, and they
end with the program, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS_BETWEEN_QUESTIONS = 0.1
"""How long Ctrl-C may go unanswered while all workers are busy."""


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
