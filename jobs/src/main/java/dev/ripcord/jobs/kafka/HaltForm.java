package dev.ripcord.jobs.kafka;

import dev.ripcord.decision.HaltWrite;
import dev.ripcord.halt.SigningKey;
import dev.ripcord.jobs.settings.SigningKeyFile;
import dev.ripcord.json.Json;
import java.io.IOException;

/** The guard's halts and releases, signed where it has a key, and the end of those that nobody needs any more. */
final class HaltForm implements RecordForm<HaltWrite> {
    private final SigningKeyFile file;
    private transient SigningKey key;

    /** @param file null where nobody signs */
    HaltForm(SigningKeyFile file) {
        this.file = file;
    }

    /** Where it is written, because the key belongs there, and not where the job is submitted. */
    @Override
    public void open() throws IOException {
        key = file == null ? null : file.read();
    }

    @Override
    public String key(HaltWrite write) {
        return write.key();
    }

    @Override
    public byte[] value(HaltWrite write) {
        if (write.record() == null) {
            return null;
        }
        return key == null ? Json.bytes(write.record()) : key.sign(write.record());
    }
}
