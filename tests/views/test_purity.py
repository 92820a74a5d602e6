"""Views know nothing of a screen: a web page is drawn from them as well."""

import pkgutil
import subprocess
import sys

import game.views


def test_views_load_neither_pygame_nor_the_toolkit() -> None:
    names = [f"game.views.{module.name}" for module in pkgutil.iter_modules(game.views.__path__)]
    assert len(names) > 3
    code = f"import sys, {', '.join(names)}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = done.stdout.split()
    assert not [name for name in loaded if name.partition(".")[0] == "pygame"]
    assert not [name for name in loaded if name.startswith(("game.gui", "game.table"))]
