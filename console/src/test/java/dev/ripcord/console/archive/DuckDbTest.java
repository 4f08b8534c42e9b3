package dev.ripcord.console.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class DuckDbTest {
    private static String setting(Connection connection, String name) throws Exception {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void twoThatReadAtOnceSpillIntoDirectoriesOfTheirOwn() throws Exception {
        try (var one = DuckDb.open(MachineShare.LITTLE);
                var other = DuckDb.open(MachineShare.LITTLE)) {
            assertThat(setting(one, "temp_directory")).isNotEqualTo(setting(other, "temp_directory"));
        }
    }

    @Test
    void inAServerItTakesLittleOfTheMachine() throws Exception {
        try (var little = DuckDb.open(MachineShare.LITTLE);
                var whole = DuckDb.open(MachineShare.WHOLE)) {
            assertThat(setting(little, "threads")).isEqualTo("1");
            assertThat(setting(little, "memory_limit")).isEqualTo("244.1 MiB");
            assertThat(setting(whole, "memory_limit")).isNotEqualTo("244.1 MiB");
        }
    }
}
