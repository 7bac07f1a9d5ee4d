"""A guardian answers; it holds until a day; it is taken back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef

from kindling.consents.actions import ask_families, expire_consents, use_purpose
from kindling.consents.models import Consent, ConsentWord, Purpose
from kindling.consents.rules import against, holds, lets, refused
from kindling.consents.tests.asking import ask, say, text_of
from kindling.kit.http import Refused
from kindling.kit.lasting import Lasts
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.tests.limiting import limited
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person

TODAY = date(2026, 10, 13)


def the_link(cast):
    held = Pass.objects.get(purpose="answer_consents", bearer=cast.rosa)
    return f"/p/{token_of(held)}/"


def test_a_guardian_answers_by_link_it_holds_until_a_day_and_is_taken_back(cast, client):
    consent = ask(cast, "photo")
    link = the_link(cast)
    assert "Photos and films of your child" in client.get(link).text
    assert not holds(cast.luis, "photo", TODAY)

    words = {"says": "yes", "sha256": text_of(cast, "photo").sha256, "until": "2026-12-01"}
    assert client.post(f"{link}?one={consent.public_id}", words).status_code == 302

    assert [holds(cast.luis, "photo", day) for day in (
        TODAY, date(2026, 12, 1), date(2026, 12, 2)
    )] == [True, True, False]  # fmt: skip
    client.post(f"{link}?one={consent.public_id}", {"says": "back", "sha256": "x"})
    assert not holds(cast.luis, "photo", TODAY)
    said = ConsentWord.objects.order_by("pk")
    assert [(w.says, w.way, w.person) for w in said] == [
        ("yes", "link", cast.rosa), ("back", "link", cast.rosa),
    ]  # fmt: skip
    assert said[0].sha256 == text_of(cast, "photo").sha256


def test_a_tap_sent_twice_by_link_is_one_word(cast, client):
    consent = ask(cast, "photo")
    here = f"{the_link(cast)}?one={consent.public_id}"
    client.get(here)
    words = {"sha256": text_of(cast, "photo").sha256}
    for says in ("yes", "yes", "back", "back", "no", "no"):
        assert client.post(here, words | {"says": says}).status_code == 302

    said = ConsentWord.objects.order_by("pk").values_list("says", flat=True)
    assert list(said) == ["yes", "back", "no"]
    assert Consent.objects.get().state == "declined"


def test_a_yes_ends_with_the_school_year_or_before_the_student_is_of_age(cast):
    luis = say(cast, ask(cast, "photo"), "yes")  # Luis turns 18 on 9 January 2027
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    maya = say(cast, ask(cast, "ride", student=cast.maya), "yes", until=date(2030, 1, 1))

    assert (luis.until_on, maya.until_on) == (date(2027, 1, 8), date(2027, 6, 18))


def test_a_no_of_one_counts_more_than_a_yes_of_another(cast):
    ida = make_person(cast.school, "Ida Moss", Role.GUARDIAN)
    connect(cast.luis, ida, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    cast.ida = ida
    consent = ask(cast, "photo")
    say(cast, consent, "yes")
    assert holds(cast.luis, "photo", TODAY)
    say(cast, consent, "no", who="ida")

    assert consent.state == Consent.State.WITHDRAWN
    say(cast, consent, "yes")
    assert not holds(cast.luis, "photo", TODAY)
    say(cast, consent, "yes", who="ida")
    assert holds(cast.luis, "photo", TODAY)


def test_who_does_not_decide_answers_nothing(cast, client_of, client):
    consent, link = ask(cast, "photo"), the_link(cast)
    for name in ("luis", "ana", "dana", "otto", "maya"):
        with pytest.raises(PermissionDenied):
            say(cast, consent, "yes", who=name)
    Connection.objects.filter(adult=cast.rosa).update(has_decide=False)

    with pytest.raises(PermissionDenied):
        say(cast, consent, "yes")
    assert client.get(link).status_code == 404
    page = f"/harbor-view/consents/one/{consent.public_id}/"
    assert client_of("rosa").get(page).status_code == 404
    assert "Photos" not in client_of("rosa").get("/harbor-view/consents/").text


def test_a_guardian_who_may_not_decide_is_turned_away_and_it_is_logged(cast, client_of, caplog):
    consent = ask(cast, "photo")
    limited(cast, Matter.DECIDE)
    page = f"/harbor-view/consents/one/{consent.public_id}/"
    words = {"says": "yes", "sha256": text_of(cast, "photo").sha256}

    with caplog.at_level("WARNING", logger="django.request"):
        answer = client_of("rosa").post(page, words)

    assert (answer.status_code, consent.words.count()) == (404, 0)
    assert [one.getMessage() for one in caplog.records if one.name == "django.request"] == [
        f"Not Found: {page}"
    ]
    # Whom to call stands there, and nothing of why.
    assert ("555 0100" in answer.text, "order" in answer.text.lower()) == (True, False)


def test_a_link_answers_for_nobody_else(cast, client):
    connect(cast.maya, cast.dana, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    ask(cast, "photo")
    other = ask(cast, "ride", student=cast.maya)

    words = {"says": "yes", "sha256": text_of(cast, "ride").sha256}
    link = the_link(cast)
    assert client.get(link).status_code == 200
    assert client.post(f"{link}?one={other.public_id}", words).status_code == 404
    assert client.get(f"{link}?one={other.public_id}").status_code == 404


def test_a_student_of_age_answers_alone_and_the_family_no_more(cast):
    consent = ask(cast, "photo")
    cast.luis.birth_on = date(2008, 10, 13)
    cast.luis.save()
    consent.refresh_from_db()

    with pytest.raises(PermissionDenied):
        say(cast, consent, "yes")
    assert say(cast, consent, "yes", who="luis").basis == "student"


def test_words_are_only_added(cast):
    say(cast, ask(cast, "photo"), "yes")
    with pytest.raises(Lasts):
        ConsentWord.objects.update(says="no")


def test_a_no_keeps_the_name_out_of_every_public_page_and_a_yes_brings_it_back(cast):
    consent = ask(cast, "directory")
    assert holds(cast.luis, "directory", TODAY)
    say(cast, consent, "no")

    cast.luis.refresh_from_db()
    assert cast.luis.is_unlisted
    assert not holds(cast.luis, "directory", TODAY)
    say(cast, consent, "yes")
    cast.luis.refresh_from_db()
    assert not cast.luis.is_unlisted


def test_the_notice_of_rights_is_read_and_takes_no_yes_or_no(cast, client_of):
    consent = ask(cast, "notice")
    with pytest.raises(Refused):
        say(cast, consent, "yes")
    page = f"/harbor-view/consents/one/{consent.public_id}/"
    client = client_of("rosa")
    words = {"says": "seen", "sha256": text_of(cast, "notice").sha256}
    assert client.post(page, words).status_code == 302
    assert holds(cast.luis, "notice", date(2027, 1, 8))


def test_a_day_that_is_over_and_an_answer_that_does_not_fit_are_said(cast, client_of):
    consent = ask(cast, "photo")
    client, page = client_of("rosa"), f"/harbor-view/consents/one/{consent.public_id}/"
    words = {"sha256": text_of(cast, "photo").sha256}

    assert client.post(page, words | {"says": "yes", "until": "2026-10-12"}).status_code == 422
    assert client.post(page, words | {"says": "back"}).status_code == 409
    assert client.post(page, words | {"says": "perhaps"}).status_code == 422
    assert not ConsentWord.objects.exists()


def test_what_ran_out_is_asked_anew(cast):
    consent = say(cast, ask(cast, "photo"), "yes")
    Consent.objects.filter(pk=consent.pk).update(
        since_on=TODAY - timedelta(days=9), until_on=TODAY - timedelta(days=1)
    )
    assert not holds(cast.luis, "photo", TODAY)

    assert expire_consents(by=Viewer.system(cast.school)) == 1
    consent.refresh_from_db()
    assert consent.state == Consent.State.EXPIRED
    assert ask_families(["photo"], [cast.luis], by=cast.as_("priya")) == 1
    assert ask_families(["photo"], [cast.luis], by=cast.as_("priya")) == 1  # a reminder
    say(cast, consent, "yes")
    assert ask_families(["photo"], [cast.luis], by=cast.as_("priya")) == 0


def test_the_words_can_be_heard(cast, client_of):
    consent = ask(cast, "photo")
    page = client_of("rosa").get(f"/harbor-view/consents/one/{consent.public_id}/").text

    assert '<read-aloud for="words" lang="en"' in page
    assert 'id="words"' in page
    assert "data-aloud" in page
    assert "dist/aloud" in page


def test_a_yes_that_was_taken_back_stays_no_while_the_school_asks_anew(cast):
    consent = ask(cast, "sharing")
    say(cast, consent, "yes")
    say(cast, consent, "back")

    ask_families(["sharing"], [cast.luis], by=cast.as_("priya"))
    consent.refresh_from_db()
    purpose = Purpose.objects.get(school=cast.school, kind="sharing")
    use_purpose(purpose, is_used=False, by=cast.as_("dana"))

    assert consent.state == "asked"
    assert not lets(cast.luis, "sharing", TODAY)
    assert list(against(cast.school.pk, "sharing")) == [consent]
    assert Student.objects.filter(refused("sharing", OuterRef("pk"))).get() == cast.luis
    say(cast, consent, "yes")
    assert not Student.objects.filter(refused("sharing", OuterRef("pk"))).exists()


def test_a_yes_that_ran_out_is_no_no_while_the_school_asks_anew(cast):
    consent = say(cast, ask(cast, "sharing"), "yes")
    Consent.objects.filter(pk=consent.pk).update(
        since_on=TODAY - timedelta(days=9), until_on=TODAY - timedelta(days=1)
    )
    expire_consents(by=Viewer.system(cast.school))
    students = Student.objects.filter(refused("sharing", OuterRef("pk")))
    assert students.get() == cast.luis  # what was open with it is closed
    ask_families(["sharing"], [cast.luis], by=cast.as_("priya"))

    assert not against(cast.school.pk, "sharing").exists()
    assert students.get() == cast.luis
    purpose = Purpose.objects.get(school=cast.school, kind="sharing")
    use_purpose(purpose, is_used=False, by=cast.as_("dana"))
    assert not students.exists()
    assert lets(cast.luis, "sharing", TODAY)
