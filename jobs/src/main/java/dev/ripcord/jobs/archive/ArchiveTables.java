package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveFolder;
import dev.ripcord.archive.ArchiveTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The tables of an archive, wherever Flink has a file system for it. */
public final class ArchiveTables {
    private ArchiveTables() {}

    /** @return all rows of the table, in no order, those that are there twice twice; with these columns only */
    public static FileSource<ArchiveRow> source(URI root, ArchiveTable table, List<ArchiveColumn> columns) {
        return FileSource.forRecordStreamFormat(new ArchiveRowFormat(columns), folder(root, table))
                .build();
    }

    /** @return the same, for tables that fit into memory; empty where there is no such table */
    public static List<ArchiveRow> rows(URI root, ArchiveTable table, List<ArchiveColumn> columns) throws IOException {
        ArchiveRowFormat format = new ArchiveRowFormat(columns);
        List<ArchiveRow> rows = new ArrayList<>();
        FileSystem files = folder(root, table).getFileSystem();
        for (FileStatus file : finished(files, folder(root, table))) {
            try (StreamFormat.Reader<ArchiveRow> reader = format.createReader(
                    new Configuration(), files.open(file.getPath()), file.getLen(), file.getLen())) {
                for (ArchiveRow row = reader.read(); row != null; row = reader.read()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<FileStatus> finished(FileSystem files, Path folder) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        try {
            for (FileStatus child : files.listStatus(folder)) {
                if (child.isDir()) {
                    found.addAll(finished(files, child.getPath()));
                } else if (ArchiveFolder.isVisible(child.getPath().getName())) {
                    found.add(child);
                }
            }
        } catch (FileNotFoundException none) {
            return List.of();
        }
        return found;
    }

    private static Path folder(URI root, ArchiveTable table) {
        return new Path(new Path(root), table.folder());
    }
}
