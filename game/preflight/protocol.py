"""All findings as plain text, for the terminal and for the IT department."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence

from game import __version__
from game.i18n import Words
from game.i18n.when import local
from game.preflight.findings import SIGNS, Finding, verdict
from game.preflight.machine import Machine


def protocol(t: Words, machine: Machine, findings: Sequence[Finding]) -> str:
    """What was found, the verdict, and what machine it was."""
    moment = local(machine.now())
    title = t("Gevinstbordet: check before the workshop, {when}", when=f"{moment:%Y-%m-%d %H:%M}")
    lines = [title, "", t(verdict(findings)), ""]
    for finding in findings:
        lines += told(t, finding)
    return "\n".join([*lines, "", *_facts(t, machine), ""])


def told(t: Words, finding: Finding) -> Iterator[str]:
    """A finding in one line, and what to do in the next."""
    wide = max(len(t(sign)) for sign in SIGNS.values())
    yield f"{t(SIGNS[finding.level]):{wide}}  {t(finding.about)}: {finding.text.translate(t)}"
    if finding.remedy is not None:
        yield f"{'':{wide}}  {finding.remedy.translate(t)}"


def _facts(t: Words, machine: Machine) -> Iterator[str]:
    yield f"Gevinstbordet {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield t("Games: {folder}", folder=machine.folder)
    yield t("Second copies: {folder}", folder=machine.copies)
