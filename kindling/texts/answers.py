"""What comes of a message, by its verb. The actions of other apps do the work and ask the rules."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from kindling.attendance.actions import check_in, check_out
from kindling.attendance.how import How
from kindling.attendance.models import Day, Method
from kindling.attendance.proof import seen_at_site
from kindling.attendance.turns import Turn, Turns, turns_of
from kindling.kit.http import Refused
from kindling.notices.actions import start_texts, stop_texts
from kindling.notices.reaching import contacts_of
from kindling.schools.roles import Role
from kindling.texts import replies
from kindling.texts.absent import families_asked, families_no, families_yes, missing
from kindling.texts.alarms import taking
from kindling.texts.along import Question, hear, questions_for
from kindling.texts.asking import which_one
from kindling.texts.callers import Answer, Caller, Told, chosen, code_in
from kindling.texts.mentors import link_of, mentors_asked, mentors_no, mentors_yes
from kindling.texts.models import Text

Verb, Outcome = Text.Verb, Text.Outcome
OF_A_DAY = (Verb.HERE, Verb.OUT, Verb.LATE, Verb.SICK)
A_NAME = 3  # words


def answer_to(told: Told) -> Answer:
    """Do what the message says and return what came of it. Somebody has the number.

    Refused and "who is meant?" are answers too; nothing is raised for the sender's mistakes.
    """
    ways: dict[str, Callable[[Told], Answer]] = {
        Verb.HERE: going, Verb.OUT: going, Verb.YES: yes, Verb.NO: no,
        Verb.STOP: texting, Verb.START: texting, Verb.HELP: helping,
        Verb.LATE: missing, Verb.SICK: missing, Verb.MINE: taking,
    }  # fmt: skip
    with told.callers[0].reads():
        try:
            found = ways.get(told.said.verb, not_understood)(told)
        except Refused as why:
            found = Answer(str(why), Outcome.REFUSED, told.callers[0])
    return (talking(told) if is_talk(told, found) else None) or found


def is_talk(told: Told, found: Answer) -> bool:
    """Words that no verb of ours is about, and of which nothing has come.

    “out 123456” is no talk: a student who is told “Ana has your message” believes they are out.
    “Help” alone asks how this works; with more words it asks somebody.
    """
    orders = {Verb.STOP, Verb.START, Verb.CHOICE}
    nothing = found.outcome in {Outcome.HELPED, Outcome.REFUSED}
    free = told.said.verb == Verb.UNKNOWN or bool(told.said.words)
    return nothing and free and told.said.verb not in orders and not _speaks_of_a_day(told)


def _speaks_of_a_day(told: Told) -> bool:
    """A student or a family, with a word about the day and no more beside it than a code or a name."""
    beside = [word for word in told.said.words if not word.isdigit()]
    theirs = any(one.viewer.is_a(Role.STUDENT, Role.GUARDIAN) for one in told.callers)
    return theirs and told.said.verb in OF_A_DAY and len(beside) <= A_NAME


def talking(told: Told) -> Answer | None:
    """Words that answer what an app above sent lately: they land there, and are not kept here."""
    with told.callers[0].reads(), transaction.atomic():
        heard = hear([one.person for one in told.callers], told.body, told.sid, told.only)
    if heard is None:
        return None
    caller = next(one for one in told.callers if one.person.pk == heard.person.pk)
    if heard.choices:
        return which_one(heard.choices[:9])
    return Answer(heard.reply, Outcome.DONE, caller, is_private=True)


def helping(told: Told, first: str = "") -> Answer:
    """Say what these people can text, after a sentence about what went wrong."""
    link_id = link_of(told)
    viewers = [caller.viewer for caller in told.callers]
    ways = replies.how_it_works(viewers, has_link=bool(link_id))
    reply = " ".join(part for part in (first, ways) if part)
    only = told.callers[0] if len(told.callers) == 1 else None
    return Answer(reply, Outcome.HELPED, by=only, link_id=link_id)


def yes(told: Told) -> Answer:
    """A mentor's yes to days, a family's to an absence, a guest's to an invitation.

    Who is asked two things opens the links.
    """
    days, absences, others = mentors_asked(told), families_asked(told), invited(told)
    if bool(days) + bool(absences) + len(others) > 1:
        return helping(told, replies.two_questions())
    if others:
        return say(told, others[0], is_yes=True)
    return families_yes(told, absences) if absences else mentors_yes(told, days)


def no(told: Told) -> Answer:
    absences, others = families_asked(told), invited(told)
    if others and (absences or len(others) > 1):
        return helping(told, replies.two_questions())
    if others:
        return say(told, others[0], is_yes=False)
    return families_no(told, absences) if absences else mentors_no(told)


def invited(told: Told) -> list[Question]:
    """What apps above ask the people who have this number, where no other words are beside it."""
    if told.said.words or told.only is not None:
        return []
    return questions_for([caller.person for caller in told.callers])


def say(told: Told, question: Question, *, is_yes: bool) -> Answer:
    """Answer it in the words of whoever is asked."""
    caller = next(one for one in told.callers if one.person.pk == question.person.pk)
    with caller.reads(), transaction.atomic():
        return Answer(question.answer(is_yes), Outcome.DONE, caller)


def not_understood(told: Told) -> Answer:
    return helping(told, replies.not_understood())


def texting(told: Told) -> Answer:
    """No more texts, or texts again: for everybody who has this number."""
    act = stop_texts if told.said.verb == Verb.STOP else start_texts
    for caller in told.callers:
        act(caller.person, by=caller.viewer)
    if told.said.verb == Verb.STOP:
        return Answer(replies.stopped(), Outcome.DONE, by=told.callers[0])
    let = any(one.takes_texts for one in contacts_of(caller.person for caller in told.callers))
    reply = replies.started() if let else replies.needs_a_yes()
    return Answer(reply, Outcome.DONE if let else Outcome.REFUSED, by=told.callers[0])


def going(told: Told) -> Answer:
    """I'm here, I'm leaving: of a student with an internship today."""
    students = {c.person.pk: c for c in told.callers if c.viewer.is_a(Role.STUDENT)}
    if not students:
        return helping(told, replies.for_students(told.said.verb))
    meant, others = chosen(told, [caller.person for caller in students.values()])
    code = code_in(others)
    if code is None:
        return not_understood(told)
    turns = {person.pk: turns_of(students[person.pk].viewer) for person in meant}
    if len(meant) > 1:
        meant = [person for person in meant if turns[person.pk].all] or meant
    if len(meant) > 1:
        return which_one(meant)
    caller = students[meant[0].pk]
    with caller.reads():
        return go(caller, turns[caller.person.pk], told, code)


def go(caller: Caller, turns: Turns, told: Told, code: str) -> Answer:
    """Check this one student in or out."""
    wanted = "go" if told.said.verb == Verb.HERE else "here"
    turn = next((one for one in turns.all if one.step == wanted), turns.now)
    about = caller.person
    if turn is None:
        return Answer(turns.why, Outcome.REFUSED, caller, about)
    said = come if told.said.verb == Verb.HERE else leave
    try:
        with transaction.atomic():
            reply, is_done = said(caller, turn, told, code)
    except Refused as no:
        reply, is_done = str(no), False
    return Answer(reply, Outcome.DONE if is_done else Outcome.REFUSED, caller, about)


def come(caller: Caller, turn: Turn, told: Told, code: str) -> tuple[str, bool]:
    site = turn.placement.site.name
    if turn.step == "here" and turn.day:
        return replies.came_before(turn.day, site), False
    if turn.step == "done" and turn.day:
        return replies.is_told(turn.day), False
    how = how_of(caller, turn, told, code)
    day = check_in(turn.placement, tap=told.sid, how=how, by=caller.viewer)
    return replies.came(day, site, proof=proof_of(how, code)), True


def leave(caller: Caller, turn: Turn, told: Told, code: str) -> tuple[str, bool]:
    if turn.day is None or turn.step == "go":
        return replies.not_here_yet(caller.person.first), False
    if turn.step == "done":
        return replies.is_told(turn.day), False
    day = check_out(turn.day, tap=told.sid, how=how_of(caller, turn, told, code), by=caller.viewer)
    return replies.left(day, turn.placement.site.name), True


def how_of(caller: Caller, turn: Turn, told: Told, code: str) -> How:
    """By text, at the time of the first message, proved by the code when it is right."""
    at = caller.viewer.school.now() - told.delay
    return seen_at_site(How(Method.TEXT, at=at), turn.placement, code, by=caller.viewer)


def proof_of(how: How, code: str) -> str:
    if not code:
        return ""
    return "right" if how.at_site == Day.AtSite.YES else "wrong"
