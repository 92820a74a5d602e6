"""The two languages of a file: what lacks one, stands in the wrong one, or is not translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from game.content.findings import Finding
from game.content.weighing.prose import Text
from game.content.weighing.recognising import language, traces
from game.content.weighing.subject import warn
from game.i18n import LANGS, Lang

_EACH: Final = 3
"""So many of a deck are told one by one; of more only the first, and how many there are."""
_WORDS: Final = 3
"""So many words are hardly the same in both languages."""
_SURE: Final = 5
"""So many texts tell which language a file is written in."""
_OTHER: Final[Mapping[Lang, Lang]] = {"da": "en", "en": "da"}


def translation_findings(data: Mapping[str, Any], texts: list[Text]) -> Iterator[Finding]:
    """All that is said of the languages of a file's texts."""
    title = data.get("title")
    if isinstance(title, dict):
        yield from _missing(texts, title)
    if isinstance(title, dict) and {"da", "en"} <= title.keys():
        yield from _untranslated(texts)
    elif isinstance(title, str):
        yield from _of_one_language(texts, own_project=data.get("own_project") is True)
    yield from _same(texts)
    yield from _mixed_up(texts)


def _missing(texts: Iterable[Text], title: Mapping[str, Any]) -> Iterator[Finding]:
    """Texts that lack a language of the title."""
    for text in texts:
        if text.plain is None:
            for lang in LANGS:
                if lang in title and getattr(text, lang) is None:
                    yield warn("missing_danish" if lang == "da" else "missing_english", text.path)


def _untranslated(texts: Iterable[Text]) -> Iterator[Finding]:
    """Texts that are written once, in one language, where the title has two."""
    found = [text for text in texts if text.plain is not None and _needs_translation(text.plain)]
    for _deck, group in groupby(found, lambda text: text.path[0]):
        deck = list(group)
        if len(deck) <= _EACH:
            yield from (warn("one_language", text.path) for text in deck)
        else:
            yield warn("one_language_in_many", deck[0].path, n=len(deck))


def _needs_translation(text: str) -> bool:
    """Whether a text is not the same in both languages, as a name or a unit may be."""
    return len(text.split()) >= _WORDS or any(traces(text, lang) for lang in LANGS)


def _of_one_language(texts: list[Text], *, own_project: bool) -> Iterator[Finding]:
    """In a file of one language nearly all texts are of that one.

    A group writes its own project in one language, and what it leaves of the template has two.
    """
    both = [text for text in texts if text.da is not None and text.en is not None]
    if len(both) > len(texts) / 2 and not own_project:
        yield warn("title_in_one_language", ("title",))
    known = [(text, language(text.plain)) for text in texts if text.plain is not None]
    for lang in LANGS:
        own = sum(found == lang for _text, found in known)
        other = [text for text, found in known if found == _OTHER[lang]]
        if own >= _SURE and own >= _SURE * len(other):
            code = "english_among_danish" if lang == "da" else "danish_among_english"
            yield from (warn(code, text.path) for text in other)


def _same(texts: Iterable[Text]) -> Iterator[Finding]:
    """Texts that stand in both languages in the same words."""
    for text in texts:
        same = text.da and text.en and text.da.strip() == text.en.strip()
        if same and _needs_translation(text.read("da")):
            yield warn("same_in_both", (*text.path, "en"))


def _mixed_up(texts: Iterable[Text]) -> Iterator[Finding]:
    """Texts that stand under the other language; of short ones a whole card has to tell."""
    for _card, group in groupby(texts, lambda text: text.card):
        card = [text for text in group if text.da and text.en and text.da != text.en]
        found = [finding for text in card for finding in _in_wrong_place(text)]
        if found or not card:
            yield from found
        elif not any(language(text.read(lang)) == lang for text in card for lang in LANGS) and all(
            _of_card(card, lang) == _OTHER[lang] for lang in LANGS
        ):
            yield warn("swapped_languages", card[0].path)


def _of_card(card: Iterable[Text], lang: Lang) -> Lang | None:
    return language(" ".join(text.read(lang) for text in card))


def _in_wrong_place(text: Text) -> Iterator[Finding]:
    wrong = [lang for lang in LANGS if language(text.read(lang)) == _OTHER[lang]]
    if len(wrong) == len(LANGS):
        yield warn("swapped_languages", text.path)
    else:
        for lang in wrong:
            code = "english_under_da" if lang == "da" else "danish_under_en"
            yield warn(code, (*text.path, lang))
