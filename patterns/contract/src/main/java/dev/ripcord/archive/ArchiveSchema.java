package dev.ripcord.archive;

/**
 * What each file of the archive says of itself, in its metadata.
 *
 * <p>A reader takes columns by name. One that it expects and the file does not have is null: the file is older. One
 * that it does not know is passed over: the file is newer, of the same version.
 */
public final class ArchiveSchema {
    /** Key in the file's metadata. */
    public static final String METADATA_KEY = "ripcord.archive.schema";

    /** What stands there today. Changes when a reader of today would misread the file. */
    public static final String VERSION = "1";

    private ArchiveSchema() {}

    /**
     * @param found what the file's metadata has under {@link #METADATA_KEY}; null where it has nothing
     * @return why this reader must not read the file, or null where it may
     */
    public static String objection(String found) {
        if (VERSION.equals(found)) {
            return null;
        }
        return found == null
                ? "its metadata has no " + METADATA_KEY + "; it is no file of the archive"
                : "its " + METADATA_KEY + " is " + found + "; this version reads " + VERSION + ", a newer one reads it";
    }
}
