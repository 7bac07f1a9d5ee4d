"""Bring back what a backup holds: unpack beside, check everything, then swap."""

from __future__ import annotations

import os
import shutil
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kindling.config.backups import installation
from kindling.config.backups.making import Say
from kindling.config.backups.manifest import FILES, NAME, SECRET_KEY, Manifest, Unusable, verify


class Moves:
    """Renames that are undone when one of them, or what follows, fails."""

    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.done: list[tuple[Path, Path]] = []

    def put(self, new: Path, place: Path) -> None:
        """Put `new` at `place`; what stood there goes into the folder that is kept."""
        if place.exists():
            self.keep.mkdir(mode=0o700, exist_ok=True)
            self.move(place, self.keep / place.name)
        self.move(new, place)

    def move(self, source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        self.done.append((source, target))

    def undo(self) -> None:
        for source, target in reversed(self.done):
            target.replace(source)
        self.done.clear()
        if self.keep.is_dir():
            self.keep.rmdir()  # everything in it has gone back


def restore_backup(source: Path, say: Say, *, force: bool) -> Manifest:
    """Replace this installation by what the backup holds. Raises Unusable with nothing changed."""
    data = Path(settings.DATA)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as name:
        folder = Path(name)
        say("Unpacking and checking …")
        unpack(source, folder)
        manifest = Manifest.read(folder / NAME)
        verify(folder, manifest)
        refuse_what_does_not_fit(manifest, force=force)
        keeps_old = bool(installation.schools())
        moves = Moves(data / f"before-restore-{timezone.now():%Y%m%d-%H%M%S}")
        try:
            say("Putting everything into place …")
            put_files(folder, moves, manifest)
            # Last, because on PostgreSQL there is no way back from it.
            installation.engine().load(folder, manifest.rows, moves)
        except BaseException:
            moves.undo()
            raise
        if not keeps_old:  # an empty database and a key that signed nothing
            shutil.rmtree(moves.keep, ignore_errors=True)
    return manifest


def unpack(source: Path, folder: Path) -> None:
    """Unpack into the folder and nowhere else (no links, no way up)."""
    try:
        with tarfile.open(source, "r:*") as archive:
            archive.extractall(folder, filter="data")
    except (OSError, tarfile.TarError, EOFError) as no:
        raise Unusable(f"{source} cannot be read as a backup: {no}") from no


def refuse_what_does_not_fit(manifest: Manifest, *, force: bool) -> None:
    """Raise Unusable when the backup must not come here."""
    ours, here = installation.engine().ENGINE, installation.world()
    if manifest.engine != ours:
        raise Unusable(
            f"This backup holds a {manifest.engine} database and this installation uses {ours}. "
            "Restore it where DATABASE_URL names the same kind."
        )
    if here != "empty" and manifest.world not in {here, "empty"}:
        raise Unusable(
            f"This backup is of a {manifest.world} and this folder is for a {here}. Nothing turns "
            "one into the other. Restore it into a folder of its own: --data FOLDER"
        )
    if installation.unknown_migrations(manifest.migrations):
        raise Unusable("A newer Kindling made this backup. Upgrade this one, then restore.")
    names = installation.schools()
    if names and not force:
        raise Unusable(
            f"This installation already holds {', '.join(names[:3])}"
            f"{' and more' if len(names) > 3 else ''}. "  # noqa: PLR2004
            "--force replaces it; the earlier files are kept beside the new ones."
        )


def put_files(folder: Path, moves: Moves, manifest: Manifest) -> None:
    """Put uploaded files and the key into place."""
    if any(name.startswith(f"{FILES}/") for name in manifest.parts):
        moves.put(folder / FILES, installation.files_folder())
    key = folder / SECRET_KEY
    key.chmod(0o600)
    if key.read_text() != settings.SECRET_KEY or not installation.secret_key_file().exists():
        moves.put(key, installation.secret_key_file())


def key_differs() -> bool:
    """Say whether SECRET_KEY of the environment hides the restored key."""
    given = os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE")
    path = installation.secret_key_file()
    return bool(given) and path.exists() and path.read_text().strip() != settings.SECRET_KEY
