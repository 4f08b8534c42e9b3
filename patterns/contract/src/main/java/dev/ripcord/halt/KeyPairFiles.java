package dev.ripcord.halt;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/**
 * A new Ed25519 key pair on disk.
 *
 * @param privateKey {@code <id>.key}, PKCS#8 in PEM, readable by its owner alone: for the guard, the gateway, operators
 * @param publicKey {@code <id>.pub}, X.509 in PEM: for everybody who verifies
 */
public record KeyPairFiles(Path privateKey, Path publicKey) {
    /** @throws FileAlreadyExistsException where one of the files is there already: a key is never written over */
    public static KeyPairFiles generate(String id, Path directory) throws IOException {
        KeyPairFiles files = new KeyPairFiles(directory.resolve(id + ".key"), directory.resolve(id + ".pub"));
        for (Path file : new Path[] {files.privateKey, files.publicKey}) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        KeyPair pair = generate();
        new SigningKey(id, pair.getPrivate());
        Files.createDirectories(directory);
        Files.createFile(
                files.privateKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                files.privateKey, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(
                files.publicKey, Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()));
        return files;
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
