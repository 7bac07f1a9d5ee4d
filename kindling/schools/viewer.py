"""Who is asking, at which school, wearing which hats."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from kindling.accounts.models import User
from kindling.schools.models import Membership, Person, School
from kindling.schools.ready import ready
from kindling.schools.roles import LEADERS, STAFF, Role


@ready
def _hats(_nobody: None, user: int, slug: str) -> QuerySet[Membership]:
    """Every hat this user ever wore at this school."""
    hats: QuerySet[Membership] = Membership.objects.filter(person__school__slug=slug)
    hats = hats.filter(person__user=user).order_by("pk")
    return hats.select_related("person__school__network")


@dataclass(frozen=True)
class Viewer:
    """A person at one school, or Kindling's own clock (no person), or the bearer of a pass.

    `purpose` and `subjects` (public ids) are set for a pass only: it allows nothing else.
    """

    person: Person | None
    school: School
    roles: frozenset[str]
    purpose: str = ""
    subjects: frozenset[str] = field(default_factory=frozenset)
    scope: str = "write"  # a read-only API token may not write

    def is_a(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def is_leader(self) -> bool:
        """Sees the whole school."""
        return self.is_a(*LEADERS)

    @property
    def is_staff(self) -> bool:
        return self.is_a(*STAFF)

    @property
    def person_id(self) -> int | None:
        return self.person.pk if self.person else None

    def holds(self, purpose: str, public_id: str) -> bool:
        """Say whether the pass in hand is for this purpose and names this thing."""
        return self.purpose == purpose and public_id in self.subjects

    @classmethod
    def of(cls, user: User, slug: str) -> Viewer | None:
        """Return the user as the school named by the slug knows them; None for a stranger.

        One statement brings school, person and hats.
        """
        hats = _hats(None, user.pk, slug)
        if not hats:
            return None
        school = hats[0].person.school
        today = school.today()
        roles = {
            hat.role
            for hat in hats
            if hat.since_on <= today and (hat.until_on is None or hat.until_on >= today)
        }
        return cls(hats[0].person, school, frozenset(roles)) if roles else None

    @classmethod
    def of_person(cls, person: Person) -> Viewer:
        """Return the person with the hats they wear today (tests, tokens, tasks)."""
        today = person.school.today()
        worn = Membership.objects.filter(person=person, since_on__lte=today)
        worn = worn.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
        return cls(person, person.school, frozenset(worn.values_list("role", flat=True)))

    @classmethod
    def system(cls, school: School) -> Viewer:
        """Kindling itself, acting by the clock or for an import."""
        return cls(None, school, frozenset({Role.SYSTEM.value}))
