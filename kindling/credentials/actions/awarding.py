"""Award a credential. Nothing is awarded that rests on nothing."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.credentials import facts, rules
from kindling.credentials.actions.issuing import issue_credential
from kindling.credentials.models import Credential
from kindling.history.steps import record
from kindling.judgements.models import Judgement
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer

Kind = Credential.Kind
LARGEST = 224 * 1024  # of what stands in one record: a verifier takes 256 KiB


@transaction.atomic
def award_internship(placement: Placement, *, by: Viewer) -> Credential:
    """Say under the school's seal what somebody learned at a place.

    Raises Refused while it runs, without a confirmed hour, and for a second one.
    """
    require(rules.may_award(by, placement.student, Kind.INTERNSHIP))
    minutes = rules.confirmed_minutes(Q(placement=placement))
    if placement.state != Placement.State.ENDED:
        raise Refused(_("This internship is not over yet."))
    if minutes <= 0:
        raise Refused(_("Nobody has confirmed an hour here. Without hours there is no credential."))
    words = rules.endorsement_of(placement)
    with translation.override(by.school.language):
        told = facts.of_internship(placement, minutes, words)
    about = {"placement": placement, "title": told.title, "facts": told.as_data()}
    return write_credential(placement.student, Kind.INTERNSHIP, about, by=by)


@transaction.atomic
def award_competency(
    judgement: Judgement, *, by: Viewer, until_on: date | None = None
) -> Credential:
    """Say under the school's seal how far somebody has come with a goal.

    Raises Refused before the level is awarded, when no evidence is left, and for a second one.
    """
    require(rules.may_award(by, judgement.student, Kind.COMPETENCY))
    if judgement.state != Judgement.State.AWARDED:
        raise Refused(_("This level is not awarded yet."))
    if not rules.kept_pieces(judgement.pk).exists():
        raise Refused(_("All that this rests on was taken away. Without evidence no award."))
    if until_on is not None and until_on < by.school.today():
        raise Refused(_("The last day has passed already. Choose a later one."))
    with translation.override(by.school.language):
        told = facts.of_competency(judgement)
    about = {"judgement": judgement, "title": told.title, "facts": told.as_data()}
    return write_credential(
        judgement.student, Kind.COMPETENCY, {**about, "until_on": until_on}, by=by
    )


@transaction.atomic
def award_graduation(student: Student, *, by: Viewer) -> Credential:
    """Say under the school's seal that somebody finished school. Refused before they did."""
    require(rules.may_award(by, student, Kind.GRADUATION))
    if student.state != Student.State.GRADUATED:
        raise Refused(_("%(name)s has not graduated yet.") % {"name": student.name})
    with translation.override(by.school.language):
        told = facts.of_graduation(student)
    return write_credential(
        student, Kind.GRADUATION, {"title": told.title, "facts": told.as_data()}, by=by
    )


@transaction.atomic
def make_record(student: Student, *, by: Viewer) -> Credential:
    """Put everything that holds into one signed record. The same again is not signed again.

    Of more than a verifier takes, the newest stand in it; each is signed for itself anyhow.
    """
    require(rules.may_award(by, student, Kind.RECORD) or by.person is None)
    Student.objects.select_for_update().get(pk=student.pk)  # two at once make one
    own = Credential.of(student)
    members = _that_fit(own.exclude(kind=Kind.RECORD))
    if not members:
        raise Refused(_("There is no credential yet."))
    last = own.filter(kind=Kind.RECORD).first()
    if last is not None and last.facts["members"] == members:
        kept: Credential = last
        record("credential.keep", kept, by=by)
        return kept
    with translation.override(student.school.language):
        title = _("Learner record of %(school)s") % {"school": student.school.name}
    return write_credential(
        student, Kind.RECORD, {"title": title, "facts": {"members": members}}, by=by
    )


def _that_fit(rows: QuerySet[Credential]) -> list[str]:
    """Names of the newest credentials that one record has room for."""
    found, room = [], LARGEST
    for uuid, document in rows.values_list("uuid", "document"):
        room -= len(json.dumps(document))  # at its longest: every letter beyond ASCII escaped
        if room < 0:
            break
        found.append(str(uuid))
    return found


def write_credential(
    student: Student, kind: str, about: dict[str, Any], *, by: Viewer
) -> Credential:
    """Write the row and have it signed, for actions that have asked whether one may.

    The database holds that there is one of each.
    """
    try:
        with transaction.atomic():
            made: Credential = Credential.objects.create(
                school=by.school, student=student, kind=kind, by=by.person, at=by.school.now(),
                **about,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("This is awarded already.")) from None
    record("credential.award", made, by=by, kind=str(kind))
    transaction.on_commit(partial(issue_credential.enqueue, made.pk), robust=True)
    return made
