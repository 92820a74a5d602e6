"""What a phone may say, and what becomes of all else: without a browser, word by word."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Any
from unittest.mock import Mock

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from game.engine import actions as act
from game.engine import legal
from game.engine.json_values import encode
from game.phones import limits
from game.phones.deeds import AT_THE_SCREEN, GUEST, NOT_YOURS
from game.phones.mailbox import Connection
from game.phones.rate import who_gives_way
from game.phones.room import Member
from game.table.setup.settings import SettingsScreen
from tests.phones.hall import Hall, hall
from tests.phones.wire import Wire, heading, seated, wire
from tests.rows import each_row


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A table with four seats; what a test leaves there disturbs no other."""
    with hall(tmp_path_factory.mktemp("hall"), lang="en") as opened:
        opened.clear_board()
        yield opened


@pytest.fixture(autouse=True)
def _tidy(at: Hall) -> Iterator[None]:
    """Nobody is in the room, the door is open, and no turns are played by phone."""
    yield
    at.at_table(lambda: _clear(at))


def _clear(at: Hall) -> None:
    for member in list(at.room.members.values()):
        at.phones.send_out(member)
    at.room.lock(False)
    at.room.allow_turns(False)
    at.room._tries._wrong.clear()


def _answer(at: Hall, path: str, **headers: str) -> http.client.HTTPResponse:
    place = at.phones.place
    assert place is not None
    connection = http.client.HTTPConnection(place.ip, place.port, timeout=10)
    connection.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


# ------------------------------------------------------------------ files
def test_a_page_that_was_asked_for_by_another_name_is_not_given(at: Hall) -> None:
    assert _answer(at, "/").status == 200
    assert _answer(at, "/", Host="evil.example").status == 421


@each_row(
    "path",
    [
        *("/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "/phone.js.j2", "/now.html.j2"),
        *("/picture/..", "/picture/%00.svg", "/picture/../../x.svg", "//etc/passwd"),
        *("/phone.css/", "/index.html"),
    ],
)
def test_no_path_leads_to_another_file(at: Hall, path: str) -> None:
    assert _answer(at, path).status == 404


@pytest.mark.parametrize("path", ["/", "/phone.js", "/phone.css", "/nothing"])
def test_a_browser_may_only_show_what_comes(at: Hall, path: str) -> None:
    headers = _answer(at, path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers


def test_nothing_on_the_page_is_loaded_from_elsewhere(at: Hall) -> None:
    for path in ("/", "/phone.js", "/phone.css"):
        text = _answer(at, path).read().decode()
        assert "http://" not in text
        assert "https://" not in text
        assert " on" + "click=" not in text


# ------------------------------------------------------------------ who may talk
@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "https://127.0.0.1"])
def test_a_page_from_elsewhere_may_not_talk(at: Hall, origin: Any) -> None:
    with pytest.raises(InvalidStatus) as refused, wire(at, origin=origin):
        pass
    assert refused.value.response.status_code == 403


def test_a_name_that_leads_here_may_not_be_used_to_talk(at: Hall) -> None:
    place = at.phones.place
    assert place is not None
    answer = _answer(
        at, "/phone", Host="evil.example", Origin=f"http://{place.host}", Connection="Upgrade",
        Upgrade="websocket", **{"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Version": "13"},
    )  # fmt: skip
    assert answer.status == 403


@pytest.mark.parametrize("first", ['{"say":"stand"}', "{}", "[", "null", '{"say":"hello","x":1}'])
def test_who_does_not_say_hello_first_is_not_heard(at: Hall, first: str) -> None:
    with wire(at) as phone:
        phone.socket.send(first)
        assert phone.closed()
    assert phone.told == []


def test_what_is_no_text_is_dropped(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        phone.socket.send(b"\x00\xff" * 100)
        phone.say("look", page="cards")
        assert phone.until_page('data-page="cards"')


@pytest.mark.parametrize("length", [limits.MAX_MESSAGE + 1, 5_000_000])
def test_what_is_too_long_ends_the_connection(at: Hall, length: int) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        phone.socket.send("x" * length)  # it is packed on the way: a few kilobytes
        assert phone.closed()


def test_who_says_too_much_is_not_heard_and_then_cut_off(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        for n in range(400):
            try:
                phone.say("look", page="table" if n % 2 else "cards")
            except ConnectionClosed:
                break
        assert phone.closed()


# ------------------------------------------------------------------ the door
def test_a_wrong_code_opens_nothing_and_after_some_one_has_to_wait(at: Hall) -> None:
    with wire(at) as phone:
        phone.say("hello", lang="en")
        said = []
        for _ in range(limits.WRONG_CODES + 1):
            phone.say("join", name="Eve", code="AAAA")
            said.append(phone.toast())
        assert set(said[:-1]) == {"That is not the code on the screen."}
        assert said[-1].startswith("Too many wrong codes.")
        phone.say("join", name="Eve", code=at.room.code)
        assert phone.toast().startswith("Too many wrong codes.")
        assert not at.room.members
        phone.say("join", name="Ane", secret=at.room.secret)  # nobody guesses it
        assert phone.until(lambda told: "token" in told)


def test_a_secret_of_another_game_is_forgotten(at: Hall) -> None:
    with wire(at) as phone:
        phone.say("hello")
        phone.say("join", name="Ane", secret="of-yesterday-0000")
        assert phone.until(lambda told: "secret" in told)["secret"] == ""
        phone.say("join", name="Ane", code=f" {at.room.code.lower()} ")
        assert phone.until(lambda told: "token" in told)


def test_a_locked_room_lets_nobody_new_in(at: Hall) -> None:
    with wire(at) as inside, wire(at) as outside:
        token = inside.join("Ane", at).token
        at.at_table(lambda: at.room.lock(True))
        outside.say("hello", lang="en")
        outside.say("join", name="Bo", secret=at.room.secret)
        assert outside.toast().startswith("The room is locked.")
        outside.say("hello", token=token)  # who is in may come back
        assert outside.until_page('data-page="now"')


def test_who_is_taken_out_finds_the_door_closed(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Eve", at).sit(1, at)
        secret, code = at.room.secret, at.room.code
        at.at_table(lambda: at.phones.send_out(at.called("Eve")))
        assert phone.until(lambda told: "toast" in told)["token"] == ""
        assert phone.closed()
    assert at.room.at(1) is None
    with wire(at) as again:
        again.say("hello", token=phone.told[1].get("token", "x" * 32))
        again.say("join", name="Eve", secret=secret)
        assert again.until(lambda told: "secret" in told)
        again.say("join", name="Eve", code=code)
        again.toast()
    assert not at.room.members


def test_who_is_in_cannot_come_in_once_more(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        for _ in range(10):
            phone.say("join", name="Ane", secret=at.room.secret)
        phone.say("look", page="table")
        phone.until_page('data-page="table"')
    assert len(at.room.members) == 1


def test_a_full_room_forgets_guests_who_went(at: Hall) -> None:
    def crowd() -> None:
        for n in range(limits.MAX_MEMBERS - len(at.room.members)):
            at.room.come_in(f"N{n}")

    with wire(at) as phone:
        first = phone.join("Ane", at).token
        at.at_table(crowd)
        assert at.at_table(lambda: at.room.come_in("Bo"))
    assert first in at.room.members
    assert len(at.room.members) == limits.MAX_MEMBERS


def test_those_who_do_not_come_in_keep_nobody_out(at: Hall) -> None:
    with wire(at) as inside:
        inside.join("Ane", at)
        strangers = []
        for _ in range(limits.MAX_PHONES + 5):
            stranger = wire(at)
            strangers.append(stranger)
            stranger.__enter__().say("hello")
        with wire(at) as late:
            late.join("Bo", at)
        at.wait_for(lambda: at.phones.connections <= limits.MAX_PHONES)
        inside.say("look", page="table")
        assert inside.until_page('data-page="table"')
        for stranger in strangers:
            stranger.__exit__(None, None, None)


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost:"])
def test_connections_without_end_take_nothing_from_the_others(at: Hall, said: bytes) -> None:
    place, server = at.phones.place, at.phones._server
    assert place is not None
    assert server is not None
    with wire(at) as inside, ExitStack() as stack:
        inside.join("Ane", at)
        most = 0
        for _ in range(3 * limits.MAX_OPEN):
            silent = stack.enter_context(socket.create_connection((place.ip, place.port), 10))
            with suppress(ConnectionError):
                silent.sendall(said)
            most = max(most, len(server._server.server_state.connections))
        assert most <= limits.MAX_OPEN + 4 * limits.ACCEPTED_AT_ONCE
        assert _answer(at, "/").status == 200
        with wire(at) as late:
            late.join("Bo", at)
        inside.say("look", page="table")
        assert inside.until_page('data-page="table"')


def test_who_takes_most_of_the_room_gives_way() -> None:
    def way(*addresses: str) -> int:
        return who_gives_way([Connection(n, a, Mock()) for n, a in enumerate(addresses)]).number

    assert way("a", "b", "b", "c") == 1
    assert way("a", "b", "c") == 0, "the first, where no address has more than another"
    assert way(*"a" * 40) == 0, "a class behind one address: as if it were no class"


def test_who_connects_and_asks_nothing_is_dropped(
    at: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "GREETING_WITHIN", 0.1)
    place = at.phones.place
    assert place is not None
    for said in (b"", b"GET / HTTP/1.1\r\nHost:"):
        with socket.create_connection((place.ip, place.port), timeout=10) as silent:
            silent.sendall(said)
            assert _is_dropped(silent)
    with wire(at) as phone:
        assert phone.closed()


def _is_dropped(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


# ------------------------------------------------------------------ seats
def test_a_seat_is_given_by_the_table_alone(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        phone.say("sit", seat=2)
        assert "Cecilie" in phone.until_page("The table is asked")
        card = at.at_table(lambda: at.game.state.idea_hands[0][0])
        at.at_table(lambda: at.game.do(act.CallEstimates(card, "citizen")))
        phone.say("estimate", value=3)
        assert phone.toast() == GUEST
        assert at.at_table(lambda: at.game.state.poker.given[2]) is None
        at.at_table(lambda: at.game.do(act.CloseEstimates()))
        at.at_table(lambda: at.game.undo())
        at.at_table(lambda: at.game.undo())


def test_a_seat_that_another_phone_has_is_not_given(at: Hall) -> None:
    with seated(at, 1), wire(at) as other:
        other.join("Bo", at)
        other.say("sit", seat=0)
        at.wait_for(lambda: at.called("Bo").wants == 0)
        assert not at.at_table(lambda: at.phones.let_sit(at.called("Bo")))


def test_a_seat_whose_phone_is_away_is_given_on(at: Hall) -> None:
    """The laptop's address may be another one, and to a browser that is another page."""
    with seated(at, 1):
        old = at.at_table(lambda: at.room.at(0))
        assert old is not None
    at.wait_for(lambda: not old.here)
    with wire(at) as other:
        other.join("Bo", at)
        other.say("sit", seat=0)
        at.wait_for(lambda: at.called("Bo").wants == 0)
        assert at.at_table(lambda: at.phones.let_sit(at.called("Bo")))
        assert old.seat is None


def test_no_seat_beyond_the_table_can_be_asked_for(at: Hall) -> None:
    with wire(at) as phone:
        phone.join("Ane", at)
        phone.say("sit", seat=7)
        phone.say("look", page="table")
        phone.until_page('data-page="table"')
        assert at.called("Ane").wants is None


def test_two_pages_of_one_phone_are_one_hand(at: Hall) -> None:
    with seated(at, 1) as (one,), wire(at) as other:
        other.say("hello", token=one.token)
        other.until_page("Ane")
        other.say("look", page="cards")
        assert one.until_page('data-page="cards"')
        other.socket.close()
        assert at.room.at(0) is not None
        one.say("look", page="table")
        one.until_page('data-page="table"')
        assert at.room.members[one.token].here


def test_a_phone_has_only_so_many_pages_open(at: Hall) -> None:
    with seated(at, 1) as (first,):
        others = [wire(at) for _ in range(limits.PAGES_OF_ONE)]
        for other in others:
            page = other.__enter__()
            page.say("hello", token=first.token)
            page.until_page("Ane")
        assert first.closed()
        for other in others:
            other.__exit__(None, None, None)


# ------------------------------------------------------------------ what is done
def _do(phone: Wire, action: object) -> None:
    phone.say("do", action=encode(action))


def test_turns_are_played_by_phone_only_where_that_is_allowed(at: Hall) -> None:
    with seated(at, 1) as (phone,):
        before = at.game.state
        action = next(a for a in legal(before) if isinstance(a, act.PlaceIdea))
        _do(phone, action)
        assert phone.toast() == "At this table turns are played at the screen."
        assert at.game.state is before
        at.at_table(lambda: at.room.allow_turns(True))
        at.at_table(lambda: at.flow.app.push(SettingsScreen(at.game.set_language)))
        _do(phone, action)
        assert phone.toast().startswith("Something is open on the board.")
        at.clear_board()
        _do(phone, action)
        at.wait_for(lambda: at.game.state is not before)
        assert at.game.session.history[-1].sender.who == "P0"
        at.clear_board()
        at.at_table(lambda: at.game.undo())


def test_no_phone_decides_for_another_seat_or_for_the_facilitator(at: Hall) -> None:
    at.at_table(lambda: at.room.allow_turns(True))
    with seated(at, 2) as (first, second):
        state = at.game.state
        others = next(a for a in legal(state) if getattr(a, "seat", None) == 0)
        for action in (others, act.Pass(0), act.SkipTurn(), act.EndPhase(), act.Proceed(),
                       act.Leave(1), act.CallEstimates(state.idea_hands[0][0], "citizen"),
                       act.GiveEstimate(0, 3)):  # fmt: skip
            _do(second, action)
            assert second.toast() == NOT_YOURS
        for action in (act.Adjust(0, "i1", "effect"), act.GiveEstimate(0, 3)):
            _do(first, action)
            assert first.toast() == AT_THE_SCREEN
        _do(first, act.SkipTurn())
        assert first.toast() == NOT_YOURS
        assert at.game.state is state


@pytest.mark.parametrize(
    "raw",
    [{}, {"type": "Nothing"}, {"type": "Pass", "seat": "0"}, {"type": 3},
     {"type": ["Pass"]}, {"type": "Pass", "seat": 0, "more": 1},
     {"type": "PlaceIdea", "seat": 0, "card": "../x", "estimate": 10**9}],
)  # fmt: skip
def test_what_is_no_action_is_refused_in_words(at: Hall, raw: dict[str, Any]) -> None:
    at.at_table(lambda: at.room.allow_turns(True))
    with seated(at, 1) as (phone,):
        before = at.game.state
        phone.say("do", action=raw)
        assert phone.toast()
        assert at.game.state is before


def test_a_phone_writes_no_more_into_the_session_than_a_person(at: Hall) -> None:
    with seated(at, 1) as (phone,):
        me = at.room.members[phone.token]
        at.at_table(lambda: me.pace.take(time.monotonic()))
        while at.at_table(lambda: me.pace.take(time.monotonic())):
            pass
        phone.say("vote", dots=[1])
        assert phone.toast().startswith("That was a lot at once.")


def test_a_sheet_counts_once_and_only_so_many_are_taken(at: Hall) -> None:
    with seated(at, 1) as (phone,):
        phone.say("write", text="Nobody writes yet")
        assert phone.toast().startswith("Nobody writes any more")
        at.at_table(lambda: at.game.begin_writing("ideas", 0))
        me = at.room.members[phone.token]
        for _ in range(3):
            phone.say("write", text="  A  ramp\nby the door ")
        at.wait_for(lambda: me.sheets)
        phone.say("look", page="table")
        phone.until_page('data-page="table"')
        writing = at.game.session.log.writing
        assert [sheet.text for sheet in writing.sheets.values()] == ["A ramp by the door"]
        phone.say("withdraw", sheet=me.sheets[0])
        at.wait_for(lambda: not at.game.session.log.writing.sheets)
        at.at_table(lambda: at.game.session.end_writing())


def test_nobody_takes_the_sheet_of_another_back(at: Hall) -> None:
    with seated(at, 2) as (one, other):
        at.at_table(lambda: at.game.begin_writing("risks", 0))
        one.say("write", text="Nobody was told")
        at.wait_for(lambda: at.game.session.log.writing.sheets)
        (number,) = at.game.session.log.writing.sheets
        other.say("withdraw", sheet=number)
        other.say("look", page="table")
        other.until_page('data-page="table"')
        assert number in at.game.session.log.writing.sheets
        assert "Nobody was told" not in json.dumps(other.told)
        at.at_table(lambda: at.game.session.end_writing())


# ------------------------------------------------------------------ slow and broken phones
def test_a_phone_that_reads_nothing_holds_up_nobody(at: Hall) -> None:
    place = at.phones.place
    assert place is not None
    with seated(at, 1) as (phone,), wire(at) as deaf:
        deaf.join("Deaf", at)
        at.at_table(lambda: _send_much(at, at.room.members[deaf.token]))
        phone.say("look", page="table")
        assert phone.until_page('data-page="table"')
        assert len(at.frames) > 0


def _send_much(at: Hall, member: Member) -> None:
    """Send somebody more pages than a connection holds."""
    for n in range(100):
        member.page = "cards" if n % 2 else "now"
        at.phones.refresh()
        at.phones.poll()


def test_a_phone_hears_that_the_table_is_there(at: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEARTBEAT", 0.05)
    with wire(at) as phone:
        phone.join("Ane", at)
        assert phone.until(lambda told: told == {}) == {}


# ------------------------------------------------------------------ language
def test_each_phone_reads_its_own_language_from_the_door_on(at: Hall) -> None:
    with wire(at) as phone, wire(at) as other:
        phone.say("hello")
        assert "Come in" in phone.until_page("door")
        phone.say("speak", lang="da")
        assert "Kom ind" in phone.until_page("Kom ind")
        phone.say("join", name="Ane", secret=at.room.secret)
        phone.until_page("Hvem er du")
        other.join("Bo", at)
        assert heading(other.page) == "Who are you at the table?"
        phone.say("speak", lang=None)
        phone.until_page("Who are you")
        at.at_table(lambda: at.game.set_language("da"))
        phone.until_page("Hvem er du")
        at.at_table(lambda: at.game.set_language("en"))
