@NullMarked
package io.lendcrm.scoring.proof.monitoring;

import org.jspecify.annotations.NullMarked;
