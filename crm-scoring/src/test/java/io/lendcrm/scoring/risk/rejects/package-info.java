@NullMarked
package io.lendcrm.scoring.risk.rejects;

import org.jspecify.annotations.NullMarked;
