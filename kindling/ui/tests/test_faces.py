from dataclasses import dataclass

import pytest

from kindling.ui.faces import face, initials


@dataclass
class Somebody:
    name: str
    public_id: str = "x7"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maya Santos", "MS"),
        ("Ana María de la Cruz", "AC"),
        ("Sokha", "S"),
        ("D’Arcy O'Brien", "DO"),
        ("Élodie Ñandú", "ÉÑ"),
        ("مريم الحسن", "م"),
        ("王 小明", "王"),
        ("🌻 Sunny Tran", "ST"),
        ("🌻", "🌻"),
        ("", "?"),
        ("ß Straße", "SS"),
    ],
)
def test_initials_fit_names_of_all_kinds(name, letters):
    assert initials(name) == letters


def test_a_student_wears_the_face_of_the_person():
    person = Somebody("Maya Santos")
    student = type("Student", (), {"person": person, "public_id": "other", "name": "Maya Santos"})()

    assert face(student) == face(person)


def test_a_new_name_keeps_colour_and_shape():
    before, after = face(Somebody("Maya Santos")), face(Somebody("Maya Diaz"))

    assert (before.hue, before.shape) == (after.hue, after.shape)
    assert after.initials == "MD"


def test_all_hues_and_shapes_occur():
    faces = [face(Somebody("A", f"person-{n}")) for n in range(400)]

    assert {f.hue for f in faces} == set(range(1, 9))
    assert {f.shape for f in faces} == set(range(1, 6))
