"""J8 whole: what Rosa may read, refuse and put right for Luis, until the rights are his."""

from __future__ import annotations

import re
import zipfile
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import expect

from kindling.absences.models import Report
from kindling.attendance.actions import check_in
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import make_placement
from kindling.clearance.tests.handed import ask_for, good_answers, make_checked
from kindling.consents.models import Consent
from kindling.families.models import MeetingWish
from kindling.goals.actions import give_start
from kindling.journals.tests.writing import wrote
from kindling.letterbox.tests.mailing import a_mail, open_door, post
from kindling.meetings.models import Meeting
from kindling.narratives.tests.writing import release_luis
from kindling.people.actions import connect
from kindling.people.models import Student
from kindling.people.tests.limiting import turns_18
from kindling.plans.models import CoverSheet
from kindling.plans.tests.planning import start
from kindling.rights.models import Amendment, RecordsItem, RecordsRequest
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.surveys.models import Invitation, Survey
from kindling.texts.signature import signature_of
from tests.cast import make_person
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/harbor-view"
SAVED = re.compile("Saved 9:0")


def test_rosa_comes_in_and_says_what_she_allows(
    cast, desk, open_page, sign_in, mail_server, worker
):
    ask_for(cast, "travel")
    ride = {**good_answers("travel"), "way": "mentor"}
    make_checked(cast, "travel", cast.luis, cast.shelter, answers=ride)
    Person.objects.filter(pk=cast.rosa.pk).update(user=None)
    cast.rosa.user.delete()
    dana, rosa = sign_in(desk, cast.dana), open_page(**PHONE)
    luis = sign_in(open_page(**PHONE), cast.luis)

    rosa_is_invited(sign_in(open_page(), cast.priya))
    worker.drain()
    rosa_comes_in(cast, rosa, mail_server, worker)
    for kind in ("notice", "directory", "photo", "ride"):
        the_school_asks(dana, kind)
    worker.drain()
    rosa_reads_her_rights(rosa)
    luis_is_kept_out_of_public(cast, rosa, dana)
    a_ride_is_refused_and_the_plan_adapts(cast, luis, rosa, dana)


def rosa_is_invited(priya) -> None:
    """1. The registrar sends a letter; Rosa has no account yet."""
    priya.goto(f"{HOME}/roster/")
    priya.get_by_role("link", name="Rosa Diaz").first.click()
    priya.get_by_role("button", name="Invite by e-mail").click()
    priya.wait_for_load_state()


def rosa_comes_in(cast, rosa, mail_server, worker) -> None:
    """1. From a Spanish letter to a page with large letters, on a phone."""
    assert "Hola, Rosa" in text_of(mail_server.to(cast.rosa.email)[-1])
    rosa.goto(mail_server.link(cast.rosa.email, "/sign-in/"))
    rosa.locator("main input[type=email], main [name=email], main [name=login]").first.fill(
        cast.rosa.email
    )
    rosa.locator("main form:has(input:not([type=hidden])) button").first.click()
    rosa.wait_for_load_state()
    worker.drain()
    rosa.goto(mail_server.link(cast.rosa.email, "/sign-in/link/"))
    rosa.locator("main form button").first.click()
    rosa.wait_for_url(re.compile("/harbor-view/$"))
    expect(rosa.locator("html")).to_have_attribute("lang", "es")
    rosa.goto("/you/")
    rosa.locator('button[name="text"][value="large"]').click()
    expect(rosa.locator("html")).to_have_attribute("data-text", "large")


def the_school_asks(dana, kind) -> None:
    """2. Dana reads the words in both languages, switches the question on, and asks."""
    dana.goto(f"{HOME}/consents/purposes/{kind}/")
    for language in ("English", "español"):
        button = dana.get_by_role(
            "button", name=re.compile(f"Mark as reviewed: {language}", re.IGNORECASE)
        )
        button.click()
        expect(button).to_have_count(0)
    dana.get_by_role("button", name="Switch this question on").click()
    dana.get_by_role("button", name="Ask who has not answered").click()
    expect(dana.get_by_role("link", name="Luis Diaz")).to_be_visible()


def opened(rosa, kind) -> None:
    """Rosa opens one question from what waits on her first page."""
    one = Consent.objects.get(kind=kind, student__person__given_name="Luis")
    rosa.goto(f"{HOME}/")
    rosa.locator(f'main a[href$="/consents/one/{one.public_id}/"]').first.click()
    expect(rosa.locator("main [data-aloud]").first).to_be_visible()
    expect(rosa.locator("main section[lang=es]").first).to_be_visible()


def says(rosa, word) -> None:
    rosa.locator(f'button[name="says"][value="{word}"]').click()
    expect(rosa.locator("main .banner[role=status]")).to_be_visible()
    expect(rosa.locator(f'button[name="says"][value="{word}"]')).to_have_count(
        0 if word == "seen" else 1
    )


def rosa_reads_her_rights(rosa) -> None:
    """2. The annual notice: read, and that she has read it."""
    opened(rosa, "notice")
    says(rosa, "seen")
    assert Consent.objects.get(kind="notice", student__person__given_name="Luis").state == "given"


def luis_is_kept_out_of_public(cast, rosa, dana) -> None:
    """2. No to the directory, no to photos; staff read both, with the way she said it."""
    for kind in ("directory", "photo"):
        opened(rosa, kind)
        says(rosa, "no")
        expect(
            rosa.locator("main strong", has_text=re.compile("no", re.IGNORECASE)).first
        ).to_be_visible()
    dana.goto(f"{HOME}/consents/for/{cast.luis.public_id}/")
    expect(dana.locator(".card", has_text="Photos and films").last).to_contain_text("Rosa Diaz")
    assert Student.objects.get(pk=cast.luis.pk).is_unlisted


def a_ride_is_refused_and_the_plan_adapts(cast, luis, rosa, dana) -> None:
    """3. A no to riding with the mentor: the paperwork says so, and the ride counts no more."""
    paper = f"{HOME}/clearance/{cast.luis.public_id}/{cast.shelter.public_id}/"
    opened(rosa, "ride")
    says(rosa, "no")
    dana.goto(paper)
    expect(dana.get_by_text("The family said no to riding with a mentor.")).to_be_visible()
    luis.goto(f"{paper}travel/?stage=internship")
    goes_by(luis, "The mentor drives")
    expect(luis.get_by_text("Choose another way.").first).to_be_visible()
    goes_by(luis, "Bus or train")
    expect(luis.get_by_text("Handed in").first).to_be_visible()


def goes_by(luis, way) -> None:
    luis.get_by_role("radio", name=re.compile(f"^({way})")).first.check()
    luis.get_by_role("radio", name="A bus or train pass").check()
    luis.get_by_role("radio", name="Yes", exact=True).check()
    luis.get_by_label("What if that fails one day?").fill("My mother drives.")
    luis.get_by_role("button", name="Hand it in").click()


def test_rosa_clears_an_absence_meets_with_an_interpreter_and_answers(
    cast, settings, desk, open_page, sign_in, mail_server, worker
):
    make_placement(cast.luis, cast.clinic, cast.sam)
    start(cast)
    rosa, luis = (sign_in(open_page(**PHONE), one) for one in (cast.rosa, cast.luis))
    ana = sign_in(desk, cast.ana)
    luis_is_sick(luis, "2026-10-13")
    worker.drain()
    a_link_clears_it(cast, open_page(**PHONE), mail_server)
    luis_is_sick(luis, "2026-10-15")
    a_text_clears_it(cast, settings)
    expect_cleared(ana)
    rosa_asks_for_a_meeting(cast, rosa)
    ana_books_it(ana)
    worker.drain()
    an_interpreter_comes(cast, ana, rosa, mail_server)
    rosa_answers_by_mail(cast, settings, ana, worker, mail_server)
    the_questions_are_asked(cast, ana)
    worker.drain()
    rosa_answers_them(cast, open_page(**PHONE), mail_server)
    both_are_read(cast, luis, rosa)


def luis_is_sick(luis, on) -> None:
    """4. Luis says himself that he does not come; the school asks his family."""
    me = Student.objects.get(person__given_name="Luis").public_id
    luis.goto(f"{HOME}/absences/absent/{me}/")
    luis.get_by_role("radio", name="Sick").check()
    luis.locator("[name=on]").fill(on)
    luis.locator("[name=until_on]").fill(on)
    luis.locator("main form button[type=submit]").last.click()
    expect(luis.get_by_role("radio", name="Sick")).to_have_count(0)


def a_link_clears_it(cast, phone, mail_server) -> None:
    """4. One tap behind the link of a Spanish letter."""
    phone.goto(mail_server.link(cast.rosa.email))
    expect(phone.locator("html")).to_have_attribute("lang", "es")
    phone.locator('button[name="do"][value="clear"]').click()
    expect(phone.locator('button[name="do"][value="clear"]')).to_have_count(0)
    assert Report.objects.get().state == "cleared"


def a_text_clears_it(cast, settings) -> None:
    """4. The next one by text: "sí", as the gateway posts it, signed."""
    settings.SMS_TOKEN = "the-gateway's-token"
    Person.objects.filter(pk=cast.rosa.pk).update(phone="+1 401-555-0104")
    form = {
        "MessageSid": "SM1", "From": "+14015550104", "To": "+14015559999", "Body": "sí",
        "NumMedia": "0", "AccountSid": "AC0",
    }  # fmt: skip
    signed = signature_of(
        f"{settings.BASE_URL}/texts/",
        {name: [value] for name, value in form.items()},
        settings.SMS_TOKEN,
    )
    told = Client().post("/texts/", form, headers={"X-Twilio-Signature": signed})
    assert (told.status_code, "Gracias" in told.text) == (200, True), told.text
    assert [one.state for one in Report.objects.all()] == ["cleared", "cleared"]


def expect_cleared(ana) -> None:
    ana.goto(f"{HOME}/absences/")
    expect(ana.get_by_text("Luis Diaz").first).to_be_visible()


def rosa_asks_for_a_meeting(cast, rosa) -> None:
    """5. Two times, and somebody who speaks her language, please."""
    rosa.goto(f"{HOME}/")
    rosa.locator(f'main a[href$="/families/meet/{cast.luis.public_id}/"]').click()
    rosa.locator("[name=about]").fill("El plan de Luis")
    for name, value in (("on", "2026-10-20"), ("at", "17:00"), ("on2", "2026-10-21")):
        rosa.locator(f"[name={name}]").fill(value)
    rosa.locator("[name=at2]").fill("17:30")
    rosa.locator("[name=with_interpreter]").check()
    rosa.locator("form:has([name=about]) button[type=submit]").click()
    expect(rosa.get_by_text("El plan de Luis")).to_be_visible()


def ana_books_it(ana) -> None:
    """5. Ana finds it among what waits, and takes the second time."""
    wish = MeetingWish.objects.get()
    ana.goto(f"{HOME}/families/wishes/{wish.public_id}/")
    expect(ana.get_by_text("They ask for an interpreter.")).to_be_visible()
    ana.get_by_role("radio").nth(1).check()
    ana.get_by_label("Where?").fill("Room 4")
    ana.get_by_role("button", name="Book it, or send the answer").click()
    ana.wait_for_load_state()
    expect(ana.get_by_role("radio")).to_have_count(0)


def an_interpreter_comes(cast, ana, rosa, mail_server) -> None:
    """5. Ana says who interprets; Rosa reads it, and that she comes."""
    meeting = Meeting.objects.get()
    ana.goto(f"{HOME}/meetings/{meeting.public_id}/")
    ana.locator("summary", has_text="Interpreter").click()
    ana.locator("[name=name], [name=interpreter_name]").last.fill("Inés Vega")
    ana.get_by_role("button", name="Save the interpreter").click()
    expect(ana.get_by_text("Inés Vega").first).to_be_visible()
    [*_rest, letter] = mail_server.to(cast.rosa.email)
    assert "El plan de Luis" in str(letter["Subject"])
    rosa.goto(f"{HOME}/meetings/{meeting.public_id}/")
    expect(rosa.get_by_text("Inés Vega").first).to_be_visible()


def rosa_answers_by_mail(cast, settings, ana, worker, mail_server) -> None:
    """5. Ana writes; Rosa answers that letter, and Ana reads it without what it quotes."""
    settings.MAIL_TOKEN, settings.MAIL_DOMAIN = "the-mail-service’s-key", "mail.harbor.example"
    ana.goto(f"{HOME}/messages/new/{cast.luis.public_id}/")
    ana.locator("main").get_by_role("link", name="Rosa Diaz").click()
    ana.locator("main textarea").first.fill("Shall we begin with the plan?")
    ana.get_by_role("button", name="Send it").click()
    expect(ana.get_by_text("Shall we begin with the plan?")).to_be_visible()
    with open_door() as door:
        worker.drain()
        letter = mail_server.to(cast.rosa.email)[-1]
        quoted = "".join(f"> {line}\n" for line in text_of(letter).splitlines())
        answer = f"Sí, con mucho gusto.\n\n{quoted}"
        post(a_mail(cast.rosa.email, str(letter["Reply-To"]), answer), door)
    worker.drain()
    ana.reload()
    expect(ana.get_by_text("Sí, con mucho gusto.")).to_be_visible()
    expect(ana.get_by_text("Shall we begin with the plan?")).to_have_count(1)


def text_of(letter) -> str:
    return letter.get_body(("plain",)).get_content()


def the_questions_are_asked(cast, ana) -> None:
    """5. The questions of the cover sheet go to the family."""
    ana.goto(f"{HOME}/plans/cover/{CoverSheet.objects.get().public_id}/")
    ana.get_by_role("button", name="Send the family the questions").click()
    expect(ana.get_by_text(re.compile("^asked "))).to_be_visible()


def rosa_answers_them(cast, phone, mail_server) -> None:
    """5. Behind the link, in her language, each field saved by itself."""
    phone.goto(mail_server.link(cast.rosa.email))
    fields = phone.locator("live-field textarea")
    expect(fields.first).to_be_visible()
    fields.first.fill("Es paciente con los animales.")
    fields.first.blur()
    expect(phone.get_by_text(re.compile("9:0"))).to_be_visible()
    phone.locator('button[name="done"][value="1"]').click()
    expect(phone.locator('button[name="off"]')).to_be_visible()


def both_are_read(cast, luis, rosa) -> None:
    """5. Luis hands his in, and reads hers."""
    here = f"{HOME}/plans/cover/{CoverSheet.objects.get().public_id}/"
    luis.goto(here)
    expect(luis.get_by_text("Es paciente con los animales.")).to_have_count(0)
    luis.locator("live-field textarea").first.fill("I draw maps.")
    luis.locator("live-field textarea").first.blur()
    expect(luis.get_by_text(SAVED)).to_be_visible()
    luis.get_by_role("button", name="I am done: hand it in").click()
    expect(luis.get_by_text("Es paciente con los animales.")).to_be_visible()
    rosa.goto(here)
    expect(rosa.get_by_text("I draw maps.")).to_be_visible()


def test_rosa_reads_the_record_and_has_her_words_attached(
    cast, desk, open_page, sign_in, mail_server, worker, guard
):
    guard.allow("status of 403")  # before the code
    placement = make_placement(cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 1))
    check_in(placement, goal="Help with the x-rays.", by=cast.as_("luis"))
    rosa = sign_in(open_page(**PHONE), cast.rosa)
    priya, dana = sign_in(desk, cast.priya), sign_in(open_page(), cast.dana)
    case = rosa_asks_for_the_record(cast, rosa)
    everything_is_decided(priya, case)
    worker.drain()
    rosa_is_given_it(cast, open_page(**PHONE), worker, mail_server)
    it_is_in_the_log(cast, priya)
    asked = rosa_says_what_is_wrong(cast, rosa)
    it_is_not_changed(priya, asked)
    she_is_heard(priya, rosa, dana, asked)
    her_words_stand_beside_it(rosa, dana, asked)


def rosa_asks_for_the_record(cast, rosa) -> str:
    """6. She asks on her phone; the case is due in 45 days. Returns its address."""
    rosa.goto(f"{HOME}/rights/of/{cast.luis.public_id}/")
    rosa.locator(f'main a[href$="/rights/ask/{cast.luis.public_id}/"]').first.click()
    rosa.locator("[name=words]").fill("Quiero ver los dias.")
    rosa.locator("form:has([name=words]) button[type=submit]").click()
    expect(rosa.get_by_text("27 de noviembre").first).to_be_visible()
    asked = RecordsRequest.objects.get()
    assert (asked.due_on - asked.asked_on).days == 45
    return f"{HOME}/rights/requests/{asked.public_id}/"


def everything_is_decided(priya, case) -> None:
    """6. Priya makes sure who asks, and decides about each item."""
    priya.goto(case)
    priya.get_by_label("How do you know who it is?").fill("Called back at the number on file.")
    priya.get_by_role("button", name="I know who it is").click()
    expect(priya.get_by_text("It can be given once every item is decided.")).to_be_visible()
    easy = priya.get_by_role("button", name=re.compile("^Give .* that nothing speaks against"))
    while left := easy.count():
        easy.first.click()
        expect(easy).to_have_count(left - 1)
    for item in RecordsItem.objects.filter(decision="open"):
        priya.goto(f"{HOME}/rights/items/{item.public_id}/")
        priya.get_by_role("radio", name="Give", exact=True).check()
        priya.get_by_role("button", name="Decide").click()
        priya.wait_for_load_state()
    priya.goto(case)
    priya.get_by_role("radio", name="As a link that asks for a code").check()
    priya.get_by_role("button", name="Give it and write it in the log").click()
    expect(priya.get_by_role("button", name="Give it and write it in the log")).to_have_count(0)


def rosa_is_given_it(cast, phone, worker, mail_server) -> None:
    """6. Behind the letter's link, with a code; a file that opens without Kindling."""
    phone.goto(mail_server.link(cast.rosa.email))
    phone.locator('form[action$="/code/"] button').click()
    expect(phone.locator("[name=code]")).to_be_visible()
    worker.drain()
    [code] = re.findall(r"\b\d{6}\b", text_of(mail_server.to(cast.rosa.email)[-1]))
    phone.locator("[name=code]").fill(code)
    phone.locator('form[action$="/code/enter/"] button').click()
    with phone.expect_download() as got:
        phone.locator("main section form button").click()
    with zipfile.ZipFile(got.value.path()) as bundle:
        pages = [bundle.read(name).decode() for name in bundle.namelist() if "html" in name]
    assert any("Help with the x-rays." in page for page in pages)


def it_is_in_the_log(cast, priya) -> None:
    priya.goto(f"{HOME}/disclosures/for/{cast.luis.public_id}/")
    expect(priya.locator("main").get_by_text("Rosa Diaz").first).to_be_visible()


def rosa_says_what_is_wrong(cast, rosa) -> str:
    """7. From the very day that is wrong. Returns the address of what she asked."""
    day = Day.objects.get()
    rosa.goto(f"{HOME}/days/{day.public_id}/")
    rosa.locator(f'main a[href*="/rights/amend/{cast.luis.public_id}/"]').click()
    rosa.locator("[name=wrong]").fill("Luis vino antes.")
    rosa.locator("[name=wanted]").fill("A las ocho.")
    rosa.locator("form:has([name=wrong]) button[type=submit]").click()
    expect(rosa.get_by_text("Luis vino antes.")).to_be_visible()
    return f"{HOME}/rights/amendments/{Amendment.objects.get().public_id}/"


def it_is_not_changed(priya, asked) -> None:
    """7. Priya looks at it, and says why nothing is changed."""
    priya.goto(asked)
    priya.get_by_role("radio", name="It is not changed").check()
    priya.get_by_label("What was done, or why nothing is changed").fill("He checked in at nine.")
    priya.get_by_role("button", name="Send the answer").click()
    expect(priya.get_by_role("button", name="Send the answer")).to_have_count(0)


def she_is_heard(priya, rosa, dana, asked) -> None:
    """7. Rosa reads why, and is offered to be heard by somebody else."""
    rosa.goto(asked)
    expect(rosa.get_by_text("He checked in at nine.")).to_be_visible()
    rosa.locator('form[action$="/hear/"] button').click()
    expect(rosa.locator('form[action$="/hear/"]')).to_have_count(0)
    priya.goto(asked)
    priya.locator("[name=day]").fill("2026-10-13")
    priya.locator("[name=time]").fill("08:00")
    priya.get_by_label("Where?").fill("Library")
    priya.get_by_label("Who hears it?").select_option(label="Dana Okafor")
    priya.locator('form[action$="/hearing/"] button[type=submit]').click()
    expect(priya.get_by_text("Library").first).to_be_visible()
    dana.goto(asked)
    dana.get_by_role("radio", name="It is not changed").check()
    dana.get_by_label("Who was there?").fill("Rosa, her brother")
    dana.get_by_label("What was shown").fill("No note was found.")
    dana.locator('form[action$="/outcome/"] button[type=submit]').click()
    expect(dana.locator('form[action$="/outcome/"]')).to_have_count(0)


def her_words_stand_beside_it(rosa, dana, asked) -> None:
    """7. What she says stands wherever that day is shown."""
    rosa.goto(asked)
    rosa.locator('form[action$="/attach/"] [name=words]').fill("Vino a las ocho; yo lo lleve.")
    rosa.locator('form[action$="/attach/"] button[type=submit]').click()
    expect(rosa.locator('form[action$="/attach/"]')).to_have_count(0)
    dana.goto(f"{HOME}/days/{Day.objects.get().public_id}/")
    expect(dana.get_by_text("Vino a las ocho; yo lo lleve.")).to_be_visible()


def test_luis_is_in_no_survey_and_a_cousins_garage_becomes_a_place(
    cast, desk, open_page, sign_in, mail_server, worker, time_machine, guard
):
    guard.allow("status of 404")
    pilar = make_person(cast.school, "Pilar Santos", Role.GUARDIAN, user=False)
    connect(cast.maya, pilar, Role.GUARDIAN, by=Viewer.system(cast.school))
    dana = sign_in(desk, cast.dana)
    here = a_survey_is_written(dana)
    worker.drain()
    assert mail_server.to(pilar.email) != []
    rosa_says_no(cast, open_page(**PHONE), mail_server)
    time_machine.move_to("2026-10-21T13:00:00Z")
    worker.strike()
    luis, maya, rosa, chen = (
        sign_in(open_page(**PHONE), one) for one in (cast.luis, cast.maya, cast.rosa, cast.chen)
    )
    luis_never_sees_it(cast, luis)
    nobody_can_tell(maya, sign_in(dana, cast.dana), here)
    rosa_offers_a_garage(rosa)
    chen_adds_it(chen)
    rosa_is_answered(rosa)


def a_survey_is_written(dana) -> str:
    """8. One of its questions asks about something protected. Returns its address."""
    dana.goto(f"{HOME}/surveys/add/")
    dana.get_by_label("What is it called?").fill("How are you")
    dana.get_by_label("What will the school do with the answers?").fill("We choose what helps.")
    dana.get_by_label("First day").fill("2026-10-20")
    dana.get_by_label("Last day").fill("2026-10-27")
    dana.get_by_role("button", name="Save the survey").click()
    for words, topic in (("Is the library quiet?", ""), ("How did you sleep?", "mind")):
        dana.get_by_label("Question", exact=True).fill(words)
        dana.get_by_label("Choices, one on each line").fill("Yes\nNo")
        dana.get_by_label("Does it ask about one of these?").select_option(topic)
        dana.get_by_role("button", name="Add the question").click()
        expect(dana.get_by_text(words, exact=True)).to_be_visible()
    dana.get_by_role("button", name="Tell the families").click()
    expect(dana.get_by_role("button", name="Tell the families")).to_have_count(0)
    return f"{HOME}/surveys/{Survey.objects.get().public_id}/"


def rosa_says_no(cast, phone, mail_server) -> None:
    """8. A Spanish letter; every question stands behind its link, before anybody is asked."""
    phone.goto(mail_server.link(cast.rosa.email))
    expect(phone.locator("html")).to_have_attribute("lang", "es")
    expect(phone.get_by_text("How did you sleep?")).to_be_visible()
    phone.locator('button[name="says"][value="no"]').click()
    expect(phone.locator("main section strong").last).to_contain_text("Luis")


def luis_never_sees_it(cast, luis) -> None:
    """8. No line, no page: as for somebody who is not asked."""
    asked = Invitation.objects.get(student=cast.luis)
    luis.goto(f"{HOME}/surveys/")
    expect(luis.locator("main h1")).to_be_visible()
    expect(luis.get_by_text("How are you", exact=True)).to_have_count(0)
    luis.goto(f"{HOME}/")
    expect(luis.get_by_text("How are you", exact=True)).to_have_count(0)
    assert luis.goto(f"{HOME}/surveys/take/{asked.public_id}/").status == 404


def nobody_can_tell(maya, dana, here) -> None:
    """8. Maya answers; neither she nor who wrote it reads who does not."""
    maya.goto(f"{HOME}/surveys/")
    maya.get_by_role("link", name="How are you").click()
    expect(maya.get_by_role("button", name="Send my answers")).to_be_visible()
    maya.locator("label", has_text="Yes").first.click()
    expect(maya.get_by_role("radio", name="Yes").first).to_be_checked()
    assert "Luis" not in maya.locator("main").inner_text()
    maya.get_by_role("button", name="Send my answers").click()
    expect(maya.get_by_role("link", name="How are you")).to_have_count(0)
    assert "Luis" not in maya.locator("main").inner_text()
    dana.goto(here)
    expect(dana.get_by_text("The answers can be read when it is closed.")).to_be_visible()
    assert "Luis" not in dana.locator("main").inner_text()


def rosa_offers_a_garage(rosa) -> None:
    """9. From her first page; her cousin's garage."""
    rosa.goto(f"{HOME}/")
    rosa.locator('main a[href$="/families/give/"]:visible').first.click()
    rosa.locator('[name=kind][value="place"]').check()
    rosa.locator("[name=what]").fill("Mi primo arregla motos y busca ayuda.")
    rosa.locator("[name=organisation]").fill("Taller Medina")
    rosa.locator("[name=phone]").fill("555 0155")
    rosa.locator("form:has([name=organisation]) button[type=submit]").click()
    expect(rosa.get_by_text("Mi primo arregla motos y busca ayuda.")).to_be_visible()


def chen_adds_it(chen) -> None:
    """9. The coordinator answers it as a lead: a place is added."""
    chen.goto(f"{HOME}/families/offers/")
    chen.get_by_role("link", name="Rosa Diaz").click()
    chen.get_by_role("link", name="Answer it as a lead").click()
    chen.get_by_label("What students do there").fill("Mechanic’s helper")
    chen.locator("[name=areas]").first.check()
    chen.get_by_role("button", name="Add them").click()
    expect(chen.get_by_role("button", name="Add them")).to_have_count(0)
    assert Site.objects.filter(name="Taller Medina").count() == 1


def rosa_is_answered(rosa) -> None:
    before = rosa.locator("main .chip").first.inner_text()
    rosa.reload()
    expect(rosa.locator("main .chip").first).not_to_have_text(before)


def test_the_rights_become_luiss(cast, desk, open_page, sign_in, worker, guard):
    guard.allow("status of (404|403)")
    with inside(cast.school):
        give_start(cast.school)
        narrative = release_luis(cast)
        entry = wrote(cast, "luis", "I do not want to go there.")
    placement = make_placement(cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 1))
    check_in(placement, goal="Help with the x-rays.", by=cast.as_("luis"))
    turns_18(cast)
    luis, rosa = (sign_in(open_page(**PHONE), one) for one in (cast.luis, cast.rosa))
    priya = sign_in(desk, cast.priya)
    pages = {
        "words": f"{HOME}/narratives/{narrative.public_id}/",
        "days": f"{HOME}/days/{Day.objects.get().public_id}/",
    }
    luis_shares_his_journal(luis, f"{HOME}/journals/{entry.public_id}/")
    assert reads(rosa, pages) == {"words": 200, "days": 200, "journal": 1}
    it_is_flagged_and_confirmed(cast, priya)
    assert reads(rosa, pages) == {"words": 404, "days": 404, "journal": 0}
    luis_shares_narratives(cast, luis)
    assert reads(rosa, pages) == {"words": 200, "days": 404, "journal": 0}
    rosa_asks_and_is_held(cast, rosa, priya)
    a_dependent_is_written_down(cast, priya)
    assert reads(rosa, pages) == {"words": 200, "days": 200, "journal": 1}
    assert rosa.goto(f"{HOME}/rights/amend/{cast.luis.public_id}/").status in {403, 404}
    luis_takes_his_journal_back(luis, f"{HOME}/journals/{entry.public_id}/")
    assert reads(rosa, pages) == {"words": 200, "days": 200, "journal": 0}
    luis_takes_his_data(cast, luis, worker)


def reads(rosa, pages) -> dict[str, int]:
    """How Rosa's pages answer, and how often Luis's entry stands among what is shared with her."""
    found = {what: rosa.goto(address).status for what, address in pages.items()}
    rosa.goto(f"{HOME}/journals/shared/")
    expect(rosa.locator("main h1")).to_be_visible()
    return found | {"journal": rosa.get_by_text("I do not want to go there.").count()}


def luis_shares_his_journal(luis, entry) -> None:
    """Before his birthday Luis let his family read one entry."""
    luis.goto(entry)
    luis.get_by_role("button", name="Let my family read it").click()
    expect(luis.get_by_role("button", name="Let my family read it")).to_have_count(0)


def it_is_flagged_and_confirmed(cast, priya) -> None:
    """10. It waits for Priya, and stands on the page of the family; she confirms."""
    priya.goto(f"{HOME}/inbox/")
    expect(priya.get_by_text("Luis is 18. Say who holds the rights now.").first).to_be_visible()
    confirms(cast, priya, "Say who holds the rights", "The rights are the student’s")


def confirms(cast, priya, link, outcome, basis="", until="") -> None:
    priya.goto(f"{HOME}/contacts/{cast.luis.public_id}/")
    priya.get_by_role("link", name=link, exact=True).click()
    priya.get_by_role("radio", name=outcome).check()
    priya.get_by_label("What the family showed").fill(basis)
    priya.get_by_label("Until when").fill(until)
    priya.get_by_role("button", name="Confirm it").click()
    expect(priya.get_by_text(outcome)).to_be_visible()
    expect(priya.get_by_role("link", name="Change it")).to_be_visible()


def luis_shares_narratives(cast, luis) -> None:
    """11. One tick for his mother; journals are no choice at all."""
    luis.goto(f"{HOME}/contacts/mine/")
    expect(luis.get_by_role("checkbox", name=re.compile("journal", re.IGNORECASE))).to_have_count(0)
    luis.get_by_role("checkbox", name="Narratives, transcripts").check()
    luis.get_by_role("button", name="Save what Rosa reads").click()
    expect(luis.locator("main .banner[role=status]")).to_be_visible()
    expect(luis.get_by_role("checkbox", name="Narratives, transcripts")).to_be_checked()


def rosa_asks_and_is_held(cast, rosa, priya) -> None:
    """10. She still may ask for the record, and a person looks at her rights first; not for more."""
    assert rosa.goto(f"{HOME}/rights/amend/{cast.luis.public_id}/").status in {403, 404}
    rosa.goto(f"{HOME}/rights/ask/{cast.luis.public_id}/")
    rosa.locator("form:has([name=words]) button[type=submit]").click()
    expect(rosa.get_by_text("27 de noviembre").first).to_be_visible()
    case = f"{HOME}/rights/requests/{RecordsRequest.objects.get().public_id}/"
    priya.goto(case)
    expect(priya.get_by_text("Look at the rights of this person first")).to_be_visible()
    priya.get_by_label("Why not?").fill("Luis is eighteen.")
    priya.get_by_role("button", name="Refuse it").click()
    expect(priya.get_by_role("button", name="Refuse it")).to_have_count(0)
    rosa.goto(case)
    expect(rosa.get_by_text("555 0100").first).to_be_visible()
    expect(rosa.get_by_text("Luis is eighteen.")).to_have_count(0)


def a_dependent_is_written_down(cast, priya) -> None:
    """11. The rest comes back only with a decision, its basis and its last day."""
    dependent = "The family reads on: the student is their dependent"
    confirms(cast, priya, "Change it", dependent, "Tax return of 2026", "2027-06-30")


def luis_takes_his_journal_back(luis, entry) -> None:
    """11. The entry that he himself let them read stays his: he takes it back."""
    luis.goto(entry)
    luis.get_by_role("button", name="Take it back").click()
    expect(luis.get_by_role("button", name="Take it back")).to_have_count(0)


def luis_takes_his_data(cast, luis, worker) -> None:
    """12. All that he wrote, made and was given, in one file; he asks nobody."""
    luis.goto(f"{HOME}/rights/of/{cast.luis.public_id}/")
    luis.get_by_role("button", name="Make the file").click()
    expect(luis.get_by_text("Look again in a minute.")).to_be_visible()
    worker.drain()
    luis.reload()
    with luis.expect_download() as got:
        luis.get_by_role("link", name="Save my data").click()
    with zipfile.ZipFile(got.value.path()) as copy:
        pages = [copy.read(name).decode() for name in copy.namelist() if "html" in name]
    assert any("Help with the x-rays." in page for page in pages)
    assert any("I do not want to go there." in page for page in pages)
