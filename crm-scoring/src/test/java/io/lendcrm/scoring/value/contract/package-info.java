@NullMarked
package io.lendcrm.scoring.value.contract;

import org.jspecify.annotations.NullMarked;
