package io.lendcrm.core.history;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The contract asks for nothing that only the library's own log can do: a log written in another way keeps to it. */
class AppendOnlyListTest extends InteractionLogContract {

    @Override
    protected InteractionLog emptyLog() {
        return new AppendOnlyList();
    }

    /** Replaces one immutable list by the next; readers never wait. */
    private static final class AppendOnlyList implements InteractionLog {
        private final AtomicReference<List<Interaction>> entries = new AtomicReference<>(List.of());

        @Override
        public AppendResult append(List<Interaction> batch) {
            List<Interaction> given = List.copyOf(batch);
            while (true) {
                List<Interaction> before = entries.get();
                List<Interaction> after = new ArrayList<>(before);
                List<InteractionId> repeated = new ArrayList<>();
                List<InteractionId> conflicting = new ArrayList<>();
                for (Interaction entry : given) {
                    after.stream()
                            .filter(known -> known.id().equals(entry.id()))
                            .findFirst()
                            .ifPresentOrElse(
                                    known -> (known.equals(entry) ? repeated : conflicting).add(entry.id()),
                                    () -> after.add(entry));
                }
                if (entries.compareAndSet(before, List.copyOf(after))) {
                    return new AppendResult(after.size() - before.size(), repeated, conflicting);
                }
            }
        }

        @Override
        public Page read(long position, int max) {
            List<Interaction> now = entries.get();
            if (max < 1) {
                throw new IllegalArgumentException("max must be at least 1, found " + max);
            }
            if (position < 0 || position > now.size()) {
                throw new IllegalArgumentException(
                        "position must be within [0, " + now.size() + "], found " + position);
            }
            int to = (int) Math.min(now.size(), position + max);
            return new Page(now.subList((int) position, to), to);
        }
    }
}
