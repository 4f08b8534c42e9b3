package dev.ripcord.deploy.command;

/** The jobs that can be submitted. */
enum JobName {
    GUARD("dev.ripcord.jobs.GuardJob"),
    ARCHIVE("dev.ripcord.jobs.ArchiveJob");

    private final String entryClass;

    JobName(String entryClass) {
        this.entryClass = entryClass;
    }

    String entryClass() {
        return entryClass;
    }
}
