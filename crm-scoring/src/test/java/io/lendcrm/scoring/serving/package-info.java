@NullMarked
package io.lendcrm.scoring.serving;

import org.jspecify.annotations.NullMarked;
