package dev.ripcord.archive;

import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the folders over which sessions are spread within a day: a session lies in one of them, so that finding it
 * leaves the others alone.
 *
 * <p>The number is the 64-bit FNV-1a hash of {@code tenant NUL session} in UTF-8, unsigned, modulo the count. The count
 * stands in the folder's name: a reader works out the number for the count that it finds there, so that changing the
 * setting loses nothing.
 */
public record ArchiveBucket(int number, int count) {
    /** Above it, each checkpoint would write more files than records. */
    public static final int MOST = 100;

    /** Of tables that are not spread. */
    public static final ArchiveBucket ONLY = new ArchiveBucket(0, 1);

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final Pattern FOLDER = Pattern.compile("bucket=(\\d{2,3})-of-(\\d{2,3})");

    public ArchiveBucket {
        if (count < 1 || count > MOST || number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "bucket " + number + " of " + count + "; it must be one of 1 to " + MOST + " buckets");
        }
    }

    /** @return where the session lies, among that many */
    public static ArchiveBucket of(SessionKey session, int count) {
        byte[] bytes = (session.tenant() + '\0' + session.session()).getBytes(StandardCharsets.UTF_8);
        long hash = FNV_BASIS;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xff)) * FNV_PRIME;
        }
        return new ArchiveBucket((int) Long.remainderUnsigned(hash, count), count);
    }

    /** @return the bucket of a folder of that name, if it is one */
    public static Optional<ArchiveBucket> parse(String folder) {
        Matcher matcher = FOLDER.matcher(folder);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        return count < 1 || count > MOST || number >= count
                ? Optional.empty()
                : Optional.of(new ArchiveBucket(number, count));
    }

    /** @return whether the session lies here, if it lies anywhere */
    public boolean mayHold(SessionKey session) {
        return equals(of(session, count));
    }

    /** {@code bucket=03-of-16} */
    public String folder() {
        return "bucket=%02d-of-%02d".formatted(number, count);
    }
}
