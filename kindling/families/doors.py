"""Which link does what of a family's list: one purpose, one thing, one child."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from kindling.absences.rules import FAMILY_ABSENCE, visible_reports
from kindling.agreements.rules import SIGN_AGREEMENT
from kindling.agreements.rules import visible_signers as visible_agreement_signers
from kindling.consents.rules import ANSWER_CONSENTS, consents_to_answer
from kindling.exhibitions.rules import JOIN_EXHIBITION, visible_panelists
from kindling.families.rules.family import children_of
from kindling.meetings.rules import JOIN_MEETING, visible_meetings
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.plans.rules import ANSWER_COVER, SIGN_PLAN, visible_cover_sheets
from kindling.plans.rules import visible_signers as visible_plan_signers
from kindling.rights.rules import ASK_RECORDS, visible_amendments
from kindling.schools.viewer import Viewer
from kindling.support.rules import ALLOW_TRAVEL, visible_travels
from kindling.surveys.rules import DECIDE_SURVEY, invitations_to_decide

type Found = tuple[str, Student]  # the public id the link names, and whom it is about


@dataclass(frozen=True)
class Button:
    """One more thing a family may do about a child: `page` signed in, the door `key` by a link."""

    key: str
    page: str  # the name of an address that takes the child
    icon: str
    label: str | Promise


@dataclass(frozen=True)
class Door:
    """The purpose of the link, what it names, and whether a second device is asked for a code."""

    purpose: str
    find: Callable[[Viewer, str], Found | None]
    days: int = 14


def _child(reader: Viewer, public_id: str) -> Found | None:
    student = children_of(reader, Matter.DAYS).filter(public_id=public_id).first()
    return (student.public_id, student) if student else None


def _report(reader: Viewer, public_id: str) -> Found | None:
    found = visible_reports(reader).filter(public_id=public_id).first()
    return _child(reader, found.student.public_id) if found else None


def _agreement(reader: Viewer, public_id: str) -> Found | None:
    rows = visible_agreement_signers(reader).filter(person=reader.person_id)
    found = rows.filter(public_id=public_id).first()
    student = found.agreement.student if found else None
    return (public_id, student) if student else None


def _plan(reader: Viewer, public_id: str) -> Found | None:
    rows = visible_plan_signers(reader).filter(person=reader.person_id)
    found = rows.filter(public_id=public_id).first()
    return (public_id, found.version.plan.student) if found else None


def _meeting(reader: Viewer, public_id: str) -> Found | None:
    found = visible_meetings(reader).filter(public_id=public_id).first()
    return (public_id, found.student) if found else None


def _exhibition(reader: Viewer, public_id: str) -> Found | None:
    rows = visible_panelists(reader).filter(person=reader.person_id)
    found = rows.select_related("exhibition__student").filter(public_id=public_id).first()
    return (found.exhibition.public_id, found.exhibition.student) if found else None


def _travel(reader: Viewer, public_id: str) -> Found | None:
    found = visible_travels(reader).filter(public_id=public_id).first()
    return (public_id, found.student) if found else None


def _consent(reader: Viewer, public_id: str) -> Found | None:
    found = consents_to_answer(reader).filter(public_id=public_id).first()
    return (public_id, found.student) if found else None


def _cover(reader: Viewer, public_id: str) -> Found | None:
    found = visible_cover_sheets(reader).filter(public_id=public_id).first()
    return (public_id, found.student) if found else None


def _survey(reader: Viewer, public_id: str) -> Found | None:
    found = invitations_to_decide(reader).filter(public_id=public_id).first()
    return (public_id, found.student) if found else None


def _amendment(reader: Viewer, public_id: str) -> Found | None:
    """What somebody asked to have put right: read beside the record of the child."""
    found = visible_amendments(reader).filter(public_id=public_id).first()
    return _record(reader, found.student.public_id) if found else None


def _record(reader: Viewer, public_id: str) -> Found | None:
    student = children_of(reader, Matter.DECIDE).filter(public_id=public_id).first()
    return (public_id, student) if student else None


# By what stands before the colon of what waits; "child.absent" is a button of the letter.
DOORS: dict[str, Door] = {
    "absence.clear": Door(FAMILY_ABSENCE, _report),
    "child.absent": Door(FAMILY_ABSENCE, _child),
    "agreement.sign": Door(SIGN_AGREEMENT, _agreement),
    "plan.sign": Door(SIGN_PLAN, _plan),
    "meeting.answer": Door(JOIN_MEETING, _meeting, days=35),
    "exhibition.answer": Door(JOIN_EXHIBITION, _exhibition, days=42),
    "consents.answer": Door(ANSWER_CONSENTS, _consent, days=30),
    "cover.answer": Door(ANSWER_COVER, _cover, days=30),
    "child.records": Door(ASK_RECORDS, _record),
    "rights.amendment": Door(ASK_RECORDS, _amendment),
    "surveys.decide": Door(DECIDE_SURVEY, _survey),
    "support.travel": Door(ALLOW_TRAVEL, _travel),
}

# What apps above offer beside each child of whom one gets letters.
BUTTONS: list[Button] = []


def offer_button(key: str, page: str, icon: str, label: str | Promise) -> None:
    """Add a button to the letter, once."""
    found = Button(key, page, icon, label)
    if all(one.key != key for one in BUTTONS):
        BUTTONS.append(found)
