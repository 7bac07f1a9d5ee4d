"""All that is ever done here. Each verb records what happened and who did it."""

from kindling.outreach.actions.contacts import (
    change_contact,
    choose_outreach,
    finish_step,
    log_contact,
    remind_of_step,
    remind_of_steps,
)
from kindling.outreach.actions.deciding import (
    accept_offer,
    decline_offer,
    forget_offer,
    forget_offers,
    merge_offer,
)
from kindling.outreach.actions.introducing import (
    answer_introduction,
    ask_introduction,
    take_over,
    withdraw_introduction,
)
from kindling.outreach.actions.offering import receive_offer
from kindling.outreach.actions.opening import close_form, open_form, renew_form
from kindling.outreach.actions.sharing import share_site, stop_sharing_site

__all__ = [
    "accept_offer",
    "answer_introduction",
    "ask_introduction",
    "change_contact",
    "choose_outreach",
    "close_form",
    "decline_offer",
    "finish_step",
    "forget_offer",
    "forget_offers",
    "log_contact",
    "merge_offer",
    "open_form",
    "receive_offer",
    "remind_of_step",
    "remind_of_steps",
    "renew_form",
    "share_site",
    "stop_sharing_site",
    "take_over",
    "withdraw_introduction",
]
