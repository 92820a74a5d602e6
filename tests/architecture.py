"""Which package may import which, as the import contracts in ``pyproject.toml`` have it.

``python -m tests.architecture`` writes the tables of the pages that tell it anew: what a package is
comes from its docstring, what it may import from the contracts.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"


def contracts(kind: str | None = None) -> list[dict[str, Any]]:
    """The import contracts, all or those of one type."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = config["tool"]["importlinter"]["contracts"]
    return [one for one in found if kind in (None, one["type"])]


def layers(container: str) -> list[list[str]]:
    """The layers of a container from the top, each with the packages that lie side by side."""
    (found,) = (c["layers"] for c in contracts("layers") if c["containers"] == [container])
    return [re.findall(r"\w+", layer) for layer in found]


def may_import(container: str) -> dict[str, list[str]]:
    """For each package of a layered container, from the top: the siblings that it may import."""
    rows = layers(container)
    return {
        package: sorted(
            sibling
            for lower in rows[level + 1 :]
            for sibling in lower
            if sibling not in _forbidden(f"{container}.{package}", container)
        )
        for level, row in enumerate(rows)
        for package in row
    }


def _forbidden(module: str, container: str) -> set[str]:
    return {
        forbidden.removeprefix(f"{container}.")
        for contract in contracts("forbidden")
        if module in contract["source_modules"]
        for forbidden in contract["forbidden_modules"]
    }


def summary(module: str) -> str:
    """The first sentence of a module's docstring, without its full stop."""
    path = ROOT.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or ""
    first = " ".join(said.split("\n\n")[0].split()).rstrip(".")
    return first[:1].lower() + first[1:]


def table(container: str) -> Iterator[str]:
    """The rows of a container's table in Markdown."""
    yield "| package | what it is | may import |"
    yield "| --- | --- | --- |"
    for package, allowed in may_import(container).items():
        module = f"{container}.{package}"
        path = module.replace(".", "/")
        shown = f"{path}/" if (ROOT / path).is_dir() else f"{path}.py"
        yield f"| `{shown}` | {summary(module)} | {', '.join(allowed) or 'nothing of ours'} |"


def drawing(container: str) -> Iterator[str]:
    """The layers of a container in Markdown, what all others stand on first."""
    yield "```"
    for row in reversed(layers(container)):
        yield " · ".join(row)
    yield "```"


_TABLES = {"imports": table, "layers": drawing}


def with_tables(text: str) -> str:
    """A text with every table between marks such as ``<!-- imports of NAME -->`` written anew."""
    return re.sub(
        r"(<!-- (imports|layers) of ([\w.]+) -->\n).*?(?=<!-- end -->)",
        lambda found: found[1] + "\n".join(_TABLES[found[2]](found[3])) + "\n",
        text,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    for page in (CONTRIBUTING, ARCHITECTURE):
        page.write_text(with_tables(page.read_text("utf-8")), "utf-8")
