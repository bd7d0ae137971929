@NullMarked
package io.lendcrm.scoring.risk.outcome;

import org.jspecify.annotations.NullMarked;
