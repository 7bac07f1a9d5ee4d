"""What has to hold before a step, beyond who may take it. Each raises with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kindling.clearance.items import Stage
from kindling.clearance.queries import hours_refusal, refusal
from kindling.kit.http import Refused
from kindling.placements import rules
from kindling.placements.models import Approval, Placement, Pursuit, Tie
from kindling.placements.timetable import Slot
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.composing import left_alone
from kindling.sites.models import Opportunity, Site

LONGEST = timedelta(days=366)
STAGE_STATE = {
    Approval.Stage.PURSUE: Pursuit.State.REQUESTED,
    Approval.Stage.START: Pursuit.State.START_REQUESTED,
}


def check_until(until: date, today: date) -> None:
    """Raise ValidationError for a day that has passed, or that is years away."""
    if until < today:
        raise ValidationError({"until_on": _("Choose today or a later day.")})
    if until > today + LONGEST:
        raise ValidationError({"until_on": _("Choose a day within the next year.")})


def check_open(pursuit: Pursuit) -> None:
    """Raise Refused where the place takes nobody."""
    check_awake(pursuit)
    if pursuit.opportunity.state != Opportunity.State.OPEN:
        raise Refused(
            _("%(place)s takes no students now. Open it first, then approve.")
            % {"place": pursuit.opportunity.title}
        )


def check_awake(pursuit: Pursuit) -> None:
    """Raise Refused while the site rests or is not contacted."""
    if pursuit.opportunity.site.is_quiet_on(pursuit.school.today()):
        raise Refused(
            _("%(place)s is left in peace now. The page of its site says why.")
            % {"place": pursuit.opportunity.title}
        )


def check_ties(pursuit: Pursuit) -> None:
    """Raise Refused while somebody declared a tie to the place and nobody decided on it."""
    if Tie.objects.filter(pursuit=pursuit, state=Tie.State.DECLARED).exists():
        raise Refused(
            _("A tie to %(place)s was declared. The coordinator decides on it first.")
            % {"place": pursuit.opportunity.title}
        )


def check_ready(pursuit: Pursuit) -> None:
    """Raise Refused while a yes is missing, a tie is undecided, or the site is left in peace."""
    check_awake(pursuit)
    if pursuit.state == Pursuit.State.START_REQUESTED and pursuit.holder:
        raise Refused(
            _("Somebody has to say yes first: %(who)s. Then set the days.")
            % {"who": Role(pursuit.holder).label}
        )
    check_ties(pursuit)


def check_stage(approval: Approval) -> None:
    """The request may have been taken back while the page lay open."""
    pursuit = approval.pursuit
    pursuit.refresh_from_db(fields=["state", "holder"])
    if pursuit.state != STAGE_STATE[Approval.Stage(approval.stage)]:
        raise Refused(
            _("This no longer waits for an answer: it is now “%(state)s”.")
            % {"state": pursuit.get_state_display()}
        )


def check_mentor(site: Site, mentor: Person, *, by: Viewer) -> None:
    """Only someone who guides interns at this site. Raises ValidationError under "mentor"."""
    if Person.objects.filter(pk=mentor.pk, suspended_at__isnull=False).exists():
        told = {"name": mentor.name}
        sentence = _("%(name)s works with no students for now. Choose another mentor.") % told
        raise ValidationError({"mentor": sentence})
    if left_alone([mentor.pk], by.school.today()):
        sentence = _("%(name)s is left in peace now. Choose another mentor.")
        raise ValidationError({"mentor": sentence % {"name": mentor.name}})
    if not rules.mentors_at(site, by.school.today()).filter(pk=mentor.pk).exists():
        raise ValidationError({"mentor": _("Choose a mentor who works at this site.")})


def check_clearance(
    pursuit: Pursuit, mentor: Person, slots: Iterable[Slot], on: date, *, by: Viewer
) -> None:
    """What must be there on the first day is there, or Refused says what is not and who has it."""
    pair = (pursuit.student, pursuit.opportunity)
    reason = refusal(*pair, Stage.INTERNSHIP, on, school=by.school, mentor=mentor)
    if reason:
        raise Refused(reason)
    check_hours(pursuit, slots, on, by=by)


def check_hours(thing: Pursuit | Placement, slots: Iterable[Slot], on: date, *, by: Viewer) -> None:
    """No longer, earlier or later than a young worker may work, or Refused says the limit."""
    planned = [(one.weekday, one.starts_at, one.ends_at, one.letter) for one in slots]
    reason = hours_refusal(thing.student, thing.opportunity, planned, on, school=by.school)
    if reason:
        raise Refused(reason)
