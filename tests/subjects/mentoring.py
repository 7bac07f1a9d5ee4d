"""Noor, who would like to be a mentor, and a class that Sam asked to come."""

from kindling.mentoring.models import ClassVisit
from kindling.mentoring.tests.guiding import applied


def add(maker) -> None:
    cast = maker.cast
    visit = ClassVisit.objects.create(
        school=cast.school, mentor=cast.sam, site=cast.clinic.site, words="Animals.",
        times="Tuesdays", most=12, offered_on=cast.school.today(),
    )  # fmt: skip
    maker.ids |= {
        "mentoring/": applied(cast).person.public_id,
        "mentoring/visits/": visit.public_id,
    }
