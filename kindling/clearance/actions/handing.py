"""Hand something in: by whoever holds it, on a page or behind a link."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.clearance import rules
from kindling.clearance.actions.deciding import verify_proof
from kindling.clearance.actions.telling import tell_deciders
from kindling.clearance.items import MUST, NO, Item, Stage
from kindling.clearance.models import Proof
from kindling.clearance.rules import Subject
from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.kit.papers import kept_paper
from kindling.schools.viewer import Viewer

LONGEST = 2000


@transaction.atomic
def hand_in(
    item: Item,
    subject: Subject,
    answers: Mapping[str, str],
    *,
    by: Viewer,
    stage: str = Stage.INTERNSHIP,
    file: UploadedFile[bytes] | None = None,
    until_on: date | None = None,
) -> Proof:
    """Hand an item in. It waits until somebody checks it; an earlier yes holds as long as it did.

    Raises ValidationError by field: a file that is no PDF and no picture, a last day that is over.
    """
    require(rules.may_hand_in(by, item, subject))
    _check(item, file, until_on, today=by.school.today())
    _check_ride(item, subject, answers, by)
    proof = Proof(
        school=by.school, item=item.key, on=subject.on, stage=stage,
        answers={key: str(value)[:LONGEST] for key, value in answers.items()},
        until_on=until_on, handed_at=by.school.now(), handed_by=by.person,
        **_hangs_on(subject),
    )  # fmt: skip
    if file is not None:
        proof.type, content = _kept(file)
        proof.file.save("", ContentFile(content), save=False)
    proof.save()
    record("clearance.hand_in", proof, by=by, item=item.key)
    tell_deciders(proof, item, by=by)
    return proof


def _kept(file: UploadedFile[bytes]) -> tuple[str, bytes]:
    try:
        return kept_paper(file)
    except ValidationError as error:
        raise ValidationError({"file": error.messages}) from None


def _check(
    item: Item, file: UploadedFile[bytes] | None, until_on: date | None, *, today: date
) -> None:
    wrong = {}
    if item.file == NO and file is not None:
        wrong["file"] = _(
            "Send no file here. The report itself is never kept; the outcome is enough."
        )
    if item.file == MUST and file is None:
        wrong["file"] = _("Add the paper, as a PDF or a photo.")
    if item.until == MUST and until_on is None:
        wrong["until_on"] = _("Say until when it is good.")
    if until_on is not None and until_on < today:
        wrong["until_on"] = _("This ran out already. Hand in one that is still good.")
    if wrong:
        raise ValidationError(wrong)


def _check_ride(item: Item, subject: Subject, answers: Mapping[str, str], by: Viewer) -> None:
    """Nobody plans a ride with a mentor to which the family has not said yes."""
    student = subject.student
    if item.key != "travel" or answers.get("way") != "mentor" or student is None:
        return
    if not lets(student, Kind.RIDE, by.school.today()):
        raise ValidationError(
            {"way": _("The family has not said yes to riding with a mentor. Choose another way.")}
        )


def _hangs_on(subject: Subject) -> dict[str, object]:
    """The fields that this kind of subject sets, and no other."""
    match subject.on:
        case "student":
            return {"student": subject.student}
        case "mentor":
            return {"mentor": subject.mentor}
        case "site":
            return {"site": subject.site}
        case "place":
            return {"opportunity": subject.opportunity}
    return {"student": subject.student, "opportunity": subject.opportunity}


@transaction.atomic
def put_on_file(
    item: Item,
    subject: Subject,
    answers: Mapping[str, str],
    *,
    by: Viewer,
    stage: str = Stage.INTERNSHIP,
    file: UploadedFile[bytes] | None = None,
    until_on: date | None = None,
) -> Proof:
    """Hand it in and say that it is good, in one: by whoever decides about it. Both or neither."""
    proof = hand_in(item, subject, answers, by=by, stage=stage, file=file, until_on=until_on)
    verify_proof(proof, item, by=by)
    return proof
