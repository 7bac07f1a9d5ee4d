"""Addresses below /<school>/plans/."""

from django.urls import path

from kindling.plans.views import back, covers, items, paper, plans, signing, suggestions

app_name = "plans"

urlpatterns = [
    path("", plans.plan_list, name="plans"),
    path("settings/", plans.settings, name="settings"),
    path("start/<slug:public_id>/", plans.start, name="start"),
    path("items/<slug:public_id>/", items.item_detail, name="item"),
    path("items/<slug:public_id>/save/", items.save, name="save_item"),
    path("items/<slug:public_id>/dates/", items.set_dates, name="dates"),
    path("items/<slug:public_id>/goals/", items.set_goals, name="goals"),
    path("items/<slug:public_id>/links/", items.set_links, name="links"),
    path("items/<slug:public_id>/progress/", items.mark, name="mark"),
    path("items/<slug:public_id>/move/", items.move, name="move"),
    path("versions/<slug:public_id>/", signing.version_detail, name="version"),
    path("versions/<slug:public_id>/paper/", paper.version_paper, name="version_paper"),
    path("versions/<slug:public_id>/withdraw/", signing.withdraw, name="withdraw"),
    path("cover/<slug:public_id>/", covers.cover, name="cover"),
    path("cover/<slug:public_id>/save/", covers.save, name="save_cover"),
    path("cover/<slug:public_id>/hand-in/", covers.hand_in, name="hand_in_cover"),
    path("cover/<slug:public_id>/ask/", covers.ask, name="ask_family"),
    path("suggested/<slug:public_id>/", suggestions.suggestions, name="suggestions"),
    path("suggestions/<slug:public_id>/accept/", suggestions.accept, name="accept"),
    path("suggestions/<slug:public_id>/decline/", suggestions.decline, name="decline"),
    path("<slug:public_id>/", plans.plan_detail, name="plan"),
    path("<slug:public_id>/paper/", paper.plan_paper, name="paper"),
    path("<slug:public_id>/save/", plans.save, name="save"),
    path("<slug:public_id>/add/", plans.add_item, name="add_item"),
    path("<slug:public_id>/propose/", plans.propose, name="propose"),
    path("<slug:public_id>/ask/", plans.ask, name="ask"),
    path("<slug:public_id>/share/", plans.share, name="share"),
    path("<slug:public_id>/change/", plans.change, name="change"),
    path("<slug:public_id>/give-up/", plans.give_up, name="give_up"),
    path("<slug:public_id>/remark/", plans.remark, name="remark"),
    path("<slug:public_id>/carry/", plans.carry, name="carry"),
    path("<slug:public_id>/sign/", signing.sign, name="sign"),
    path("<slug:public_id>/room/", signing.room, name="room"),
    path("<slug:public_id>/back/", back.look_back, name="back"),
    path("<slug:public_id>/back/save/", back.save, name="save_back"),
    path("<slug:public_id>/back/hand-in/", back.hand_in, name="hand_in_back"),
    path("<slug:public_id>/exhibit/", back.exhibit, name="exhibit"),
    path("<slug:public_id>/close/", back.close, name="close"),
]
