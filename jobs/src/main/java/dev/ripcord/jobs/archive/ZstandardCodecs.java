package dev.ripcord.jobs.archive;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard by its own library, where Parquet's goes through Hadoop's codecs. Serves no other compression. */
final class ZstandardCodecs implements CompressionCodecFactory {
    private static final int LEVEL = Zstd.defaultCompressionLevel();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        require(codec);
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        require(codec);
        return new Decompressor();
    }

    private static void require(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("compression " + codec + "; files of the archive have ZSTD");
        }
    }

    @Override
    public void release() {}

    private static final class Compressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            return BytesInput.from(Zstd.compress(page.toInputStream().readAllBytes(), LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    private static final class Decompressor implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput page, int decompressedSize) throws IOException {
            return BytesInput.from(Zstd.decompress(page.toInputStream().readAllBytes(), decompressedSize));
        }

        @Override
        public void decompress(ByteBuffer page, int compressedSize, ByteBuffer target, int decompressedSize) {
            byte[] compressed = new byte[compressedSize];
            page.get(compressed);
            target.put(Zstd.decompress(compressed, decompressedSize));
        }

        @Override
        public void release() {}
    }
}
