package dev.ripcord.halt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in files, between {@code -----BEGIN ...-----} and {@code -----END ...-----}. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** @throws IOException where the file has no such block; the message never quotes its content */
    static byte[] read(Path file, String label) throws IOException {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IOException(
                    file + " has no block BEGIN " + label + "; it must be a PEM file with an Ed25519 key");
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " has a damaged block BEGIN " + label);
        }
    }

    static String text(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
