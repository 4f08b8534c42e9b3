package dev.ripcord.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import dev.ripcord.json.Json;
import java.io.IOException;

/** Hands out a parser for a record: each thread has one, as long as it reads record after record to the end. */
final class RecordParsers extends JsonFactory {
    private static final RecordParsers ALL = new RecordParsers();
    private static final ThreadLocal<RecordParser> OF_THREAD = new ThreadLocal<>();
    private static final byte[] NO_RECORD = {};

    private RecordParsers() {
        super(Json.MAPPER.getFactory(), null);
    }

    /** @param record in UTF-8 */
    static RecordParser of(byte[] record) throws IOException {
        RecordParser parser = OF_THREAD.get();
        if (parser == null) {
            parser = (RecordParser) ALL.createParser(NO_RECORD);
            OF_THREAD.set(parser);
        }
        parser.begin(record);
        return parser;
    }

    /** Where a parser stopped within a record, nobody knows what it would make of the next one. */
    static void done(RecordParser parser) throws IOException {
        if (!parser.end()) {
            OF_THREAD.remove();
        }
    }

    @Override
    protected JsonParser _createParser(byte[] bytes, int offset, int length, IOContext context) {
        return new RecordParser(
                context, _parserFeatures, _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures));
    }
}
