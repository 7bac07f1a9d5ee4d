from kindling.plans.models.covers import CoverAnswer, CoverSheet, Voice
from kindling.plans.models.items import ItemGoal, ItemSupport, PlanItem
from kindling.plans.models.plans import Party, Plan, PlanRules
from kindling.plans.models.remarks import Remark
from kindling.plans.models.suggestions import Suggestion
from kindling.plans.models.versions import Signature, Signer, Version

__all__ = [
    "CoverAnswer",
    "CoverSheet",
    "ItemGoal",
    "ItemSupport",
    "Party",
    "Plan",
    "PlanItem",
    "PlanRules",
    "Remark",
    "Signature",
    "Signer",
    "Suggestion",
    "Version",
    "Voice",
]
