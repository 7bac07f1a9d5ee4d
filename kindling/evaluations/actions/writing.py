"""The mentor writes, on one device or several, and hands it in once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evaluations import rules
from kindling.evaluations.actions.telling import tell_handed_in
from kindling.evaluations.items import ITEMS, LEVELS, TEXTS
from kindling.evaluations.models import Evaluation, Rating, SkillEndorsement
from kindling.history.steps import record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

MOST_SKILLS = 3


@dataclass(frozen=True)
class Answers:
    """What is tapped and not written freely. A key that is missing was not on the form."""

    ratings: Mapping[str, int] = field(default_factory=dict)
    host_again: str | None = None
    is_shared: bool | None = None
    skills: Sequence[tuple[str, str]] | None = None


@transaction.atomic
def write_text(
    evaluation: Evaluation, name: str, text: str, *, base: str, by: Viewer
) -> Clash | None:
    """Keep one of the three texts as it grows; a Clash when another device was faster."""
    require(rules.may_write(by, evaluation) and name in TEXTS)
    _begin(evaluation, by)
    clash = save_field(
        evaluation, name, text, base=base, if_still={"state": Evaluation.State.DRAFT}
    )
    if clash is None:
        record_writing("evaluation.write", evaluation, by=by)
    return clash


@transaction.atomic
def write_answers(evaluation: Evaluation, sent: Answers, was: Answers, *, by: Viewer) -> None:
    """Keep what this device changed. `was`: what its page showed, so that an old page in a
    pocket changes nothing that was not touched there.
    """
    require(rules.may_write(by, evaluation))
    _begin(evaluation, by)
    row = _locked(evaluation)
    for item, level in sent.ratings.items():
        require(item in ITEMS and level in LEVELS)
        if was.ratings.get(item) != level:
            Rating.objects.update_or_create(
                evaluation=row, item=item, defaults={"level": level, "school": by.school}
            )
    if sent.host_again is not None and sent.host_again != was.host_again:
        require(sent.host_again in ("", *Evaluation.HostAgain.values))
        row.host_again = sent.host_again
    if sent.is_shared is not None and sent.is_shared != was.is_shared:
        row.is_shared = sent.is_shared
    if sent.skills is not None and list(sent.skills) != list(was.skills or []):
        row.skills = [[skill[:80], words[:600]] for skill, words in sent.skills][:MOST_SKILLS]
    row.save(update_fields=["host_again", "is_shared", "skills"])
    evaluation.host_again, evaluation.is_shared = row.host_again, row.is_shared
    evaluation.skills = row.skills
    record_writing("evaluation.write", evaluation, by=by)


@transaction.atomic
def submit_evaluation(evaluation: Evaluation, *, by: Viewer) -> None:
    """Hand it in: from now on it stays as it is. Raises ValidationError for what is missing."""
    require(rules.may_write(by, evaluation))
    row = _locked(evaluation)
    _complete(row)
    take_step(evaluation, "submit", by=by, submitted_at=by.school.now())
    SkillEndorsement.objects.bulk_create(
        SkillEndorsement(
            school=by.school, evaluation=row, placement_id=row.placement_id,
            student_id=row.student_id, mentor_id=row.mentor_id, skill=skill, words=words,
            language=row.mentor.language, given_on=by.school.today(),
        )
        for skill, words in row.skills
    )  # fmt: skip
    tell_handed_in(evaluation, by=by)


def _begin(evaluation: Evaluation, by: Viewer) -> None:
    """The first word makes a draft of it. Two devices at once: the second finds it made."""
    if not evaluation.is_writable:
        raise Refused(_("This is handed in. It stays as it is."))
    begun = Evaluation.objects.filter(pk=evaluation.pk, state=Evaluation.State.DRAFT)
    if evaluation.state == Evaluation.State.OPENED and not begun.exists():
        take_step(evaluation, "begin", by=by)
    evaluation.state = Evaluation.State.DRAFT


def _locked(evaluation: Evaluation) -> Evaluation:
    """The row itself, while it may be written. Refused afterwards."""
    rows = Evaluation.objects.select_for_update().filter(state__in=Evaluation.WRITABLE)
    row = rows.filter(pk=evaluation.pk).first()
    if row is None:
        raise Refused(_("This is handed in. It stays as it is."))
    return row


def _complete(row: Evaluation) -> None:
    """Every line has an answer, and there is a sentence about what is good."""
    said = set(rules.ratings_of(row).values_list("item", flat=True))
    wrong: dict[str, str] = {}
    if missing := [str(label) for item, label in ITEMS.items() if item not in said]:
        wrong["ratings"] = _("Still open: %(lines)s") % {"lines": " · ".join(missing)}
    if not row.strengths.strip():
        wrong["strengths"] = _("Write a sentence about what this intern is good at.")
    if not row.host_again:
        wrong["host_again"] = _("Say whether you would host again.")
    if any(not skill or not words for skill, words in row.skills):
        wrong["skills"] = _("A skill needs its name and what you saw.")
    if wrong:
        raise ValidationError(wrong)
