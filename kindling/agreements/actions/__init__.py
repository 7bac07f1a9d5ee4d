"""The only writes of agreements: templates, agreements, names under them, PDFs."""

from kindling.agreements.actions.asking import REST_DAYS, ask_signers, remind_signers
from kindling.agreements.actions.certificates import (
    add_certificate,
    ask_for_certificate,
    bring_certificate,
    send_certificate,
    warn_keepers,
    withdraw_certificate,
)
from kindling.agreements.actions.ending import end_agreement, reopen_agreement, void_agreement
from kindling.agreements.actions.making import (
    change_signer,
    make_agreement,
    renew_wording,
    update_wording,
)
from kindling.agreements.actions.printing import begin_paper, keep_paper, print_paper
from kindling.agreements.actions.signing import (
    Changed,
    decline_agreement,
    sign_agreement,
    take_back_signature,
)
from kindling.agreements.actions.templates import (
    bring_back_template,
    change_template,
    change_version,
    make_template,
    publish_version,
    retire_template,
    start_version,
    write_text,
)

__all__ = [
    "REST_DAYS",
    "Changed",
    "add_certificate",
    "ask_for_certificate",
    "ask_signers",
    "begin_paper",
    "bring_back_template",
    "bring_certificate",
    "change_signer",
    "change_template",
    "change_version",
    "decline_agreement",
    "end_agreement",
    "keep_paper",
    "make_agreement",
    "make_template",
    "print_paper",
    "publish_version",
    "remind_signers",
    "renew_wording",
    "reopen_agreement",
    "retire_template",
    "send_certificate",
    "sign_agreement",
    "start_version",
    "take_back_signature",
    "update_wording",
    "void_agreement",
    "warn_keepers",
    "withdraw_certificate",
    "write_text",
]
