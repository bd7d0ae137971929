@NullMarked
package io.lendcrm.scoring.likelihood;

import org.jspecify.annotations.NullMarked;
