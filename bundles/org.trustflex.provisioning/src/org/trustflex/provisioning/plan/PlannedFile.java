package org.trustflex.provisioning.plan;

import java.nio.file.Path;

/**
 * A file that an operation may write.
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
        REPLACED
    }
}
