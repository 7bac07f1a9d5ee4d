"""Who begins a conversation with whom, and who is in it."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.actions import Said
from kindling.conversations.actions.telling import tell
from kindling.conversations.models import Copy, Message, Thread
from kindling.conversations.tests.talking import ana_writes, jordan_writes, said, whom
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.notices.rules import visible_notices
from kindling.people.models import Connection
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person


def test_a_student_writes_to_their_mentor_and_the_advisor_is_in_it(cast):
    thread = jordan_writes(cast).thread

    assert (thread.student, thread.outside, thread.keeper) == (cast.jordan, cast.sam, cast.ana)
    told = Notice.objects.filter(kind="conversations/private_message").order_by("pk")
    assert [one.person for one in told] == [cast.ana, cast.sam]
    assert set(Copy.objects.values_list("person", flat=True)) == {cast.ana.pk, cast.sam.pk}


def test_the_same_people_have_one_conversation(cast):
    first, second = jordan_writes(cast), jordan_writes(cast, "And bring Biscuit?")

    assert first.thread == second.thread
    assert [text for _name, _via, text in said(first.thread)] == [first.text, second.text]


def test_other_words_of_the_same_form_are_said_once_too(cast):
    for text in ("May I come?", "May I come at ten?", "May I come at ten?"):
        jordan_writes(cast, text, tap="t1")

    assert [one.text for one in Message.objects.order_by("pk")] == [
        "May I come?", "May I come at ten?",
    ]  # fmt: skip


def test_a_double_tap_says_it_once(cast):
    first, again = jordan_writes(cast, tap="t1"), jordan_writes(cast, tap="t1")

    assert first == again
    assert Message.objects.count() == 1


def test_family_writes_to_the_advisor_and_is_answered_in_the_same_conversation(cast):
    rosa = cast.as_("rosa")
    asked = actions.begin(whom(rosa, cast.luis, "staff"), Said("¿Come bien?"), by=rosa)

    answered = ana_writes(cast, "Yes, he does.")

    assert asked.thread == answered.thread
    assert (asked.thread.outside_as, asked.thread.keeper) == ("guardian", cast.ana)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("jordan", ["mentor", "staff"]),
        ("ana", ["student", "mentor"]),
        ("chen", ["student", "mentor"]),
        ("rosa", []),
        ("maya", []),
        ("liam", []),
        ("tasha", []),
        ("otto", []),
    ],
)
def test_to_whom_one_may_write_about_jordan(cast, name, expected):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    viewer = cast.as_(name)
    seen = rules.students_to_write_about(viewer).filter(pk=cast.jordan.pk).exists()
    is_own = name == "jordan"

    found = rules.whom_around(viewer, cast.jordan) if seen or is_own else []

    assert [one.key.partition("-")[0] for one in found] == expected


@pytest.mark.parametrize("name", ["maya", "rosa", "otto"])
def test_a_conversation_that_is_not_offered_cannot_be_begun(cast, name):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    offered = whom(cast.as_("jordan"), cast.jordan, "mentor")

    with pytest.raises(PermissionDenied):
        actions.begin(offered, Said("Hi"), by=cast.as_(name))

    assert Thread.objects.count() == 0


def test_without_an_internship_there_is_no_mentor_to_write_to(cast):
    found = rules.whom_around(cast.as_("jordan"), cast.jordan)

    assert [one.name for one in found] == ["Ana Reyes"]


def test_a_suspended_mentor_is_offered_to_nobody(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(suspended_at="2026-10-01T12:00Z")

    for name in ("jordan", "ana", "chen"):
        found = rules.whom_around(cast.as_(name), cast.jordan)
        assert [one.name for one in found if one.outside] == []


def test_who_is_not_to_be_told_is_not_written_to(cast):
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    found = rules.whom_around(cast.as_("ana"), cast.luis)

    assert [one.name for one in found] == ["Luis Diaz"]


@pytest.mark.parametrize(
    ("name", "sees"),
    [("jordan", 1), ("ana", 1), ("dana", 1), ("chen", 0), ("priya", 0), ("maya", 0), ("otto", 0)],
)
def test_who_reads_it(cast, name, sees):
    jordan_writes(cast)

    assert rules.visible_threads(cast.as_(name)).count() == sees


def test_a_second_guardian_reads_nothing_of_the_first(cast):
    ana_writes(cast)
    other = make_person(cast.school, "Pablo Diaz", Role.GUARDIAN)
    Connection.objects.create(
        school=cast.school, student=cast.luis, adult=other, role=Role.GUARDIAN, since_on=FIRST_DAY
    )
    viewer = type(cast.as_("rosa")).of_person(other)

    assert list(rules.visible_threads(viewer)) == []
    assert rules.visible_threads(cast.as_("rosa")).count() == 1


def test_a_family_that_is_told_no_more_reads_no_more(cast):
    ana_writes(cast)
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    assert list(rules.visible_threads(cast.as_("rosa"))) == []


def test_a_family_that_is_told_no_more_gets_no_more_letters(cast):
    thread, by = ana_writes(cast).thread, cast.as_("ana")
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    with pytest.raises(Refused, match="This conversation rests"):
        actions.say(thread, Said("They live at the shelter on Hope Street."), by=by)

    assert Notice.objects.filter(person=cast.rosa).count() == 1


def test_a_right_that_ends_between_the_word_and_its_letter_ends_the_letter(cast):
    message = ana_writes(cast)
    Copy.objects.filter(message=message).delete()  # as where a translator is waited for
    Notice.objects.filter(person=cast.rosa).delete()
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    tell(message, by=Viewer.system(cast.school))

    assert not Notice.objects.filter(person=cast.rosa).exists()


def test_the_principal_joins_for_all_to_see_and_leaves(cast):
    thread = jordan_writes(cast).thread
    dana = cast.as_("dana")
    assert not rules.may_write(dana, thread)

    actions.join(thread, by=dana)
    message = actions.say(thread, Said("Good question."), by=dana)
    actions.leave(thread, by=dana)

    assert set(message.copies.values_list("person", flat=True)) == {
        cast.ana.pk, cast.sam.pk, cast.jordan.person_id,
    }  # fmt: skip
    assert not rules.may_write(dana, thread)


def test_when_the_internship_is_over_it_rests(cast):
    thread = jordan_writes(cast).thread
    cast.jordan.placements.update(state="ended")

    with pytest.raises(Refused, match="internship is over"):
        actions.say(thread, Said("Hi"), by=cast.as_("jordan"))


def test_a_closed_one_takes_no_word_until_it_is_open_again(cast):
    thread = jordan_writes(cast).thread
    actions.close(thread, by=cast.as_("ana"))

    with pytest.raises(Refused):
        actions.say(thread, Said("Hi"), by=cast.as_("jordan"))
    actions.reopen(thread, by=cast.as_("ana"))

    assert actions.say(thread, Said("Hi"), by=cast.as_("jordan")).text == "Hi"


def test_only_the_school_rings_at_night_and_only_that_is_receipted(cast):
    thread = ana_writes(cast, "Luis is at the hospital.", urgent=True).thread
    quiet = actions.say(thread, Said("¿Cómo está?", urgent=True), by=cast.as_("rosa"))

    assert (quiet.is_urgent, thread.messages.get(is_urgent=True).by) == (False, cast.ana)
    assert actions.mark_seen(thread, by=cast.as_("rosa")) == 1
    assert Copy.objects.get(person=cast.rosa).seen_at is not None
    assert actions.mark_seen(thread, by=cast.as_("ana")) == 0


def test_letters_of_a_conversation_stand_in_nobodys_outbox(cast):
    jordan_writes(cast)

    assert list(visible_notices(cast.as_("dana"))) == []
