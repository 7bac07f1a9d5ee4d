"""Leave a site or a mentor in peace, for a while or for ever; and lift it again."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.composing import compose_mentor_quiet, compose_site_quiet
from kindling.sites.models import FOR_EVER, Quiet, Site

LONGEST = timedelta(days=366 * 3)


@transaction.atomic
def leave_alone(
    whom: Site | Person, kind: Quiet.Kind, *, reason: str, until_on: date | None = None, by: Viewer
) -> Quiet:
    """Let a site or a mentor rest until a day, or contact them no more (without a day: for ever).

    Whoever learns there goes on. Raises ValidationError by field, Refused when it holds already.
    """
    require(rules.may_leave_alone(by, whom) and whom.school_id == by.school.pk)
    today, reason = by.school.today(), reason.strip()[:500]
    _check(kind, reason, until_on, today)
    type(whom)._base_manager.select_for_update().get(pk=whom.pk)  # noqa: SLF001
    about = {"site": whom} if isinstance(whom, Site) else {"person": whom}
    held = Quiet.objects.filter(**about, kind=kind, lifted_on__isnull=True, until_on__gte=today)
    if held.exists():
        raise Refused(_("This holds already. Lift it first, then set it anew."))
    quiet: Quiet = Quiet.objects.create(
        school=by.school, kind=kind, **about, reason=reason, since_on=today,
        until_on=until_on or FOR_EVER, by=by.person,
    )  # fmt: skip
    _compose(quiet, by=by)
    record(f"{_word(whom)}.{kind}", whom, by=by, until_on=until_on.isoformat() if until_on else "")
    return quiet


@transaction.atomic
def lift_quiet(quiet: Quiet, *, reason: str, by: Viewer) -> None:
    """End it before its day, for a reason that stays on record. Two at once: one is told."""
    whom = quiet.whom
    require(rules.may_leave_alone(by, whom))
    reason = reason.strip()[:500]
    if not reason:
        raise ValidationError({"reason": _("Say why. It stays on record.")})
    live = Quiet.objects.filter(pk=quiet.pk, lifted_on__isnull=True)
    facts = {"lifted_on": by.school.today(), "lifted_by": by.person, "lift_reason": reason}
    if not live.update(**facts):
        raise Refused(_("Someone was faster: this is lifted already."))
    quiet.refresh_from_db()
    _compose(quiet, by=by)
    record(f"{_word(whom)}.lift_quiet", whom, by=by, kind=quiet.kind)


@every(hours=1)
def remind_of_ended_quiets() -> None:
    """Tell the coordinators once of each rest that is over: they may ask again."""
    waiting = Quiet.objects.filter(lifted_on__isnull=True, reminded_on__isnull=True)
    for school in School.objects.filter(pk__in=waiting.exclude(until_on=FOR_EVER).values("school")):
        over = waiting.filter(school=school, until_on__lt=school.today())
        for quiet in over.select_related("site", "person"):
            remind_of_quiet(quiet, by=Viewer.system(school))


@transaction.atomic
def remind_of_quiet(quiet: Quiet, *, by: Viewer) -> None:
    """Say that this site or mentor may be asked again; whoever comes second does nothing."""
    require(by.is_a(Role.SYSTEM))
    today = by.school.today()
    rows = Quiet.objects.filter(pk=quiet.pk, reminded_on__isnull=True)
    if not rows.update(reminded_on=today):
        return
    _compose(quiet, by=by)
    whom = quiet.whom
    with inside(by.school):
        url = whom.get_absolute_url() if isinstance(whom, Site) else _page_of_mentor(whom)
    notify_many(rules.keepers(by), "sites/rest_over", {"name": str(whom)}, by=by, url=url)


def _page_of_mentor(person: Person) -> str:
    return reverse("sites:mentor", args=[person.public_id])


def _check(kind: Quiet.Kind, reason: str, until_on: date | None, today: date) -> None:
    if kind == Quiet.Kind.REST and until_on is None:
        raise ValidationError({"until_on": _("Choose the last day of the rest.")})
    if until_on is not None and until_on < today:
        raise ValidationError({"until_on": _("Choose today or a later day.")})
    if until_on is not None and until_on > today + LONGEST:
        raise ValidationError({"until_on": _("Choose a day within three years.")})
    if kind == Quiet.Kind.NO_CONTACT and not reason:
        raise ValidationError({"reason": _("Say why. Only staff read it.")})


def _compose(quiet: Quiet, *, by: Viewer) -> None:
    if quiet.site is not None:
        compose_site_quiet(quiet.site, by=by)
    if quiet.person is not None:
        compose_mentor_quiet(quiet.person, by=by)


def _word(whom: Site | Person) -> str:
    return "site" if isinstance(whom, Site) else "mentor"
