"""Anonymity: finds the names of people in all that was written, and takes them out."""

from game.anonymity.findings import Findings, PersonFound, WordFound
from game.anonymity.listing import full_list, public_list
from game.anonymity.name_forms import Person
from game.anonymity.replacing import AS_FOUND, NOBODY, NameChoices, NameReplacer
from game.anonymity.taking_out import Anonymised, take_names_out

__all__ = [
    "AS_FOUND",
    "NOBODY",
    "Anonymised",
    "Findings",
    "NameChoices",
    "NameReplacer",
    "Person",
    "PersonFound",
    "WordFound",
    "full_list",
    "public_list",
    "take_names_out",
]
