"""A family's yes to photos ends, by its day or by a no: from that moment others see no picture."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.consents.actions.ending import expire_consents
from kindling.consents.tests.asking import ask, say, use
from kindling.evidence.actions import (
    agree_to_picture,
    ask_people,
    choose_for_families,
    keep_evidence,
)
from kindling.evidence.models import Depicted, Evidence
from kindling.evidence.rules import visible_evidence
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.uploads.tests.sending import picture, send
from tests.cast import FIRST_DAY, make_person


def nina(cast):
    """Jordan's mother; Rosa is the mother of Luis, who made the picture."""
    made = make_person(cast.school, "Nina Reed", Role.GUARDIAN)
    connect(cast.jordan, made, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    return made


def says(cast, consent, mother, word, **more):
    cast.nina = mother
    return say(cast, consent, word, who="nina", **more)


def agreed(cast, **more):
    """Luis' photo of Jordan, whose mother says yes until a day, and then Jordan."""
    mother = nina(cast)
    consent = ask(cast, "photo", student=cast.jordan)
    says(cast, consent, mother, "yes", **more)
    by = cast.as_("luis")
    piece = keep_evidence(cast.luis, upload=send(picture(), by=by), by=by)
    ask_people(piece, [cast.jordan], by=by)
    agree_to_picture(Depicted.objects.get(), by=cast.as_("jordan"))
    choose_for_families(sees_all=True, by=cast.as_("dana"))
    piece.refresh_from_db()
    return piece, consent, mother


def file_for(client_of, who, piece):
    return client_of(who).get(f"/harbor-view/evidence/{piece.public_id}/file/").status_code


def test_the_picture_closes_on_the_day_after_the_last_though_no_clock_ran(cast, client_of):
    last = cast.school.today() + timedelta(days=3)
    piece, consent, _mother = agreed(cast, until=last)
    names = ("rosa", "luis", "jordan", "ana", "dana")

    with time_machine.travel(cast.school.now() + timedelta(days=3), tick=False):
        on_the_last_day = file_for(client_of, "rosa", piece)
    with time_machine.travel(cast.school.now() + timedelta(days=4), tick=False):
        after = {who: file_for(client_of, who, piece) for who in names}
        listed = visible_evidence(cast.as_("rosa")).exists()

    consent.refresh_from_db()
    assert (consent.state, piece.shown_until, on_the_last_day, listed) == (
        "given",
        last,
        200,
        False,
    )
    # Its maker, who is in it, and who guides the maker (decision 540); nobody else.
    assert after == {"rosa": 404, "luis": 200, "jordan": 200, "ana": 200, "dana": 200}


def test_what_only_ran_out_is_open_again_with_a_new_yes(cast, client_of):
    last = cast.school.today()
    piece, consent, mother = agreed(cast, until=last)

    with time_machine.travel(cast.school.now() + timedelta(days=1), tick=False):
        expire_consents(by=Viewer.system(cast.school))
        over = file_for(client_of, "rosa", piece)
        says(cast, consent, mother, "yes")
        again = file_for(client_of, "rosa", piece)

    assert (over, again) == (404, 200)


def test_what_was_taken_back_is_opened_by_no_later_yes(cast, client_of):
    piece, consent, mother = agreed(cast)
    before = file_for(client_of, "rosa", piece)

    says(cast, consent, mother, "back")
    taken = file_for(client_of, "rosa", piece)
    says(cast, consent, mother, "yes")

    assert (before, taken, file_for(client_of, "rosa", piece)) == (200, 404, 404)


def test_where_no_yes_has_a_day_there_is_no_last_one(cast):
    by = cast.as_("luis")
    piece = keep_evidence(cast.luis, upload=send(picture(), by=by), by=by)
    ask_people(piece, [cast.jordan], by=by)

    agree_to_picture(Depicted.objects.get(), by=cast.as_("jordan"))

    piece.refresh_from_db()
    assert (piece.may_be_shown, piece.shown_until) == (True, None)


@pytest.mark.parametrize(
    ("kind", "asked", "told"),
    [("video", "recording", "recordings"), ("audio", "recording", "recordings"),
     ("video", "photo", "photos"), ("photo", "photo", "photos")],
)  # fmt: skip
def test_who_is_heard_or_seen_needs_the_yes_that_fits(cast, kind, asked, told):
    by = cast.as_("luis")
    piece = keep_evidence(cast.luis, upload=send(picture(), by=by), by=by)
    Evidence.objects.filter(pk=piece.pk).update(kind=kind)
    piece.refresh_from_db()
    ask_people(piece, [cast.jordan], by=by)
    use(cast, asked)

    with pytest.raises(Refused, match=told):
        agree_to_picture(Depicted.objects.get(), by=cast.as_("jordan"))


def test_a_no_to_recordings_closes_films_and_leaves_photos(cast):
    by = cast.as_("luis")
    pieces = {}
    for kind in ("video", "photo"):
        piece = keep_evidence(cast.luis, upload=send(picture(), by=by, key=kind), by=by)
        Evidence.objects.filter(pk=piece.pk).update(kind=kind)
        piece.refresh_from_db()
        ask_people(piece, [cast.jordan], by=by)
        pieces[kind] = piece
    for row in Depicted.objects.all():
        agree_to_picture(row, by=cast.as_("jordan"))
    mother = nina(cast)

    says(cast, ask(cast, "recording", student=cast.jordan), mother, "no")

    for piece in pieces.values():
        piece.refresh_from_db()
    assert [pieces[kind].may_be_shown for kind in ("video", "photo")] == [False, True]


def test_only_the_maker_names_who_is_in_it(cast):
    by = cast.as_("luis")
    piece = keep_evidence(cast.luis, upload=send(picture(), by=by), by=by)

    with pytest.raises(PermissionDenied):
        ask_people(piece, [cast.jordan], by=cast.as_("jordan"))
