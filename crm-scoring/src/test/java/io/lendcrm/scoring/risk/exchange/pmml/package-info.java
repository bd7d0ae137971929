/** Tests of models as PMML. */
@NullMarked
package io.lendcrm.scoring.risk.exchange.pmml;

import org.jspecify.annotations.NullMarked;
