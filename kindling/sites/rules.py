"""Who sees which places, and who may keep them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import Membership, Person
from kindling.schools.roles import LEADERS, Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import (
    Apart,
    Kind,
    Merge,
    Opportunity,
    OpportunityArea,
    OpportunityQuerySet,
    Organisation,
    PutAway,
    Quiet,
    Site,
    SiteClosure,
    SiteCode,
    SiteMentor,
    Suggestion,
    Wish,
)


def visible_opportunities(viewer: Viewer) -> OpportunityQuerySet:
    """Staff see every place; students and families those that are open or paused.

    The bearer of a pass sees none here: the page of the pass says what it must.
    """
    places: OpportunityQuerySet = Opportunity.objects.filter(school=viewer.school)
    if not may_see_places(viewer):
        return places.none()
    if viewer.is_staff or viewer.is_a(Role.SYSTEM):
        return places
    return places.exclude(state=Opportunity.State.CLOSED)


def visible_areas(viewer: Viewer) -> QuerySet[OpportunityArea]:
    """The areas of the places of the viewer's school; which places is decided elsewhere."""
    areas: QuerySet[OpportunityArea] = OpportunityArea.objects.filter(school=viewer.school)
    return areas


def visible_events(viewer: Viewer, public_ids: Iterable[str]) -> QuerySet[Event]:
    """What was done with these things, newest first: for those who answer for the school."""
    events: QuerySet[Event] = Event.objects.filter(school=viewer.school)
    if not may_read_history(viewer):
        return events.none()
    events = events.filter(subject_id__in=list(public_ids)).select_related("by")
    return events.order_by("-at", "-pk")


def visible_sites(viewer: Viewer) -> QuerySet[Site]:
    """Sites with phone numbers and history are for staff; others read the place's page."""
    sites: QuerySet[Site] = Site.objects.filter(school=viewer.school, merged_into__isnull=True)
    return sites.select_related("organisation") if sees_contacts(viewer) else sites.none()


def visible_codes(viewer: Viewer) -> QuerySet[SiteCode]:
    """A code proves that somebody is there, so it is for whoever keeps the places.

    The mentor at the site finds it by the internship their link names (attendance.rules).
    """
    codes: QuerySet[SiteCode] = SiteCode.objects.filter(school=viewer.school)
    return codes.select_related("site", "school") if may_keep_code(viewer) else codes.none()


def visible_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations carry notes of staff, so staff see them."""
    organisations: QuerySet[Organisation] = Organisation.objects.filter(
        school=viewer.school, merged_into__isnull=True
    )
    return organisations if sees_contacts(viewer) else organisations.none()


def visible_site_mentors(viewer: Viewer) -> QuerySet[SiteMentor]:
    """Who guides interns where, with contact details: for staff."""
    mentors: QuerySet[SiteMentor] = SiteMentor.objects.filter(school=viewer.school)
    mentors = mentors.select_related("person", "site")
    return mentors if sees_contacts(viewer) else mentors.none()


def visible_mentors(viewer: Viewer) -> QuerySet[Person]:
    """Adults who guide or guided interns at a site of the school: for staff."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, merged_into__isnull=True)
    if not sees_contacts(viewer):
        return people.none()
    guides = SiteMentor.objects.filter(school=viewer.school).values("person")
    return people.filter(pk__in=guides)


def visible_quiets(viewer: Viewer) -> QuerySet[Quiet]:
    """Who is left in peace, why and until when: for staff. Others read that a place is not open."""
    quiets: QuerySet[Quiet] = Quiet.objects.filter(school=viewer.school)
    quiets = quiets.select_related("site", "person", "by", "lifted_by")
    return quiets.order_by("-pk") if sees_contacts(viewer) else quiets.none()


def visible_merges(viewer: Viewer) -> QuerySet[Merge]:
    """What was merged: for whoever keeps the places. The newest first."""
    merges: QuerySet[Merge] = Merge.objects.filter(school=viewer.school).select_related("by")
    return merges.order_by("-at", "-pk") if may_edit_places(viewer) else merges.none()


def visible_apart(viewer: Viewer) -> QuerySet[Apart]:
    """Who was looked at and is not the same."""
    apart: QuerySet[Apart] = Apart.objects.filter(school=viewer.school)
    return apart if may_edit_places(viewer) else apart.none()


def stand_in(viewer: Viewer, public_id: str) -> str:
    """Of an entry that was merged, the public id of the one that has it all now; else ""."""
    if not sees_contacts(viewer):
        return ""
    live = Merge.objects.filter(school=viewer.school, undone_at__isnull=True)
    found = ""
    while (row := live.filter(gone_id=found or public_id).first()) is not None:
        found = row.kept_id
    return found


def refuse_merged(viewer: Viewer, public_ids: Iterable[str]) -> None:
    """Say to whom comes with an old page that one of these was merged meanwhile."""
    live = visible_merges(viewer).filter(gone_id__in=list(public_ids), undone_at__isnull=True)
    if (row := live.first()) is not None:
        raise Refused(
            _("Someone was faster: %(one)s is part of %(other)s now. Look at them again.")
            % {"one": row.gone_name, "other": row.kept_name}
        )


def may_merge(viewer: Viewer, kind: str) -> bool:
    """Whoever keeps the places merges them; mentors are the coordinator's."""
    return may_edit_mentors(viewer) if kind == Kind.MENTOR else may_edit_places(viewer)


def may_leave_alone(viewer: Viewer, whom: Site | Person) -> bool:
    """The same people decide who is left in peace."""
    return may_edit_places(viewer) if isinstance(whom, Site) else may_edit_mentors(viewer)


def visible_mentor_people(viewer: Viewer) -> QuerySet[Person]:
    """Adults who are mentors of the school already, for whoever may place them at a site."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school, student__isnull=True)
    if not may_edit_mentors(viewer):
        return people.none()
    worn = Membership.objects.filter(school=viewer.school, role=Role.MENTOR, until_on=None)
    return (
        people.filter(merged_into__isnull=True)
        .filter(pk__in=worn.values("person"))
        .order_by("sort_name", "pk")
    )


def visible_site_closures(viewer: Viewer) -> QuerySet[SiteClosure]:
    """When a site receives nobody: for staff. Students read it on their own page."""
    closures: QuerySet[SiteClosure] = SiteClosure.objects.filter(school=viewer.school)
    return closures.select_related("site") if sees_contacts(viewer) else closures.none()


def visible_suggestions(viewer: Viewer) -> QuerySet[Suggestion]:
    """Whoever decides sees all; the suggester sees their own, and what became of it."""
    suggestions: QuerySet[Suggestion] = Suggestion.objects.filter(school=viewer.school)
    if viewer.purpose:
        return suggestions.none()
    if may_edit_places(viewer):
        return suggestions
    return (
        suggestions.filter(by_person_id=viewer.person_id)
        if may_suggest(viewer)
        else (suggestions.none())
    )


def in_order(suggestions: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """Those that wait first, then the newest, with the people they name."""
    waits = Case(When(state=Suggestion.State.WAITING, then=Value(0)), default=Value(1))
    related = ("by_person", "student__person", "opportunity")
    return suggestions.select_related(*related).order_by(waits, "-created_at", "-pk")


def visible_wishes(viewer: Viewer) -> QuerySet[Wish]:
    """A wish list is the student's own; it asks nobody and tells nobody."""
    wishes: QuerySet[Wish] = Wish.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return wishes.none()
    mine = Q(student__person_id=viewer.person_id)
    return wishes.filter(mine).exclude(opportunity__state=Opportunity.State.CLOSED)


def visible_put_away(viewer: Viewer) -> QuerySet[PutAway]:
    """What a student does not want to be offered again is theirs alone."""
    away: QuerySet[PutAway] = PutAway.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return away.none()
    mine = Q(student__person_id=viewer.person_id)
    return away.filter(mine)


def may_see_places(viewer: Viewer) -> bool:
    """Staff, students and families; a coach, an alum or a mentor has no use for them."""
    inside = viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN, Role.SYSTEM)
    return inside and not viewer.purpose


def own_student(viewer: Viewer) -> Student | None:
    """Return the viewer as a student of this school, or None for everyone else. One statement."""
    if viewer.person is None or viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.PLAN).filter(person=viewer.person).first()


def sees_contacts(viewer: Viewer) -> bool:
    """Phone numbers and addresses of mentors are for staff."""
    return not viewer.purpose and (viewer.is_staff or viewer.is_a(Role.SYSTEM))


def may_edit_places(viewer: Viewer) -> bool:
    """The coordinator keeps the places; the principal may stand in."""
    keepers = viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)
    return keepers and not viewer.purpose


may_keep_code = may_edit_places  # show, print, renew, stop


def keepers(viewer: Viewer) -> QuerySet[Person]:
    """The coordinators of the viewer's school today: they are told what waits for them."""
    today = viewer.school.today()
    worn = Membership.objects.filter(
        school=viewer.school, role=Role.COORDINATOR, since_on__lte=today
    ).exclude(until_on__lt=today)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("pk")


def may_decide(viewer: Viewer) -> bool:
    """Whoever keeps the places decides about suggested ones."""
    return may_edit_places(viewer)


def may_edit_mentors(viewer: Viewer) -> bool:
    """Mentors are people the coordinator answers for; nobody else adds or ends them."""
    return viewer.is_a(Role.COORDINATOR, Role.SYSTEM) and not viewer.purpose


def may_read_history(viewer: Viewer) -> bool:
    """What was done with a place is for those who answer for the school."""
    return viewer.is_a(*LEADERS)


def may_suggest(viewer: Viewer) -> bool:
    """Students and families know places that the school does not."""
    return viewer.is_a(Role.STUDENT, Role.GUARDIAN) and not viewer.purpose


def may_wish(viewer: Viewer) -> bool:
    """Only students keep a wish list."""
    return viewer.is_a(Role.STUDENT) and not viewer.purpose
