"""Addresses below /<school>/moderation/."""

from django.urls import path

from kindling.moderation.views import exemplars, profiles, sittings

app_name = "moderation"

urlpatterns = [
    path("", sittings.sittings, name="sittings"),
    path("draw/", sittings.draw, name="draw"),
    path("sittings/<slug:public_id>/", sittings.sitting, name="sitting"),
    path("sittings/<slug:public_id>/open/", sittings.open_sitting, name="open"),
    path("sittings/<slug:public_id>/record/", sittings.record_sitting, name="record"),
    path("sampled/<slug:public_id>/", sittings.sampled, name="sampled"),
    path("sampled/<slug:public_id>/mark/", sittings.mark, name="mark"),
    path("sampled/<slug:public_id>/settle/", sittings.settle, name="settle"),
    path("sampled/<slug:public_id>/answer/", sittings.answer, name="answer"),
    path("sampled/<slug:public_id>/pieces/<slug:piece_id>/", sittings.piece, name="piece"),
    path("examples/", exemplars.examples, name="examples"),
    path("examples/goals/<slug:public_id>/", exemplars.examples_of, name="examples_of"),
    path("examples/ask/<slug:public_id>/<slug:piece_id>/", exemplars.ask, name="ask"),
    path("examples/<slug:public_id>/", exemplars.example, name="example"),
    path("examples/<slug:public_id>/photo/", exemplars.photo, name="photo"),
    path("examples/<slug:public_id>/<slug:word>/", exemplars.answer, name="answer_example"),
    path("profiles/", profiles.profiles, name="profiles"),
    path("profiles/settings/", profiles.choose, name="choose_profiles"),
    path("profiles/begin/", profiles.begin, name="begin_profile"),
    path("profiles/<slug:public_id>/", profiles.profile, name="profile"),
    path("profiles/<slug:public_id>/say/", profiles.say, name="say_frames"),
    path("profiles/<slug:public_id>/no/", profiles.decline, name="decline_profile"),
    path("profiles/<slug:public_id>/open/", profiles.open_words, name="open_profile"),
]
