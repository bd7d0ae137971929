package io.lendcrm.examples.review;

import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.portrait.Lifecycle;
import io.lendcrm.core.quality.DossierChecks;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.examples.lending.ClientContracts;
import io.lendcrm.examples.lending.LendingAssumptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a client shows: what doesn't fit together, the history, and its features as far as the gate lets them
 * through. Looks at different clients need nothing of each other, so many can be taken at once.
 *
 * @param place the client's place in the book
 * @param findings what doesn't fit together
 * @param history what can be seen, null if the client wasn't known yet
 * @param activity how much happened
 * @param reading the features or the refusal, null if there is no history
 * @param contracts what the credit contracts show, null if the gate refused or there is no history
 */
record Look(
        int place,
        List<Finding> findings,
        @Nullable ClientHistory history,
        Activity activity,
        @Nullable Reading reading,
        @Nullable ClientContracts contracts) {

    static Look at(Book book, int place, DossierChecks checks, FeatureReader reader, LendingAssumptions assumptions) {
        Dossier dossier = book.dossiers().apply(place);
        ClientHistory history = dossier.at(book.asOf()).orElse(null);
        Reading reading = history == null ? null : reader.read(history);
        boolean granted = reading instanceof Reading.Read;
        return new Look(
                place,
                checks.check(dossier),
                history,
                Activity.of(history == null ? List.of() : history.interactions()),
                reading,
                history != null && granted
                        ? ClientContracts.of(history, book.asOf().date(), assumptions)
                        : null);
    }

    /** The stage of the client's life cycle by the simple rules. */
    Optional<String> stage() {
        return history != null && reading instanceof Reading.Read read ? stage(read.row(), history) : Optional.empty();
    }

    private static Optional<String> stage(FeatureRow row, ClientHistory history) {
        return Lifecycle.of(
                        row,
                        history.client().relationship().since(),
                        history.asOf().date())
                .asWord();
    }
}
