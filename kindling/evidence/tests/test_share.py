"""Who else sees a piece: the family, the mentor of its project, nobody who was not asked."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.consents.tests.asking import ask, say
from kindling.evidence.actions import (
    agree_to_picture,
    ask_people,
    choose_for_families,
    keep_evidence,
    mark_seen,
    put_tags,
    refuse_picture,
    share_evidence,
)
from kindling.evidence.models import Depicted
from kindling.evidence.queries import kept_for_projects
from kindling.evidence.queries.waits import waits
from kindling.evidence.rules import visible_evidence
from kindling.evidence.tagging import Targets
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.projects.tests.factories import begun
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.uploads.tests.sending import picture, send
from tests.cast import FIRST_DAY


def a_picture(cast):
    """Luis' photo with Jordan and Maya in it."""
    by = cast.as_("luis")
    piece = keep_evidence(cast.luis, upload=send(picture(), by=by), by=by)
    ask_people(piece, [cast.jordan, cast.maya], by=by)
    return piece


def answer(cast, who, say):
    row = Depicted.objects.get(student=getattr(cast, who))
    say(row, by=cast.as_(who))


def file_for(client_of, who, piece):
    return client_of(who).get(f"/harbor-view/evidence/{piece.public_id}/file/").status_code


def test_a_picture_waits_for_each_yes(cast, client_of):
    piece = a_picture(cast)
    answer(cast, "jordan", agree_to_picture)

    choose_for_families(sees_all=True, by=cast.as_("dana"))

    before = file_for(client_of, "rosa", piece)
    answer(cast, "maya", agree_to_picture)
    after = file_for(client_of, "rosa", piece)
    answer(cast, "maya", refuse_picture)

    assert (before, after, file_for(client_of, "rosa", piece)) == (404, 200, 404)


@pytest.mark.parametrize("says", [None, refuse_picture])
def test_who_guides_a_student_sees_a_picture_whatever_those_in_it_say(cast, client_of, says):
    piece = a_picture(cast)
    if says:
        answer(cast, "maya", says)
    names = ("luis", "maya", "jordan", "ana", "dana", "rosa", "liam", "otto")

    told = {who: file_for(client_of, who, piece) for who in names}

    # Its maker, who is asked, an advisor, a leader; then a parent, a coach, another school.
    seen = dict.fromkeys(("luis", "maya", "jordan", "ana", "dana"), 200)
    assert told == seen | dict.fromkeys(("rosa", "liam", "otto"), 404)
    gallery = client_of("ana").get(f"/harbor-view/evidence/students/{cast.luis.public_id}/").text
    assert f"/harbor-view/evidence/{piece.public_id}/small/" in gallery


def test_nobody_reads_who_said_no(cast, client_of):
    piece = a_picture(cast)
    answer(cast, "maya", refuse_picture)

    page = client_of("luis").get(f"/harbor-view/evidence/{piece.public_id}/").text

    assert ("Said no" in page, page.count("No yes yet")) == (False, 2)


def test_a_picture_without_every_yes_is_shared_with_nobody(cast):
    piece = a_picture(cast)

    with pytest.raises(Refused):
        share_evidence(piece, family=True, mentor=False, by=cast.as_("luis"))


def test_nobody_answers_for_another(cast):
    a_picture(cast)

    with pytest.raises(PermissionDenied):
        agree_to_picture(Depicted.objects.get(student=cast.jordan), by=cast.as_("maya"))


def test_the_family_sees_what_is_shared_or_all_where_the_school_says_so(cast):
    by = cast.as_("luis")
    shared = keep_evidence(cast.luis, words="Dogs", by=by)
    keep_evidence(cast.luis, words="Only mine", by=by)
    keep_evidence(cast.maya, words="Cats", by=cast.as_("maya"))
    share_evidence(shared, family=True, mentor=False, by=by)

    some = list(visible_evidence(cast.as_("rosa")).values_list("title", flat=True))
    choose_for_families(sees_all=True, by=cast.as_("dana"))
    more = sorted(visible_evidence(cast.as_("rosa")).values_list("title", flat=True))

    assert (some, more) == (["Dogs"], ["Dogs", "Only mine"])


def test_a_mentor_reads_what_is_shared_of_their_project_behind_a_link(cast, client):
    by, project = cast.as_("jordan"), begun(cast)
    shown, kept = (
        keep_evidence(cast.jordan, words=words, by=by) for words in ("The drum", "The flute")
    )
    for piece in (shown, kept):
        put_tags(piece, Targets({"project": (project.public_id,)}), by=by)
    share_evidence(shown, family=False, mentor=True, by=by)

    link = f"/p/{token_of(Pass.objects.get(purpose='see_work'))}/"
    page = client.get(link).text

    assert Notice.objects.filter(kind="evidence/shared", person=cast.sam).count() == 1
    assert ("The drum" in page, "The flute" in page) == (True, False)
    assert kept_for_projects(cast.as_("ana"), [project.pk])[project.pk].count == 2
    share_evidence(shown, family=False, mentor=False, by=by)
    assert "The drum" not in client.get(link).text


def test_without_a_project_there_is_no_mentor_to_show_it_to(cast):
    piece = keep_evidence(cast.jordan, words="For Sam", by=cast.as_("jordan"))

    with pytest.raises(Refused):
        share_evidence(piece, family=False, mentor=True, by=cast.as_("jordan"))


def waited(viewer):
    with inside(viewer.school):
        return waits(viewer)


def test_what_waits_for_whom(cast, django_assert_max_num_queries):
    a_picture(cast)
    viewers = {name: cast.as_(name) for name in ("maya", "ana", "luis", "rosa", "dana", "otto")}

    with django_assert_max_num_queries(2):
        waited(viewers["ana"])
    told = {name: [wait.kind for wait in waited(viewer)] for name, viewer in viewers.items()}
    mark_seen(cast.luis, by=viewers["ana"])

    assert told == {
        "maya": ["evidence.picture"], "ana": ["evidence.unseen"],
        "luis": [], "rosa": [], "dana": [], "otto": [],
    }  # fmt: skip
    assert waited(viewers["ana"]) == []


def test_a_family_that_says_no_to_photos_closes_what_its_child_said_yes_to(cast, client_of):
    connect(cast.jordan, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    piece = a_picture(cast)
    answer(cast, "jordan", agree_to_picture)
    answer(cast, "maya", agree_to_picture)
    piece.refresh_from_db()
    assert piece.may_be_shown
    consent = ask(cast, "photo", student=cast.jordan)
    say(cast, consent, "no")

    piece.refresh_from_db()
    assert not piece.may_be_shown
    with pytest.raises(Refused):
        answer(cast, "jordan", agree_to_picture)
    say(cast, consent, "yes")
    answer(cast, "jordan", agree_to_picture)
    piece.refresh_from_db()
    assert piece.may_be_shown
