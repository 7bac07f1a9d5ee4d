"""Take the pictures of the README from a fresh demo school, on a Tuesday morning.

    .venv/bin/python docs/pictures.py

Needs Chromium (CHROMIUM names another one) and what `make setup` installs. Writes docs/pictures/.
"""

# ruff: noqa: S603, T201  it starts our own server and talks to a person

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
WHERE = ROOT / "docs" / "pictures"
NOW = "2026-10-13T10:40-04:00"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 720}}
MOST_BYTES = 150_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


@dataclass(frozen=True)
class Picture:
    """One page, as one member of the cast sees it; `name` is the file."""

    name: str
    who: str
    path: str
    screen: dict[str, Any]


PICTURES = (
    Picture("advisor-today", "Ana Reyes", "/harbor-view/", DESK),
    Picture("student-today", "Jordan Blake", "/harbor-view/", PHONE),
    Picture("mentor", "Sam Ito", "", PHONE),
    Picture("places", "Jordan Blake", "/harbor-view/places/?open=1", DESK),
)


def main() -> int:
    WHERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        server, doors = start(data)
        try:
            take_all(doors)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
    large = [p.name for p in WHERE.glob("*.png") if p.stat().st_size > MOST_BYTES]
    for name in large:
        print(f"{name} is larger than {MOST_BYTES} bytes.", file=sys.stderr)
    return 1 if large else 0


def start(data: str) -> tuple[subprocess.Popen[str], dict[str, str]]:
    """Make and serve a demo; return its process and the address of each person's door."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "serve", "--world", "demo", "--port", str(port)]
    surroundings = {
        **os.environ,
        "KINDLING_DATA": data,
        "KINDLING_NOW": NOW,
        "PYTHONUNBUFFERED": "1",
    }
    server = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
    )
    doors = {}
    for line in server.stdout or ():
        *words, address = line.split() or [""]
        if address.startswith("http"):
            doors[" ".join(words[-2:])] = address
        if line.startswith("Kindling is ready"):
            break
    wait_for(f"http://127.0.0.1:{port}/health/live")
    return server, doors


def wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urlopen(address, timeout=2).close()  # noqa: S310  our own server
        except OSError:
            time.sleep(0.1)
        else:
            return


def take_all(doors: dict[str, str]) -> None:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for picture in PICTURES:
            context = browser.new_context(reduced_motion="reduce", locale="en-US", **picture.screen)
            page = context.new_page()
            page.goto(doors[picture.who])
            if picture.path:
                page.goto(f"{doors[picture.who].split('/demo/')[0]}{picture.path}")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=WHERE / f"{picture.name}.png")
            print(f"docs/pictures/{picture.name}.png  {page.title()}")
            context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
