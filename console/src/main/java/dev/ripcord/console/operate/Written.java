package dev.ripcord.console.operate;

import dev.ripcord.halt.HaltRecord;

/**
 * What came of an operator's word.
 *
 * @param record as it stands now, with its signature where it has one; null where nothing ever stood
 * @param changed whether it was written for this; false where things stood so already
 */
public record Written(HaltRecord record, boolean changed) {}
