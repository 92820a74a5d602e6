"""The texts of a file as they are written: empty, equal, left over, or broken by a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import tomli

from game.content.findings import Finding, quoted
from game.content.positions import KeyPath
from game.content.syntax import CARDS
from game.content.weighing.prose import Text, texts
from game.content.weighing.subject import warn
from game.i18n import LANGS, Lang
from game.i18n.letters import Letters
from game.letters import cleaned, unshown

SKELETONS: Final = Path(__file__).parents[1] / "skeleton"
"""The small cases that ``gevinst new`` writes."""
_EACH: Final = 5
"""So many sample texts are told one by one; of more only the first, and how many there are."""
_LETTER: Final = re.compile(r"[^\W_]")
_TODO: Final = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|xxx+|[Ll]orem ipsum)\b"
    r"|\b(?i:skriv (?:her|noget|tekst|en tekst)|indsæt (?:her|tekst|navn|billede))\b"
    r"|\b(?i:write here|insert (?:here|text|name)|your text here)\b"
    r"|^\W*(?i:(?:en )?(?:tekst|navn|titel)(?: (?:her|mangler))?|(?:text|name|title)(?: here)?"
    r"|udfyldes?|mangler|missing|eksempel|example|test|bla bla.*|asdf\w*)\W*$"
    r"|\?\?\?+|@title|<(?!(?:b|i|br|p|em|strong)>)[a-zæøå][^<>]{0,30}>"
    r"|\[(?:…|\.\.\.|[a-zæøå ]{2,30})\]"
)
"""What authors write where a text is to come."""
_MARKUP: Final = re.compile(
    r"\*\*\w|__\w+__|^#+ |&(?:\w{2,8}|#\d{2,6});|</?(?:b|i|br|p|em|strong)>"
)
_LOST: Final = re.compile(r"(?:^|(?<=\s))[^\W\d_]+\?[a-zæøå]+(?=[\s.,;:!)]|$)")
"""A letter that became a question mark, and no address of a page."""
_LEAD: Final = "ÃÂâ"
"""How letters begin that were UTF-8 and were read as something else."""
_NAMED: Final = ("name", "text")
_NOT_OWN: Final = ("unit", "title")
"""What is left of the sample without harm."""
_SENTENCE: Final = 6
"""A text of so many words is hardly written twice."""
_COMMON: Final = frozenset(
    (
        *("Årlig besparelse", "Borgerens stemme", "Tillidsrepræsentant", "Besparelsen rykkes frem"),
        *("Yearly saving", "The citizen's voice", "Union representative", "Ask for time"),
        *("The saving is brought forward", "Færre vikarer", "Fewer temps", "Bed om tid"),
        *("Vikartimer", "Temp hours", "Vagttimer", "Rostered hours"),
    )
)
"""What the sample has in common with many a case."""


def wording_findings(prose: list[Text]) -> Iterator[Finding]:
    """All that is said of how a file's texts are written."""
    for text in prose:
        for path, written in text.each():
            yield from _of_text(path, written)
    for deck in CARDS:
        yield from _equal([text for text in prose if text.path[0] == deck])
    yield from _samples(prose)


@lru_cache(maxsize=4_000)
def _of_text(path: KeyPath, text: str) -> tuple[Finding, ...]:
    """What :func:`_one` finds, remembered: while a case is written, one text of 400 changes."""
    return tuple(_one(path, text))


def _one(path: KeyPath, text: str) -> Iterator[Finding]:
    """What is wrong with a single text; one thing is enough."""
    if not _LETTER.search(text):
        if "unit" not in path[-2:]:
            yield warn("blank_text", path)
    elif (meant := unspoilt(text)) != text:
        spoilt, mended = _difference(text, meant)
        yield warn("spoilt_letters", path, spoilt=quoted(spoilt), meant=quoted(mended))
    elif found := _TODO.search(text):
        yield warn("placeholder", path, text=quoted(found[0]))
    elif found := _MARKUP.search(text):
        yield warn("markup", path, text=quoted(found[0]))
    elif found := _LOST.search(text):
        yield warn("lost_letter", path, text=quoted(found[0]))
    if letters := unshown(cleaned(text)):
        yield warn("unshown_letter", path, letters=Letters("".join(letters)))


# ------------------------------------------------------------------ letters
def unspoilt(text: str) -> str:
    """A text with the letters that were meant, where UTF-8 was read as another encoding.

    >>> unspoilt("PÃ¥rÃ¸rende fÃ¥r besked")
    'Pårørende får besked'
    """
    if not any(letter in text for letter in _LEAD):
        return text
    return re.sub(
        r"[Â-ô][\u0080-\u00bf\u0152-\u0192\u017d\u017e\u02c6\u02dc\u2013-\u2122]+", _meant, text
    )


def _meant(spoilt: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, spoilt[0])).decode("utf-8")
    except UnicodeError:
        return spoilt[0]


def _byte(letter: str) -> bytes:
    """The byte that a letter was read from: cp1252 leaves five of them as they are."""
    return bytes([ord(letter)]) if letter < "\xa0" else letter.encode("cp1252")


def _difference(spoilt: str, meant: str) -> tuple[str, str]:
    """The first word of a text that differs, as it is and as it was meant."""
    words = zip(spoilt.split(), meant.split(), strict=False)
    return next(((one, other) for one, other in words if one != other), (spoilt, meant))


# ------------------------------------------------------------------ equal texts
def _equal(prose: list[Text]) -> Iterator[Finding]:
    """Cards of one sort have names and texts of their own."""
    for key in _NAMED:
        mine = [text for text in prose if text.key == key and len(text.path) == 3]
        told: set[KeyPath] = set()
        for lang in LANGS:
            for text, earlier in _repeated(mine, lang):
                if text.path not in told:
                    told.add(text.path)
                    code = "equal_names" if key == "name" else "equal_texts"
                    params = {"text": quoted(text.read(lang))}
                    yield Finding(code, text.path, params, "warning", earlier=earlier.path)


def _repeated(prose: Iterable[Text], lang: Lang) -> Iterator[tuple[Text, Text]]:
    first: dict[str, Text] = {}
    for text in prose:
        words = " ".join(text.read(lang).casefold().split())
        if words and words in first:
            yield text, first[words]
        first.setdefault(words, text)


# ------------------------------------------------------------------ what gevinst new wrote
@cache
def sample_texts() -> frozenset[str]:
    """The texts of cards in what ``gevinst new`` writes, in both languages."""
    files = [(SKELETONS / f"{lang}.toml").read_text(encoding="utf-8") for lang in LANGS]
    prose = [text for file in files for text in texts(tomli.loads(file))]
    texts_ = (text for text in prose if text.plain and text.path[0] != "questions")
    own = {(text.plain or "").strip() for text in texts_ if text.key not in _NOT_OWN}
    return frozenset(own - _COMMON)


def _samples(prose: list[Text]) -> Iterator[Finding]:
    """The sample is another case's: once something is rewritten, the rest has to be, too."""
    own = [text for text in prose if text.key not in _NOT_OWN]
    left = [text for text in own if any(t.strip() in sample_texts() for _, t in text.each())]
    if not any(len(t.split()) >= _SENTENCE for text in left for _, t in text.each()):
        return  # a short name may be like one of the sample's by chance
    if len(own) - len(left) <= len(_COMMON):
        return  # nobody has begun yet: it is a case that can be played as it is
    if len(left) <= _EACH:
        yield from (warn("sample_text", text.path) for text in left)
    else:
        yield warn("sample_texts", left[0].path, n=len(left), all=len(own))
