"""A proposal: written by field, handed in, and a yes that holds for what was read."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.projects import actions
from kindling.projects.models import Approval, Project, Suggestion
from kindling.projects.tests.factories import WORDS, approved, begun, proposed, sams, write, written


def letters():
    return list(Notice.objects.order_by("pk").values_list("kind", "person__name"))


def test_an_idea_brings_the_mentor_and_its_writer(cast):
    project = begun(cast)

    assert (project.state, project.mentor, project.kind) == ("idea", cast.sam, "internship")
    assert [part.student for part in project.members.all()] == [cast.jordan]


def test_without_who_gains_from_it_nobody_is_asked(cast):
    project = written(cast)
    write(project, cast.as_("jordan"), benefit="")

    with pytest.raises(ValidationError) as wrong:
        actions.propose_project(project, by=cast.as_("jordan"))

    assert list(wrong.value.message_dict) == ["benefit"]
    assert (Project.objects.get().state, letters()) == ("idea", [])


def test_handed_in_advisor_and_mentor_are_asked_each_by_their_way(cast):
    project = proposed(cast)

    assert project.state == "proposed"
    assert letters() == [("projects/news", "Ana Reyes"), ("projects/mentor", "Sam Ito")]
    held = Pass.objects.get()
    assert (held.purpose, held.subjects, held.needs_code, held.about) == (
        "look_at_project", [project.public_id], True, cast.jordan,
    )  # fmt: skip


def test_it_takes_both_and_what_was_read_is_kept(cast):
    project = approved(cast)

    assert (project.state, project.approved_at is not None) == ("working", True)
    kept = Approval.objects.order_by("pk")
    assert [(one.side, one.by, one.is_yes) for one in kept] == [
        ("mentor", cast.sam, True), ("advisor", cast.ana, True),
    ]  # fmt: skip
    assert {one.stamp for one in kept} == {project.stamp}
    assert kept[1].content["benefit"] == WORDS["benefit"]
    assert kept[1].content["standards"] == ["Anybody at the desk can use it."]


def test_a_mentor_says_by_what_they_judge_before_they_say_yes(cast):
    project = proposed(cast)

    with pytest.raises(ValidationError) as wrong:
        actions.approve_project(project, seen=project.stamp, by=sams(cast, project))

    assert list(wrong.value.message_dict) == ["standard"]
    assert Approval.objects.count() == 0


def test_who_says_yes_to_words_that_changed_meanwhile_is_told(cast):
    project = proposed(cast)
    seen = project.stamp
    write(project, cast.as_("jordan"), product="A film.")

    with pytest.raises(Refused, match="changed while you read"):
        actions.approve_project(project, seen=seen, by=cast.as_("ana"))


def test_a_change_after_one_yes_takes_a_new_one(cast):
    project = proposed(cast)
    actions.approve_project(project, seen=project.stamp, by=cast.as_("ana"))
    write(project, cast.as_("jordan"), product="A film.")

    actions.approve_project(
        project, seen=project.stamp, standard="It is true.", by=sams(cast, project)
    )
    assert project.state == "proposed"
    actions.approve_project(project, seen=project.stamp, by=cast.as_("ana"))

    assert project.state == "working"
    assert Approval.objects.filter(side="advisor").count() == 2


def test_agreed_words_are_closed_until_somebody_opens_them_and_then_take_new_yeses(cast):
    project = approved(cast)
    first = project.approved_at
    with pytest.raises(Refused):
        write(project, cast.as_("jordan"), product="A film.")

    actions.reopen_project(project, by=cast.as_("jordan"))
    write(project, cast.as_("jordan"), product="A film.")
    actions.propose_project(project, by=cast.as_("jordan"))
    for by in (sams(cast, project), cast.as_("ana")):
        actions.approve_project(project, seen=project.stamp, by=by)

    assert (project.state, project.approved_at) == ("working", first)
    assert Approval.objects.count() == 4


def test_returned_with_what_would_make_it_a_yes(cast):
    project = proposed(cast)
    with pytest.raises(ValidationError):
        actions.return_project(project, seen=project.stamp, comment=" ", by=cast.as_("ana"))

    actions.return_project(project, seen=project.stamp, comment="Which cats?", by=cast.as_("ana"))

    assert (project.state, project.reason) == ("returned", "Which cats?")
    assert letters()[-1] == ("projects/news", "Jordan Blake")


def test_two_who_write_one_line_lose_no_word(cast):
    project = begun(cast)
    base = stamp_of("")
    actions.write_proposal(project, "question", "Ana’s words", base=base, by=cast.as_("ana"))

    clash = actions.write_proposal(
        project, "question", "Jordan’s words", base=base, by=cast.as_("jordan")
    )

    assert (clash.theirs, clash.yours) == ("Ana’s words", "Jordan’s words")
    assert Project.objects.get().question == "Ana’s words"


def test_the_mentor_suggests_one_line_and_the_student_writes_the_final_one(cast):
    project = proposed(cast)
    by = sams(cast, project)
    actions.suggest_words(project, "product", "A card with four faces.", by=by)
    with pytest.raises(Refused, match="waits"):
        actions.suggest_words(project, "question", "Why?", by=by)

    assert Project.objects.get().product == WORDS["product"]
    one = Suggestion.objects.select_related("project").get()
    actions.answer_suggestion(one, take=True, by=cast.as_("jordan"))
    write(project, cast.as_("jordan"), product="A card with five faces.")

    one.refresh_from_db()
    assert (one.state, one.was, Project.objects.get().product) == (
        "taken", WORDS["product"], "A card with five faces.",
    )  # fmt: skip
    with pytest.raises(Refused, match="already"):
        actions.answer_suggestion(one, take=False, by=cast.as_("jordan"))


def test_staff_note_the_mentors_yes_from_the_phone(cast):
    project = proposed(cast)
    actions.approve_project(
        project, seen=project.stamp, standard="It is true.", for_mentor=True, by=cast.as_("ana")
    )
    actions.approve_project(project, seen=project.stamp, by=cast.as_("ana"))

    assert project.state == "working"
    assert Approval.objects.get(side="mentor").is_noted is True


@pytest.mark.parametrize(
    "name", ["maya", "jordan", "rosa", "priya", "liam", "tasha", "otto", "sam"]
)
def test_nobody_else_says_yes(cast, name):
    project = proposed(cast)

    with pytest.raises(PermissionDenied):
        actions.approve_project(project, seen=project.stamp, by=cast.as_(name))


def test_another_link_and_another_bearer_say_nothing(cast):
    project, other = proposed(cast), begun(cast, title="Own", kind="passion")

    for by in (sams(cast, other), sams(cast, project, cast.rosa)):
        with pytest.raises(PermissionDenied):
            actions.suggest_words(project, "product", "Mine", by=by)
        with pytest.raises(PermissionDenied):
            actions.approve_project(project, seen=project.stamp, by=by)


def test_words_written_since_a_suggestion_stay_beside_it(cast):
    project = proposed(cast)
    actions.suggest_words(project, "product", "Sam’s words", by=sams(cast, project))
    write(project, cast.as_("jordan"), product="Jordan’s new words")

    one = Suggestion.objects.select_related("project").get()
    actions.answer_suggestion(one, take=True, by=cast.as_("jordan"))

    assert Project.objects.get().product == "Jordan’s new words\nSam’s words"


def test_whatever_a_mentor_says_somebody_of_the_school_reads_too(cast):
    project = proposed(cast)
    Notice.objects.all().delete()

    actions.suggest_words(project, "product", "Sam’s words", by=sams(cast, project))

    assert {name for _kind, name in letters()} == {"Jordan Blake", "Ana Reyes"}
