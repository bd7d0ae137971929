package io.lendcrm.core.quality;

/** What a finding does to its record. */
public enum Severity {
    /** The record is used all the same. */
    WARNING,
    /** The record is rejected. */
    ERROR
}
