package io.lendcrm.core.ingest;

import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.Severity;

/** What can be wrong with a line before its fields are looked at. */
enum FileFault {
    TOO_LONG("record-too-long", "a record within the limit of length"),
    CUT_OFF("file-cut-off", "a packed file that is whole"),
    MALFORMED_BYTES("malformed-bytes", "bytes that are text in the file's encoding"),
    UNCLOSED_QUOTE("unclosed-quote", "a closing quote within the limit of length"),
    MALFORMED_QUOTES("malformed-quotes", "a delimiter or the line's end after a closing quote"),
    FIELD_COUNT("wrong-number-of-fields", "as many fields as columns");

    private final String rule;
    private final String expected;

    FileFault(String rule, String expected) {
        this.rule = rule;
        this.expected = expected;
    }

    Finding at(Place place) {
        return Finding.of(rule, Severity.ERROR, place, expected);
    }

    Finding at(Place place, String found, String wanted) {
        return new Finding(rule, Severity.ERROR, place, "", found, wanted);
    }
}
