/**
 * How much capital a lender must hold against a loan: the risk-weight functions of the internal ratings-based approach
 * (IRB) of the Basel Framework, chapter CRE31. An {@link io.lendcrm.scoring.risk.capital.IrbFunction} turns PD, LGD and
 * maturity into a {@link io.lendcrm.scoring.risk.capital.CapitalRequirement}; value and price charge for it.
 */
@NullMarked
package io.lendcrm.scoring.risk.capital;

import org.jspecify.annotations.NullMarked;
