"""Which language a text is written in, said only when it is sure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from game.i18n import Lang

_WORD: Final = re.compile(r"[^\W\d_]+")
_DANISH_LETTERS: Final = frozenset("æøå")
_ENOUGH: Final = 2
"""So many words of a language have to be in a text."""
_CLEARLY: Final = 4
"""And so many times as many as of the other one: a quotation or a name may be in that."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORDS: Final[dict[Lang, frozenset[str]]] = {
    "da": _words(
        "af alle andet bedre begge besøg billigere blev bliver borger borgere borgeren "
        "borgerne bruger dag dage deler dem den denne der deres det dette dig din dine døgn "
        "efter eller enkelt er et flere fordi fra få får fælles færre følger før første gang "
        "gange går gør ham hans har hele hende hendes holder hos hun hurtig hurtigere hvad "
        "hvem hver hverdag hvert hvis hvor hvordan hvorfor højere ifølge igen ikke imellem "
        "ind inden ingen jeg kan kender kommer kommune kommunen kommunens kort kortere kun "
        "kunne lavere leder lederen lige lukker lukket længere mange med medarbejder "
        "medarbejdere meget mellem mens mere mindre mod måned måneder måske møder ned nogen "
        "noget nu nye nyt når og også opgaver os otte penge personer på sager samme sammen "
        "selv ser siden sidste sig siger sin sine skal sker skulle stadig stemme stk står "
        "større svar så tager tid til tilbage timer ud uden uge ugen uger var ved vej venter "
        "ventetid vi vil ville vores være været åbent åbner år én"
    ),
    "en": _words(
        "about after again also and any are asks back because been before being better "
        "between both but calls can cannot cases citizen citizens closed costs could day days "
        "did dkk does each every everybody everyday everyone few fewer first from get gets "
        "gives goes has help his home hours how into its just keep keeps know knows leaves "
        "less longer made make makes many meetings money month months more most much need "
        "needs never new next no nobody nor not now of once one only or other our out own "
        "people phone quick said same saved savings says school sees shared she shorter "
        "should since somebody staff still takes tells than that the their them then there "
        "these they this those through time together two until us used visits voice wait "
        "waiting was we week weeks well were what when where whether which while who whole "
        "whom whose why will with within without work works would year years you your"
    ),
}
"""Common words of each language that are none of the other one. What both have says nothing."""
_TELLING: Final[dict[Lang, frozenset[str]]] = {
    "da": _words("og ikke det der på til ved hvor når uden"),
    "en": _words("the and of is it that with are their without"),
}
"""Words that a text of the other language hardly ever has: each counts twice."""


@lru_cache(4096)
def language(text: str) -> Lang | None:
    """The language of a text; ``None`` where it could be either, or is neither."""
    danish, english = traces(text, "da"), traces(text, "en")
    if danish >= _ENOUGH and danish >= _CLEARLY * english:
        return "da"
    if english >= _ENOUGH and english >= _CLEARLY * danish:
        return "en"
    return None


def traces(text: str, lang: Lang) -> int:
    """How many words of a text speak for a language; a Danish letter does, too.

    What stands in capitals among other words is an abbreviation: IT is no pronoun.
    """
    n, shouted = 0, text.isupper()
    for written in _WORD.findall(text):
        if written.isupper() and len(written) > 1 and not shouted:
            continue
        word = written.lower()
        if word in _TELLING[lang]:
            n += 2
        elif word in _WORDS[lang] or (lang == "da" and not _DANISH_LETTERS.isdisjoint(word)):
            n += 1
    return n
