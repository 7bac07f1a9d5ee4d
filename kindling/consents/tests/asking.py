"""Short ways to what the tests of consents begin with."""

from __future__ import annotations

from kindling.consents import actions
from kindling.consents.models import Consent, Purpose, PurposeText


def text_of(cast, kind, language="en"):
    return PurposeText.objects.get(
        school=cast.school, purpose__kind=kind, language=language, is_current=True
    )


def use(cast, *kinds):
    """Dana has read the words and switched the questions on."""
    by = cast.as_("dana")
    for kind in kinds:
        actions.review_text(text_of(cast, kind), by=by)
        actions.use_purpose(Purpose.objects.get(school=cast.school, kind=kind), is_used=True, by=by)


def ask(cast, *kinds, student=None):
    """Priya asks the family of Luis; returns the first that waits."""
    use(cast, *kinds)
    student = student or cast.luis
    actions.ask_families(kinds, [student], by=cast.as_("priya"))
    return Consent.objects.get(student=student, kind=kinds[0])


def say(cast, consent, says, who="rosa", language="en", **more):
    words = {"sha256": text_of(cast, consent.kind, language).sha256, "language": language}
    return actions.answer_consent(consent, says, by=cast.as_(who), **words | more)
