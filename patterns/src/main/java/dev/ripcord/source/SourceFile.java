package dev.ripcord.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file that people write: UTF-8, of bounded size. */
public final class SourceFile {
    private SourceFile() {}

    /**
     * @param maxBytes larger files are refused unread
     * @throws UnreadableSource where there is no such file, or it is no text in UTF-8
     */
    public static SourceText read(Path file, int maxBytes) throws UnreadableSource {
        if (Files.isDirectory(file)) {
            throw new UnreadableSource(Place.START, "is a directory; it must be a file");
        }
        return new SourceText(file.toString(), decode(bytes(file, maxBytes)));
    }

    /** @throws UnreadableSource where the text is longer than a file may be */
    public static SourceText of(String name, String text, int maxBytes) throws UnreadableSource {
        if (text.length() > maxBytes) {
            throw tooLarge(text.length(), maxBytes);
        }
        return new SourceText(name, text);
    }

    private static byte[] bytes(Path file, int maxBytes) throws UnreadableSource {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw tooLarge(Math.max(Files.size(file), bytes.length), maxBytes);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new UnreadableSource(Place.START, "there is no such file");
        } catch (AccessDeniedException denied) {
            throw new UnreadableSource(Place.START, "the file may not be read: access denied");
        } catch (IOException unreadable) {
            throw new UnreadableSource(Place.START, "the file cannot be read: " + unreadable.getMessage());
        }
    }

    private static UnreadableSource tooLarge(long found, int most) {
        return new UnreadableSource(
                Place.START, String.format(Locale.ROOT, "%,d bytes are too many; the most is %,d", found, most));
    }

    private static String decode(byte[] bytes) throws UnreadableSource {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int wrong = Byte.toUnsignedInt(bytes[in.position()]);
            throw new UnreadableSource(
                    SourceText.place(out, out.length()),
                    String.format("byte 0x%02X is not UTF-8; save the file as UTF-8", wrong));
        }
        return out.toString();
    }
}
