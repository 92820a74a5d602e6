"""``gevinst schema``: the JSON Schema of case files."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from game.cli.files import write_or_force
from game.cli.options import RootOptions, command, force
from game.cli.params import FilePath
from game.content.json_schema import FILE_NAME, shipped_file, text
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.resources import cases_folder
from game.writing import write


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Print the JSON Schema of case files: every key with its meaning and an example.\n\n"
        "With --install the schema is put beside your cases, with a file by which editors with "
        "Even Better TOML or taplo find it for every case in that folder and below; what to set "
        "for cases elsewhere is said. Nothing is asked of the network."
    )
    return command(
        t,
        "schema",
        text,
        click.Option(
            ["--to", "file"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("Write it to a file instead."),
        ),
        force(t),
        click.Option(["--path"], is_flag=True, help=t("Print where the schema is in the program.")),
        click.Option(["--install"], is_flag=True, help=t("Put it where editors find it.")),
        run=schema,
    )


TAPLO: Final = ".taplo.toml"
"""What Even Better TOML and taplo read in a folder that is opened."""
_OURS: Final = "# gevinst schema --install"
_SETTINGS: Final = f"""{_OURS}
include = ["**/*.toml"]

[schema]
path = "./{FILE_NAME}"
enabled = true
"""


def schema(
    t: Words, _: RootOptions, file: Path | None, *, path: bool, install: bool, force: bool
) -> int:
    """Print the schema or where it is, write it to a file, or install it."""
    if (file is not None) + path + install > 1:
        raise click.UsageError(t("Give one of --to, --path and --install."))
    if path:
        click.echo(shipped_file(t.lang))
        return 0
    return install_schema(t) if install else write_schema(t, file, force=force)


def write_schema(t: Words, file: Path | None, *, force: bool) -> int:
    """Print the schema, or write it to a file."""
    if file is None:
        click.echo(text(t), nl=False)
        return 0
    write_or_force(t, file, text(t).encode(), force=force)
    click.echo(t("Written: {file}", file=file), err=True)
    return 0


def install_schema(t: Words) -> int:
    """Put the schema beside this user's cases, with what makes editors find it; say what to set."""
    folder = cases_folder()
    schema, settings = folder / FILE_NAME, folder / TAPLO
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(schema, text(t).encode())
        click.echo(t("Written: {file}", file=schema))
        if _is_ours(settings):
            write(settings, _SETTINGS.encode())
            click.echo(t("Written: {file}", file=settings))
        else:
            click.echo(t("{file} is somebody else's, and is kept as it is.", file=settings))
    except OSError as error:
        raise NotWrittenError(folder, error) from error
    told = (
        t(
            "Open that folder in the editor: it then suggests what to write, and checks the "
            "cases in the folder and below."
        ),
        t("For another folder called cases, put this into settings.json of VS Code:"),
    )
    click.echo("\n".join(told))
    association = {r".*/cases/.*\.toml": schema.absolute().as_uri()}
    line = json.dumps({"evenBetterToml.schema.associations": association}, ensure_ascii=False)
    click.echo(f"  {line[1:-1]}")
    return 0


def _is_ours(path: Path) -> bool:
    """Whether a file was written by this command, or is not there yet."""
    with suppress(FileNotFoundError):
        return path.read_text("utf-8", "replace").startswith(_OURS)
    return True
