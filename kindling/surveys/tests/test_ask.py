"""A survey about something private: families are told first, and who says no is not asked."""

import random
import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.people.models import Connection
from kindling.schools.roles import Role
from kindling.surveys import actions
from kindling.surveys.models import Invitation, Survey, SurveySum
from kindling.surveys.queries.pages import hidden, survey_page
from kindling.surveys.rules import invitations_to_take
from kindling.surveys.tests.surveying import (
    AFTER,
    OPEN_NOW,
    announced,
    at,
    draft,
    invitation,
)
from tests.cast import FIRST_DAY, make_person, make_student

SURVEYS = "/harbor-view/surveys/"


@pytest.fixture
def _told(cast):
    """Maya and Jordan have families, too."""
    for number, student in enumerate((cast.maya, cast.jordan)):
        adult = make_person(cast.school, f"Kim{number} Lee", Role.GUARDIAN)
        connect(student, adult, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)


def main_of(page):
    """What stands on a page, without its tokens."""
    return re.sub(r'value="[^"]{40,}"', "", page.split("<main")[1].split("</main")[0])


def page_of(survey):
    return f"{SURVEYS}{survey.public_id}/"


def take_page(client_of, name, one):
    return client_of(name).get(f"{SURVEYS}take/{one.public_id}/").status_code


def test_who_said_no_by_link_never_sees_it_and_nobody_can_tell(cast, client_of, client, _told):
    survey = announced(cast)
    one = invitation(cast, survey)
    before = client_of("chen").get(page_of(survey)).text
    client.logout()
    held = Pass.objects.get(purpose="decide_survey", bearer=cast.rosa)
    link = f"/p/{token_of(held)}/"
    assert "How did you sleep?" in client.get(link).text
    assert client.post(f"{link}?one={one.public_id}", {"says": "no"}).status_code == 302

    traveller = at(OPEN_NOW, cast)
    assert take_page(client_of, "luis", one) == 404
    for page in (SURVEYS, "/harbor-view/inbox/"):
        shown = client_of("luis").get(page).text.replace("How are you?", "")  # the menu asks that
        assert "How are you" not in shown
    assert take_page(client_of, "maya", invitation(cast, survey, cast.maya)) == 200
    with pytest.raises(PermissionDenied):
        actions.answer_survey(one, {}, by=cast.as_("luis"))
    traveller.stop()
    Survey.objects.filter(pk=survey.pk).update(state="announced")
    shown = main_of(client_of("chen").get(page_of(survey)).text)
    assert shown == main_of(before)
    assert "Luis" not in shown


def test_an_answer_moves_sums_and_nothing_names_who_gave_it(cast, client_of, _told):
    survey = announced(cast)
    one = invitation(cast, survey, cast.maya)
    traveller = at(OPEN_NOW, cast)
    question = survey.questions.get()

    page = f"{SURVEYS}take/{one.public_id}/"
    assert client_of("maya").post(page, {question.public_id: "1"}).status_code == 302
    assert client_of("maya").get(page).status_code == 404
    assert list(SurveySum.objects.order_by("choice").values_list("count", flat=True)) == [0, 1]
    assert Event.objects.get(verb="survey.answer").by_id is None
    traveller.stop()


def test_what_is_shown_after_the_end_points_at_nobody(cast, _told):
    survey = announced(cast)
    question = survey.questions.get()
    crowd = [invitation(cast, survey, one) for one in (cast.maya, cast.jordan)]
    traveller = at(OPEN_NOW, cast)
    for one in crowd:
        actions.answer_survey(one, {question.pk: 0}, by=cast.as_(
            "maya" if one.student_id == cast.maya.pk else "jordan"
        ))  # fmt: skip
    Survey.objects.filter(pk=survey.pk).update(answers=30)  # many more
    SurveySum.objects.filter(choice=0).update(count=27)
    SurveySum.objects.filter(choice=1).update(count=3)
    survey.refresh_from_db()
    assert survey_page(cast.as_("chen"), survey).questions[0].sums == []  # not while it is open
    traveller.stop()
    traveller = at(AFTER, cast)

    survey.refresh_from_db()
    assert survey_page(cast.as_("chen"), survey).questions[0].sums == [
        ("Well", None),
        ("Badly", None),
    ]
    Survey.objects.filter(pk=survey.pk).update(answers=7)
    survey.refresh_from_db()
    assert survey_page(cast.as_("chen"), survey).too_few
    traveller.stop()


def test_no_single_hidden_number_can_be_worked_out():
    dice = random.Random(7)  # noqa: S311
    for _turn in range(200):
        counts = [dice.randint(0, 20) for _one in range(dice.randint(2, 7))]
        shown = hidden(counts)
        assert [one for one in shown if one is not None and one < 8] == []
        assert shown.count(None) != 1


def test_families_have_a_week_and_read_every_question_with_its_topic(cast, client_of, _told):
    survey = draft(cast, opens_on=date(2026, 10, 19))
    with pytest.raises(Refused):
        actions.announce_survey(survey, by=cast.as_("chen"))
    actions.change_survey(survey, opens_on=date(2026, 10, 20), by=cast.as_("chen"))
    assert actions.announce_survey(survey, by=cast.as_("chen")) == 3
    assert Notice.objects.filter(kind="surveys/notice", person=cast.rosa).count() == 1

    page = client_of("rosa").get(f"{SURVEYS}decide/{invitation(cast, survey).public_id}/").text
    assert "How did you sleep?" in page
    with pytest.raises(Refused):
        actions.add_question(survey, text="More?", choices=["a", "b"], by=cast.as_("chen"))


def test_a_question_that_sounds_protected_is_named_before_it_goes_out(cast):
    survey = draft(cast, topic="")
    question = actions.add_question(
        survey, text="Does your family pray?", choices=["Yes", "No"], by=cast.as_("chen")
    )
    assert survey_page(cast.as_("chen"), survey).questions[1].sounds == ["Religion"]
    with pytest.raises(Refused):
        actions.announce_survey(survey, by=cast.as_("chen"))
    actions.clear_question(question, by=cast.as_("chen"))
    assert actions.announce_survey(survey, by=cast.as_("chen")) == 0


def test_of_private_things_nobody_is_asked_whose_family_could_not_be_told(cast):
    survey = announced(cast)  # nobody of Maya's and Jordan's family is on file
    grown = make_student(cast.school, "Kim Old", "401", date(2008, 1, 1))
    assert [one.student for one in Invitation.objects.filter(survey=survey)] == [cast.luis]
    assert [one.student for one in Invitation.objects.filter(survey=announced(cast))] == [
        cast.luis, grown,
    ]  # fmt: skip


def test_where_the_law_asks_for_a_yes_silence_is_a_no(cast, _told):
    survey = announced(cast, needs_yes=True, topic="")
    traveller = at(OPEN_NOW, cast)
    assert not invitations_to_take(cast.as_("luis"))
    actions.decide_survey(invitation(cast, survey), yes=True, by=cast.as_("rosa"))
    assert [one.student for one in invitations_to_take(cast.as_("luis"))] == [cast.luis]
    traveller.stop()


def test_a_no_of_one_counts_more_and_who_does_not_decide_says_nothing(cast, client_of, _told):
    cast.ida = make_person(cast.school, "Ida Moss", Role.GUARDIAN)
    connect(cast.luis, cast.ida, Role.GUARDIAN, by=cast.as_("priya"), since_on=FIRST_DAY)
    survey = announced(cast)
    one = invitation(cast, survey)
    actions.decide_survey(one, yes=False, by=cast.as_("ida"))
    actions.decide_survey(one, yes=True, by=cast.as_("rosa"))
    assert one.says == "no"

    for name in ("luis", "ana", "dana", "otto"):
        with pytest.raises(PermissionDenied):
            actions.decide_survey(one, yes=True, by=cast.as_(name))
    Connection.objects.filter(adult=cast.rosa).update(has_decide=False)
    page = f"{SURVEYS}decide/{one.public_id}/"
    assert client_of("rosa").get(page).status_code == 404
    assert client_of("ida").get(page).status_code == 200


def test_only_who_asks_the_school_writes(cast, client_of):
    survey = draft(cast)
    for name in ("ana", "priya", "luis", "rosa"):
        with pytest.raises(PermissionDenied):
            actions.announce_survey(survey, by=cast.as_(name))
    assert client_of("ana").get(SURVEYS).status_code == 403
    assert client_of("otto").get(SURVEYS).status_code == 404


def test_the_pages(client_of, cast, _told, django_assert_num_queries):
    client = client_of("chen")
    facts = {
        "title": "Lunch", "why": "We change the menu.", "opens_on": "2026-10-20",
        "closes_on": "2026-10-27", "grades": ["401"],
    }  # fmt: skip
    assert client.post(f"{SURVEYS}add/", facts | {"closes_on": "2026-10-19"}).status_code == 422
    assert client.post(f"{SURVEYS}add/", facts).status_code == 302
    survey = Survey.objects.get()
    words = {"text": "Which day?", "choices": "Monday\nFriday", "topic": ""}
    assert client.post(page_of(survey), words | {"choices": "One"}).status_code == 422
    assert client.post(page_of(survey), words).status_code == 302
    client.get(page_of(survey))
    with django_assert_num_queries(5):
        client.get(page_of(survey))
    client.post(page_of(survey), words)
    client.post(page_of(survey), words)
    with django_assert_num_queries(5):
        client.get(page_of(survey))
    assert client.post(f"{page_of(survey)}announce/").status_code == 302
    assert [one.student for one in Invitation.objects.all()] == [cast.luis]
