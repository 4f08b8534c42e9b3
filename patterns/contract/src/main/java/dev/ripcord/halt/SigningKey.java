package dev.ripcord.halt;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An Ed25519 key that signs what goes to {@code ripcord.halts}.
 *
 * @param id under which its public half is known to those who verify
 */
public record SigningKey(String id, PrivateKey key) {
    static final String ALGORITHM = "Ed25519";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SigningKey {
        Objects.requireNonNull(key, "key");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "key id '" + id + "'; it must be 1 to 64 letters, digits, dots, dashes and underscores");
        }
    }

    /**
     * @param pem a private key in PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IOException where the file holds no such key; the message says what it must hold
     */
    public static SigningKey read(String id, Path pem) throws IOException {
        byte[] der = Pem.read(pem, "PRIVATE KEY");
        try {
            return new SigningKey(id, KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException otherKind) {
            throw new IOException(pem + " holds no Ed25519 private key: " + otherKind.getMessage(), otherKind);
        }
    }

    /**
     * @param record without a signature
     * @return its bytes for the topic, signed
     */
    public byte[] sign(HaltRecord record) {
        if (record.signature() != null) {
            throw new IllegalArgumentException("the record is signed already, by key " + record.keyId());
        }
        String unsigned = Json.text(record);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(unsigned.getBytes(StandardCharsets.UTF_8));
            return new SignedText(unsigned, id, signature.sign()).text().getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("cannot sign with key " + id, everyJavaHasIt);
        }
    }
}
