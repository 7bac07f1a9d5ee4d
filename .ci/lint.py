"""What no other tool asks of the files git keeps. Prints each breach; ends with 1 if there is one.

Locks name no registry, no file knows a machine's folders, and templates use none of the three
features of htmx that need `unsafe-eval`.
"""

# ruff: noqa: S603  a script that asks git

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "package-lock.json",
    "package.json",
    ".npmrc",
)
MADE = {".venv", "node_modules", "static", "data", "dist", "__pycache__", ".mypy_cache"}
OTHER_LOCKS = {"uv.lock", "pylock.toml", "poetry.lock", "yarn.lock", "pnpm-lock.yaml"}
REGISTRY = re.compile(
    r"registry\.npmjs\.org|registry\.yarnpkg|pypi\.org/simple|files\.pythonhosted\.org"
    r"|--(extra-)?index-url|--find-links|\"resolved\"|^registry\s*=",
    re.MULTILINE,
)
# Split, so that this file does not name what it forbids.
FOLDERS = re.compile(r"(?<![\w.~$}/*-])/(ro" r"ot|ho" r"me/\w+|wo" r"rk|Us" r"ers/\w+)/")
NEEDS_EVAL = re.compile(r"hx-on[:-]|hx-vals=[\"']js:|hx-trigger=\"[^\"]*\[|javascript:|\sstyle=\"")


def main() -> int:
    breaches = [breach for name in kept() for breach in breaches_in(name, content_of(name))]
    print("".join(f"{breach}\n" for breach in breaches), end="")
    return 1 if breaches else 0


def kept() -> list[str]:
    """Return the paths git keeps; without git (an unpacked archive) those it would."""
    if not (ROOT / ".git").exists():
        files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return [path.as_posix() for path in files if not MADE & set(path.parts)]
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def content_of(name: str) -> str:
    """Return the text of a file; nothing for one that is not text."""
    path = ROOT / name
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        return ""


def breaches_in(name: str, text: str) -> list[str]:
    """Return a line for each breach in one file."""
    if Path(name).name in OTHER_LOCKS:
        return [f"{name}: this kind of lock records registry addresses"]
    asked = [(FOLDERS, "a folder of one machine")]
    if name in LOCKS:
        asked.append((REGISTRY, "a package registry"))
    if "/jinja2/" in name:
        asked.append((NEEDS_EVAL, "the content security policy forbids this"))
    return [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {what}: {hit.group()}"
        for pattern, what in asked
        for hit in pattern.finditer(text)
    ]


if __name__ == "__main__":
    sys.exit(main())
