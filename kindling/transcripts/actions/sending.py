"""Have transcripts sent: somebody asks, whose record it is agrees, and the log says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.disclosures.actions import disclose
from kindling.disclosures.rules import may_consent, rights_holders
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.transcripts import rules
from kindling.transcripts.models import Sending, Sent, Transcript


@transaction.atomic
def ask_to_send(
    student: Student, papers: Sequence[Transcript], *, to: str, why: str, days: int, by: Viewer
) -> Sending:
    """Ask that these go to somebody. Nothing leaves before whose record it is agrees.

    The same within a minute is the same asking: a second tap opens no second link.
    """
    require(rules.may_send(by, student))
    if by.person is None:
        raise PermissionDenied
    require(bool(papers) and all(one.student_id == student.pk for one in papers))
    Student.objects.select_for_update().get(pk=student.pk)  # two taps at once
    twin = _just_asked(student, papers, to=to, why=why, days=days, by=by)
    if twin is not None:
        return twin
    made: Sending = Sending.objects.create(
        school=by.school, student=student, to=to, why=why, days=days, asked_by=by.person,
        asked_at=by.school.now(),
    )  # fmt: skip
    Sent.objects.bulk_create(Sent(school=by.school, sending=made, transcript=one) for one in papers)
    record("sending.ask", made, by=by)
    holders = [one for one in rights_holders(student) if one.pk != by.person_id]
    if holders and not may_consent(by, student):
        context = {"student": student.name, "to": to, "why": why}
        notify_many(holders, "transcripts/asked", context, by=by, url=made.get_absolute_url())
    return made


def _just_asked(
    student: Student, papers: Sequence[Transcript], *, to: str, why: str, days: int, by: Viewer
) -> Sending | None:
    rows = Sending.objects.filter(
        student=student, asked_by=by.person, to=to, why=why, days=days,
        state__in=(Sending.State.ASKED, Sending.State.SENT),
        asked_at__gt=by.school.now() - timedelta(minutes=1),
    )  # fmt: skip
    wanted = {one.pk for one in papers}
    same = (one for one in rows if set(one.papers.values_list("transcript", flat=True)) == wanted)
    return next(same, None)


@transaction.atomic
def agree_to_send(sending: Sending, *, by: Viewer) -> None:
    """Whose record it is says yes: the link opens, and the log names them."""
    require(may_consent(by, sending.student))
    papers = rules.papers_of(sending)
    if any(not one.paper.is_made for one in papers):
        raise Refused(_("The PDF is still being made. Try again in a minute."))
    what = ", ".join(f"{one.get_kind_display()} {one.number}" for one in papers)
    logged = disclose(sending.student, sending.to, what, sending.why, consent=by.person, by=by)
    take_step(
        sending, "agree", by=by, agreed_by=by.person, agreed_at=by.school.now(),
        until_on=by.school.today() + timedelta(days=sending.days), disclosure=logged,
    )  # fmt: skip


@transaction.atomic
def decline_to_send(sending: Sending, *, by: Viewer) -> None:
    """Whose record it is says no."""
    require(may_consent(by, sending.student))
    take_step(sending, "decline", by=by)


@transaction.atomic
def stop_sending(sending: Sending, *, by: Viewer) -> None:
    """The link opens a kind page from now on. That it was open stays in the log."""
    require(rules.may_see_link(by, sending))
    take_step(sending, "stop", by=by)
