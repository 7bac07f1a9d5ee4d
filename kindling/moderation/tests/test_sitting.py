"""Marked blind, opened together, talked about, recorded, answered."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.judgements.rules import visible_judgements
from kindling.kit.http import Refused
from kindling.moderation import actions, queries, rules
from kindling.moderation.models import Marking, Sampled, Sitting
from kindling.moderation.tests.moderating import (
    another_advisor,
    as_,
    drawn,
    judged,
    marked,
    opened,
)
from kindling.people.actions import connect
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import Role
from tests.cast import make_person


def asked(viewer):
    with inside(viewer.school):
        return queries.waits(viewer)


def of(sitting):
    rows = sitting.sampled.select_related("sitting", "judgement__goal__framework__scale", "first")
    return list(rows.order_by("number"))


def test_a_marker_reads_the_first_level_only_when_the_sitting_is_open(cast):
    noor = another_advisor(cast)
    judged(cast)
    sitting = drawn(cast, [noor])
    (one,) = of(sitting)

    marked(one, noor, 2)
    before = queries.sampled_page(as_(noor), one)
    actions.open_sitting(sitting, by=cast.as_("dana"))
    (one,) = of(sitting)
    after = queries.sampled_page(as_(noor), one)

    assert (before.is_open, before.row.gap) == (False, 0)
    assert (after.is_open, after.row.gap) == (True, 1)


def test_a_judgement_one_marks_blind_is_kept_from_every_page_of_judgements(cast):
    one, other = judged(cast), judged(cast, code="QR1")
    before = list(visible_judgements(cast.as_("chen")).order_by("pk"))
    sitting = drawn(cast, [cast.chen])
    during = list(visible_judgements(cast.as_("chen")))
    for sampled in of(sitting):
        marked(sampled, cast.chen, 3)
    still = list(visible_judgements(cast.as_("chen")))
    actions.open_sitting(sitting, by=cast.as_("dana"))

    assert before == [one, other]
    assert during == still == []
    assert list(visible_judgements(cast.as_("chen")).order_by("pk")) == [one, other]
    assert list(visible_judgements(cast.as_("dana")).order_by("pk")) == [one, other]


ACTS = st.lists(
    st.tuples(st.sampled_from(["noor", "kim"]), st.integers(0, 2), st.integers(1, 4)), max_size=8
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_whoever_marks_in_whatever_order_nobody_reads_another_before_it_is_open(cast, acts):
    Marking.objects.all().delete()
    Sampled.objects.all().delete()
    Sitting.objects.all().delete()
    who = {
        name: Person.objects.filter(school=cast.school, given_name=name.title()).first()
        or make_person(cast.school, f"{name.title()} Blind", Role.ADVISOR)
        for name in ("noor", "kim")
    }
    codes = ("ER1", "QR1", "CO1")
    rows = list(visible_judgements(cast.as_("dana"))) or [judged(cast, code=code) for code in codes]
    sitting = drawn(cast, list(who.values()), each=2)
    items = of(sitting)

    for name, number, level in acts:
        try:
            marked(items[number], who[name], level)
        except Refused:
            continue
        for reader in (*who.values(), cast.dana, cast.chen, cast.ana):
            viewer = as_(reader)
            read = {mark.by_id for mark in rules.markings_of(viewer, sitting)}
            assert read <= {reader.pk}
            assert not {item.first_by_id for item in rules.visible_sampled(viewer)} & {reader.pk}
            if reader in who.values():
                assert not set(visible_judgements(viewer)) & set(rows)
    for person in who.values():
        page = queries.sitting_page(as_(person), sitting)
        assert (page.lines, page.judges, page.progress) == ((), (), ())


def test_what_one_said_stays(cast):
    noor = another_advisor(cast)
    judged(cast)
    (one,) = of(drawn(cast, [noor]))
    marked(one, noor, 2, "The first word.")

    with pytest.raises(Refused, match="marked this one already"):
        marked(one, noor, 4, "Another one.")

    mark = Marking.objects.get()
    assert (mark.level.position, mark.comment) == (2, "The first word.")


def test_nobody_marks_what_was_not_given_to_them_or_their_own_student(cast):
    noor, kim = another_advisor(cast), another_advisor(cast, "Kim Lee")
    judged(cast)
    (one,) = of(drawn(cast, [noor]))
    connect(cast.luis, noor, Role.ADVISOR, by=cast.as_("priya"))

    for person in (kim, cast.dana, cast.ana, noor):
        with pytest.raises(PermissionDenied):
            marked(one, person, 2)
    assert Marking.objects.filter(level__isnull=False).count() == 0


def test_opened_with_marks_missing_only_when_one_says_so_and_then_none_is_added(cast):
    noor, kim = another_advisor(cast), another_advisor(cast, "Kim Lee")
    judged(cast)
    sitting = drawn(cast, [noor, kim], each=2)
    (one,) = of(sitting)
    with pytest.raises(Refused, match="Nobody has marked"):
        actions.open_sitting(sitting, anyway=True, by=cast.as_("dana"))
    marked(one, noor, 2)

    with pytest.raises(Refused, match="Kim Lee"):
        actions.open_sitting(sitting, by=cast.as_("dana"))
    actions.open_sitting(sitting, anyway=True, by=cast.as_("dana"))

    with pytest.raises(Refused, match="open already"):
        marked(one, kim, 3)


def test_two_levels_apart_are_settled_before_the_record(cast):
    noor, dana = another_advisor(cast), cast.as_("dana")
    sitting = opened(cast, noor, {"ER1": (4, 2), "QR1": (3, 3)})
    far = next(one for one in of(sitting) if one.judgement.goal.code == "ER1")
    told = {
        "held_on": cast.school.today(),
        "present": [cast.dana, noor],
        "words": "Level 4 is use.",
    }

    with pytest.raises(Refused, match=f"number {far.number}"):
        actions.record_sitting(sitting, by=dana, **told)
    with pytest.raises(Refused, match="in a sentence"):
        actions.settle_sampled(far, "stands", note=" ", by=as_(noor))
    actions.settle_sampled(far, "again", note="The piece shows the first steps only.", by=as_(noor))
    actions.record_sitting(sitting, by=dana, **told)

    sitting.refresh_from_db()
    assert (sitting.state, sitting.record) == ("recorded", "Level 4 is use.")
    assert [one.person.name for one in rules.present_at(sitting)] == ["Noor Haddad", "Dana Okafor"]
    with pytest.raises(Refused, match="before the record"):
        actions.settle_sampled(far, "stands", note="No.", by=dana)


def test_what_shall_be_judged_again_waits_for_who_judged_until_they_answer(cast):
    noor, dana = another_advisor(cast), cast.as_("dana")
    sitting = opened(cast, noor, {"ER1": (4, 2)})
    (one,) = of(sitting)
    actions.settle_sampled(one, "again", note="First steps only.", by=dana)
    actions.record_sitting(
        sitting, held_on=cast.school.today(), present=[cast.dana], words="x", by=dana
    )
    before = [wait.kind for wait in asked(cast.as_("ana"))]
    (one,) = of(sitting)

    actions.answer_sampled(one, "I asked for the data and judged anew.", by=cast.as_("ana"))

    assert before == ["moderation.again"]
    assert asked(cast.as_("ana")) == []
    with pytest.raises(Refused, match="already"):
        actions.answer_sampled(one, "Once more.", by=cast.as_("ana"))


def test_what_waits_for_whom_in_two_statements(cast, django_assert_num_queries):
    noor = another_advisor(cast)
    judged(cast), judged(cast, code="QR1")
    sitting = drawn(cast, [noor])
    viewer, dana = as_(noor), cast.as_("dana")

    with django_assert_num_queries(2):
        assert [(w.kind, w.say) for w in asked(viewer)] == [
            ("moderation.mark", "Mark 2 judgements blind: Fall")
        ]
    assert asked(dana) == asked(cast.as_("ana")) == []
    for one in of(sitting):
        marked(one, noor, 3)
    assert [wait.kind for wait in asked(dana)] == ["moderation.talk"]
    actions.open_sitting(sitting, by=dana)
    assert [wait.kind for wait in asked(dana)] == ["moderation.record"]
    assert asked(viewer) == asked(cast.as_("otto")) == []


def test_the_page_tells_how_far_people_agree(cast):
    noor = another_advisor(cast)
    sitting = opened(cast, noor, {"ER1": (4, 2), "QR1": (3, 3), "CO1": (3, 2)})

    page = queries.sitting_page(cast.as_("dana"), sitting)

    every = page.lines[0].found
    assert (every.pairs, every.same, every.near, every.far, every.lower) == (3, 1, 1, 1, 2)
    assert [row.gap for row in page.rows] == [2, 1, 0]
    assert page.judges == (("Ana Reyes", 3, 3),)
    assert page.is_drawn_again


def test_other_schools_students_and_families_see_nothing(cast):
    noor = another_advisor(cast)
    sitting = opened(cast, noor, {"ER1": (4, 2)})

    for name in ("otto", "luis", "rosa", "priya", "liam"):
        assert list(rules.visible_sittings(cast.as_(name))) == []
        assert list(rules.visible_sampled(cast.as_(name))) == []
        assert list(rules.markings_of(cast.as_(name), sitting)) == []
