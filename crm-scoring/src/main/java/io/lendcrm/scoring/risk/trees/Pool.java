package io.lendcrm.scoring.risk.trees;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Working memory that threads borrow and give back, so that none is allocated a score and none is bound to a thread. A thread
 * finds its own again; one that finds none makes it. At most 64 pieces are kept.
 */
final class Pool<T> {

    private static final int PIECES = 64;

    private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(PIECES);
    private final Supplier<T> make;

    Pool(Supplier<T> make) {
        this.make = make;
    }

    T take() {
        @Nullable T piece = kept.getAndSet(place(), null);
        return piece == null ? make.get() : piece;
    }

    void give(T piece) {
        kept.setRelease(place(), piece);
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & PIECES - 1;
    }
}
