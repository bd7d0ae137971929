/**
 * What is lent and on what terms: a {@link io.lendcrm.core.credit.Facility} with its plan of
 * {@link io.lendcrm.core.credit.Instalment}s, what secures it, and how others rate the borrower.
 */
@NullMarked
package io.lendcrm.core.credit;

import org.jspecify.annotations.NullMarked;
