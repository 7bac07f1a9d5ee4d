"""Private to student and advisor; shared by the student; opened by a reason written down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.incidents.models import Incident, Word
from kindling.journals import actions
from kindling.journals.models import JournalHanding, JournalOpening, JournalRequest
from kindling.journals.queries.waits import waits
from kindling.journals.rules import visible_entries
from kindling.journals.tests.writing import fresh, wrote
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect, disconnect
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

PAGE = "/harbor-view/journals/"
SECRET = "I think about leaving home."
ALL = ("maya", "jordan", "luis", "ana", "chen", "dana", "priya", "rosa", "liam", "tasha", "otto")


def readers(cast, entry) -> list[str]:
    return [n for n in ALL if visible_entries(cast.as_(n)).filter(pk=entry.pk).exists()]


def test_only_student_and_advisor(cast):
    assert readers(cast, wrote(cast, "luis", SECRET)) == ["luis", "ana"]


def test_an_advisor_who_left_reads_no_more(cast):
    entry = wrote(cast, "luis", SECRET)
    disconnect(cast.luis, cast.ana, Role.ADVISOR, by=Viewer.system(cast.school))

    assert readers(cast, entry) == ["luis"]


def test_a_substitute_only_where_the_school_lets(cast):
    entry, ben = wrote(cast), make_person(cast.school, "Ben Hall", Role.ADVISOR)
    day = {"is_substitute": True, "until_on": cast.school.today()}
    connect(cast.maya, ben, Role.ADVISOR, by=Viewer.system(cast.school), **day)
    by = Viewer.of_person(ben)
    assert list(visible_entries(by)) == []

    actions.choose_journals(substitutes_read=True, by=cast.as_("dana"))

    assert list(visible_entries(by)) == [entry]


@pytest.mark.parametrize("name", ["rosa", "dana", "chen", "jordan", "otto"])
def test_no_page_shows_it_to_others(cast, client_of, name):
    entry = wrote(cast, "luis", SECRET)
    client = client_of(name)

    for path in ("", "shared/", f"{entry.public_id}/", f"room/{entry.public_id}/",
                 f"of/{cast.luis.public_id}/", f"{entry.public_id}/change/"):  # fmt: skip
        answer = client.get(PAGE + path, follow=True)
        assert SECRET not in answer.text, path
        assert answer.status_code == 404 if entry.public_id in path else True


def test_the_family_reads_what_luis_shares_until_he_takes_it_back(cast, client_of):
    wrote(cast, "luis", "Not this one.")
    entry = wrote(cast, "luis", SECRET)
    luis = client_of("luis")
    assert luis.post(f"{PAGE}{entry.public_id}/share/", {"whom": "family"}).status_code == 302
    page = client_of("rosa").get(f"{PAGE}shared/").text
    assert [word in page for word in (SECRET, "Not this one.")] == [True, False]
    assert SECRET not in client_of("dana").get(f"{PAGE}shared/").text

    client_of("luis").post(f"{PAGE}{entry.public_id}/take-back/", {"whom": "family"})

    assert SECRET not in client_of("rosa").get(f"{PAGE}shared/").text


def test_the_learning_team_is_staff_who_see_the_student_and_family(cast, client_of):
    entry = wrote(cast, "luis", SECRET)
    actions.share_entry(entry, "team", by=cast.as_("luis"))

    found = [SECRET in client_of(n).get(f"{PAGE}shared/").text for n in ("rosa", "dana", "jordan")]
    assert found == [True, True, False]


@pytest.mark.parametrize("name", ["ana", "dana", "rosa", "maya", "otto"])
def test_only_the_student_shares(cast, name):
    entry = wrote(cast, "luis", SECRET)

    with pytest.raises(PermissionDenied):
        actions.share_entry(entry, "team", by=cast.as_(name))


def test_a_mentor_gets_it_from_the_advisor_never_from_the_student(cast, client):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    entry = wrote(cast, "jordan", "The cat trusted me.")
    actions.reply_to(entry, "For us two.", by=cast.as_("ana"))
    share = actions.share_entry(entry, "mentor", by=cast.as_("jordan"))
    assert Notice.objects.filter(person=cast.sam).count() == 0
    with pytest.raises(PermissionDenied):
        actions.pass_on(share, by=cast.as_("jordan"))
    with inside(cast.school):
        (wait,) = waits(cast.as_("ana"))
    assert wait.say == "Send the mentor what Jordan wants them to read"

    actions.pass_on(share, by=cast.as_("ana"))

    address = f"/p/{token_of(Pass.objects.get(purpose='read_journal'))}/"
    page = client.get(address).text
    assert [w in page for w in ("The cat trusted me.", "For us two.", "Blake")] == [
        True, False, False,
    ]  # fmt: skip
    with pytest.raises(Refused):
        actions.pass_on(share, by=cast.as_("ana"))
    actions.take_back(share, by=cast.as_("jordan"))
    gone = client.get(address)
    assert (gone.status_code, "not shared any more" in gone.text) == (404, True)
    assert "The cat trusted me." not in gone.text


@pytest.mark.parametrize("change", [{"state": "ended"}, {"mentor": "liam"}])
def test_a_mentors_link_ends_with_the_internship_or_another_mentor(cast, client, change):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    share = actions.share_entry(wrote(cast, "jordan", SECRET), "mentor", by=cast.as_("jordan"))
    actions.pass_on(share, by=cast.as_("ana"))
    address = f"/p/{token_of(Pass.objects.get(purpose='read_journal'))}/"
    assert SECRET in client.get(address).text
    facts = {key: getattr(cast, said, said) for key, said in change.items()}
    type(placement).objects.filter(pk=placement.pk).update(**facts)

    gone = client.get(address)

    found = [w in gone.text for w in (SECRET, "not shared any more", "taken it back")]
    assert (gone.status_code, found) == (404, [False, True, False])


def test_a_principal_reads_by_a_request_that_the_student_sees(cast, client_of):
    old = wrote(cast, "luis", "Long ago.")
    type(old).objects.filter(pk=old.pk).update(on="2026-09-10")
    wrote(cast, "luis", SECRET)
    said = {"student": cast.luis.public_id, "from_on": "2026-10-01", "to_on": "2026-10-13"}
    dana = client_of("dana")
    assert dana.post(f"{PAGE}requests/", {**said, "why": ""}).status_code == 422
    page = dana.post(f"{PAGE}requests/", {**said, "why": "A complaint."}, follow=True).text
    asked = JournalRequest.objects.get()
    assert [w in page for w in (SECRET, "Long ago.")] == [True, False]
    assert [o.person for o in JournalOpening.objects.all()] == [cast.dana]
    assert Notice.objects.get(person=cast.luis.person).kind == "journals/requested"

    luis = client_of("luis")
    assert f"requests/{asked.public_id}/" in luis.get(PAGE).text
    page = luis.get(f"{PAGE}requests/{asked.public_id}/").text
    assert [w in page for w in ("A complaint.", "Dana Okafor", SECRET)] == [True, True, False]
    for name in ("chen", "ana", "rosa", "maya", "otto"):
        assert client_of(name).get(f"{PAGE}requests/{asked.public_id}/").status_code == 404


def test_a_request_ends_by_itself(cast, client_of):
    wrote(cast, "luis", SECRET)
    days = {"from_on": date(2026, 10, 1), "to_on": date(2026, 10, 13)}
    asked = actions.request_journal(cast.luis, why="A complaint.", by=cast.as_("dana"), **days)
    over = cast.school.today() - timedelta(days=1)
    JournalRequest.objects.filter(pk=asked.pk).update(until_on=over)

    assert SECRET not in client_of("dana").get(f"{PAGE}requests/{asked.public_id}/").text


def test_a_principal_asks_for_no_journal_of_their_own_child(cast):
    connect(cast.luis, cast.dana, Role.GUARDIAN, by=Viewer.system(cast.school))
    days = {"from_on": date(2026, 10, 1), "to_on": date(2026, 10, 13)}

    for name in ("dana", "chen", "ana", "priya"):
        with pytest.raises(PermissionDenied):
            actions.request_journal(cast.luis, why="Mine.", by=cast.as_(name), **days)


def test_what_worries_ana_goes_to_those_who_act_with_every_word_of_it(cast):
    long = "I cannot sleep. " * 700
    entry = wrote(cast, "luis", long)

    incident = actions.hand_on(entry, why="He does not sleep.", urgency="now", by=cast.as_("ana"))

    words = [word.text for word in Word.objects.filter(incident=incident).order_by("pk")]
    assert words[0] == "He does not sleep."
    assert sum(text.count("sleep. ") for text in words[1:]) >= 697
    assert (JournalHanding.objects.get().why, fresh(entry).read_by) == (
        "He does not sleep.",
        cast.ana,
    )
    assert Incident.objects.get().student == cast.luis


@pytest.mark.parametrize("name", ["dana", "rosa", "luis", "otto"])
def test_nobody_else_hands_it_on(cast, name):
    with pytest.raises(PermissionDenied):
        actions.hand_on(wrote(cast, "luis"), why="Me.", urgency="now", by=cast.as_(name))


def test_luis_reads_that_ana_asked_for_help_and_not_why(cast, client_of):
    entry = wrote(cast, "luis", SECRET)
    ana = client_of("ana")
    address = f"{PAGE}{entry.public_id}/worry/"
    assert ana.get(address).status_code == 200
    assert ana.post(address, {"why": "", "urgency": "now"}).status_code == 422
    assert ana.post(address, {"why": "He may run.", "urgency": "soon"}).status_code == 302

    page = client_of("luis").get(f"{PAGE}{entry.public_id}/").text

    found = ["Ana Reyes asked other adults for help" in page, "He may run." in page]
    assert found == [True, False]
