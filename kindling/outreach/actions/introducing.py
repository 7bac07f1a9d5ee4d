"""Before a school calls a site of another one it asks; after a yes it may take the site over.

Each school writes its own rows only: `record` would refuse anything else.
"""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.outreach import rules
from kindling.outreach.actions.contacts import log_contact
from kindling.outreach.models import Contact, Introduction, IntroductionAnswer, SharedSite
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.sites.actions import (
    add_opportunity,
    add_organisation,
    add_site,
    pause_opportunity,
)
from kindling.sites.models import Opportunity, Organisation, Site
from kindling.ui.format import day

ANSWER_DAYS = 14
REST_DAYS = 90  # after a no
Standing = Introduction.Standing
COPIED = ("address", "city", "postal_code", "phone", "languages", "access", "latitude", "longitude")
OFFERED = ("what", "days", "starts_at", "ends_at", "capacity", "min_age", "bring", "wear")


@transaction.atomic
def ask_introduction(shared: SharedSite, why: str, *, by: Viewer) -> Introduction:
    """Ask the school that knows the site. Raises Refused while a question is open or was refused."""
    require(rules.visible_theirs(by).filter(pk=shared.pk).exists())
    if not why.strip():
        raise Refused(_("Say for whom and why. The other school reads it."))
    today, asker = by.school.today(), _person(by)
    School.objects.select_for_update().get(pk=by.school.pk)  # a double tap makes one row
    _close_old(shared, by=by)
    asked, made = Introduction.objects.get_or_create(
        school=by.school, shared=shared, is_live=True,
        defaults={
            "by": asker, "why": why.strip(), "asked_on": today,
            "until_on": today + timedelta(days=ANSWER_DAYS),
        },
    )  # fmt: skip
    if made:
        record("introduction.ask", asked, by=by)
        _tell(shared.school, "outreach/asked", asked)
    return asked


def _close_old(shared: SharedSite, *, by: Viewer) -> None:
    """Make room for a new question where the last one is over; a no rests for a while."""
    today = by.school.today()
    live = Introduction.objects.filter(school=by.school, shared=shared, is_live=True)
    for asked in live.select_related("shared__site", "answer"):
        standing = asked.standing(today)
        if standing == Standing.TAKEN:
            raise Refused(_("You have taken this site over already."))
        if standing == Standing.NO and (again := asked.answer.on + timedelta(REST_DAYS)) > today:
            raise Refused(_("They said no. You can ask again from %(day)s.") % {"day": day(again)})
        if standing not in (Standing.WAITING, Standing.YES):
            Introduction.objects.filter(pk=asked.pk).update(is_live=False)


@transaction.atomic
def withdraw_introduction(asked: Introduction, *, by: Viewer) -> None:
    """Take the question back; a site that was taken over stays."""
    require(rules.may_introduce(by) and asked.school_id == by.school.pk)
    rows = Introduction.objects.filter(pk=asked.pk, is_live=True, taken_on__isnull=True)
    if not rows.update(is_live=False, withdrawn_on=by.school.today()):
        raise Refused(_("This is over already."))
    record("introduction.withdraw", asked, by=by)


@transaction.atomic
def answer_introduction(
    asked: Introduction, *, is_yes: bool, words: str = "", by: Viewer
) -> IntroductionAnswer:
    """Say yes or no for the school that knows the site. Raises Refused when it is over."""
    require(rules.may_answer(by, asked))
    if asked.standing(asked.school.today()) != Standing.WAITING:
        raise Refused(_("This is answered or over already."))
    facts = {"by": _person(by), "is_yes": is_yes, "words": words.strip()}
    answer, made = IntroductionAnswer.objects.get_or_create(
        introduction=asked,
        defaults={**facts, "school": by.school, "on": by.school.today()},
    )
    if not made:
        raise Refused(_("This is answered or over already."))
    asked.answer = answer
    record("introduction.answer", answer, by=by, is_yes=is_yes)
    _tell(asked.school, "outreach/answered", asked)
    return answer


@transaction.atomic
def take_over(asked: Introduction, *, by: Viewer) -> Site:
    """Copy the site and what is open there to this school; where it came from stays with it.

    Neither mentors nor notes nor students come along. Its places are paused until somebody of this
    school has been in touch, which is the first next step. Raises Refused without a yes that holds.
    """
    require(rules.may_introduce(by) and asked.school_id == by.school.pk)
    if asked.standing(by.school.today()) != Standing.YES:
        raise Refused(_("There is no yes that holds. Ask the other school again."))
    rows = Introduction.objects.filter(pk=asked.pk, taken_on__isnull=True, is_live=True)
    if not rows.update(taken_on=by.school.today()):
        raise Refused(_("You have taken this site over already."))
    theirs = asked.shared.site
    site = add_site(
        _organisation(theirs, by=by), by=by, name=theirs.name,
        **{name: getattr(theirs, name) for name in COPIED},
    )  # fmt: skip
    for place in theirs.opportunities.filter(state=Opportunity.State.OPEN).order_by("pk"):
        areas = list(place.areas.order_by("pk").values_list("area", flat=True))
        facts = {name: getattr(place, name) for name in OFFERED}
        copy = add_opportunity(site, by=by, title=place.title, areas=areas, **facts)
        pause_opportunity(copy, by=by)  # nobody has talked with them yet
    Introduction.objects.filter(pk=asked.pk).update(site=site)
    asked.site, asked.taken_on = site, by.school.today()
    log_contact(
        site, how=Contact.How.MET, said=asked.answer.words, next_step=_("Get in touch"), by=by,
        next_on=by.school.today(),
    )  # fmt: skip
    record("introduction.take_over", asked, by=by, site=site.public_id)
    return site


def _organisation(theirs: Site, *, by: Viewer) -> Organisation:
    """Ours of the same name, or a new one."""
    name = theirs.organisation.name
    ours = Organisation.objects.filter(school=by.school, name__iexact=name).order_by("pk").first()
    return ours.standing if ours else add_organisation(by=by, name=name)


def _person(by: Viewer) -> Person:
    if by.person is None:
        raise PermissionDenied
    return by.person


def _tell(school: School, kind: str, asked: Introduction) -> None:
    """Tell the coordinators (else the principals) of one of the two schools, in its own name."""
    system = Viewer.system(school)
    with inside(school):
        link = _asked_url(asked, school)
    notify_many(rules.readers(system), kind, {"asked": asked}, by=system, url=link)


def _asked_url(asked: Introduction, school: School) -> str:
    """Where this school reads it: its own questions, or those of others."""
    shown = "ours" if asked.school_id == school.pk else "asked"
    return f"{url('outreach:network')}?show={shown}"
