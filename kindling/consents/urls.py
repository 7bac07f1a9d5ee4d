"""Addresses below /<school>/consents/."""

from django.urls import path

from kindling.consents.views import keeping, mine

app_name = "consents"

urlpatterns = [
    path("", mine.mine, name="mine"),
    path("one/<slug:public_id>/", mine.consent, name="consent"),
    path("board/", keeping.board, name="board"),
    path("purposes/<slug:kind>/", keeping.purpose, name="purpose"),
    path("purposes/<slug:kind>/ask/", keeping.ask, name="ask"),
    path("purposes/<slug:kind>/use/", keeping.use, name="use"),
    path("purposes/<slug:kind>/write/<slug:language>/", keeping.write, name="write"),
    path("texts/<slug:public_id>/review/", keeping.review, name="review"),
    path("texts/<slug:public_id>/allow/", keeping.allow, name="allow"),
    path("for/<slug:public_id>/", keeping.student, name="for"),
    path("for/<slug:public_id>/agree/", keeping.agree, name="agree"),
    path("for/<slug:public_id>/<slug:kind>/", keeping.paper, name="paper"),
]
