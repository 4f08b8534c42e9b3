package dev.ripcord.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Whether bytes are UTF-8, strictly. The JSON parser lets overlong forms and encoded surrogates pass, and guesses UTF-16
 * and UTF-32; the archive and readers in other languages would not.
 */
final class Utf8 {
    private static final int CHUNK = 8_192;

    /** Eight bytes are looked at at once. */
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The highest bit of each of the eight. */
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** @return the offset of the first byte that is wrong; empty where none is */
    static OptionalInt firstInvalid(byte[] bytes) {
        if (isUtf16(bytes)) {
            return OptionalInt.of(bytes[0] == 0 ? 0 : 1);
        }
        return isAscii(bytes) ? OptionalInt.empty() : firstMalformed(bytes);
    }

    /** No JSON has a NUL that early, unless its characters are wider than a byte. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes[0] == 0 || bytes.length > 1 && bytes[1] == 0;
    }

    /** Most records are. */
    private static boolean isAscii(byte[] bytes) {
        long all = 0;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            all |= (long) LONG.get(bytes, at);
        }
        for (; at < bytes.length; at++) {
            all |= bytes[at];
        }
        return (all & NOT_ASCII) == 0;
    }

    private static OptionalInt firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length, CHUNK));
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? OptionalInt.of(in.position()) : OptionalInt.empty();
    }
}
