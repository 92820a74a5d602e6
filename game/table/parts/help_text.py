"""What can be looked up, as blocks to be set: the rules, the words, the keys; and the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from game.gui.keys import KeyGroup
from game.i18n import Words
from game.wording.rules_text import Section

BlockKind = Literal["title", "text", "item", "head", "row", "word"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of what is read; ``key`` is that of the section which a title begins."""

    kind: BlockKind
    cells: tuple[str, ...]
    key: str = ""


def rules_blocks(sections: Sequence[Section], query: str) -> list[Block]:
    """The sections with what is searched for in them."""
    return [block for section in sections for block in _section(section, query)]


def word_blocks(pairs: Sequence[tuple[str, str]], query: str) -> list[Block]:
    """The words with their meaning."""
    return [Block("word", pair) for pair in pairs if found(query, *pair)]


def key_blocks(t: Words, groups: Sequence[KeyGroup], query: str) -> list[Block]:
    """The keys by where they work."""
    blocks = []
    for group in groups:
        title = t(group.title)
        pairs = [(binding.name(t), t(binding.description)) for binding in group.bindings]
        shown = pairs if found(query, title) else [pair for pair in pairs if found(query, *pair)]
        if shown:
            blocks += [Block("title", (title,)), *(Block("word", pair) for pair in shown)]
    return blocks


def hits(blocks: Sequence[Block]) -> int:
    """How many of the blocks hold what was searched for, their titles apart."""
    return sum(block.kind not in ("title", "head") for block in blocks)


def _section(section: Section, query: str) -> list[Block]:
    """A section with what was searched for in it; whole when its title says so."""
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
    """Whether every word that is searched for stands in these texts."""
    text = " ".join(texts).casefold()
    return all(word in text for word in query.casefold().split())


def marks(line: str, query: str) -> Iterator[tuple[int, int]]:
    """Where in a line the words that are searched for stand: from, to."""
    text = line.casefold()
    if len(text) != len(line):  # a letter like ß is two when it is folded
        text = line.lower()
    for word in query.casefold().split():
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))
