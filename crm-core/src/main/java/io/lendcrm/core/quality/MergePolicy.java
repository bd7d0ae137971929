package io.lendcrm.core.quality;

/**
 * Which of several sources' values of a field is taken. Where a policy leaves two, the more trusted source wins, then the
 * one recorded later, then the source whose name comes first, then the text that comes first: the order in which records
 * are given never matters.
 */
public enum MergePolicy {
    /** The one recorded last, even if it says that there is no value. */
    MOST_RECENT,
    /** The one of the source trusted most, even if it says that there is no value. */
    MOST_TRUSTED,
    /** Of those that give a value, the one of the source trusted most. */
    NON_EMPTY,
    /** The one recorded first, even if it says that there is no value. */
    OLDEST
}
