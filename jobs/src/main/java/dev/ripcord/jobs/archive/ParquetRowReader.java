package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Takes rows from Parquet, some columns of them. What the file does not have is absent. */
final class ParquetRowReader extends ReadSupport<ArchiveRow> {
    private final List<ArchiveColumn> columns;

    private ParquetRowReader(List<ArchiveColumn> columns) {
        this.columns = columns;
    }

    @Override
    public ReadContext init(InitContext context) {
        // One value for each file of several that are read as one; there is one file here.
        Set<String> versions = context.getKeyValueMetadata().get(ArchiveSchema.METADATA_KEY);
        String objection =
                ArchiveSchema.objection(versions == null ? null : versions.iterator().next());
        if (objection != null) {
            throw new IllegalStateException("the file cannot be read: " + objection);
        }
        MessageType file = context.getFileSchema();
        List<Type> present = columns.stream()
                .map(ArchiveColumn::columnName)
                .filter(file::containsField)
                .map(file::getType)
                .toList();
        return new ReadContext(new MessageType(file.getName(), present));
    }

    @Override
    public RecordMaterializer<ArchiveRow> prepareForRead(
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new RowMaterializer(context.getRequestedSchema());
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract still.
    public RecordMaterializer<ArchiveRow> prepareForRead(
            Configuration ofHadoop, Map<String, String> metadata, MessageType file, ReadContext context) {
        throw new UnsupportedOperationException("the archive is read without Hadoop");
    }

    /** Parquet asks for it in this form. */
    static final class Builder extends ParquetReader.Builder<ArchiveRow> {
        private final List<ArchiveColumn> columns;

        Builder(InputFile file, List<ArchiveColumn> columns) {
            super(file, new PlainParquetConfiguration());
            this.columns = columns;
            withCodecFactory(new ZstandardCodecs());
        }

        @Override
        protected ReadSupport<ArchiveRow> getReadSupport() {
            return new ParquetRowReader(columns);
        }
    }
}
