"""A family brings a concern: it is somebody's from the first moment on."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.concerns import rules
from kindling.concerns.actions.letters import write_keeper
from kindling.concerns.actions.speaking import take_voice, use_voice
from kindling.concerns.actions.translating import translate_later
from kindling.concerns.models import FamilyConcern
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.signing import mark_of, tap_of
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload

About = FamilyConcern.About


def raise_concern(
    student: Student, *, about: str, text: str = "", voice: UploadedFile[Any] | None = None,
    person: Person | None = None, to_principal: bool = False, student_reads: bool = False,
    tap: str, by: Viewer,
) -> FamilyConcern:  # fmt: skip
    """Bring a concern to whoever answers for it. The same tap twice is one concern.

    person: the grown-up it is about, who never learns of it here. Raises Refused, ValidationError
    for a bad file.
    """
    require(rules.children_to_speak_of(by).filter(pk=student.pk).exists())
    require(person is None or rules.about_people(by, student).filter(pk=person.pk).exists())
    tap = tap_of(tap, student.pk, about, text, mark_of(voice))
    known = _known(tap, by)
    if known is not None:
        return known
    if not text.strip() and voice is None:
        raise Refused(_("Write a few words first, or record your voice."))
    facts: dict[str, Any] = {"about": about, "person": person, "text": text.strip()[:4000]}
    facts |= {"to_principal": to_principal, "student_reads": student_reads, "tap": tap}
    return _keep(student, take_voice(voice, f"concern-{tap}", by=by), facts, by)


@transaction.atomic
def _keep(
    student: Student, upload: Upload | None, facts: dict[str, Any], by: Viewer
) -> FamilyConcern:
    me = Person.objects.select_for_update().get(pk=by.person_id or 0)  # the second tap waits
    known = _known(facts["tap"], by)
    if known is not None:
        return known
    use_voice(upload, by=by)
    found = rules.first_keepers(
        by, student, facts["about"], facts["person"], to_principal=facts["to_principal"]
    )
    if not found:
        raise Refused(_("Nobody can take this here. Please call the school."))
    keeper = found[0]
    made: FamilyConcern = FamilyConcern.objects.create(
        school=by.school, student=student, by=me, voice=upload, language=me.language,
        at=by.school.now(), keeper=keeper, due_on=rules.due_day(by.school, facts["about"]), **facts,
    )  # fmt: skip
    record("familyconcern.raise", made, by=by, keeper=keeper.public_id)
    write_keeper(made, "raised", by=by, urgent=made.about == About.SAFETY)
    translate_later(made, keeper.language, by=by)
    return made


def _known(tap: str, by: Viewer) -> FamilyConcern | None:
    found: FamilyConcern | None = FamilyConcern.objects.filter(
        school=by.school, by=by.person_id or 0, tap=tap
    ).first()
    return found
