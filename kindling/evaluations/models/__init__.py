from kindling.evaluations.models.endorsement import SkillEndorsement
from kindling.evaluations.models.evaluation import Evaluation, Rating
from kindling.evaluations.models.settings import EvaluationChoice

__all__ = ["Evaluation", "EvaluationChoice", "Rating", "SkillEndorsement"]
