package io.lendcrm.scoring.proof.registry;

import java.util.Optional;

/**
 * Where the registry keeps files: in memory, in a folder, in a database. It needn't be trusted: what comes back is checked
 * against the checksum of what was registered. Implementations are thread-safe.
 */
public interface ModelStorage {

    /**
     * Keeps a file.
     *
     * @param checksum its SHA-256, under which it is asked for
     * @param bytes its content
     */
    void put(String checksum, byte[] bytes);

    /**
     * Gives a file back.
     *
     * @param checksum its SHA-256
     * @return its content, or empty if there is none
     */
    Optional<byte[]> get(String checksum);
}
