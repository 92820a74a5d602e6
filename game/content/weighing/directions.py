"""Which way an indicator should go, by its words; said only where they leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_FALLS: Final = re.compile(
    r"""
    vente(?:tid|dage|liste) | sygefravær | sygedage | sygemeld | klage(?:r|sager)\b | fejl(?!fri)
    | overarbejde | overtimer | merarbejde | vikar(?:timer|forbrug|udgift) | udgift | omkostning
    | afbrydelse | forsinkelse | opsigelse | afvist | madspild | \bspild | uheld | ulykke
    | genindlæg | utilfreds | opkald\ med | søgetid | køretid | sagsbehandlingstid | dobbeltregistr
    | rykkere | restance | \btid\ ved\ skranken | afvigelse | ^tid\ fra\b | ubehagelige | vægttab
    | ondt\ i
    | \bstøj | skolefravær | ^fravær | står\ tomme | pris\ på
    | medarbejderflugt | personaleomsætning | stress(?!fri)
    | \bwait(?:ing|s)?\b | sick(?:ness)?\ (?:absence|leave|days) | complaint | \berrors?\b | mistake
    | overtime | temp\ hours | agency | \bcosts?\b | spending | expenses
    | interruption | \bdelays?\b
    | resignation | refused | rejected | food\ waste | accident | incident | readmission
    | dissatisfied | search\ time | driving\ time | counter\ time | handling\ time
    | processing\ time
    | \bnoise | ^absence | stand\ empty | price\ of | deviation | ^time\ from\b | backlog
    | unplanned | unpleasant | staff\ turnover | sick\ days
    """,
    re.I | re.X,
)
"""What should become less."""
_RISES: Final = re.compile(
    r"""
    (?<!u)tilfreds | trivsel | arbejdsglæde | \btrygge?\b | tillid | besparelse | effektivisering
    | til\ tiden | til\ aftalt\ tid | anbefale | ved\ første | første\ gang | glæder\ sig
    | \bglad\b | indflydelse | fremmøde
    | (?<!dis)(?:satisf|content\ with\b|content$) | well-?being | joy\ of | \bsafe\b | \btrust
    | \bsavings?\b
    | on\ time | recommend | first\ (?:visit|time|call) | at\ the\ agreed\ time | attendance
    | look\ forward
    """,
    re.I | re.X,
)
"""What should become more."""
_TURNED: Final = re.compile(
    r"""
    \b(?: uden | ikke | ingen | intet | undgå\w* | under | inden\ for | højst | fald\ i | færre
    | mindre | lavere | kortere | maks | max | below | shorter | lært\ af | learned\ from
    | indberet\w* | rapporter\w* | meldt | reported | klaret | afklaret | opfølgning\ på
    | follow-up\ on | reduc\w+ | spare\w* | sparet | flyttet | løst | løses | besvare\w*
    | svar\ på
    | opdag\w+ | fundet | rettet | håndter\w+ | afvis\w*\ ikke | slettet | lukket | fanget
    | forebyg\w*
    | without | not | no | nobody | none | avoid\w* | within | at\ most
    | fall\ in | fewer | less | lower
    | reduc\w+ | saved | moved | solved | settled | answered | handled | found | caught | corrected
    | prevented | deleted | closed | free\ of | drop\ in | cut\ in | content\ of )\b
    | -free\b | fri\b
    """,
    re.I | re.X,
)
"""What turns the meaning of the words beside it round, so that nothing is said."""
_LASTS: Final = re.compile(
    r"^(?:(?:dage|timer|uger|tid|tiden|days|hours|weeks|time) )?"
    r"(?:fra|from)\s(?!kl|\d).+\b(?:til|to)\b",
    re.I,
)
"""A time from one thing to another, which should be shorter."""
_LESS: Final = re.compile(
    r"^(?:færre|mindre|kortere|lavere|billigere|fewer|less|shorter|lower|cheaper)\b(.*)", re.I
)
"""A benefit's name that says what becomes less."""
_STEM: Final = 5
"""Words that share so many first letters speak of the same."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def direction(indicator: Iterable[str], names: Iterable[str] = ()) -> int:
    """Which way an indicator should go: -1 down, 1 up, 0 where it cannot be told.

    ``indicator`` is its text in each language, ``names`` that of its benefit, in the same order.

    >>> direction(["Ventetid ved skranken"]), direction(["Svar uden ventetid"])
    (-1, 0)
    """
    texts = list(indicator)
    told = [_of(text) for text in texts]
    ways = set(told) - ({0} if -1 in told else set())  # that more is better takes both languages
    if not ways - {0}:
        ways = {_of_name(name, text) for name, text in zip(names, texts, strict=False)} - {0}
    return ways.pop() if len(ways) == 1 else 0


@lru_cache(maxsize=500)
def _of(text: str) -> int:
    if _LASTS.match(text):
        return -1
    if _TURNED.search(text):
        return 0
    return bool(_RISES.search(text)) - bool(_FALLS.search(text))


def _of_name(name: str, text: str) -> int:
    """Down, if the name says that there will be less of what the indicator counts."""
    less = _LESS.match(name)
    if not less or _TURNED.search(text):
        return 0
    stems = {word[:_STEM] for word in _WORD.findall(less[1].lower()) if len(word) >= _STEM}
    counted = {word[:_STEM] for word in _WORD.findall(text.lower())}
    return -1 if stems & counted else 0
