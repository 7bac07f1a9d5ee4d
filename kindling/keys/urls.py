"""Addresses outside every school, and (`inside`) below /<school>/."""

from django.urls import path

from kindling.keys.views import entry, second_step, sheets, tokens, you

app_name = "keys"

urlpatterns = [
    path("", entry.start, name="start"),
    path("sign-in/link/", entry.ask_link, name="ask_link"),
    path("sign-in/link/sent/", entry.link_sent, name="link_sent"),
    path("sign-in/link/<str:token>/", entry.use_link, name="use_link"),
    path("sheet/<str:token>/", sheets.use_sheet, name="use_sheet"),
    path("you/", you.you, name="you"),
    path("you/language/", you.choose_language, name="choose_language"),
    path("you/text/", you.choose_text_size, name="choose_text_size"),
    path("you/theme/", you.choose_theme, name="choose_theme"),
    path("you/devices/end-others/", you.end_other_sessions, name="end_other_sessions"),
    path("you/devices/<slug:public_id>/end/", you.end_session, name="end_session"),
]

inside = [
    path("sheets/", sheets.sheet_list, name="sheets"),
    path("sheets/<slug:public_id>/", sheets.print_sheet, name="print_sheet"),
    path("second-step/", second_step.second_step, name="second_step"),
    path("second-step/<slug:public_id>/forget/", second_step.forget, name="forget_second_step"),
    path("tokens/", tokens.token_list, name="tokens"),
    path("tokens/<slug:public_id>/revoke/", tokens.revoke_token, name="revoke_token"),
]
