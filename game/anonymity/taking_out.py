"""Takes the names out of a session: out of its case, its entries and the names of its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from game.anonymity.findings import Findings, Gathering
from game.anonymity.hints import Hint, hints_in
from game.anonymity.people import Cast, cast_of, names_in, others_in
from game.anonymity.places import place_of_field, place_of_key
from game.anonymity.replacing import AS_FOUND, NOBODY, NameChoices, NameReplacer
from game.anonymity.vocabulary import shipped_ids, shipped_sources
from game.content.case import NOTHING, Case, Prose
from game.content.own_project import TEMPLATE_ID
from game.content.reader import id_from, title_of
from game.content.rewording import (
    AUTHOR,
    PICTURES,
    reword,
    reword_case,
    with_id,
    without,
    without_comments,
)
from game.frozen import frozen
from game.i18n import Words
from game.i18n.days import in_words
from game.session import CheckIn, Decision, Log, Record
from game.session.annotations import Tags
from game.session.group_entries import Ballot, Vote
from game.session.locations import given_name
from game.session.records import Header
from game.session.rewriting import (
    FILE_FIELDS,
    PERSON_FIELDS,
    rewrite_fields,
    rewritten_log,
    with_scenario,
)

T = TypeVar("T")

UNSAID: Final = "–"
"""Stands for the word of a check-in that goes to nobody else."""
_DEFAULT_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)-.+-(\d{4}(?:-\d+)?)")
_NO_FILE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""Characters that the name of a file cannot have, and a role can."""
_LONGEST_NAME: Final = 100


@frozen
class Anonymised:
    """A session without names: its log, its case, what its file may be called, and what was found.

    ``hide`` takes the same names out of any other text.
    """

    log: Log
    case: Case
    stem: str
    findings: Findings
    hide: NameReplacer

    def file_name(self, t: Words) -> str:
        """What its file or folder is called, without a suffix: the name says that it has no names.

        So it never lies where the same session with names lies.
        """
        suffix = t("without-names")
        return f"{self.stem}-{suffix}"


def take_names_out(
    log: Log,
    case: Case,
    t: Words,
    choices: NameChoices = AS_FOUND,
    *,
    moods: bool = False,
    clean: Callable[[str], str] = str,
) -> Anonymised:
    """A session without the names of people, in whatever was written and however it is spelt.

    Roles stand in their place, in the language of ``t``. How each role felt is left out unless
    ``moods`` are asked for. ``clean`` is applied to each text of an entry first.
    """
    cast = cast_of(log, case, t, choices)
    gathering = Gathering(NameReplacer(cast.people, choices))
    source = _Scenario(case, cast.roles, gathering)
    header = source.without_names(log.header)
    files = _Files(gathering, header.scenario_file, changed=source.file_changed)
    entries = _Entries(gathering, files, moods=moods, clean=clean)
    called = [person.called for person in cast.players]
    written = rewritten_log(log, called, entries.without_names, entries.of_header(header))
    stem = files.own(log)
    hints = (*_facts(case, written, cast, t, moods=moods), *_hints(gathering, case))
    findings = gathering.findings(cast, hints)
    return Anonymised(written, source.case_of(header), stem, findings, gathering.replacer)


# ------------------------------------------------------------------ the case
class _Scenario:
    """The scenario of a session. ``roles`` has what stands for the name of each role."""

    def __init__(self, case: Case, roles: dict[str, str], gathering: Gathering) -> None:
        self.case = case
        self.roles = roles
        self.gathering = gathering
        self.file_changed = False

    def without_names(self, header: Header) -> Header:
        """The header with the scenario without names, in its comments neither."""
        source = reword(without(header.scenario, PICTURES), self._reworded)
        if source == header.scenario and self._has_named_comments(source):
            source = without_comments(source)
        file = self._file(header.scenario_file)
        self.file_changed = file != header.scenario_file
        source = with_id(source, self._id(file))
        return replace(with_scenario(header, source, file), anonymised=True)

    def case_of(self, header: Header) -> Case:
        """The case without names, for viewing."""
        case = reword_case(
            self.case, lambda text: self.roles.get(text) or self.gathering.told(text)
        )
        file = header.scenario_file
        author = Prose.of(NOBODY) if case.about.author else NOTHING
        case = replace(case, about=replace(case.about, author=author, logo="", cover=""), images={})
        return replace(case, source=header.scenario, file=file, id=self._id(file))

    def _id(self, file: str) -> str:
        """The id of the case: that of its new file, if it was that of the old or names somebody."""
        renamed = file != self.case.file and self.case.id == id_from(self.case.file)
        is_named = renamed or self.gathering.is_named(self.case.id)
        return id_from(file) if is_named else self.case.id

    def _has_named_comments(self, source: str) -> bool:
        return source not in shipped_sources() and self.gathering.is_named(source)

    def _reworded(self, text: str, path: str) -> str:
        if path == AUTHOR:
            return NOBODY
        place = place_of_key(path)
        changed = self.gathering.replace(text, place)
        return self.roles.get(text, changed) if path == "roles.name" else changed

    def _file(self, name: str) -> str:
        """The name of the scenario's file; that of a project is made from its title, and cut."""
        texts = (name, self.case.title.da, self.case.title.en)
        if self.case.own_project and any(map(self.gathering.is_named, texts)):
            return f"{TEMPLATE_ID}.toml"
        changed = self.gathering.replace(name, "files")
        return name if changed == name else f"{id_from(changed)}.toml"


# ------------------------------------------------------------------ entries and files
class _Entries:
    """The entries of a session."""

    def __init__(
        self, gathering: Gathering, files: _Files, *, moods: bool, clean: Callable[[str], str]
    ) -> None:
        self.gathering = gathering
        self.files = files
        self.moods = moods
        self.clean = clean
        self._ballots: dict[int, int] = {}

    def without_names(self, record: Record) -> Record:
        """An entry without names, tags, how somebody felt, and what number a phone had."""
        if isinstance(record, Tags):  # they may say whose game it is
            return replace(record, tags=())
        if isinstance(record, CheckIn) and not self.moods:
            return replace(record, word=UNSAID, mood=None)
        return self._rewritten(self._without_phones(record))

    def _without_phones(self, record: Record) -> Record:
        """An entry in which no number tells whose phone it was, or that it was the same one."""
        if isinstance(record, Vote):
            self._ballots.clear()
        elif isinstance(record, Ballot):
            number = self._ballots.setdefault(record.phone, len(self._ballots) + 1)
            return replace(record, phone=number)
        elif isinstance(record, Decision) and record.sender is not None:
            return replace(record, sender=replace(record.sender, phone=0))
        return record

    def of_header(self, header: Header) -> Header:
        """A header whose origin is called by a name without names."""
        return replace(header, origin=self._rewritten(header.origin))

    def _rewritten(self, record: T) -> T:
        def rewrite(text: str, field: str) -> str:
            if field in FILE_FIELDS:
                return self.files.file(text)
            text, place = self.clean(text), place_of_field(type(record), field)
            told = self.gathering.replace(text, place)
            return NOBODY if field in PERSON_FIELDS and self._is_somebody(text) else told

        return rewrite_fields(record, rewrite)

    def _is_somebody(self, text: str) -> bool:
        """Whether a field for a person has a name in it that was not found as one."""
        return any(names_in(text)) and not self.gathering.replacer.found(text)


class _Files:
    """The names of files. ``changed``: the scenario's file has another name now."""

    def __init__(self, gathering: Gathering, scenario_file: str, *, changed: bool) -> None:
        self.gathering = gathering
        self.slug = id_from(scenario_file)
        self.changed = changed

    def file(self, name: str) -> str:
        """The name of a file without names of people."""
        path = Path(name)
        stem = self.slug if given_name(path) else self.stem(path.stem)
        return stem + path.suffix

    def own(self, log: Log) -> str:
        """What the file itself may be called: a name that somebody gave it may name anybody."""
        if given_name(log.path):
            return f"{log.header.begun_at:%Y-%m-%d}-{self.slug}-{log.header.begun_at:%H%M}"
        return self.stem(log.path.stem)

    def stem(self, stem: str) -> str:
        """The same without its suffix."""
        default = _DEFAULT_NAME.fullmatch(stem)
        changed = self.gathering.replace(stem, "files")
        if default and (self.changed or changed != stem):
            return f"{default[1]}-{self.slug}-{default[2]}"
        return stem if changed == stem else _NO_FILE.sub("-", changed)[:_LONGEST_NAME].strip(" .")


# ------------------------------------------------------------------ what may still identify
def _facts(case: Case, log: Log, cast: Cast, t: Words, *, moods: bool) -> Iterator[Hint]:
    """What anybody who knows the place can put together."""
    called = [person.called for person in cast.players]
    if case.own_project:
        yield Hint("title", (title_of(log.header.scenario, log.header.scenario_file).read(t.lang),))
    yield Hint("roles", tuple(dict.fromkeys(called)))
    if others := others_in(log.records, [*called, *cast.roles.values()]):
        yield Hint("others", others)
    if case.about.municipality:
        yield Hint("municipality", (case.about.municipality.read(t.lang),))
    yield Hint("played", (in_words(t, log.header.begun_at),))
    if moods and log.check_ins:
        yield Hint("moods", tuple(called[seat] for seat in sorted(log.check_ins)))


def _hints(gathering: Gathering, case: Case) -> Iterator[Hint]:
    """What stands in the texts, and in ids."""
    yield from hints_in(gathering.written(), gathering.called(), gathering.names())
    decks = (case.roles, case.ideas, case.benefits, case.risks, case.events)
    ids = [id for deck in decks for id in deck if id not in shipped_ids()]
    if named := tuple(filter(gathering.is_named, ids)):
        yield Hint("ids", named)
