"""Ctrl-C while work is shared out: answered where that is safe, never inside a pool's own code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from game import processes
from game.portfolio import batches
from game.processes import interrupts_noted
from game.simulation.workers import completed, workers


class Interrupted(ThreadPoolExecutor):
    """A pool whose first task meets Ctrl-C while it is handed over, amid what must not be torn."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__(1)
        self.begun = self.ended = 0

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        self.begun += 1
        if self.begun == 1:
            signal.raise_signal(signal.SIGINT)
        future = super().submit(*args, **kwargs)
        self.ended += 1
        return future


def simulated(pool: Interrupted) -> Iterator[object]:
    return completed(pool, abs, ((n, (n,)) for n in range(9)))


def read(pool: Interrupted) -> Iterator[object]:
    missing = [(n, f"missing-{n}.jsonl") for n in range(batches.FEW + 1)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batches, "process_pool", lambda *_, **__: pool)
        yield from batches.read_batches(missing, 2)


@pytest.mark.parametrize("share", [simulated, read])
def test_ctrl_c_is_raised_between_tasks(share: Callable[[Interrupted], Iterator[object]]) -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupted() as pool:
        with pytest.raises(KeyboardInterrupt):
            list(share(pool))
        assert pool.begun == pool.ended > 0
    assert signal.getsignal(signal.SIGINT) is before


def simulate_with(jobs: int | None) -> None:
    with workers(jobs):
        pass


def read_with(jobs: int | None) -> None:
    parts = 70 * batches.FILES_PER_BATCH
    list(batches.read_batches([(n, f"missing-{n}.jsonl") for n in range(parts)], jobs or 64))


@pytest.mark.parametrize("share", [simulate_with, read_with])
@pytest.mark.parametrize("jobs", [None, 100])
def test_on_windows_no_more_processes_are_wanted_than_it_can_wait_for(
    monkeypatch: pytest.MonkeyPatch, share: Callable[[int | None], None], jobs: int | None
) -> None:
    counts: list[int] = []

    def pool(count: int, **_: object) -> ThreadPoolExecutor:
        counts.append(count)
        return ThreadPoolExecutor(1)

    monkeypatch.setattr(processes, "ProcessPoolExecutor", pool)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    for system, most in ("linux", jobs or 64), ("win32", 61):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "platform", system)
            share(jobs)
        assert counts.pop() == (min(most, 70) if share is read_with else most)


KILLED = """
import os, sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from game.processes import begin_worker

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin_worker)
    print(pool.submit(os.getpid).result(), flush=True)
    os._exit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is asked for by a signal")
def test_workers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "killed.py"
    program.write_text(KILLED)
    there = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    run = subprocess.run([sys.executable, program], env=there, capture_output=True, timeout=60)
    worker = int(run.stdout)
    for _ in range(200):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.kill(worker, signal.SIGKILL)
    raise AssertionError("the worker waits for work that nobody gives any more")


def test_ctrl_c_that_nobody_asked_about_is_raised_at_the_end() -> None:
    reached = []

    def work() -> None:
        with interrupts_noted():
            signal.raise_signal(signal.SIGINT)
            reached.append("the end")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert reached == ["the end"]


def test_a_job_that_ignores_ctrl_c_goes_on_ignoring_it() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts_noted() as heed:
            signal.raise_signal(signal.SIGINT)
            heed()
    finally:
        signal.signal(signal.SIGINT, before)


def test_other_threads_share_work_out_as_well() -> None:
    found: list[object] = []
    pool = ThreadPoolExecutor(1)
    worker = threading.Thread(target=lambda: found.extend(completed(pool, abs, [("a", (-1,))])))
    worker.start()
    worker.join()
    assert found == [("a", 1)]
