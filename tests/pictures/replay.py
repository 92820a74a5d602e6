"""A recorded game looked at again, and the ways into it and on from it."""

from __future__ import annotations

from pathlib import Path

from game.content import described, mend, parse
from game.debrief import debrief
from game.debrief.talk import TALKED_OF
from game.debrief.talked import talked_moment
from game.engine import actions as act
from game.gui.dialogs.modal import LostWords, Question
from game.i18n import Words
from game.session import Decision, Record, SavedSession, Session, Trouble, open_recording
from game.session.index import SessionIndex
from game.table.after.replay.choose import ChooseSessionScreen, OpenedFiles, SecondAction
from game.table.after.replay.dialogs import GoToStepDialog, NoteDialog
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.menu import ReplayMenu
from game.table.after.replay.narrow_dialog import NarrowDialog
from game.table.after.replay.screen import ReplayScreen
from game.table.after.replay.tags_dialog import TagsDialog
from game.table.after.replay.unreadable_dialog import UnreadableDialog
from game.table.flow.keeping import told_place
from game.table.flow.looking_back import Replays
from game.table.flow.repairing import Repairs
from game.table.parts.idea_sheet import SheetView
from game.table.parts.open_file import OpenFileDialog
from game.table.play.moments import aftermath
from game.table.play.moments.trial import TrialScreen
from game.table.setup.choose_inside import ChooseInsideDialog
from tests import staging
from tests.lengthy import lengthy
from tests.pictures.studio import Studio, look, nothing
from tests.table.watching import recorded

OF_VERSION_1 = Path(__file__).parents[1] / "sessions" / "format-2-whole-game.jsonl"
"""A game that was played by the first version of the rules."""


def _replay(studio: Studio, path: Path, *, nameless: bool = False) -> ReplayScreen:
    exits = ReplayExits(nothing, nothing, aftermath, nothing, nothing, nothing)
    screen = ReplayScreen(open_recording(path, parse, mend), exits, nameless=nameless)
    studio.show(screen)
    studio.look()  # it looks for key moments once the table stands
    studio.look()
    return screen


def _whole(studio: Studio, *, nameless: bool = False) -> ReplayScreen:
    return _replay(studio, recorded(studio.folder / "whole", count=6), nameless=nameless)


@look("a0-replay-beginning", ReplayScreen)
def _beginning(studio: Studio) -> None:
    _whole(studio)


@look("a1-replay-fullest", ReplayScreen)
def _fullest(studio: Studio) -> None:
    session = staging.fullest(studio.folder / "fullest")
    session.bookmark("Her glemte vi borgerne")
    session.close()
    screen = _replay(studio, session.path)
    screen.scrub(screen.player.last)


@look("a2-replay-key-moment", ReplayScreen)
def _key_moment(studio: Studio) -> None:
    path = recorded(studio.folder / "whole", count=6)
    added = SavedSession(path)
    proposed = debrief(added.log, staging.case().setup).to_talk_of(TALKED_OF)
    added.talk_of(map(talked_moment, proposed), "program")
    screen = _replay(studio, path)
    screen.stop(1)
    screen.stop(1)


@look("a3-replay-long-key-moment", ReplayScreen)
def _long_key_moment(studio: Studio) -> None:
    screen = _whole(studio)
    longest = max(screen.marks, key=lambda mark: len(mark.text) + len(mark.question))
    screen.scrub(longest.at)
    screen.active_mark = longest
    screen.refresh()


@look("a4-replay-300-decisions", ReplayScreen)
def _three_hundred(studio: Studio) -> None:
    session = lengthy(studio.folder / "long", 300)
    for place in (20, 21, 22, 200):
        session.note(session.history[place].n, "Hvad lærte vi her?", bookmark=place == 21)
    session.close()
    screen = _replay(studio, session.path)
    screen.scrub(150)


@look("a5-replay-poker", ReplayScreen)
def _poker(studio: Studio) -> None:
    session = staging.begin(studio.folder / "poker", 8, 3)
    staging.play(session, staging.by("method"), lambda s: len(s.ideas) > 3 and s.step == "turn")
    session.do(act.CallEstimates(session.state.ideas[0].id, "economy"))
    for seat, n in enumerate((1, 6, 3, 4, 3, 2, 6, 5)):
        session.do(act.GiveEstimate(seat, n))
    session.close()
    screen = _replay(studio, session.path)
    screen.scrub(screen.player.last)


@look("a6-replay-undone-nameless", ReplayScreen)
def _undone(studio: Studio) -> None:
    screen = _whole(studio, nameless=True)
    screen.show_undone(True)
    undone = next(i for i, s in enumerate(screen.player.steps) if s.record and not s.in_force)
    screen.scrub(undone + 1)


@look("a7-replay-older", ReplayScreen)
def _older(studio: Studio) -> None:
    screen = _whole(studio)
    rules = Trouble("rules_version", 0, {"theirs": 1, "ours": 2})
    screen.recording.troubles = [rules, Trouble("scenario_mended")]
    screen.scrub(60)


@look("a8-replay-menu", ReplayMenu)
def _menu(studio: Studio) -> None:
    studio.app.push(ReplayMenu(_whole(studio)))


@look("a9-replay-note", NoteDialog)
def _note(studio: Studio) -> None:
    _whole(studio)
    studio.app.push(NoteDialog(lambda *_: True))


@look("a9-replay-note-lost", LostWords)
def _lost(studio: Studio) -> None:
    """It was written in, and is about to be closed."""
    _note(studio)
    studio.type("Her blev borgerne glemt")
    studio.click("close")


@look("b0-replay-number", GoToStepDialog)
def _number(studio: Studio) -> None:
    screen = _whole(studio)
    studio.app.push(GoToStepDialog(screen.player.last, nothing, "42"))


@look("b1-replay-sheet", SheetView)
def _sheet(studio: Studio) -> None:
    screen = _whole(studio)
    screen.scrub(screen.player.last)
    studio.click(f"idea:{screen.view.state.ideas[0].id}")


def _tries(record: Record | None) -> bool:
    return isinstance(record, Decision) and isinstance(record.action, act.Trial)


@look("b1-replay-trial-of-version-1", TrialScreen)
def _older_trial(studio: Studio) -> None:
    """A trial as it was by the first version of the rules: a die at once."""
    screen = _replay(studio, OF_VERSION_1)
    steps = screen.player.steps
    screen.scrub(next(n for n, step in enumerate(steps) if _tries(step.record)))
    screen.watch()


@look("b2-replay-choose", ChooseSessionScreen)
def _choose(studio: Studio) -> None:
    folder = studio.folder / "games"
    if not folder.exists():
        _save_games(folder)
    _show_list(studio, folder)


def _save_games(folder: Path) -> None:
    """A game that is over, a branch of it, and others under way; some have tags."""
    path = recorded(folder)
    Session.branch(path, 40, parse, folder).close()
    staging.begin(folder.parent / "Fra Ane", 4, 9).close()
    for count in (1, 8, 3, 2, 6):
        session = staging.begin(folder, count, count)
        session.tag(_TAGS[: count % 3])
        session.close()
    SavedSession(path).tag(_TAGS)
    damaged = recorded(folder.parent / "whole")
    lines = damaged.read_bytes().splitlines(keepends=True)
    spoilt = {
        "damaged": [*lines[:40], b"{}", *lines[42:]],
        "cut": [*lines[:-1], lines[-1][:9]],
    }
    for name, kept in spoilt.items():
        (folder / f"{name}.jsonl").write_bytes(b"".join(kept))


@look("b3-replay-choose-nothing", ChooseSessionScreen)
def _choose_nothing(studio: Studio) -> None:
    """A search for what is not there."""
    _choose(studio)
    screen = studio.app.top
    assert isinstance(screen, ChooseSessionScreen)
    screen.filter.words = "Byggesagsbehandlingen"
    screen._filtered()
    studio.look()


@look("b3-replay-no-game", ChooseSessionScreen)
def _no_game(studio: Studio) -> None:
    """Nothing is saved yet."""
    Replays(studio.app, studio.folder / "none", nothing, nothing).choose()
    studio.look()


@look("b3-replay-open", OpenFileDialog)
def _open_game(studio: Studio) -> None:
    """A game that was given is opened from the list."""
    _choose(studio)
    studio.click("open")


@look("b5-replay-narrow", NarrowDialog)
def _narrow(studio: Studio) -> None:
    _choose(studio)
    studio.click("narrow-tag")


@look("b6-replay-unreadable", UnreadableDialog)
def _unreadable(studio: Studio) -> None:
    """Files in the folder that are no sessions, or spoilt."""
    folder = studio.folder / "spoilt"
    lines = recorded(folder).read_bytes().splitlines(keepends=True)
    beheaded = b"".join(lines).replace(b"gevinstbordet", b"g")
    (folder / "2027-02-11-byggesag-0900.jsonl").write_bytes(beheaded)
    (folder / "Budget 2027.jsonl").write_bytes(b"{}")
    _show_list(studio, folder)
    studio.click("unreadable")


@look("b8-replay-repair", Question)
def _repair(studio: Studio) -> None:
    """One of them is to be repaired."""
    _unreadable(studio)
    studio.click("repair-1")


@look("b8-replay-repaired", Question)
def _repaired(studio: Studio) -> None:
    """What could be saved of a game of which lines in the middle are gone."""
    folder = studio.folder / "with a hole"
    path = recorded(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:40], *lines[43:]]))
    Repairs(studio.app, folder, nothing).repair(path)


@look("b8-replay-damaged", ReplayScreen)
def _damaged(studio: Studio) -> None:
    """A game of which only the beginning can be looked at."""
    folder = studio.folder / "damaged"
    path = recorded(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:40], b"{" + lines[40][5:], *lines[41:]]))
    Replays(studio.app, folder, nothing, nothing).try_to_open(path)
    studio.look()
    studio.look()


@look("b8-choose-inside", ChooseInsideDialog)
def _inside(studio: Studio) -> None:
    """An archive with several games."""
    names = (*INSIDE, "Ældre & Sundhed/Workshop i byrådssalen med alle forvaltninger.jsonl")
    studio.app.push(ChooseInsideDialog("Workshop i november.zip", names, nothing))


INSIDE = ("2026-11-03-eget-projekt-1300.jsonl", "2026-11-09-koebenhavn-pas-0900.jsonl")


@look("b4-replay-tags", TagsDialog)
def _tags(studio: Studio) -> None:
    _choose(studio)
    studio.click("tags-0")


@look("b7-replay-compare-nothing", ChooseSessionScreen)
def _compare_nothing(studio: Studio) -> None:
    """A game alone in its folder, to be compared with another."""
    folder = studio.folder / "alone"
    path = next(folder.glob("*.jsonl"), None) or recorded(folder)
    Replays(studio.app, folder, nothing, nothing).choose_other(open_recording(path, parse, mend))
    for _ in range(3):
        studio.look()


_TAGS = ("Forår 2027", "byggesag", "Borgerservice og digitalisering", "prøve")


def _show_list(studio: Studio, folder: Path) -> None:
    """Its games are found, and looked into, while the list is looked at."""
    studio.show(_list(folder, studio.app.t))
    for _ in range(30):
        studio.look()


def _list(folder: Path, t: Words) -> ChooseSessionScreen:
    about = t("Choose one to see it again and debrief it, or follow up what came of it.")
    also = SecondAction("sprout", t("Follow up"), nothing)
    sessions = SessionIndex(None, described).sessions(folder, *folder.parent.glob("Fra Ane/*"))
    return ChooseSessionScreen(
        sessions,
        t("Saved games"),
        about,
        nothing,
        also=also,
        save_tags=lambda found, tags: found,
        place=lambda found: told_place(t, found.path, folder),
        files=OpenedFiles(nothing, folder),
        repair=lambda screen, path, why: Repairs(screen.app, folder, nothing).offer(path, why),
    )
