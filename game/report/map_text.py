"""Breaks text into lines for the benefit map."""

from __future__ import annotations

import pyphen

from game.i18n import Lang
from game.pictures import letters_of, named, runs
from game.vector import FontWeight, width

LEADING = 1.22
ELLIPSIS = "…"

_HYPHENS: dict[Lang, str] = {"da": "da_DK", "en": "en_GB"}


def wrap(text: str, across: float, weight: FontWeight, lang: Lang) -> list[str]:
    """Text in lines of at most ``across`` text sizes, with long words hyphenated.

    Emoji are left out, as no font here has them; a text of nothing else says what they show.
    """
    lines: list[str] = []
    line = ""
    for word in (letters_of(text) or _said(text, lang)).split():
        joined = f"{line} {word}".strip()
        if width(joined, weight) <= across:
            line = joined
            continue
        if width(word, weight) <= across:
            lines.append(line)
            line = word
            continue
        *full, line = _broken(line, word, across, weight, lang)
        lines += full
    return [part for part in (*lines, line) if part]


def _said(text: str, lang: Lang) -> str:
    return " ".join(named(run.picture, lang) for run in runs(text) if run.picture)


def hyphenator(lang: Lang) -> pyphen.Pyphen:
    """Knows where the words of a language may be broken."""
    return pyphen.Pyphen(lang=_HYPHENS[lang])


def _broken(line: str, word: str, across: float, weight: FontWeight, lang: Lang) -> list[str]:
    """A word that is wider than a line, broken into lines, starting on the current line."""
    lines = [f"{line} ".lstrip()]
    joints = dict.fromkeys(hyphenator(lang).positions(word), "-")
    start = 0
    while start < len(word):
        room = across - width(lines[-1], weight)
        end = _end(word, start, room, weight, joints)
        if end == start and lines[-1]:
            lines.append("")
            continue
        end = max(end, start + 1)
        hyphen = "-" if end < len(word) and joints.get(end) else ""
        lines[-1] += word[start:end] + hyphen
        start = end
        if start < len(word):
            lines.append("")
    return [part.rstrip() for part in lines if part.strip()]


def _end(word: str, start: int, room: float, weight: FontWeight, joints: dict[int, str]) -> int:
    """The end of the part of a word that fits: all, up to a hyphenation point, or any letter."""
    if width(word[start:], weight) <= room:
        return len(word)
    fits = [n for n in range(start + 1, len(word)) if width(word[start:n] + "-", weight) <= room]
    if not fits:
        return start
    at_joints = [n for n in fits if n in joints]
    if at_joints:
        return at_joints[-1]
    return fits[-1] if room > 6 or start else start


def cut(lines: list[str], most: int, across: float, weight: FontWeight) -> list[str]:
    """At most ``most`` lines, the last with an ellipsis if there were more."""
    if len(lines) <= most:
        return lines
    result = lines[: max(1, most)]
    last = result[-1]
    while last and width(last + ELLIPSIS, weight) > across:
        last = last[:-1].rstrip(" ,.;:–-")
    result[-1] = last + ELLIPSIS
    return result
