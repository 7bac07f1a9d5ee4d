"""What the adult who was asked, or the principal, decides: the pause, who reads, the end."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.incidents import rules
from kindling.incidents.actions.raising import say
from kindling.incidents.actions.suspending import end_suspension
from kindling.incidents.actions.telling import tell
from kindling.incidents.models import Incident, Reader, Reading, Word
from kindling.kit.http import Refused, require
from kindling.placements.actions import hold_placement, release_placement, tell_mentor_of_pause
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.actions import hold_site

Kind, Whom = Word.Kind, Word.Whom


@transaction.atomic
def pause_there(incident: Incident, *, by: Viewer) -> None:
    """Expect the student there no more for now. Nobody else is told by it."""
    require(rules.may_decide(by, incident))
    hold_placement(_place(incident), by=by)
    record("incident.pause", incident, by=by)
    say(incident, Kind.ACTION, _("The internship is paused."), by=by)


@transaction.atomic
def resume_there(incident: Incident, *, by: Viewer) -> None:
    """Expect the student there again; student, advisor and coordinator are told."""
    require(rules.may_decide(by, incident))
    release_placement(_place(incident), by=by)
    record("incident.resume", incident, by=by)
    say(incident, Kind.ACTION, _("The internship goes on."), by=by)


@transaction.atomic
def pause_site(incident: Incident, text: str, *, by: Viewer) -> None:
    """Send no new students to the place. Why is written here; the place itself says only "paused"."""
    require(rules.may_decide(by, incident))
    if not incident.is_open:
        raise Refused(_("It is closed. Open it again first."))
    hold_site(_place(incident).site, by=by)
    record("incident.pause_site", incident, by=by)
    facts = {"reason": text.strip()[:3900]}
    said = _("No new students are sent to the place: %(reason)s") % facts
    say(incident, Kind.ACTION, said, by=by)


@transaction.atomic
def double_visits(incident: Incident, *, is_on: bool, by: Viewer) -> None:
    """Let somebody look in twice as often, or as usual again. Elsewhere only the rhythm shows."""
    require(rules.may_decide(by, incident))
    _place(incident)
    if (
        Incident.objects.filter(pk=incident.pk)
        .exclude(doubles_visits=is_on)
        .update(doubles_visits=is_on)
    ):
        incident.doubles_visits = is_on
        record("incident.double_visits", incident, by=by, is_on=is_on)
        said = _("Visits twice as often.") if is_on else _("Visits as often as usual.")
        say(incident, Kind.ACTION, said, by=by)


@transaction.atomic
def tell_mentor(incident: Incident, *, by: Viewer) -> None:
    """Write to the mentor that it is paused, and nothing else."""
    require(rules.may_decide(by, incident))
    place = _place(incident)
    if place.state != Placement.State.PAUSED:
        raise Refused(_("The internship is not paused, so there is nothing to tell the mentor."))
    tell_mentor_of_pause(place, by=by)
    record("incident.tell_mentor", incident, by=by)
    text = _("Kindling wrote that the internship is paused, without a reason.")
    say(incident, Kind.TOLD, text, whom=Whom.MENTOR, told_at=by.school.now(), by=by)


@transaction.atomic
def add_reader(incident: Incident, person: Person, *, by: Viewer) -> None:
    """Let one more adult of the school read it all. Adding them twice changes nothing."""
    require(rules.may_decide(by, incident))
    if not rules.staff_today(by).filter(pk=person.pk).exists():
        raise Refused(_("Only somebody who works at the school can be added."))
    since = by.school.now()
    facts = {"incident": incident, "person": person, "added_by": by.person, "since_at": since}
    try:
        with transaction.atomic():
            Reader.objects.create(school=by.school, **facts)
    except IntegrityError:
        return
    record("incident.add_reader", incident, by=by, person=person.public_id)
    tell([person], "added", by=by)


@transaction.atomic
def end_reader(incident: Incident, person: Person, *, by: Viewer) -> None:
    """From now on this adult does not read it any more. That they did stays in the log."""
    require(rules.may_decide(by, incident))
    rows = Reader.objects.filter(incident=incident, person=person, until_at__isnull=True)
    if rows.update(until_at=by.school.now()):
        record("incident.end_reader", incident, by=by, person=person.public_id)


@transaction.atomic
def name_against(incident: Incident, person: Person | None, *, by: Viewer) -> None:
    """Write down against whom of the family it is, or that it is against nobody of them.

    From now on they are told nothing of it here; the history keeps no name.
    """
    require(rules.may_decide(by, incident))
    require(person is None or rules.guardians_of(incident).filter(pk=person.pk).exists())
    Incident.objects.filter(pk=incident.pk).update(against=person)
    incident.against = person
    record("incident.name_against", incident, by=by)


@transaction.atomic
def close_incident(incident: Incident, text: str, *, by: Viewer) -> None:
    """Close it with an outcome, once it is written down that family and principal know, or why not.

    A mentor who was suspended because of it guides students again.
    """
    require(rules.may_decide(by, incident))
    told = set(
        Word.objects.filter(incident=incident, kind=Kind.TOLD).values_list("whom", flat=True)
    )
    if not told & {Whom.FAMILY, Whom.NOT_FAMILY}:
        raise Refused(_("First write down when the family was told, or why not."))
    if Whom.PRINCIPAL not in told and not _principal_read(incident, by):
        raise Refused(_("First tell the principal, and write down when."))
    take_step(incident, "close", by=by)
    end_suspension(incident, by=by)
    say(incident, Kind.OUTCOME, text.strip()[:4000], by=by)


@transaction.atomic
def reopen_incident(incident: Incident, *, by: Viewer) -> None:
    """Something is left to do."""
    require(rules.may_decide(by, incident))
    take_step(incident, "reopen", by=by)


def _principal_read(incident: Incident, by: Viewer) -> bool:
    principals = rules.principals_for(by, incident.student)
    return Reading.objects.filter(incident=incident, person__in=principals).exists()


def _place(incident: Incident) -> Placement:
    if incident.placement_id is None:
        raise Refused(_("No internship is named here, so there is nothing to pause."))
    place: Placement = Placement.objects.for_list().get(pk=incident.placement_id)
    return place
