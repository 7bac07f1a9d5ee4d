"""Pack a school: tables, pages, roster, files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from kindling.kit.moments import one_moment
from kindling.leaving.whole.files import write_files
from kindling.leaving.whole.packing import About, Packer, Unusable
from kindling.leaving.whole.pages import write_pages
from kindling.leaving.whole.roster import write_roster
from kindling.leaving.whole.tables import Say, Tables
from kindling.leaving.whole.ways import BLANK, STAYS
from kindling.schools.inside import inside
from kindling.schools.models import School


def pack_school(school: School, target: Path, say: Say) -> About:
    """Write the file, then move it to `target`: a file of that name is always a whole one."""
    if target.exists():
        raise Unusable(f"{target} exists already. Choose another name.")
    if not target.parent.is_dir():
        raise Unusable(f"There is no folder {target.parent}. Make it first.")
    with tempfile.TemporaryDirectory(prefix=".school-", dir=target.parent) as folder:
        unfinished = Path(folder) / "unfinished"
        unfinished.touch(mode=0o600)
        with unfinished.open("wb") as file, one_moment(), inside(school):
            about = write_school(file, school, say)
        unfinished.rename(target)
    return about


def write_school(file: IO[bytes], school: School, say: Say) -> About:
    """Everything, in the order in which it is read back; return what it says of itself."""
    about = About(
        school=school.name, slug=school.slug,
        made_at=timezone.now().isoformat(timespec="seconds"), migrations=applied(),
        left=STAYS | {name: why for name, (_value, why) in BLANK.items()},
    )  # fmt: skip
    packer = Packer(file)
    Tables(packer, school, about).write(say)
    with tempfile.TemporaryFile() as roster:
        write_roster(roster, school)
        roster.seek(0)
        packer.copy("oneroster.zip", roster)
    count, lost = write_files(packer, school)
    say(f"{count} files")
    for name in lost:
        say(f"Not in the storage any more, so left out: {name}")
    write_pages(packer, school, about, say)
    packer.close(about)
    return about


def applied() -> list[str]:
    """The migrations of this database, as "app.name"."""
    return sorted(
        f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
    )
