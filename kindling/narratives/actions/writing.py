"""Words of a narrative, heading by heading; what they rest on; what they speak of."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, Sum
from django.utils.translation import gettext as _

from kindling.goals.models import Goal
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.locking import lock_open
from kindling.narratives.models import (
    Citation,
    Idea,
    Mention,
    Narrative,
    NarrativeRound,
    Part,
    Section,
    Voice,
)
from kindling.narratives.sources import Source
from kindling.narratives.words import count_words
from kindling.schools.viewer import Viewer

State = Narrative.State
MOST_IDEAS = 12
MOST_CITED = 200


@transaction.atomic
def write_part(
    narrative: Narrative, section: Section, voice: str, text: str, *, base: str, by: Viewer
) -> Clash | None:
    """Save the words of one voice below one heading; a Clash when somebody was faster.

    The advisor's first word begins the narrative, also before the student handed theirs in.
    """
    require(rules.may_write(by, narrative, voice) and section.round_id == narrative.round_id)
    narrative = lock_open(narrative, voice)
    part, _made = Part.objects.get_or_create(
        narrative=narrative, section=section, voice=voice, defaults={"school": by.school}
    )
    clash = save_field(part, "text", text, base=base, words=count_words(text))
    if clash is None:
        _recount(narrative, voice, by=by)
        record_writing("narrative.write", narrative, by=by, section=section.number, voice=voice)
    return clash


def _recount(narrative: Narrative, voice: str, *, by: Viewer) -> None:
    words = Part.objects.filter(narrative=narrative, voice=voice).aggregate(n=Sum("words"))["n"]
    facts = {f"{voice}_words": words or 0, "changed_at": by.school.now()}
    if voice == Voice.ADVISOR:
        facts["advisor"] = by.person
        if narrative.state == State.DUE and words:
            take_step(narrative, "begin", by=by)
    Narrative.objects.filter(pk=narrative.pk).update(**facts)


@transaction.atomic
def hand_in_words(narrative: Narrative, *, by: Viewer) -> None:
    """The student is done: from now on the advisor reads their words."""
    require(rules.may_write(by, narrative, Voice.STUDENT))
    narrative = lock_open(narrative, Voice.STUDENT)
    if not narrative.student_words:
        raise Refused(_("Write something first. One sentence is enough."))
    narrative.student_done_at = by.school.now()
    narrative.save(update_fields=["student_done_at"])
    record("narrative.hand_in_words", narrative, by=by)
    if narrative.state == State.DUE:
        take_step(narrative, "begin", by=by)


@transaction.atomic
def take_words_back(narrative: Narrative, *, by: Viewer) -> None:
    """The student writes on, while nobody but the advisor has read."""
    require(rules.may_write(by, narrative, Voice.STUDENT))
    rows = Narrative.objects.filter(
        pk=narrative.pk, state__in=Narrative.WRITING, student_done_at__isnull=False,
        round__state=NarrativeRound.State.OPEN,
    )  # fmt: skip
    if not rows.update(student_done_at=None):
        raise Refused(_("It is being read already. Tell your advisor what you want to change."))
    record("narrative.take_words_back", narrative, by=by)


@transaction.atomic
def cite(narrative: Narrative, source: Source, *, by: Viewer) -> Citation:
    """Give something its number in this narrative, once; the text names it as [number]."""
    require(rules.may_write(by, narrative, Voice.ADVISOR))
    lock_open(narrative, Voice.ADVISOR)
    there = Citation.objects.filter(narrative=narrative)
    found = there.filter(source=source.key).first()
    if found is not None:
        return found
    last = there.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_CITED:
        raise Refused(_("Two hundred are enough. Choose what shows it best."))
    made: Citation = Citation.objects.create(
        school=by.school, narrative=narrative, number=last + 1, source=source.key,
        label=source.label[:300], url=source.url, goals=list(source.goals), by=by.person,
    )  # fmt: skip
    record("narrative.cite", narrative, by=by, number=made.number, source=source.key)
    return made


@transaction.atomic
def mention_goals(narrative: Narrative, goals: list[Goal], *, by: Viewer) -> None:
    """Say which goals this narrative speaks of."""
    require(rules.may_write(by, narrative, Voice.ADVISOR))
    lock_open(narrative, Voice.ADVISOR)
    there = Mention.objects.filter(narrative=narrative)
    there.exclude(goal__in=goals).delete()
    Mention.objects.bulk_create(
        [Mention(school=by.school, narrative=narrative, goal=one) for one in goals],
        ignore_conflicts=True,
    )
    record("narrative.mention_goals", narrative, by=by, count=len(goals))


@transaction.atomic
def add_idea(narrative: Narrative, words: str, *, by: Viewer) -> Idea:
    """Suggest a change for the next plan. The student gets it with the release."""
    require(rules.may_write(by, narrative, Voice.ADVISOR))
    lock_open(narrative, Voice.ADVISOR)
    there = Idea.objects.filter(narrative=narrative)
    if there.count() >= MOST_IDEAS:
        raise Refused(_("A dozen is enough. Take one away first."))
    idea, made = Idea.objects.get_or_create(
        narrative=narrative, words=words.strip(), defaults={"school": by.school, "by": by.person}
    )
    if made:
        record("narrative.add_idea", narrative, by=by)
    return idea


@transaction.atomic
def remove_idea(idea: Idea, *, by: Viewer) -> None:
    """Take a suggestion away that nobody has yet."""
    require(rules.may_write(by, idea.narrative, Voice.ADVISOR))
    lock_open(idea.narrative, Voice.ADVISOR)
    if not Idea.objects.filter(pk=idea.pk, given_at=None).delete()[0]:
        raise Refused(_("The student has this suggestion already."))
    record("narrative.remove_idea", idea.narrative, by=by)
