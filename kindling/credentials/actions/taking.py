"""Everything a student earned, as a folder that can be proved without us."""

from __future__ import annotations

import logging
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
from kindling.credentials import rules
from kindling.credentials.actions.awarding import make_record
from kindling.credentials.actions.issuing import issue_credential
from kindling.credentials.models import Credential, Parcel
from kindling.credentials.papers import narratives_of
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.narratives.actions.printing import keep_copy
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

log = logging.getLogger(__name__)
STAYS = timedelta(days=7)
STUCK = timedelta(hours=2)


@transaction.atomic
def take_everything(student: Student, *, by: Viewer) -> Parcel:
    """Begin to make the folder. While one is being made, no second one is."""
    require(rules.may_take(by, student))
    if by.person is None:
        raise PermissionDenied
    busy = Parcel.objects.filter(student=student, by=by.person, state=Parcel.State.WAITING)
    if busy.filter(at__gt=by.school.now() - STUCK).exists():
        raise Refused(_("Your folder is being made already."))
    parcel: Parcel = Parcel.objects.create(
        school=by.school, student=student, by=by.person, at=by.school.now()
    )
    record("credential.take", parcel, by=by)
    transaction.on_commit(partial(make_parcel.enqueue, parcel.pk), robust=True)
    return parcel


@task
def make_parcel(pk: int) -> str:
    """Sign the whole record, if there is anything, and write the ZIP; return the state."""
    found = Parcel.objects.select_related("school", "student__person", "student__school", "by")
    parcel = found.get(pk=pk)
    if parcel.state != Parcel.State.WAITING:
        return parcel.state
    from kindling.credentials.folder import write_parcel  # noqa: PLC0415 (pictures are large)

    by = Viewer.system(parcel.school)
    with inside(parcel.school), tempfile.TemporaryFile() as file:
        try:
            _sign_record(parcel.student, by)
            for one in narratives_of(parcel.student):
                keep_copy(one, by=by)
            write_parcel(file, parcel.student)
        except Exception:
            log.exception("A folder of credentials could not be made")
            take_step(parcel, "fail", by=by)
            return parcel.state
        size = file.tell()
        file.seek(0)
        name = f"credentials/{parcel.school.public_id}/{get_random_string(24)}.zip"
        kept = default_storage.save(name, File(file))
    take_step(parcel, "finish", by=by, file=kept, size=size)
    return parcel.state


def _sign_record(student: Student, by: Viewer) -> None:
    if Credential.of(student).exclude(kind=Credential.Kind.RECORD).exists():
        made = make_record(student, by=by)
        issue_credential.call(made.pk)


@every(hours=6)
def sweep_parcels() -> None:
    """After a week a folder is deleted; it can be made again any time."""
    rows = Parcel.objects.exclude(state=Parcel.State.GONE).filter(at__lt=timezone.now() - STAYS)
    for parcel in rows.select_related("school")[:100]:
        name = parcel.file
        take_step(parcel, "delete", by=Viewer.system(parcel.school), file="")
        if name:
            default_storage.delete(name)
