"""Rules of credit in use, what they gave, a page in Luis's words, and a transcript that waits for a yes."""

from __future__ import annotations

from kindling.credits.actions import (
    appeal,
    approve_crosswalk,
    award_term,
    choose_mode,
    start_crosswalk,
)
from kindling.credits.models import Line
from kindling.disclosures.actions import disclose
from kindling.disclosures.models import Basis
from kindling.evidence.models import Evidence
from kindling.kit.editing import stamp_of
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.queries import current_term
from kindling.schools.viewer import Viewer
from kindling.transcripts.actions import (
    agree_to_draft,
    begin_draft,
    certify,
    change_profile,
    hand_in_draft,
    pick_pieces,
    save_draft,
)

PROFILE = {
    "about": "Harbor View is a public school of 120 students by the water in Providence, Rhode Island. "
    "Every student stays with one advisor and a group of sixteen for four years.",
    "learning": "Two days a week students work at an internship that they found themselves, with a "
    "mentor of that trade. The other days they learn in projects of their own, in workshops and in "
    "college classes.",
    "assessment": "Three times a year each student stands before a panel of family, mentor, peers and "
    "guests. Goals are judged at four levels, each on evidence; Capable is what we ask for. There are "
    "no grades and no ranks. Credits follow rules that stand beside them.",
    "contact": "Priya Nair, registrar, 555 0100.",
}
PAGE = {
    "who": "I learn with my hands first and with a book after. When something does not fit, I take it "
    "apart. I have learned to ask before I am stuck for a whole day.",
    "learned": "To plan a piece of work backwards from the day it has to be there. To write a letter "
    "that a shop answers. To read a drawing, and to say in two languages what is wrong with it.",
    "work": "In the boat yard I planed, varnished and fitted for forty days, and missed none without a "
    "call. My graph of how long varnish takes by weather hangs in the shop.",
    "proud": "The new one could plane with the grain after I showed her. My mentor said: “He explains "
    "it the way I would have liked to hear it.”",
    "ahead": "I go on to a program for veterinary technicians. My uncle did, and he was the first in "
    "our family.",
}
APPEAL = "My boat drawings are mathematics. The rule sees only what is tagged with QR."


def make_transcripts(school: School) -> None:
    """Harbor View gives goals and credits; Luis is about to leave."""
    people = {one.name: one for one in Person.objects.filter(school=school, student=None)}
    dana, priya, ana = (
        Viewer.of_person(people[name]) for name in ("Dana Okafor", "Priya Nair", "Ana Reyes")
    )
    luis = Student.objects.select_related("person", "school").get(
        school=school, person__name="Luis Diaz"
    )
    make_credits(school, dana, priya, luis)
    change_profile(by=priya, **PROFILE)
    own = Viewer.of_person(luis.person)
    draft = begin_draft(luis, by=own)
    for field, text in PAGE.items():
        save_draft(draft, field, text, base=stamp_of(""), by=own)
    hand_in_draft(draft, by=own)
    agree_to_draft(draft, by=ana)
    pick_pieces(luis, shown_by(luis), by=own)
    for kind in ("narrative", "competency"):
        certify(luis, kind, by=priya)
    disclose(
        luis, "Rhode Island Department of Education", "Days and hours of the year",
        "The state counts students", consent=None, by=priya, basis=Basis.LAW,
    )  # fmt: skip


def shown_by(luis: Student) -> list[Evidence]:
    """The newest four that nobody else is in."""
    return list(luis.evidence.filter(state="kept", people="none").order_by("-on", "-pk")[:4])


def make_credits(school: School, dana: Viewer, priya: Viewer, luis: Student) -> None:
    """The example, approved; what this term gives; one appeal."""
    choose_mode("hybrid", by=dana)
    approve_crosswalk(start_crosswalk(by=priya), by=priya, changes="Our first rules.")
    term = current_term(school)
    if term is None:
        return
    award_term(term, by=priya)
    line = Line.objects.filter(crosswalk__school=school, crosswalk__state="approved")[1]
    appeal(luis, line, term.year, APPEAL, by=Viewer.of_person(luis.person))
