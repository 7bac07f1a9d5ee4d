"""Ready SQL asks exactly what the rules would have asked, for everybody."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import Person
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer


def build(viewer: Viewer) -> QuerySet[Student]:
    return visible_students(viewer).order_by("pk")


def test_everybody_gets_what_the_rule_says(cast):
    asked = ready(build)
    names = ["dana", "ana", "maya", "jordan", "rosa", "liam", "tasha", "otto"]

    for name in [*names, *names]:
        assert asked(cast.as_(name)) == list(build(cast.as_(name))), name


def test_the_second_time_no_rule_is_built(cast):
    built = []

    def counted(viewer: Viewer) -> QuerySet[Student]:
        built.append(viewer)
        return build(viewer)

    asked = ready(counted)
    asked(cast.as_("ana"))
    before = len(built)

    assert asked(cast.as_("ana")) == list(build(cast.as_("ana")))
    assert len(built) == before


def test_a_fact_of_one_school_is_not_asked_at_another(cast):
    """A rule may read something of the school that no mark stands for: here, its name."""

    def namesakes(viewer: Viewer) -> QuerySet[Person]:
        first = "Ana" if viewer.school.name == "Harbor View" else "Otto"
        return Person.objects.filter(school=viewer.school, given_name=first)

    asked = ready(namesakes)

    assert asked(cast.as_("ana")) == [cast.ana]
    assert asked(cast.as_("otto")) == [cast.otto]
    assert asked(cast.as_("otto")) == [cast.otto]


def test_a_text_and_a_list_of_ids_take_their_places(cast):
    def some(viewer: Viewer, name: str, keys: list[int]) -> QuerySet[Student]:
        return visible_students(viewer).filter(person__given_name=name, pk__in=keys)

    asked = ready(some)
    keys = [cast.maya.pk, cast.luis.pk]

    assert asked(cast.as_("dana"), "Maya", keys) == [cast.maya]
    assert asked(cast.as_("dana"), "Luis", keys) == [cast.luis]
    assert asked(cast.as_("dana"), "Jordan", keys) == []
    assert asked(cast.as_("dana"), "Luis", [cast.luis.pk]) == [cast.luis]
