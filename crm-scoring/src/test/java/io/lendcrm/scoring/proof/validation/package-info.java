@NullMarked
package io.lendcrm.scoring.proof.validation;

import org.jspecify.annotations.NullMarked;
