@NullMarked
package io.lendcrm.scoring.proof.report;

import org.jspecify.annotations.NullMarked;
