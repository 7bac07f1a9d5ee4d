"""What of narratives waits for somebody: words to write, to read over, to release, to read."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait, since_day
from kindling.narratives import rules
from kindling.narratives.models import Narrative, NarrativeRound, Review
from kindling.people.rules import own_advisees
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import short_day

State = Narrative.State
MOST = 40
ICON = "book-open-text"
AHEAD = timedelta(days=21)  # so long before its day an advisor is reminded of what is not begun


def waits(viewer: Viewer) -> list[Wait]:
    """At most three statements, for who wears every hat; one or two as a rule."""
    if viewer.purpose or viewer.person_id is None:
        return []
    found: list[Wait] = []
    if viewer.is_a(Role.STUDENT, Role.GUARDIAN):
        found += _to_read_and_write(viewer)
    if viewer.is_a(Role.ADVISOR):
        found += _desk(viewer)
    if viewer.is_a(Role.ADVISOR, Role.PRINCIPAL):
        found += _to_review(viewer)
    if rules.leads(viewer):
        found += _to_release(viewer)
    return found[:50]


def _to_read_and_write(viewer: Viewer) -> list[Wait]:
    """A student's own words that are not in; what was released and not read by this reader."""
    read = rules.read_by(viewer).filter(
        version__narrative=OuterRef("pk"), version__number=OuterRef("version_count")
    )
    rows = rules.visible_narratives(viewer).annotate(is_read=Exists(read))
    mine = Q(student__person=viewer.person_id)
    open_now = Q(round__state=NarrativeRound.State.OPEN)
    unwritten = mine & open_now & Q(student_done_at=None) & ~Q(state=State.RELEASED)
    family = Q(student__in=rules.children(viewer)) if viewer.is_a(Role.GUARDIAN) else Q(pk__in=[])
    unread = Q(state=State.RELEASED, is_read=False) & (mine | family)
    rows = rows.filter(unwritten | unread).order_by("round__student_due_on", "pk")
    return [_one(viewer, one) for one in rows[:MOST]]


def _one(viewer: Viewer, one: Narrative) -> Wait:
    own = one.student.person_id == viewer.person_id
    if one.state != State.RELEASED:
        due = one.round.student_due_on
        say = _("Write your part of “%(title)s” by %(day)s") % {
            "title": one.round.title, "day": short_day(due)
        }  # fmt: skip
        return _wait("narrative.own", one, say, HoldsUp.STAFF)
    say = _("Read your narrative") if own else _("Read the narrative about %(name)s")
    told = say if own else say % {"name": one.student.first}
    return _wait("narrative.released", one, told, HoldsUp.NOBODY if own else HoldsUp.FAMILY)


def _wait(kind: str, one: Narrative, say: str, holds_up: HoldsUp) -> Wait:
    since = one.released_at or one.created_at
    key = f"{kind}:{one.public_id}"
    return Wait(key, say, one.get_absolute_url(), holds_up, since, one.student.name, ICON)


def _desk(viewer: Viewer) -> list[Wait]:
    """One line a round for what an advisor has not handed in, with what came back in it."""
    rows = rules.visible_narratives(viewer).filter(
        Q(round__advisor_due_on__lte=viewer.school.today() + AHEAD) | Q(state=State.RETURNED),
        student__in=own_advisees(viewer), state__in=Narrative.WRITING,
        round__state=NarrativeRound.State.OPEN,
    )  # fmt: skip
    names = ("round__public_id", "round__title", "round__advisor_due_on")
    sums = rows.order_by().select_related(None).values_list(*names)
    sums = sums.annotate(n=Count("pk"), back=Count("pk", filter=Q(state=State.RETURNED)))
    found = []
    for key, title, due, n, back in sums.order_by("round__advisor_due_on", "round__pk"):
        told = {"num": n, "title": title, "day": short_day(due), "back": back}
        say = ngettext(
            "Write %(num)s narrative of “%(title)s” by %(day)s",
            "Write %(num)s narratives of “%(title)s” by %(day)s", n,
        ) % told  # fmt: skip
        if back:
            say = ngettext(
                "Look again at %(back)s narrative of “%(title)s” that came back",
                "Look again at %(back)s narratives of “%(title)s” that came back", back,
            ) % told  # fmt: skip
        since = since_day(due - AHEAD, viewer.school.zone)
        here = url("narratives:round", key)
        found.append(Wait(f"narrative.write:{key}", say, here, HoldsUp.FAMILY, since, "", ICON))
    return found


def _to_review(viewer: Viewer) -> list[Wait]:
    """A reader's one by one; the principal's in one line a round."""
    rows = rules.waiting_reviews(viewer)
    names = ("narrative__round__public_id", "narrative__round__title", "kind")
    sums = rows.values_list(*names).annotate(n=Count("pk"), since=Min("asked_at"))
    found = []
    for key, title, kind, n, since in sums.order_by(*names):
        say = ngettext(
            "Read %(num)s narrative of “%(title)s” before the family does",
            "Read %(num)s narratives of “%(title)s” before the families do", n,
        ) % {"num": n, "title": title}  # fmt: skip
        here = url("narratives:round", key) + "?show=reading"
        one = f"narrative.review:{key}-{Review.Kind(kind).value}"
        found.append(Wait(one, say, here, HoldsUp.FAMILY, since, "", ICON))
    return found


def _to_release(viewer: Viewer) -> list[Wait]:
    """Rounds whose day has come with something ready."""
    rows = rules.visible_rounds(viewer).filter(
        state=NarrativeRound.State.OPEN, planned_on=None, release_on__lte=viewer.school.today()
    )
    rows = rows.annotate(ready=Count("narratives", filter=Q(narratives__state=State.READY))).filter(
        ready__gt=0
    )
    return [
        Wait(
            f"narrative.release:{one.public_id}",
            _("Release “%(title)s” to the families") % {"title": one.title},
            url("narratives:release", one.public_id),
            HoldsUp.FAMILY, since_day(one.release_on, viewer.school.zone), "", ICON,
        )
        for one in rows[:MOST]
    ]  # fmt: skip
