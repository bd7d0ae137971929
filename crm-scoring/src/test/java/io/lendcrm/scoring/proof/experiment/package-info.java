@NullMarked
package io.lendcrm.scoring.proof.experiment;

import org.jspecify.annotations.NullMarked;
