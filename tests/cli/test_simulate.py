"""``gevinst simulate``: what it prints, in tables and as JSON, and what it says of wrong input."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.cli import main
from game.content import new_case
from game.engine.events import VERDICTS
from tests.cli.conftest import Screen

pytestmark = pytest.mark.slow

FEW = ("simulate", "koebenhavn-pas", "--games", "3", "--seats", "4", "--jobs", "1")


def test_tables_and_what_they_mean(screen: Screen) -> None:
    assert screen.run(*FEW, "--details", "--bots", "rush,method,method-without-trials") == 0
    for text in (
        "Ticket 84: passports in Copenhagen",
        "3 games with each of 3 groups at each number of seats (4).",
        "--seed",
        "Verdicts with 4 seats, percent",
        "Benefit rate by track with 4 seats, percent",
        "Actions in a game",
        "Ideas in the hands of the methodical group",
        "Your slot is your slot",
        "Haste: all four goals in under 10%",
        "Play more games to tell",
    ):
        assert text in screen.out
    assert "Without risk work" not in screen.out, "a bot that did not play is not judged"
    assert screen.err == "", "no progress bar where there is no terminal"


def test_on_another_level(screen: Screen) -> None:
    level = ("--level", "gentle")
    assert screen.run(*FEW, *level, "--bots", "rush") == 0
    assert "Level: Room to learn (Every goal is 1 point lower. The group has 3 more" in screen.out
    assert screen.run(*FEW, *level, "--bots", "rush", "--json") == 0
    assert json.loads(screen.out)["level"] == "gentle"


def test_in_danish(screen: Screen) -> None:
    assert screen.run(*FEW, "--details", "--bots", "rush", "--lang", "da") == 0
    assert "Udfald med 4 pladser, procent" in screen.out
    assert "Hastværk" in screen.out
    assert "Spil flere spil" in screen.out


def test_json_has_the_numbers_of_the_tables(screen: Screen) -> None:
    assert screen.run(*FEW, "--bots", "rush,method", "--json") == 0
    data = json.loads(screen.out)
    assert data["level"] == "normal"
    assert (data["case"], data["seed"], data["games"], data["played"], data["stopped"]) == (
        "koebenhavn-pas",
        1,
        3,
        3,
        False,
    )
    rush, method = data["results"]
    assert (rush["bot"], rush["seats"], rush["games"]) == ("rush", 4, 3)
    assert set(rush["verdicts"]) == set(VERDICTS)
    assert sum(v["count"] for v in method["verdicts"].values()) == 3
    assert set(method["tracks"]) == {"citizen", "process", "economy", "employee"}
    assert method["actions"]["Trial"] > 1
    assert "Trial" not in rush["actions"]
    assert {found["lesson"] for found in data["lessons"]} == {"rush"}
    assert len(data["ideas"]) == 18


def test_the_same_seed_prints_the_same(screen: Screen) -> None:
    args = ("--bots", "random", "--seed", "5")
    printed = []
    for jobs in ("1", "2"):
        assert screen.run(*FEW[:-1], jobs, *args) == 0
        printed.append(screen.out)
    assert printed[0] == printed[1]
    assert screen.run(*FEW, "--bots", "random", "--seed", "6") == 0
    assert screen.out != printed[0]


FIFTH = """[[roles]]
id = "fifth"
name = "Den femte"
text = "Kommer altid for sent."
picture = "🕒"
ability = "sponsor"
aim = { kind = "proven_at_least", value = 2 }

"""


def test_it_plays_at_tables_that_the_case_has_roles_for(screen: Screen, tmp_path: Path) -> None:
    """A case with five roles has no table of six: it is not judged there, nor played."""
    path = tmp_path / "five.toml"
    text = new_case.example("Åbent længe", "da")
    path.write_text(text.replace("[[ideas]]", FIFTH + "[[ideas]]", 1), encoding="utf-8")
    few = ("--games", "1", "--jobs", "1", "--bots", "rush", "--json")
    assert screen.run("simulate", path, *few) == 0
    assert [one["seats"] for one in json.loads(screen.out)["results"]] == [4, 5]
    seated = [word for n in range(6) for word in ("--seat", f"N{n}")]
    for command in (
        ("simulate", path, "--seats", "4,6", *few),
        ("play", path, "--headless", "--seats", "6", "--to", tmp_path),
        ("play", path, "--headless", *seated, "--to", tmp_path),
    ):
        assert screen.run(*command) == 2
        assert "The case has 5 roles, so at most 5 can sit at the table, not 6." in screen.err
    assert screen.run("play", path, "--headless", "--seats", "5", "--to", tmp_path) == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--bots", "mehtod"), 2, "There is no bot mehtod. There are: random, rush, method"),
        (("--seats", "4,9"), 2, "--seats wants numbers from 1 to 8, as 4,6, not “9”."),
        (("--seats", "four"), 2, "not “four”"),
        (("--seed", "-1"), 2, "A seed is a whole number from 0"),
        (("--games", "0"), 2, "--games"),
        (("--jobs", "0"), 2, "--jobs"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_played(
    screen: Screen, args: tuple[str, ...], code: int, said: str
) -> None:
    assert screen.run("simulate", "koebenhavn-pas", *args) == code
    assert said in screen.err
    assert screen.out == ""


def test_a_case_that_cannot_be_read(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("simulate", "koebenhavn-pass") == 1
    assert "Did you mean koebenhavn-pas?" in screen.err
    broken = tmp_path / "broken.toml"
    broken.write_text("[tracks", encoding="utf-8")
    assert screen.run("simulate", broken) == 1
    assert "broken.toml:1" in screen.err


def test_without_dask_it_says_how_to_get_it(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert screen.run(*FEW, "--dask", "tcp://127.0.0.1:1") == 1
    assert "pip install 'gevinstbordet[cluster]'" in screen.err


def test_on_a_dask_cluster_it_prints_the_same(screen: Screen) -> None:
    distributed = pytest.importorskip("distributed")
    assert screen.run(*FEW, "--bots", "rush") == 0
    here = screen.out
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        assert screen.run(*FEW, "--bots", "rush", "--dask", cluster.scheduler_address) == 0
        assert screen.out == here


@pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
def test_ctrl_c_prints_what_has_been_played() -> None:
    """As a program, with its workers and its progress bar on a terminal: no traceback is left."""
    terminal, end = os.openpty()
    command = [sys.executable, "-m", "game", "simulate", "foerste-spil", "--lang", "en"]
    options = ["--bots", "rush", "--seats", "4", "--games", "100000", "--jobs", "2"]
    with subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=end,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job may ignore it
        env={**os.environ, "PYTHONUTF8": "1", "TERM": "xterm"},
    ) as program:
        os.close(end)
        seen = _read_until(terminal, r"[1-9]\d*/100000")
        os.killpg(program.pid, signal.SIGINT)
        # Who looks at a terminal reads on; a program whose terminal is full waits for that.
        with ThreadPoolExecutor(1) as reader:
            rest = reader.submit(_read_until, terminal, NEVER)
            out, _ = program.communicate()
            seen += rest.result()
    os.close(terminal)
    assert "time left" in seen
    assert program.returncode == 130
    assert "Stopped before the end: 100,000 were asked for." in out
    assert "Traceback" not in out + seen


NEVER = r"(?!)"
"""A pattern that nothing matches."""


def _read_until(terminal: int, pattern: str) -> str:
    """What a terminal shows until the pattern is seen, or the program ends."""
    seen = ""
    while not re.search(pattern, seen):
        try:
            seen += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:  # the program has closed it
            break
    return seen


def test_interrupted_before_anything_was_played(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.simulation import games

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(games, "completed", interrupted)
    assert main([*FEW, "--lang", "en"]) == 130


def test_an_own_project_is_played_with_written_cards(screen: Screen) -> None:
    args = ("--games", "4", "--seats", "4", "--jobs", "1", "--bots", "rush,method")
    assert screen.run("simulate", "eget-projekt", "--details", *args) == 0
    assert re.search(r"Write idea\s+\S+\s+\S+", screen.out)
    for text in ("Ideas in the hands of", "Ideas that are never", "Benefits that are never"):
        assert text not in screen.out, "nothing is said of cards that there are not"
    assert screen.run("simulate", "eget-projekt", *args, "--json") == 0
    assert json.loads(screen.out)["ideas"] == []
