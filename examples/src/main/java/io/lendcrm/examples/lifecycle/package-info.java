/** The command on where clients stand in their relationship with the lender: their stages, how many go where, and a page of it. */
@NullMarked
package io.lendcrm.examples.lifecycle;

import org.jspecify.annotations.NullMarked;
