"""Draw one sheet in a process of its own: the layout's path as argument, the sheet on stdin, the PDF on stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kindling.paper.draw import draw


def main() -> None:
    """Read, draw, write."""
    pdf, _standards = draw(Path(sys.argv[1]), json.load(sys.stdin))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
