"""What nobody foresaw of one phone costs that phone its connection, and never the table."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.engine import actions as act
from game.i18n import Words
from game.phones import service
from game.phones.room import Member
from game.table.flow.phone_tables import PhoneTable
from game.table.play.table import TableScreen
from tests.browser import chromium, needs_browser
from tests.phones.at_desk import Phone, desk_at, look, phone_of
from tests.phones.gallery import come_in
from tests.phones.hall import hall
from tests.phones.wire import Wire, wire
from tests.table.sitting import Sitting


class Faulty(PhoneTable):
    """A table that fails in what is Danish, and with whatever anybody votes."""

    mended = False

    def last_line(self, t: Words) -> str:
        if t.lang == "da" and not self.mended:
            raise KeyError("in a page")
        return self.game.line_of_last(t)

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        raise ZeroDivisionError("in a vote")


class Broken:
    """A table that fails at times, with a phone that shall come to no harm."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[Exception] = []
        self.sitting = Sitting(folder)
        self.table = Faulty(self.sitting.game)
        self.desk = desk_at(self.table, self.faults.append)
        self.ane, self.bo = phone_of(self.desk, "Ane", 0), phone_of(self.desk, "Bo", 1)

    def back(self) -> Phone:
        """Ane's phone, connected anew."""
        phone = Phone(9, self.desk)
        phone.token = self.ane.token
        phone.say({"say": "hello", "token": phone.token})
        return phone


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    return Broken(tmp_path)


def test_a_fault_in_what_a_phone_says_costs_it_its_connection(broken: Broken) -> None:
    broken.ane.say({"say": "look", "page": "cards"})
    broken.ane.say({"say": "vote", "dots": [1]})
    assert [type(fault) for fault in broken.faults] == [ZeroDivisionError]
    assert broken.ane.hung_up
    assert broken.ane.toasts[-1].startswith("Something went wrong in the program.")
    assert not broken.ane.member.here
    broken.bo.say({"say": "look", "page": "role"})
    assert not broken.bo.hung_up
    assert 'data-page="role"' in broken.bo.page
    phone = broken.back()
    assert phone.member.here
    assert 'data-page="now"' in phone.page, "not where the fault was"
    assert "Ane" in phone.text


def test_a_fault_in_what_a_phone_is_shown_costs_it_its_connection(broken: Broken) -> None:
    pages = len(broken.bo.pages)
    broken.ane.say({"say": "speak", "lang": "da"})
    assert broken.ane.hung_up
    assert broken.ane.toasts[-1].startswith("Der gik noget galt i programmet.")
    broken.sitting.do(act.Pass(0))
    look(broken.desk)
    assert len(broken.bo.pages) > pages, "the others go on"
    assert broken.back().page == "", "as long as it fails"
    assert len(broken.faults) == 2
    broken.table.mended = True
    assert "Ane" in broken.back().text


def told_in_the_end(phone: Wire) -> str:
    """What a phone is told that votes, before the table ends the connection."""
    phone.say("vote", dots=[1])
    assert phone.closed()
    return str(phone.told[-1].get("toast"))


def test_the_table_goes_on_and_the_fault_is_in_the_log_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(table: PhoneTable, member: Member, dots: Sequence[int], t: Words) -> str:
        raise ZeroDivisionError("in a vote")

    monkeypatch.setattr(PhoneTable, "cast", fail)
    with hall(tmp_path, lang="en", faults=1) as at, wire(at) as good:
        at.clear_board()
        good.join("Bo", at)
        with wire(at) as bad:
            token = bad.join("Ane", at).token
            assert told_in_the_end(bad).startswith("Something went wrong")
        with wire(at) as again:
            again.say("hello", token=token)
            assert again.until_page('data-page="now"')
            assert told_in_the_end(again).startswith("Something went wrong")
        good.say("look", page="table")
        assert good.until_page('data-page="table"')
        assert at.at_table(lambda: isinstance(at.flow.app.top, TableScreen))


def test_a_look_at_the_network_that_fails_costs_the_room_and_not_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(ip: str) -> bool:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(service, "is_ours", fail)
    with hall(tmp_path, lang="en", faults=1) as at:
        at.clear_board()
        at.wait_for(lambda: at.phones.fault == "ended")
        assert at.at_table(lambda: isinstance(at.flow.app.top, TableScreen))


@needs_browser
@pytest.mark.slow
def test_a_phone_without_a_page_tries_ever_more_seldom_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(table: PhoneTable, t: Words) -> str:
        raise KeyError("in a page")

    with hall(tmp_path, faults=1) as at, chromium() as browser:
        page = browser.new_page(locale="da-DK")
        come_in(page, at, "Ane")
        with monkeypatch.context() as broken:
            broken.setattr(PhoneTable, "last_line", failing)
            at.at_table(at.phones.refresh)
            page.wait_for_function("() => wait > 800")
            assert "Der gik noget galt i programmet." in page.inner_text("#toast")
            assert page.is_visible("#line")
        page.wait_for_selector("#line", state="hidden")
        page.wait_for_function("() => wait === 500")
        assert "Ane" in page.inner_text("header")
