"""Switch it on, choose assessors, say one's words, open them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.goals.models import Level
from kindling.goals.queries import current_goals
from kindling.history.steps import record, take_step
from kindling.judgements.rules import may_moderate
from kindling.kit.http import Refused, require
from kindling.moderation.frames import BY_KEY
from kindling.moderation.models import Assessor, FrameWord, Profile, ProfileChoice
from kindling.moderation.rules import profiles as rules
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

type Word = tuple[Level | None, str]
SEVERAL = 2


@transaction.atomic
def choose_profiles(*, is_on: bool, fewest: int, by: Viewer) -> None:
    """Let students prepare profiles, with at least so many assessors."""
    require(may_moderate(by))
    facts = {"is_on": is_on, "fewest": fewest}
    choice, _new = ProfileChoice.objects.update_or_create(school=by.school, defaults=facts)
    record("profile.choose", choice, by=by, **facts)


@transaction.atomic
def begin_profile(student: Student, people: Sequence[Person], *, by: Viewer) -> Profile:
    """A student asks adults who know them. Refused with too few, and a second time."""
    require(rules.may_begin_profile(by, student))
    _refuse_few(people, by)
    goal = next((one for one in current_goals(by.school) if one.framework.scale_id), None)
    if goal is None or goal.framework.scale is None:
        raise Refused(_("Your school has not said how far one can come with it."))
    try:
        with transaction.atomic():
            made: Profile = Profile.objects.create(
                school=by.school, student=student, scale=goal.framework.scale,
                begun_at=by.school.now(),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("You have begun one already.")) from None
    Assessor.objects.bulk_create(
        Assessor(school=by.school, profile=made, person=one) for one in people
    )
    record("profile.begin", made, by=by, assessors=len(people))
    return made


def _refuse_few(people: Sequence[Person], by: Viewer) -> None:
    least = rules.choice_of(by.school).fewest
    if len({one.pk for one in people}) < least:
        told = ngettext("Choose at least %(num)s adult.", "Choose at least %(num)s adults.", least)
        raise Refused(told % {"num": least})
    known = rules.people_to_choose(by.school).filter(pk__in=[one.pk for one in people])
    require(known.count() == len({one.pk for one in people}))


@transaction.atomic
def say_frames(profile: Profile, said: Mapping[str, Word], *, by: Viewer) -> None:
    """Say one's own words, once. The last of all opens them."""
    require(rules.may_say(by, profile))
    _hold(profile)
    if profile.state != Profile.State.JUDGING:
        raise Refused(_("All words are open already. Nothing is added now."))
    if FrameWord.objects.filter(profile=profile, by=by.person).exists():
        raise Refused(_("You said yours already. What you said then counts."))
    require(all(level is None or level.scale_id == profile.scale_id for level, _w in said.values()))
    FrameWord.objects.bulk_create(
        FrameWord(
            school=by.school, profile=profile, frame=key, by=by.person, level=level, words=words,
            at=by.school.now(),
        )
        for key, (level, words) in said.items()
        if key in BY_KEY
    )  # fmt: skip
    Assessor.objects.filter(profile=profile, person=by.person).update(done_at=by.school.now())
    record("profile.say", profile, by=by)
    if _all_in(profile):
        take_step(profile, "open", by=by, opened_at=by.school.now())


def _all_in(profile: Profile) -> bool:
    """The student and at least two assessors have spoken, and nobody is still asked."""
    own = FrameWord.objects.filter(profile=profile, by=profile.student.person_id)
    rows = Assessor.objects.filter(profile=profile)
    done = rows.filter(done_at__isnull=False).count()
    waiting = rows.filter(done_at=None, declined_at=None)
    return own.exists() and done >= SEVERAL and not waiting.exists()


@transaction.atomic
def decline_profile(profile: Profile, *, by: Viewer) -> None:
    """An assessor says no. Were they the last to be heard, all words open."""
    require(rules.may_say(by, profile))
    _hold(profile)
    mine = Assessor.objects.filter(
        profile=profile, person=by.person, done_at=None, declined_at=None
    )  # fmt: skip
    if not mine.update(declined_at=by.school.now()):
        raise Refused(_("You said yours already. What you said then counts."))
    record("profile.decline", profile, by=by)
    if profile.state == Profile.State.JUDGING and _all_in(profile):
        take_step(profile, "open", by=by, opened_at=by.school.now())


@transaction.atomic
def open_profile(profile: Profile, *, by: Viewer) -> None:
    """Open the words without those that are missing. Refused with fewer than two assessors."""
    require(rules.may_open_profile(by, profile))
    _hold(profile)
    done = Assessor.objects.filter(profile=profile, done_at__isnull=False).count()
    if done < SEVERAL:
        raise Refused(_("One adult’s word is not enough. Wait for a second one."))
    take_step(profile, "open", by=by, opened_at=by.school.now())


def _hold(profile: Profile) -> None:
    """One at a time: the last two speak one after the other."""
    profile.state = Profile.objects.select_for_update().get(pk=profile.pk).state
