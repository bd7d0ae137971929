/**
 * The review of a client book, the main job: a {@link io.lendcrm.examples.review.Book} is scanned once, client by client,
 * through the use gate ({@link io.lendcrm.examples.review.BookScan}); what was scanned is scored by RFM, valued, scored by
 * a card and segmented; {@link io.lendcrm.examples.review.Review} puts it all into a report.
 */
@NullMarked
package io.lendcrm.examples.review;

import org.jspecify.annotations.NullMarked;
