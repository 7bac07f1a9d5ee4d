"""A student takes along what is theirs."""

from __future__ import annotations

import tempfile
from datetime import timedelta

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone, translation
from django.utils.crypto import get_random_string

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.rights import rules
from kindling.rights.models import OwnCopy
from kindling.rights.record.own import write_own
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

STAYS = timedelta(days=7)
AGAIN = timedelta(minutes=10)  # before that the same file is the answer


@transaction.atomic
def make_copy(student: Student, *, by: Viewer) -> OwnCopy:
    """Begin to make the file. What was asked for ten minutes ago is the same asking."""
    require(rules.is_own_record(by, student))
    Student.objects.select_for_update().get(pk=student.pk)  # two taps at once
    lately = OwnCopy.objects.filter(student=student, asked_at__gt=by.school.now() - AGAIN)
    if found := lately.exclude(state=OwnCopy.State.GONE).first():
        return found
    made: OwnCopy = OwnCopy.objects.create(
        school=by.school, student=student, asked_at=by.school.now()
    )
    record("own_copy.ask", made, by=by)
    transaction.on_commit(lambda: write_copy.enqueue(made.pk))
    return made


@task
def write_copy(pk: int) -> str:
    """Write the file of one, once; return its state."""
    copy = OwnCopy.objects.select_related("student__person", "student__school", "school").get(pk=pk)
    if copy.state != OwnCopy.State.WAITING:
        return copy.state
    with inside(copy.school), tempfile.TemporaryFile() as file:
        with translation.override(copy.student.person.language):
            size = write_own(file, copy.student)
        file.seek(0)
        name = f"rights/{copy.school.public_id}/{get_random_string(24)}.zip"
        kept = default_storage.save(name, File(file))
    keep_copy(copy, kept, size, by=Viewer.system(copy.school))
    return OwnCopy.State.MADE


@transaction.atomic
def keep_copy(copy: OwnCopy, name: str, size: int, *, by: Viewer) -> None:
    """Keep the first that was made; what another worker made meanwhile is thrown away."""
    rows = OwnCopy.objects.filter(pk=copy.pk, state=OwnCopy.State.WAITING)
    if not rows.update(state=OwnCopy.State.MADE, file=name, size=size, made_at=by.school.now()):
        default_storage.delete(name)
        return
    record("own_copy.make", copy, by=by)


@every(hours=6)
def end_copies() -> None:
    """Delete files after a week, and begin again those whose worker was killed."""
    now = timezone.now()
    for copy in OwnCopy.objects.filter(state=OwnCopy.State.MADE, created_at__lt=now - STAYS):
        if OwnCopy.objects.filter(pk=copy.pk, state=copy.state).update(
            state=OwnCopy.State.GONE, file=""
        ):
            default_storage.delete(copy.file)
    late = OwnCopy.objects.filter(state=OwnCopy.State.WAITING, created_at__lt=now - 3 * AGAIN)
    for pk in late.values_list("pk", flat=True)[:20]:
        write_copy.enqueue(pk)
