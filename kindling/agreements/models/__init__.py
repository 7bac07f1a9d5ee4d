from kindling.agreements.models.agreements import Agreement, Signer, Wording
from kindling.agreements.models.certificates import Certificate
from kindling.agreements.models.papers import Paper
from kindling.agreements.models.signatures import Signature
from kindling.agreements.models.templates import Kind, Party, Template, Version, VersionText

__all__ = [
    "Agreement",
    "Certificate",
    "Kind",
    "Paper",
    "Party",
    "Signature",
    "Signer",
    "Template",
    "Version",
    "VersionText",
    "Wording",
]
