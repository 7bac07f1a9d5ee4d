"""Every row belongs to a school, or says why not."""

from django.apps import apps

from kindling.schools.models import SchoolOwned

GLOBAL = {
    "accounts.User": "one person, many schools",
    "accounts.Session": "belongs to a user",
    "accounts.SignInLink": "belongs to a user",
    "accounts.AccountEvent": "what happened to a user, who may be in many schools",
    "accounts.SignInSheet": "belongs to a user",
    "accounts.Token": "belongs to a user; names its school by id",
    "chores.Chore": "work by the clock, for the whole installation",
    "schools.Installation": "the mark of the database",
    "schools.Network": "holds schools",
    "network.NetworkHat": "works for a network, and opens no school",
    "schools.School": "the tenant itself",
    "schools.SchoolYear": "its school is its parent",
    "notices.PushDevice": "a browser in which a user is signed in",
    "notices.Outage": "a gateway of the whole installation",
    "notices.AskCount": "counts over all schools of a network, without saying whom",
    "texts.Text": "a stranger's message belongs to no school",
    "letterbox.Mail": "a stranger's mail belongs to no school",
    "search.Passage": "what is done at a place, not where; kept by its words, for all schools",
    "search.Shelf": "narrow; its key is its school",
    "history.Event": "outlives its subject; has its own school",
    "roll.Mark": "ten million narrow rows; its student has the school",
    "roll.MonthSum": "narrow too; has its own school, and no id that people see",
    "roll.SchoolMonth": "additions to a school's month, folded by the clock; has its own school",
}


def test_every_model_belongs_to_a_school_or_says_why_not():
    ours = [m for m in apps.get_models() if m.__module__.startswith("kindling.")]

    unowned = {m._meta.label for m in ours if not issubclass(m, SchoolOwned)}

    assert unowned == set(GLOBAL)
