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
    private static final int MOST_TRIES = 10;
    private static final FileStatus[] NO_CHILDREN = {};

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
        for (FileStatus child : children(files, folder)) {
            if (child.isDir()) {
                found.addAll(finished(files, child.getPath()));
            } else if (ArchiveFolder.isVisible(child.getPath().getName())) {
                found.add(child);
            }
        }
        return found;
    }

    /**
     * Of a folder that is not there Flink's file systems say so, or null. Its local one also fails where a file gets its
     * final name while it lists, and that is no reason to leave out the others.
     */
    private static FileStatus[] children(FileSystem files, Path folder) throws IOException {
        IOException why = null;
        for (int tries = 0; tries < MOST_TRIES && files.exists(folder); tries++) {
            try {
                FileStatus[] children = files.listStatus(folder);
                if (children != null) {
                    return children;
                }
                why = new IOException(folder + " cannot be listed");
            } catch (FileNotFoundException renamedMeanwhile) {
                why = renamedMeanwhile;
            }
        }
        if (why != null && files.exists(folder)) {
            throw why;
        }
        return NO_CHILDREN;
    }

    private static Path folder(URI root, ArchiveTable table) {
        return new Path(new Path(root), table.folder());
    }
}
