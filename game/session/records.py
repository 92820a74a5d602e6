"""The records in the lines of a session: a header, then entries numbered from 1."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Final, Literal

from game.engine import Action, Event, Level, Seat, State
from game.engine.events import Verdict
from game.engine.state import Step
from game.frozen import frozen
from game.i18n import Lang
from game.i18n.when import local
from game.session.annotations import (
    ActionItem,
    CheckIn,
    Note,
    Outcome,
    Tags,
    TalkedOf,
    Withdrawn,
)
from game.session.codec import (
    bad_value,
    decode,
    decode_action,
    decode_events,
    encode,
    keys_differ,
    to_json,
)
from game.session.errors import CodecError
from game.session.group_entries import Ballot, Sheet, SheetsMoved, Vote, Writing
from game.session.limits import LAST_MOMENT, MAX_SECONDS
from game.session.register_entries import RegisterEntry
from game.session.upcasts import FORMAT, Raw

MAX_SCENARIO: Final = 1_000_000
"""In characters; scenario files are not read beyond this either."""


@frozen
class Origin:
    """The origin of a branch: right after an entry (0: the start) of another file.

    ``header`` is the fingerprint of that file (:attr:`game.session.Log.fingerprint`), which
    identifies it under any name.
    """

    file: str
    entry: int
    header: str


@frozen
class Header:
    """The header of a session.

    ``seats`` are as they were requested, before roles were dealt. ``scenario`` is the whole
    text of the case, ``scenario_hash`` its SHA-256. ``created`` is UTC in ISO 8601; a branch has
    that of its origin, whose entries it begins with. ``anonymised``: the names were removed.
    ``level``: on which the case was played; before there were levels it was played as it says.
    """

    rules: int
    scenario_hash: str
    scenario_file: str
    scenario: str
    seed: int
    seats: tuple[Seat, ...]
    lang: Lang
    created: str
    program: str
    origin: Origin | None = None
    anonymised: bool = False
    level: Level | None = None

    @property
    def begun_at(self) -> datetime:
        """When the game was begun, by the clock of where this program runs."""
        return datetime.fromisoformat(self.created).astimezone()

    def moment(self, at: float) -> datetime:
        """So many seconds later, by that clock: it may have gone over to winter time since."""
        return local(self.begun_at.timestamp() + at)


def written_moment(seconds: float) -> str:
    """A moment as it is written, in seconds since 1970: read again even if a clock was far off."""
    seconds = min(max(seconds, 0.0), LAST_MOMENT - 1.0)
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


@frozen
class Sender:
    """Whose phone a decision came from: its number in the room, and who it is, as given on it."""

    phone: int
    who: str


@frozen
class Decision:
    """An accepted action, its events, and the fingerprint of the state after it.

    ``n`` is the entry's number, ``at`` the seconds since the session was created; in all entries.
    ``sender`` is the phone it came from; ``None`` for what was decided at the screen.
    """

    n: int
    at: float
    action: Action
    events: tuple[Event, ...]
    digest: str
    sender: Sender | None = None


@frozen
class Undo:
    """Decision ``of`` was undone."""

    n: int
    at: float
    of: int
    reason: str | None


@frozen
class Redo:
    """Decision ``of`` was redone."""

    n: int
    at: float
    of: int


@frozen
class Bookmark:
    """The facilitator bookmarked the moment, with a note."""

    n: int
    at: float
    note: str


Timed = Literal["turn", "round", "phase"]
TimerMove = Literal["start", "pause", "resume", "more", "stop"]


@frozen
class Timer:
    """A timer was changed; ``seconds`` is the time it started with, was given, or has left."""

    n: int
    at: float
    what: Timed
    move: TimerMove
    seconds: int


@frozen
class Language:
    """The language of the table was changed."""

    n: int
    at: float
    lang: Lang


@frozen
class Guided:
    """The hints for the group were switched on or off."""

    n: int
    at: float
    guided: bool


@frozen
class Resumed:
    """The session was opened again at ``time`` (UTC); ``source`` is the file it continues."""

    n: int
    at: float
    time: str
    program: str
    rules: int
    source: str | None


@frozen
class Repaired:
    """The session was built anew at ``time`` (UTC) from what was whole in the file ``source``.

    ``lost`` are the entries that were not kept, by the numbers that they had there.
    """

    n: int
    at: float
    source: str
    time: str
    program: str
    lost: tuple[int, ...]


Record = (
    Decision
    | Undo
    | Redo
    | Bookmark
    | Timer
    | Language
    | Guided
    | Resumed
    | Repaired
    | Note
    | Outcome
    | CheckIn
    | ActionItem
    | Tags
    | TalkedOf
    | RegisterEntry
    | Withdrawn
    | Writing
    | Sheet
    | SheetsMoved
    | Vote
    | Ballot
)


@frozen
class Progress:
    """The progress of the game, on every line, so that the last one is enough for a summary.

    ``decisions`` counts those in force, ``played`` the seconds at the table, without the time in
    which the file was closed. Files of the first format lack the last three: they are ``None``.
    """

    round: int
    step: Step
    verdict: Verdict | None
    decisions: int | None
    played: float | None


KINDS: Final[dict[str, type[Record]]] = {
    "do": Decision,
    "undo": Undo,
    "redo": Redo,
    "note": Note,
    "bookmark": Bookmark,
    "timer": Timer,
    "lang": Language,
    "guided": Guided,
    "resumed": Resumed,
    "repaired": Repaired,
    "outcome": Outcome,
    "check_in": CheckIn,
    "action_item": ActionItem,
    "tags": Tags,
    "talked_of": TalkedOf,
    "register_entry": RegisterEntry,
    "withdrawn": Withdrawn,
    "writing": Writing,
    "sheet": Sheet,
    "sheets": SheetsMoved,
    "options": Vote,
    "ballot": Ballot,
}
"""An entry's first own field is saved under the key of its kind, the others under their names.

The first of these keys that a line has determines its kind: a note also has ``bookmark``.
"""

_OWN: Final = {key: tuple(f.name for f in fields(cls))[2:] for key, cls in KINDS.items()}
_KEY: Final = {cls: key for key, cls in KINDS.items()}
PROGRESS_FIELDS: Final = tuple(f.name for f in fields(Progress))
_ALWAYS: Final = frozenset(("n", "at", *PROGRESS_FIELDS))
_EXPECTED: Final = {key: _ALWAYS | {key, *own[1:]} for key, own in _OWN.items()}
_LEFT_OUT: Final = frozenset(("sender", "moment"))
"""Fields that stand in a line only where they hold something."""
_BRIEF: Final = {key: expected - _LEFT_OUT for key, expected in _EXPECTED.items()}
_KNOWN: Final = frozenset().union(*_EXPECTED.values(), ("events", "digest", "sender"))
_HEADER: Final = frozenset(f.name for f in fields(Header))
_BEGINNING: Final = frozenset(("gevinstbordet", "format", "events", "digest", *PROGRESS_FIELDS))


# ------------------------------------------------------------------ writing
def raw_header(header: Header, begun: tuple[Event, ...], digest: str, progress: Progress) -> Raw:
    """The first line: the header, and the events of the start."""
    return {
        "gevinstbordet": "session",
        "format": FORMAT,
        **to_json(header),
        "events": [encode(event) for event in begun],
        "digest": digest,
        **to_json(progress),
    }


def raw_record(record: Record, progress: Progress) -> Raw:
    """The line of an entry, with the progress of the game after it."""
    if isinstance(record, Decision):
        return _raw_decision(record, progress)
    key = _KEY[type(record)]
    own = _OWN[key]
    values = {name: to_json(getattr(record, name)) for name in own[1:]}
    return {
        "n": record.n,
        "at": record.at,
        key: to_json(getattr(record, own[0])),
        **{k: value for k, value in values.items() if value is not None or k not in _LEFT_OUT},
        **to_json(progress),
    }


def _raw_decision(decision: Decision, progress: Progress) -> Raw:
    return {
        "n": decision.n,
        "at": decision.at,
        "do": encode(decision.action),
        "events": [encode(event) for event in decision.events],
        "digest": decision.digest,
        **({} if decision.sender is None else {"sender": to_json(decision.sender)}),
        **to_json(progress),
    }


def initial_progress(state: State) -> Progress:
    """The progress of the game before the first decision."""
    return Progress(state.round_now, state.step, state.verdict, 0, 0.0)


# ------------------------------------------------------------------ reading
def header_of(raw: Raw) -> Header:
    """The header in the first line. Raises :class:`CodecError`."""
    if raw.keys() != _HEADER | _BEGINNING:
        raise keys_differ(raw, _HEADER | _BEGINNING, "session")
    digest_of(raw)
    return read_header({name: raw[name] for name in _HEADER})


def read_header(raw: Raw) -> Header:
    """A header with exactly its fields; only the scenario may be longer than other texts."""
    scenario = raw["scenario"]
    if type(scenario) is not str or len(scenario) > MAX_SCENARIO:
        raise bad_value("session.scenario", scenario)
    header = decode(Header, {**raw, "scenario": ""}, "session")
    check_moment("session.created", header.created)
    return replace(header, scenario=scenario)


def check_moment(where: str, text: str) -> None:
    """Raise :class:`CodecError` unless it is a representable time with a time zone."""
    try:
        moment = datetime.fromisoformat(text)
        known = moment.utcoffset() is not None and 0 <= moment.timestamp() < LAST_MOMENT
    except (ValueError, OverflowError):
        known = False
    if not known:
        raise bad_value(where, text)


def progress_of(raw: Raw) -> Progress:
    """The progress of the game after a line. Raises :class:`CodecError`."""
    return decode(Progress, {name: raw[name] for name in PROGRESS_FIELDS}, "line")


def digest_of(raw: Raw) -> str:
    """The fingerprint in a line."""
    digest = raw["digest"]
    if type(digest) is not str or len(digest) != 16:
        raise bad_value("digest", digest)
    return digest


def record_of(raw: Raw, *, events: bool = True) -> Record:
    """The entry in a line. Raises :class:`CodecError`.

    Without ``events`` those of a decision are not decoded, for callers that compute them again.
    """
    key = "do" if "do" in raw else next((key for key in KINDS if key in raw), None)
    if key is None:
        if unknown := [name for name in raw if name not in _KNOWN]:
            raise CodecError("unknown_kind", name=unknown[0][:60])
        raise CodecError("missing", where="do")
    expected = (_BRIEF if _LEFT_OUT.isdisjoint(raw) else _EXPECTED)[key]
    if raw.keys() != expected:
        raise keys_differ(raw, expected, key)
    n, at = raw["n"], raw["at"]
    if type(n) is not int or type(at) not in (int, float) or not 0 <= at <= MAX_SECONDS:
        raise bad_value("n, at", (n, at))
    if key == "do":
        decoded = decode_events(raw["events"]) if events else ()
        said = raw.get("sender")
        sender = None if said is None else decode(Sender, said, "sender")
        return Decision(n, at, decode_action(raw["do"]), decoded, digest_of(raw), sender)
    kind, own = KINDS[key], _OWN[key]
    values = {own[0]: raw[key], **{name: raw.get(name) for name in own[1:]}}
    return decode(kind, {"n": n, "at": at, **values}, key)
