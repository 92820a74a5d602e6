"""Checks whether an author's texts fit the cards, laid out with the real font without painting.

The cards are drawn by the same code as at the table, on a canvas that only measures. It needs no
window.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from game.content import Case
from game.content.case import card_prose
from game.content.findings import Finding
from game.content.messages import FEWER_IDEAS
from game.content.positions import KeyPath
from game.gui.geometry import Box
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Fitted, Typesetter, Weight
from game.i18n import LANGS, Lang, mark, words
from game.i18n.message import Message
from game.table.cards import draw_card
from game.table.cards.held import draw_lying, name_fits_lying
from game.views.case_cards import CardDeck, CardFaces, card_faces
from game.wording.case_names import CaseNames

HAND = Box(0, 0, 118, 214)
"""What is seen at least of a card in a hand, where others lie over it: its picture and its name."""
LARGE = Box(0, 0, 372, 500)
"""A card opened from the hand or the table."""
EVENT = Box(0, 0, 430, 585)
ROLE = Box(0, 0, 326, 430)
"""A role card on the screen where roles are chosen, five in a row."""
_CARDS: Final[Mapping[CardDeck, str]] = {
    "roles": mark("the card of the role"),
    "ideas": mark("the card of the idea"),
    "benefits": mark("the card of the benefit"),
    "risks": mark("the card of the risk"),
    "events": mark("the card of the event"),
}
"""The cards, as a message names the one on which a text is cut."""
_LARGE = {"events": EVENT, "roles": ROLE}
"""Cards that are opened at a size of their own."""
_MEASURED = 40
"""The text size at which words are measured: that of large print."""
_SAFE = 1.02
"""A safety factor: small print is a little wider for its size because of rounding to pixels."""


class _Quick(Typesetter):
    """A quick conservative typesetter: a text that fits by its estimate is never cut.

    A word is measured once, at one size, and assumed to be a little wider than it is. Only if that
    does not fit, the text is set as on the card, with all sizes and its language's hyphenation.
    """

    def __init__(self, u: float, lang: Lang) -> None:
        super().__init__(u, lang)
        self._shares: dict[tuple[str, Weight], float] = {}
        self._words: dict[tuple[str, Weight], list[list[float]]] = {}
        self._counted: dict[tuple[str, float, float, Weight], int] = {}

    def _share(self, word: str, weight: Weight) -> float:
        """The width of a word as a multiple of the text size."""
        key = (word, weight)
        if key not in self._shares:
            self._shares[key] = super().width(word, _MEASURED, weight) / _MEASURED * _SAFE
        return self._shares[key]

    def _paragraphs(self, text: str, weight: Weight) -> list[list[float]]:
        """The shares of the words of each paragraph."""
        key = (text, weight)
        if key not in self._words:
            self._words[key] = [
                [self._share(word, weight) for word in paragraph.split(" ")]
                for paragraph in text.split("\n")
            ]
        return self._words[key]

    def _rows(self, text: str, width: float, size: float, weight: Weight) -> int:
        """The maximum number of lines of a text; 0 if a word has to be broken."""
        key = (text, width, size, weight)
        if key not in self._counted:
            self._counted[key] = self._count(text, width, size, weight)
        return self._counted[key]

    def _count(self, text: str, width: float, size: float, weight: Weight) -> int:
        rows, space = 0, self._share(" ", weight) * size
        for paragraph in self._paragraphs(text, weight):
            rows, left = rows + 1, width
            for share in paragraph:
                wide = share * size
                if wide > width:
                    return 0
                if wide > left:
                    rows, left = rows + 1, width
                left -= wide + space
        return rows

    def height(self, text: str, width: float, size: float, weight: Weight = "regular") -> float:
        """The height of a text wrapped to a width, or slightly more."""
        rows = self._rows(text, width, size, weight)
        return rows * self.line_height(size) or super().height(text, width, size, weight)

    def fit(
        self,
        text: str,
        box: Box,
        sizes: Sequence[float],
        weight: Weight = "regular",
        *,
        whole: bool = False,
    ) -> Fitted:
        """Fit a text as on the card, but a multi-line one at its smallest size; lines are empty."""
        for size in sizes if whole else sizes[-1:]:
            rows = self._rows(text, box.w, size, weight)
            if rows and (rows == 1 or rows * self.line_height(size) <= box.h + 1):
                return Fitted(("",) * rows, size)
        return super().fit(text, box, sizes, weight, whole=whole)


def unfitting(case: Case) -> list[Finding]:
    """The names and texts that are cut off on a card, in each language they have.

    A text for both languages counts only if it is cut with the hyphenation of both.
    """
    measuring = Measuring(case)
    while not measuring.done:
        measuring.step()
    return measuring.findings


class Measuring:
    """Measures the cards of a case one by one, so that an editor can do so between two frames."""

    def __init__(self, case: Case) -> None:
        self.done = False
        self._found: dict[tuple[KeyPath, Lang], Finding] = {}
        self._steps = self._measure(case)

    def step(self) -> None:
        """Measure one more card."""
        self.done = next(self._steps, None) is None

    @property
    def findings(self) -> list[Finding]:
        """What is cut on the cards that were measured."""
        return [
            finding
            for (path, lang), finding in self._found.items()
            if _is_reported(self._found, path, lang, finding)
        ]

    def _measure(self, case: Case) -> Iterator[CardFaces]:
        for lang in LANGS:
            ruler = Unpainted(_Quick(1.0, lang))
            for card in card_faces(CaseNames(words(lang), case)):
                if lang != LANGS[0] and self._is_settled(case, card):
                    continue
                self._note(case, lang, card, _cut(ruler, card))
                yield card

    def _is_settled(self, case: Case, card: CardFaces) -> bool:
        """Whether the same texts stand in both languages, and none was cut in the first one."""
        return all(
            prose.da == prose.en and ((card.deck, card.number, *key), LANGS[0]) not in self._found
            for key, prose in card_prose(case, card.deck, card.id)
        )

    def _note(self, case: Case, lang: Lang, card: CardFaces, cut: Mapping[str, int]) -> None:
        for key, prose in card_prose(case, card.deck, card.id):
            text = getattr(prose, lang)
            if text and text in cut:
                path: KeyPath = (card.deck, card.number, *key)
                where = path if prose.da == prose.en else (*path, lang)
                code = "name_cut" if key == ("name",) and card.small else "text_cut"
                hint = FEWER_IDEAS if card.deck == "risks" and code == "text_cut" else None
                told = {"card": Message(_CARDS[card.deck]), "n": cut[text], "all": len(text)}
                self._found[path, lang] = Finding(code, where, told, "warning", hint)


def _is_reported(
    found: Container[tuple[KeyPath, Lang]], path: KeyPath, lang: Lang, finding: Finding
) -> bool:
    return finding.path != path or (
        lang == LANGS[0] and all((path, other) in found for other in LANGS)
    )


def large_box(deck: CardDeck) -> Box:
    """The size at which the table shows an opened card of a deck."""
    return _LARGE.get(deck, LARGE)


def _cut(ruler: Unpainted, card: CardFaces) -> Mapping[str, int]:
    """The texts that are cut on one of a card's faces, each with how many of its letters fit."""
    ruler.cut = {}
    for held in card.small:
        if not name_fits_lying(ruler, HAND, held):
            draw_lying(ruler, HAND, held, HAND.w)
    for face in card.large:
        draw_card(ruler, large_box(card.deck), face)
    return ruler.cut
