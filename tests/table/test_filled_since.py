"""What was filled into the register since: the debrief and the follow-up go by it, as it does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.debrief import BenefitStory
from game.debrief.standing import standings
from game.i18n import words
from game.report.registers import registers
from game.report.source import open_session
from game.session import RegisterSubject, SavedSession
from game.table.after.action_list.fields import who_hint
from game.table.after.debrief.checks import ChecksPage
from game.table.after.debrief.owners import OwnersPage
from game.table.after.register.dialog import RegisterDialog
from tests import staging
from tests.table.debriefing import BACK, NEXT, shown, to
from tests.table.driver import squeezed
from tests.table.following_up import ESCAPE, Room

TITLE = "Fewer letters that come back"


@pytest.fixture
def saved(tmp_path: Path) -> SavedSession:
    """A game with benefits that somebody owns, and some that nobody owns."""
    return SavedSession(staging.whole_game(tmp_path, "method", 2, 4)[0].path)


def stories(saved: SavedSession) -> tuple[list[BenefitStory], list[BenefitStory]]:
    """The benefits that have an owner when the game is over, and those that have none."""
    _, screen = shown(saved)
    lying = [b for b in screen.discussion.debrief.benefits if not (b.put_away or b.downside)]
    return [b for b in lying if b.anchored], [b for b in lying if not b.anchored]


def row(story: BenefitStory) -> RegisterSubject:
    return ("benefit", *story.benefit.key, None)


def owners(saved: SavedSession, lang: str = "en", *, named: bool = True) -> str:
    """All that the pages say of who answers for what."""
    driver, screen = shown(saved, lang=lang)
    screen.discussion.named = named
    to(driver, screen, ChecksPage)
    told = ""
    while not told or any(isinstance(page, OwnersPage) for page in screen.pages[screen.at + 1 :]):
        driver.key(NEXT)
        driver.look()
        if any(widget.key == "more" for widget in screen.ui.widgets) and not told:
            driver.click("more")
        told += driver.texts
    return squeezed(told)


def followed(saved: SavedSession, part: str = "benefits") -> str:
    room = Room(saved)
    room.part(part)
    told = ""
    while room.screen.pages[room.screen.at].phase == part:
        told += room.texts
        if room.screen.at == room.screen.count - 1:
            break
        room.key(NEXT)
    return squeezed(told)


def asked(saved: SavedSession) -> str:
    return followed(saved, "ask")


def test_the_debrief_tells_who_owns_it_by_now_and_what_it_is_called(saved: SavedSession) -> None:
    owned, nobodys = stories(saved)
    saved.fill(row(owned[0]), "owner_name", "Hanne Bech", "imported")
    saved.fill(row(owned[0]), "owner_role", "Head of finance", "imported")
    saved.fill(row(nobodys[0]), "owner_name", "Pia Vest", "asked")
    saved.fill(row(nobodys[0]), "title", TITLE, "imported")
    told = owners(saved)
    for text in ("Hanne Bech (Head of finance)", "Pia Vest", TITLE):
        assert squeezed(text) in told, text
    hidden = owners(saved, named=False)
    assert squeezed("Head of finance") in hidden
    assert not [name for name in ("Hanne", "Bech", "Pia", "Vest") if name in hidden]


def test_nobody_answers_for_what_was_shelved_or_given_back(saved: SavedSession) -> None:
    owned, _ = stories(saved)
    for story in owned:
        saved.fill(row(story), "owner_role", "", "imported")
        saved.fill(row(story), "owner_name", "", "imported")
    driver, screen = shown(saved)
    assert not any(isinstance(page, OwnersPage) for page in screen.pages)
    saved.fill(row(owned[0]), "owner_role", "Head of finance", "imported")
    driver, screen = shown(saved)
    to(driver, screen, OwnersPage)
    saved.fill(row(owned[0]), "status", "shelved", "imported")
    driver, screen = shown(saved)
    assert not any(isinstance(page, OwnersPage) for page in screen.pages)


def test_an_owner_who_is_filled_in_has_a_page_at_once(saved: SavedSession) -> None:
    owned, nobodys = stories(saved)
    for story in owned:
        saved.fill(row(story), "owner_role", "", "imported")
        saved.fill(row(story), "owner_name", "", "imported")
    driver, screen = shown(saved)
    to(driver, screen, ChecksPage)
    screen.discussion.additions.fill(row(nobodys[0]), "owner_name", "Pia Vest", "asked")
    driver.key(BACK)
    driver.key(NEXT)
    driver.key(NEXT)
    assert squeezed("Pia Vest") in squeezed(driver.texts)


def test_the_follow_up_asks_by_the_owner_that_there_is_now(saved: SavedSession) -> None:
    owned, nobodys = stories(saved)
    assert squeezed("nobody owns it") in followed(saved)
    saved.fill(row(owned[0]), "owner_name", "Hanne Bech", "imported")
    saved.fill(row(owned[0]), "owner_role", "Head of finance", "imported")
    for story in nobodys:
        saved.fill(row(story), "owner_name", "Pia Vest", "imported")
    told = followed(saved)
    assert squeezed("Hanne Bech (Head of finance)") in told
    assert squeezed("Pia Vest") in told
    assert squeezed("nobody owns it") not in told + asked(saved)


def test_what_was_shelved_since_is_asked_about_no_more(saved: SavedSession) -> None:
    owned, nobodys = stories(saved)
    for story in (*owned, *nobodys):
        saved.fill(row(story), "title", f"{TITLE} {story.benefit.key}", "imported")
    saved.fill(row(owned[0]), "status", "shelved", "imported")
    saved.fill(row(nobodys[0]), "status", "shelved", "imported")
    gone = [squeezed(f"{TITLE} {s.benefit.key}") for s in (owned[0], nobodys[0])]
    told = followed(saved) + followed(saved, "summary") + asked(saved)
    assert squeezed(TITLE) in told
    assert not [title for title in gone if title in told]


def test_what_was_measured_before_it_was_shelved_says_that_it_was(saved: SavedSession) -> None:
    owned, _ = stories(saved)
    idea, track = owned[0].benefit.key
    saved.outcome(idea=idea, track=track, value=12, day=date(2027, 1, 4), by="Ane")
    saved.fill(row(owned[0]), "status", "shelved", "imported")
    assert squeezed("shelved since the game") in followed(saved)


def test_the_register_read_back_in_the_meeting_takes_what_it_shelved_off_the_pages(
    saved: SavedSession,
) -> None:
    owned, nobodys = stories(saved)
    room = Room(saved)
    room.part("benefits")
    count = len(room.screen.meeting.found.benefits)
    room.click("register")
    for story in (*owned, *nobodys):
        saved.fill(row(story), "status", "shelved", "imported")
    dialog = room.app.top
    assert isinstance(dialog, RegisterDialog)
    dialog.done()
    room.key(ESCAPE)
    assert len(room.screen.meeting.found.benefits) == count - len(owned) - len(nobodys)
    assert room.screen.at < room.screen.count
    assert squeezed("No benefit was claimed") not in squeezed(room.texts)


def test_the_owner_who_was_filled_in_is_proposed_for_a_step(saved: SavedSession) -> None:
    owned, _ = stories(saved)
    _, screen = shown(saved)
    risk = next(r.risk for r in screen.discussion.debrief.risks if r.named and r.fate != "false")
    saved.fill(row(owned[0]), "owner_role", "Head of finance", "imported")
    saved.fill(("risk", risk.idea.id, None, risk.id), "owner", "Torben Lund", "imported")
    driver, screen = shown(saved)
    t, d = driver.app.t, screen.discussion
    assert who_hint(d, t, (*owned[0].benefit.key, None), "Who?") == (
        "The owner, Head of finance? Or who?"
    )
    assert who_hint(d, t, (risk.idea.id, None, risk.id), "Who?") == (
        "The owner, Torben Lund? Or who?"
    )
    saved.fill(row(owned[0]), "status", "shelved", "imported")
    _, screen = shown(saved)
    assert who_hint(screen.discussion, t, (*owned[0].benefit.key, None), "Who?") == "Who?"


@pytest.mark.parametrize(
    "columns", [("owner_role",), ("owner_name",), ("owner_role", "owner_name")]
)
@pytest.mark.parametrize("content", ["", "Pia Vest"])
def test_screen_and_register_agree_on_who_is_owned(
    saved: SavedSession, columns: tuple[str, ...], content: str
) -> None:
    owned, nobodys = stories(saved)
    for story in (owned[0], nobodys[0]):
        for column in columns:
            saved.fill(row(story), column, content, "imported")
    source = open_session(saved.path, words("en"))
    rows = {(b.idea, b.track): b for b in registers(source).benefits}
    for standing in standings(source.debrief, saved.log):
        assert standing.owned == bool(rows[standing.key].owner), standing.key
        assert standing.put_away == (rows[standing.key].status == "shelved")
