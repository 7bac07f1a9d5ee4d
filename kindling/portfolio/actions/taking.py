"""Everything a student kept, as a folder of plain files that opens without Kindling."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from functools import partial

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.portfolio import rules
from kindling.portfolio.folder import write_folder
from kindling.portfolio.models import Folder
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

STAYS = timedelta(days=7)
STUCK = timedelta(hours=2)


@transaction.atomic
def take_along(student: Student, *, by: Viewer) -> Folder:
    """Begin to make the folder. While one is being made, no second one is."""
    require(rules.may_take(by, student) and student.school_id == by.school.pk)
    if by.person is None:
        raise PermissionDenied
    busy = Folder.objects.filter(student=student, by=by.person, state=Folder.State.WAITING)
    if busy.filter(at__gt=by.school.now() - STUCK).exists():
        raise Refused(_("Your folder is being made already."))
    folder: Folder = Folder.objects.create(
        school=by.school, student=student, by=by.person, at=by.school.now()
    )
    record("portfolio.take_along", folder, by=by)
    transaction.on_commit(partial(make_folder.enqueue, folder.pk))
    return folder


@task
def make_folder(pk: int) -> None:
    """Write the ZIP, piece by piece, telling how far it is."""
    folder = Folder.objects.select_related("school", "student__person", "by").get(pk=pk)
    if folder.state != Folder.State.WAITING:
        return
    by = Viewer.system(folder.school)
    with inside(folder.school), tempfile.TemporaryFile() as file:
        try:
            write_folder(file, folder.student, tell=partial(_tell, pk))
        except OSError:
            take_step(folder, "fail", by=by)
            return
        size = file.tell()
        file.seek(0)
        name = f"portfolios/{folder.school.public_id}/{get_random_string(24)}.zip"
        kept = default_storage.save(name, File(file))
    take_step(folder, "finish", by=by, file=kept, size=size)


def _tell(pk: int, done: int, total: int) -> None:
    Folder.objects.filter(pk=pk).update(done=done, total=total)


@every(hours=6)
def sweep_folders() -> None:
    """After a week a folder is deleted; it can be made again any time."""
    rows = Folder.objects.exclude(state=Folder.State.GONE).filter(at__lt=timezone.now() - STAYS)
    for folder in rows.select_related("school")[:100]:
        name = folder.file
        take_step(folder, "delete", by=Viewer.system(folder.school), file="")
        if name:
            default_storage.delete(name)
