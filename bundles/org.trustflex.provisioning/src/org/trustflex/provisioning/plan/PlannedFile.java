package org.trustflex.provisioning.plan;

import java.nio.file.Path;

/**
 * A file that an operation may write, or a folder where it may add some.
 *
 * @param path   where it is, below the project's folder
 * @param effect what happens to it
 */
public record PlannedFile(Path path, Effect effect) {

    /** What happens to a file. */
    public enum Effect {
        /** It is not there and will be. */
        NEW,
        /** It is there and stays, if it fits what the device holds. */
        KEPT_IF_IT_FITS,
        /** It is there and is written anew; a key is kept in the folder of old keys first. */
        REPLACED,
        /** It is there and goes to the folder of old keys. */
        PUT_ASIDE,
        /** It is a record that is there and says more afterwards. */
        UPDATED,
        /** It is there only while the operation runs, or after one that was interrupted. */
        FOR_A_WHILE,
        /** It is a folder, and files may come into it whose names tell their content. */
        ADDED_TO
    }

    /** Whether it speaks of this file. */
    public boolean covers(Path file) {
        return effect == Effect.ADDED_TO ? file.startsWith(path) : file.equals(path);
    }
}
