"""The words that people write for the keys and the choices of a case file.

What a choice is called on the screen is asked of the catalogue, so that a word that the game says
in Danish is always understood; the lists here add what else people write. A word means something
only where its key or choice may stand, so the callers say which may.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from game.content.choice_names import SHOWN
from game.i18n import LANGS, words

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "citizen": ("borger", "borgere", "borgeren", "borgerne", "borgerens", "citizens"),
    "process": ("proces", "processen", "processer", "arbejdsproces", "arbejdsgang", "procesidé"),
    "economy": ("økonomi", "økonomien", "oekonomi", "finans", "budget", "penge", "money"),
    "employee": (
        "medarbejder", "medarbejdere", "medarbejderen", "medarbejderne", "personale", "ansatte",
        "employees", "staff",
    ),
    "product": ("produkt", "produkter", "products"),
    "service": ("services", "ydelse", "serviceydelse"),
    "communication": ("kommunikation", "information"),
    "first": ("let", "nem", "nemt", "begynder", "første", "easy", "beginner"),
    "normal": ("middel", "mellem", "almindelig", "medium"),
    "hard": ("svær", "svært", "svaer", "vanskelig", "øvet", "erfaren", "difficult", "expert"),
    "gentle": ("blid", "mild", "skånsom", "let", "nem", "easy"),
    "demanding": ("krævende", "svær", "hård", "hard"),
    "citizen_voice": ("borgerens stemme", "borgerstemme", "borger", "citizen"),
    "controller": ("økonom", "regnskab", "økonomikonsulent"),
    "union_voice": ("tillidsrepræsentant", "tr", "fagforening", "union"),
    "front_line": ("medarbejder", "frontlinje", "frontmedarbejder", "sagsbehandler", "frontline"),
    "line_manager": ("leder", "teamleder", "linjeleder", "afdelingsleder", "manager", "leader"),
    "project_manager": ("projektleder", "project leader", "projektejer"),
    "sponsor": ("direktør", "chef", "styregruppeformand", "director"),
    "supplier": ("leverandør", "vendor"),
    "analyst": ("analytiker", "konsulent", "gevinstkonsulent", "consultant"),
    "idea": ("idé", "ide", "ideas", "idéer"),
    "benefit": ("gevinst", "benefits", "gevinster"),
    "risk": ("risiko", "risks", "risici"),
    "track_at_least": ("spor mindst", "mindst på sporet", "track"),
    "anchored_at_least": ("forankret mindst", "forankrede", "anchored"),
    "proven_at_least": ("prøvet mindst", "afprøvet", "bevist", "proven", "proved"),
    "scaled_at_least": ("skaleret mindst", "scaled"),
    "realism_at_least": ("realisme", "realisme mindst", "realism"),
    "everyone_owns_at_least": ("alle ejer", "alle ejer mindst", "everyone owns"),
    "no_track_ever_below": ("intet spor under", "no track below"),
    "posts": ("poster", "post"),
    "demand": ("efterspørgsel",),
    "meetings": ("møder",),
    "dropouts": ("frafald", "dem der falder fra"),
    "patience": ("tålmodighed",),
    "tension": ("spændingsfelt", "spændingsfeltet", "balancegang"),
}  # fmt: skip
"""Other words for a choice; one that stands at several is meant by whichever may stand there."""

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "format": ("filformat", "version"),
    "id": ("nøgle", "identifikation", "kode", "key"),
    "title": ("titel", "overskrift"),
    "summary": ("resumé", "resume", "sammendrag", "undertitel", "kort fortalt"),
    "story": ("historie", "fortælling", "historien", "baggrund"),
    "notes": ("noter", "facilitatornoter"),
    "questions": ("spørgsmål", "spoergsmaal", "question"),
    "minutes": ("minutter", "varighed", "tid", "duration", "time"),
    "level": ("niveau", "sværhed", "sværhedsgrad", "svaerhed", "difficulty"),
    "picture": ("billede", "ikon", "emoji", "symbol", "image", "icon"),
    "own_project": ("eget projekt", "egetprojekt"),
    "rules": ("regler", "regel", "rule"),
    "tracks": ("spor", "sporene", "track"),
    "economy": ("økonomi", "økonomien", "oekonomi"),
    "roles": ("roller", "rolle", "rollerne", "role"),
    "ideas": ("idéer", "ideer", "idé", "ide", "idéerne", "idea"),
    "benefits": ("gevinster", "gevinst", "gevinsterne", "benefit"),
    "risks": ("risici", "risiko", "risikoer", "risiciene", "risk", "sande risici"),
    "events": ("hændelser", "hændelse", "haendelser", "begivenheder", "begivenhed", "event"),
    "prompts": ("skrivespørgsmål", "stikord", "prompt"),
    "name": ("navn", "navnet", "titel", "title", "heading", "overskrift"),
    "text": ("tekst", "beskrivelse", "forklaring", "description", "texts"),
    "track": ("spor", "hovedspor", "sporet"),
    "kind": ("slags", "type", "art"),
    "cost": ("pris", "omkostning", "kræfter", "koster", "price", "costs"),
    "maturity": ("modenhed", "moden"),
    "delay": ("forsinkelse", "forsinket", "ventetid"),
    "promise": ("løfte", "løfter", "pile", "lover", "loefte", "promises", "arrows"),
    "effects": ("effekt", "effekter", "virkning", "virkninger", "sandhed", "effect"),
    "about": ("om", "idéer", "ideer", "idé", "gælder", "handler om", "ideas", "idea"),
    "severity": ("alvor", "alvorlighed", "konsekvens", "impact", "seriousness"),
    "likelihood": ("sandsynlighed", "sandsynligt", "probability"),
    "ability": ("evne", "evner", "abilities"),
    "aim": ("hjertesag", "mål", "formål", "aims", "goal"),
    "home": ("hjemme", "hjemmebane", "hjemme på", "hjemmespor"),
    "value": ("værdi", "beløb", "tal", "vaerdi", "amount"),
    "indicator": ("indikator", "måles på", "maaltal", "måltal"),
    "unit": ("enhed", "måleenhed", "units"),
    "baseline": ("nulpunkt", "udgangspunkt", "start", "i dag", "nu", "basis", "fra", "før"),
    "target": ("mål", "målet", "maal", "slutmål", "til", "efter"),
    "goal": ("mål", "pointmål", "mål i point", "goals"),
    "measure": ("måling", "maaling", "mål", "measurement"),
    "months": ("måneder", "mdr", "måned", "maaneder", "month"),
    "saving": ("besparelse", "besparelsen", "sparemål", "savings"),
    "announcement": ("udmelding", "meddelelse", "varsel", "udmeldt"),
    "posts": ("poster", "post", "budgetposter", "items", "item"),
    "note": ("bemærkning", "notat", "remark"),
    "gives": ("giver", "kan give"),
    "rounds": ("runder", "round"),
    "actions": ("træk", "handlinger", "traek", "action"),
    "capacity": ("kræfter", "kapacitet", "handlekraft", "kraefter"),
    "trust": ("tillid",),
    "balance": ("balancen",),
    "modules": ("moduler", "modul", "module"),
    "owner_leaves": ("ejer rejser", "ejer går", "ejeren rejser"),
    "reveal": ("afslør", "vis", "åbn"),
    "options": ("valg", "valgmuligheder", "muligheder", "choices"),
    "citizen": ("borger", "borgere", "borgeren", "borgerne", "citizens"),
    "process": ("proces", "processen", "processer"),
    "employee": ("medarbejder", "medarbejdere", "medarbejderne", "personale", "staff", "employees"),
    "da": ("dansk", "dk", "danish"),
    "en": ("engelsk", "uk", "gb", "eng", "english"),
}
"""Other words for a key, the usual Danish one first; where it stands decides which is meant."""

NamesOf = Callable[[str], tuple[str, ...]]
_TABLES, _WORDS = 128, 1024
"""Of how many tables the words are kept, and what how many words are near to."""
_LONGEST: Final = 40
_SLIP: Final = 0.8
"""How much alike two words are, so that one may be a slip of the other."""
YES: Final = frozenset({"ja", "sand", "sandt", "yes", "true", "y", "on", "til"})
NO: Final = frozenset({"nej", "falsk", "falskt", "no", "false", "n", "off", "fra"})
NONE: Final = frozenset(
    {"ingen", "intet", "ikke nogen", "none", "nothing", "null", "nil", "tom", "empty", "-", "n/a"}
)


def folded(word: str) -> str:
    """A word as it is compared: small letters, no accents but those of æ, ø and å, spaces for _."""
    word = " ".join(word.casefold().replace("_", " ").replace("-", " ").split())
    return unicodedata.normalize("NFC", word).translate(_FOLDS)


_FOLDS: Final = str.maketrans({"é": "e", "è": "e", "ö": "ø", "ä": "æ"})


def key_for(word: str, known: Iterable[str]) -> str | None:
    """The one of the keys that a word means: ``navn`` is ``name``; ``None`` if it is none of them.

    >>> key_for("Modenhed", ["cost", "maturity"])
    'maturity'
    """
    return _meanings(tuple(known), _names_of_key).get(folded(word))


def is_name(word: str, known: Iterable[str]) -> bool:
    """Whether a word is one of the keys or another name of any, if not of one only."""
    return folded(word) in _meanings(tuple(known), _names_of_key)


def choice_for(word: str, choices: Iterable[str]) -> str | None:
    """The one of the choices that a word means: ``Borger`` is ``citizen``.

    >>> choice_for("svær", ["first", "normal", "hard"])
    'hard'
    """
    return _meanings(tuple(choices), _names_of_choice).get(folded(word))


def near_choice(word: str, choices: Iterable[str]) -> str | None:
    """The choice of which a word is another name with a slip of the pen in it.

    >>> near_choice("boger", ["citizen", "process"])
    'citizen'
    """
    return _near(folded(word)[:_LONGEST], tuple(choices), _names_of_choice, _SLIP)


def near_key(word: str, known: Iterable[str], alike: float = _SLIP) -> str | None:
    """The key of which a word is another name with a slip of the pen in it.

    >>> near_key("modenhet", ["cost", "maturity"])
    'maturity'
    """
    return _near(folded(word)[:_LONGEST], tuple(known), _names_of_key, alike)


def flag_for(word: str) -> bool | None:
    """Yes or no, if that is what the word says."""
    told = folded(word)
    return True if told in YES else False if told in NO else None


def is_none(word: str) -> bool:
    """Whether a word says that there is nothing: ``ingen``."""
    return word.strip() in NONE or folded(word) in NONE


@lru_cache(_TABLES)
def _meanings(known: tuple[str, ...], names_of: NamesOf) -> Mapping[str, str | None]:
    """Which of the known words each word means that is one of their names, all folded."""
    names = {one: [folded(name) for name in names_of(one)] for one in known}
    words = {*map(folded, known), *chain.from_iterable(names.values())}
    return {word: _meant(word, names) for word in words}


def _meant(word: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The known word that is meant, if only one is."""
    same = [one for one in names if folded(one) == word]
    meant = same or [one for one in names if word in names[one]]
    usual = [one for one in meant if word == next(iter(names[one]), folded(one))]
    meant = usual if len(meant) > 1 else meant
    return meant[0] if len(meant) == 1 else None


@lru_cache(_TABLES)
def _known_names(known: tuple[str, ...], names_of: NamesOf) -> Mapping[str, str]:
    return {folded(name): one for one in known for name in (one, *names_of(one))}


@lru_cache(_WORDS)
def _near(word: str, known: tuple[str, ...], names_of: NamesOf, alike: float) -> str | None:
    names = _known_names(known, names_of)
    close = get_close_matches(word, names, 1, alike)
    return names[close[0]] if close else None


def _names_of_key(key: str) -> tuple[str, ...]:
    return KEYS.get(key, ())


@cache
def _names_of_choice(choice: str) -> tuple[str, ...]:
    return (*CHOICES.get(choice, ()), *_shown(choice))


def _shown(choice: str) -> Iterator[str]:
    """What a choice is called on the screen, in both languages."""
    for message in SHOWN.get(choice, ()):
        yield from (words(lang)(message) for lang in LANGS)
