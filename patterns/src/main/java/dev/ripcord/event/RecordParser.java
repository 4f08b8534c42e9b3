package dev.ripcord.event;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;

/**
 * Jackson's parser of UTF-8, which reads one record after another: to make a new one for each takes a kilobyte of memory
 * and a tenth of the time to read an event. Not for several threads.
 */
final class RecordParser extends UTF8StreamJsonParser {
    /** As many as Jackson keeps itself: where every record has other keys, they are not kept for ever. */
    private static final int MAX_NAMES = 6_000;

    private static final byte[] NONE = {};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private boolean atEnd;

    RecordParser(IOContext context, int features, ByteQuadsCanonicalizer names) {
        super(context, features, null, null, names, NONE, 0, 0, 0, false);
    }

    /** @param record a byte order mark at its beginning is passed over, and counted where a place is told */
    void begin(byte[] record) {
        _inputBuffer = record;
        _inputPtr = beginsWithMark(record) ? MARK.length : 0;
        _inputEnd = record.length;
        _currInputRow = 1;
        _currInputRowStart = 0;
        atEnd = false;
    }

    /** @return whether the record was read to its end; else the parser is of no more use */
    boolean end() throws IOException {
        _inputBuffer = NONE;
        _inputPtr = 0;
        _inputEnd = 0;
        _textBuffer.resetWithEmpty();
        if (atEnd && _symbols.size() <= MAX_NAMES) {
            return true;
        }
        super.close();
        return false;
    }

    /** The end of one record is not the end of all. */
    @Override
    public void close() {
        atEnd = true;
    }

    /** A mark with nothing behind it is refused, as Jackson does. */
    private static boolean beginsWithMark(byte[] record) {
        return record.length > MARK.length
                && record[0] == MARK[0]
                && record[1] == MARK[1]
                && record[2] == MARK[2];
    }
}
