"""An own project in which people are spoken of wherever something can be written."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2

from game.anonymity.spelling import plain
from game.content import Case, load, parse
from game.content import own_project as own
from game.content.reader import id_from
from game.engine import Action, Applied, Measure, Seat, State
from game.engine import actions as act
from game.session import ItemDraft, RegisterSubject, Sender, Session
from tests.onward import onward
from tests.session.playing import Clock
from tests.ungated import ungated

Say = Callable[[int], str]
"""What is said in the n-th place: some words with a name."""

PLACES = 46
"""As many places there are at most."""


@ungated()
def speak(folder: Path, seats: Sequence[str], say: Say) -> Path:
    """A session in which ``say`` is asked for everything that is written."""
    said = iter([say(n) for n in range(PLACES)])

    def text(most: int = 400) -> str:
        return next(said)[:most]

    def line(most: int) -> str:
        """What a field of one line takes."""
        return text(most).replace("\n", " ")

    case = load(own.TEMPLATE)
    title = line(own.MAX_TITLE)
    project = replace(
        own.read(case, "da"),
        title=title,
        about=text(own.MAX_STORY),
        announcement=text(own.MAX_PASSAGE),
        posts=((line(own.MAX_POST), 12.0), ("Vikarer", 1.5)),
    )
    tracks = {
        track: replace(indicator, name=line(60), unit=line(own.MAX_UNIT))
        for track, indicator in project.tracks.items()
    }
    roles = {
        id: line(own.MAX_ROLE) if n % 2 else name
        for n, (id, name) in enumerate(project.roles.items())
    }
    source = own.write(replace(project, tracks=tracks, roles=roles), case.source, "da")
    source += f"\n# {text().splitlines()[0]}\n"
    own_case = parse(source, f"{id_from(title)}.toml").as_usual
    session = Session.create(
        own_case, [Seat(name, ()) for name in seats], 11, folder, lang="da", clock=Clock()
    )
    for step in _story(text):
        _do(session, step, say(PLACES)[:40])
    session.undo(text())
    session.bookmark(text())
    session.note(2, text())
    session.check_in(0, text(80), 2)
    idea = session.state.ideas[0].id
    session.outcome(
        idea=idea, track="citizen", value=5.0, text=text(), day=date(2027, 5, 1), by=text(80)
    )
    session.action_item(ItemDraft(text(), who=text(80), due=date(2027, 3, 1)))
    row: RegisterSubject = ("benefit", idea, "citizen", None)
    session.fill(row, "method", text(), "asked")
    session.fill(row, "owner_name", text(80), "imported")
    session.tag((text(40),))
    session.begin_writing("risks")
    session.add_sheet(text())
    session.begin_vote(text(), (text(), text()), 2)
    session.close()
    return session.path


def _do(session: Session[Case], step: Callable[[State], Action], phone: str) -> None:
    while session.state.step != "turn" or (session.state.actions < 1 and not session.state.poker):
        assert isinstance(session.do(onward(session.state)), Applied)
    done = session.do(step(session.state), Sender(1, phone))
    assert isinstance(done, Applied), done


def _story(text: Callable[..., str]) -> list[Callable[[State], Action]]:
    """The decisions in which something is written."""
    measure = Measure(text(80), text(40), None, 5.5, None)
    words = [text(80) for _ in range(6)]
    notes = [text() for _ in range(5)]
    return [
        lambda s: act.WriteIdea(s.turn, words[0], "citizen", "service", 4, notes[0]),
        lambda s: act.WriteIdea(s.turn, "Vagtplan", "economy", "service", 4, ""),
        lambda s: act.WriteBenefit(s.turn, words[1], "employee", s.ideas[0].id, 1),
        lambda s: act.WriteRisk(s.turn, words[2], "citizen", s.ideas[0].id, 4, 5),
        lambda s: act.NameDownside(s.turn, s.ideas[1].id, "employee", 2, words[3], words[4]),
        lambda s: act.EndPhase(),
        lambda s: act.Correct("capacity", 6, notes[1]),
        lambda s: act.Anchor(s.turn, s.ideas[0].id, "citizen", 0, measure),
        lambda s: act.Anchor(
            s.turn, s.ideas[1].id, "economy", 0, Measure("Vikarer", "t.kr. pr. år", 400, 150, 12)
        ),
        lambda s: act.Mitigate(s.turn, s.ideas[0].id, s.ideas[0].risks[0].id, notes[2]),
        lambda s: act.MakeAmends(s.turn, s.ideas[1].id, "employee", notes[3]),
        lambda s: act.Trial(s.turn, s.ideas[0].id, "process", words[5], notes[4]),
    ]


# ------------------------------------------------------------------ how a name is written
def _in_other_letters(name: str) -> str:
    """As a keyboard without Danish letters writes it."""
    return name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with hard spaces": lambda name: name.replace(" ", "\u00a0"),
    "with thin spaces": lambda name: name.replace(" ", "\u2009"),
    "with no spaces": lambda name: name.replace(" ", ""),
    "with unseen spaces": lambda name: name.replace(" ", "\u200b"),
    "on two lines": lambda name: name.replace(" ", "\n", 1),
    "with soft hyphens": lambda name: "\u00ad".join(name),
    "in letters and accents": lambda name: unicodedata.normalize("NFD", name),
    "without accents": lambda name: "".join(
        c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
    ),
    "in other letters": _in_other_letters,
    "as whose": lambda name: f"{name}s",
    "as whose in English": lambda name: f"{name}’s",
    "the first part": lambda name: name.split()[0],
    "the last part": lambda name: name.split()[-1],
    "the last part first": lambda name: ", ".join((name.split()[-1], name.split()[0])),
    "as an address": lambda name: f"{'.'.join(name.lower().split())}@kommune.dk",
    "as a file": lambda name: f"{id_from(plain(_in_other_letters(name)))}.docx",
}


# ------------------------------------------------------------------ what stands in files
def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text in the files of a folder, the names of the files as well."""
    for path in sorted(folder.rglob("*")):
        yield "name", path.name
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                yield from ((f"{path.name}/{n}", book.read(n).decode()) for n in book.namelist())
        elif path.suffix == ".pdf":
            pages = pypdfium2.PdfDocument(path.read_bytes())
            yield from ((path.name, page.get_textpage().get_text_bounded()) for page in pages)
            yield path.name, str(pages.get_metadata_dict())
        elif path.suffix == ".png":
            yield path.name, path.read_bytes().decode("latin-1")
        elif path.is_file():
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n ", "")  # a calendar folds
            yield path.name, re.sub(r"base64,[^)\"']*", "", text)
