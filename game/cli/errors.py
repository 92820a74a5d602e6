"""The error of the command line: one message, no traceback."""

from __future__ import annotations

import click


class InputError(click.ClickException):
    """What was given is wrong: one message, exit code 1."""
