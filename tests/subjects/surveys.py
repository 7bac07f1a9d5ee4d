"""A survey that is told to the family of Luis, one that is open, and a draft."""

from kindling.schools.viewer import Viewer
from kindling.surveys import actions
from kindling.surveys.tests.surveying import announced, draft, invitation


def add(maker) -> None:
    cast = maker.cast
    today = cast.school.today()
    told, survey = announced(cast), draft(cast)
    plain = announced(cast, topic="", opens_on=today, closes_on=today)
    actions.mind_surveys(by=Viewer.system(cast.school))
    maker.ids |= {
        "surveys/<slug:public_id>": survey.public_id,
        "surveys/<slug:key>": survey.questions.get().public_id,
        "surveys/<slug:asked>": invitation(cast, plain).public_id,
        "surveys/<slug:told>": invitation(cast, told).public_id,
    }
