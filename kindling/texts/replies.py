"""What we text back: short, plain, in the reader's language. Nothing about anybody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.absences.models import Report
from kindling.attendance.models import Day
from kindling.attendance.waiting import Spoken
from kindling.kit.signing import address_of_id
from kindling.ladder.models import Alarm
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text
from kindling.ui.format import clock, hours, short_day

LINK = "{link}"  # the address takes its place when the message leaves; it is never stored

# The words to text, as the grammar understands them. What has no words of its own gets English.
WORDS = {
    "en": {"here": "here", "out": "out", "yes": "yes", "no": "no", "help": "help",
           "late": "late 20", "sick": "sick", "mine": "mine", "stop": "stop", "start": "start"},
    "es": {"here": "aquí", "out": "salí", "yes": "sí", "no": "no", "help": "ayuda",
           "late": "tarde 20", "sick": "enfermo", "mine": "lo tengo", "stop": "alto", "start": "empezar"},
}  # fmt: skip


def with_link(text: Text) -> str:
    """Return the reply as it leaves: the personal link is computed here and never stored."""
    return text.reply.replace(LINK, address_of_id(text.link_id)) if text.link_id else text.reply


def words_to_text() -> dict[str, str]:
    """The words in the language that is active."""
    return WORDS.get((translation.get_language() or "en")[:2], WORDS["en"])


def answer_word(key: str) -> str:
    """The word that a text message of ours may ask for; "" where nobody can answer by text."""
    return words_to_text()[key] if settings.SMS_TOKEN else ""


def came(day: Day, site: str, *, proof: str = "") -> str:
    """Checked in, with time and place. proof: "right", "wrong" or "" for no code."""
    facts = {"name": day.student.first, "site": site, "time": clock_of(day, "student_in_at")}
    if proof == "right":
        return _("%(name)s is checked in at %(site)s at %(time)s. The code was right.") % facts
    if proof == "wrong":
        return (
            _(
                "%(name)s is checked in at %(site)s at %(time)s. The code was not right, so it "
                "counts without one."
            )
            % facts
        )
    return _("%(name)s is checked in at %(site)s at %(time)s.") % facts


def came_before(day: Day, site: str) -> str:
    facts = {"name": day.student.first, "site": site, "time": clock_of(day, "student_in_at")}
    return _("%(name)s is checked in at %(site)s since %(time)s already.") % facts


def left(day: Day, site: str) -> str:
    facts = {
        "name": day.student.first, "site": site, "time": clock_of(day, "student_out_at"),
        "hours": hours(day.minutes),
    }  # fmt: skip
    return _("%(name)s left %(site)s at %(time)s: %(hours)s noted.") % facts


def is_told(day: Day) -> str:
    """The day is over, whoever said so."""
    return _("Today is noted already for %(name)s: %(state)s.") % {
        "name": day.student.first, "state": day.get_state_display(),
    }  # fmt: skip


def not_here_yet(name: str) -> str:
    return _("%(name)s has not checked in today. Text “%(here)s” first.") % {
        "name": name, **words_to_text(),
    }  # fmt: skip


def which_one(people: Iterable[Person], *, with_school: bool) -> str:
    """Ask back, with a number for each."""
    rows = [
        f"{number} {person.first} ({person.school.name})"
        if with_school
        else f"{number} {person.first}"
        for number, person in enumerate(people, 1)
    ]
    return _("Who is this about? Answer with the number: %(choices)s") % {
        "choices": ", ".join(rows)
    }


def choice_is_over() -> str:
    return _("Nothing was asked, or too long ago. Text “%(help)s” to see what you can say.") % (
        words_to_text()
    )


def for_students(verb: str) -> str:
    """Only students check in and out; others see what they can say."""
    facts = {"word": words_to_text().get(verb, verb)}
    return _("“%(word)s” is for students, from a number on their file.") % facts


def how_late() -> str:
    return _("Say by how many minutes: “%(late)s”.") % words_to_text()


def only_missing() -> str:
    return (
        _(
            "For somebody who is late or does not come, text only “%(late)s” or “%(sick)s”, with the "
            "first name if you like."
        )
        % words_to_text()
    )


def is_late(report: Report, name: str) -> str:
    facts = {"name": name, "minutes": report.minutes}
    if report.due_at is None:
        return (
            _(
                "Noted: %(name)s comes %(minutes)s minutes late. The school knows, and whoever waits."
            )
            % facts
        )
    return _(
        "Noted: %(name)s comes %(minutes)s minutes late, at %(time)s. The school knows, and "
        "whoever waits."
    ) % {**facts, "time": clock(report.due_at)}


def is_absent(report: Report, name: str) -> str:
    """Not coming; whose word it is decides whether the family is asked."""
    facts = {"name": name, "day": short_day(report.since_on)}
    if report.state == Report.State.CLEARED:
        return (
            _("Noted: %(name)s does not come on %(day)s. The school knows. Get well soon.") % facts
        )
    return (
        _("Noted: %(name)s does not come on %(day)s. The school knows, and asks the family.")
        % facts
    )


def not_your_student() -> str:
    return _("We do not know for whom you can say this.")


def cleared(report: Report, name: str) -> str:
    facts = {"name": name, "day": short_day(report.since_on)}
    return _("Thank you. The school knows that you know: %(name)s, %(day)s.") % facts


def doubted(report: Report, name: str) -> str:
    facts = {"name": name, "day": short_day(report.since_on)}
    return (
        _("Thank you. The school hears at once that you did not know: %(name)s, %(day)s.") % facts
    )


def no_alarm() -> str:
    return _("No alarm waits for you now.")


def you_have_it(alarm: Alarm) -> str:
    """The mentor reads this too: a first name, and nothing about why."""
    return _(
        "You have it: %(name)s, due %(time)s at %(site)s. When you know more, say it here: %(link)s"
    ) % {
        "name": alarm.student.first, "time": clock(alarm.due_at),
        "site": alarm.placement.site.name, "link": LINK,
    }  # fmt: skip


def two_questions() -> str:
    return _("Two things wait for your yes. Open the links we sent instead.")


def nothing_waits() -> str:
    return _("Thank you. Nothing waits for your answer now.")


def only_yes() -> str:
    return _("To confirm the days we asked about, text only “%(yes)s”.") % words_to_text()


def which_school(people: Iterable[Person]) -> str:
    rows = ", ".join(f"{number} {person.school.name}" for number, person in enumerate(people, 1))
    return _("Which school do you mean? Answer with the number: %(choices)s") % {"choices": rows}


def confirmed(said: Sequence[Spoken], silent: Sequence[Spoken]) -> str:
    """Which days are confirmed now, and which need the page."""
    parts = []
    if said:
        days = "; ".join(day_of(one) for one in said)
        parts.append(_("Thank you. Confirmed: %(days)s.") % {"days": days})
    if silent:
        days = "; ".join(f"{one.placement.student.first}, {short_day(one.on)}" for one in silent)
        parts.append(
            _("Nobody checked in on these days: %(days)s. Say what happened here: %(link)s")
            % {"days": days, "link": LINK}
        )
    return " ".join(parts)


def day_of(one: Spoken) -> str:
    name, when = one.placement.student.first, short_day(one.on)
    return _("%(name)s, %(day)s, %(hours)s") % {
        "name": name, "day": when, "hours": hours(one.minutes),
    }  # fmt: skip


def open_link() -> str:
    return _("What was different? Say it here: %(link)s") % {"link": LINK}


def not_understood() -> str:
    return _("Sorry, we read only a few words here, and nobody reads along.")


def stranger() -> str:
    """Nobody has this number."""
    return _("This number is not on file at any school here. Ask the school to add it.")


def stopped() -> str:
    return _(
        "You get no more text messages from your school. Text “%(start)s” to get them again."
    ) % (words_to_text())


def started() -> str:
    return _("You get text messages from your school again. Text “%(stop)s” to end them.") % (
        words_to_text()
    )


def needs_a_yes() -> str:
    """A student texts START, and who decides for them has not said yes to text messages."""
    return _("The school may not text you yet: your family has not said yes. Ask them to.")


def how_it_works(viewers: Sequence[Viewer], *, has_link: bool) -> str:
    """What these people can text, and whom to call."""
    roles = {role for viewer in viewers for role in viewer.roles}
    told = []
    if Role.STUDENT in roles:
        told.append(
            _("Text “%(here)s” when you arrive and “%(out)s” when you leave.") % words_to_text()
        )
    if roles & {Role.STUDENT, Role.GUARDIAN}:
        told.append(
            _("Text “%(late)s” for 20 minutes late, “%(sick)s” for not coming.") % words_to_text()
        )
    if Role.MENTOR in roles:
        told.append(_("Text “%(yes)s” to confirm the days we asked about.") % words_to_text())
    if roles & set(STAFF):
        told.append(_("Text “%(mine)s” to take an alarm we sent you.") % words_to_text())
    if has_link:
        told.append(_("For anything else open %(link)s") % {"link": LINK})
    phone = next((viewer.school.phone for viewer in viewers if viewer.school.phone), "")
    if phone:
        told.append(_("Talk to somebody at school: %(phone)s.") % {"phone": phone})
    told.append(_("“%(stop)s” ends these messages.") % words_to_text())
    return " ".join(told)


def clock_of(day: Day, name: str) -> str:
    moment = getattr(day, name)
    return clock(moment) if moment else "–"
