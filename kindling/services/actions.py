"""The only writes about services: offer, open, join, leave, note who came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.services import rules
from kindling.services.models import Service, SignUp, Use


@transaction.atomic
def write_service(*, by: Viewer, **facts: Any) -> Service:
    """Begin a draft. facts: kind, title, about, when, where, starts_on, ends_on, places, lead."""
    require(rules.may_keep_services(by))
    made: Service = Service.objects.create(school=by.school, **facts)
    record("service.write", made, by=by)
    return made


@transaction.atomic
def change_service(service: Service, *, by: Viewer, **facts: Any) -> None:
    """Change what is offered, also while it is open."""
    require(rules.may_keep_services(by) and service.school_id == by.school.pk)
    for name, value in facts.items():
        setattr(service, name, value)
    service.save(update_fields=list(facts))
    record("service.change", service, by=by)


@transaction.atomic
def open_service(service: Service, *, by: Viewer) -> None:
    """Show it to families: on their page and in the letter of the week."""
    require(rules.may_keep_services(by) and service.school_id == by.school.pk)
    take_step(service, "open", by=by)


@transaction.atomic
def end_service(service: Service, *, by: Viewer) -> None:
    """Offer it no more. Who came is kept."""
    require(rules.may_keep_services(by) and service.school_id == by.school.pk)
    take_step(service, "end", by=by)


@transaction.atomic
def join_service(service: Service, *, by: Viewer) -> None:
    """Sign oneself up; twice counts once. Refused when it is full."""
    require(rules.may_join_service(by, service))
    Service.objects.select_for_update().get(pk=service.pk)
    live = SignUp.objects.filter(service=service, left_at__isnull=True)
    if live.filter(person=by.person).exists():
        return
    if service.places is not None and live.count() >= service.places:
        raise Refused(_("It is full. Ask %(name)s for another.") % {"name": service.lead.name})
    SignUp.objects.create(
        school=by.school, service=service, person_id=by.person_id or 0, at=by.school.now()
    )  # fmt: skip
    record("service.join", service, by=by)


@transaction.atomic
def leave_service(service: Service, *, by: Viewer) -> None:
    """Give the place back."""
    require(rules.may_join_service(by, service))
    live = SignUp.objects.filter(service=service, person=by.person, left_at__isnull=True)
    if live.update(left_at=by.school.now()):
        record("service.leave", service, by=by)


@transaction.atomic
def note_uses(service: Service, *, on: date, people: Sequence[str], by: Viewer) -> None:
    """Write down who was there on a day: public ids of who signed up. Said again, it is put right."""
    require(rules.may_note_uses(by, service))
    if not service.starts_on <= on <= min(service.ends_on, by.school.today()):
        raise Refused(_("Choose a day on which it took place."))
    came = rules.sign_ups_of(by, service).filter(person__public_id__in=people)
    keys = set(came.values_list("person", flat=True))
    there = rules.sign_ups_of(by, service).values("person")
    Use.objects.filter(service=service, on=on, person__in=there).exclude(person__in=keys).delete()
    Use.objects.bulk_create(
        [Use(school=by.school, service=service, person_id=key, on=on) for key in sorted(keys)],
        ignore_conflicts=True,
    )
    record("service.note_uses", service, by=by, on=str(on), number=len(keys))
