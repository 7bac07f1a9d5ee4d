"""Pages the matrix cannot name: behind a pass, refused, on paper, the styleguide."""

import pytest
from django.urls import set_script_prefix, set_urlconf
from playwright.sync_api import expect

from kindling.interests.actions import add_interest
from kindling.keys.actions.sheets import print_sheet
from kindling.ladder.models import Alarm, Call
from kindling.passes.actions import make_pass, revoke_pass
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement
from kindling.schools.models import Installation, Person
from kindling.ui.families import FAMILIES
from tests.cast import make_place
from tests.matrix_subjects import Subjects
from tests.pages.look import assert_fine, fill

pytestmark = [pytest.mark.pages, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def subjects(cast):
    """Address book of a school with a few days in it."""
    subjects = Subjects(cast)
    fill(cast, Placement.objects.get())
    return subjects


def letter_for_sam(cast) -> str:
    placement = Placement.objects.get()
    by = cast.as_("chen")
    return token_of(make_pass(cast.sam, "confirm_days", [placement.public_id], by=by))


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_mentors_page_with_days_that_wait_and_after_the_answer(cast, subjects, phone, language):
    Person.objects.filter(pk=cast.sam.pk).update(language=language)
    phone.goto(f"/p/{letter_for_sam(cast)}/")
    assert_fine(phone, 390)

    phone.locator('button.btn--big[value="yes"]').click()
    phone.wait_for_url("**told=*")
    assert_fine(phone, 390)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_guardian_and_who_was_told_find_behind_their_links(cast, subjects, phone, language):
    Person.objects.filter(pk__in=[cast.sam.pk, cast.rosa.pk]).update(language=language)
    alarm = Alarm.objects.get()
    facts = {"school": cast.school, "alarm": alarm, "at": alarm.due_at}
    Call.objects.create(person=cast.sam, part=Call.Part.MENTOR, **facts)
    by, family = cast.as_("chen"), [cast.luis.public_id]
    for person, purpose, named in (
        (cast.rosa, "family_absence", family), (cast.sam, "take_alarms", [alarm.public_id]),
    ):  # fmt: skip
        phone.goto(f"/p/{token_of(make_pass(person, purpose, named, by=by))}/")
        assert_fine(phone, 390)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_familys_letter(cast, subjects, phone, language):
    Person.objects.filter(pk=cast.rosa.pk).update(language=language, has_large_text=True)
    held = make_pass(cast.rosa, "family_week", [cast.rosa.public_id], by=cast.as_("chen"))
    phone.goto(f"/p/{token_of(held)}/")
    for one in phone.locator("details").all():
        one.locator("summary").click()

    assert_fine(phone, 390)


def test_a_pass_that_ended_and_not_you(cast, subjects, phone, guard):
    guard.allow("status of 410")
    address = f"/p/{letter_for_sam(cast)}/"
    phone.goto(address)
    phone.get_by_role("button", name="Not you?").click()
    phone.wait_for_url("**/not-me/")
    assert_fine(phone, 390)
    revoke_pass(cast.sam.passes.latest("pk"), by=cast.as_("chen"))
    phone.goto(address)
    assert_fine(phone, 390)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "asked",
    [
        "?q=I+like+animals+and+fixing+bikes&day=1&minutes=45&access=steps",
        "?q=animals",
        "?q=zeppelin&area=sea",
        "for-you/",
    ],
)
def test_finding_what_fits_nothing_and_what_one_might_like(
    cast, subjects, phone, sign_in, asked, language
):
    for area, words in (("land", "Animals that nobody wants"), ("", "Old people and their songs")):
        add_interest(by=cast.as_("luis"), words=words, area=area)
    make_place(cast.school, "Gearhead", "Bike mechanic", area="machines", what="Mend old bikes.")
    Person.objects.filter(pk=cast.luis.person_id).update(language=language)

    sign_in(phone, cast.luis).goto(f"/harbor-view/places/{asked}")

    assert_fine(phone, 390)


def test_what_is_not_there_and_what_is_not_allowed(cast, phone, sign_in, guard):
    guard.allow("status of (403|404)")
    sign_in(phone, cast.maya)
    for path, status in (("/harbor-view/nothing/", 404), ("/harbor-view/roster/", 403)):
        assert phone.goto(path).status == status
        assert_fine(phone, 390)


def test_a_sheet_on_paper_and_at_the_door(cast, desk, phone, sign_in):
    sign_in(desk, cast.priya).goto(f"/harbor-view/sheets/{cast.maya.person.public_id}/")
    desk.get_by_role("button", name="Make the sheet").click()
    expect(desk.get_by_role("img", name="Code to scan")).to_be_visible()
    desk.wait_for_load_state()
    assert_fine(desk, 1366)

    phone.goto(f"/sheet/{print_sheet(cast.maya.person, by=cast.as_('priya'))}/")
    assert_fine(phone, 390)


def test_setting_up_a_school(db, desk):
    Installation.objects.create(is_demo=False)
    set_script_prefix("/")
    set_urlconf(None)
    desk.goto("/set-up/")
    assert_fine(desk, 1366)


@pytest.mark.parametrize("direction", ["en", "ar"])
@pytest.mark.parametrize("key", [family.key for family in FAMILIES])
def test_styleguide(cast, desk, key, direction):
    desk.goto(f"/styleguide/{key}/?lang={direction}")
    assert_fine(desk, 1366 if direction == "en" else 390)
