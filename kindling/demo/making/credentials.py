"""What some have earned: signed, shared, asked of a mentor, ready to award."""

from __future__ import annotations

from django.db.models import Sum

from kindling.credentials.actions import (
    award_competency,
    award_internship,
    issue_credential,
    share_credential,
)
from kindling.credentials.models import Credential, Endorsement
from kindling.judgements.models import Judgement
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

WORDS = """On the first day I had to tell them what to do. By the fourth week they told me what \
was missing. Careful with people, honest when something went wrong, and always on time."""
SKILLS = ["Talking with customers", "Keeping a workplace safe", "Asking before guessing"]
SIGNED = 2  # the first internships that ended; the next one waits to be awarded


def make_credentials(school: School) -> None:
    """Two internships and what was awarded, signed at once; one more that its mentor wrote for."""
    chen = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu"))
    ended = Placement.objects.filter(school=school, state=Placement.State.ENDED)
    ended = ended.annotate(minutes=Sum("hours__confirmed")).filter(minutes__gt=0)
    rows = list(ended.select_related("mentor", "student__person").order_by("pk")[: SIGNED + 2])
    for placement in rows[: SIGNED + 1]:
        _write(placement)
    made = [award_internship(one, by=chen) for one in rows[:SIGNED]]
    awarded = Judgement.objects.filter(school=school, state=Judgement.State.AWARDED)
    related = ("student__person", "goal__framework__scale", "level")
    made += [award_competency(one, by=chen) for one in awarded.select_related(*related)[:SIGNED]]
    for one in made:
        issue_credential.call(one.pk)
    for shown in Credential.objects.filter(pk__in=[one.pk for one in made[:1]]):
        share_credential(shown, by=Viewer.of_person(shown.student.person))


def _write(placement: Placement) -> None:
    now = placement.school.now()
    Endorsement.objects.create(
        school=placement.school, placement=placement, mentor=placement.mentor, state="given",
        asked_at=now, given_at=now, words=WORDS, skills=SKILLS,
    )  # fmt: skip
