"""The phones' room, and what everybody does at once: silent writing, and a vote."""

from __future__ import annotations

from typing import Final

from game.engine import actions as act
from game.gui.dialogs.modal import Question
from game.phones.network import Address
from game.phones.room import Room
from game.phones.server import Place
from game.phones.service import Phones
from game.session.group_entries import Asked
from game.table.flow.phone_tables import LaidTable, PhoneTable
from game.table.parts.no_phones_screen import NoPhonesScreen
from game.table.parts.phones_screen import PhonesScreen
from game.table.parts.voting import VotingDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.silent_writing import SilentWriting
from game.table.play.dialogs.vote_on import voting
from game.table.play.game import Game
from game.table.setup.seats import SeatsExits, SeatsScreen
from tests import staging
from tests.phones.at_desk import reraise
from tests.pictures.ideas import claim
from tests.pictures.studio import Studio, look, nothing

PLACE: Final = Place("192.168.137.124", 8080)
WLAN: Final = Address("192.168.1.23", "Intel(R) Wi-Fi 6 AX201 160MHz", likely=True)
MANY: Final = (
    WLAN,
    Address("10.21.108.77", "Realtek USB GbE Family Controller"),
    Address("192.168.137.1", "Microsoft Wi-Fi Direct Virtual Adapter #2"),
    Address("172.29.16.1", "Hyper-V Virtual Ethernet Adapter"),
    Address("10.8.0.6", "tun0"),
    Address("172.17.0.1", "docker0"),
)
COMING: Final = ("Ane", "Bo", "Cecilie", "Dorthe", "Esben", "Fatima", "Gro", "Hans-Henrik")
GUESTS: Final = (
    *("Ida fra Borgerservice", "Jens", "Karen Margrethe Sørensen-Lund", "Lars", "Mette", "Niels"),
    *("Ole", "Pia", "Quang", "Rie", "Søren", "Tove"),
)
PREMORTEM: Final = (
    "Ingen fortalte borgerne om det",
    "Systemet var nede hver mandag",
    "ingen fortalte borgerne om det!",
    "Lederen skiftede job",
    "Vi målte det aldrig",
    "Ferien kom i vejen for uddannelsen af de nye medarbejdere i skranken",
    "Budgettet røg",
    "Leverandøren gik konkurs",
    "Systemet var nede om mandagen",
)


class OpenPhones(Phones):
    """Phones that seem to be connected at a place; nothing listens."""

    place = PLACE


def room(phones: Phones) -> Room:
    """The room, with letters that are the same in every picture."""
    phones.room.secret, phones.room.code = "s3cret-of-16-chars", "KAFE"
    return phones.room


def come(phones: Phones, *names: str, address: str = "") -> None:
    """People come in by phone."""
    for name in names:
        member = phones.room.come_in(name, address)
        assert member is not None
        member.here = True


def sit(phones: Phones, count: int) -> None:
    """The first who came have the seats, one each."""
    for seat, member in enumerate(list(phones.room.members.values())[:count]):
        phones.room.seat(member, seat)


def at_the_table(studio: Studio, game: Game, *networks: Address, is_open: bool = True) -> Phones:
    """The screen of the phones over a game, with these networks."""
    phones = (OpenPhones if is_open else Phones)(Room(), PhoneTable(game), reraise)
    room(phones)
    names = [seat.name for seat in game.state.seats]
    studio.app.push(PhonesScreen(phones, lambda: names, lambda: networks))
    return phones


@look("38b-phones-closed", PhonesScreen)
def _closed(studio: Studio) -> None:
    at_the_table(studio, studio.middle(), WLAN, is_open=False)


@look("38c-phones-networks", PhonesScreen)
def _networks(studio: Studio) -> None:
    at_the_table(studio, studio.middle(), *MANY, is_open=False)


@look("38d-phones-no-network", PhonesScreen)
def _no_network(studio: Studio) -> None:
    at_the_table(studio, studio.middle(), is_open=False)


@look("38e-phones-nobody", PhonesScreen)
def _nobody(studio: Studio) -> None:
    """Opened before there is a game: nobody has come, and no seat is laid."""
    phones = OpenPhones(Room(), LaidTable(studio.app, staging.case()), reraise)
    room(phones)
    studio.show(PhonesScreen(phones, list))


@look("38f-phones-three", PhonesScreen)
def _three(studio: Studio) -> None:
    """Two have a seat, of whom one is away, and one asks for another."""
    phones = at_the_table(studio, studio.middle(), WLAN)
    come(phones, *COMING[:3])
    sit(phones, 2)
    away, asking = list(phones.room.members.values())[1:]
    away.here = False
    phones.room.ask_for(asking, 2)


@look("38g-phones-full", PhonesScreen)
def _full(studio: Studio) -> None:
    """Eight seats and twelve guests, of whom two ask for a seat."""
    phones = at_the_table(studio, _eight(studio), WLAN)
    come(phones, *COMING, *GUESTS)
    sit(phones, 8)
    for guest in list(phones.room.members.values())[-2:]:
        phones.room.ask_for(guest, 2)


@look("38g2-phones-of-one-address", PhonesScreen)
def _of_one_address(studio: Studio) -> None:
    """Eight seats, and guests who all come from one address."""
    phones = at_the_table(studio, _eight(studio), WLAN)
    come(phones, *COMING)
    sit(phones, 8)
    come(phones, *GUESTS, address="192.168.1.66")


@look("38h-phones-locked", PhonesScreen)
def _locked(studio: Studio) -> None:
    phones = at_the_table(studio, studio.middle(), WLAN)
    come(phones, *COMING[:4])
    sit(phones, 4)
    phones.room.lock(True)


@look("38i-phones-gone", PhonesScreen)
def _gone(studio: Studio) -> None:
    """The laptop has left the network that the room was open in."""
    phones = at_the_table(studio, studio.middle(), *MANY[:2])
    phones.fault = "gone"


@look("38j-phones-missing", NoPhonesScreen)
def _missing(studio: Studio) -> None:
    studio.middle()
    studio.app.push(NoPhonesScreen(["starlette", "uvicorn", "websockets", "segno", "ifaddr"]))


def _eight(studio: Studio) -> Game:
    """A game of eight."""
    game = studio.middle()
    for name in COMING[4:]:
        game.do(act.Arrive(name))
    return game


class _Arrivals:
    """The way to the phones, by which these have come."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def arrivals(self) -> dict[int, str]:
        """Number and name."""
        return dict(enumerate(self._names, 1))

    screen = give_seats = staticmethod(nothing)


@look("07d-seats-arrivals", SeatsScreen)
def _arrivals(studio: Studio) -> None:
    """Three have come by phone while the table is laid."""
    screen = SeatsScreen(staging.case(), SeatsExits(nothing, nothing, _Arrivals(*COMING[:3])))
    studio.show(screen)
    studio.app.advance(0.1)


# ------------------------------------------------------------------ silent writing
def _writing(studio: Studio, asks: Asked | None, *texts: str) -> SilentWriting:
    """Silent writing about something, with what was written so far."""
    dialog = SilentWriting(studio.middle(), nothing)
    studio.app.push(dialog)
    if asks is not None:
        dialog._begin(asks)
    for text in texts:
        dialog.game.session.add_sheet(text)
    return dialog


@look("34g-writing-choose", SilentWriting)
def _choose(studio: Studio) -> None:
    _writing(studio, None)


@look("34h-writing-open", SilentWriting)
def _open(studio: Studio) -> None:
    _writing(studio, "risks", *PREMORTEM)


@look("34i-writing-face-down", SilentWriting)
def _face_down(studio: Studio) -> None:
    _writing(studio, "benefits", *PREMORTEM)._stop()


def _turned(studio: Studio, *texts: str) -> SilentWriting:
    dialog = _writing(studio, "risks", *texts)
    dialog._stop()
    dialog.turn_all()
    return dialog


@look("34j-writing-turned", SilentWriting)
def _all_turned(studio: Studio) -> None:
    _turned(studio, *PREMORTEM)


@look("34k-writing-held", SilentWriting)
def _held(studio: Studio) -> None:
    """Alike ones lie together, and the topmost is held."""
    dialog = _turned(studio, *PREMORTEM)
    dialog.sheets._put_together()
    assert dialog.writing is not None
    dialog.sheets._press(dialog.writing.on_top()[0])


@look("34l-writing-sixty", SilentWriting)
def _sixty(studio: Studio) -> None:
    texts = [f"{text} ({n})" for n in range(1, 8) for text in PREMORTEM][:60]
    _turned(studio, *texts)


# ------------------------------------------------------------------ a vote
def _vote(studio: Studio) -> Game:
    """A vote on what was written, which is about to begin."""
    game = _turned(studio, *PREMORTEM).game
    studio.app.pop(studio.app.top)
    dialog = voting(game)
    dialog.source = "sheets"
    studio.app.push(dialog)
    return game


@look("34m-vote-choose", VotingDialog)
def _about(studio: Studio) -> None:
    _vote(studio)


@look("34m-vote-other", VotingDialog)
def _about_other(studio: Studio) -> None:
    _vote(studio)
    dialog = studio.app.top
    assert isinstance(dialog, VotingDialog)
    dialog.source = "written"
    dialog.refresh()


def _voted(studio: Studio) -> Game:
    """The same when three have voted."""
    game = _vote(studio)
    game.session.begin_vote("Hvad betyder mest?", PREMORTEM[:6], 3)
    for who, dots in ((1, (2, 1)), (2, (1, 0, 2)), (3, (0, 0, 1, 2))):
        game.session.cast(who, [*dots, *[0] * (6 - len(dots))])
    return game


@look("34n-vote-open", VotingDialog)
def _voting(studio: Studio) -> None:
    _voted(studio)


@look("34o-vote-counted", VotingDialog)
def _counted(studio: Studio) -> None:
    _voted(studio).session.end_vote()


@look("34p-vote-left", Question)
def _vote_left(studio: Studio) -> None:
    _voted(studio)
    studio.app.top.back()


# ------------------------------------------------------------------ beside the table
@look("35d-poker-by-phone", PokerScreen)
def _poker(studio: Studio) -> None:
    """Five of eight have given their number by phone, one of them no opinion."""
    game = _eight(studio)
    game.by_phone = lambda: frozenset(range(8))
    idea, track = claim(game, owned=False)
    game.do(act.CallEstimates(idea.id, track))
    for seat, value in ((0, 4), (2, None), (3, 2), (6, 5), (7, 3)):
        game.do(act.GiveEstimate(seat, value))
    studio.app.advance(0.1)


@look("30e-facilitator-eight", Console)
def _console(studio: Studio) -> None:
    """Eight at the table, and the rows for phones among the others."""
    _eight(studio)
    studio.app.push(Console(studio.services))
