"""Private notes: who reads them is narrower than anything else, and written down."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.talks import actions
from kindling.talks.models import NoteOpening, NoteReader, PrivateNote
from kindling.talks.rules import visible_notes
from tests.cast import make_person

SECRET = "Her mother is ill."


def page_of(student) -> str:
    return f"/harbor-view/talks/notes/{student.public_id}/"


@pytest.fixture
def note(cast) -> PrivateNote:
    return actions.write_note(cast.maya, SECRET, by=cast.as_("ana"))


@pytest.mark.parametrize(
    "name", ["maya", "jordan", "rosa", "dana", "chen", "priya", "liam", "otto"]
)
def test_nobody_but_the_writer_reads_or_writes(cast, note, client_of, name):
    assert list(visible_notes(cast.as_(name), cast.maya)) == []
    with pytest.raises(PermissionDenied):
        actions.write_note(cast.maya, "Mine.", by=cast.as_(name))
    assert client_of(name).get(page_of(cast.maya)).status_code in (403, 404)


def test_a_second_advisor_does_not_read_the_firsts(cast, note):
    ben = make_person(cast.school, "Ben Hall", Role.ADVISOR)
    connect(cast.maya, ben, Role.ADVISOR, by=Viewer.system(cast.school))

    assert list(visible_notes(Viewer.of_person(ben), cast.maya)) == []


def test_whom_the_school_names_reads_them_for_a_while_and_each_opening_is_kept(
    cast, note, client_of
):
    dana, today = client_of("dana"), cast.school.today()
    assert dana.get(page_of(cast.maya)).status_code == 403
    reader = actions.name_note_reader(
        cast.dana, why="Care team", until_on=today + timedelta(days=3), by=cast.as_("dana")
    )

    assert SECRET in dana.get(page_of(cast.maya)).text
    assert [o.person for o in NoteOpening.objects.all()] == [cast.dana]
    assert Event.objects.filter(verb="private_notes.open", by=cast.dana).count() == 1
    assert "Dana Okafor" in client_of("ana").get(page_of(cast.maya)).text
    actions.end_note_reader(reader, by=cast.as_("dana"))
    assert client_of("dana").get(page_of(cast.maya)).status_code == 403


def test_a_reader_sees_only_students_they_see_and_never_their_own_child(cast, note):
    by = cast.as_("dana")
    ben = make_person(cast.school, "Ben Hall", Role.ADVISOR)
    for person in (ben, cast.dana):
        actions.name_note_reader(person, why="Care team", by=by)
    assert list(visible_notes(Viewer.of_person(ben), cast.maya)) == []

    connect(cast.maya, cast.dana, Role.GUARDIAN, by=Viewer.system(cast.school))

    assert list(visible_notes(cast.as_("dana"), cast.maya)) == []


def test_only_somebody_who_works_here_is_named_and_only_by_who_may(cast):
    with pytest.raises(PermissionDenied):
        actions.name_note_reader(cast.ana, why="Me", by=cast.as_("ana"))
    for person in (cast.rosa, cast.liam, cast.otto):
        with pytest.raises(Refused):
            actions.name_note_reader(person, why="Why not", by=cast.as_("dana"))
    assert NoteReader.objects.count() == 0


def test_a_substitute_sees_none(cast, note, client_of):
    ben = make_person(cast.school, "Ben Hall", Role.ADVISOR)
    today = cast.school.today()
    connect(
        cast.maya, ben, Role.ADVISOR, by=Viewer.system(cast.school), is_substitute=True,
        until_on=today,
    )  # fmt: skip
    by = Viewer.of_person(ben)

    assert list(visible_notes(by, cast.maya)) == []
    with pytest.raises(PermissionDenied):
        actions.open_notes(cast.maya, by=by)
    with pytest.raises(PermissionDenied):
        actions.next_talk(cast.maya, by=by)
    actions.choose_talks(substitutes_talk=True, by=cast.as_("dana"))
    assert actions.next_talk(cast.maya, by=by).state == "due"
    assert list(visible_notes(by, cast.maya)) == []
    actions.name_note_reader(ben, why="Care team of Ebb", by=cast.as_("dana"))
    assert list(visible_notes(by, cast.maya)) == []
    with pytest.raises(PermissionDenied):
        actions.open_notes(cast.maya, by=by)


def test_a_correction_is_another_row_and_the_first_words_stay(cast, note):
    fixed = actions.correct_note(note, "Her aunt is ill.", by=cast.as_("ana"))

    found = [(one.text, one.corrects_id) for one in visible_notes(cast.as_("ana"), cast.maya)]
    assert found == [("Her aunt is ill.", note.pk), (SECRET, None)]
    with pytest.raises(Refused, match="already"):
        actions.correct_note(note, "Again.", by=cast.as_("ana"))
    actions.correct_note(fixed, "Her aunt was ill.", by=cast.as_("ana"))


def test_no_action_ever_changes_a_note(cast, note):
    """Each action with a note in its hands leaves every row that was there as it was."""
    was = PrivateNote.objects.values().get(pk=note.pk)
    ana = cast.as_("ana")

    actions.open_notes(cast.maya, by=ana)
    actions.correct_note(note, "Other.", by=ana)
    actions.write_note(cast.maya, "One more.", by=ana)

    assert PrivateNote.objects.values().get(pk=note.pk) == was


def test_the_history_has_no_words_of_it(cast, note, client_of):
    client_of("ana").get(page_of(cast.maya))

    assert [e for e in Event.objects.all() if SECRET in str(e.detail)] == []


def test_ana_writes_and_corrects_on_the_page(cast, client_of, django_assert_num_queries):
    ana = client_of("ana")
    assert ana.post(page_of(cast.maya), {"text": " "}).status_code == 422
    assert ana.post(page_of(cast.maya), {"text": SECRET}).status_code == 302
    first = PrivateNote.objects.get()
    with django_assert_num_queries(16):
        ana.get(page_of(cast.maya))
    address = f"{page_of(cast.maya)}correct/{first.public_id}/"
    assert ana.post(address, {"text": "Better."}).status_code == 302
    assert ana.post(address, {"text": "Twice."}).status_code == 409
    for _ in range(3):
        ana.post(page_of(cast.maya), {"text": "More."})
    with django_assert_num_queries(16):
        page = ana.get(page_of(cast.maya)).text
    assert [word in page for word in (SECRET, "Better.", "Twice.")] == [True, True, False]
