"""A shadow day before it comes: planned, allowed by school and family, agreed by the host."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.actions.telling import ask_family, ask_host, tell_guides, tell_of
from kindling.exploring.gate import what_stops
from kindling.exploring.models import ShadowDay
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.people.rules import is_of_age
from kindling.placements.models import Pursuit
from kindling.schedule.actions import add_commitment, end_commitment
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from kindling.sites.openness import age_reason

State, Said = ShadowDay.State, ShadowDay.Said
YEAR = timedelta(days=366)


@transaction.atomic
def plan_shadow_day(
    student: Student,
    opportunity: Opportunity,
    *,
    on: date,
    starts_at: time,
    ends_at: time,
    wish: str = "",
    host: Person | None = None,
    by: Viewer,
) -> ShadowDay:
    """Plan a day beside somebody at work. Family and host are asked by link, each for their yes.

    A student who has no permission to go after the place asks the school first: nobody writes to
    a place behind the coordinator's back. Raises ValidationError by field, Refused for a place
    that is closed or wants older students, and for a second shadow day on the same date.
    """
    require(rules.may_plan_shadow(by, student))
    require(student.school_id == opportunity.school_id == by.school.pk)
    _check(by, on, starts_at, ends_at)
    _check_place(student, opportunity, on)
    shadow = ShadowDay(
        school=by.school, student=student, opportunity=opportunity, on=on, starts_at=starts_at,
        ends_at=ends_at, wish=wish.strip()[:1000], by=by.person,
    )  # fmt: skip
    shadow.host = _host_of(opportunity, host, by)
    return begin_shadow_day(shadow, by=by)


def begin_shadow_day(shadow: ShadowDay, *, by: Viewer) -> ShadowDay:
    """Save it, and ask family and host where the school has said yes; else ask the school."""
    shadow.pursuit = _pursuit_of(shadow.student, shadow.opportunity)
    may_write = shadow.pursuit is not None or rules.guides(by, shadow.student)
    shadow.state = State.PLANNED if may_write else State.ASKED
    _save_once(shadow)
    place = shadow.opportunity.public_id
    record("shadowday.plan", shadow, by=by, on=str(shadow.on), opportunity=place)
    if may_write:
        ask_both(shadow, by=by)
    else:
        tell_guides(shadow, "shadow_wanted", by=by)
    return shadow


def _pursuit_of(student: Student, opportunity: Opportunity) -> Pursuit | None:
    """The permission to go after this place, if the student has it."""
    held = Pursuit.objects.filter(student=student, opportunity=opportunity)
    return held.filter(state=Pursuit.State.APPROVED).first()


def _host_of(opportunity: Opportunity, host: Person | None, by: Viewer) -> Person | None:
    """Whoever was chosen among the mentors there, else the lead, else nobody yet."""
    mentors = list(rules.mentors_for(by, opportunity))
    if host is not None and host not in mentors:
        raise ValidationError({"host": _("Choose a mentor who works at this site.")})
    return host or next(iter(mentors), None)


def _check(by: Viewer, on: date, starts_at: time, ends_at: time) -> None:
    today = by.school.today()
    if on < today:
        raise ValidationError({"on": _("Choose today or a later day.")})
    if on > today + YEAR:
        raise ValidationError({"on": _("Choose a day within the next year.")})
    if ends_at <= starts_at:
        raise ValidationError({"ends_at": _("Choose an end later than the beginning.")})


def _check_place(student: Student, opportunity: Opportunity, on: date) -> None:
    if opportunity.state == Opportunity.State.CLOSED or opportunity.site.is_quiet_on(on):
        raise Refused(_("%(place)s takes no students now.") % {"place": opportunity.title})
    if not opportunity.is_old_enough(student, on):
        raise Refused(age_reason(opportunity, student).sentence)


def _save_once(shadow: ShadowDay) -> None:
    try:
        with transaction.atomic():
            shadow.save(force_insert=True)
    except IntegrityError:  # a double tap, or another place on that date
        raise Refused(_("There is a shadow day on this date already.")) from None


def ask_both(shadow: ShadowDay, *, by: Viewer) -> None:
    """Write to family and host. Whoever is of age decides alone."""
    if is_of_age(shadow.student):
        shadow.family_said, shadow.family_at = Said.OF_AGE, by.school.now()
        shadow.save(update_fields=["family_said", "family_at"])
    else:
        ask_family(shadow, by=by)
    ask_host(shadow, by=by)


@transaction.atomic
def allow_shadow_day(shadow: ShadowDay, *, by: Viewer) -> None:
    """The school says go ahead: family and host are asked now."""
    require(rules.guides(by, shadow.student))
    _lock_ahead(shadow, by)
    take_step(shadow, "allow", by=by)
    ask_both(shadow, by=by)


@transaction.atomic
def ask_again(shadow: ShadowDay, *, by: Viewer) -> None:
    """Send family and host their links once more, to those who have not answered."""
    require(rules.guides(by, shadow.student))
    if shadow.state != State.PLANNED:
        raise Refused(_("Nobody is asked about this day any more."))
    if not shadow.family_said:
        ask_family(shadow, by=by)
    if not shadow.host_said:
        ask_host(shadow, by=by)
    record("shadowday.ask_again", shadow, by=by)


@transaction.atomic
def say_family(shadow: ShadowDay, *, yes: bool, name: str = "", by: Viewer) -> None:
    """A guardian allows the day with their name, or does not. A no also ends an agreed day."""
    require(rules.may_say_family(by, shadow))
    _lock_ahead(shadow, by)
    if yes and not name.strip():
        raise ValidationError({"name": _("Write your name. It stands for your signature.")})
    if yes and shadow.family_said == Said.YES:
        return  # the other parent, or a second tap
    facts: dict[str, Any] = {
        "family_said": Said.YES if yes else Said.NO, "family_by": by.person,
        "family_at": by.school.now(), "family_name": name.strip()[:200],
        "family_language": get_language() or "",
    }  # fmt: skip
    keep_word(shadow, "family", yes=yes, facts=facts, by=by)


@transaction.atomic
def say_host(shadow: ShadowDay, *, yes: bool, note: str = "", by: Viewer) -> None:
    """The host takes the student along on that day, or can't. A no also ends an agreed day."""
    require(rules.may_say_host(by, shadow))
    _lock_ahead(shadow, by)
    facts: dict[str, Any] = {
        "host_said": Said.YES if yes else Said.NO, "host_by": by.person,
        "host_at": by.school.now(), "host_note": note.strip()[:500],
    }  # fmt: skip
    keep_word(shadow, "host", yes=yes, facts=facts, by=by)


@transaction.atomic
def note_word(shadow: ShadowDay, side: str, *, yes: bool, by: Viewer) -> None:
    """Staff write down what family or host said on paper or on the phone. side: family, host."""
    require(rules.may_note_word(by, shadow))
    _lock_ahead(shadow, by)
    facts: dict[str, Any] = {
        f"{side}_said": Said.YES if yes else Said.NO,
        f"{side}_by": by.person,
        f"{side}_at": by.school.now(),
    }
    keep_word(shadow, side, yes=yes, facts=facts, by=by)


def keep_word(
    shadow: ShadowDay, side: str, *, yes: bool, facts: dict[str, Any], by: Viewer
) -> None:
    if shadow.state == State.ASKED:
        raise Refused(_("The school has not said go ahead yet."))
    if yes and shadow.state == State.AGREED:
        return
    ShadowDay.objects.filter(pk=shadow.pk).update(**facts)
    for field, value in facts.items():
        setattr(shadow, field, value)
    record(f"shadowday.{side}_said", shadow, by=by, said="yes" if yes else "no")
    if yes:
        settle_shadow_day(shadow, by=by)
    else:
        take_off(shadow, "decline", "", by=by)


@transaction.atomic
def settle_shadow_day(shadow: ShadowDay, *, by: Viewer) -> bool:
    """Agree when family and host have said yes and no paper is missing. Return whether it is."""
    shadow.lock()  # two yeses at once
    yes = shadow.family_said in (Said.YES, Said.OF_AGE) and shadow.host_said == Said.YES
    if shadow.state != State.PLANNED or not yes or what_stops(shadow, by.school):
        return False
    label = _("Shadow day: %(place)s") % {"place": shadow.opportunity.site.name}
    elsewhere = add_commitment(
        shadow.student, kind="other", label=label[:120], since_on=shadow.on,
        starts_at=shadow.starts_at, ends_at=shadow.ends_at, by=Viewer.system(by.school),
    )  # fmt: skip
    take_step(shadow, "agree", by=by, commitment=elsewhere)
    tell_of(shadow, "shadow_agreed", by=by)
    return True


@transaction.atomic
def refuse_shadow_day(shadow: ShadowDay, reason: str, *, by: Viewer) -> None:
    """The school says not this time, with a reason the student reads."""
    require(rules.guides(by, shadow.student))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that the student can find another way.")})
    take_off(shadow, "decline", reason, by=by)


@transaction.atomic
def cancel_shadow_day(shadow: ShadowDay, reason: str = "", *, by: Viewer) -> None:
    """Call it off. Family and host are told where they had been asked."""
    require(rules.may_cancel(by, shadow))
    take_off(shadow, "cancel", reason, by=by)


def take_off(shadow: ShadowDay, step: str, reason: str, *, by: Viewer) -> bool:
    """Decline it or cancel it: the student's time is free again, and who knew of it is told."""
    shadow.lock()  # a yes in the same moment makes a commitment, which has to go as well
    was, elsewhere = shadow.state, shadow.commitment
    take_step(shadow, step, by=by, reason=reason.strip()[:500], commitment=None)
    if elsewhere is not None and shadow.on >= by.school.today():
        end_commitment(elsewhere, by=Viewer.system(by.school))
    tell_of(shadow, "shadow_off", by=by, outside=was != State.ASKED)
    return True


def _lock_ahead(shadow: ShadowDay, by: Viewer) -> None:
    shadow.lock()
    if shadow.state not in ShadowDay.AHEAD or shadow.on < by.school.today():
        raise Refused(_("Nothing is asked about this day any more."))
