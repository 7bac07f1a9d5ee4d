"""Who was, is and will be asked for a yes; and what was declared before it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.placements import rules
from kindling.placements.models import Approval, Pursuit, Tie
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

ICONS = {
    Approval.State.YES: "check",
    Approval.State.NO: "circle-slash",
    Approval.State.ASKED: "hourglass",
}


@dataclass(frozen=True)
class ChainPart:
    """Everybody's turn, the one that waits, and what this viewer may say."""

    approvals: list[Approval]
    asked: Approval | None
    may_agree: bool
    may_stand_in: bool
    ties: list[Tie]
    may_declare: bool
    may_settle: bool

    @property
    def waits_for_tie(self) -> bool:
        """Nobody says yes before the coordinator has decided."""
        return any(tie.state == Tie.State.DECLARED for tie in self.ties)


def chain_part(viewer: Viewer, pursuit: Pursuit, roles: frozenset[Role]) -> ChainPart:
    """Return turns and ties of a pursuit, for somebody in these roles. Two statements."""
    approvals = list(rules.approvals_of(pursuit))
    asked = next((one for one in approvals if one.state == Approval.State.ASKED), None)
    is_under_way = pursuit.state in Pursuit.UNDER_WAY
    outside = asked is not None and asked.role in (Role.GUARDIAN, Role.MENTOR)
    speaks = bool(roles) or viewer.is_leader
    return ChainPart(
        approvals=approvals,
        asked=asked,
        may_agree=asked is not None and asked.role in roles,
        may_stand_in=outside and Role.COORDINATOR in roles,
        ties=list(rules.ties_of(pursuit)),
        may_declare=is_under_way and speaks,
        may_settle=Role.COORDINATOR in roles and Role.GUARDIAN not in roles,
    )


def asked_of(pursuit: Pursuit) -> str:
    """Say who has it now."""
    sentences = {
        Role.ADVISOR: _("The advisor is asked for a yes now."),
        Role.COORDINATOR: _("The coordinator is asked for a yes now."),
        Role.GUARDIAN: _("The family is asked for a yes now."),
        Role.MENTOR: _("The mentor is asked for a yes now."),
    }
    return sentences[Role(pursuit.holder)]
