"""What was given ends with a limit; what names somebody else is decided about alone."""

from datetime import timedelta

import pytest

from kindling.kit.http import Refused
from kindling.people.actions import allow_care_note
from kindling.people.matters import Matter
from kindling.people.models import CareNote
from kindling.people.tests.limiting import limited, second_household, turns_18
from kindling.rights import actions
from kindling.rights.models import RecordsItem
from kindling.rights.record.reading import Row, record_of
from kindling.rights.tests.asking import decided, give_the_rest, provided, verified
from kindling.schools.inside import inside
from kindling.surveys.models import Invitation, Survey
from tests.cast import make_person


def taken(cast, client_of, made):
    return client_of("rosa").get(f"/harbor-view/rights/requests/{made.public_id}/take/").status_code


def note(cast, text):
    until = cast.school.today() + timedelta(days=30)
    allow_care_note(cast.luis, text=text, allowed_by=cast.rosa, until_on=until, by=cast.as_("ana"))


def names(made):
    found = RecordsItem.objects.filter(request=made, kind="people.CareNote")
    return sorted(found.values_list("names", flat=True))


def limit_words(cast):
    limited(cast, Matter.WORDS)


@pytest.mark.parametrize("change", [limit_words, turns_18])
def test_what_was_given_as_a_right_ends_with_the_right(
    cast, client_of, django_capture_on_commit_callbacks, change
):
    made = provided(cast, django_capture_on_commit_callbacks)
    assert taken(cast, client_of, made) == 200

    change(cast)

    assert taken(cast, client_of, made) in {403, 404}


def test_what_a_person_decided_to_give_ends_with_the_next_limit(
    cast, client_of, django_capture_on_commit_callbacks
):
    limited(cast, Matter.CARE)
    made = provided(cast, django_capture_on_commit_callbacks)
    assert made.is_held
    assert taken(cast, client_of, made) == 200

    limited(cast, Matter.WORDS)

    assert taken(cast, client_of, made) in {403, 404}


def test_an_adult_called_exactly_like_a_student_hides_no_student(cast):
    make_person(cast.school, cast.jordan.name, user=False)  # the father of Jordan
    note(cast, f"{cast.jordan.name} carries the pen.")

    assert names(verified(cast)) == [cast.jordan.name]


def test_where_a_household_is_kept_apart_what_names_it_is_decided_about_alone(cast):
    hugo = second_household(cast)
    limited(cast, Matter.TOLD, adult=hugo)
    note(cast, "Hugo fetches the pen at Elm Street.")

    assert names(verified(cast)) == ["Hugo"]


def test_in_a_family_without_limits_the_other_parent_is_no_question(cast):
    second_household(cast)
    note(cast, "Hugo fetches the pen.")

    assert names(verified(cast)) == [""]


def test_a_title_and_the_name_of_a_file_are_read_for_names_too(cast):
    row = Row("plans.Plan", "a", "With Maya", None, [], {"x": "Jordan Blake.pdf"})

    assert {"With Maya", "Jordan Blake.pdf"} <= set(row.text.split("\n"))


def test_what_names_somebody_after_it_was_decided_is_decided_again(cast):
    note(cast, "Allergic to wasps.")
    made = decided(cast)
    CareNote.objects.update(text="Jordan carries the pen.")

    with inside(cast.school):
        assert actions.list_items(made, by=cast.as_("priya")) == 1

    item = RecordsItem.objects.get(request=made, kind="people.CareNote")
    assert (item.names, item.decision) == ("Jordan", "open")
    with pytest.raises(Refused, match="not decided"):
        actions.provide_records(made, "link", by=cast.as_("priya"))
    give_the_rest(cast, made)
    assert actions.list_items(made, by=cast.as_("priya")) == 0


def test_what_came_since_stands_on_the_page_after_the_refusal(cast, client_of):
    made = decided(cast)
    note(cast, "Allergic to wasps.")
    at = f"/harbor-view/rights/requests/{made.public_id}/"
    client = client_of("priya")

    refused = client.post(f"{at}provide/", {"given": "link"})

    assert refused.status_code == 409
    item = RecordsItem.objects.get(request=made, decision="open")
    assert item.kind == "people.CareNote"
    assert item.public_id in client.get(at).text
    give_the_rest(cast, made)
    assert client.post(f"{at}provide/", {"given": "link"}).status_code == 302


def test_the_record_tells_nobody_whether_a_student_answered_a_survey(cast):
    today = cast.school.today()
    survey = Survey.objects.create(
        school=cast.school, title="Lunch", why="To cook", opens_on=today, closes_on=today
    )
    told = []
    for is_done in (True, False):
        Invitation.objects.all().delete()
        Invitation.objects.create(
            school=cast.school, survey=survey, student=cast.luis, is_done=is_done
        )
        rows = [row for row in record_of(cast.luis) if row.kind == "surveys.Invitation"]
        told.append([(line.label, line.value) for row in rows for line in row.lines])

    assert len(told[0]) > 0
    assert told[0] == told[1]
