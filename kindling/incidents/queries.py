"""What the pages of worries show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.incidents import rules
from kindling.incidents.along import Section, sections
from kindling.incidents.models import (
    Incident,
    Reader,
    Reading,
    Suspension,
    TrustedAdult,
    Word,
    WorryPlan,
)
from kindling.incidents.offers import Offer, offers_to, reads
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LATEST = 50  # openings the log shows
TONES = {
    Incident.State.REPORTED: "warn",
    Incident.State.ACTING: "info",
    Incident.State.INVESTIGATED: "info",
    Incident.State.CLOSED: "quiet",
}


@dataclass(frozen=True)
class WorryPage:
    """The form of a student, and what they have written before."""

    student: Student
    offers: list[Offer]
    places: list[Placement]
    principals: list[Person]
    emergency: str
    earlier: list[Incident]


def worry_page(viewer: Viewer, student: Student) -> WorryPage:
    return WorryPage(
        student=student,
        offers=offers_to(viewer, student),
        places=list(rules.running_placements(student)),
        principals=list(rules.principals_for(viewer, student)),
        emergency=emergency_of(rules.plan_of(viewer)),
        earlier=list(rules.visible_worries(viewer)[:20]),
    )


def emergency_of(plan: WorryPlan) -> str:
    """What to do in an emergency, in the school's words or ours."""
    return plan.emergency or _("If somebody is in danger now, call 911.")


@dataclass(frozen=True)
class Told:
    """A worry as the student who wrote it reads it."""

    worry: Incident
    words: list[Word]
    told_to: list[Word]  # who was told, and when; their text is not the student's
    emergency: str
    is_paused: bool

    @property
    def where(self) -> str:
        """How far it has come, in a sentence."""
        one = self.worry
        if not one.is_open:
            return _("It is closed. You can write more at any time, and it opens again.")
        if one.read_at is None:
            return _("Nobody has opened it yet.")
        if one.state == Incident.State.REPORTED:
            return _("It was read. The next step is theirs.")
        return _("They are working on it.")


def told_page(viewer: Viewer, worry: Incident) -> Told:
    place = worry.placement
    return Told(
        worry=worry,
        words=list(rules.words_for_student(worry)),
        told_to=list(rules.told_for_student(worry)),
        emergency=emergency_of(rules.plan_of(viewer)),
        is_paused=place is not None and place.state == Placement.State.PAUSED,
    )


def incident_list(viewer: Viewer, *, is_open: bool) -> QuerySet[Incident]:
    """Those one may read: unread first, then the newest. One statement and one for the count."""
    rows = rules.visible_incidents(viewer)
    closed = {"state": Incident.State.CLOSED}
    rows = rows.exclude(**closed) if is_open else rows.filter(**closed)
    unread = Q(read_at__isnull=True)
    return rows.annotate(is_unread=unread).order_by("-is_unread", "-opened_at", "-pk")


@dataclass(frozen=True)
class Milestone:
    """One part of the way, and when it was reached; None while it was not."""

    label: str
    at: datetime | None


@dataclass(frozen=True)
class IncidentPage:
    """Everything about one incident, for somebody who may read it."""

    incident: Incident
    words: list[Word]
    readers: list[Reader]
    readings: list[Reading]
    principals: list[Person]
    may_decide: bool
    is_site_paused: bool
    suspension: Suspension | None
    sections: list[Section]  # of apps above
    family: list[Person]  # against one of whom it may be

    @property
    def has_place(self) -> bool:
        place = self.incident.placement
        return place is not None and place.state in Placement.RUNNING

    @property
    def is_paused(self) -> bool:
        place = self.incident.placement
        return place is not None and place.state == Placement.State.PAUSED

    @property
    def has_student(self) -> bool:
        """The student raised it, and reads the answers."""
        return self.incident.source == Incident.Source.STUDENT

    def when(self, *kinds: str, whom: tuple[str, ...] = ()) -> datetime | None:
        """When something of these kinds was first written."""
        rows = (w for w in self.words if w.kind in kinds and (not whom or w.whom in whom))
        return next((w.told_at or w.at for w in rows), None)

    @property
    def way(self) -> list[Milestone]:
        kind, whom = Word.Kind, Word.Whom
        family = self.when(kind.TOLD, whom=(whom.FAMILY, whom.NOT_FAMILY))
        return [
            Milestone(_("Reported"), self.incident.opened_at),
            Milestone(_("Read"), self.incident.read_at),
            Milestone(_("First action"), self.when(kind.ACTION)),
            Milestone(_("Family: told, or decided not to"), family),
            Milestone(_("Principal knows"), self.principal_at),
            Milestone(_("Looked into"), self.when(kind.FOUND)),
            Milestone(_("Closed"), None if self.incident.is_open else self.when(kind.OUTCOME)),
        ]

    @property
    def principal_at(self) -> datetime | None:
        known = {person.pk for person in self.principals}
        opened = [one.at for one in self.readings if one.person_id in known]
        told = self.when(Word.Kind.TOLD, whom=(Word.Whom.PRINCIPAL,))
        return min([*opened, *([told] if told else [])], default=None)


def incident_page(viewer: Viewer, incident: Incident) -> IncidentPage:
    """Gather the page in six statements, and one for the place."""
    return IncidentPage(
        incident=incident,
        words=list(rules.words_of(incident)),
        readers=list(rules.readers_of(incident)),
        readings=list(rules.readings_of(incident)[:LATEST]),
        principals=list(rules.principals_for(viewer, incident.student)),
        may_decide=rules.may_decide(viewer, incident),
        is_site_paused=rules.is_site_paused(incident),
        suspension=rules.suspension_of(incident),
        sections=sections(viewer, incident),
        family=list(rules.guardians_of(incident)),
    )


@dataclass(frozen=True)
class AdultsPage:
    """Whom the school offers, and who cannot be reached."""

    plan: WorryPlan
    emergency: str
    adults: list[TrustedAdult]

    @property
    def unreachable(self) -> list[Person]:
        """Offered, and unable to sign in: students do not see them."""
        return [row.person for row in self.adults if not reads(row.person)]


def adults_page(viewer: Viewer) -> AdultsPage:
    plan = rules.plan_of(viewer)
    return AdultsPage(plan, emergency_of(plan), list(rules.offered_adults(viewer)))


def waits(viewer: Viewer) -> list[Wait]:
    """What was written to this adult and is not read yet. No name stands in a list. One statement."""
    if viewer.purpose or not viewer.is_staff:
        return []
    rows = rules.visible_incidents(viewer).filter(read_at__isnull=True)
    rows = rows.filter(Q(adult=viewer.person_id) | Q(escalated_at__isnull=False))
    return [
        Wait(
            key=f"worry.read:{one.public_id}", icon="life-buoy", url=one.get_absolute_url(),
            say=_("Somebody has a worry and waits for an answer."), holds_up=HoldsUp.STUDENT,
            since=one.opened_at,
        )
        for one in rows.order_by("due_at", "pk")[:MOST]
    ]  # fmt: skip
