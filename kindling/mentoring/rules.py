"""Who sees how mentors stand, who answers them, and what a mentor does behind their own link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kindling.clearance.items import On
from kindling.clearance.models import Proof
from kindling.conversations.models import Thread
from kindling.evaluations.models import Evaluation
from kindling.exhibitions.models import Panelist
from kindling.history.models import Event
from kindling.mentoring.models import ChapterRead, ClassVisit, MentorPath, Orientation
from kindling.passes.models import Pass
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.placements.rules import CONFIRM_DAYS, GUIDE
from kindling.projects.models import Project
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Quiet, Site
from kindling.sites.rules import visible_sites
from kindling.thanks.models import Thanks

KEEPERS = (Role.COORDINATOR, Role.PRINCIPAL)


def may_see_mentors(viewer: Viewer) -> bool:
    """Leaders and advisors: how mentors stand, and how they answer."""
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_keep(viewer: Viewer) -> bool:
    """The coordinator answers for mentors; the principal may, too. They read applications."""
    return viewer.is_a(*KEEPERS, Role.SYSTEM) and not viewer.purpose


def may_name(viewer: Viewer) -> bool:
    """Invite, accept, retire: mentors are people the coordinator answers for."""
    return viewer.is_a(Role.COORDINATOR, Role.SYSTEM) and not viewer.purpose


def is_guide(viewer: Viewer) -> bool:
    """The bearer of a mentor's own link, unless they guide nobody for now."""
    held = viewer.purpose in (GUIDE, CONFIRM_DAYS) and viewer.person is not None
    return held and viewer.person.suspended_at is None  # type: ignore[union-attr]


def speaks_for(viewer: Viewer, person: Person) -> bool:
    """The mentor themselves, by their link."""
    return is_guide(viewer) and viewer.person_id == person.pk


def visible_mentors(viewer: Viewer) -> QuerySet[Person]:
    """Adults who guide or guided, and those on their way; by name."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, student__isnull=True)
    if not may_see_mentors(viewer):
        return people.none()
    worn = Membership.objects.filter(school=viewer.school, role=Role.MENTOR)
    known = Q(pk__in=worn.values("person")) | Q(mentor_path__isnull=False)
    known |= Q(mentored__isnull=False) | Q(mentor_sites__isnull=False)
    rows = people.filter(known, merged_into__isnull=True)
    return rows.distinct().order_by("sort_name", "pk")


def invitable_sites(viewer: Viewer) -> QuerySet[Site]:
    return visible_sites(viewer).order_by("name", "pk")


def adults_with(viewer: Viewer, email: str) -> QuerySet[Person]:
    """Adults of the school with this address, an alum too: nobody stands here twice."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, merged_into__isnull=True)
    learns = Student.objects.filter(person__school=viewer.school, state=Student.State.ENROLLED)
    return people.filter(email__iexact=email).exclude(pk__in=learns.values("person"))


def may_offer_self(viewer: Viewer) -> bool:
    """Somebody who learned here once, signed in."""
    return viewer.is_a(Role.ALUM) and not viewer.purpose


def path_of(person: Person) -> MentorPath | None:
    """One's own way, or that of somebody one sees. One statement."""
    return MentorPath.objects.filter(person=person).select_related("person", "site").first()


def paths_waiting(viewer: Viewer) -> QuerySet[MentorPath]:
    """Applications that nobody has answered, for who answers them."""
    rows = MentorPath.objects.filter(school=viewer.school, state=MentorPath.State.APPLIED)
    return (rows if may_keep(viewer) else rows.none()).select_related("person")


def paths_with(people: Iterable[int]) -> QuerySet[MentorPath]:
    """Of people one sees."""
    return MentorPath.objects.filter(person__in=list(people))


def checks_about(school: School, people: Iterable[int], item: str) -> QuerySet[Proof]:
    """What was checked and found good about these mentors: only how it stands, nobody reads it."""
    rows: QuerySet[Proof] = Proof.objects.filter(
        school=school, item=item, on=On.MENTOR, mentor__in=list(people), state=Proof.State.VERIFIED
    )
    return rows.only("mentor_id", "until_on", "handed_at").order_by("handed_at", "pk")


def orientations_of(people: Iterable[int]) -> QuerySet[Orientation]:
    return Orientation.objects.filter(person__in=list(people)).order_by("on", "pk")


def read_chapters(person: Person, version: int) -> set[str]:
    """Which chapters somebody has read. One statement."""
    rows = ChapterRead.objects.filter(person=person, version=version)
    return set(rows.values_list("chapter", flat=True))


def running_with(people: Iterable[int]) -> QuerySet[Placement]:
    """Internships that run with these mentors."""
    rows = Placement.objects.running().filter(mentor__in=list(people))
    return rows.select_related("student__person", "site").order_by(
        "student__person__sort_name", "pk"
    )


def who_guide_now(school: School) -> QuerySet[Person]:
    """With whom somebody learns now. For the clock."""
    running = Placement.objects.running().filter(school=school)
    people = Person.objects.filter(school=school, pk__in=running.values("mentor"))
    return people.select_related("school").order_by("pk")


def is_lapse_noted(person: Person, until: str) -> bool:
    """Whether the end of this check is in the history already."""
    rows = Event.objects.filter(
        school=person.school_id, subject_id=person.public_id, verb="mentor.lapse"
    )
    return rows.filter(detail__until=until).exists()


def advisors_with(students: Iterable[int], on: date) -> QuerySet[Connection]:
    """Whom to call about these students: their advisors of that day."""
    rows = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on), student__in=list(students),
        role=Role.ADVISOR, is_substitute=False, since_on__lte=on,
    )  # fmt: skip
    return rows.select_related("adult").order_by("pk")


# --- behind a mentor's own link: what is theirs, and nobody else's ---------------------------


def own_interns(viewer: Viewer) -> QuerySet[Placement]:
    """Who learns with the bearer now."""
    rows = running_with([viewer.person_id or 0]).filter(school=viewer.school)
    return rows if is_guide(viewer) else rows.none()


def own_evaluations(viewer: Viewer) -> QuerySet[Evaluation]:
    """What the school asked this mentor, the newest first."""
    rows = Evaluation.objects.filter(school=viewer.school, mentor=viewer.person_id or 0)
    rows = rows.exclude(state=Evaluation.State.OFF).select_related("student__person", "term")
    return (rows if is_guide(viewer) else rows.none()).order_by("-opened_at", "-pk")


def own_projects(viewer: Viewer) -> QuerySet[Project]:
    """Projects of their interns that are not over."""
    rows = Project.objects.filter(school=viewer.school, mentor=viewer.person_id or 0)
    rows = rows.filter(Q(placement__isnull=True) | Q(placement__mentor=viewer.person_id))
    return (rows.filter(state__in=Project.OPEN) if is_guide(viewer) else rows.none()).order_by("pk")


def own_panels(viewer: Viewer) -> QuerySet[Panelist]:
    """Exhibitions they were asked to that are still ahead."""
    rows = Panelist.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, off_at__isnull=True,
        state__in=(Panelist.State.ASKED, *Panelist.ANSWERED),
        exhibition__on__gte=viewer.school.today(),
    )  # fmt: skip
    rows = rows.select_related("exhibition__student__person").order_by("exhibition__on", "pk")
    return rows if is_guide(viewer) else rows.none()


def own_threads(viewer: Viewer) -> QuerySet[Thread]:
    """Conversations with an intern, in which the school reads along, and about one with the school."""
    rows = Thread.objects.filter(
        school=viewer.school, outside=viewer.person_id or 0, outside_as=Thread.Outside.MENTOR
    )
    return (rows if is_guide(viewer) else rows.none()).order_by("pk")


def own_visits(viewer: Viewer) -> QuerySet[ClassVisit]:
    """Classes they asked to come, the newest first."""
    rows = ClassVisit.objects.filter(school=viewer.school, mentor=viewer.person_id or 0)
    return (rows if is_guide(viewer) else rows.none()).select_related("site").order_by("-pk")


def own_letters(viewer: Viewer) -> QuerySet[Thanks]:
    """Thank-yous that were sent to them."""
    rows = Thanks.objects.filter(school=viewer.school, mentor=viewer.person_id or 0)
    rows = rows.filter(state=Thanks.State.SENT).select_related("student__person", "staff")
    return (rows if is_guide(viewer) else rows.none()).order_by("-sent_on", "-pk")


def own_quiets(viewer: Viewer) -> QuerySet[Quiet]:
    """The rest they asked for themselves, while it lasts."""
    rows = Quiet.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, by__isnull=True,
        lifted_on__isnull=True, until_on__gte=viewer.school.today(),
    )  # fmt: skip
    return rows if is_guide(viewer) else rows.none()


def own_passes(viewer: Viewer) -> QuerySet[Pass]:
    """Their links that work, the newest first. What the school sent them, in one place."""
    rows = Pass.objects.filter(school=viewer.school, bearer=viewer.person_id or 0, revoked_at=None)
    rows = rows.filter(expires_at__gt=viewer.school.now()).order_by("-pk")
    return rows if is_guide(viewer) else rows.none()


def own_sites(viewer: Viewer) -> QuerySet[Site]:
    """Where the bearer guides now."""
    rows = Site.objects.filter(school=viewer.school, mentors__person=viewer.person_id or 0)
    rows = rows.filter(mentors__until_on__isnull=True).distinct()
    return (rows if is_guide(viewer) else rows.none()).order_by("name", "pk")


# --- classes that were asked to come ----------------------------------------------------------


def visible_visits(viewer: Viewer) -> QuerySet[ClassVisit]:
    """Staff who see mentors; the newest first."""
    rows: QuerySet[ClassVisit] = ClassVisit.objects.filter(school=viewer.school)
    rows = rows.select_related("mentor", "site__organisation").order_by("-offered_on", "-pk")
    return rows if may_see_mentors(viewer) else rows.none()


def may_answer_visit(viewer: Viewer, visit: ClassVisit) -> bool:
    return may_name(viewer) and visit.school_id == viewer.school.pk


def guiding_now(viewer: Viewer) -> QuerySet[Person]:
    """Mentors with whom somebody learns now."""
    running = Placement.objects.running().filter(school=viewer.school)
    return visible_mentors(viewer).filter(pk__in=running.values("mentor"))
