"""Who has gone cold, what is to be done next, and what was said at one site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from kindling.outreach import rules
from kindling.outreach.models import Contact
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.sites.rules import visible_sites

USUAL_MONTHS = 6
LATEST = 5


def cold_months(viewer: Viewer) -> int:
    """After how many months a site is cold here. One statement."""
    kept = rules.visible_choices(viewer).first()
    return kept.cold_months if kept else USUAL_MONTHS


def months_before(day: date, months: int) -> date:
    """The same day so many months ago; the 28th at the latest."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, min(day.day, 28))


def cold_sites(viewer: Viewer, months: int, *, mine: bool = False) -> QuerySet[Site]:
    """Sites nobody was in touch with for so long, the longest first, with `last_on`.

    A word with the whole organisation counts for each of its sites. Where a student holds a seat
    the school is in touch every week. One that was never asked counts from the day it came.
    mine: only where the last word was the viewer's own.
    """
    whole = Q(site__isnull=True, organisation=OuterRef("organisation"))
    last_word = rules.visible_contacts(viewer).filter(Q(site=OuterRef("pk")) | whole)
    sites = rules.awake(visible_sites(viewer), viewer.school.today())
    sites = sites.filter(~Exists(rules.taken_seats(viewer)))
    sites = sites.annotate(
        last_on=Subquery(last_word.order_by("-on").values("on")[:1]),
        since_on=Coalesce(F("last_on"), TruncDate("created_at")),
    )
    if mine:
        latest = last_word.order_by("-on", "-pk").values("by")[:1]
        sites = sites.annotate(last_by=Subquery(latest)).filter(last_by=viewer.person_id)
    before = months_before(viewer.school.today(), months)
    return sites.filter(since_on__lt=before).order_by("since_on", "pk")


def found_sites(viewer: Viewer, words: str) -> QuerySet[Site]:
    """Sites by a part of their name or their organisation's, to log a contact from anywhere."""
    named = Q(name__icontains=words) | Q(organisation__name__icontains=words)
    return visible_sites(viewer).filter(named).order_by("name", "pk")


def open_steps(viewer: Viewer, *, of_all: bool) -> QuerySet[Contact]:
    """What is to be done next, the soonest first: one's own, or everybody's."""
    steps = rules.visible_contacts(viewer).filter(state=Contact.State.OPEN)
    if not of_all:
        steps = steps.filter(owner=viewer.person_id)
    return steps.order_by(F("next_on").asc(nulls_last=True), "pk")


@dataclass(frozen=True)
class LatestContacts:
    """The latest words with one site or one mentor, and whether there are more."""

    site: Site | None
    latest: tuple[Contact, ...]
    has_more: bool
    today: date


def contacts_with(viewer: Viewer, site: Site) -> QuerySet[Contact]:
    """Everything said with this site, or with its organisation as a whole, newest first."""
    whole = Q(site__isnull=True, organisation=site.organisation_id)
    return rules.visible_contacts(viewer).filter(Q(site=site) | whole)


def site_contacts(viewer: Viewer, site: Site) -> LatestContacts:
    """What the page of a site shows. One statement."""
    return _latest(viewer, contacts_with(viewer, site), site)


def mentor_contacts(viewer: Viewer, mentor: Person) -> LatestContacts:
    """What the page of a mentor shows: words with them, wherever. One statement."""
    return _latest(viewer, rules.visible_contacts(viewer).filter(mentor=mentor), None)


def _latest(viewer: Viewer, found: QuerySet[Contact], site: Site | None) -> LatestContacts:
    rows = list(found[: LATEST + 1])
    return LatestContacts(site, tuple(rows[:LATEST]), len(rows) > LATEST, viewer.school.today())
