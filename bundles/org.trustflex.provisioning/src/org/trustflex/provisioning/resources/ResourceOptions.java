package org.trustflex.provisioning.resources;

/**
 * How to generate resources.
 *
 * @param newKeys make new keys even where file and device fit; the old files are kept aside
 * @param adopt   let the project take another secure element than the one that it has been for
 */
public record ResourceOptions(boolean newKeys, boolean adopt) {

    /** Keep what fits, complete what is missing, refuse another element. */
    public static final ResourceOptions DEFAULT = new ResourceOptions(false, false);
}
