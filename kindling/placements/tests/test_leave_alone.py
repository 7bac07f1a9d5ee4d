"""A rest has a last day; "do not contact" holds until it is lifted. Students never read why."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.http import Refused
from kindling.notices.actions import spend_ask, spend_asks
from kindling.notices.models import Notice
from kindling.placements.actions import approve_pursuit, request_pursuit, start_placement
from kindling.placements.tests.factories import (
    TUESDAYS_AND_THURSDAYS,
    make_asked,
    make_placement,
    make_pursuit,
    make_ready,
)
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.sites.actions import (
    add_new_mentor,
    end_mentor,
    leave_alone,
    lift_quiet,
    remind_of_ended_quiets,
)
from kindling.sites.models import FOR_EVER, Quiet, Site, SiteMentor
from tests.cast import make_person

REST, NO_CONTACT = Quiet.Kind.REST, Quiet.Kind.NO_CONTACT
UNTIL = date(2026, 11, 3)


def site_of(cast):
    return Site.objects.get(pk=cast.clinic.site_id)


def url(cast):
    return f"/harbor-view/places/sites/{cast.clinic.site.public_id}/quiet/"


def test_a_site_rests_and_students_read_until_when(cast, client_of):
    sent = {"kind": "rest", "until_on": "2026-11-03", "reason": "Lambing"}

    assert client_of("chen").post(url(cast), sent).status_code == 302

    page = client_of("luis").get(f"/harbor-view/places/{cast.clinic.public_id}/").text
    assert "Resting until Tuesday 3 November" in page
    assert "Lambing" not in page
    listed = client_of("luis").get("/harbor-view/places/").text
    assert "Resting until" in listed
    assert "Animal care" not in client_of("luis").get("/harbor-view/places/?open=1").text


def test_do_not_contact_is_a_sentence_for_staff_and_a_closed_door_for_students(cast, client_of):
    leave_alone(cast.clinic.site, NO_CONTACT, reason="They complained.", by=cast.as_("chen"))

    staff = client_of("ana").get(f"/harbor-view/places/sites/{cast.clinic.site.public_id}/").text
    assert "Do not contact, until somebody lifts it. Set by Chen Wu on" in staff
    assert "They complained." in staff
    for name in ("luis", "rosa"):
        page = client_of(name).get(f"/harbor-view/places/{cast.clinic.public_id}/").text
        assert (name == "rosa" or "Not open to students now." in page) is True  # she reads Spanish
        assert ("They complained." in page, "contact" in page.lower()) == (False, False)
    assert site_of(cast).shut_until == FOR_EVER


def test_nobody_asks_for_the_place_while_it_holds(cast):
    asked = make_asked(cast.luis, cast.clinic)
    leave_alone(cast.clinic.site, NO_CONTACT, reason="No.", by=cast.as_("chen"))
    asked.refresh_from_db()

    with pytest.raises(Refused, match="left in peace"):
        approve_pursuit(asked, None, by=cast.as_("chen"))
    with pytest.raises(Refused, match="Not open to students now"):
        request_pursuit(cast.maya, fresh(cast.clinic), "Please.", by=cast.as_("maya"))


def test_nobody_starts_there_and_who_may_call_reads_not_to(cast, client_of):
    ready = make_ready(cast, cast.luis, cast.clinic)
    going = make_pursuit(cast, cast.jordan, cast.shelter)
    for site in (cast.clinic.site, cast.shelter.site):
        leave_alone(site, NO_CONTACT, reason="No.", by=cast.as_("chen"))
    ready.refresh_from_db()

    with pytest.raises(Refused, match="left in peace now"):
        start_placement(
            ready, mentor=cast.sam, starts_on=date(2026, 10, 13), ends_on=None, goals="",
            schedule=TUESDAYS_AND_THURSDAYS, by=cast.as_("ana"),
        )  # fmt: skip
    page = client_of("jordan").get(f"/harbor-view/pursuits/{going.public_id}/").text
    assert "This place is not open now, so do not call." in page
    assert cast.sam.phone not in page


def fresh(place):
    return type(place).objects.select_related("site").get(pk=place.pk)


def test_who_learns_there_goes_on(cast, client_of):
    placement = make_placement(cast, cast.luis, cast.clinic)

    leave_alone(cast.clinic.site, NO_CONTACT, reason="No.", by=cast.as_("chen"))

    placement.refresh_from_db()
    assert placement.state == "active"
    assert "check" in client_of("luis").get("/harbor-view/").text.lower()


def test_a_mentor_is_asked_for_nothing_and_starts_with_nobody(cast):
    ready = make_ready(cast, cast.jordan, cast.shelter)
    chen = cast.as_("chen")
    leave_alone(cast.sam, NO_CONTACT, reason="He said so.", by=chen)
    sam = Person.objects.get(pk=cast.sam.pk)
    before = Notice.objects.count()

    with pytest.raises(Refused, match="left in peace now: nothing is sent"):
        spend_ask(sam, by=cast.as_("ana"))
    assert spend_asks([sam], by=cast.as_("ana")) == []
    with pytest.raises(ValidationError, match="left in peace now"):
        start_placement(
            ready, mentor=sam, starts_on=date(2026, 10, 13), ends_on=None, goals="",
            schedule=TUESDAYS_AND_THURSDAYS, by=cast.as_("ana"),
        )  # fmt: skip
    assert Notice.objects.count() == before


def test_while_all_its_mentors_rest_the_place_rests(cast):
    chen = cast.as_("chen")
    quiet = leave_alone(cast.sam, REST, until_on=UNTIL, reason="", by=chen)
    assert site_of(cast).rests_until == UNTIL
    assert spend_asks([Person.objects.get(pk=cast.sam.pk)], by=chen) == [cast.sam]

    add_new_mentor(site_of(cast), by=chen, given_name="Ida")
    assert site_of(cast).rests_until is None

    lift_quiet(quiet, reason="Back early", by=chen)
    leave_alone(cast.sam, NO_CONTACT, reason="No.", until_on=UNTIL, by=chen)
    assert Person.objects.get(pk=cast.sam.pk).quiet_until == UNTIL


def test_staff_read_it_wherever_they_meet_the_mentor(cast, client_of):
    make_placement(cast, cast.luis, cast.clinic)
    leave_alone(cast.sam, NO_CONTACT, reason="He said so.", by=cast.as_("chen"))
    site, place = cast.clinic.site.public_id, cast.clinic.public_id

    for path in (f"places/sites/{site}/", f"places/mentors/person/{cast.sam.public_id}/"):
        page = client_of("ana").get(f"/harbor-view/{path}").text
        assert ("Do not contact" in page, "He said so." in page) == (True, True)
    asked = client_of("ana").get(f"/harbor-view/days/mentors/{cast.sam.public_id}/").text
    assert ("Do not contact" in asked, "9999" in asked) == (True, False)
    assert "Left in peace now" in client_of("ana").get(f"/harbor-view/places/{place}/").text
    assert "Left in peace" not in client_of("luis").get(f"/harbor-view/places/{place}/").text


def test_lifting_needs_a_reason_and_happens_once(cast, client_of):
    quiet = leave_alone(cast.clinic.site, NO_CONTACT, reason="No.", by=cast.as_("chen"))
    path, client = f"/harbor-view/places/quiets/{quiet.public_id}/lift/", client_of("chen")

    assert client.post(path, {"reason": " "}).status_code == 422
    assert client.post(path, {"reason": "We talked"}).status_code == 302
    assert client.post(path, {"reason": "We talked"}).status_code == 409

    quiet.refresh_from_db()
    assert (quiet.lifted_on, quiet.lifted_by, quiet.lift_reason) == (
        date(2026, 10, 13), cast.chen, "We talked",
    )  # fmt: skip
    assert site_of(cast).shut_until is None


def test_a_rest_ends_by_itself_and_the_coordinator_is_asked_once(cast):
    leave_alone(cast.clinic.site, REST, until_on=UNTIL, reason="", by=cast.as_("chen"))
    remind_of_ended_quiets()
    assert Notice.objects.count() == 0

    with time_machine.travel("2026-11-04T13:00:00+00:00"):
        remind_of_ended_quiets()
        remind_of_ended_quiets()
        assert fresh(cast.clinic).takes_students_on(cast.school.today())

    notice = Notice.objects.get()
    assert (notice.person, notice.subject) == (
        cast.chen, "The rest is over: Bayside Animal Clinic",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "facts", "field"),
    [
        (REST, {"reason": ""}, "until_on"),
        (REST, {"reason": "", "until_on": date(2026, 10, 12)}, "until_on"),
        (REST, {"reason": "", "until_on": date(2036, 10, 12)}, "until_on"),
        (NO_CONTACT, {"reason": "  "}, "reason"),
    ],
)
def test_wrong_input_says_what_is_missing(cast, client_of, kind, facts, field):
    with pytest.raises(ValidationError) as wrong:
        leave_alone(cast.clinic.site, kind, **facts, by=cast.as_("chen"))

    assert list(wrong.value.message_dict) == [field]
    sent = {"kind": kind.value, "reason": facts["reason"], "until_on": facts.get("until_on", "")}
    assert client_of("chen").post(url(cast), sent).status_code == 422
    assert Quiet.objects.count() == 0


def test_a_double_tap_is_told(cast):
    chen = cast.as_("chen")
    leave_alone(cast.clinic.site, REST, until_on=UNTIL, reason="", by=chen)

    with pytest.raises(Refused, match="holds already"):
        leave_alone(cast.clinic.site, REST, until_on=UNTIL, reason="", by=chen)


@pytest.mark.parametrize(
    ("name", "about_mentor"), [("ana", 403), ("maya", 404), ("rosa", 404), ("liam", 404)]
)
def test_nobody_else_leaves_anybody_alone(cast, client_of, name, about_mentor):
    sent = {"kind": "no_contact", "reason": "x"}
    path = f"/harbor-view/places/mentors/person/{cast.sam.public_id}/quiet/"

    assert client_of(name).post(url(cast), sent).status_code == about_mentor
    assert client_of(name).post(path, sent).status_code == about_mentor
    for whom in (cast.clinic.site, cast.sam):
        with pytest.raises(PermissionDenied):
            leave_alone(whom, NO_CONTACT, reason="x", by=cast.as_(name))


def test_the_principal_decides_about_sites_not_about_mentors(cast):
    leave_alone(cast.clinic.site, NO_CONTACT, reason="x", by=cast.as_("dana"))
    with pytest.raises(PermissionDenied):
        leave_alone(cast.sam, NO_CONTACT, reason="x", by=cast.as_("dana"))
    otto_s = make_person(cast.north, "Nora North", Role.MENTOR, user=False)
    with pytest.raises(PermissionDenied):
        leave_alone(otto_s, NO_CONTACT, reason="x", by=cast.as_("chen"))


def test_who_guides_only_at_a_site_that_is_not_contacted_is_asked_for_nothing(cast, client_of):
    chen = cast.as_("chen")
    quiet = leave_alone(cast.clinic.site, NO_CONTACT, reason="No.", by=chen)
    sam = Person.objects.get(pk=cast.sam.pk)
    assert spend_asks([sam], by=chen) == [cast.sam]  # he guides at the shelter, too

    leave_alone(cast.shelter.site, NO_CONTACT, reason="No.", until_on=UNTIL, by=chen)
    sam.refresh_from_db()
    assert sam.quiet_until == UNTIL
    for path in (f"sites/{cast.clinic.site.public_id}", f"mentors/person/{sam.public_id}"):
        page = client_of("ana").get(f"/harbor-view/places/{path}/").text
        assert ("May be asked" in page, "Do not contact" in page) == (False, True)

    lift_quiet(quiet, reason="We talked", by=chen)
    sam.refresh_from_db()
    assert sam.quiet_until is None


def test_who_left_a_site_that_is_not_contacted_may_be_asked(cast):
    chen = cast.as_("chen")
    ida = add_new_mentor(cast.clinic.site, by=chen, given_name="Ida")
    leave_alone(cast.clinic.site, NO_CONTACT, reason="No.", by=chen)
    assert Person.objects.get(pk=ida.person_id).quiet_until == FOR_EVER

    end_mentor(SiteMentor.objects.get(pk=ida.pk), by=chen)

    assert Person.objects.get(pk=ida.person_id).quiet_until is None
