/**
 * Reports that stand on one page without a script: an {@link io.lendcrm.examples.page.StaticPage} of sections, tables, bars and
 * lines, to be read on a screen of any size, in the dark, or on paper.
 */
@NullMarked
package io.lendcrm.examples.page;

import org.jspecify.annotations.NullMarked;
