"""What is kept beside the rows so that lists need not ask: until when a site or a mentor rests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import FOR_EVER, Quiet, Site, SiteMentor


def compose_site_quiet(site: Site, *, by: Viewer) -> None:
    """Work out until when nobody new goes there: its own quiet, and that of all its mentors.

    Who guides nowhere else than at sites that are not contacted is not contacted either.
    """
    today = by.school.today()
    live = Quiet.objects.filter(site=site, lifted_on__isnull=True, until_on__gte=today)
    last: dict[str, date] = {}
    for kind, until in live.values_list("kind", "until_on"):
        last[kind] = max(until, last.get(kind, until))
    rests, shut = last.get(Quiet.Kind.REST), last.get(Quiet.Kind.NO_CONTACT)
    here = SiteMentor.objects.filter(site=site, until_on__isnull=True)
    mentors = list(here.values_list("person", flat=True))
    spans = left_alone(mentors, today)
    if mentors and len(spans) == len(mentors):
        earliest = min(spans.values())
        if earliest == FOR_EVER:
            shut = FOR_EVER
        else:
            rests = max(rests or earliest, earliest)
    if (site.rests_until, site.shut_until) != (rests, shut):
        site.rests_until, site.shut_until = rests, shut
        site.save(update_fields=["rests_until", "shut_until"])
    for person in Person.objects.filter(pk__in=mentors):
        _compose_person(person, today)


def left_alone(mentors: Iterable[int], today: date) -> dict[int, date]:
    """Person's key → the last day on which they rest or are not contacted. One statement."""
    live = Quiet.objects.filter(person__in=list(mentors), lifted_on__isnull=True)
    spans: dict[int, date] = {}
    for person, until in live.filter(until_on__gte=today).values_list("person", "until_on"):
        spans[person] = max(until, spans.get(person, until))
    return spans


def compose_mentor_quiet(person: Person, *, by: Viewer) -> None:
    """Work out until when this adult is not contacted, and what all of it does to their sites.

    Whoever only rests takes nobody new and still hears of those who learn with them.
    """
    _compose_person(person, by.school.today())
    rows = SiteMentor.objects.filter(person=person, until_on__isnull=True)
    for row in rows.select_related("site"):
        compose_site_quiet(row.site, by=by)


def _compose_person(person: Person, today: date) -> None:
    rows = SiteMentor.objects.filter(person=person, until_on__isnull=True)
    sites = set(rows.values_list("site", flat=True))
    live = Quiet.objects.filter(
        Q(person=person) | Q(site__in=sites), kind=Quiet.Kind.NO_CONTACT,
        lifted_on__isnull=True, until_on__gte=today,
    )  # fmt: skip
    own: list[date] = []
    shut: dict[int, date] = {}
    for site, last in live.values_list("site", "until_on"):
        if site is None:
            own.append(last)
        else:
            shut[site] = max(last, shut.get(site, last))
    if sites and len(shut) == len(sites):
        own.append(min(shut.values()))
    until = max(own, default=None)
    if person.quiet_until != until:
        person.quiet_until = until
        person.save(update_fields=["quiet_until"])


def let_one_lead(site: Site) -> None:
    """While there is anyone, one leads: the longest here where nobody does."""
    here = SiteMentor.objects.filter(site=site, until_on__isnull=True)
    if here.filter(is_lead=True).exists():
        return
    heir = here.order_by("since_on", "pk").first()
    if heir is not None:
        here.filter(pk=heir.pk).update(is_lead=True)
