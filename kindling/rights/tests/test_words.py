"""Every field, kind and key of a record has words of its own, in each language that families read."""

import pytest
from django.utils import translation

from kindling.agreements.models import Wording
from kindling.agreements.words import parts_of
from kindling.exploring.models import Assignment
from kindling.gateways.models import Gateway, ThesisWord
from kindling.people.about import ways_to_student
from kindling.people.models import Student
from kindling.plans.models import CoverAnswer, Plan
from kindling.rights.record.areas import is_in_record
from kindling.rights.record.called import KINDS
from kindling.rights.record.codes import CODES
from kindling.rights.record.labels import FILES, file_of, label_of
from kindling.rights.record.labels.inside import INSIDE
from kindling.rights.record.lines import files_of, is_technical, lines_of
from kindling.rights.record.saying import said
from kindling.schools.models import Person

SAME = {"Agenda", "Alarma", "Idea", "Mentor", "Panel", "Plan", "Plan B"}  # in both languages


def models():
    """Every model of which a student's record has rows or lines."""
    about = [model for model in ways_to_student() if is_in_record(model._meta.label)]
    return [*about, Student, Person]


def fields():
    return [
        one for model in models() for one in model._meta.concrete_fields if not is_technical(one)
    ]


def test_every_field_has_a_label():
    missing = [
        f"{one.model._meta.label}.{one.name}: say what it is in rights/record/labels/"
        f"{file_of(one)}.py, or class it as technical in its app's record.toml if it is a key"
        for one in fields()
        if not {one.name, f"{one.model._meta.label}.{one.name}"} & {*FILES[file_of(one)]}
    ]

    assert missing == []


def test_every_kind_has_a_name():
    missing = [
        f"{model._meta.label}: say what one is in rights/record/called.py ({told!r})"
        for model in models()
        if model is not Person and (told := str(model._meta.verbose_name)) not in KINDS
    ]

    assert missing == []


def test_no_label_is_for_a_field_that_is_gone():
    asked = {
        (file_of(one), name)
        for one in fields()
        for name in (one.name, f"{one.model._meta.label}.{one.name}")
    }

    assert {(file, name) for file, words in FILES.items() for name in words} - asked == set()
    names = {f"{one.model._meta.label}.{one.name}" for one in fields()}
    assert {*CODES} - names == set()


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_word_is_in_what_families_read(language):
    words = [one for some in (*FILES.values(), KINDS, INSIDE) for one in some.values()]
    english = [str(one) for one in words]

    with translation.override(language):
        missing = {was for was, one in zip(english, words, strict=True) if str(one) == was}

    assert missing - SAME == set()


def test_a_name_that_means_something_else_in_one_model_says_so():
    plan, student = Plan._meta.get_field("focus"), Student._meta.get_field("number")

    assert (label_of(plan), label_of(student)) == ("Focus", "Student number")


def told(row, name):
    with translation.override("es"):
        return said(row, row._meta.get_field(name))


def test_a_key_is_said_in_words():
    assert told(Plan(waits_for="family,mentor"), "waits_for") == "Familia, Mentor"
    assert told(ThesisWord(verb="redo"), "verb") == "Se repite"


def test_a_key_that_is_no_more_stays_as_it_is_kept_and_breaks_no_bundle():
    assert told(Plan(waits_for="family,elder"), "waits_for") == "family,elder"
    assert told(CoverAnswer(key="of-long-ago"), "key") == "of-long-ago"
    assert told(Wording(content={"title": "Old"}), "content") == "Old"


def test_stored_content_is_said_in_words():
    stood = [{"title": "Hours", "asked": 2, "is_met": False, "id": "abc", "on": "2026-10-13"}]

    assert told(Gateway(settled=stood), "settled").splitlines() == [
        "Hours", "Cuántos se piden: 2", "Logrado: No", "Día: martes 13 de octubre de 2026",
    ]  # fmt: skip


def test_an_agreement_is_said_in_each_language_in_which_it_was_shown():
    text = {
        "title": "Permission",
        "opening": parts_of("Luis goes **alone**.\n\n- by bus\n- on foot", {}),
    }

    assert told(Wording(content={"texts": {"en": text}}), "content").splitlines() == [
        "inglés: Permission", "Luis goes alone.", "by bus", "on foot",
    ]  # fmt: skip


def test_a_picture_goes_along_as_a_file_and_is_no_line():
    row = Assignment(photo="exploring/abc/drawing.jpg")

    assert files_of(row) == {"exploring/abc/drawing.jpg": "drawing.jpg"}
    assert "photo" not in {line.name for line in lines_of(row)}
