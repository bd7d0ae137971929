/**
 * What is lent and on what terms: a {@link io.lendcrm.core.credit.Facility} with its plan of
 * {@link io.lendcrm.core.credit.Instalment}s and its {@link io.lendcrm.core.credit.Covenant}s, what secures it
 * ({@link io.lendcrm.core.credit.Collateral}, {@link io.lendcrm.core.credit.Guarantee}), what others tell of the borrower
 * ({@link io.lendcrm.core.credit.CreditReport}, {@link io.lendcrm.core.credit.Rating}), and what it costs against what the
 * borrower earns ({@link io.lendcrm.core.credit.DebtService}).
 */
@NullMarked
package io.lendcrm.core.credit;

import org.jspecify.annotations.NullMarked;
