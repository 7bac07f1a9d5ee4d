"""A page agreed on, a certified transcript, one that was sent."""

from __future__ import annotations

from kindling.credits.actions import award_term
from kindling.credits.tests.counting import reached, rules_in_use
from kindling.kit.editing import stamp_of
from kindling.people.models import Student
from kindling.schools.models import Term
from kindling.transcripts import actions
from kindling.transcripts.models import Draft, Sending, Transcript
from tests.cast import Cast


def of_age(student: Student) -> Student:
    """Eighteen today."""
    today = student.school.today()
    student.birth_on = today.replace(year=today.year - 18)
    student.save(update_fields=["birth_on"])
    return student


def written(cast: Cast, text: str = "I learn by taking things apart.") -> Draft:
    """Luis wrote one part."""
    draft = actions.begin_draft(cast.luis, by=cast.as_("luis"))
    actions.save_draft(draft, "who", text, base=stamp_of(draft.who), by=cast.as_("luis"))
    return draft


def agreed(cast: Cast, text: str = "I learn by taking things apart.") -> Draft:
    """Ana agreed on it."""
    draft = written(cast, text)
    actions.hand_in_draft(draft, by=cast.as_("luis"))
    actions.agree_to_draft(draft, by=cast.as_("ana"))
    return draft


def with_credit(cast: Cast) -> None:
    """Luis was given half a credit of health."""
    rules_in_use(cast)
    reached(cast, "PQ6", "CO1")
    award_term(Term.of(cast.school).first(), by=cast.as_("priya"))


def certified(cast: Cast, kind: str = "narrative") -> Transcript:
    """By Priya."""
    if kind == "narrative":
        agreed(cast)
    return actions.certify(cast.luis, kind, by=cast.as_("priya"))


def printed(made: Transcript) -> Transcript:
    """Its PDF is there, without drawing one."""
    paper = made.paper
    paper.state, paper.file, paper.sha256 = "made", "transcripts/none.pdf", "a" * 64
    paper.save()
    return made


def sent(cast: Cast, made: Transcript) -> Sending:
    """To a college, with the consent of whose record it is."""
    printed(made)
    by = cast.as_("rosa")
    asked = actions.ask_to_send(cast.luis, [made], to="Reed", why="Admission", days=30, by=by)
    actions.agree_to_send(asked, by=by)
    asked.refresh_from_db()
    return asked
