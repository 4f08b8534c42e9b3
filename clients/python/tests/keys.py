"""Ed25519 keys for tests, where the package cryptography is installed."""

import base64
import os

try:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    INSTALLED = True
except ImportError:
    INSTALLED = False

WHY_SKIPPED = "the package cryptography is not installed for this Python"


class Key:
    def __init__(self, id):
        self.id = id
        self._private = Ed25519PrivateKey.generate()
        self.pem = (
            self._private.public_key()
            .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
            .decode("ascii")
        )

    def sign(self, text):
        signature = base64.b64encode(self._private.sign(text.encode("utf-8"))).decode("ascii")
        return f'{text[:-1]},"key_id":"{self.id}","signature":"{signature}"}}'

    def write(self, directory):
        path = os.path.join(directory, self.id + ".pub")
        with open(path, "w", encoding="ascii") as file:
            file.write(self.pem)
        return path
