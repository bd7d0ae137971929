/** Tests of models that come from elsewhere and go elsewhere. */
@NullMarked
package io.lendcrm.scoring.risk.exchange;

import org.jspecify.annotations.NullMarked;
