package io.lendcrm.core.privacy;

/** How personal a field is. It decides whether the field may be printed and what a read of it needs. */
public enum DataClass {
    /** Tells who somebody is: a name, a registration number, an address. Never printed. */
    IDENTIFIER,
    /** Could harm if known: income, health, gender, alternative data, the text of a note. Never printed. */
    SENSITIVE,
    /** Everything else. */
    ORDINARY
}
