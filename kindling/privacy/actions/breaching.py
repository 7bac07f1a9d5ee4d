"""Answer for something that got lost: who is touched, stop it, write to them, keep the log."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.accounts.actions import close_ways_in, end_other_sessions
from kindling.accounts.models import Token
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.passes.actions import revoke_pass
from kindling.passes.models import Pass
from kindling.privacy import rules
from kindling.privacy.duties import BY_KEY, DUTIES
from kindling.privacy.models import Breach, BreachDuty, BreachWord, Seen
from kindling.privacy.touched import opened, reachable
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def report_breach(
    kind: str, person: Person | None, happened: str, *, since_on: date, until_on: date, by: Viewer
) -> Breach:
    """Open a case, work out whom it touches, and begin every duty's clock."""
    require(rules.may_answer(by))
    if by.person is None:
        raise PermissionDenied
    breach: Breach = Breach.objects.create(
        school=by.school, kind=kind, person=person, happened=happened, since_on=since_on,
        until_on=until_on, found_at=by.school.now(), by=by.person,
    )  # fmt: skip
    BreachDuty.objects.bulk_create(
        BreachDuty(
            school=by.school, breach=breach, key=one.key, due_at=breach.found_at + one.within
        )
        for one in DUTIES
    )
    record("breach.report", breach, by=by, kind=kind)
    look_again(breach, by=by)
    return breach


@transaction.atomic
def look_again(breach: Breach, *, by: Viewer) -> int:
    """Work out once more whom it touches; nobody who stood there is taken out. How many in all."""
    require(rules.may_answer(by))
    sure, perhaps = opened(breach), reachable(breach)
    for student in {*sure, *perhaps}:
        topics = sorted(sure.get(student, set()) | perhaps.get(student, set()))
        told = {"topics": topics, "was_opened": student in sure, "school": breach.school}
        Seen.objects.update_or_create(breach=breach, student_id=student, defaults=told)
    count = breach.seen.count()
    record("breach.look", breach, by=by, students=count)
    return count


@transaction.atomic
def stop_breach(breach: Breach, *, by: Viewer) -> None:
    """End every sign-in, key and link of the person; of an account also its password and sheet."""
    require(rules.may_answer(by))
    person = breach.person
    if person is None:
        raise Refused(_("Nobody's account is named here. Stop it by hand and tick it off."))
    if person.user:
        if breach.kind == Breach.Kind.ACCOUNT:
            close_ways_in(person.user)
        end_other_sessions(person.user, keep=None)
        Token.objects.filter(
            user=person.user, school_id=by.school.pk, revoked_at__isnull=True
        ).update(revoked_at=by.school.now())
    held = Pass.objects.filter(school=by.school, bearer=person, revoked_at__isnull=True)
    for one in held.filter(expires_at__gt=by.school.now()):
        revoke_pass(one, by=by)
    Breach.objects.filter(pk=breach.pk).update(stopped_at=by.school.now())
    record("breach.stop", breach, by=by)
    _tick(breach, "stop", by=by)


@transaction.atomic
def do_duty(breach: Breach, key: str, *, by: Viewer) -> None:
    """Tick one off."""
    require(rules.may_answer(by))
    _tick(breach, key, by=by)
    record("breach.duty", breach, by=by, duty=key)


def _tick(breach: Breach, key: str, *, by: Viewer) -> None:
    told = {"done_at": by.school.now(), "done_by": by.person}
    breach.duties.filter(key=key, done_at__isnull=True).update(**told)


@transaction.atomic
def say_on_breach(breach: Breach, text: str, *, by: Viewer) -> BreachWord:
    """Add a line to the log."""
    require(rules.may_answer(by))
    if by.person is None:
        raise PermissionDenied
    word: BreachWord = BreachWord.objects.create(
        school=by.school, breach=breach, text=text, by=by.person, at=by.school.now()
    )
    record("breach.say", breach, by=by)
    return word


@transaction.atomic
def close_breach(breach: Breach, *, by: Viewer) -> None:
    """Close it once every duty is done."""
    require(rules.may_answer(by))
    left = breach.duties.filter(done_at__isnull=True).values_list("key", flat=True)
    if left:
        names = ", ".join(str(BY_KEY[key].label) for key in left)
        raise Refused(_("Before you close it: %(names)s.") % {"names": names})
    take_step(breach, "close", by=by)
