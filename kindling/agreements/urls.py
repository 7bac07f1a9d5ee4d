from django.urls import path

from kindling.agreements.views import agreements, board, mine, templates

app_name = "agreements"

urlpatterns = [
    path("", board.board, name="board"),
    path("all/", board.all_agreements, name="all"),
    path("remind/", board.remind, name="remind"),
    path("make/", agreements.make, name="make"),
    path("mine/", mine.mine, name="mine"),
    path("mine/<slug:public_id>/", mine.sign, name="sign"),
    path("templates/", templates.template_list, name="templates"),
    path("templates/add/", templates.add, name="add_template"),
    path("templates/<slug:public_id>/", templates.template_detail, name="template"),
    path("templates/<slug:public_id>/change/", templates.change, name="change_template"),
    path("templates/<slug:public_id>/retire/", templates.move, {"verb": "retire"}, name="retire"),
    path(
        "templates/<slug:public_id>/use/", templates.move, {"verb": "bring_back"}, name="bring_back"
    ),
    path("templates/<slug:public_id>/version/", templates.start, name="start_version"),
    path("templates/<slug:public_id>/draft/", templates.change_version, name="change_version"),
    path("templates/<slug:public_id>/publish/", templates.publish, name="publish"),
    path("templates/<slug:public_id>/text/<slug:language>/", templates.write, name="write"),
    path("<slug:public_id>/", agreements.agreement_detail, name="agreement"),
    path("<slug:public_id>/ask/", agreements.ask, name="ask"),
    path("<slug:public_id>/void/", agreements.void, name="void"),
    path("<slug:public_id>/end/", agreements.end, name="end"),
    path("<slug:public_id>/reopen/", agreements.reopen, name="reopen"),
    path("<slug:public_id>/update/", agreements.update, name="update"),
    path("<slug:public_id>/paper/", agreements.paper, name="paper"),
]
