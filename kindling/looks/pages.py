"""Which page opens what of whose record: the address's name → the part, and the row its id names.

Lists of many students stand nowhere here: they tell of nobody in particular. What keeps a book of
its own, shown to who may know (worries, support, own notes, home visits, journals), neither.
"""

from __future__ import annotations

from kindling.looks.models import What

STUDENT = "people.Student"


def _all(what: What, model: str, *names: str) -> dict[str, tuple[What, str]]:
    return dict.fromkeys(names, (what, model))


PAGES: dict[str, tuple[What, str]] = {
    **_all(What.PAGE, STUDENT, "people:student"),
    **_all(What.PAGE, "schools.Person", "enrollment:person"),
    **_all(What.PAGE, "rights.RecordsItem", "rights:item"),
    **_all(What.CARE, STUDENT, "care:notes"),
    # Days and places
    **_all(What.DAYS, STUDENT, "attendance:hours", "records:student", "requirements:student"),
    **_all(What.DAYS, STUDENT, "clearance:pair"),
    **_all(What.DAYS, "placements.Placement", "attendance:for", "placements:detail"),
    **_all(What.DAYS, "placements.Pursuit", "placements:pursuit"),
    **_all(What.DAYS, "attendance.Day", "attendance:day"),
    **_all(What.DAYS, "absences.Report", "absences:report"),
    **_all(What.DAYS, "ladder.Alarm", "ladder:alarm"),
    **_all(What.DAYS, "clearance.Proof", "clearance:proof", "clearance:file"),
    **_all(What.DAYS, "agreements.Agreement", "agreements:agreement", "agreements:paper"),
    **_all(What.DAYS, "visits.Visit", "visits:visit"),
    # Plan
    **_all(What.PLAN, STUDENT, "interests:for", "goals:for", "exploring:student"),
    **_all(What.PLAN, STUDENT, "courses:student", "ale:student", "plans:suggestions"),
    **_all(What.PLAN, "plans.Plan", "plans:plan", "plans:paper"),
    **_all(What.PLAN, "plans.PlanItem", "plans:item"),
    **_all(What.PLAN, "plans.Version", "plans:version", "plans:version_paper"),
    **_all(What.PLAN, "plans.CoverSheet", "plans:cover"),
    **_all(What.PLAN, "goals.OwnGoal", "goals:own_goal"),
    **_all(What.PLAN, "projects.Project", "projects:project", "projects:proposal"),
    **_all(What.PLAN, "projects.Draft", "projects:draft"),
    **_all(What.PLAN, "meetings.Meeting", "meetings:meeting"),
    **_all(What.PLAN, "handover.Letter", "handover:letter"),
    # Work
    **_all(What.WORK, STUDENT, "evidence:student", "judgements:for", "judgements:story"),
    **_all(What.WORK, "evidence.Evidence", "evidence:piece", "evidence:file"),
    **_all(What.WORK, "portfolio.ShowPage", "portfolio:page"),
    **_all(What.WORK, "exhibitions.Exhibition", "exhibitions:exhibition"),
    **_all(What.WORK, "exhibitions.Exhibition", "exhibitions:materials"),
    **_all(What.WORK, "panels.Panel", "panels:panel", "panels:record", "panels:sheet"),
    **_all(What.WORK, "judgements.Judgement", "judgements:judgement"),
    **_all(What.WORK, "evaluations.Evaluation", "evaluations:evaluation"),
    # Words of the school
    **_all(What.WORDS, STUDENT, "narratives:of", "transcripts:for", "transcripts:draft"),
    **_all(What.WORDS, STUDENT, "credits:for", "credentials:for", "gateways:student"),
    **_all(What.WORDS, "narratives.Narrative", "narratives:narrative", "narratives:pdf"),
    **_all(What.WORDS, "transcripts.Transcript", "transcripts:transcript", "transcripts:paper"),
    **_all(What.WORDS, "credentials.Credential", "credentials:credential"),
    **_all(What.WORDS, "gateways.Gateway", "gateways:gateway"),
    **_all(What.WORDS, "gateways.Thesis", "gateways:thesis"),
    **_all(What.WORDS, "gateways.AfterPlan", "gateways:after"),
    # Programs of staff
    **_all(What.PAGE, STUDENT, "api:get_student"),
    **_all(What.DAYS, STUDENT, "api:get_year", "api:get_progress", "api:get_checklist"),
    **_all(What.DAYS, "placements.Placement", "api:get_placement"),
    **_all(What.DAYS, "placements.Pursuit", "api:get_pursuit"),
    **_all(What.DAYS, "attendance.Day", "api:get_day"),
    **_all(What.DAYS, "absences.Report", "api:get_report"),
    **_all(What.DAYS, "ladder.Alarm", "api:get_alarm"),
    **_all(What.DAYS, "agreements.Agreement", "api:get_agreement"),
}
