"""What the page of a profile shows: six frames, who said what, and what was agreed besides."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.goals.models import Level
from kindling.judgements.models import Judgement
from kindling.moderation.frames import FRAMES, Frame, middle
from kindling.moderation.models import Assessor, FrameWord, Profile
from kindling.moderation.rules import profiles as rules
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class FrameRow:
    """One frame: the student's word, the assessors', the level they point to together."""

    frame: Frame
    own: FrameWord | None
    words: tuple[FrameWord, ...]
    middle: Level | None
    lowest: Level | None
    highest: Level | None
    agreed: tuple[Judgement, ...]


@dataclass(frozen=True)
class ProfilePage:
    profile: Profile
    rows: tuple[FrameRow, ...]
    assessors: tuple[Assessor, ...]
    levels: tuple[Level, ...]
    may_say: bool
    may_decline: bool
    may_open: bool
    is_own: bool


def profile_page(viewer: Viewer, profile: Profile) -> ProfilePage:
    """Read a profile: eight statements at most."""
    words, own = list(rules.words_in(viewer, profile)), profile.student.person_id
    agreed = list(rules.agreed_of(viewer, profile))
    is_judging = profile.state == Profile.State.JUDGING
    mine = any(word.by_id == viewer.person_id for word in words)
    may_say = is_judging and not mine and rules.may_say(viewer, profile)
    return ProfilePage(
        profile=profile,
        rows=tuple(_row(frame, words, own, agreed) for frame in FRAMES),
        assessors=tuple(rules.assessors_of(profile)),
        levels=tuple(profile.scale.levels.order_by("position")),
        may_say=may_say,
        may_decline=may_say and own != viewer.person_id,
        may_open=is_judging and rules.may_open_profile(viewer, profile),
        is_own=own == viewer.person_id,
    )


def _row(
    frame: Frame, words: list[FrameWord], own: int, agreed: list[Judgement]
) -> FrameRow:  # fmt: skip
    here = [word for word in words if word.frame == frame.key]
    others = [word for word in here if word.by_id != own]
    levels = {word.level.position: word.level for word in others if word.level}
    positions = [word.level.position for word in others if word.level]
    together = middle(positions)
    return FrameRow(
        frame=frame,
        own=next((word for word in here if word.by_id == own), None),
        words=tuple(others),
        middle=levels[together] if together is not None else None,
        lowest=levels[min(levels)] if levels else None,
        highest=levels[max(levels)] if levels else None,
        agreed=tuple(one for one in agreed if one.goal.code.startswith(frame.code)),
    )
