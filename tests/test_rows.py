"""Rows that become objects the short way are the same objects."""

from django.apps import apps
from django.db.models import signals  # noqa: TID251 (to see that nobody uses them)

from kindling.attendance.models import Day
from kindling.attendance.tests.placed import make_placement
from kindling.kit.compiled import Compiled
from kindling.kit.rows import Row
from kindling.people.models import Student
from kindling.placements.models import Placement


def short_way(queryset):
    compiled = Compiled(queryset)
    return compiled.ask(compiled.params)


def test_nobody_listens_to_what_the_short_way_leaves_out():
    rows = [model for model in apps.get_models() if issubclass(model, Row)]

    told = [
        m for m in rows if signals.pre_init.has_listeners(m) or signals.post_init.has_listeners(m)
    ]
    made = [model for model in rows if "__init__" in vars(model)]

    assert (told, made) == ([], [])
    assert Day in rows


def test_an_object_read_the_short_way_can_be_changed_and_saved(cast):
    student = Student.objects.get(pk=cast.jordan.pk)

    student.grade = "11"
    student.save(update_fields=["grade"])

    assert not student._state.adding
    assert Student.objects.get(pk=cast.jordan.pk).grade == "11"


def test_fields_left_out_are_fetched_when_asked_for(cast, django_assert_num_queries):
    student = Student.objects.only("grade").get(pk=cast.jordan.pk)

    with django_assert_num_queries(1):
        assert student.number == cast.jordan.number


def test_relations_annotations_and_prefetched_rows_come_along(cast, django_assert_num_queries):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    wanted = Placement.objects.select_related("student__person", "site__organisation", "pursuit")
    wanted = wanted.prefetch_related("planned_days").order_by("pk")

    with django_assert_num_queries(2):
        found = short_way(wanted)
        said = [(one.student.person.name, one.site.name, one.pursuit) for one in found]
        days = [sorted(day.weekday for day in one.planned_days.all()) for one in found]

    usual = list(wanted)
    assert found == usual
    assert said == [(one.student.person.name, one.site.name, one.pursuit) for one in usual]
    assert days == [sorted(day.weekday for day in one.planned_days.all()) for one in usual]


def test_a_forgotten_relation_is_fetched_for_all_at_once(cast, django_assert_num_queries):
    found = short_way(Student.objects.filter(school=cast.school))

    with django_assert_num_queries(1):
        names = {one.person.name for one in found}

    assert "Jordan Blake" in names
    assert len(names) > 1


def test_rows_of_values_are_what_the_queryset_gives(cast):
    wanted = Student.objects.order_by("pk").values_list("enrolled_on", "created_at", "person__name")

    assert short_way(wanted) == list(wanted)
    assert short_way(wanted.values_list("grade", flat=True)) == list(
        wanted.values_list("grade", flat=True)
    )
