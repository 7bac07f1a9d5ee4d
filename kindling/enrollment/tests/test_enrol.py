"""A student joins the school."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.enrollment.actions import enrol_student
from kindling.history.models import Event
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import Person

FORM = {
    "given_name": "Zoë",
    "family_name": "O’Neill-Ñandú",
    "language": "es",
    "birth_on": "2011-05-04",
    "grade": "101",
    "enrolled_on": "2026-10-13",
}


def test_the_registrar_enrols_a_student_into_an_advisory(cast, client_of):
    client = client_of("priya")

    answer = client.post("/harbor-view/roster/enrol/", FORM | {"advisory": cast.tide.public_id})

    student = Student.objects.get(person__given_name="Zoë")
    assert answer.status_code == 302
    assert answer.url == f"/harbor-view/roster/{student.person.public_id}/"
    assert student.person.sort_name == "o’neill-nandu zoe"
    assert student in visible_students(cast.as_("ana"))
    assert Event.objects.filter(verb="student.enrol", by=cast.priya).count() == 1


@pytest.mark.parametrize(
    "name",
    ["Madonna", "نور", "🦊", "O'Brien", "x" * 200],
    ids=["one", "rtl", "emoji", "quote", "long"],
)
def test_names_of_every_kind_are_taken(cast, client_of, name):
    client = client_of("priya")

    client.post("/harbor-view/roster/enrol/", FORM | {"given_name": name, "family_name": ""})

    person = Person.objects.get(given_name=name)
    assert person.name == name
    assert client.get(f"/harbor-view/roster/{person.public_id}/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"given_name": ""}, "given_name"),
        ({"given_name": "x" * 201}, "given_name"),
        ({"birth_on": "2026-05-04"}, "birth_on"),
        ({"birth_on": "yesterday"}, "birth_on"),
        ({"email": "not an address"}, "email"),
        ({"phone": "12"}, "phone"),
        ({"advisory": "someone-elses"}, "advisory"),
        ({"language": "tlh"}, "language"),
    ],
)
def test_what_cannot_be_taken_names_its_field_and_saves_nothing(cast, client_of, wrong, field):
    before = Person.objects.count()

    answer = client_of("priya").post("/harbor-view/roster/enrol/", FORM | wrong)

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.text or f'href="#id_{field}"' in answer.text
    assert Person.objects.count() == before


def test_an_advisor_may_not_enrol(cast, client_of):
    answer = client_of("ana").post("/harbor-view/roster/enrol/", FORM)

    assert answer.status_code == 403
    assert not Person.objects.filter(given_name="Zoë").exists()


def test_the_action_itself_refuses_an_advisor(cast):
    with pytest.raises(PermissionDenied):
        enrol_student(
            by=cast.as_("ana"),
            person={"given_name": "X"},
            student={},
            enrolled_on=cast.school.today(),
        )
