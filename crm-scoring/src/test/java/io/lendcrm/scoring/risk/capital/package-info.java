/** What the risk-weight functions are held to: the reference numbers of the Basel formulas, and their shape. */
@NullMarked
package io.lendcrm.scoring.risk.capital;

import org.jspecify.annotations.NullMarked;
