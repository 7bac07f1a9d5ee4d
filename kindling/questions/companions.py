"""What goes along with a tap: questions, a photo or a voice note, and the pulse."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kindling.attendance.along import About, Companion, Moment, Part, Sent, accompany
from kindling.attendance.models import Day
from kindling.questions import actions, rules
from kindling.questions.files import file_answer
from kindling.questions.models import Answer, Attachment, Pulse
from kindling.questions.queries.asked import asked_now, pairs_of
from kindling.schools.viewer import Viewer

MARK = "q-"  # before the id of a question, as the name of its field


def register() -> None:
    """Tell attendance. AppConfig.ready calls it once a process."""
    accompany(Companion(show_questions, keep_answers))
    accompany(Companion(show_attachments, keep_attachments, open_attachment))
    accompany(Companion(show_pulse, keep_pulse))


def show_questions(viewer: Viewer, moment: Moment, about: About) -> Part | None:
    """At most three questions; on the page of a day, the answers of both sides."""
    if viewer.school.questions_until is None:
        return None
    if moment == Moment.DAY:
        pairs = pairs_of(viewer, about.day) if about.day else []
        return Part("questions/_answers.html", pairs, asks=False) if pairs else None
    asked = asked_now(viewer, moment, about.student)
    return Part("questions/_asked.html", asked) if asked else None


def keep_answers(day: Day, moment: Moment, sent: Sent, by: Viewer) -> None:
    """Write what came in the fields of questions."""
    given = {
        name.removeprefix(MARK): sent.text(name) for name in sent.fields if name.startswith(MARK)
    }
    given = {ident: text for ident, text in given.items() if text.strip()}
    if given:
        actions.answer_questions(day, given, by=by)


def show_attachments(viewer: Viewer, moment: Moment, about: About) -> Part | None:
    """Fields to add one when leaving; elsewhere what there is and one may see."""
    if moment == Moment.CHECK_IN:
        return None
    if moment == Moment.CHECK_OUT:
        return Part("questions/_attach.html", {})
    if about.day is None:
        return None
    rows = list(rules.attachments_of(viewer, about.day))
    facts = [(one, rules.may_withdraw(viewer, one)) for one in rows]
    template = "questions/_shared_files.html" if viewer.purpose else "questions/_files.html"
    return Part(template, facts, asks=False) if facts else None


def keep_attachments(day: Day, moment: Moment, sent: Sent, by: Viewer) -> None:
    """Keep photo and voice note; of two, one that is wrong does not lose the other."""
    wrong: list[str] = []
    for kind in Attachment.Kind:
        file = sent.files.get(kind.value)
        if file is not None and moment == Moment.CHECK_OUT:
            try:
                shared = bool(sent.text("share_files"))
                actions.attach_file(day, kind, file, is_shared=shared, by=by)
            except ValidationError as error:
                wrong += error.messages
    if wrong:
        raise ValidationError(wrong)


def open_attachment(request: HttpRequest, viewer: Viewer, public_id: str) -> HttpResponse | None:
    """A file that the student shares with the mentor who holds the link."""
    found = rules.visible_attachments(viewer).filter(public_id=public_id).first()
    return file_answer(request, found) if found else None


def show_pulse(viewer: Viewer, moment: Moment, about: About) -> Part | None:
    """Three numbers and a line for the mentor, while a round is open and they have not answered."""
    if moment != Moment.CONFIRM:
        return None
    round_ = rules.open_round(viewer)
    if round_ is None or rules.has_answered(round_, about.placement, Answer.Side.MENTOR):
        return None
    return Part("questions/_pulse.html", {"parts": Pulse.PARTS, "round": round_})


def keep_pulse(day: Day, moment: Moment, sent: Sent, by: Viewer) -> None:
    """Write the mentor's pulse, when it came along."""
    given = {part: sent.text(f"pulse-{part}") for part in Pulse.PARTS}
    if moment != Moment.CONFIRM or not any(given.values()):
        return
    round_ = rules.open_round(by)
    if round_ is None or not all(value in {"1", "2", "3", "4"} for value in given.values()):
        raise ValidationError(_("Choose a number in each of the three rows, then send it again."))
    numbers = {part: int(value) for part, value in given.items()}
    said: dict[str, Any] = {
        "line": sent.text("pulse-line"),
        "is_shared": bool(sent.text("pulse-share")),
    }
    actions.give_pulse(day.placement, round_, numbers, **said, by=by)
