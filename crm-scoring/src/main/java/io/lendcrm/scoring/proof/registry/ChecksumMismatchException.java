package io.lendcrm.scoring.proof.registry;

/** A file isn't the one that was registered: it was damaged, exchanged or lost, and must not be used. */
public final class ChecksumMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A file that isn't the one registered.
     *
     * @param version the version asked for
     * @param registered the checksum registered
     * @param found the checksum of what the storage gave, or what it gave instead
     */
    public ChecksumMismatchException(VersionId version, String registered, String found) {
        super("the file of " + version + " must have SHA-256 " + registered + ", found " + found);
    }
}
