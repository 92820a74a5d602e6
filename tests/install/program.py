"""What the built program starts with: the command ``gevinst``, and its worker processes."""

import sys
from multiprocessing import freeze_support

from game.cli import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
