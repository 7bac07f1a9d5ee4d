"""Who is to mark a judgement blind does not read its level out of credits."""

from __future__ import annotations

from kindling.credits import actions
from kindling.credits.models import Award
from kindling.credits.queries.pages import standing_of
from kindling.credits.tests.counting import reached, rules_in_use
from kindling.judgements.models import Judgement
from kindling.moderation.actions import open_sitting
from kindling.moderation.models import Sampled
from kindling.moderation.tests.moderating import drawn, marked
from kindling.schools.models import Term


def told(standing) -> list[str]:
    """Everything by which a level could be read: what counts, and what an award rests on."""
    counts = [
        thing.title
        for subject in standing.subjects
        for way in subject.reckoned.ways
        for found in way
        for thing in found.shown
    ]
    rests = [str(award.rests) for subject in standing.subjects for award in subject.awards]
    return [one for one in [*counts, *rests] if "PQ6" in one]


def test_a_level_that_one_marks_blind_stands_nowhere_in_credits(cast):
    rules_in_use(cast)
    reached(cast, "PQ6")
    term = Term.objects.filter(school=cast.school).order_by("starts_on")[0]
    actions.award_term(term, by=cast.as_("priya"))
    before = told(standing_of(cast.as_("chen"), cast.luis))
    sitting = drawn(cast, [cast.chen])
    during = told(standing_of(cast.as_("chen"), cast.luis))
    others = told(standing_of(cast.as_("ana"), cast.luis))
    for one in Sampled.objects.filter(sitting=sitting):
        marked(one, cast.chen, 3)
    open_sitting(sitting, by=cast.as_("dana"))

    assert (bool(before), during, others) == (True, [], before)
    assert told(standing_of(cast.as_("chen"), cast.luis)) == before
    assert Award.objects.exists()
    assert Judgement.objects.filter(student=cast.luis).count() == 1
