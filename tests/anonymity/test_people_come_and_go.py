"""Names of those who came late, or took a seat over, are taken out like all others."""

from __future__ import annotations

from pathlib import Path

from game.anonymity import take_names_out
from game.content import load, parse
from game.engine import Applied, Seat
from game.engine import actions as act
from game.i18n import words
from game.report import write_report
from game.resources import SCENARIOS
from game.session import Session, read, verify
from game.session.log import log_of
from game.session.reading import read_lines
from game.session.rewriting import save_copy
from tests.session.playing import Clock

CAME = ("Rosalinde", "Theobald", "Wilhelmine")


def played(folder: Path) -> Path:
    """Rosalinde comes and is undone, Theobald comes, Wilhelmine takes Dorthea's seat."""
    case = load(SCENARIOS / "koebenhavn-pas.toml")
    seats = [Seat(name, ()) for name in ("Dorthea", "Magnhild")]
    with Session.create(case, seats, 3, folder, clock=Clock()) as session:
        session.do(act.Arrive("Rosalinde"))
        session.undo("Forkert navn")
        for action in (
            act.Arrive("Theobald", "supplier"),
            act.Replace(0, "Wilhelmine"),
            act.WriteIdea(0, "Spørg Dorthea og Theobald", "citizen", "service", 2, "Rosalinde ved"),
        ):
            assert isinstance(session.do(action), Applied), action
        return session.path


def test_the_names_are_in_no_copy_and_it_can_be_verified(tmp_path: Path) -> None:
    path = played(tmp_path)
    lines = read_lines(path)
    log = log_of(lines, path)
    case = parse(log.header.scenario, log.header.scenario_file)
    taken = take_names_out(log, case, words("da"))
    saved = save_copy(lines, log, taken.log, taken.case.setup, tmp_path / "copy.jsonl")
    text = saved.read_text("utf-8")
    assert not [name for name in (*CAME, "Dorthea", "Magnhild") if name in text]
    assert verify(saved, parse).ok
    assert len(read(saved).history) == 3


def test_a_report_without_names_has_none_of_them(tmp_path: Path) -> None:
    path = played(tmp_path)
    write_report(path, tmp_path / "report", "da", anonymous=True)
    pages = [file for file in (tmp_path / "report").rglob("*") if file.suffix in (".html", ".json")]
    assert pages
    for page in pages:
        text = page.read_text("utf-8")
        assert not [name for name in (*CAME, "Dorthea", "Magnhild") if name in text], page.name
