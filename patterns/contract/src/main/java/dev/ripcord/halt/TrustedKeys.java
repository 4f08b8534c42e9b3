package dev.ripcord.halt;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The public keys whose signatures are believed, by id. */
public final class TrustedKeys implements Serializable {
    private final Map<String, PublicKey> keys;

    public TrustedKeys(Map<String, PublicKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key is trusted; verifying would refuse every record");
        }
        this.keys = Map.copyOf(keys);
    }

    /**
     * @param pems by key id a file with an X.509 public key, as {@code openssl pkey -pubout} writes it
     * @throws IOException where a file holds no such key
     */
    public static TrustedKeys read(Map<String, Path> pems) throws IOException {
        Map<String, PublicKey> keys = new HashMap<>();
        for (Map.Entry<String, Path> pem : pems.entrySet()) {
            keys.put(pem.getKey(), publicKey(pem.getValue()));
        }
        return new TrustedKeys(keys);
    }

    private static PublicKey publicKey(Path pem) throws IOException {
        byte[] der = Pem.read(pem, "PUBLIC KEY");
        try {
            return KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException otherKind) {
            throw new IOException(pem + " holds no Ed25519 public key: " + otherKind.getMessage(), otherKind);
        }
    }

    public boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /**
     * @return the text that the signature is over: the whole record but for the signature
     * @throws UntrustedRecord where it is not signed, by a key that is not trusted, or was altered
     */
    String verified(String text) throws UntrustedRecord {
        SignedText parts = SignedText.of(text).orElseThrow(() -> new UntrustedRecord("it is not signed"));
        PublicKey key = keys.get(parts.keyId());
        if (key == null) {
            throw new UntrustedRecord("it is signed by key '" + parts.keyId() + "'; trusted are " + keys.keySet());
        }
        if (!isRight(parts, key)) {
            throw new UntrustedRecord("its signature by key '" + parts.keyId() + "' does not match its text");
        }
        return parts.signed();
    }

    private static boolean isRight(SignedText parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(parts.signedBytes());
            return signature.verify(parts.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The ids: public, and what an operator looks for in a log. */
    @Override
    public String toString() {
        return "TrustedKeys" + new TreeSet<>(keys.keySet());
    }
}
