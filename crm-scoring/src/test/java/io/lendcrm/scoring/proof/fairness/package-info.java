@NullMarked
package io.lendcrm.scoring.proof.fairness;

import org.jspecify.annotations.NullMarked;
