package io.lendcrm.core.model;

/** The version of this library, as provenance names it. */
final class LibraryVersion {

    private LibraryVersion() {}

    static String current() {
        return "0.1.0";
    }
}
