/**
 * The review's report: what was found in a client book, as plain values, and the page and files that show it.
 *
 * <p>{@link io.lendcrm.examples.report.ReviewReport} is a tree of records that knows no engine; whoever runs the
 * review fills it. {@link io.lendcrm.examples.report.ReviewPage} turns it into one HTML file that needs no network,
 * in English and Chinese; {@link io.lendcrm.examples.report.ReviewFiles} writes the same content as JSON and CSV. A
 * block that a data source cannot fill is left out of the page.
 */
@NullMarked
package io.lendcrm.examples.report;

import org.jspecify.annotations.NullMarked;
