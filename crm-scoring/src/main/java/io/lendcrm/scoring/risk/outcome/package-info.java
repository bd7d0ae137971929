/**
 * What becomes of borrowers: a definition of default read from histories, the outcome of each client within a
 * performance window, cohorts of clients at several points in time with what was known of them then, and how a book rolls
 * from bucket to bucket and ages by vintage.
 */
@NullMarked
package io.lendcrm.scoring.risk.outcome;

import org.jspecify.annotations.NullMarked;
