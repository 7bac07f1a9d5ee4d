from kindling.agreements.forms.agreements import (
    About,
    DeclineForm,
    EndForm,
    MakeForm,
    NewTemplateForm,
    ReasonForm,
    SignForm,
    TemplateForm,
    TextForm,
    VersionForm,
    WhoForm,
)
from kindling.agreements.forms.certificates import (
    AskSiteForm,
    CertificateForm,
    FileForm,
    SendForm,
    VerifyForm,
)

__all__ = [
    "About",
    "AskSiteForm",
    "CertificateForm",
    "DeclineForm",
    "EndForm",
    "FileForm",
    "MakeForm",
    "NewTemplateForm",
    "ReasonForm",
    "SendForm",
    "SignForm",
    "TemplateForm",
    "TextForm",
    "VerifyForm",
    "VersionForm",
    "WhoForm",
]
