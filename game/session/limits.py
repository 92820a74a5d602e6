"""The limits of a session's file, the same for whoever writes it and whoever reads it."""

from __future__ import annotations

from typing import Final

MAX_FILE: Final = 64_000_000
MAX_LINE: Final = 5_000_000
MAX_ENTRY: Final = 1_000_000
"""In bytes; only the line of the case is longer than that of an entry."""
MAX_ENTRIES: Final = 50_000
"""A game has some hundreds: this is only so that no file can fill the memory."""
MAX_SECONDS: Final = 1e10
LONGEST_TALK: Final = 3_600.0
"""In seconds: a longer time without an entry was a break, or a clock that somebody set."""
LONG_DAY: Final = 8 * 3_600.0
"""In seconds: where a game is said to have been played longer, its entries are asked."""
LAST_MOMENT: Final = 32_503_680_000
"""The year 3000, in seconds since 1970: the last year that Windows knows."""
