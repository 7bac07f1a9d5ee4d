"""A mentor's words about a term become evidence by one tap, where the student reads them."""

from __future__ import annotations

from kindling.evaluations.tests.evaluating import STRENGTHS, handed_in
from kindling.evidence.models import Evidence
from kindling.evidence.said import find


def test_one_tap_makes_evidence_of_it_and_two_taps_one_piece(cast, client_of):
    it, jordan = handed_in(cast), client_of("jordan")
    keep = f"/harbor-view/evidence/from/evaluation/{it.public_id}/"

    first, again = jordan.post(keep), jordan.post(keep)

    assert (first.status_code, again.status_code) == (302, 302)
    piece = Evidence.objects.get()
    assert (piece.student, piece.source, STRENGTHS in piece.words) == (cast.jordan, "mentor", True)


def test_what_the_student_does_not_read_cannot_be_kept(cast):
    it = handed_in(cast, is_shared=False)

    found = [
        find(cast.as_(name), "evaluation", it.public_id) for name in ("jordan", "otto", "maya")
    ]

    assert found == [None, None, None]
