"""Take one message: find out who speaks, do what they say, remember what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from kindling.history.steps import record
from kindling.kit.limits import allow
from kindling.kit.phones import dialled
from kindling.kit.text import plain
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.texts import replies
from kindling.texts.actions.settling import let_wait
from kindling.texts.answers import answer_to
from kindling.texts.callers import Answer, Caller, Told, callers_with
from kindling.texts.grammar import parse
from kindling.texts.models import Text
from kindling.texts.strangers import said_before, strangers_answer

Verb, Outcome = Text.Verb, Text.Outcome
WAITS = timedelta(minutes=15)  # so long we remember what we asked
MANY, SECONDS = 30, 10 * 60  # messages of one number; two machines talking end here


@dataclass(frozen=True)
class Incoming:
    """One message as the gateway hands it over. `sid` is its id there; pictures are not looked at."""

    sid: str
    number: str
    body: str


@transaction.atomic
def take_text(incoming: Incoming) -> str:
    """Return what to text back, "" for nothing. The same message sent twice counts once.

    All of it or nothing: when something breaks, the gateway sends it again.
    """
    number = dialled(incoming.number)
    if not number or not allow("text", number, limit=MANY, seconds=SECONDS):
        return ""
    text, is_new = Text.objects.take(incoming.sid, number=number, body=incoming.body[:1600])
    if is_new:
        callers = callers_with(number)
        if not callers:
            return _from_stranger(text)
        answer, verb = _answered(text, callers)
        _keep(text, verb, answer, {caller.viewer.school for caller in callers})
        if answer.by:
            record("text.take", text, by=answer.by.viewer, what=verb, outcome=answer.outcome)
    return replies.with_link(text)


def _from_stranger(text: Text) -> str:
    """Nobody has this number: somebody of the school looks at it. Return what to text back."""
    said = parse(text.body)
    answer, school = strangers_answer(text, said)
    _keep(text, said.verb, answer, set())
    if school is not None:
        for one in [*said_before(text), text]:
            let_wait(one, school)
            record("text.wait", one, by=Viewer.system(school))
    return answer.reply


def _keep(text: Text, verb: str, answer: Answer, schools: set[School]) -> None:
    text.verb, text.outcome, text.choices = verb, answer.outcome, answer.choices
    text.reply, text.link_id = answer.reply[:1000], answer.link_id
    if answer.is_private:
        text.body = ""
        Text.objects.filter(number=text.number, outcome=Outcome.ASKED).update(body="")
    text.school = schools.pop() if len(schools) == 1 else None
    if answer.by:
        text.person, text.school = answer.by.person, answer.by.viewer.school
    text.about = getattr(answer.about, "student", None)
    text.save()


def _answered(text: Text, callers: list[Caller]) -> tuple[Answer, str]:
    said = parse(text.body)
    told = Told(said, callers, text.sid, body=text.body)
    asked = _asked(text)
    if said.verb in {Verb.CHOICE, Verb.UNKNOWN}:
        told = _with_choice(told, asked, text) if asked else told
        if told.said.verb == Verb.CHOICE:
            with callers[0].reads():
                return Answer(replies.choice_is_over(), Outcome.REFUSED, callers[0]), said.verb
    return answer_to(told), told.said.verb


def _asked(text: Text) -> Text | None:
    """The question that this message may answer: the number's last message, if we asked back."""
    since = timezone.now() - WAITS
    before = Text.objects.filter(number=text.number, at__gte=since).exclude(pk=text.pk)
    last = before.order_by("-at", "-pk").first()
    return last if last and last.choices else None


def _with_choice(told: Told, asked: Text, text: Text) -> Told:
    """What was said first, about the one who is named now. Its time is that of the first message."""
    people = [Person.objects.get(pk=key) for key in asked.choices]
    number, words = told.said.number, set(told.said.words)
    if number is not None and number <= len(people):
        picked = [people[number - 1]]
    else:
        picked = [one for one in people if words and words <= set(plain(one.name).split())]
    if len(picked) != 1:
        return told
    first = parse(asked.body)
    delay = text.at - asked.at
    return replace(told, said=first, delay=delay, only=picked[0].pk, body=asked.body)
