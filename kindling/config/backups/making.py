"""Write everything of this installation into one file, while it runs."""

from __future__ import annotations

import os
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kindling.config.backups import installation
from kindling.config.backups.manifest import FILES, NAME, SECRET_KEY, Manifest, Unusable, measure

Say = Callable[[str], None]
EVERY = 200  # files between two lines of progress


def make_backup(target: Path, say: Say, *, with_files: bool) -> Manifest:
    """Write the backup, then move it to `target`: a file of that name is always a whole one."""
    if target.exists():
        raise Unusable(f"{target} exists already. Choose another name.")
    if not target.parent.is_dir():
        raise Unusable(f"There is no folder {target.parent}. Make it first.")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as name:
        folder = Path(name)
        unfinished = folder / "unfinished"
        unfinished.touch(mode=0o600)  # it opens the whole school
        say("Copying the database …")
        rows = installation.engine().dump(folder)
        manifest = Manifest(
            engine=installation.engine().ENGINE,
            world=installation.world(),
            made_at=timezone.now().isoformat(timespec="seconds"),
            schools=installation.schools(),
            rows=rows,
            migrations=installation.migrations(),
        )
        with tarfile.open(unfinished, "w:gz", compresslevel=6) as archive:
            pack(archive, folder, manifest, say, with_files=with_files)
        unfinished.rename(target)
    return manifest


def pack(
    archive: tarfile.TarFile, folder: Path, manifest: Manifest, say: Say, *, with_files: bool
) -> None:
    """Put database, key and files into the archive, and last the manifest that names them all."""
    part = installation.engine().PART
    add(archive, folder / part, part, manifest)
    key = folder / SECRET_KEY
    key.write_text(settings.SECRET_KEY)
    add(archive, key, SECRET_KEY, manifest)
    if with_files:
        root = installation.files_folder()
        for number, path in enumerate(uploads(root), 1):
            add(archive, path, f"{FILES}/{path.relative_to(root).as_posix()}", manifest)
            if number % EVERY == 0:
                say(f"{number} files …")
    told = folder / NAME
    told.write_text(manifest.to_json())
    archive.add(told, NAME)


def add(archive: tarfile.TarFile, path: Path, name: str, manifest: Manifest) -> None:
    """Add one file; an upload deleted since the database was copied is left out."""
    try:
        manifest.parts[name] = measure(path)
        archive.add(path, name)
    except FileNotFoundError:
        manifest.parts.pop(name, None)


def uploads(root: Path) -> list[Path]:
    """Return the uploaded files, oldest name first; links are not followed."""
    found = (Path(folder) / name for folder, _dirs, names in os.walk(root) for name in names)
    return sorted(path for path in found if path.is_file() and not path.is_symlink())
