"""What phones cost, measured: ``python -m tests.phones.figures``.

From the link to a seat in a browser (taps and seconds), poker there and back, the table's frame
time with 0, 8 and 40 phones that say ten times what people say, bytes to the first page, and the
time from opening the room until it listens. Nothing of this is asserted: machines differ.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from game.engine import actions as act
from tests.browser import CHROMIUM, chromium
from tests.phones.crowd import HUMAN
from tests.phones.gallery import phone
from tests.phones.hall import Hall, hall
from tests.phones.wire import Wire, seated

_FOR = 8.0
"""Seconds that each number of phones is measured."""
_TIMES = 100
"""How often a number is given in poker."""


def main() -> None:
    """Measure all, and print it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GEVINST_HOME"] = str(Path(folder, "home"))
        for line in _figures(Path(folder)):
            print(line, flush=True)


def _figures(folder: Path) -> Iterator[str]:
    yield f"room opened, from the click until it listens: {_opening()}"
    with hall(folder / "a", 8) as at:
        yield f"bytes to the first page: {_first_page(at)}"
        if CHROMIUM is not None:
            yield f"link to seat: {_to_the_seat(at)}"
    with hall(folder / "b", 8) as at:
        at.clear_board()
        yield f"poker, tap to answer on the own page: {_poker(at)}"
    for count in (0, 8, 40):
        with hall(folder / str(count), 8) as at:
            at.clear_board()
            yield f"frames of the table with {count} phones: {_with_a_crowd(at, count)}"


def _spread(seconds: Sequence[float]) -> str:
    """The middle, the slowest in a hundred and the slowest, in milliseconds."""
    ordered = sorted(seconds)
    p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    middle, worst = statistics.median(ordered), ordered[-1]
    return f"p50 {1000 * middle:.1f} ms, p99 {1000 * p99:.1f} ms, worst {1000 * worst:.1f} ms"


_OPENED = """
import pathlib, tempfile, time
from game.gui.app import App
from game.table.flow.application import TABLE
from game.table.flow.main import Flow
from tests import staging
flow = Flow(App((1280, 720), TABLE, lang="da"), pathlib.Path(tempfile.mkdtemp()), 5)
flow.playing.begin(staging.case(), tuple(staging.seats(4)))
began = time.perf_counter()
phones = flow.playing.phones.load()
loaded = time.perf_counter() - began
phones.open("127.0.0.1")
opened = time.perf_counter() - began
began = time.perf_counter()
phones.close()
closed = time.perf_counter() - began
print(f"{1000 * opened:.0f} ms, {1000 * loaded:.0f} of them to load; closed in {1000 * closed:.0f}")
flow.close()
"""


def _opening() -> str:
    """In a program that has not loaded anything of the phones."""
    words = [sys.executable, "-c", _OPENED]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def _first_page(at: Hall) -> str:
    place = at.phones.place
    assert place is not None
    sizes = {}
    for path in ("/", "/phone.css", "/phone.js"):
        connection = http.client.HTTPConnection(place.ip, place.port)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        sizes[path] = len(answer.read()) + len(str(answer.headers))
    return f"{sum(sizes.values())} ({', '.join(f'{k} {n}' for k, n in sizes.items())})"


def _to_the_seat(at: Hall) -> str:
    """What somebody does who scans the code: name, *come in*, the seat; the table lets them sit."""
    with chromium() as browser, phone(browser, "da") as page:
        began = time.perf_counter()
        page.goto(at.link)
        page.wait_for_selector("#name")
        shown = time.perf_counter() - began
        page.fill("#name", "Ane")
        taps = _tap(page, "button[type=submit]") + _tap(page, 'strong:text-is("Bo")')
        at.wait_for(at.room.asking)
        at.at_table(lambda: at.phones.let_sit(at.called("Ane")))
        page.wait_for_selector('header .who:text-is("Bo")')
        whole = time.perf_counter() - began
    return f"{taps} taps and a name; door shown after {shown:.2f} s, seat after {whole:.2f} s"


def _tap(page: Page, selector: str) -> int:
    page.click(selector)
    return 1


def _poker(at: Hall) -> str:
    card = at.at_table(lambda: at.game.state.idea_hands[0][0])
    took = []
    with seated(at, 2) as (one, _):
        at.at_table(lambda: at.game.do(act.CallEstimates(card, "citizen")))
        one.until_page('class="numbers"')
        for n in range(_TIMES):
            took.append(_answered(one, n % 7))
            time.sleep(0.25)  # a person; no more may be written into the session
            at.at_table(lambda: _rested(at, one))
    return _spread(took)


def _rested(at: Hall, one: Wire) -> None:
    """Whoever answers has not used up what a phone may have written."""
    at.room.members[one.token].pace._tokens = 60.0


def _answered(one: Wire, number: int) -> float:
    began = time.perf_counter()
    one.say("estimate", value=number)
    one.until(lambda told: f'aria-pressed="true">{number}<' in told.get("page", ""))
    return time.perf_counter() - began


def _with_a_crowd(at: Hall, count: int) -> str:
    at.at_table(lambda: at.game.begin_writing("ideas", 0))
    if count == 0:
        time.sleep(_FOR)
        return _spread(at.frames)
    rate = 10 * HUMAN
    words = [sys.executable, "-m", "tests.phones.crowd", at.link, *map(str, (count, _FOR, rate))]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout.splitlines()[-1])
    lying = at.at_table(lambda: at.game.session.log.writing.sheets)
    kept = {sheet.text for sheet in lying.values()}
    lost = len(set(told["written"]) - kept)
    sent, pages = told["sent"], told["pages"]
    return (
        f"{_spread(at.frames)}; {sent} messages, {pages} pages, {lost} of {len(kept)} sheets lost"
    )


if __name__ == "__main__":
    main()
