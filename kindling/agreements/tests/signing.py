"""Templates, agreements and names under them, for tests of ours and of apps above."""

from __future__ import annotations

from datetime import date

from kindling.agreements import actions
from kindling.agreements.models import Agreement, Kind, Party, Signer, Template
from kindling.agreements.rules import SIGN_AGREEMENT
from kindling.schools.viewer import Viewer

OPENING = "**{student}** learns at {site} on {days}, {hours}, from {start}."


def make_template(by, label="Internship agreement", **facts) -> Template:
    facts = {"kind": Kind.INTERNSHIP, "parties": list(Party.values)} | facts
    made = actions.make_template(by=by, label=label, **facts)
    draft = made.versions.get()
    actions.write_text(
        draft, "en", by=by, title="Internship agreement", opening=OPENING,
        student="I promise:\n- to be on time\n- to call when I am sick",
        family="I know where {student} is.", site="{mentor} guides {student}.",
        school_part="We visit.",
    )  # fmt: skip
    actions.write_text(
        draft, "es", by=by, title="Acuerdo de pasantía", opening="{student} aprende en {site}.",
        student="Prometo llegar a tiempo.", family="Sé dónde está {student}.",
    )  # fmt: skip
    actions.publish_version(draft, by=by)
    made.refresh_from_db()
    return made


def make_agreement(cast, template, student=None, **facts) -> Agreement:
    facts = {"opportunity": cast.clinic, "starts_on": date(2026, 10, 20)} | facts
    return actions.make_agreement(
        template, by=cast.as_("chen"), student=student or cast.luis, **facts
    )


def signer(agreement, party) -> Signer:
    return agreement.signers.select_related("agreement", "person").get(party=party)


def sign(cast, agreement, party, who, **facts):
    agreement.refresh_from_db()
    person = cast.person(who)
    facts = {"content_hash": agreement.content_hash, "name": person.name, "language": "en"} | facts
    return actions.sign_agreement(
        signer(agreement, party), by=facts.pop("by", None) or cast.as_(who), **facts
    )


def link_viewer(cast, agreement, party):
    """The bearer of a link to one signer's page."""
    one = signer(agreement, party)
    subjects = frozenset([one.public_id])
    return Viewer(one.person, cast.school, frozenset(), SIGN_AGREEMENT, subjects)


def sign_all(cast, agreement) -> Agreement:
    """Everybody signs; the paper is made when the test runs what comes after the commit."""
    sign(cast, agreement, "student", "luis")
    sign(cast, agreement, "family", "rosa", language="es")
    sign(cast, agreement, "site", "sam", by=link_viewer(cast, agreement, "site"))
    sign(cast, agreement, "school", "chen")
    agreement.refresh_from_db()
    return agreement


def publish_more(cast, template):
    by = cast.as_("chen")
    draft = actions.start_version(template, by=by)
    actions.change_version(draft, by=by, parties=list(Party.values), changes="Mentors call first.")
    actions.write_text(draft, "en", by=by, title="Agreement", opening="{student} at {site}.")
    actions.publish_version(draft, by=by)
