"""A text message goes to a student only while who decides says yes, where the school asks."""

from datetime import timedelta

import pytest
import time_machine

from kindling.consents.actions import use_purpose
from kindling.consents.models import Consent, Purpose
from kindling.consents.tests.asking import ask, say
from kindling.notices.actions import notify, start_texts, stop_texts
from kindling.notices.models import Channel, Group
from kindling.notices.reaching import contacts_of
from kindling.notices.writing import why_not
from kindling.people.tests.limiting import turns_18


def phones(cast):
    for person in (cast.luis.person, cast.rosa):
        person.phone, person.email = "401 555 0133", ""
        person.save()


def texted(cast, *people):
    """Whether a text message may go, for each."""
    people = people or (cast.luis.person,)
    return [one.can(Channel.SMS) for one in contacts_of(people)]


@pytest.mark.parametrize(
    ("says", "may"), [((), False), (("yes",), True), (("no",), False), (("yes", "back"), False)]
)
def test_where_the_school_asks_only_a_yes_lets_a_text_go(cast, says, may):
    phones(cast)
    consent = ask(cast, "texts")
    for word in says:
        say(cast, consent, word)

    # A grown-up decides for themselves: with their number, and with STOP.
    assert texted(cast, cast.luis.person, cast.rosa) == [may, True]


def test_where_the_school_does_not_ask_texts_go_as_before_until_somebody_says_no(cast):
    phones(cast)
    before = texted(cast)
    consent = ask(cast, "texts")
    say(cast, consent, "no")
    purpose = Purpose.objects.get(school=cast.school, kind="texts")
    use_purpose(purpose, is_used=False, by=cast.as_("dana"))

    assert (before, texted(cast)) == ([True], [False])


def test_a_yes_holds_through_its_last_day(cast):
    phones(cast)
    say(cast, ask(cast, "texts"), "yes", until=cast.school.today() + timedelta(days=1))

    told = []
    for days in (1, 2):
        with time_machine.travel(cast.school.now() + timedelta(days=days), tick=False):
            told += texted(cast)

    assert told == [True, False]


def test_stop_and_the_families_word_are_both_kept(cast):
    phones(cast)
    consent = ask(cast, "texts")
    say(cast, consent, "yes")
    luis = cast.luis.person
    stop_texts(luis, by=cast.as_("luis"))
    stopped = texted(cast)
    say(cast, consent, "no")
    start_texts(luis, by=cast.as_("luis"))

    assert (stopped, texted(cast)) == ([False], [False])


def test_at_eighteen_the_word_is_the_students(cast):
    phones(cast)
    consent = ask(cast, "texts")
    say(cast, consent, "no")
    turns_18(cast)

    say(cast, Consent.objects.get(), "yes", who="luis")

    assert texted(cast) == [True]


def test_what_finds_no_other_way_says_why(cast):
    phones(cast)
    ask(cast, "texts")

    made = notify(cast.luis.person, "passes/code", {}, by=cast.as_("chen"), code="123456")

    assert (made.state, "has not said yes to text messages" in made.error) == ("failed", True)
    assert why_not(contacts_of([cast.luis.person])[0]) == made.error


def test_it_costs_no_statement_to_ask_along(cast, django_assert_num_queries):
    phones(cast)
    ask(cast, "texts")
    people = [cast.luis.person, cast.maya.person, cast.rosa]
    for person in people:
        person.school = cast.school

    with django_assert_num_queries(1):
        contacts = contacts_of(people)

    assert [bool(one.ways(Group.SAFETY)) for one in contacts] == [False, True, True]


def test_the_page_says_that_it_needs_a_yes(cast, client_of):
    phones(cast)
    page = "/harbor-view/reach/"
    before = client_of("luis").get(page).text
    ask(cast, "texts")

    said = "No text message goes to this phone"
    assert (said in before, said in client_of("luis").get(page).text) == (False, True)
