"""The texts of the help screen as blocks (rules, words, keys), and the search in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from game.frozen import frozen
from game.gui.keys import KeyGroup
from game.i18n import Words
from game.wording.rules_text import Section

BlockKind = Literal["title", "text", "item", "head", "row", "word"]


@frozen
class Block:
    """A piece of help text; ``key`` is the key of the section that a title starts."""

    kind: BlockKind
    cells: tuple[str, ...]
    key: str = ""


def rules_blocks(sections: Sequence[Section], query: str) -> list[Block]:
    """The rules sections filtered by a query."""
    return [block for section in sections for block in _section(section, query)]


def word_blocks(pairs: Sequence[tuple[str, str]], query: str) -> list[Block]:
    """The words and their meanings, filtered by a query."""
    return [Block("word", pair) for pair in pairs if found(query, *pair)]


def key_blocks(t: Words, groups: Sequence[KeyGroup], query: str) -> list[Block]:
    """The keys, grouped by where they work, filtered by a query."""
    blocks = []
    for group in groups:
        title = t(group.title)
        pairs = [(binding.name(t), t(binding.description)) for binding in group.bindings]
        matching = pairs if found(query, title) else [pair for pair in pairs if found(query, *pair)]
        if matching:
            blocks += [Block("title", (title,)), *(Block("word", pair) for pair in matching)]
    return blocks


def hits(blocks: Sequence[Block]) -> int:
    """The number of blocks found by the search, not counting titles."""
    return sum(block.kind not in ("title", "head") for block in blocks)


def _section(section: Section, query: str) -> list[Block]:
    """A section filtered by a query; all of it if its title matches."""
    first, others = section.paragraphs[:1], section.paragraphs[1:]
    blocks = [
        *(Block("text", (text,)) for text in first),
        *(Block("item", (text,)) for text in section.items),
        *(Block("text", (text,)) for text in others),
        *(Block("row", row) for row in section.table[1:]),
    ]
    if not found(query, section.title):
        blocks = [block for block in blocks if found(query, *block.cells)]
    if not blocks:
        return []
    rows = [i for i, block in enumerate(blocks) if block.kind == "row"]
    if rows:
        blocks.insert(rows[0], Block("head", section.table[0]))
    return [Block("title", (section.title,), section.key), *blocks]


def found(query: str, *texts: str) -> bool:
    """Whether each word of a query occurs in these texts."""
    text = " ".join(texts).casefold()
    return all(word in text for word in query.casefold().split())


def marks(line: str, query: str) -> Iterator[tuple[int, int]]:
    """The ranges of a line that match words of a query, as start and end."""
    text = line.casefold()
    if len(text) != len(line):  # case folding makes two letters of one like ß
        text = line.lower()
    for word in query.casefold().split():
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))
