"""The words: new ones are another row; who reviewed them and who lets a draft be used is kept."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.consents import rules
from kindling.consents.models import Purpose, PurposeText
from kindling.consents.wording import Why, hash_of, standing_of
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def write_text(
    purpose: Purpose, language: str, *, title: str, summary: str, body: str, by: Viewer
) -> PurposeText:
    """Write the words of one language anew, in draft; the earlier ones stay under what was signed.

    A translation of an original that changed is not used until it is written again.
    """
    require(rules.may_keep(by) and purpose.school_id == by.school.pk)
    Purpose.objects.select_for_update().get(pk=purpose.pk)
    rows = PurposeText.objects.filter(purpose=purpose)
    original = rows.filter(is_current=True, is_original=True).first()
    is_original = original is None or original.language == language
    sha256, mine = hash_of(title, summary, body), rows.filter(language=language)
    source = "" if is_original or original is None else original.sha256
    now = mine.filter(is_current=True).first()
    if now and (now.sha256, now.source_sha256) == (sha256, source):
        raise Refused(_("Nothing has changed."))
    last = mine.aggregate(last=Max("number"))["last"] or 0
    mine.filter(is_current=True).update(is_current=False)
    made: PurposeText = PurposeText.objects.create(
        school=by.school, purpose=purpose, language=language, number=last + 1, title=title,
        summary=summary, body=body, sha256=sha256, source_sha256=source, is_original=is_original,
        written_by=by.person,
    )  # fmt: skip
    record("purposetext.write", made, by=by, kind=purpose.kind, language=language)
    return made


@transaction.atomic
def review_text(text: PurposeText, *, by: Viewer) -> None:
    """Say that these words were read and are right. A translation of older words is not."""
    require(rules.may_review(by))
    _check_current(text)
    take_step(text, "review", by=by, reviewed_by=by.person, reviewed_at=by.school.now())


@transaction.atomic
def allow_draft(text: PurposeText, *, allow: bool, by: Viewer) -> None:
    """Let families read a draft translation beside the original, or no more."""
    require(rules.may_review(by))
    _check_current(text)
    if text.is_original:
        raise Refused(_("The original is reviewed, not let through as a draft."))
    text.allowed_by, text.allowed_at = (by.person, by.school.now()) if allow else (None, None)
    text.save(update_fields=["allowed_by", "allowed_at"])
    record("purposetext.allow" if allow else "purposetext.disallow", text, by=by)


@transaction.atomic
def use_purpose(purpose: Purpose, *, is_used: bool, by: Viewer) -> None:
    """Switch a question on or off. What was answered stays, and a no still counts."""
    require(rules.may_review(by) and purpose.school_id == by.school.pk)
    texts = PurposeText.objects.filter(purpose=purpose, is_current=True, is_original=True)
    if is_used and not texts.filter(state=PurposeText.State.REVIEWED).exists():
        raise Refused(_("Read the words and mark them as reviewed first."))
    purpose.is_used = is_used
    purpose.save(update_fields=["is_used"])
    record("purpose.use" if is_used else "purpose.rest", purpose, by=by)


def _check_current(text: PurposeText) -> None:
    if not text.is_current:
        raise Refused(_("There are newer words. Open those."))
    original = PurposeText.objects.filter(
        purpose=text.purpose_id, is_current=True, is_original=True
    ).first()
    if original and standing_of(text, original) == Why.OLDER:
        raise Refused(_("The original has changed since. Write this translation again."))
