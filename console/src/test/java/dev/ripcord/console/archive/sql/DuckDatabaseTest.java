package dev.ripcord.console.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuckDatabaseTest {
    private static String setting(DuckDatabase database, String name) throws Exception {
        return database.word("SELECT current_setting('" + name + "')");
    }

    @Test
    void twoThatReadAtOnceSpillIntoDirectoriesOfTheirOwn() throws Exception {
        try (var one = DuckDatabase.open(MachineShare.LITTLE);
                var other = DuckDatabase.open(MachineShare.LITTLE)) {
            assertThat(setting(one, "temp_directory")).isNotEqualTo(setting(other, "temp_directory"));
        }
    }

    @Test
    void inAServerItTakesLittleOfTheMachine() throws Exception {
        try (var little = DuckDatabase.open(MachineShare.LITTLE);
                var whole = DuckDatabase.open(MachineShare.WHOLE)) {
            assertThat(setting(little, "threads")).isEqualTo("1");
            assertThat(setting(little, "memory_limit")).isEqualTo("244.1 MiB");
            assertThat(setting(whole, "memory_limit")).isNotEqualTo("244.1 MiB");
        }
    }
}
