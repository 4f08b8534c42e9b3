package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveSchema;
import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Takes rows from a file, one row group in memory at a time. What the file does not have is absent.
 *
 * <p>By Parquet's reader of files and not its reader of records, which is more convenient and needs Hadoop.
 */
final class ParquetRows implements StreamFormat.Reader<ArchiveRow> {
    private final ParquetFileReader file;
    private final RowMaterializer materializer;
    private final MessageColumnIO columns;
    private RecordReader<ArchiveRow> group;
    private long left;

    private ParquetRows(ParquetFileReader file, MessageType requested) {
        this.file = file;
        this.materializer = new RowMaterializer(requested);
        this.columns = new ColumnIOFactory(file.getFileMetaData().getCreatedBy()).getColumnIO(requested);
    }

    /** @throws IOException where it is no file that this version reads; the message says why */
    static ParquetRows of(InputFile input, List<ArchiveColumn> columns) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstandardCodecs())
                .build();
        ParquetFileReader file = new ParquetFileReader(input, options);
        FileMetaData metadata = file.getFileMetaData();
        String objection =
                ArchiveSchema.objection(metadata.getKeyValueMetaData().get(ArchiveSchema.METADATA_KEY));
        if (objection != null) {
            file.close();
            throw new IOException("the file cannot be read: " + objection);
        }
        MessageType requested = requested(metadata.getSchema(), columns);
        file.setRequestedSchema(requested);
        return new ParquetRows(file, requested);
    }

    private static MessageType requested(MessageType schema, List<ArchiveColumn> columns) {
        List<Type> present = columns.stream()
                .map(ArchiveColumn::columnName)
                .filter(schema::containsField)
                .map(schema::getType)
                .toList();
        return new MessageType(schema.getName(), present);
    }

    @Override
    public ArchiveRow read() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            group = columns.getRecordReader(pages, materializer);
        }
        left--;
        return group.read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
