"""What of moderation waits for somebody."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.moderation import rules
from kindling.moderation.models import Assessor, Exemplar
from kindling.moderation.rules.exemplars import asked_of_student
from kindling.moderation.rules.profiles import asked_to_assess
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """Return what waits for this viewer. Two statements at most.

    A marker: judgements to mark blind. Who leads: a sitting that all have marked, and its record.
    Who judged first: what shall be judged again. A student: a piece that may be an example.
    Who works here: a student who chose them for a profile.
    """
    if viewer.purpose or viewer.person is None:
        return []
    if viewer.is_a(Role.STUDENT):
        return [_asked(row) for row in asked_of_student(viewer)[:MOST]]
    assess = [_assess(row) for row in asked_to_assess(viewer)[:MOST]] if viewer.is_staff else []
    if not viewer.is_a(*rules.JUDGES):
        return assess
    return assess + [_wait(row) for row in rules.waiting_for(viewer)[:MOST]]


def _assess(row: Assessor) -> Wait:
    name = row.profile.student.name
    say = _("Say how %(name)s learns, within six frames") % {"name": name}
    key, since = f"moderation.assess:{row.profile.public_id}", row.profile.begun_at
    where = row.profile.get_absolute_url()
    return Wait(key, say, where, HoldsUp.STUDENT, since, name, "scale")


def _asked(row: Exemplar) -> Wait:
    say = _("Say whether “%(title)s” may be an example") % {"title": row.title}
    key = f"moderation.example:{row.public_id}"
    return Wait(key, say, row.get_absolute_url(), HoldsUp.NOBODY, row.asked_at, "", "scale")


def _wait(row: tuple[str, str, str, int, datetime, str]) -> Wait:
    kind, key, title, count, since, name = row
    told = {"title": title, "num": count, "name": name}
    say = {
        "mark": ngettext(
            "Mark %(num)s judgement blind: %(title)s", "Mark %(num)s judgements blind: %(title)s",
            count,
        ),
        "talk": _("All have marked: open %(title)s"),
        "record": _("Write the record of %(title)s"),
        "again": _("Judge %(title)s of %(name)s again"),
    }[kind]  # fmt: skip
    where = "moderation:sampled" if kind == "again" else "moderation:sitting"
    holds = HoldsUp.STUDENT if kind == "again" else HoldsUp.STAFF
    return Wait(
        f"moderation.{kind}:{key}", say % told, url(where, key), holds, since, name, "scale"
    )
