package io.lendcrm.core.extraction;

import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;

/** On which days a complaint was worked on and settled. Not thread-safe; confine to one thread. */
final class ComplaintDays {

    private final Span open;
    private final Span settled;

    ComplaintDays() {
        this(new Span(), new Span());
    }

    private ComplaintDays(Span open, Span settled) {
        this.open = open;
        this.settled = settled;
    }

    void add(Complaint step) {
        (step.state().isFinal() ? settled : open).add(step.occurredOn().toEpochDay());
    }

    void add(ComplaintDays other) {
        open.add(other.open);
        settled.add(other.settled);
    }

    /** The first day that anything is known of. */
    long openedOn() {
        return Math.min(open.first(), settled.first());
    }

    /** Not settled, or taken up again on a later day. */
    boolean isOpen() {
        return settled.isEmpty() || (!open.isEmpty() && open.last() > settled.last());
    }

    boolean isSettledWithin(long after, long through) {
        return !isOpen() && settled.endsWithin(after, through);
    }

    long daysToSettle() {
        return settled.last() - openedOn();
    }

    Document.Tree write(String key) {
        return Document.tree()
                .put("complaint", key)
                .put("open", open.write())
                .put("settled", settled.write())
                .build();
    }

    static ComplaintDays read(DocumentReader stored) {
        return new ComplaintDays(Span.read(stored.tree("open")), Span.read(stored.tree("settled")));
    }
}
