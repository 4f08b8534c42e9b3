package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A table's columns in Parquet's words. */
final class ParquetSchema {
    private ParquetSchema() {}

    static MessageType of(ArchiveTable table) {
        return new MessageType(
                table.folder(),
                table.columns().stream().map(ParquetSchema::field).toList());
    }

    private static Type field(ArchiveColumn column) {
        var field = Types.primitive(
                primitive(column.type()), column.isRequired() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL);
        return (column.type() == ArchiveColumn.Type.TEXT ? field.as(LogicalTypeAnnotation.stringType()) : field)
                .named(column.columnName());
    }

    private static PrimitiveTypeName primitive(ArchiveColumn.Type type) {
        return switch (type) {
            case TEXT, BYTES -> PrimitiveTypeName.BINARY;
            case INT -> PrimitiveTypeName.INT32;
            case LONG -> PrimitiveTypeName.INT64;
        };
    }
}
