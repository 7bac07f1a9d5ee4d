"""What the school says about going after places, and what holds for one student."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from kindling.people.models import Student
from kindling.placements.models import PursuitLimit, PursuitPolicy
from kindling.schools.models import School
from kindling.sites.models import Site


def policy_of(school: School) -> PursuitPolicy:
    """The school's policy; one that is not saved where it has said nothing. One statement."""
    found: PursuitPolicy | None = PursuitPolicy.objects.filter(school=school).first()
    return found or PursuitPolicy(school=school)


def own_limit(student: Student) -> PursuitLimit | None:
    """What was set for this student last; None where the school's number counts."""
    rows = PursuitLimit.objects.filter(student=student).order_by("-at", "-pk")
    newest: PursuitLimit | None = rows.first()
    return newest if newest and newest.most is not None else None


def most_pursuits(student: Student, school: School) -> int:
    """How many places the student may go after at once. One statement."""
    own = own_limit(student)
    return school.pursuit_limit if own is None or own.most is None else own.most


def lock_site(key: int) -> None:
    """Where a school limits how many go after one site, two who ask at once count each other."""
    limited = PursuitPolicy.objects.filter(school=OuterRef("school"), site_limit__isnull=False)
    Site.objects.select_for_update(no_key=True).filter(Exists(limited), pk=key).first()
