package dev.ripcord.architecture.sloppy.late;

import dev.ripcord.architecture.sloppy.early.Early;

/** Closes the circle. */
public final class Late {
    Early early;
}
