"""What Harbor View asks this month, a few answers, photos and the pulse of the term."""

from __future__ import annotations

import random
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from kindling.attendance.models import Day
from kindling.placements.models import Placement
from kindling.questions import actions
from kindling.questions.models import Answer, Pulse, PulseRound, Question
from kindling.schools.models import Person, School, Term
from kindling.schools.viewer import Viewer

LINES = {
    "student": [
        "I would like to try more by myself.",
        "They explain things twice without sighing.",
        "Mostly I wait until somebody has time.",
        "",
    ],
    "mentor": [
        "Asks before touching anything, which I like.",
        "Could speak up when it gets boring.",
        "Ready for a project of their own.",
        "",
    ],
}


def ask_along(school: School, landed: list[Placement], chance: random.Random) -> None:
    """Two packs, answers of the last two weeks, one photo, a round of the pulse."""
    by, today = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu")), school.today()
    span: dict[str, Any] = {
        "starts_on": today - timedelta(days=14),
        "ends_on": today + timedelta(days=42),
    }
    pack = actions.make_pack(label="Learning, this month", moment="check_out", **span, by=by)
    first = actions.add_question(
        pack, kind="scale", by=by, for_student="How much did you learn today?",
        for_mentor="How much did you show them today?",
    )  # fmt: skip
    actions.add_question(
        pack, kind="text", for_student="One thing you did for the first time?", by=by
    )
    actions.publish_pack(pack, by=by)
    draft = actions.make_pack(label="Before winter break", moment="check_in", **span, by=by)
    actions.add_question(draft, kind="yes_no", for_student="Do you look forward to it?", by=by)
    days = Day.objects.filter(placement__in=landed, on__gte=span["starts_on"])
    Answer.objects.bulk_create(
        answer for day in days.select_related("placement__student") for answer in of_day(day, first)
    )
    take_pulse(school, landed, chance)
    show_photo(landed[0])


def of_day(day: Day, question: Question) -> list[Answer]:
    """Both sides of a day that both spoke about."""
    chance, rows = random.Random(f"{day.pk} asked"), []
    said = {"student": day.student_out_at, "mentor": day.mentor_said_at}
    words = {"student": question.for_student, "mentor": question.for_mentor}
    people = {"student": day.placement.student.person_id, "mentor": day.placement.mentor_id}
    for side, at in said.items():
        if at is not None and chance.random() < 0.8:
            facts = {"by_id": people[side], "at": at, "asked": words[side]}
            text = chance.choice("2334")
            rows.append(
                Answer(
                    school_id=day.school_id,
                    day=day,
                    question=question,
                    side=side,
                    text=text,
                    **facts,
                )
            )
    return rows


def take_pulse(school: School, landed: list[Placement], chance: random.Random) -> None:
    """A round that is open now; most have answered, Jordan has not."""
    today = school.today()
    term = Term.of(school).filter(starts_on__lte=today, ends_on__gte=today).first()
    if term is None:
        return
    round_ = actions.open_pulse(term, by=Viewer.system(school))
    PulseRound.objects.filter(pk=round_.pk).update(opens_on=today - timedelta(days=8))
    Pulse.objects.bulk_create(
        one_pulse(round_, placement, side, chance)
        for placement in landed[1:]
        for side in ("student", "mentor")
        if chance.random() < 0.8
    )


def one_pulse(round_: PulseRound, placement: Placement, side: str, chance: random.Random) -> Pulse:
    usual = placement.pk % 3 + 2  # both know the same place, so most say much the same
    steps = [-2, -1, 0, 0, 0, 0, 1]
    numbers = {part: min(4, max(1, usual + chance.choice(steps))) for part in Pulse.PARTS}
    person = placement.student.person if side == "student" else placement.mentor
    return Pulse(
        school=placement.school, round=round_, placement=placement, side=side, by=person,
        at=placement.school.now() - timedelta(days=2), line=chance.choice(LINES[side]), **numbers,
    )  # fmt: skip


def show_photo(placement: Placement) -> None:
    """Jordan took a picture on the last day that is over."""
    over = {"placement": placement, "student_out_at__isnull": False}
    day = Day.objects.filter(**over).order_by("-on").first()
    if day is None:
        return
    picture = Image.new("RGB", (960, 640), "#cfe3da")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((330, 180, 630, 480), fill="#8a5a3c")
    for x in (400, 520):
        pen.ellipse((x, 270, x + 40, 310), fill="#201810")
    pen.polygon([(340, 250), (380, 110), (450, 210)], fill="#6b4028")
    pen.polygon([(620, 250), (580, 110), (510, 210)], fill="#6b4028")
    pen.ellipse((450, 340, 510, 390), fill="#201810")
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=80)
    by = Viewer.of_person(placement.student.person)
    sent = SimpleUploadedFile("photo.jpg", kept.getvalue(), "image/jpeg")
    actions.attach_file(day, "photo", sent, is_shared=True, by=by)
