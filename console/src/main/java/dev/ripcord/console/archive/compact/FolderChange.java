package dev.ripcord.console.archive.compact;

import java.util.List;

/**
 * What became of a folder.
 *
 * @param files how many files its records were taken from; 0 where nothing was to be done
 * @param kept records that it has now, as far as they were in those files
 * @param repeated records that were there more than once
 * @param expired records that were dropped because their time was over
 * @param skipped files that were left alone
 */
public record FolderChange(
        ArchiveDirectory directory, int files, long kept, long repeated, long expired, List<SkippedFile> skipped) {
    static FolderChange none(ArchiveDirectory directory, List<SkippedFile> skipped) {
        return new FolderChange(directory, 0, 0, 0, 0, skipped);
    }
}
