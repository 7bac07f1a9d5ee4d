"""The public schedule, the pages of who keeps, and the student's own choice."""

from django.test import Client

from kindling.attendance.tests.placed import Statements
from kindling.privacy import actions
from kindling.privacy.models import Hold, KeepChoice, WorkWish
from kindling.privacy.tests.keeping import gone

HOME = "/harbor-view"


def test_anybody_reads_what_is_kept(cast):
    page = Client().get(f"{HOME}/what-we-keep/")
    fields = Client().get(f"{HOME}/what-we-keep/fields/")

    assert (page.status_code, fields.status_code) == (200, 200)
    assert "7 years after the student left" in page.content.decode()
    assert "journals.JournalEntry" in fields.content.decode()


def test_a_school_says_how_long_and_the_schedule_follows(cast, client_of):
    told = {
        "record": 60,
        "work": 84,
        "contact": 24,
        "trail": 84,
        "letters": 12,
        "files": 6,
        "backups": 3,
    }

    answer = client_of("priya").post(f"{HOME}/privacy/months/", told)

    assert answer.status_code == 302
    assert list(KeepChoice.objects.values_list("name", "months")) == [("record", 60)]
    assert (
        "5 years after the student left" in Client().get(f"{HOME}/what-we-keep/").content.decode()
    )


def test_too_short_a_time_is_given_back(cast, client_of):
    told = {
        "record": 1,
        "work": 84,
        "contact": 24,
        "trail": 84,
        "letters": 12,
        "files": 6,
        "backups": 3,
    }

    answer = client_of("priya").post(f"{HOME}/privacy/months/", told)

    assert (answer.status_code, KeepChoice.objects.count()) == (422, 0)


def test_who_keeps_and_who_does_not(cast, client_of):
    names = ["priya", "dana", "chen", "ana", "luis", "rosa", "liam"]

    found = {name: client_of(name).get(f"{HOME}/privacy/").status_code for name in names}

    assert found == dict.fromkeys(names, 403) | {"priya": 200, "dana": 200}
    assert client_of("otto").get(f"{HOME}/privacy/").status_code == 404


def test_a_hold_by_the_page_and_its_end(cast, client_of):
    priya = client_of("priya")

    priya.post(f"{HOME}/privacy/hold/", {"student": cast.luis.public_id, "reason": "A court"})
    hold = Hold.objects.get()
    shown = priya.get(f"{HOME}/privacy/")
    priya.post(f"{HOME}/privacy/hold/{hold.public_id}/end/")

    hold.refresh_from_db()
    assert "A court" in shown.content.decode()
    assert hold.ended_by == cast.priya


def test_a_run_by_the_pages(cast, client_of, django_capture_on_commit_callbacks):
    gone(cast.luis)
    priya = client_of("priya")
    with django_capture_on_commit_callbacks(execute=True):
        begun = priya.post(f"{HOME}/privacy/runs/start/")
    page = priya.get(begun.url)
    with django_capture_on_commit_callbacks(execute=True):
        priya.post(f"{begun.url}carry-out/")
    done = priya.get(begun.url)
    paper = priya.get(f"{begun.url}certificate/")

    assert "Luis Diaz" in page.content.decode()
    assert "Luis" not in done.content.decode()
    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    assert client_of("otto").get(begun.url).status_code == 404
    assert client_of("ana").get(begun.url).status_code == 404


def test_pages_cost_the_same_for_one_and_three(cast, client_of):
    priya = client_of("priya")
    actions.hold_student(cast.luis, "A court", by=cast.as_("priya"))
    priya.get(f"{HOME}/privacy/")
    with Statements() as one:
        priya.get(f"{HOME}/privacy/")
    for student in (cast.maya, cast.jordan):
        actions.hold_student(student, "A court", by=cast.as_("priya"))
    with Statements() as three:
        priya.get(f"{HOME}/privacy/")

    assert one.count == three.count


def test_an_alum_chooses_and_nobody_chooses_for_them(cast, client_of):
    gone(cast.luis)

    answer = client_of("luis").post(f"{HOME}/privacy/mine/", {"wish": "keep"})

    assert answer.status_code == 302
    assert WorkWish.objects.get().wish == "keep"
    others = [client_of(name).get(f"{HOME}/privacy/mine/").status_code for name in ("rosa", "ana")]
    assert others == [404, 404]
