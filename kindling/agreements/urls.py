from django.urls import path

from kindling.agreements.views import agreements, board, certificates, mine, templates, verify

app_name = "agreements"

urlpatterns = [
    path("", board.board, name="board"),
    path("all/", board.all_agreements, name="all"),
    path("remind/", board.remind, name="remind"),
    path("make/", agreements.make, name="make"),
    path("mine/", mine.mine, name="mine"),
    path("mine/<slug:public_id>/", mine.sign, name="sign"),
    path("signers/<slug:signer_id>/", agreements.change_signer, name="change_signer"),
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
    path("certificates/", certificates.certificate_list_page, name="certificates"),
    path("certificates/add/", certificates.add, name="add_certificate"),
    path("certificates/ask/", certificates.ask_site, name="ask_certificate"),
    path("certificates/<slug:public_id>/", certificates.certificate_detail, name="certificate"),
    path("certificates/<slug:public_id>/file/", certificates.file, name="certificate_file"),
    path("certificates/<slug:public_id>/send/", certificates.send, name="send_certificate"),
    path(
        "certificates/<slug:public_id>/withdraw/",
        certificates.withdraw,
        name="withdraw_certificate",
    ),
    path("<slug:public_id>/", agreements.agreement_detail, name="agreement"),
    path("<slug:public_id>/ask/", agreements.ask, name="ask"),
    path("<slug:public_id>/void/", agreements.void, name="void"),
    path("<slug:public_id>/end/", agreements.end, name="end"),
    path("<slug:public_id>/reopen/", agreements.reopen, name="reopen"),
    path("<slug:public_id>/update/", agreements.update, name="update"),
    path("<slug:public_id>/paper/", agreements.paper, name="paper"),
]

outside = [path("verify/", verify.verify, name="verify")]
