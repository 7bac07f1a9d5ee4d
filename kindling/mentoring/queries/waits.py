"""What mentors wait for: an answer to their offer, a day for a class, a check that ran out."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.mentoring import rules
from kindling.mentoring.models import ClassVisit
from kindling.mentoring.queries.standing import asked_check, facts_of
from kindling.mentoring.standing import Standing
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For the coordinator. Two statements; a few more where checks are asked of mentors."""
    if not rules.may_name(viewer) or viewer.person is None:
        return []
    return [*_applications(viewer), *_classes(viewer), *_lapsed(viewer)][:MOST]


def _applications(viewer: Viewer) -> list[Wait]:
    zone = viewer.school.zone
    return [
        Wait(
            f"mentoring.apply:{path.public_id}",
            _("Answer %(name)s, who would like to be a mentor") % {"name": path.person.name},
            path.get_absolute_url(), HoldsUp.MENTOR,
            since_day(path.applied_on or viewer.school.today(), zone), icon="user-plus",
        )
        for path in rules.paths_waiting(viewer).order_by("applied_on", "pk")[:MOST]
    ]  # fmt: skip


def _classes(viewer: Viewer) -> list[Wait]:
    rows = rules.visible_visits(viewer).filter(state=ClassVisit.State.OFFERED)
    return [
        Wait(
            f"mentoring.class:{visit.public_id}",
            _("Answer %(name)s, who asks a class to come") % {"name": visit.mentor.name},
            visit.get_absolute_url(), HoldsUp.MENTOR,
            since_day(visit.offered_on, viewer.school.zone), icon="users",
        )
        for visit in rows.order_by("offered_on", "pk")[:MOST]
    ]  # fmt: skip


def _lapsed(viewer: Viewer) -> list[Wait]:
    """Mentors with interns whose check ran out: what they may still do is said on their page."""
    school = viewer.school
    if asked_check(school, school.today()) is None:
        return []
    people = list(rules.guiding_now(viewer))
    return [
        Wait(
            f"mentoring.lapsed:{person.public_id}",
            _("Renew the background check of %(name)s: students learn with them")
            % {"name": person.name},
            url("mentoring:mentor", person.public_id), HoldsUp.MENTOR,
            since_day(facts.check.until or school.today(), school.zone), icon="shield-alert",
        )
        for person in people
        if (facts := found[person.pk]).standing == Standing.LAPSED
    ] if (found := facts_of(school, people)) else []  # fmt: skip
