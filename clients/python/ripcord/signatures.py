"""Ed25519 signatures over the text of records, with the extra ``ripcord[cryptography]``."""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Union

_FORM = re.compile(
    r'(\{.*),"key_id":"([A-Za-z0-9._-]{1,64})","signature":"([A-Za-z0-9+/=]{1,200})"}', re.DOTALL
)
_PEM = re.compile(r"-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]*-----END PUBLIC KEY-----")


class UntrustedRecord(Exception):
    """A record that must not be believed; the message says why, after the words "the record is refused:"."""


@dataclass(frozen=True)
class SignedText:
    """
    The text of a signed record, taken apart without reading it as JSON.

    A record ``{"kind":"halt",...}`` is signed as it stands, and written as ``{"kind":"halt",...,"key_id":"ops-1",
    "signature":"..."}``. The signature is over the text without these two members; believe that text, nothing else.

    :param signed: the text that the signature is over: a whole JSON object
    """

    signed: str
    key_id: str
    signature: bytes

    @staticmethod
    def of(whole: str) -> Optional["SignedText"]:
        """:return: None where the text does not end with a signature"""
        parts = _FORM.fullmatch(whole)
        if parts is None:
            return None
        try:
            signature = base64.b64decode(parts.group(3), validate=True)
        except binascii.Error:
            return None
        # Base64 has several spellings of the same bytes; a signed text has one.
        if base64.b64encode(signature).decode("ascii") != parts.group(3):
            return None
        return SignedText(parts.group(1) + "}", parts.group(2), signature)


class TrustedKeys:
    """
    The public keys whose signatures are believed.

    :param keys: by key id a PEM file with a public key, as ``openssl pkey -pubout`` writes it, or the PEM text itself
    :raises ImportError: where the package ``cryptography`` is not installed: a key that verifies nothing is worse
        than none
    :raises OSError: where a file cannot be read
    :raises ValueError: where it holds no Ed25519 public key, or no key is given
    """

    def __init__(self, keys: Mapping[str, Union[str, "os.PathLike[str]"]]) -> None:
        if not keys:
            raise ValueError("no key is trusted; verifying would refuse every record")
        self._keys: Dict[str, Any] = {id: _public_key(id, pem) for id, pem in keys.items()}

    def verified(self, text: str) -> str:
        """
        :return: the text that the signature is over: the whole record but for the signature
        :raises UntrustedRecord: where it is not signed, by a key that is not trusted, or was altered
        """
        parts = SignedText.of(text)
        if parts is None:
            raise UntrustedRecord("it is not signed")
        key = self._keys.get(parts.key_id)
        if key is None:
            raise UntrustedRecord(f"it is signed by key '{parts.key_id}'; trusted are {sorted(self._keys)}")
        if not _is_right(parts, key):
            raise UntrustedRecord(f"its signature by key '{parts.key_id}' does not match its text")
        return parts.signed


def _is_right(parts: SignedText, key: Any) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(parts.signature, parts.signed.encode("utf-8"))
        return True
    except (InvalidSignature, UnicodeEncodeError):
        return False


def _public_key(id: str, pem: Union[str, "os.PathLike[str]"]) -> Any:
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
    except ImportError as missing:
        raise ImportError(
            "trusted keys are given, and the package that verifies signatures is not installed; "
            "pip install 'ripcord[cryptography]'"
        ) from missing
    name, text = _pem_text(id, pem)
    block = _PEM.search(text)
    if block is None:
        raise ValueError(f"{name} has no block BEGIN PUBLIC KEY; it must be a PEM file with an Ed25519 key")
    try:
        key = load_pem_public_key(block.group().encode("ascii"))
    except Exception as damaged:  # Which errors there are differs between versions of the library.
        raise ValueError(f"{name} has a damaged block BEGIN PUBLIC KEY") from damaged
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(f"{name} holds no Ed25519 public key")
    return key


def _pem_text(id: str, pem: Union[str, "os.PathLike[str]"]) -> "tuple[str, str]":
    if isinstance(pem, str) and "-----BEGIN" in pem:
        return f"trusted key '{id}'", pem
    with open(pem, encoding="latin-1") as file:
        return str(os.fspath(pem)), file.read()
