"""Who has waited too long for a talk stands on their advisor's Today."""

from datetime import date

from kindling.advisory.actions import name_substitute
from kindling.schools.roles import Role
from kindling.talks.models import LastTalk, TalkChoice
from tests.cast import make_person, make_student

TODAY = "/harbor-view/"


def talked(student, on):
    due = date(2026, 10, 20)
    LastTalk.objects.create(school=student.school, student=student, last_on=on, due_on=due)


def listed(page) -> list[str]:
    """The names in the card, in their order."""
    card = page.text.partition("A talk is due")[2].partition("</section>")[0]
    return [line.partition("</a>")[0] for line in card.split('/">')[1:]][:-1]


def test_the_longest_silence_comes_first_and_who_talked_is_not_there(cast, client_of):
    talked(cast.luis, date(2026, 10, 8))
    talked(cast.jordan, date(2026, 9, 20))
    stranger = make_student(cast.north, "Nora North", "101", date(2012, 1, 1))
    talked(stranger, date(2026, 9, 1))

    page = client_of("ana").get(TODAY)

    assert listed(page) == ["Maya Santos", "Jordan Blake"]  # Maya had none since August


def test_a_school_may_wait_longer(cast, client_of):
    TalkChoice.objects.create(school=cast.school, silent_days=60)
    talked(cast.jordan, date(2026, 9, 20))

    page = client_of("ana").get(TODAY)

    assert "A talk is due" not in page.text


def test_a_student_never_reads_it(cast, client_of):
    assert "A talk is due" not in client_of("maya").get(TODAY).text


def test_who_only_stands_in_is_not_sent_to_talks(cast, client_of):
    cast.kim = make_person(cast.school, "Kim Lee", Role.STAFF)
    span = {"since_on": cast.school.today(), "until_on": cast.school.today()}
    name_substitute(cast.tide, cast.kim, **span, by=cast.as_("ana"))

    page = client_of("kim").get(TODAY)

    assert ("Maya Santos" in page.text, "A talk is due" in page.text) == (True, False)
