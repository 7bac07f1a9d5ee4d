"""A piece is kept, once, for the student and who guides them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.evidence.actions import keep_evidence, remove_evidence
from kindling.evidence.models import Evidence, Tally
from kindling.evidence.rules import visible_evidence
from kindling.uploads.tests.sending import picture, send


def test_a_few_words_are_a_piece(cast):
    made = keep_evidence(cast.maya, words="Fed the cats.\nAll of them.", by=cast.as_("maya"))

    assert (made.kind, made.title, made.term.label) == ("text", "Fed the cats.", "Trimester 1")


def test_the_same_sending_counts_once(cast):
    by = cast.as_("maya")
    one = keep_evidence(cast.maya, words="Cats.", sent_key="k", by=by)

    assert keep_evidence(cast.maya, words="Cats.", sent_key="k", by=by) == one
    assert Tally.objects.get(student=cast.maya).count == 1


def test_nothing_is_no_piece(cast):
    with pytest.raises(ValidationError):
        keep_evidence(cast.maya, words=" ", by=cast.as_("maya"))


@pytest.mark.parametrize("who", ["jordan", "rosa", "liam", "otto"])
def test_nobody_keeps_a_piece_of_somebody_elses(cast, who):
    with pytest.raises(PermissionDenied):
        keep_evidence(cast.maya, words="Cats.", by=cast.as_(who))


def test_who_sees_it(cast):
    keep_evidence(cast.luis, words="Dogs.", by=cast.as_("luis"))

    seen = {n for n in ("luis", "ana", "chen", "dana", "maya", "rosa", "liam", "tasha", "otto")
            if visible_evidence(cast.as_(n)).exists()}  # fmt: skip

    assert seen == {"luis", "ana", "chen", "dana"}


def test_taken_away_the_row_stays_and_the_file_goes(cast):
    by = cast.as_("maya")
    made = keep_evidence(cast.maya, upload=send(picture(), by=by), by=by)

    remove_evidence(made, by=by)

    again = Evidence.objects.get(pk=made.pk)
    assert (again.state, again.upload.state, again.upload.file) == ("removed", "dropped", "")
    assert Tally.objects.get(student=cast.maya).count == 0
