"""How much phones may say, and how often. Whatever is beyond is refused before it is read."""

from __future__ import annotations

from typing import Final

MAX_MESSAGE: Final = 4_096
"""Bytes of one message from a phone; the longest that a person can send is a tenth of it."""
MAX_PHONES: Final = 60
"""Connections at the same time: eight seats, guests, and those that are about to be dropped."""
MAX_OPEN: Final = 2 * MAX_PHONES
"""Connections of any kind, phones and requests for the page: macOS gives a program 256 files."""
ACCEPTED_AT_ONCE: Final = 16
"""How many connections the system may hand over before those beyond the limit are dropped."""
PAGES_OF_ONE: Final = 4
"""Pages that one phone may have open; the oldest is closed for another."""
MAX_MEMBERS: Final = 48
"""People in the room, connected or not."""
MAX_NAME: Final = 40
"""Characters of the name that somebody gives on a phone."""

MAX_SHEET: Final = 400
"""Characters of a sheet; the page lets nobody write more than a card can hold."""
MAX_WORD: Final = 80
"""Characters of the word that says how somebody feels."""

MOST_SHEETS_OF_ONE: Final = 40
"""How many sheets of a phone may lie on the table: a fifth of what a round of writing holds."""

REQUESTS_A_SECOND: Final = 30.0
REQUESTS_AT_ONCE: Final = 400
"""What an address may ask for: many phones can stand behind one, all at the start of a workshop."""
ADDRESSES: Final = 256
"""Of how many addresses it is known how much they asked for."""

MESSAGES_A_SECOND: Final = 5.0
BURST: Final = 20.0
"""What a phone may say: so many messages at once, and so many a second for long."""
PATIENCE: Final = 40
"""How many messages beyond that are dropped before the connection is closed."""
ENTRIES_A_SECOND: Final = 0.5
ENTRIES_AT_ONCE: Final = 60.0
"""What a phone may have written into the session, so that no phone fills it."""

WRONG_CODES: Final = 6
"""How many wrong codes an address may send in :data:`WRONG_FOR`; then it has to wait."""
WRONG_CODES_OF_ALL: Final = 60
"""How many all addresses together may send; four letters cannot be guessed at that pace."""
WRONG_FOR: Final = 60.0
"""In seconds."""

GREETING_WITHIN: Final = 10.0
"""Seconds in which a new connection has to say who it is."""
HEARTBEAT: Final = 10.0
"""Seconds after which a phone hears that the table is still there, if there is nothing else."""
SENDING_WITHIN: Final = 10.0
"""Seconds that a page may take to reach a phone; after that the phone has to connect anew."""

WAITING_MESSAGES: Final = 24
"""How many messages of each phone wait for the table at most."""
