"""Addresses below /<school>/rights/."""

from django.urls import path

from kindling.rights.views import amending, answering, asking

app_name = "rights"

urlpatterns = [
    path("", asking.rights, name="rights"),
    path("copy/", asking.make_copy, name="make_copy"),
    path("copy/<slug:public_id>/", asking.copy_file, name="copy_file"),
    path("of/<slug:public_id>/", asking.rights_of, name="of"),
    path("ask/<slug:public_id>/", asking.ask, name="ask"),
    path("letter/<slug:public_id>/", answering.letter, name="letter"),
    path("link/<slug:public_id>/", answering.send_ask_link, name="send_link"),
    path("amend/<slug:public_id>/", amending.amend, name="amend"),
    path("items/<slug:public_id>/", answering.item, name="item"),
    path("items/<slug:public_id>/split/", answering.split, name="split"),
    path("requests/<slug:public_id>/", asking.records_request, name="request"),
    path("requests/<slug:public_id>/withdraw/", asking.withdraw, name="withdraw"),
    path("requests/<slug:public_id>/take/", asking.take, name="take"),
    path("requests/<slug:public_id>/verify/", answering.verify, name="verify"),
    path("requests/<slug:public_id>/refuse/", answering.refuse, name="refuse"),
    path("requests/<slug:public_id>/provide/", answering.provide, name="provide"),
    path("requests/<slug:public_id>/give/<slug:area>/", answering.give_easy, name="give_easy"),
    path("amendments/<slug:public_id>/", amending.amendment, name="amendment"),
    path("amendments/<slug:public_id>/answer/", amending.answer, name="answer"),
    path("amendments/<slug:public_id>/hear/", amending.ask_hearing, name="ask_hearing"),
    path("amendments/<slug:public_id>/hearing/", amending.plan_hearing, name="plan_hearing"),
    path("amendments/<slug:public_id>/outcome/", amending.decide_hearing, name="decide_hearing"),
    path("amendments/<slug:public_id>/attach/", amending.attach, name="attach"),
    path("amendments/<slug:public_id>/withdraw/", amending.withdraw, name="let_be"),
]
