"""What a credential will say, taken down from the school's own books."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.credentials import rules
from kindling.credentials.documents.telling import Aligned, Facts, Rung, Shown
from kindling.credentials.models import Endorsement
from kindling.evaluations.rules import endorsed_at
from kindling.goals.models import Goal
from kindling.judgements.models import Judgement
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import School


def of_internship(placement: Placement, minutes: int, words: Endorsement | None) -> Facts:
    """Hours, place and time, and what mentors say and stand behind, in their words."""
    place = {"title": placement.opportunity.title, "place": placement.site.name}
    shown = [Shown(_("Hours at the place"), _hours(minutes), "Hours")]
    skills: tuple[str, ...] = ()
    if words is not None and words.state == Endorsement.State.GIVEN:
        who = {"name": words.mentor.name, "place": placement.site.name}
        by = _("In the words of %(name)s, mentor at %(place)s") % who
        shown.append(Shown(by, words.words, "Endorsement"))
        skills = tuple(words.skills)
    stood_behind = list(endorsed_at(placement))
    for one in stood_behind:
        who = {"name": one.mentor.name, "skill": one.skill}
        shown.append(Shown(_("%(skill)s, endorsed by %(name)s") % who, one.words, "Endorsement"))
    skills += tuple(one.skill for one in stood_behind if one.skill not in skills)
    return Facts(
        key=f"{placement.school.public_id}/place/{placement.opportunity.public_id}",
        title=_("Internship: %(title)s at %(place)s") % place,
        kind="Fieldwork",
        about=placement.opportunity.what or placement.opportunity.title,
        criteria=_("Days at the place that the mentor or the school confirmed."),
        language=placement.school.language,
        began=placement.starts_on.isoformat(),
        ended=placement.ends_on.isoformat() if placement.ends_on else "",
        role=placement.opportunity.title,
        minutes=minutes,
        skills=skills,
        shown=tuple(shown),
    )


def of_competency(judgement: Judgement) -> Facts:
    """A goal, the level that was awarded among all levels, and what it rests on."""
    goal, school = judgement.goal, judgement.school
    scale, meaning = goal.framework.scale, rules.meanings_of(judgement)
    rungs = [
        Rung(one.label, meaning.get(one.pk, one.text), one.pk == judgement.level_id)
        for one in (scale.levels.order_by("position") if scale else [])
    ]
    return Facts(
        key=f"{school.public_id}/goal/{goal.identifier}",
        title=goal.title,
        kind="Competency",
        about=goal.text or goal.question or goal.title,
        criteria=next((one.text for one in rungs if one.reached and one.text), goal.title),
        language=goal.framework.language,
        ended=judgement.closed_on.isoformat() if judgement.closed_on else "",
        aligned=(_aligned(goal, school),),
        scale=scale.name if scale else "",
        rungs=tuple(rungs),
        shown=(Shown(_("How it was judged"), _judged(judgement), "Judgement"),),
    )


def of_graduation(student: Student) -> Facts:
    """That somebody finished school, when, and the hours they learned outside it."""
    school = student.school
    minutes = rules.confirmed_minutes(Q(student=student))
    told = {"school": school.name}
    return Facts(
        key=f"{school.public_id}/graduation",
        title=_("Graduated from %(school)s") % told,
        kind="SecondarySchoolDiploma",
        about=_("Finished school at %(school)s.") % told,
        criteria=_("Everything the school asks before somebody graduates."),
        language=school.language,
        began=student.enrolled_on.isoformat(),
        ended=student.left_on.isoformat() if student.left_on else "",
        minutes=minutes,
        shown=(Shown(_("Hours at the place"), _hours(minutes), "Hours"),) if minutes else (),
    )


def _hours(minutes: int) -> str:
    told = ngettext("%(num)s confirmed hour", "%(num)s confirmed hours", minutes // 60)
    return told % {"num": minutes // 60}


def _judged(judgement: Judgement) -> str:
    pieces = rules.kept_pieces(judgement.pk).count()
    told = ngettext(
        "It rests on %(num)s piece of evidence, kept at the school.",
        "It rests on %(num)s pieces of evidence, kept at the school.",
        pieces,
    ) % {"num": pieces}
    if not rules.is_judged_twice(judgement):
        return told
    return "\n".join([told, _("Two adults judged it, the second without reading the first.")])


def _aligned(goal: Goal, school: School) -> Aligned:
    """The goal as CASE knows it: its own address, or ours."""
    ours = f"{settings.BASE_URL}/{school.slug}/api/v1/case/CFItems/{goal.identifier}/"
    return Aligned(goal.title, goal.uri or ours, goal.code, goal.framework.title)
