"""Apps side by side: what one has open keeps another from destroying."""

from datetime import date

from kindling.people.models import CareNote
from kindling.privacy import actions as privacy
from kindling.privacy.ending.whose import Whose
from kindling.privacy.tests.keeping import gone
from kindling.rights import actions as rights
from kindling.rights.tests.asking import asked
from kindling.schools.inside import inside
from kindling.schools.models import Membership
from tests.cast import make_student


def test_a_record_that_was_asked_for_is_on_hold_until_it_was_given(cast):
    request = asked(cast)
    gone(cast.luis)

    held = Whose(cast.school, cast.school.today()).students("record")
    with inside(cast.school):
        rights.withdraw_request(request, by=cast.as_("rosa"))
    after = Whose(cast.school, cast.school.today()).students("record")

    assert (held, after) == (set(), {cast.luis.pk})


def test_another_schools_record_is_never_touched(cast, django_capture_on_commit_callbacks):
    note = {"text": "Nuts", "since_on": "2018-01-01", "until_on": "2018-06-01"}
    both = [cast.luis, make_student(cast.north, "Nils Berg", "12", date(2000, 1, 1))]
    for student in both:
        CareNote.objects.create(
            school=student.school, student=student, allowed_by=student.person, **note
        )
        gone(student)

    with django_capture_on_commit_callbacks(execute=True):
        run = privacy.start_run(by=cast.as_("priya"))
    run.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        privacy.carry_out_run(run, by=cast.as_("priya"))

    assert [note.student for note in CareNote.objects.all()] == [both[1]]
    assert Membership.objects.filter(school=cast.north, person=both[1].person).count() == 2
