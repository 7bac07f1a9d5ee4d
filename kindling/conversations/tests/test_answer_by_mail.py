"""Answers by e-mail: through a real door, to one conversation, and nothing carried along."""

import smtplib

import pytest
from django.core import mail as outbox

from kindling.conversations import actions
from kindling.conversations.actions import Said
from kindling.conversations.models import Copy, Message, MessageFile, Thread
from kindling.conversations.rules import visible_threads
from kindling.conversations.tests.talking import address, ana_writes, jordan_writes, said
from kindling.letterbox.actions import put_in, set_aside, take_mail
from kindling.letterbox.models import Mail
from kindling.letterbox.reading import Incoming
from kindling.letterbox.rules import visible_mails
from kindling.letterbox.tests.mailing import a_mail, incoming, open_door, post
from kindling.people.matters import COLUMNS
from kindling.people.models import Connection
from kindling.schools.roles import Role
from kindling.uploads.tests.sending import picture
from tests.cast import FIRST_DAY

State, Why = Mail.State, Mail.Why
HOST, KEY = "mail.harbor.example", "the-mail-service’s-key"


@pytest.fixture
def door():
    with open_door() as port:
        yield port


@pytest.fixture(autouse=True)
def _mail_comes_in(settings):
    settings.MAIL_TOKEN, settings.MAIL_DOMAIN = KEY, HOST


@pytest.mark.django_db(transaction=True)
def test_jordan_writes_ana_is_in_it_and_sam_answers_by_mail(cast, door):
    message = jordan_writes(cast)
    thread = message.thread
    letter = next(one for one in outbox.outbox if one.to == [cast.sam.email])

    post(a_mail(cast.sam.email, letter.reply_to[0], f"Ten is fine.\n\n> {letter.body}"), door)

    assert (thread.student, thread.outside, thread.keeper) == (cast.jordan, cast.sam, cast.ana)
    assert said(thread) == [
        ("Jordan", "page", "May I come at ten?"), ("Sam", "email", "Ten is fine."),
    ]  # fmt: skip
    told = set(Copy.objects.filter(message__by=cast.sam).values_list("person", flat=True))
    assert told == {cast.jordan.person_id, cast.ana.pk}
    assert Mail.objects.get().state == State.LANDED


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "to", ["anybody@elsewhere.example", f"reply+aaaaaaaaaaaaaa-{'a' * 26}@{HOST}", f"x@{HOST}"]
)
def test_the_door_takes_nothing_for_other_addresses(cast, door, to):
    with pytest.raises(smtplib.SMTPRecipientsRefused, match="Nobody has this address"):
        post(a_mail(cast.sam.email, to, "Hello"), door)

    assert Mail.objects.count() == 0


def answer(cast, thread: Thread, text: str, *, name: str = "sam", **heads) -> Mail:
    person = cast.person(name)
    mail = a_mail(person.email, address(thread, person), text, **heads)
    return take_mail(incoming(mail))


@pytest.mark.django_db(transaction=True)
def test_everybody_has_an_address_of_their_own(cast):
    thread = jordan_writes(cast).thread

    sent = {one.to[0]: one.reply_to for one in outbox.outbox}

    assert sent == {
        cast.sam.email: [address(thread, cast.sam)], cast.ana.email: [address(thread, cast.ana)],
    }  # fmt: skip
    assert address(thread, cast.sam) != address(thread, cast.ana)


def test_staff_answer_by_mail_too(cast):
    thread = jordan_writes(cast).thread

    answer(cast, thread, "Ten is fine with me.", name="ana")

    assert said(thread)[-1] == ("Ana", "email", "Ten is fine with me.")


@pytest.mark.django_db(transaction=True)
def test_a_reply_that_quotes_another_familys_text_does_not_carry_it_along(cast):
    ana_writes(cast)
    thread = Thread.objects.get()
    letter = next(one for one in outbox.outbox if one.to == [cast.rosa.email])
    quoted = f"Gracias.\n\nEl mar, 13 oct 2026 a las 9:00, Kindling <k@x> escribió:\n{letter.body}\nSecret of the Blakes"

    answer(cast, thread, quoted, name="rosa")

    assert said(thread)[-1] == ("Rosa", "email", "Gracias.")


def test_another_sender_than_the_one_on_file_waits_for_a_person(cast):
    thread = jordan_writes(cast).thread
    mail = a_mail("stranger@example.com", address(thread, cast.sam), "I am Sam, really.")

    held = take_mail(incoming(mail))

    assert (held.state, held.why, held.staff) == (State.HELD, Why.OTHER_SENDER, cast.ana)
    assert len(said(thread)) == 1
    assert list(visible_mails(cast.as_("ana"))) == [held]
    assert [list(visible_mails(cast.as_(name))) for name in ("rosa", "jordan", "otto")] == [[]] * 3


def test_a_leader_reads_as_staff_nothing_of_their_own_childs_family(cast):
    thread = ana_writes(cast).thread
    held = take_mail(incoming(a_mail("rosas-other@x.example", address(thread, cast.rosa), "Hello")))
    for name in ("chen", "dana"):
        assert list(visible_mails(cast.as_(name))) == [held]
        Connection.objects.create(
            school=cast.school, student=cast.luis, adult=getattr(cast, name), role=Role.GUARDIAN,
            since_on=FIRST_DAY, **dict.fromkeys(COLUMNS, False),
        )  # fmt: skip

    assert [list(visible_mails(cast.as_(name))) for name in ("chen", "dana")] == [[], []]
    assert list(visible_threads(cast.as_("dana"))) == []


def test_a_person_puts_it_in_or_aside_once(cast):
    thread = jordan_writes(cast).thread
    mail = a_mail("sams-other@example.com", address(thread, cast.sam), "From my other phone.")
    held = take_mail(incoming(mail))

    put_in(held, by=cast.as_("ana"))

    assert said(thread)[-1] == ("Sam", "email", "From my other phone.")
    with pytest.raises(Exception, match="faster"):
        set_aside(held, by=cast.as_("chen"))


def test_the_same_mail_twice_counts_once(cast):
    thread = jordan_writes(cast).thread

    first, again = (answer(cast, thread, "Ten is fine.") for _ in range(2))

    assert first == again
    assert len(said(thread)) == 2


@pytest.mark.parametrize(
    ("heads", "why"),
    [
        ({"Auto_Submitted": "auto-replied"}, "auto"),
        ({"Precedence": "bulk"}, "list"),
        ({"List_Id": "<friends.example>"}, "list"),
        ({"X_Autoreply": "yes"}, "auto"),
        ({"Auto_Submitted": "auto-generated", "message_id": "<ab.harbor-view@kindling>"}, "loop"),
    ],
)
def test_what_no_human_wrote_is_dropped(cast, heads, why):
    thread = jordan_writes(cast).thread

    dropped = answer(cast, thread, "I am away until Monday.", **heads)

    assert (dropped.state, dropped.why, len(said(thread))) == (State.DROPPED, why, 1)


def test_a_bounce_is_dropped(cast):
    thread = jordan_writes(cast).thread
    mail = a_mail(cast.sam.email, address(thread, cast.sam), "Undelivered")

    dropped = take_mail(incoming(mail, sender=""))

    assert (dropped.state, dropped.why) == (State.DROPPED, "bounce")


def test_two_machines_that_talk_end_soon(cast):
    thread = jordan_writes(cast).thread

    states = [answer(cast, thread, f"Answer {n}", message_id=f"<{n}@x>").state for n in range(23)]

    assert states.count(State.LANDED) == 20
    assert states[-3:] == [State.DROPPED] * 3


def test_what_a_suspended_mentor_answers_waits_for_a_person(cast):
    thread = jordan_writes(cast).thread
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(suspended_at="2026-10-01T12:00Z")

    held = answer(cast, thread, "Let us meet.")

    assert (held.state, len(said(thread))) == (State.HELD, 1)
    with pytest.raises(Exception, match="no conversation"):
        put_in(held, by=cast.as_("chen"))


def test_what_comes_after_the_internship_waits_with_its_sentence(cast):
    thread = jordan_writes(cast).thread
    cast.jordan.placements.update(state="ended")

    held = answer(cast, thread, "Come again.")

    assert (held.state, held.why) == (State.HELD, Why.REFUSED)
    assert held.note == "The internship is over, so this conversation rests. Ask your advisor."


def test_an_answer_without_words_of_its_own_waits(cast):
    thread = jordan_writes(cast).thread

    held = answer(cast, thread, "> May I come at ten?\n")

    assert (held.state, held.why) == (State.HELD, Why.EMPTY)


def test_a_letter_to_the_school_itself_waits_for_its_leaders(cast):
    mail = a_mail(cast.rosa.email, f"harbor-view@{HOST}", "Can I visit?")

    held = take_mail(incoming(mail))

    assert (held.school, held.person, held.why) == (cast.school, cast.rosa, Why.NO_THREAD)


def test_an_address_that_was_changed_by_a_letter_is_nobodys(cast):
    thread = jordan_writes(cast).thread
    right = address(thread, cast.sam)
    wrong = right.replace(
        "-" + right.split("-")[1][0], "-" + ("b" if right.split("-")[1][0] == "a" else "a")
    )
    mail = a_mail("stranger@example.com", wrong, "Let me in.")

    taken = take_mail(incoming(mail))

    assert (taken.state, taken.school) == (State.STRANGER, None)
    assert len(said(thread)) == 1


def test_a_photo_that_comes_along_is_checked_and_kept_and_a_program_is_not(cast):
    thread = jordan_writes(cast).thread
    mail = a_mail(cast.sam.email, address(thread, cast.sam), "Look.")
    mail.add_attachment(picture(), maintype="image", subtype="jpeg", filename="dog.jpg")
    bad = a_mail(cast.sam.email, address(thread, cast.sam), "Run it.", message_id="<two@x>")
    bad.add_attachment(b"MZ\x90\x00" * 40, maintype="application", subtype="x", filename="a.exe")

    good, held = take_mail(incoming(mail)), take_mail(incoming(bad))

    assert (good.state, held.state) == (State.LANDED, State.HELD)
    kept = MessageFile.objects.get()
    assert (kept.message.text, kept.upload.type, kept.upload.by) == (
        "Look.",
        "image/jpeg",
        cast.sam,
    )
    assert held.note.startswith("This kind of file cannot be kept here.")


@pytest.mark.django_db(transaction=True)
def test_words_with_a_marker_of_ours_open_nothing(cast):
    thread = jordan_writes(cast, "See {link} and {code}").thread

    bodies = [one.body for one in outbox.outbox]

    assert [body.count("/p/") for body in bodies if "{ link }" in body] == [0, 1]
    assert thread.messages.get().text == "See {link} and {code}"
    actions.say(thread, Said("Ok"), by=cast.as_("jordan"))
    assert Message.objects.count() == 2


def folded(times: int) -> bytes:
    """Parts within parts."""
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (one, one)
        for one in range(times)
    )


@pytest.mark.parametrize(
    ("head", "body", "ends"),
    [
        (b"Subject: a\0b\r\n", b"Ten is fine.", State.LANDED),
        (b"Subject: =?utf-8?B?YQBi?=\r\n", b"Ten is fine.", State.LANDED),
        (b"Content-Type: text/html\r\n", b"<p>Ten is fine.</p><![office on]>x", State.LANDED),
        (folded(3000), b"Ten is fine.", State.HELD),
    ],
)
def test_a_mail_made_badly_is_taken_once_and_not_asked_for_again(cast, head, body, ends):
    thread = jordan_writes(cast).thread
    content = b"From: " + cast.sam.email.encode() + b"\r\n" + head + b"\r\n" + body

    mail = take_mail(Incoming(content, cast.sam.email, [address(thread, cast.sam)]))

    assert (mail.state, "\0" in mail.subject) == (ends, False)
    assert said(thread)[1:] == [("Sam", "email", "Ten is fine.")] * (ends == State.LANDED)
