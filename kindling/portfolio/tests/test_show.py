"""A student shows pieces to somebody; the link tells what was chosen, until it ends."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from kindling.consents.tests.asking import ask, say
from kindling.disclosures.models import Disclosure
from kindling.evidence.actions import (
    agree_to_picture,
    ask_people,
    change_evidence,
    keep_evidence,
    refuse_picture,
    remove_evidence,
)
from kindling.evidence.models import Depicted
from kindling.kit.http import Refused
from kindling.portfolio.actions import (
    add_pieces,
    choose_names,
    make_page,
    put_page_away,
    share_page,
    stop_share,
)
from kindling.portfolio.models import Share
from kindling.portfolio.rules import visible_pages, visible_shares
from kindling.uploads.actions import write_captions
from kindling.uploads.models import Upload
from kindling.uploads.tests.sending import picture, send


def a_page(cast, who="maya", **facts):
    by, student = cast.as_(who), getattr(cast, who)
    page = make_page(student, title="Cats and I", audience="The clinic", intro="", by=by)
    piece = keep_evidence(student, by=by, **({"words": "Fed nine cats"} | facts))
    add_pieces(page, [piece], by=by)
    return page, piece


def path_of(share):
    return f"/{share.address.split('/', 3)[3]}"


def opened(share):
    return Client().get(path_of(share))


def test_whoever_has_the_link_sees_it_without_signing_in(cast):
    page, _piece = a_page(cast)
    share = share_page(page, days=7, by=cast.as_("maya"))

    answer = opened(share)

    assert (answer.status_code, answer["X-Robots-Tag"]) == (200, "noindex, nofollow")
    assert "Fed nine cats" in answer.text
    assert '<meta name="robots" content="noindex' in answer.text
    assert not answer.cookies
    assert Share.objects.get().opened == 1
    line = Disclosure.objects.get()
    assert (line.student, line.to, line.what, line.basis) == (
        cast.maya, page.audience, page.title, "shown",
    )  # fmt: skip


def test_it_shows_what_was_chosen_at_that_moment(cast):
    page, piece = a_page(cast)
    share = share_page(page, days=7, by=cast.as_("maya"))
    change_evidence(piece, title="Other", words="Other words", reflection="", by=cast.as_("maya"))
    other = keep_evidence(cast.maya, words="Added later", by=cast.as_("maya"))
    add_pieces(page, [other], by=cast.as_("maya"))

    text = opened(share).text

    assert ("Fed nine cats" in text, "Other words" in text, "Added later" in text) == (
        True, False, False,
    )  # fmt: skip


@pytest.mark.parametrize("ends", ["stopped", "put away", "over"])
def test_a_link_that_ended_opens_a_kind_page(cast, ends):
    page, _piece = a_page(cast)
    share = share_page(page, days=7, by=cast.as_("maya"))
    if ends == "stopped":
        stop_share(share, by=cast.as_("maya"))
    if ends == "put away":
        put_page_away(page, by=cast.as_("maya"))
    later = timezone.now() + timedelta(days=9 if ends == "over" else 0)

    with time_machine.travel(later):
        answer = opened(share)

    assert (answer.status_code, "Fed nine cats" in answer.text) == (410, False)
    assert "This page is not shared any more" in answer.text


@pytest.mark.parametrize("token", ["abc", "abc.def", "23456789abcdef.AAAAAAAAAAAAAAAAAAAAAA"])
def test_an_address_nobody_made_is_not_found(cast, token):
    assert Client().get(f"/shown/{token}/").status_code == 404


def test_under_18_no_surname_and_no_way_to_reach_them(cast):
    page, _piece = a_page(cast, words="Write to maya@example.org")

    with pytest.raises(Refused):
        share_page(page, days=7, by=cast.as_("maya"))

    page, _piece = a_page(cast, words="On 13.10.2026 I fed 9 cats")
    assert share_page(page, days=7, by=cast.as_("maya")).shown["name"] == "Maya"


def test_a_file_tells_no_surname_and_is_saved_as_what_it_is(cast):
    by = cast.as_("maya")
    page, _piece = a_page(cast, upload=send(b"Hello", by=by, name="Maya Santos.bat"))
    share = share_page(page, days=7, by=by)

    answer = Client().get(f"{path_of(share)}1/")

    assert "Santos" not in opened(share).text
    assert answer["Content-Disposition"] == 'attachment; filename="Fed nine cats.txt"'


CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n15 dogs"


@pytest.mark.parametrize(
    ("captions", "transcript", "shared"),
    [
        ("", "Call me: 401 555 0199", 0),
        (f"{CAPTIONS}, 401 555 0199", "", 0),
        (CAPTIONS, "15 dogs", 1),
    ],
)
def test_what_is_said_in_a_sound_tells_no_telephone_number_either(
    cast, captions, transcript, shared
):
    by = cast.as_("maya")
    upload = send(b"ID3" + bytes(99), by=by)
    write_captions(upload, captions=captions, transcript=transcript, by=by)
    page, _piece = a_page(cast, upload=upload)

    with nullcontext() if shared else pytest.raises(Refused):
        share_page(page, days=7, by=by)

    assert Share.objects.count() == shared


def test_a_school_may_let_them(cast):
    choose_names(minors_show_names=True, by=cast.as_("dana"))
    page, _piece = a_page(cast, words="Write to maya@example.org")

    assert share_page(page, days=7, by=cast.as_("maya")).shown["name"] == "Maya Santos"


def test_a_picture_is_shown_while_everybody_in_it_says_yes(cast):
    by = cast.as_("luis")
    page, piece = a_page(cast, "luis", upload=send(picture(), by=by))
    ask_people(piece, [cast.jordan], by=by)
    agree_to_picture(Depicted.objects.get(), by=cast.as_("jordan"))
    piece.refresh_from_db()
    share = share_page(page, days=7, by=by)
    file = f"{path_of(share)}1/"
    assert Client().get(file).status_code == 200

    refuse_picture(Depicted.objects.get(), by=cast.as_("jordan"))

    assert (Client().get(file).status_code, "<img" in opened(share).text) == (404, False)


def test_a_picture_closes_when_a_yes_in_it_is_over(cast):
    by, last = cast.as_("luis"), cast.school.today() + timedelta(days=2)
    page, piece = a_page(cast, "luis", upload=send(picture(), by=by))
    ask_people(piece, [cast.jordan], by=by)
    agree_to_picture(Depicted.objects.get(), by=cast.as_("jordan"))
    piece.shown_until = last  # as evidence/tests/test_yes_ends.py works it out
    piece.save(update_fields=["shown_until"])
    share = share_page(page, days=7, by=by)
    file = f"{path_of(share)}1/"

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        before = Client().get(file).status_code
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        after = [Client().get(file + more).status_code for more in ("", "small/")]
        page = opened(share)

    assert (before, after) == (200, [404, 404])
    assert (page.status_code, "<img" in page.text) == (200, False)


def test_a_file_that_the_scanner_has_not_seen_goes_to_no_stranger(cast, client_of):
    by = cast.as_("maya")
    page, piece = a_page(cast, upload=send(picture(), by=by))
    share = share_page(page, days=7, by=by)

    def told():
        inside = f"/harbor-view/evidence/{piece.public_id}/file/"
        own, ana = client_of("maya").get(inside), client_of("ana").get(inside)
        stranger = Client().get(f"{path_of(share)}1/")
        return own.status_code, ana.status_code, stranger.status_code

    before = told()
    Upload.objects.update(scan=Upload.Scan.WAITING)

    assert (before, told()) == ((200, 200, 200), (200, 404, 404))


def test_what_is_taken_away_is_shown_no_more(cast):
    page, piece = a_page(cast)
    share = share_page(page, days=7, by=cast.as_("maya"))

    remove_evidence(piece, by=cast.as_("maya"))

    assert "Fed nine cats" not in opened(share).text


def test_who_sees_and_stops_links(cast):
    page, _piece = a_page(cast, "luis")
    share = share_page(page, days=7, by=cast.as_("luis"))
    names = ("luis", "ana", "dana", "maya", "rosa", "liam", "tasha", "otto")

    seen = {name for name in names if visible_shares(cast.as_(name)).exists()}

    assert seen == {"luis", "ana", "dana"}
    assert {n for n in names if visible_pages(cast.as_(n)).exists()} == seen
    with pytest.raises(PermissionDenied):
        stop_share(share, by=cast.as_("maya"))
    stop_share(share, by=cast.as_("ana"))


def test_nobody_shares_for_a_student(cast):
    page, _piece = a_page(cast)

    with pytest.raises(PermissionDenied):
        share_page(page, days=7, by=cast.as_("ana"))


def test_the_whole_way_in_the_browser(cast, client_of):
    client, home = client_of("maya"), "/harbor-view/portfolio/"
    piece = keep_evidence(cast.maya, words="Fed nine cats", by=cast.as_("maya"))
    made = client.post(f"{home}new/", {"title": "Cats", "audience": "The clinic"})
    client.post(f"{made.url}choose/", {"pieces": [piece.public_id]})
    client.post(f"{made.url}share/", {"days": 30})

    text = client.get(made.url).text

    share = Share.objects.get()
    assert (share.address in text, client.get(f"{made.url}present/").status_code) == (True, 200)
    assert client_of("ana").get(f"{home}links/").status_code == 200
    assert client_of("otto").get(f"{home}{made.url.split('/')[-2]}/").status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_a_page_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries, many):
    page, _piece = a_page(cast)
    by = cast.as_("maya")
    more = [keep_evidence(cast.maya, words=f"{n}", by=by) for n in range(many - 1)]
    add_pieces(page, more, by=by)
    share = share_page(page, days=7, by=by)
    client = client_of("maya")
    address = f"/harbor-view/portfolio/{page.public_id}/"
    client.get(address)

    with django_assert_num_queries(6):  # session, viewer; page, pieces, links; names
        client.get(address)
    with django_assert_num_queries(3):  # link, what is still kept, one opening more
        opened(share)


def test_a_family_that_says_no_closes_the_links_of_its_child_and_lets_no_new_one_be_made(cast):
    page, _piece = a_page(cast, "luis")
    share = share_page(page, days=30, by=cast.as_("luis"))
    assert opened(share).status_code == 200
    say(cast, ask(cast, "sharing"), "no")

    assert opened(share).status_code == 410
    with pytest.raises(Refused):
        share_page(page, days=30, by=cast.as_("luis"))
