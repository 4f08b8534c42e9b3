package dev.ripcord.jobs.detect;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** A savepoint in a folder, of a job whose detection ran in one subtask. */
record StoredSavepoint(Path folder) {
    /** @param name of the layout of its sessions, and of the state backend that wrote it */
    static StoredSavepoint named(String name) {
        return new StoredSavepoint(Path.of("src/test/resources/savepoints", name));
    }

    /** @return what was kept under the uid */
    OperatorSubtaskState of(String uid) throws IOException {
        try (DataInputStream metadata = new DataInputStream(Files.newInputStream(folder.resolve("_metadata")))) {
            return Checkpoints.loadCheckpointMetadata(metadata, getClass().getClassLoader(), folder.toString())
                    .getOperatorStates()
                    .stream()
                    .filter(operator ->
                            operator.getOperatorUid().filter(uid::equals).isPresent())
                    .map(StoredSavepoint::onlySubtask)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static OperatorSubtaskState onlySubtask(OperatorState operator) {
        return operator.getState(0);
    }
}
