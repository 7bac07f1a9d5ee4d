"""Sign what was awarded, and the list of what holds no more. In the background: it is slow."""

from __future__ import annotations

from datetime import timedelta
from secrets import randbelow

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.credentials.models import Credential, StatusList
from kindling.history.steps import take_step
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

State = Credential.State
RENEW = timedelta(days=7)
FULL = StatusList.SIZE // 2  # then places are found by chance no longer at once


@task
def issue_credential(pk: int) -> str:
    """Sign one credential; return its state. What is signed already stays as it is."""
    from kindling.credentials.sealing import sealed  # noqa: PLC0415 (JSON-LD is large)

    with transaction.atomic():
        credential = _hold(pk)  # the folder and the worker may sign the same at once
        if credential.state != State.WAITING:
            return credential.state
        if credential.kind == Credential.Kind.RECORD:  # nothing in it is revoked meanwhile
            Student.objects.select_for_update().get(pk=credential.student_id)
        school, now = credential.school, timezone.now()
        held = _lock(_list_for(school).pk)
        index = _free_place(held)
        document, token = sealed(credential, held, index, now)
        take_step(
            credential, "issue", by=Viewer.system(school), issued_at=now, status_list=held,
            status_index=index, document=document, token=token, detail={},
        )  # fmt: skip
        if not held.document:
            _publish(held)
    return credential.state


@task
def publish_status(pk: int) -> None:
    """Sign the list anew, with what was revoked meanwhile."""
    with transaction.atomic():
        _publish(_lock(pk))


@every(minutes=10)
def issue_what_waits() -> None:
    """A worker may have been killed: try again what was not signed."""
    waiting = Credential.objects.filter(state=State.WAITING)
    for pk in waiting.order_by("pk").values_list("pk", flat=True)[:50]:
        issue_credential.enqueue(pk)


@every(minutes=10)
def renew_lists() -> None:
    """Sign anew each list that lacks a revocation, and in time each that grows old.

    A worker may have been killed before it told the world that something holds no more.
    """
    later = Credential.objects.filter(
        status_list=OuterRef("pk"), state=State.REVOKED, revoked_at__gt=OuterRef("signed_at")
    )
    old = StatusList.objects.filter(Q(signed_at__lt=timezone.now() - RENEW) | Exists(later))
    for pk in old.order_by("signed_at").values_list("pk", flat=True)[:200]:
        publish_status.enqueue(pk)


def _hold(pk: int) -> Credential:
    """Lock one credential: who comes second finds it signed."""
    rows = Credential.objects.select_for_update(of=("self",))
    found: Credential = rows.select_related("school", "student__person", "student__school").get(
        pk=pk
    )
    return found


def _lock(pk: int) -> StatusList:
    rows = StatusList.objects.select_for_update(of=("self",)).select_related("school")
    held: StatusList = rows.get(pk=pk)
    return held


def _list_for(school: School) -> StatusList:
    """The school's newest list, or one more when it is half full."""
    newest = StatusList.objects.filter(school=school).order_by("number").last()
    used = Credential.objects.filter(status_list=newest).count() if newest else 0
    if newest is not None and used < FULL:
        return newest
    number = newest.number + 1 if newest else 1
    made, _is_new = StatusList.objects.get_or_create(school=school, number=number)
    return made


def _free_place(held: StatusList) -> int:
    """A place drawn by chance. The list is locked, so nobody else draws now."""
    while True:
        index = randbelow(StatusList.SIZE)
        if not Credential.objects.filter(status_list=held, status_index=index).exists():
            return index


def _publish(held: StatusList) -> None:
    from kindling.credentials.sealing import sealed_list  # noqa: PLC0415

    now = timezone.now()
    rows = Credential.objects.filter(status_list=held, state=State.REVOKED)
    revoked = rows.order_by("status_index").values_list("status_index", flat=True)
    document = sealed_list(held, [one for one in revoked if one is not None], now)
    StatusList.objects.filter(pk=held.pk).update(document=document, signed_at=now)
